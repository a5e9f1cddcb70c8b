package loss

import (
	"context"
	"math"
	"sort"

	"github.com/ismskit/ismskit/internal/mathx"
)

// A bracket holds a distribution between two others: that of losses rounded up
// to multiples of a step, and that of losses rounded down. A sum of larger
// losses is larger, so that P(S ≤ x) is between lower[k] and upper[k] for x from
// point k to below the next.
type bracket struct {
	step         float64
	lower, upper []float64
}

// bracketOf computes the bracket of the sum of the terms on n points.
//
// Up, a loss in the cell before point k is k steps; down it is k - 1, also where
// it is on the point. What comes around the end can only add to a probability;
// rounding can do either.
func bracketOf(ctx context.Context, terms []term, n int, top float64) (bracket, error) {
	b := bracket{step: top / float64(n)}
	l, err := newLattice(n, extent{top, usual})
	if err != nil {
		return bracket{}, err
	}
	back := mathx.Exp(-usual)
	for _, side := range []struct {
		shift int
		sum   *[]float64
		sign  float64
	}{{0, &b.lower, -1}, {1, &b.upper, 1}} {
		x, err := l.roundedSum(ctx, terms, side.shift)
		if err != nil {
			return bracket{}, err
		}
		rounding := roundingBound(l, terms)
		sum := 0.0
		for k := range x {
			sum += float64(x[k] * l.growth[k])
			x[k] = sum
		}
		beyond := max(1-sum+rounding/l.decay[n-1], 0) / (1 - back)
		for k, p := range x {
			p += float64(side.sign * (rounding / l.decay[k]))
			if side.sign < 0 {
				p -= float64(back * beyond)
			}
			x[k] = min(max(p, 0), 1)
		}
		*side.sum = x
	}
	b.monotone()
	return b, nil
}

// monotone makes use of that probabilities do not fall: what holds for one point
// holds for those after, or before, it.
func (b bracket) monotone() {
	for k := 1; k < len(b.lower); k++ {
		b.lower[k] = max(b.lower[k], b.lower[k-1])
	}
	for k := len(b.upper) - 2; k >= 0; k-- {
		b.upper[k] = min(b.upper[k], b.upper[k+1])
	}
}

// roundedSum returns the tilted masses of the sum of losses that are rounded up,
// or down for a shift of 1.
func (l lattice) roundedSum(ctx context.Context, terms []term, shift int) ([]float64, error) {
	w, all, total := newWork(l), l.ones(), l.ones()
	for _, t := range terms {
		if err := l.roundedEvent(ctx, t.event, shift, w, all); err != nil {
			return nil, err
		}
		for j, z := range all {
			if j%often == 0 && ctx.Err() != nil {
				return nil, ctx.Err()
			}
			total[j] = mathx.MulC(total[j], t.count.PGF(z))
		}
	}
	return w.x, l.plan.Inverse(w.x, total, w.fft)
}

// roundedEvent sets all to the transform of the loss of an event, whose parts are
// rounded.
func (l lattice) roundedEvent(ctx context.Context, e event, shift int, w *work, all []complex128) error {
	if err := l.rounded(ctx, e.part, shift, w); err != nil {
		return err
	}
	copy(all, w.continuous)
	for _, f := range e.then {
		if len(f.with) > 0 {
			own := l.ones()
			if err := l.roundedEvent(ctx, f.whole(), shift, w, own); err != nil {
				return err
			}
			copy(w.continuous, own)
		} else if err := l.rounded(ctx, f.part, shift, w); err != nil {
			return err
		}
		for j, z := range w.continuous {
			all[j] = mathx.MulC(all[j], f.chance(z))
		}
	}
	return nil
}

// rounded sets w.continuous to the transform of a loss rounded up to a point, or
// of the point before that for a shift of 1.
func (l lattice) rounded(ctx context.Context, p part, shift int, w *work) error {
	clear(w.x)
	below, above := p.cdf(0), p.survival(0)
	w.x[0] = below
	for k := 1; k < l.n+shift; k++ {
		if k%often == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		x := float64(float64(k) * l.step())
		nextBelow, nextAbove := p.cdf(x), p.survival(x)
		mass := nextBelow - below
		if below > 0.5 {
			mass = above - nextAbove
		}
		below, above = nextBelow, nextAbove
		w.x[k-shift] += max(mass, 0)
	}
	for k := range w.x {
		w.x[k] = float64(w.x[k] * l.decay[k])
	}
	return l.plan.Forward(w.continuous, w.x, w.fft)
}

// roundingBound bounds what rounding adds to a sum of masses at 0; it grows with
// e^(tilt x/top).
//
// In the Euclidean norm a transform is off by at most 8 ulp for each doubling of
// n (Higham, Accuracy and Stability of Numerical Algorithms, 2002, theorem 24.2);
// the power of a generating function multiplies that by the number of events, as
// no transform is larger than 1; and a sum of masses, untilted, is at most
// √(n/(2 tilt)) e^(tilt x/top) of the norm (Cauchy and Schwarz). The
// probabilities themselves are right to 1e-13.
func roundingBound(l lattice, terms []term) float64 {
	doublings := 2.0
	for n := l.n; n > 1; n /= 2 {
		doublings++
	}
	ulps, events := float64(8*doublings), 0.0
	for _, t := range terms {
		events += float64(t.count.Mean() * float64(len(t.event.parts())))
	}
	ulps += float64((ulps + 16) * (events + float64(len(terms))))
	return float64(float64(ulps*0x1p-53)*math.Sqrt(float64(l.n)/(2*usual))) + float64(1e-13*events)
}

// first returns the first point at which a probability is p at least, +Inf if
// there is none.
func (b bracket) first(sum []float64, p float64) float64 {
	k := sort.SearchFloat64s(sum, p)
	if k == len(sum) {
		return math.Inf(1)
	}
	return float64(float64(k) * b.step)
}

// quantile returns between which points VaR is.
func (b bracket) quantile(p float64) (low, high float64) {
	return b.first(b.upper, p), b.first(b.lower, p)
}

// cdf returns between which probabilities P(S ≤ x) is.
func (b bracket) cdf(x float64) (low, high float64) {
	k := int(min(max(math.Floor(x/b.step), 0), float64(len(b.lower)-1)))
	return b.lower[k], b.upper[k]
}

// shortfall returns between which values TVaR is. It is the least of
//
//	q + (E[S] - E[min(S, q)]) / (1 - p)
//
// over all q (Rockafellar and Uryasev, Journal of Risk 2, 2000), so that no q
// gives less, and a distribution of larger losses has none that is lower.
func (b bracket) shortfall(p, mean float64) (low, high float64) {
	at := func(sum []float64, q float64) float64 {
		area := 0.0
		for _, f := range sum[:min(int(math.Round(q/b.step)), len(sum))] {
			area += float64(b.step * (1 - f))
		}
		return q + (mean-area)/(1-p)
	}
	left, right := b.quantile(p)
	if math.IsInf(right, 1) {
		return left, right
	}
	return max(at(b.lower, right), left), at(b.upper, left)
}
