package loss

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"sort"

	"github.com/ismskit/ismskit/risk/dist"
)

// A builder makes the terms of a model: see [branch].
type builder struct {
	stopped   func() error // by the context
	model     Model        // without discount where the year is meant
	year      int          // from 1, 0 for all
	step      float64
	precision float64 // of the tables of losses
	largest   bool    // for the largest event: its whole distribution, and no limits of the year
	index     map[string]int
	layers    map[string][]Layer // of one scenario, the highest first
}

func newBuilder(ctx context.Context, m Model, o ExactOptions, step float64) builder {
	year := o.Year
	if year != 0 {
		m.Discount = 0
	}
	b := builder{stopped: ctx.Err, model: m, year: year, step: step, precision: min(max(float64(1e-3*o.Tolerance), 1e-13), 1e-9), index: map[string]int{}, layers: map[string][]Layer{}}
	for i, s := range m.Scenarios {
		b.index[s.ID] = i
	}
	for _, l := range m.Layers {
		if id, ok := m.only(l); ok {
			b.layers[id] = append(b.layers[id], l)
		}
	}
	for _, all := range b.layers {
		sort.Slice(all, func(i, j int) bool { return all[i].Retention > all[j].Retention })
	}
	return b
}

// only returns the scenario of a layer that has one.
func (m Model) only(l Layer) (id string, ok bool) {
	switch {
	case len(l.Scenarios) == 1:
		return l.Scenarios[0], true
	case len(l.Scenarios) == 0 && len(m.Scenarios) == 1:
		return m.Scenarios[0].ID, true
	}
	return "", false
}

// A knot is a set of scenarios and causes that depend on each other, by what is
// drawn for them.
type knot struct {
	sources      []int
	once, yearly []drawn
}

// knots divides the sources of the model.
func (m Model) knots() []knot {
	n := len(m.Scenarios) + len(m.Causes)
	first := make([]int, n)
	for i := range first {
		first[i] = i
	}
	var root func(i int) int
	root = func(i int) int {
		if first[i] != i {
			first[i] = root(first[i])
		}
		return first[i]
	}
	var ties []drawn
	for _, d := range m.drawn() {
		if m.mixes(d) {
			continue
		}
		ties = append(ties, d)
		for _, s := range d.sources {
			a, b := root(d.sources[0]), root(s)
			first[max(a, b)] = min(a, b)
		}
	}
	all := make([]knot, n)
	for i := range n {
		k := &all[root(i)]
		k.sources = append(k.sources, i)
	}
	for _, d := range ties {
		k := &all[root(d.sources[0])]
		if d.Per == Once {
			k.once = append(k.once, d)
		} else {
			k.yearly = append(k.yearly, d)
		}
	}
	return slices.DeleteFunc(all, func(k knot) bool { return len(k.sources) == 0 })
}

func (b builder) years() (from, to int) {
	if b.year != 0 {
		return b.year - 1, b.year
	}
	return 0, b.model.years()
}

// branch returns the loss of the model.
func (b builder) branch() (branch, error) {
	all := branch{weight: 1}
	for _, k := range b.model.knots() {
		if err := b.once(&all, k, k.once, settings{}); err != nil {
			return branch{}, err
		}
	}
	return all, nil
}

// once adds a knot, given the values of what is drawn once.
func (b builder) once(to *branch, k knot, rest []drawn, v settings) error {
	if len(rest) > 0 {
		return b.over(to, rest[0], v, func(own *branch) error { return b.once(own, k, rest[1:], v) })
	}
	from, end := b.years()
	for year := from; year < end; year++ {
		if err := b.yearly(to, k, k.yearly, v, year); err != nil {
			return err
		}
	}
	return nil
}

func (b builder) yearly(to *branch, k knot, rest []drawn, v settings, year int) error {
	if len(rest) > 0 {
		return b.over(to, rest[0], v, func(own *branch) error { return b.yearly(own, k, rest[1:], v, year) })
	}
	for _, source := range k.sources {
		t, err := b.term(k, source, v, year)
		if err != nil {
			return err
		}
		to.terms = append(to.terms, t)
	}
	return nil
}

// over adds the group of the values of what is drawn.
func (b builder) over(to *branch, d drawn, v settings, add func(own *branch) error) error {
	var g group
	for _, n := range nodes(d.Dist, b.step) {
		if err := b.stopped(); err != nil {
			return err
		}
		v[d.key] = n.x
		own := branch{weight: n.weight}
		if err := add(&own); err != nil {
			return err
		}
		g = append(g, own)
	}
	delete(v, d.key)
	to.groups = append(to.groups, g)
	return nil
}

// term returns the one of a source in a year.
func (b builder) term(k knot, source int, v settings, year int) (term, error) {
	v = maps.Clone(v)
	var t term
	var err error
	if source < len(b.model.Scenarios) {
		t, err = b.scenario(source, v, year)
	} else {
		t, err = b.cause(source-len(b.model.Scenarios), v, year)
	}
	if err != nil {
		return term{}, err
	}
	t.event = t.event.tabled(b.precision)
	if len(k.once)+len(k.yearly) > 0 && b.sameEvents(k, source) {
		t.event.id = 1 + source*b.model.years() + year
	}
	return t, nil
}

