// Package yaml reads a method that a person has written in YAML.
//
//	m, err := yaml.Decode("office.yaml", src)
//
// The members are those of [risk.Method], by their JSON names; docs/risk.md
// has a worked example. What cannot be read, and what [risk.Method.Problems]
// finds, comes with the file, line and column where it stands:
//
//	office.yaml:10:25: /table/1/2: cell of rare, major is not a level of risk: got "rad", want one of green, red (RM025); did you mean "red"?
//
// JSON is read just so. A member $schema, by which editors find the schema, is
// passed over (package risk/schema).
//
// A plain scalar is the word that was typed, so levels may be called 1, no or
// 1.10 without quotes.
package yaml

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/risk"
)

// Problem is one fault of the text, at one place of it.
type Problem struct {
	// Code is permanent. Codes that begin with D are about the form of the
	// text, the others are those of [risk.Codes].
	Code string
	// Path is the JSON Pointer (RFC 6901) of the value: "/table/3/2".
	Path string
	// Message says what is wrong, what was found and what was expected.
	Message string
	// Found and Expected are the parts of the message, where it has them.
	Found, Expected string
	// Hint says what may have been meant, "" where that is not known.
	Hint string
	// File is the name that was given. Line and Column say where the value
	// stands, or what it should stand in; both are counted from 1, columns in
	// Unicode code points.
	File         string
	Line, Column int
}

// String returns the problem in one line, its position first.
func (p Problem) String() string {
	s := fmt.Sprintf("%s:%d:%d: ", p.File, p.Line, p.Column)
	if p.Path != "" {
		s += p.Path + ": "
	}
	s += fmt.Sprintf("%s (%s)", p.Message, p.Code)
	if p.Hint != "" {
		s += "; " + p.Hint
	}
	return s
}

// Problems are all faults of a text, in its order. As an error it is never
// empty.
type Problems []Problem

// Error lists the problems, a line each.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Decode reads one method. Name is what problems call the file. The error is a
// [Problems]: first those of the form of the text, and only where there are
// none those of the method. A method without error has no problems.
func Decode(name string, src []byte) (risk.Method, error) {
	return decode(name, src, risk.Method.Problems)
}

// located gives the problems of a method their places in the text.
func located(name string, root *doc.Node, found []risk.Problem) Problems {
	ps := make(Problems, 0, len(found))
	for _, p := range found {
		at, _ := root.At(p.Path)
		ps = append(ps, Problem{
			Code: p.Code, Path: p.Path, Message: p.Sentence(), Found: p.Found, Expected: p.Expected, Hint: p.Hint,
			File: name, Line: int(at.Line), Column: int(at.Column),
		})
	}
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return ps
}
