package doc

import "strconv"

// Builder puts a tree together in the order in which a parser meets its
// parts. Children wait on a stack until their parent closes and then move,
// side by side, into a slab: one allocation for thousands of nodes.
//
// The zero Builder is ready. The pointers it gives are good until its next
// call.
type Builder struct {
	stack []Node
	open  []level
	slab  []Node
}

// level is a list or an object that is still open.
type level struct {
	start int            // of its children on the stack
	seen  uint64         // a bit for each hash of a name: most names need no comparison
	index map[string]int // names of an object with many members
}

// manyMembers is where looking a name up in a map begins to pay.
const manyMembers = 32

// Add begins the next value and returns it.
func (b *Builder) Add() *Node {
	b.stack = append(b.stack, Node{})
	return &b.stack[len(b.stack)-1]
}

// Top returns the value begun last.
func (b *Builder) Top() *Node { return &b.stack[len(b.stack)-1] }

// Drop forgets the value begun last. Its children must be closed.
func (b *Builder) Drop() { b.stack = b.stack[:len(b.stack)-1] }

// Open makes the value begun last a list or an object, to which the following
// values belong until Close.
func (b *Builder) Open(k Kind) {
	b.Top().Kind = k
	b.open = append(b.open, level{start: len(b.stack)})
}

// Close ends the list or object opened last, which is then on top.
func (b *Builder) Close() {
	start := b.open[len(b.open)-1].start
	b.open = b.open[:len(b.open)-1]
	children := b.stack[start:]
	items := b.take(len(children))
	copy(items, children)
	b.stack = b.stack[:start]
	b.Top().Items = items
}

// take cuts n nodes from the slab. Slabs grow with the document, so that a
// small one stays small.
func (b *Builder) take(n int) []Node {
	const least, most = 16, 4096
	if n > cap(b.slab)-len(b.slab) {
		b.slab = make([]Node, 0, max(n, min(most, max(least, 2*cap(b.slab)))))
	}
	at := len(b.slab)
	b.slab = b.slab[:at+n]
	return b.slab[at : at+n : at+n]
}

// Depth is the number of lists and objects that are open.
func (b *Builder) Depth() int { return len(b.open) }

// Name gives the value begun last its name in the open object. If the object
// has that name already, it returns the earlier member.
func (b *Builder) Name(name string) (earlier *Node) {
	l := &b.open[len(b.open)-1]
	top := len(b.stack) - 1
	b.stack[top].Name = name
	bit := uint64(1) << (hash(name) & 63)
	if l.seen&bit != 0 {
		earlier = b.find(l, name)
	}
	l.seen |= bit
	if l.index != nil && earlier == nil {
		l.index[name] = top
	}
	return earlier
}

// find looks for a name among the members before the last.
func (b *Builder) find(l *level, name string) *Node {
	members := b.stack[l.start : len(b.stack)-1]
	if l.index == nil && len(members) < manyMembers {
		for i := range members {
			if members[i].Name == name {
				return &members[i]
			}
		}
		return nil
	}
	if l.index == nil {
		l.index = make(map[string]int, 2*len(members))
		for i := range members {
			l.index[members[i].Name] = l.start + i
		}
	}
	if i, ok := l.index[name]; ok {
		return &b.stack[i]
	}
	return nil
}

// hash tells names apart well enough for a first look.
func hash(name string) uint {
	n := uint(len(name))
	if n == 0 {
		return 0
	}
	return n*7 + uint(name[0])*31 + uint(name[n/2])*17 + uint(name[n-1])*3
}

// Here is the pointer of the list or object that is open.
func (b *Builder) Here() string { return b.pointer(len(b.open) - 1) }

// Path is the pointer of the value begun last.
func (b *Builder) Path() string { return b.pointer(len(b.open)) }

// pointer describes the way through the outermost levels.
func (b *Builder) pointer(levels int) string {
	path := ""
	for i := range levels {
		start, end := b.open[i].start, len(b.stack)
		if i+1 < len(b.open) {
			end = b.open[i+1].start
		}
		name := b.stack[end-1].Name
		if len(path)+len(name) > longestPath {
			break
		}
		if b.stack[start-1].Kind == Object {
			path = Join(path, name)
		} else {
			path = Join(path, strconv.Itoa(end-1-start))
		}
	}
	return path
}

// Root ends the document and returns its tree.
func (b *Builder) Root() *Node {
	root := b.stack[0]
	return &root
}
