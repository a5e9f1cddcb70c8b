package doc

import (
	"cmp"
	"fmt"
	"slices"
)

// Codes of faults. A code is permanent and never given to another fault; the
// package comment lists what each means.
const (
	CodeEmpty     = "D001"
	CodeSyntax    = "D002"
	CodeTrailing  = "D003"
	CodeEncoding  = "D004"
	CodeSurrogate = "D005"
	CodeDuplicate = "D006"
	CodeDepth     = "D007"
	CodeSize      = "D008"

	CodeAnchor    = "D010"
	CodeAlias     = "D011"
	CodeTag       = "D012"
	CodeMerge     = "D013"
	CodeKey       = "D014"
	CodeLineBreak = "D015"

	CodeNull     = "D020"
	CodeKind     = "D021"
	CodeUnknown  = "D022"
	CodeMissing  = "D023"
	CodeRange    = "D024"
	CodeText     = "D025"
	CodeConflict = "D026"
	CodeTarget   = "D030"

	CodeMore = "D099"
)

const (
	// MaxDepth is how deep lists and objects may be nested in one another.
	MaxDepth = 100
	// MaxFaults is how many faults are collected when nothing else is said.
	MaxFaults = 1000
	// MaxBytes is the size of the largest document.
	MaxBytes = 1<<31 - 1
)

// Fault is one thing wrong with a document: what, where, and what to do.
type Fault struct {
	Code     string // permanent, see the list of codes in the package comment
	Path     string // JSON Pointer (RFC 6901) of the value, "" for the whole document
	Message  string // one clause, without position and hint: `got the number 5.10, want a text`
	Found    string // what the document says
	Expected string // what would be right
	Hint     string // what to do about it; may be empty
	Line     int    // of the source, from 1
	Column   int    // in Unicode code points, from 1
}

// Report appends a fault to a list that holds so many at most (MaxFaults if
// 0). The first one too many is replaced by one that says so; what comes
// after it is dropped.
func Report(faults []Fault, f Fault, most int) []Fault {
	most = cmp.Or(most, MaxFaults)
	switch {
	case len(faults) < most:
		return append(faults, f)
	case len(faults) == most:
		return append(faults, Fault{
			Code: CodeMore, Path: f.Path, Line: f.Line, Column: f.Column,
			Message: "there are more faults from here on",
			Hint:    "correct these first, then read the document again",
		})
	}
	return faults
}

// Duplicate is the fault, still without its place, of a name that an object
// has already.
func Duplicate(path, name string, earlier *Node) Fault {
	return Fault{
		Code: CodeDuplicate, Path: path,
		Message: fmt.Sprintf("member %s is given twice, first in line %d", quote(name), earlier.NameLine),
		Found:   quote(name), Expected: "each name once", Hint: "keep one of the two",
	}
}

// Merge puts the faults of parsing and decoding into the order of the
// document.
func Merge(lists ...[]Fault) []Fault {
	all := slices.Concat(lists...)
	slices.SortStableFunc(all, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Code, b.Code))
	})
	return all
}
