package doc

// Kind is what a node holds.
type Kind uint8

// The kinds of a node. Invalid is the zero value: a parser leaves it where it
// has reported a fault and could build no value; readers pass over it.
const (
	Invalid Kind = iota
	Null
	Bool
	Number
	Text
	Array
	Object
)

// String names the kind as a message does: "a text", "an object".
func (k Kind) String() string {
	return [...]string{"nothing readable", "null", "true or false", "a number", "a text", "a list", "an object"}[k]
}

// Node is a value of a document together with its place in the source. A
// member of an object carries its name.
//
// The zero Node is Invalid. A tree is not changed once it is built, so it may
// be read by several goroutines at once.
type Node struct {
	// Name is the key under which an object holds this value, "" elsewhere.
	Name string
	// Text is the content of a Text, and of a Number, Bool or Null what was
	// written. It is empty for Array and Object.
	Text string
	// Items are the elements of an Array, or the members of an Object in the
	// order of the source, no name twice.
	Items []Node

	// Line and Column say where the value begins, counted from 1. A column is
	// a Unicode code point; a tab is one. They mean nothing in a tree that
	// was encoded, not read.
	Line, Column uint32
	// NameLine and NameColumn say where the member's key begins.
	NameLine, NameColumn uint32

	Kind Kind
	// Plain marks an unquoted YAML scalar: its Text is what was typed, its
	// Kind what YAML 1.2 makes of it, and a text field takes the Text.
	Plain bool
}
