package file

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/risk/loss"
)

// Decode reads a Model from JSON. Name is what problems call the file. The error
// is [Problems]: those of the form of the text, and those that [loss.Compile]
// finds in what could be read, but for those that follow from the former. With
// an error the Model is zero; without one it compiles.
func Decode(name string, src []byte) (loss.Model, error) {
	root, faults := doc.ParseJSON(src)
	return FromTree(name, root, faults)
}

// Encode writes a Model as JSON in its canonical form: members in the order of
// the types, two spaces of indentation, what is known as a plain number. What is
// read back is equal to what was written, but for functions, which no file holds.
func Encode(w io.Writer, m loss.Model) error {
	root, err := Tree(m)
	if err != nil {
		return fmt.Errorf("file: encode: %w", err)
	}
	return doc.WriteJSON(w, root)
}

// Tree returns the canonical tree of a Model. Encode and package yaml are built
// on it.
func Tree(m loss.Model) (*doc.Node, error) { return doc.EncodeAs(m, forms) }

// FromTree reads a Model from the tree that a parser of this module made of a
// text. Decode and package yaml are built on it.
func FromTree(name string, root *doc.Node, faults []doc.Fault) (loss.Model, error) {
	var m loss.Model
	if root == nil {
		return m, placed(name, nil, faults, nil)
	}
	root = root.Without("$schema") // by which editors find the schema
	faults = doc.Merge(faults, doc.Decode(root, &m, doc.Options{Forms: forms}))
	if len(faults) > 0 && root.Kind != doc.Object {
		return loss.Model{}, placed(name, root, faults, nil)
	}
	bad, found := grow(&m, root)
	faults = append(faults, bad...)
	_, err := loss.Compile(m)
	more, ok := errors.AsType[loss.Problems](err)
	if err != nil && !ok {
		return loss.Model{}, fmt.Errorf("file: %s: %w", name, err)
	}
	if ps := placed(name, root, faults, append(found, more...)); len(ps) > 0 {
		return loss.Model{}, ps
	}
	return m, nil
}

// placed puts the faults of a text and those of its model into the order of the
// text, without those that follow from others.
func placed(name string, root *doc.Node, faults []doc.Fault, found loss.Problems) Problems {
	ps := make(Problems, 0, len(faults)+len(found))
	for _, f := range faults {
		ps = append(ps, Problem{
			Code: f.Code, Path: f.Path, Message: f.Message, Found: f.Found, Expected: f.Expected, Hint: cmp.Or(hint(f), f.Hint),
			File: name, Line: f.Line, Column: f.Column,
		})
	}
	for _, p := range found {
		if p.Path = planted(root, named(root, p.Path)); follows(p, faults) {
			continue
		}
		at, _ := root.At(p.Path)
		if len(ps) >= doc.MaxFaults {
			ps = append(ps, Problem{
				Code: doc.CodeMore, Path: p.Path, Message: "there are more faults than are listed",
				Hint: "correct these first, then read the model again", File: name, Line: int(at.Line), Column: int(at.Column),
			})
			break
		}
		ps = append(ps, Problem{
			Code: p.Code, Path: p.Path, Message: fmt.Sprintf("got %s, want %s", p.Found, p.Want), Found: p.Found, Expected: p.Want, Hint: p.Hint,
			File: name, Line: int(at.Line), Column: int(at.Column),
		})
	}
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return ps
}

// named adds to a pointer into a frequency the member that says which it is.
func named(root *doc.Node, path string) string {
	of, member, found := strings.Cut(path, "/frequency/")
	n, _ := root.At(of + "/frequency")
	if !found || n.Name != "frequency" || len(n.Items) != 1 {
		return path
	}
	return doc.Join(of+"/frequency", n.Items[0].Name) + "/" + member
}

// follows tells whether a problem is only there because something could not be
// read: the value itself, what it stands in, a part of it without which it is
// missing, a slip in its name, or an id that others name.
func follows(p loss.Problem, faults []doc.Fault) bool {
	missing := p.Found == "nothing"
	last := strings.LastIndexByte(p.Path, '/') + 1
	for _, f := range faults {
		switch {
		case p.Path == f.Path, strings.HasPrefix(p.Path, f.Path+"/"), missing && strings.HasPrefix(f.Path, p.Path+"/"):
			return true
		case missing && f.Code == doc.CodeUnknown && strings.HasPrefix(f.Path, p.Path[:last]) && strings.Contains(f.Hint, strconv.Quote(p.Path[last:])):
			return true
		case p.Code == unknownID && strings.HasSuffix(f.Path, "/id"):
			return true
		}
	}
	return false
}

// unknownID is the code of an id that names nothing.
const unknownID = "LM016"
