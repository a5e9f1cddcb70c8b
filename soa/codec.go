package soa

import (
	"fmt"
	"io"
	"strconv"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/isms"
)

// Write writes a statement as JSON in its canonical form: the frozen statement
// that is filed, and compared with later. The same statement gives the same
// bytes, and Read gives it back.
func Write(w io.Writer, s Statement) error {
	root, err := doc.Encode(s)
	if err != nil {
		return fmt.Errorf("soa: write: %w", err)
	}
	if err := doc.WriteJSON(w, root); err != nil {
		return fmt.Errorf("soa: write: %w", err)
	}
	return nil
}

// Read reads a statement from JSON. It is strict: the error is isms.Problems,
// every fault of the text at its line and column, and the statement is then
// zero. An entry names either a reference or an own control, each once.
func Read(src []byte) (Statement, error) {
	var s Statement
	root, faults := doc.ParseJSON(src)
	if root != nil {
		faults = doc.Merge(faults, doc.Decode(root, &s, doc.Options{}))
	}
	if len(faults) > 0 {
		return Statement{}, problems(faults)
	}
	if faults = s.faults(root); len(faults) > 0 {
		return Statement{}, problems(faults)
	}
	return s, nil
}

// file stands for the text that Read was given.
const file = "statement"

func problems(faults []doc.Fault) isms.Problems {
	ps := make(isms.Problems, len(faults))
	for i, f := range faults {
		ps[i] = isms.Problem{
			Code: f.Code, Path: f.Path, Message: f.Message, Found: f.Found, Expected: f.Expected, Hint: f.Hint,
			File: file, Line: f.Line, Column: f.Column,
		}
	}
	return ps
}

// faults returns what the form alone does not say is wrong with a statement.
func (s Statement) faults(root *doc.Node) []doc.Fault {
	var list []doc.Fault
	add := func(code, path, message, found, expected string) {
		n, _ := root.At(path)
		list = append(list, doc.Fault{
			Code: code, Path: path, Message: fmt.Sprintf("%s: got %.60q, want %s", message, found, expected),
			Found: found, Expected: expected, Line: int(n.Line), Column: int(n.Column),
		})
	}
	if s.At.IsZero() {
		add(isms.CodeMissing, "/at", "the statement is of no date", "", "a day as in 2026-11-21")
	}
	seen := make(map[string]bool)
	for i, e := range s.Entries {
		path := "/entries/" + strconv.Itoa(i)
		switch {
		case e.Control.IsZero() == (e.Own == ""):
			add(isms.CodeIdentifier, path, "an entry is of a reference or of an own control", e.Control.String()+string(e.Own), "one of the two")
			continue
		case seen[e.Ref()]:
			add(isms.CodeTwice, path, "another entry is of this control", e.Ref(), "each control once")
		}
		if e.Own != "" {
			if _, err := isms.ParseRef(e.Ref()); err != nil {
				add(isms.CodeIdentifier, path+"/own", "this identifies nothing", string(e.Own), "1 to 128 bytes of text")
			}
		}
		seen[e.Ref()] = true
		for j, d := range e.Drivers {
			if len(d.Path) == 0 {
				add(isms.CodeMissing, path+"/drivers/"+strconv.Itoa(j)+"/path", "a driver has no path", "", "at least one record")
			}
		}
	}
	return list
}
