package isms

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa"
)

// Problem is one reason why records cannot be read or computed with. What an
// auditor would object to is not a Problem: package audit finds that.
type Problem struct {
	// Code is permanent and never reused: "V004". The page docs/problems.md
	// lists them all.
	Code string
	// Record is the record that has the problem; Path is the field within it,
	// as a JSON Pointer (RFC 6901), "" for the record as a whole.
	Record Ref
	Path   string
	// Clause is the clause of ISO/IEC 27001:2022 that the record serves, where
	// there is one.
	Clause annexa.ClauseRef
	// Message says what is wrong, what was found and what was expected.
	Message string
	// Found and Expected are the parts of the message, where it has them.
	Found, Expected string
	// Hint says what to do about it, where that is known.
	Hint string
	// File, Line and Column say where it stands, where the records were read
	// from a text. Lines and columns are counted from 1, columns in Unicode
	// code points.
	File         string
	Line, Column int
}

// String returns the problem in one line, the position or else the record and
// field first.
func (p Problem) String() string {
	var b strings.Builder
	if p.Line > 0 && p.File != "" {
		b.WriteString(p.File + ":")
	}
	if p.Line > 0 {
		fmt.Fprintf(&b, "%d:%d: ", p.Line, p.Column)
	}
	if !p.Record.IsZero() || p.Path != "" {
		fmt.Fprintf(&b, "%s%s: ", p.Record, p.Path)
	}
	fmt.Fprintf(&b, "%s (%s)", p.Message, p.Code)
	if p.Hint != "" {
		b.WriteString("; " + p.Hint)
	}
	return b.String()
}

// Key identifies the problem from one day to the next: code, record and field.
func (p Problem) Key() string { return p.Code + " " + p.Record.String() + p.Path }

// Problems are all the problems of a text or of records, in a stable order. As
// an error it is never empty.
type Problems []Problem

// Error lists the problems, a line each.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// err returns the problems as an error, and nil if there are none.
func (ps Problems) err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// sort puts the problems in the order of their positions, of records, fields
// and codes.
func (ps Problems) sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		switch {
		case a.Line != b.Line:
			return a.Line - b.Line
		case a.Column != b.Column:
			return a.Column - b.Column
		case a.Record != b.Record:
			return a.Record.Compare(b.Record)
		case a.Path != b.Path:
			return strings.Compare(a.Path, b.Path)
		}
		return strings.Compare(a.Code, b.Code)
	})
}

// The codes of the problems that validation finds. Each keeps its meaning for
// good; a code that falls out of use is not given again.
const (
	CodeMissing    = "V001" // a required field is not stated
	CodeIdentifier = "V002" // an identifier is not one
	CodeTwice      = "V003" // an identifier is used twice in its kind
	CodeBroken     = "V004" // a reference names a record that does not exist
	CodeWrongKind  = "V005" // a reference names a record of a kind that cannot stand there
	CodeWord       = "V006" // a value of an enumeration has no word
	CodeInterval   = "V007" // an interval ends before it begins
	CodeNumber     = "V008" // a number is not finite or out of its range
	CodeUTF8       = "V009" // a text is not UTF-8
	CodeControl    = "V010" // a reference names no control of its set
	CodeCycle      = "V011" // a chain of parents or parts leads back to itself
	CodeMethodRef  = "V012" // a method or version is named that the System does not have
	CodeInput      = "V013" // an input is missing, unknown or not on its factor's scale
	CodeLevel      = "V014" // a level is not on the scale of its method or scheme
	CodeMethod     = "V015" // the organization's own method or criteria cannot be used
	CodeCurrency   = "V016" // a currency is not three capital letters
	CodeSchema     = "V017" // the version of the document's form is not known
	CodeExtension  = "V018" // an extension is not JSON
	CodeClause     = "V019" // a clause reference is not one
	CodeSet        = "V020" // a control set is not named with its edition

	// NoticeUnknownMethod is a notice, not a problem: an assessment names a
	// method that was not given. Its inputs and recorded rating are kept.
	NoticeUnknownMethod = "N001"
)
