package doc

import (
	"slices"
	"strconv"
	"strings"
)

// At returns the node that a JSON Pointer (RFC 6901) names, and true. Where
// there is none it returns its nearest ancestor that exists, and false. The
// elements of a list are found at once, the members of an object one by one.
func (n *Node) At(pointer string) (*Node, bool) {
	for pointer != "" {
		if pointer[0] != '/' {
			return n, false
		}
		token, _, _ := strings.Cut(pointer[1:], "/")
		child := n.child(unescape(token))
		if child == nil {
			return n, false
		}
		n, pointer = child, pointer[1+len(token):]
	}
	return n, true
}

// child returns the element or member that one reference token names.
func (n *Node) child(token string) *Node {
	switch n.Kind {
	case Object:
		return n.Member(token)
	case Array:
		if len(token) > 1 && token[0] == '0' || digits(token) != len(token) {
			return nil
		}
		if i, err := strconv.Atoi(token); err == nil && i < len(n.Items) {
			return &n.Items[i]
		}
	default:
	}
	return nil
}

// Member returns the member of an object by name, nil where there is none.
func (n *Node) Member(name string) *Node {
	if n.Kind != Object {
		return nil
	}
	for i := range n.Items {
		if n.Items[i].Name == name {
			return &n.Items[i]
		}
	}
	return nil
}

func unescape(token string) string {
	if !strings.Contains(token, "~") {
		return token
	}
	return strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
}

// longestPath is how long the path of a fault may get before it stops at an
// ancestor: without an end, a document of one long name and many faults under
// it would fill the memory.
const longestPath = 1 << 13

// Join appends one reference token to a JSON Pointer.
func Join(pointer, token string) string {
	if strings.ContainsAny(token, "~/") {
		token = strings.ReplaceAll(strings.ReplaceAll(token, "~", "~0"), "/", "~1")
	}
	return pointer + "/" + token
}

// Without returns the object without a member, or the node itself where it has
// none of that name: $schema, by which editors find the schema of a document,
// says nothing about what is described.
func (n *Node) Without(name string) *Node {
	if n.Member(name) == nil {
		return n
	}
	bare := *n
	bare.Items = slices.DeleteFunc(slices.Clone(n.Items), func(item Node) bool { return item.Name == name })
	return &bare
}
