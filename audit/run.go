package audit

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/soa"
)

// Subject is what is checked: the records as of a date, and the Statement of
// Applicability of one scope. The statement is the one that soa.Derive makes
// of the same view, or an earlier one as it was approved; then what it says is
// held against the records of today.
//
// A System with several scopes is checked scope by scope, each with its
// statement. What concerns the whole is then found each time, with the same key.
type Subject struct {
	View      *isms.View
	Statement soa.Statement
	// Graces are the days before some checks speak; the zero value is the stated ones.
	Graces Graces
}

// Run runs the checks and returns what they found: in the order of the checks,
// and for each in the order of kinds, reference controls and records. The same
// subject gives the same gaps. No gaps mean that these checks found nothing in
// these records, not that a requirement is fulfilled.
//
// The error says that the subject cannot be checked (no view; a statement of
// another System or of a scope that the view does not have; a check that
// cannot run), or is that of ctx, which is asked before each check.
func Run(ctx context.Context, s Subject, checks []Check) ([]Gap, error) {
	k, err := know(s)
	if err != nil {
		return nil, err
	}
	var all []Gap
	for _, c := range checks {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("audit: run: %w", err)
		}
		if c.Run == nil {
			return nil, fmt.Errorf("audit: run: check %q: got no function, want one", c.Code)
		}
		p := Pass{Subject: s, known: k, check: c, place: make(map[string]int)}
		c.Run(&p)
		all = append(all, p.gaps()...)
	}
	return all, nil
}

// Pass is one run of one check over a subject.
type Pass struct {
	Subject

	*known
	check Check
	found []Gap
	place map[string]int // of a gap in found, by its key
}

// Report adds a gap. Of code, title, clause, severity and remedy those that
// are not stated are those of the check; days overdue and the worst risk, where
// not stated, are computed. A gap of a key that was reported before is the same
// gap: it adds its other records to the first.
func (p *Pass) Report(g Gap) {
	g.Code = cmp.Or(g.Code, p.check.Code)
	i, again := p.place[g.Key()]
	if again {
		p.found[i].Records = append(p.found[i].Records, g.Records...)
		return
	}
	p.place[g.Key()] = len(p.found)
	g.Records = slices.Clone(g.Records)
	p.found = append(p.found, g)
}

// gaps returns what was reported, completed and in order.
func (p *Pass) gaps() []Gap {
	for i := range p.found {
		g := &p.found[i]
		g.Title = cmp.Or(g.Title, p.check.Title)
		g.Clause = cmp.Or(g.Clause, p.check.Clause)
		g.Severity = cmp.Or(g.Severity, p.check.Severity)
		g.Remedy = cmp.Or(g.Remedy, p.check.Remedy())
		g.Name = cmp.Or(g.Name, p.name(g))
		g.Records = others(g.Records, g.Record)
		g.DaysOverdue = cmp.Or(g.DaysOverdue, p.at.DaysSince(g.Due))
		g.Worst = cmp.Or(g.Worst, p.worst(append(slices.Clip(g.Records), g.Record)))
	}
	slices.SortStableFunc(p.found, Gap.comparePlace)
	return p.found
}

// name returns what people call the record of a gap.
func (p *Pass) name(g *Gap) string {
	if c, ok := annexa.Lookup(g.Control); ok {
		return cmp.Or(c.Title, c.ShortName)
	}
	if name := p.view.Title(g.Record); name != g.Record.ID && g.Record != isms.SystemRef {
		return name
	}
	return ""
}

// know checks the subject and prepares what the checks ask of it.
func know(s Subject) (*known, error) {
	if s.View == nil {
		return nil, errors.New("audit: run: got no view, want one")
	}
	sys := s.View.System()
	if s.Statement.System != sys.ID {
		return nil, fmt.Errorf("audit: run: got the statement of System %q, want that of %q", s.Statement.System, sys.ID)
	}
	if s.Statement.Audience == soa.External {
		return nil, errors.New("audit: run: got the external edition of a statement, want the internal one")
	}
	scope, err := s.View.Scope(s.Statement.Scope)
	if err != nil {
		return nil, fmt.Errorf("audit: run: the scope of the statement: %w", err)
	}
	k := &known{view: s.View, sys: sys, at: s.View.At(), scope: scope, drivers: s.View.Drivers(scope.ID)}
	k.index()
	return k, nil
}
