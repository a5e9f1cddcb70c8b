package doc

// Fault is one thing wrong with a document: what, where, and what to do.
type Fault struct {
	Code     string // permanent, see the list of codes in the package comment
	Path     string // JSON Pointer (RFC 6901) of the value, "" for the whole document
	Message  string // one sentence, lower case, without the position
	Found    string // what the document says
	Expected string // what would be right
	Hint     string // what to do about it; may be empty
	Line     int    // of the source, from 1
	Column   int    // in Unicode code points, from 1
}