// sameEvents tells whether the events of a source have the same losses for all
// values of what is drawn.
func (b builder) sameEvents(k knot, source int) bool {
	n := len(b.model.Scenarios)
	if source >= n || b.model.Scenarios[source].annual() {
		return false
	}
	for _, u := range b.model.Scenarios[source].parameters() {
		ofLoss := u.ofLoss()
		u.path = scenarioPath(source) + u.path
		is := func(d drawn) bool { return ofLoss && d.key == u.key() }
		if slices.ContainsFunc(k.once, is) || slices.ContainsFunc(k.yearly, is) {
			return false
		}
	}
	return true
}

func (s Scenario) annual() bool { return s.AnnualRetention != 0 || s.AnnualLimit != 0 }

func (b builder) scenario(i int, v settings, year int) (term, error) {
	s := v.scenario(b.model.Scenarios[i], i)
	count, err := s.losses(year)
	if err != nil {
		return term{}, fmt.Errorf("%s/frequency: %w", scenarioPath(i), err)
	}
	if !s.annual() || b.largest {
		return term{scenario: i, year: year, count: count, event: b.event(s, year, b.model)}, nil
	}
	nominal := b.model
	nominal.Discount = 0
	sum := branch{weight: 1, terms: []term{{scenario: i, year: year, count: count, event: b.event(s, year, nominal)}}}
	return term{scenario: i, year: year, count: once(1), event: event{part: part{
		of: &inner{branch: sum}, retention: s.AnnualRetention, limit: unlimited(s.AnnualLimit),
		scale: b.model.discount(year),
	}}}, nil
}

// nothingLost is the distribution of no loss.
func nothingLost() dist.Dist { return Fixed(0).Dist }

// once returns the number of an event that happens once with probability p.
func once(p float64) dist.Count {
	c, err := dist.NewBernoulli(p)
	if err != nil {
		return nil
	}
	return c
}

// event returns the loss of one event of a scenario whose values are known.
func (b builder) event(s Scenario, year int, m Model) event {
	s.Severity, s.LossFactor = s.factored()
	s.Then = slices.Clone(s.Then)
	for j, stage := range s.Then {
		s.Then[j] = stage.byFactor(s.LossFactor)
	}
	e := m.event(s, year)
	layers := b.layers[s.ID]
	if b.largest {
		layers = nil
	}
	if len(e.then) > 0 && (s.layered() || len(layers) > 0 || b.largest) {
		e.of = &inner{branch: branch{weight: 1, terms: e.pieces()}}
		e.then = nil
	}
	for _, l := range layers {
		scale := e.scale
		e.scale = 1
		e.part = part{of: leftover{e.part, l.Retention, unlimited(l.Limit)}, limit: math.Inf(1), scale: scale}
	}
	return e
}

// factored returns the severity with the factor of losses: that of a severity
// that is known may be drawn for each event, and is then the severity.
func (s Scenario) factored() (dist.Dist, Uncertain) {
	if s.LossFactor.Dist == nil {
		return s.Severity, Fixed(1)
	}
	if f, known := s.LossFactor.value(); known {
		return byFactor(s.Severity, f), s.LossFactor
	}
	amount, _ := s.Severity.Support()
	return byFactor(s.LossFactor.Dist, amount), Fixed(1)
}

func byFactor(d dist.Dist, f float64) dist.Dist {
	if f == 0 {
		return nothingLost()
	}
	return times(d, f)
}

func (s Stage) byFactor(u Uncertain) Stage {
	f, _ := u.value()
	s.Severity, s.With = byFactor(s.Severity, f), slices.Clone(s.With)
	for i, d := range s.With {
		s.With[i] = byFactor(d, f)
	}
	return s
}

// pieces returns what an event is the sum of, without retention and limit, and
// not discounted.
func (e event) pieces() []term {
	first := e.part
	first.retention, first.limit, first.scale = 0, math.Inf(1), 1
	all := []term{{count: once(1), event: event{part: first}}}
	for _, f := range e.then {
		all = append(all, term{count: once(f.p), event: f.unscaled().whole()})
	}
	return all
}

// cause returns the happenings of a year. What one brings is a single event: the
// sum over the scenarios that it hits.
func (b builder) cause(i int, v settings, year int) (term, error) {
	c := v.cause(b.model.Causes[i], i)
	count, err := mixedPoisson(1, c.Rate)
	if err != nil {
		return term{}, fmt.Errorf("/causes/%d/rate: %w", i, err)
	}
	t := term{scenario: -1, year: year, count: count, event: event{part: part{nothingLost(), 0, math.Inf(1), 1}}}
	simple := !b.largest
	for _, h := range c.Hits {
		j := b.index[h.Scenario]
		e := b.event(v.scenario(b.model.Scenarios[j], j), year, b.model)
		t.event.hits = append(t.event.hits, term{scenario: j, year: year, count: once(h.Probability.mean()), event: e})
		t.event.then = append(t.event.then, follow{p: h.Probability.mean(), part: e.part})
		simple = simple && len(e.then) == 0
	}
	if !simple {
		t.event = event{part: part{&inner{branch: branch{weight: 1, terms: t.event.hits}}, 0, math.Inf(1), 1}, hits: t.event.hits}
	}
	return t, nil
}
