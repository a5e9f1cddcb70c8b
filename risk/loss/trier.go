package loss

import (
	"context"
	"errors"
	"math"

	"github.com/ismskit/ismskit/risk/loss/internal/choose"
)

// A trier simulates sets of controls, all with the same events. It keeps the
// first error.
type trier struct {
	ctx     context.Context //nolint:containedctx // of one call
	plan    Plan
	options SimOptions
	seen    map[choose.Set]Estimate
	err     error
}

func newTrier(ctx context.Context, p Plan, o SimOptions) (*trier, error) {
	if o.Precision != (Precision{}) {
		return nil, errors.New("loss: optimize: Precision: got one, want a number of trials, the same for all sets")
	}
	o.Streaming, o.Progress = false, nil
	return &trier{ctx: ctx, plan: p, options: o, seen: map[choose.Set]Estimate{}}, nil
}

// sample returns the trials with a set.
func (t *trier) sample(set choose.Set) Sample {
	if t.err != nil {
		return Sample{}
	}
	var acting []int
	for i := range t.plan.model.Controls {
		if set.Has(i) {
			acting = append(acting, i)
		}
	}
	s, err := t.plan.with(acting).Simulate(t.ctx, t.options)
	t.err = err
	return s
}

// measure returns a figure with a set.
func (t *trier) measure(set choose.Set, of Measure, at float64) Estimate {
	if e, ok := t.seen[set]; ok {
		return e
	}
	s := t.sample(set)
	if t.err != nil {
		return Estimate{Value: math.NaN()}
	}
	e := s.measure(of, at)
	if e.Basis == Refused {
		t.err = errors.New(e.Reason)
	}
	t.seen[set] = e
	return e
}

// difference returns by how much more one set leaves than another, with the error
// that is known from parts of the trials: what both have in common cancels.
func (t *trier) difference(more, less choose.Set, of Measure, at float64) (Estimate, error) {
	a, b := t.sample(more), t.sample(less)
	if t.err != nil {
		return Estimate{}, t.err
	}
	x, y := a.parts(), b.parts()
	var parts []float64
	for i := range x {
		parts = append(parts, measured(x[i], of, at)-measured(y[i], of, at))
	}
	return replicated(measured(a.all, of, at)-measured(b.all, of, at), parts), nil
}

// parts returns sixteen parts of the trials that are independent of each other.
func (s Sample) parts() []observed {
	if s.replicates != nil {
		return s.replicates
	}
	all := s.part.shards[0].present
	parts, n := make([]observed, replicates), len(all)/replicates
	for i := range parts {
		parts[i] = kept(all[i*n : (i+1)*n])
	}
	return parts
}

// measured returns a measure of losses.
func measured(o observed, of Measure, at float64) float64 {
	switch of {
	case ValueAtRisk:
		return o.quantiles([]float64{at})[0].value
	case TailValueAtRisk:
		return o.TailMean(at)
	default:
		return o.Mean()
	}
}

// replicated returns a value with an interval of 95 % that is known from values
// of independent parts, by Student's t.
func replicated(value float64, parts []float64) Estimate {
	n := float64(len(parts))
	sum, squares := 0.0, 0.0
	for _, x := range parts {
		sum += x
	}
	mean := float64(sum / n)
	for _, x := range parts {
		squares += float64((x - mean) * (x - mean))
	}
	half := float64(student15 * math.Sqrt(squares/float64(n*(n-1))))
	return Estimate{Value: value, Low: value - half, High: value + half, Basis: Sampled}
}
