package doc

// ParseJSON reads one JSON document (RFC 8259) into a tree.
//
// A nil tree means that the syntax is broken; otherwise the tree can be
// decoded, and the faults of both belong together.
func ParseJSON(src []byte) (*Node, []Fault) {
	return nil, nil
}
