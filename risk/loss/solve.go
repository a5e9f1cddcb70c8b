package loss

import (
	"context"
	"math"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// solve returns the distribution of the sum of the terms, from n points up to
// top.
//
// With A the transform of the atoms of an event's loss and C that of what is
// continuous, and G the generating function of the number of events, that of
// the year is G(A + C), and that of its atoms G(A): years in which each event is
// an atom. The difference is the transform of the continuous part of the year.
func solve(ctx context.Context, terms []term, n int, top float64) (curve, error) {
	c := curve{top: top}
	var err error
	if c.atoms, c.lost, err = sumAtoms(terms, top); err != nil {
		return curve{}, err
	}
	if !slices.ContainsFunc(terms, term.continuous) {
		c.step, c.sum, c.area = top/float64(n), make([]float64, n), make([]float64, n)
		return c, nil
	}
	l, err := newLattice(n, top)
	if err != nil {
		return curve{}, err
	}
	w := newWork(l)
	for _, t := range terms {
		if err := l.multiply(ctx, t, w, len(c.atoms) > 0); err != nil {
			return curve{}, err
		}
	}
	c.rounding = roundingOf(l, terms, w.total)
	if len(c.atoms) > 0 {
		for j, z := range w.totalSteps {
			w.total[j] -= z
		}
	}
	if err := l.plan.Inverse(w.x, w.total, w.fft); err != nil {
		return curve{}, err
	}
	c.fill(l, w.x)
	return c, nil
}

// sumAtoms returns the atoms of the sum of the terms; none if they have together
// too little probability to be seen.
func sumAtoms(terms []term, top float64) (sum []dist.Atom, lost float64, err error) {
	all := 1.0
	for _, t := range terms {
		u, err := t.units()
		if err != nil {
			return nil, 0, err
		}
		all = float64(all * t.pgf(min(u.mass(), 1)))
	}
	if all < noAtom {
		return nil, 0, nil
	}
	sum = []dist.Atom{{At: 0, P: 1}}
	for _, t := range terms {
		own, err := t.atoms(top)
		if err != nil {
			return nil, 0, err
		}
		var little float64
		if sum, little, err = convolve(sum, own, top); err != nil {
			return nil, 0, err
		}
		if lost += little; len(sum) > mostAtoms {
			return nil, 0, errUnits
		}
	}
	return sum, lost, nil
}

// multiply multiplies the transforms of the sum by those of a term.
func (l lattice) multiply(ctx context.Context, t term, w *work, steps bool) error {
	flat, err := l.event(ctx, t.event, w)
	if err != nil {
		return err
	}
	still := t.count.PGF(w.steps[0])
	for j := range w.total {
		if j%often == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		w.total[j] = mathx.MulC(w.total[j], t.count.PGF(w.all[j]))
		if !steps {
			continue
		}
		if !flat {
			still = t.count.PGF(w.steps[j])
		}
		w.totalSteps[j] = mathx.MulC(w.totalSteps[j], still)
	}
	return nil
}

// event sets the transforms of the loss of an event, and tells whether that of
// the atoms is a constant.
func (l lattice) event(ctx context.Context, e event, w *work) (flat bool, err error) {
	if flat, err = l.part(ctx, e.part, w, w.steps); err != nil {
		return false, err
	}
	for j, z := range w.continuous {
		w.all[j] = w.steps[j] + z
	}
	for _, f := range e.then {
		still, err := l.part(ctx, f.part, w, w.atomic)
		if err != nil {
			return false, err
		}
		flat = flat && still
		for j, a := range w.atomic {
			w.steps[j] = mathx.MulC(w.steps[j], f.chance(a))
			w.all[j] = mathx.MulC(w.all[j], f.chance(a+w.continuous[j]))
		}
	}
	return flat, nil
}

// part sets the transforms of a part: of what is continuous, and of the atoms.
func (l lattice) part(ctx context.Context, p part, w *work, atomic []complex128) (flat bool, err error) {
	if err := l.continuous(ctx, p, w, w.continuous); err != nil {
		return false, err
	}
	return l.atoms(p, w, atomic)
}

// chance returns 1 - p + p z, the transform of what follows with probability p.
func (f follow) chance(z complex128) complex128 {
	return complex(1-f.p+float64(f.p*real(z)), float64(f.p*imag(z)))
}

// fill sums the tilted masses at the points.
func (c *curve) fill(l lattice, x []float64) {
	c.step = l.step()
	c.sum, c.area = make([]float64, l.n), make([]float64, l.n)
	sum := 0.0
	for k, x := range x {
		sum += x / l.decay[k]
		c.sum[k] = sum
		if k+1 < l.n {
			c.area[k+1] = c.area[k] + float64(sum*c.step)
		}
	}
}

// roundingOf estimates the error, of about two standard deviations, of the sum
// of cells at 0. The transform of an event has an error of about log₂ n ulp, and
// the n-th power of it n times that; the transform back adds as much as one
// there. Spread over n values, weighed by e^(tilt x/top) and summed, it is
//
//	error of a frequency × e^(tilt x/top) / √(2 tilt)
func roundingOf(l lattice, terms []term, z []complex128) float64 {
	logarithm := 0.0
	for n := l.n; n > 1; n /= 2 {
		logarithm++
	}
	ulps := float64(logarithm * logarithm)
	for _, t := range terms {
		own := 4 + float64(logarithm*t.count.Mean())
		ulps += float64(own * own)
	}
	squares := 0.0
	for _, z := range z {
		squares += float64(real(z)*real(z)) + float64(imag(z)*imag(z))
	}
	return float64(0x1p-52 * math.Sqrt(float64(ulps*squares)/float64(2*tilt*float64(len(z)))))
}
