// Package catalogue reads and writes an organization's own set of controls, a
// [annexa.Catalogue], as JSON.
//
//	acme, err := catalogue.Decode("acme.json", src)
//	st, err := soa.Derive(view, soa.Options{Catalogues: []annexa.Catalogue{acme}})
//
// Package catalogue/yaml does the same for YAML, which people write by hand.
// What cannot be read, and what [annexa.Catalogue.Problems] finds, comes all at
// once, each with the file, line and column where it stands:
//
//	acme.json:7:38: /controls/1/group: the control stands under no group of the set: got "acces", want the id of one of its groups (CA007); did you mean "access"?
//
// docs/sets.md has a worked example and lists the codes.
package catalogue

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/internal/doc"
)

// Decode reads a Catalogue from JSON. Name is what problems call the file. The
// error is [Problems]: first those of the form of the text, and only where there
// are none those of the set. With an error the Catalogue is zero; without one it
// has no problems.
func Decode(name string, src []byte) (annexa.Catalogue, error) {
	root, faults := doc.ParseJSON(src)
	return FromTree(name, root, faults)
}

// Encode writes a Catalogue as JSON in its canonical form: members in the order
// of the type, two spaces of indentation. What is read back is equal to what was
// written.
func Encode(w io.Writer, c annexa.Catalogue) error {
	root, err := doc.Encode(c)
	if err != nil {
		return fmt.Errorf("catalogue: encode: %w", err)
	}
	return doc.WriteJSON(w, root)
}

// FromTree reads a Catalogue from the tree that a parser of this module made of a
// text. Decode and package yaml are built on it.
func FromTree(name string, root *doc.Node, faults []doc.Fault) (annexa.Catalogue, error) {
	var c annexa.Catalogue
	if root != nil {
		faults = doc.Merge(faults, doc.Decode(root, &c, doc.Options{}))
	}
	ps := make(Problems, 0, len(faults))
	for _, f := range faults {
		ps = append(ps, Problem{
			Code: f.Code, Path: f.Path, Message: f.Message, Found: f.Found, Expected: f.Expected, Hint: f.Hint,
			File: name, Line: f.Line, Column: f.Column,
		})
	}
	if len(ps) == 0 {
		ps = located(name, root, c.Problems())
	}
	if len(ps) > 0 {
		return annexa.Catalogue{}, ps
	}
	return c, nil
}

// located gives the problems of a set their places in the text.
func located(name string, root *doc.Node, found []annexa.Problem) Problems {
	ps := make(Problems, len(found))
	for i, p := range found {
		at, _ := root.At(p.Path)
		ps[i] = Problem{
			Code: p.Code, Path: p.Path, Message: p.Sentence(), Found: p.Found, Expected: p.Expected, Hint: p.Hint,
			File: name, Line: int(at.Line), Column: int(at.Column),
		}
	}
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return ps
}

// Problem is one fault of a text, at one place of it.
type Problem struct {
	// Code is permanent. Codes that begin with D are about the form of the text
	// (docs/problems.md), the others are those of [annexa.Problem].
	Code string
	// Path is the JSON Pointer (RFC 6901) of the value: "/controls/3/group".
	Path string
	// Message says what is wrong, what was found and what was expected; Found and
	// Expected are the parts of it, where it has them.
	Message, Found, Expected string
	// Hint says what may have been meant, "" where that is not known.
	Hint string
	// File is the name that was given. Line and Column say where the value stands,
	// or what it should stand in; both count from 1, columns in Unicode code points.
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

// Problems are all faults of a text, in its order. As an error it is never empty.
type Problems []Problem

// Error lists the problems, a line each.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}
