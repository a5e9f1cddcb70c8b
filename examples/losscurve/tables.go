package main

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/loss"
)

// exceedances writes how probable more than an amount is.
func (a *answer) exceedances(p *page) {
	if len(a.Exceedances) == 0 {
		return
	}
	p.linef("\n%-13s%32s%32s", "more than", a.horizon()+" (AEP)", "largest event (OEP)")
	p.linef("%-13s%12s%20s%12s%20s", "", "exact", "simulated", "exact", "simulated")
	for _, e := range a.Exceedances {
		p.linef("%-13s%12s%20s%12s%20s", amounts.value(e.Amount), alone(e.Loss.Exact), percents.estimate(e.Loss.Simulated),
			alone(e.Largest.Exact), percents.estimate(e.Largest.Simulated))
	}
}

func (a *answer) horizon() string {
	if a.Years > 1 {
		return "present value"
	}
	return "loss of the year"
}

// alone writes a probability without its error, which is in no digit that is
// shown.
func alone(e *loss.Estimate) string {
	if e != nil && e.Basis != loss.Refused {
		return percents.value(e.Value)
	}
	return percents.estimate(e)
}

// contributions writes what the scenarios add to the mean.
func (a *answer) contributions(p *page) {
	p.linef("\n%-14s%28s%28s%10s", "of the mean", "exact", "simulated", "apart")
	for _, c := range a.Contributions {
		p.named(c.Scenario, c.both)
	}
}

// tail writes what they add to the largest losses.
func (a *answer) tail(p *page) {
	if len(a.Tail) == 0 {
		return
	}
	p.linef("\n%-14s%28s%28s", "of the tail", at("VaR", tail), at("TVaR", tail))
	for _, c := range a.Tail {
		name := c.Scenario
		if c.Layer != "" {
			name = "layer " + c.Layer
		}
		p.row(name, amounts.estimate(&c.VaR), amounts.estimate(&c.TVaR), "")
	}
}

// unknown writes where figures may be for want of knowledge.
func (a *answer) unknown(p *page) {
	if len(a.Bands) == 0 {
		return
	}
	p.linef("\n%-14s%28s%28s", "not known", "exact", "simulated")
	for _, b := range a.Bands {
		name := b.Name
		if b.At != 0 {
			name = at(b.Name, b.At)
		}
		p.row(name, between(b.Exact), between(b.Simulated), "")
	}
	p.linef("  (for nine in ten of the values that are possible; more trials do not help)")
}

// between writes a band.
func between(b *loss.Band) string {
	if b == nil {
		return "-"
	}
	return amounts.value(b.Low) + " to " + amounts.value(b.High)
}

// named writes a figure of something whose name may be long.
func (p *page) named(name string, b both) {
	p.row(name, amounts.estimate(b.Exact), amounts.estimate(b.Simulated), b.distance())
}

func (p *page) row(name, first, second, last string) {
	if len([]rune(name)) > 13 {
		p.wrap("", "", name)
		name = ""
	}
	p.linef("%-14s%28s%28s%10s", name, first, second, last)
}

// years writes the years, each in its own money.
func (a *answer) years(p *page) {
	if len(a.ByYear) == 0 {
		return
	}
	p.linef("\n%-14s%28s%28s%10s", "by year", "exact", "simulated", "apart")
	for _, y := range a.ByYear {
		p.figures(fmt.Sprintf("%d %s", y.Year, y.label()), y.both, amounts)
	}
}

// layers writes what others bear.
func (a *answer) layers(p *page) {
	for _, l := range a.Layers {
		p.linef("\nlayer %s", l.Layer)
		p.linef("%-14s%28s a year, for a premium of %s", "  recovery", amounts.estimate(&l.Recovery), amounts.value(l.Premium))
		p.linef("%-14s%28s of the years", "  touched", percents.estimate(&l.Attached))
		p.linef("%-14s%28s of the years", "  used up", percents.estimate(&l.Exhausted))
	}
}
