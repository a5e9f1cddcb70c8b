package doc

import "io"

// Encode builds the canonical tree of v: members in the order of the struct,
// maps sorted by key, zero values left out where the tag says omitzero.
func Encode(v any) (*Node, error) {
	return nil, nil
}

// WriteJSON writes the tree as JSON: two spaces, line feeds, a final newline.
func WriteJSON(w io.Writer, root *Node) error {
	return nil
}
