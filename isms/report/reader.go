package report

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// reader holds the records of a view as the documents of its date see them,
// each risk rated once.
type reader struct {
	v   *isms.View
	at  isms.Date
	sys isms.System
	// risks are those identified by the date, in the order of the register.
	risks       []*entry
	place       map[isms.RiskID]int               // of a risk in risks
	record      map[isms.RiskID]*isms.Risk        // all, identified or not
	parts       map[isms.RiskID][]isms.RiskID     // of a risk, open at the date
	treatments  map[isms.RiskID][]isms.Treatment  // of a risk, in force at the date
	acceptances map[isms.RiskID][]isms.Acceptance // of a risk, decided by the date
	methods     map[string]string                 // by which the risks are rated: titles by reference
	orders      map[string]ordering               // in which they are put in order, by reference of the method
}

// entry is a risk at the date, with what several tables say of it.
type entry struct {
	isms.Risk

	open     bool
	whole    bool                     // its level is that of its open parts
	owner    isms.Party               // its own, else that of the risk it is a part of
	levels   [isms.Residual + 1]level // by stage
	treated  []isms.Treatment         // in force for it, or for what it is a part of
	standing string                   // how its acceptance stands
	accepted isms.Acceptance          // the one decided last, unless it is not needed
}

func newReader(v *isms.View) *reader {
	r := &reader{v: v, at: v.At(), sys: v.System()}
	r.index()
	for _, rk := range r.sys.Risks {
		if rk.StateAt(r.at) != 0 {
			r.risks = append(r.risks, r.enter(rk))
		}
	}
	slices.SortStableFunc(r.risks, inOrder)
	r.orders = make(map[string]ordering)
	r.place = make(map[isms.RiskID]int, len(r.risks))
	for i, e := range r.risks {
		r.place[e.ID] = i
	}
	r.methods = r.used()
	return r
}

func (r *reader) enter(rk isms.Risk) *entry {
	e := &entry{Risk: rk, open: rk.StateAt(r.at) == isms.Open, owner: r.owner(rk, r.at), treated: r.treated(rk)}
	e.whole = rk.Combine.FromParts() && len(r.parts[rk.ID]) > 0
	for _, stage := range []isms.Stage{isms.Inherent, isms.Current, isms.Residual} {
		e.levels[stage] = r.level(rk, stage)
	}
	e.standing, e.accepted = r.standing(e)
	return e
}

// used returns the titles of the methods that the levels are of, by their
// references.
func (r *reader) used() map[string]string {
	titles := make(map[string]string)
	for _, e := range r.risks {
		for _, l := range e.levels {
			if l.IsZero() {
				continue
			}
			r.note(l)
			titles[l.method] += ""
			if l.Use != nil && l.Use.Method.Ref().String() == l.method {
				titles[l.method] = l.Use.Method.Title
			}
		}
	}
	return titles
}

// index collects what refers to risks.
func (r *reader) index() {
	r.parts = make(map[isms.RiskID][]isms.RiskID)
	r.record = make(map[isms.RiskID]*isms.Risk, len(r.sys.Risks))
	for i, rk := range r.sys.Risks {
		r.record[rk.ID] = &r.sys.Risks[i]
		if rk.PartOf != "" && rk.StateAt(r.at) == isms.Open {
			r.parts[rk.PartOf] = append(r.parts[rk.PartOf], rk.ID)
		}
	}
	r.treatments = make(map[isms.RiskID][]isms.Treatment)
	for _, t := range r.sys.Treatments {
		for i, id := range t.Risks {
			if t.InForce(r.at) && !slices.Contains(t.Risks[:i], id) {
				r.treatments[id] = append(r.treatments[id], t)
			}
		}
	}
	r.acceptances = make(map[isms.RiskID][]isms.Acceptance)
	for _, a := range r.sys.Acceptances {
		if a.Decision.InForce(r.at) {
			r.acceptances[a.Risk] = append(r.acceptances[a.Risk], a)
		}
	}
}

// inOrder puts open risks first, rated ones before others, those in the terms of
// one method together, the highest level first. Identifiers decide among equals: the
// System has them in their order.
func inOrder(a, b *entry) int {
	x, y := a.levels[isms.Current], b.levels[isms.Current]
	return cmp.Or(
		first(a.open, b.open),
		first(!x.IsZero(), !y.IsZero()),
		strings.Compare(x.terms(), y.terms()),
		cmp.Compare(y.rank(), x.rank()),
		strings.Compare(x.word(), y.word()),
		strings.Compare(x.method, y.method),
		cmp.Compare(y.Rank, x.Rank),
	)
}

// first puts what is so before what is not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// document returns a document about the whole System as of the view's date.
// Its language is that of the words here; the records keep their own.
func (r *reader) document(stem, title string, blocks ...docinfo.Block) docinfo.Document {
	subject := seen(r.sys.Title, string(r.sys.ID))
	d := docinfo.Document{
		Name: stem, Title: title, Subtitle: subject, Language: "en", Blocks: blocks,
		Meta: []docinfo.Field{
			{Name: "Management system", Value: docinfo.Plain(string(r.sys.ID))},
			{Name: "As of", Value: docinfo.Plain(r.at.String())},
		},
		Footer: joined(" · ", subject, title, "as of "+r.at.String()),
	}
	for _, ref := range slices.Sorted(maps.Keys(r.methods)) {
		if ref != "" {
			d.Meta = append(d.Meta, docinfo.Field{Name: "Risk method", Value: docinfo.Plain(r.method(ref))})
		}
	}
	return d
}

// method names a method: its title before its reference.
func (r *reader) method(ref string) string {
	return titled(r.methods[ref], ref)
}

// reading explains what stands in a document.
func reading(lines ...string) docinfo.Section {
	return docinfo.Section{ID: "reading", Title: "How to read this", Blocks: []docinfo.Block{docinfo.List{Items: items(lines)}}}
}

// chain yields a risk and the risks that it is a part of; it ends, as the view
// was validated.
func (r *reader) chain(id isms.RiskID) iter.Seq[*isms.Risk] {
	return func(yield func(*isms.Risk) bool) {
		for rk := r.record[id]; rk != nil && yield(rk); {
			rk = r.record[rk.PartOf]
		}
	}
}

// treated returns the treatments in force of a risk and of what it is a part of.
func (r *reader) treated(rk isms.Risk) []isms.Treatment {
	if rk.PartOf == "" {
		return r.treatments[rk.ID]
	}
	var list []isms.Treatment
	listed := make(map[isms.TreatmentID]bool)
	for rk := range r.chain(rk.ID) {
		for _, t := range r.treatments[rk.ID] {
			if !listed[t.ID] {
				list = append(list, t)
			}
			listed[t.ID] = true
		}
	}
	return list
}
