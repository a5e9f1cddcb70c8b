package loss

import (
	"math"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// A term is a scenario in one year: a number of events and the loss of each.
type term struct {
	scenario, year int // from 0
	count          dist.Count
	event          event
}

// event returns that of a scenario in a year, from 0, as a present value.
func (m Model) event(s Scenario, year int) event {
	y := float64(year)
	growth, discount := mathx.Pow(1+s.LossTrend, y), m.discount(year)
	e := event{part: part{times(s.Severity, growth), s.EventRetention, unlimited(s.EventLimit), discount}}
	for _, stage := range s.Then {
		all := func(d dist.Dist) part { return part{times(d, growth), 0, math.Inf(1), discount} }
		f := follow{p: stage.Probability.Dist.Mean(), part: all(stage.Severity)}
		for _, d := range stage.With {
			f.with = append(f.with, all(d))
		}
		e.then = append(e.then, f)
	}
	return e
}

// discount returns what a loss of a year, from 0, counts in a present value.
func (m Model) discount(year int) float64 { return mathx.Pow(1+m.Discount, -float64(year)) }

// unlimited returns the limit, +Inf for none.
func unlimited(limit float64) float64 {
	if limit == 0 {
		return math.Inf(1)
	}
	return limit
}

func (t term) mean() float64 {
	n := t.count.Mean()
	if n == 0 {
		return 0
	}
	return float64(n * t.event.mean())
}

// variance returns E[N] Var Y + Var N E[Y]².
func (t term) variance() float64 {
	n := t.count.Mean()
	if n == 0 {
		return 0
	}
	mean := t.event.mean()
	return float64(n*t.event.variance()) + float64(t.count.Variance()*float64(mean*mean))
}

// zero returns P(S = 0).
func (t term) zero() float64 { return t.pgf(t.event.zero()) }

// pgf returns E[z^N] for 0 ≤ z ≤ 1.
func (t term) pgf(z float64) float64 { return real(t.count.PGF(complex(z, 0))) }

// continuous tells whether an event's loss has a continuous part.
func (t term) continuous() bool {
	return slices.ContainsFunc(t.event.parts(), func(f follow) bool { return f.p > 0 && newCells(f.part, 1).mass > 0 })
}
