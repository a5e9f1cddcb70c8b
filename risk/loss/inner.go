package loss

import (
	"context"
	"fmt"
	"math"

	"github.com/ismskit/ismskit/risk/dist"
)

// An inner is a sum of losses that is itself the loss of an event, or of a year,
// of which a retention and a limit leave a part: its distribution has to be
// computed on a lattice of its own. Before it is, only mean and variance are
// known, and about how far it goes.
type inner struct {
	branch

	*pair                // nil before
	mean, variance, zero float64
	need                 float64 // how far it is needed
}

// solved returns the branch with its inner sums computed on lattices of n points,
// as far as losses up to top need it.
func (b branch) solved(ctx context.Context, top float64, n int) (branch, error) {
	done := map[int]event{}
	return b.mapped(func(t term) (term, error) {
		if e, ok := done[t.event.id]; ok && t.event.id != 0 {
			t.event = e
			return t, nil
		}
		var err error
		if t.event, err = t.event.solved(ctx, top, n); err != nil {
			return term{}, err
		}
		if done[t.event.id] = t.event; len(t.event.hits) == 0 {
			return t, nil
		}
		hits, err := branch{terms: t.event.hits}.solved(ctx, top, n)
		t.event.hits = hits.terms
		return t, err
	})
}

func (e event) solved(ctx context.Context, top float64, n int) (event, error) {
	var err error
	if e.part, err = e.part.solved(ctx, top, n); err != nil || len(e.then) == 0 {
		return e, err
	}
	then := make([]follow, len(e.then))
	for i, f := range e.then {
		if f.part, err = f.solved(ctx, top, n); err != nil {
			return event{}, err
		}
		then[i] = f
	}
	e.then = then
	return e, nil
}

func (p part) solved(ctx context.Context, top float64, n int) (part, error) {
	need := p.retention + min(p.limit, top/p.scale)
	switch of := p.of.(type) {
	case *inner:
		own, err := of.solvedTo(ctx, need, n)
		p.of = own
		return p, err
	case leftover:
		own, err := of.solved(ctx, of.needs(need), n)
		of.part = own
		p.of = of
		return p, err
	}
	return p, nil
}

// solvedTo returns the distribution, known up to an amount at least.
func (d *inner) solvedTo(ctx context.Context, need float64, n int) (*inner, error) {
	top := float64(2.5 * need)
	if most := float64(2 * d.reach(1e-13)); most > 0 {
		top = min(top, max(most, need/room))
	}
	top = d.align(max(top, 1e-12))
	// Only what is needed has to bear rounding, so that hardly anything need come
	// back around the end.
	tilt := min(max(float64(room*usual*(top/need)), usual), 36)
	b, err := d.solved(ctx, top, n)
	if err != nil {
		return nil, err
	}
	curves, err := solve(ctx, b, extent{top, tilt}, n, n/2)
	if err != nil {
		return nil, err
	}
	own := &inner{branch: b, pair: &pair{curves[0], curves[1]}, zero: b.product(term.zero), need: need}
	own.mean, own.variance = b.moments()
	return own, nil
}

// slack returns by how much a probability may be off, but for the step.
func (d *inner) slack() float64 {
	if d.pair == nil {
		return 0
	}
	x := d.need
	fine, _ := d.fine.slack(x)
	coarse, _ := d.coarse.slack(x)
	return float64(5*max(fine, coarse)) / 3
}

// CDF returns P(S ≤ x).
func (d *inner) CDF(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x < 0:
		return 0
	case math.IsInf(x, 1):
		return 1
	case d.pair == nil:
		return 0.5
	case x == 0:
		return d.zero
	}
	return min(max(d.cdf(min(x, d.last())), d.zero), 1)
}

// Survival returns P(S > x).
func (d *inner) Survival(x float64) float64 { return 1 - d.CDF(x) }

// Quantile returns the least x with CDF(x) ≥ p.
func (d *inner) Quantile(p float64) float64 { return d.Upper(1 - p) }

// Upper returns the least x with Survival(x) ≤ q.
func (d *inner) Upper(q float64) float64 {
	if d.pair == nil {
		return d.reach(q)
	}
	return min(quantile(d.pair, 1-q), d.last())
}

// Density returns about the density.
func (d *inner) Density(x float64) float64 {
	if d.pair == nil {
		return 0
	}
	h := d.fine.step
	return max(d.CDF(x+h)-d.CDF(x-h), 0) / float64(2*h)
}

// Mean returns E[S].
func (d *inner) Mean() float64 {
	if d.pair == nil {
		mean, _ := d.moments()
		return mean
	}
	return d.mean
}

// Variance returns the variance.
func (d *inner) Variance() float64 {
	if d.pair == nil {
		_, variance := d.moments()
		return variance
	}
	return d.variance
}

// LimitedMean returns E[min(S, x)].
func (d *inner) LimitedMean(x float64) float64 {
	switch {
	case math.IsInf(x, 1):
		return d.Mean()
	case d.pair == nil:
		return min(d.Mean(), x)
	case x > d.last():
		return min(d.limited(d.last()), x)
	}
	return min(max(d.limited(x), 0), x)
}

// Support returns an interval that S is in.
func (d *inner) Support() (low, high float64) { return 0, d.most() }

// Atoms returns the points of positive probability.
func (d *inner) Atoms() []dist.Atom {
	if d.pair == nil {
		return nil
	}
	return append([]dist.Atom(nil), d.fine.atoms...)
}

func (d *inner) String() string { return fmt.Sprintf("a sum with mean %v", d.Mean()) }
