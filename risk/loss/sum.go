package loss

import (
	"context"
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// A sum is the product of the transforms of terms on one lattice.
type sum struct {
	lattice
	*work
	steps bool // its atoms are taken apart
}

func newSum(n int, top float64, steps bool) (sum, error) {
	l, err := newLattice(n, top)
	if err != nil {
		return sum{}, err
	}
	return sum{l, newWork(l), steps}, nil
}

// multiply multiplies the transforms of the sum by those of a term.
func (s sum) multiply(ctx context.Context, t term, parts []areas) error {
	flat, err := s.event(t.event, parts)
	if err != nil {
		return err
	}
	still := t.count.PGF(s.atomsOnly[0])
	for j := range s.total {
		if j%often == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		s.total[j] = mathx.MulC(s.total[j], t.count.PGF(s.all[j]))
		if !s.steps {
			continue
		}
		if !flat {
			still = t.count.PGF(s.atomsOnly[j])
		}
		s.totalSteps[j] = mathx.MulC(s.totalSteps[j], still)
	}
	return nil
}

// event sets the transforms of the loss of an event, and tells whether that of
// the atoms is a constant.
func (s sum) event(e event, parts []areas) (flat bool, err error) {
	if flat, err = s.part(e.part, parts[0], s.atomsOnly); err != nil {
		return false, err
	}
	for j, z := range s.continuous {
		s.all[j] = s.atomsOnly[j] + z
	}
	for i, f := range e.then {
		still, err := s.part(f.part, parts[i+1], s.atomic)
		if err != nil {
			return false, err
		}
		flat = flat && still
		for j, a := range s.atomic {
			s.atomsOnly[j] = mathx.MulC(s.atomsOnly[j], f.chance(a))
			s.all[j] = mathx.MulC(s.all[j], f.chance(a+s.continuous[j]))
		}
	}
	return flat, nil
}

// part sets the transforms of a part: of what is continuous, and of the atoms.
func (s sum) part(p part, a areas, atomic []complex128) (flat bool, err error) {
	if err := s.spread(a, s.work, s.continuous); err != nil {
		return false, err
	}
	return s.atoms(p, s.work, atomic)
}

// chance returns 1 - p + p z, the transform of what follows with probability p.
func (f follow) chance(z complex128) complex128 {
	return complex(1-f.p+float64(f.p*real(z)), float64(f.p*imag(z)))
}

// fill turns the product into masses, takes the tilt off, and sums them.
func (s sum) fill(c *curve, terms []term) error {
	c.rounding = roundingOf(s.lattice, terms, s.total)
	if s.steps {
		for j, z := range s.totalSteps {
			s.total[j] -= z
		}
	}
	if err := s.plan.Inverse(s.x, s.total, s.fft); err != nil {
		return err
	}
	sum := 0.0
	for k, x := range s.x {
		sum += x / s.decay[k]
		c.sum[k] = sum
		if k+1 < s.n {
			c.area[k+1] = c.area[k] + float64(sum*c.step)
		}
	}
	return nil
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
