package doc

// Options of Decode. The zero value is strict.
type Options struct {
	// KeepUnknown keeps members that a record does not have, instead of
	// reporting them: as "unknown/<name>" in the record's extension member.
	// A record without one still reports them.
	KeepUnknown bool
	// MaxFaults bounds how many faults are collected; one more then says that
	// there are others. 0 means 1000.
	MaxFaults int
}

// Decode fills into, a non-nil pointer, from the tree, and returns every
// fault in the order of the document. If it returns any, what it filled is
// not to be used.
func Decode(root *Node, into any, opt Options) []Fault {
	return nil
}
