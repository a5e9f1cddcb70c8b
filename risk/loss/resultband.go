package loss

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// Band returns the band of a figure, at a probability if it is one of the tail:
// an exact result for each of some values of what is drawn once, and between them
// interpolation that keeps the order. Of a single parameter, with which the figure
// rises or falls, the ends of the band are figures for values of it, and have
// their error only. It is an error if no parameter is drawn once.
func (r Result) Band(ctx context.Context, of Measure, p float64) (Band, error) {
	figure := func(r Result) Estimate {
		switch of {
		case ValueAtRisk:
			return r.VaR(p)
		case TailValueAtRisk:
			return r.TVaR(p)
		default:
			return r.Mean()
		}
	}
	return r.band(ctx, figure)
}

// An axis is one of the unknown parameters, with the values it is looked at.
type axis struct {
	drawn
	parts []span
}

// A span is a stretch of a parameter with its values: one, or some at scores that
// are evenly spaced about 0.
type span struct {
	width  float64
	values []float64
	step   float64 // of the scores
}

// axes returns those of the model.
func (m Model) axes() []axis {
	var all []axis
	for _, d := range m.drawn() {
		if d.Per == Once {
			all = append(all, axis{drawn: d})
		}
	}
	step := widest
	if len(all) > 1 {
		step = float64(1.5 * widest)
	}
	for i := range all {
		a := &all[i]
		for _, s := range stretches(a.Dist) {
			part := span{width: s.width, values: []float64{s.at}, step: step}
			if !s.atom {
				part.values = nil
				for z := float64(-6 * widest); z < 6.1*widest; z += step {
					part.values = append(part.values, s.quantile(a.Dist, z))
				}
			}
			a.parts = append(a.parts, part)
		}
	}
	return all
}

// band returns the band of any figure.
func (r Result) band(ctx context.Context, figure func(Result) Estimate) (Band, error) {
	axes := r.plan.model.axes()
	if len(axes) == 0 {
		return Band{}, errors.New("loss: band: got no parameter that is drawn once, want one: without there is nothing that nobody knows")
	}
	if len(axes) == 1 {
		axes = append(axes, axis{parts: []span{{width: 1, values: []float64{0}}}})
	}
	var all scattering
	values := 0
	for _, a := range axes[0].parts {
		for _, b := range axes[1].parts {
			table := make([][]float64, len(a.values))
			for i, x := range a.values {
				for _, y := range b.values {
					f, err := r.given(ctx, settings{axes[0].key: x, axes[1].key: y}, figure)
					if err != nil {
						return Band{}, err
					}
					table[i] = append(table[i], f)
					values++
				}
			}
			all.add(a, b, table)
		}
	}
	return Band{Low: all.quantile(0.05), Median: all.quantile(0.5), High: all.quantile(0.95), Values: values}, nil
}

// given returns a figure of the model with values for what is drawn once.
func (r Result) given(ctx context.Context, v settings, figure func(Result) Estimate) (float64, error) {
	p, err := Compile(v.model(r.plan.model))
	if err != nil {
		return 0, fmt.Errorf("loss: band: %w", err)
	}
	o := r.options
	o.Tolerance, o.Bound, o.Progress = max(o.Tolerance, 1e-5), 0, nil
	one, err := p.Exact(ctx, o)
	if err != nil {
		return 0, fmt.Errorf("loss: band: %w", err)
	}
	f := figure(one)
	if f.Basis == Refused {
		return 0, fmt.Errorf("loss: band: %s", f.Reason)
	}
	return f.Value, nil
}

// A scattering is the distribution of a figure: pieces, in each of which it is evenly
// distributed between two values.
type scattering []struct{ low, high, mass float64 } //nolint:recvcheck // it grows, and then is a value

// finer is into how many parts the interpolation divides a step.
const finer = 12

// add adds the figures at the values of two spans.
func (s *scattering) add(a, b span, table [][]float64) {
	dense := make([][]float64, len(table))
	for i, row := range table {
		dense[i] = denser(row)
	}
	column := make([]float64, len(table))
	var all [][]float64 // by the second, then the first
	for j := range dense[0] {
		for i, row := range dense {
			column[i] = row[j]
		}
		all = append(all, denser(column))
	}
	first, second := a.masses(), b.masses()
	for j, m := range second {
		for i, n := range first {
			next, beside := min(i+1, len(all[0])-1), min(j+1, len(all)-1)
			w, x, y, z := all[j][i], all[j][next], all[beside][i], all[beside][next]
			*s = append(*s, struct{ low, high, mass float64 }{min(w, x, y, z), max(w, x, y, z), float64(m * n)})
		}
	}
}

// masses returns the probabilities between the values of a span and those put
// between them. What is beyond the last is at the last.
func (s span) masses() []float64 {
	n := len(s.values)
	if n == 1 {
		return []float64{s.width}
	}
	all := make([]float64, (n-1)*finer)
	first := float64(-0.5 * float64(float64(n-1)*s.step))
	below := 0.0
	for i := range all {
		z := first + float64(float64(i+1)*s.step)/finer
		upTo := mathx.NormCDF(z)
		if i == len(all)-1 {
			upTo = 1
		}
		all[i], below = float64(s.width*(upTo-below)), upTo
	}
	return all
}

// denser returns the values with others put between them by cubics that keep the
// order (Fritsch and Butland, SIAM Journal on Scientific and Statistical Computing
// 5, 1984), of the logarithms where that is possible.
func denser(y []float64) []float64 {
	if len(y) == 1 {
		return y
	}
	logs := make([]float64, len(y))
	for i, x := range y {
		if logs[i] = mathx.Log(x); !(x > 0) {
			return evenly(y)
		}
	}
	all := evenly(logs)
	for i, x := range all {
		if all[i] = mathx.Exp(x); i%finer == 0 {
			all[i] = y[i/finer]
		}
	}
	return all
}

func evenly(y []float64) []float64 {
	slope := func(i int) float64 {
		if i == 0 || i == len(y)-1 {
			return y[min(i+1, len(y)-1)] - y[max(i-1, 0)]
		}
		before, after := y[i]-y[i-1], y[i+1]-y[i]
		if float64(before*after) <= 0 {
			return 0
		}
		return float64(2*float64(before*after)) / (before + after)
	}
	var all []float64
	for i := range len(y) - 1 {
		a, b, rise := slope(i), slope(i+1), y[i+1]-y[i]
		for j := range finer {
			t := float64(j) / finer
			c, d := float64(3*rise)-float64(2*a)-b, a+b-float64(2*rise)
			all = append(all, y[i]+float64(t*(a+float64(t*(c+float64(t*d))))))
		}
	}
	return append(all, y[len(y)-1])
}

// quantile returns the value that is not exceeded with probability p.
func (s scattering) quantile(p float64) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, part := range s {
		low, high = min(low, part.low), max(high, part.high)
	}
	below := func(x float64) float64 {
		sum := 0.0
		for _, part := range s {
			switch {
			case part.high <= x:
				sum += part.mass
			case part.low < x:
				sum += float64(part.mass * ((x - part.low) / (part.high - part.low)))
			}
		}
		return sum
	}
	if below(low) >= p {
		return low
	}
	for range 100 {
		middle := low + float64(0.5*(high-low))
		if middle <= low || middle >= high {
			break
		}
		if below(middle) >= p-1e-15 {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}
