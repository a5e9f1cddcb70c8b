package isms

import (
	"errors"
	"fmt"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/risk"
)

// Validate reports every reason why the records of a Source cannot be read or
// computed with: identifiers, references, words, intervals, numbers, levels
// against their scales. It does not ask what an auditor would. The methods are
// those that assessments may name beside the System's own; an assessment by a
// method that is not among them is not checked.
//
// The error is Problems, in a stable order, or the first error of the Source.
func Validate(src Source, methods risk.Methods) error {
	sys, err := Collect(src)
	if err != nil {
		return err
	}
	c, err := check(newSnapshot(sys), methods)
	if err != nil {
		return err
	}
	c.found.sort()
	return c.found.err()
}

// ValidateRecord reports what is wrong with one record, as if it were saved in
// the Source: the same problems that Validate would report of it. It reads
// only the records that the record names, their chains of parents, and the
// methods it uses.
func ValidateRecord(src Source, r Record, methods risk.Methods) error {
	r = byValue(r)
	src = With(src, r)
	c := newChecker(src.Get, methods)
	c.has = func(ref Ref) bool {
		_, err := src.Get(ref)
		if err != nil && !errors.Is(err, ErrNotFound) {
			c.failed = errors.Join(c.failed, err)
		}
		return err == nil
	}
	c.check(r)
	if c.failed != nil {
		return c.failed
	}
	c.found.sort()
	return c.found.err()
}

// check checks every record of a snapshot, in the order of its tables.
func check(s *snapshot, methods risk.Methods) (*checker, error) {
	c := newChecker(s.Get, methods)
	c.methods.many = true
	c.has = s.has
	c.check(s.sys.header())
	seen := make(map[Ref]struct{}, len(s.place))
	for _, t := range tables {
		for i := range t.count(&s.sys) {
			r := t.at(&s.sys, i)
			c.place = place{t.member, i}
			c.check(r)
			c.twice(seen, r.Ref())
		}
	}
	return c, c.failed
}

// checker collects the problems of records.
type checker struct {
	get     func(Ref) (Record, error)
	has     func(Ref) bool
	methods *resolver
	at      Ref
	place   place
	clause  annexa.ClauseRef
	found   Problems
	places  []place         // of the problems found
	notices Problems        // one for each method that is not known
	noted   map[string]bool // the names of those methods
	failed  error           // of the Source
}

func newChecker(get func(Ref) (Record, error), methods risk.Methods) *checker {
	return &checker{get: get, methods: newResolver(get, methods), noted: make(map[string]bool)}
}

func (c *checker) add(code, path string, m message) {
	c.found = append(c.found, c.problem(code, path, m))
	c.places = append(c.places, c.place)
}

func (c *checker) problem(code, path string, m message) Problem {
	text := m.text
	if m.found != "" {
		text += fmt.Sprintf(": got %q", clip(m.found))
	}
	if m.expected != "" {
		text += ", want " + m.expected
	}
	return Problem{
		Code: code, Record: c.at, Path: path, Clause: c.clause,
		Message: text, Found: m.found, Expected: m.expected, Hint: m.hint,
	}
}

func (c *checker) twice(seen map[Ref]struct{}, ref Ref) {
	if _, again := seen[ref]; again && ref.ID != "" {
		path, what := "/id", "has this identifier"
		if ref.Kind == KindApplicability {
			path, what = "/control", "decides on this control in this scope"
		}
		c.add(CodeTwice, path, message{text: "another " + ref.Kind.String() + " " + what, found: ref.ID, expected: "one that is used once"})
	}
	seen[ref] = struct{}{}
}

// check collects the problems of one record.
func (c *checker) check(r Record) {
	c.at, c.clause = r.Ref(), clauseOf(r.Ref().Kind)
	w := walk{
		link: func(l Link) { c.link(l) },
	}
	w.problem = func(code string, m message) { c.add(code, string(w.path), m) }
	w.record(r)
	c.parents(r)
	switch r := r.(type) {
	case System:
		c.system(r)
	case RiskMethod:
		c.riskMethod(r)
	case Risk:
		c.risk(r)
	case Asset:
		c.asset(r)
	case Acceptance:
		c.acceptance(r)
	}
}

func (c *checker) link(l Link) {
	if c.has(l.To) {
		return
	}
	c.add(CodeBroken, l.Path, message{
		text: "there is no " + l.To.Kind.String() + " of this identifier", found: l.To.ID,
		expected: "the identifier of one that exists",
	})
}

// parents follows the chain of a record's parents, which must not lead back.
func (c *checker) parents(r Record) {
	up, path := parentOf(r)
	seen := map[Ref]bool{c.at: true}
	for !up.IsZero() {
		if seen[up] {
			c.add(CodeCycle, path, message{text: "the chain leads back to " + up.String(), found: up.ID, expected: "a chain that ends"})
			return
		}
		seen[up] = true
		next, err := c.get(up)
		if err != nil {
			return // a broken reference, reported where it stands
		}
		up, _ = parentOf(next)
	}
}

// parentOf returns the record that a record is a part of, and the field that
// says so.
func parentOf(r Record) (Ref, string) {
	var up Ref
	path := "/parent"
	switch r := r.(type) {
	case Organization:
		up = Ref{KindOrganization, string(r.Parent)}
	case Unit:
		up = Ref{KindUnit, string(r.Parent)}
	case Scope:
		up = Ref{KindScope, string(r.Parent)}
	case Risk:
		up, path = Ref{KindRisk, string(r.PartOf)}, "/partOf"
	}
	if up.ID == "" {
		return Ref{}, path
	}
	return up, path
}
