package main

import (
	"context"
	"errors"
	"math"

	"github.com/ismskit/ismskit/risk/loss"
)

// pair asks both engines for a figure, those that there are.
func pair[C curve](exact, sample C, ask func(C) loss.Estimate) both {
	var b both
	if any(exact) != nil {
		e := finite(ask(exact))
		b.Exact = &e
	}
	if any(sample) != nil {
		e := finite(ask(sample))
		b.Simulated = &e
	}
	b.Apart = apart(b)
	return b
}

// infinite is the reason why a figure that is +Inf is refused: JSON has no such
// number.
const infinite = "infinite"

func finite(e loss.Estimate) loss.Estimate {
	if math.IsInf(e.Value, 0) {
		return loss.Estimate{Basis: loss.Refused, Reason: infinite}
	}
	return e
}

// apart is the distance of two figures, in standard errors of the second: one
// side of its interval is 1.96 of them. It is nil where one is missing, or has no error.
func apart(b both) *float64 {
	if b.Exact == nil || b.Simulated == nil || b.Exact.Basis == loss.Refused || b.Simulated.Basis == loss.Refused {
		return nil
	}
	side := b.Simulated.High - b.Simulated.Value // where the exact figure is
	if b.Exact.Value < b.Simulated.Value {
		side = b.Simulated.Value - b.Simulated.Low
	}
	se := side / 1.959963984540054
	d := (b.Simulated.Value - b.Exact.Value) / se
	if !(se > 0) || math.IsInf(d, 0) || math.IsNaN(d) {
		return nil
	}
	return &d
}

// figures fills in what is asked of every loss.
func (a *answer) figures(exact, sample events) {
	add := func(name string, at float64, ask func(events) loss.Estimate) {
		a.Figures = append(a.Figures, figure{name, at, pair(exact, sample, ask)})
	}
	add("mean", 0, events.Mean)
	add("sd", 0, events.SD)
	add("P(0)", 0, events.P0)
	for _, p := range probabilities {
		add("VaR", p, func(c events) loss.Estimate { return c.VaR(p) })
	}
	for _, p := range probabilities {
		add("TVaR", p, func(c events) loss.Estimate { return c.TVaR(p) })
	}
	of := exact
	if of == nil {
		of = sample
	}
	for _, x := range round(of) {
		a.Exceedances = append(a.Exceedances, exceedance{
			x, pair(exact, sample, func(c events) loss.Estimate { return c.Exceedance(x) }),
			pair(exact, sample, func(c events) loss.Estimate { return c.Occurrence(x) }),
		})
	}
	for i, c := range of.Contributions() {
		a.Contributions = append(a.Contributions, contribution{
			c.Scenario, pair(exact, sample, func(e events) loss.Estimate { return e.Contributions()[i].Mean }),
		})
	}
}

// round returns round amounts, from what is exceeded in many years to what is in one
// of a thousand.
func round(of events) []float64 {
	low, high := 0.0, of.VaR(0.999).Value
	for _, p := range probabilities {
		if low = of.VaR(p).Value; low > 0 {
			break
		}
	}
	var all []float64
	steps := []float64{1, 2, 5}
	if high > 1e3*low {
		steps = []float64{1}
	}
	if !(low > 0) {
		return nil
	}
	for k := math.Floor(math.Log10(low)); len(all) < 12 && k <= math.Log10(high); k++ {
		for _, s := range steps {
			if x := s * math.Pow(10, k); x >= low && x <= high {
				all = append(all, x)
			}
		}
	}
	return all
}

// byYear fills in the years, each in its own money, if there are several.
func (a *answer) byYear(ctx context.Context, plan loss.Plan, exact, sample events) error {
	for y := 1; a.Years > 1 && y <= a.Years; y++ {
		var e, s curve
		if exact != nil {
			r, err := plan.Exact(ctx, loss.ExactOptions{At: []float64{0.95, 0.99}, Tolerance: 1e-4, Year: y})
			switch {
			case err == nil:
				e = r
			case errors.Is(err, context.Canceled):
				return err
			}
		}
		if s0, ok := sample.(loss.Sample); ok {
			l, err := s0.Year(y)
			if err != nil {
				return err
			}
			s = l
		}
		a.year(y, e, s)
	}
	return nil
}

func (a *answer) year(y int, exact, sample curve) {
	add := func(name string, at float64, ask func(curve) loss.Estimate) {
		a.ByYear = append(a.ByYear, yearly{y, figure{name, at, pair(exact, sample, ask)}})
	}
	add("mean", 0, curve.Mean)
	for _, p := range []float64{0.95, 0.99} {
		add("VaR", p, func(c curve) loss.Estimate { return c.VaR(p) })
	}
}
