package isms

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/risk"
)

// ReadOptions says how a text is read. The zero value is strict, and knows no
// published method.
type ReadOptions struct {
	// Methods are the published methods against which assessments are checked,
	// as Validate does. An assessment by another method is read unchecked.
	Methods risk.Methods
	// KeepUnknown keeps members that a record does not have, verbatim, as
	// extensions named "unknown/" and the member, instead of reporting them.
	// It also reads documents of a newer form, to look at them or to pass them
	// on. At and Validate refuse those all the same: what this library does not
	// know may change what the rest means.
	KeepUnknown bool
}

// Decode reads a System from JSON. The error is Problems: every fault of the
// text and every reason why its records cannot be computed with, each at its
// line and column of the file called name. With an error the System is zero.
func Decode(name string, src []byte) (System, error) {
	return DecodeWith(name, src, ReadOptions{})
}

// DecodeWith is Decode with options.
func DecodeWith(name string, src []byte, opt ReadOptions) (System, error) {
	root, faults := doc.ParseJSON(src)
	return FromTree(name, root, faults, opt)
}

// Encode writes a System as JSON in its canonical form: members in the order
// of the types, maps sorted, two spaces of indentation. What is read back is
// equal to what was written.
func Encode(w io.Writer, sys System) error { return encode(w, sys) }

// EncodeRecord writes one record as JSON in its canonical form.
func EncodeRecord(w io.Writer, r Record) error {
	r = byValue(r)
	if s, ok := r.(System); ok {
		r = s.header()
	}
	return encode(w, r)
}

func encode(w io.Writer, v any) error {
	root, err := doc.Encode(v)
	if err != nil {
		return fmt.Errorf("isms: encode: %w", err)
	}
	return doc.WriteJSON(w, root)
}

// DecodeRecord reads one record of a kind from JSON, as a product keeps it in
// a row of its database. It checks the form alone; ValidateRecord checks the
// record among others.
func DecodeRecord(kind Kind, src []byte) (Record, error) {
	root, faults := doc.ParseJSON(src)
	if root == nil || len(faults) > 0 {
		return nil, adoptAll("", faults, nil)
	}
	t, ok := tableFor(kind)
	if kind == KindSystem {
		t, ok = systemTable, true
	}
	if !ok {
		return nil, fmt.Errorf("isms: decode record: got the kind %d, want 1 to %d", kind, len(kindWords)-1)
	}
	r, faults := t.decode(root)
	if len(faults) > 0 {
		return nil, adoptAll("", faults, nil)
	}
	return r, nil
}

// FromTree reads a System from the tree that a parser of this module made of a
// text. Decode and the package yaml are built on it.
func FromTree(name string, root *doc.Node, faults []doc.Fault, opt ReadOptions) (System, error) {
	if root == nil {
		return System{}, adoptAll(name, faults, nil)
	}
	if !opt.KeepUnknown {
		if p, newer := newerForm(name, root); newer {
			return System{}, Problems{p}
		}
	}
	root = root.Without("$schema")
	var sys System
	faults = append(slices.Clip(faults), doc.Decode(root, &sys, doc.Options{KeepUnknown: opt.KeepUnknown})...)
	known := sys
	if opt.KeepUnknown { // a newer form is no problem then
		known.SchemaVersion = min(sys.SchemaVersion, SchemaVersion)
	}
	c, err := check(newSnapshot(known), opt.Methods)
	if err != nil {
		return System{}, err
	}
	ps := append(adoptAll(name, faults, &sys), c.placed(name, root, faults)...)
	if len(ps) > 0 {
		ps.sort()
		return System{}, ps
	}
	return sys, nil
}

// newerForm reports a document of a form that is newer than this library, by
// itself: whatever else is found in it may follow from that.
func newerForm(name string, root *doc.Node) (Problem, bool) {
	n, ok := root.At("/schemaVersion")
	if !ok {
		return Problem{}, false
	}
	version, err := strconv.Atoi(n.Text)
	if err != nil || version <= SchemaVersion {
		return Problem{}, false
	}
	return Problem{
		Code: CodeSchema, Record: SystemRef, Path: "/schemaVersion",
		Message: fmt.Sprintf("the document has the form %d, this library reads up to %d", version, SchemaVersion),
		Found:   n.Text, Expected: strconv.Itoa(SchemaVersion), Hint: "use a newer version of the library",
		File: name, Line: int(n.Line), Column: int(n.Column),
	}, true
}

// adoptAll turns the faults of a text into problems. Where sys is given, the
// record of a fault is named by its identifier.
func adoptAll(name string, faults []doc.Fault, sys *System) Problems {
	ps := make(Problems, len(faults))
	for i, f := range faults {
		ref, path := recordAt(sys, f.Path)
		ps[i] = Problem{
			Code: f.Code, Record: ref, Path: path, Clause: clauseOf(ref.Kind),
			Message: f.Message, Found: f.Found, Expected: f.Expected, Hint: f.Hint,
			File: name, Line: f.Line, Column: f.Column,
		}
	}
	return ps
}

// recordAt splits a pointer into the document, "/risks/3/title", into the
// record and the pointer within it. What stands in no list of records is the
// System's own; in a record without an identifier the pointer has to do alone.
func recordAt(sys *System, pointer string) (Ref, string) {
	if sys == nil {
		return Ref{}, pointer
	}
	member, rest, _ := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
	list := slices.IndexFunc(tables, func(t table) bool { return t.member == member })
	if list < 0 {
		return SystemRef, pointer
	}
	index, path, deeper := strings.Cut(rest, "/")
	i, err := strconv.Atoi(index)
	if err != nil || i < 0 || i >= tables[list].count(sys) {
		return Ref{}, pointer
	}
	ref := tables[list].at(sys, i).Ref()
	if ref.ID == "" {
		return Ref{}, pointer
	}
	if deeper {
		path = "/" + path
	}
	return ref, path
}

// placed returns the problems of a check with their positions in the text,
// without those that only follow from a fault of the text: a value is missing
// because what stands there could not be read.
func (c *checker) placed(name string, root *doc.Node, faults []doc.Fault) Problems {
	if len(c.found) == 0 {
		return nil
	}
	bad, lost, above := make(map[string]bool), make(map[string]bool), make(map[string]bool)
	for _, f := range faults {
		bad[f.Path] = true
		for up := f.Path; up != ""; up = up[:strings.LastIndexByte(up, '/')] {
			above[up] = true
		}
		if n, ok := root.At(f.Path); ok && strings.HasSuffix(f.Path, "/id") {
			lost[n.Text] = true
		}
	}
	var ps Problems
	for i, p := range c.found {
		pointer := c.places[i].pointer() + p.Path
		if follows(bad, pointer) || p.Code == CodeBroken && lost[p.Found] || p.Code == CodeMissing && above[pointer] {
			continue
		}
		n, _ := root.At(pointer)
		p.File, p.Line, p.Column = name, int(n.Line), int(n.Column)
		ps = append(ps, p)
	}
	return ps
}

// follows reports whether a pointer is that of a fault or lies below one.
func follows(bad map[string]bool, pointer string) bool {
	for pointer != "" {
		if bad[pointer] {
			return true
		}
		pointer = pointer[:strings.LastIndexByte(pointer, '/')]
	}
	return bad[""]
}

// place is where a record stands in a document.
type place struct {
	member string // "" for the System itself
	index  int
}

func (p place) pointer() string {
	if p.member == "" {
		return ""
	}
	return "/" + p.member + "/" + strconv.Itoa(p.index)
}
