package loss

import (
	"context"
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// A sum is where transforms are multiplied on one lattice.
type sum struct {
	lattice
	*work
	steps bool // its atoms are taken apart
}

// newSums returns those of lattices of which each has half the points of the one
// before, if they do.
func newSums(e extent, steps bool, n ...int) ([]sum, error) {
	all := make([]sum, len(n))
	for i, n := range n {
		var l lattice
		if i > 0 && all[i-1].n == 2*n {
			l = all[i-1].half()
		} else {
			var err error
			if l, err = newLattice(n, e); err != nil {
				return nil, err
			}
		}
		all[i] = sum{l, newWork(l), steps}
	}
	return all, nil
}

// multiply multiplies by the transforms of a number of events.
func (s sum) multiply(ctx context.Context, count dist.Count, e transformed, by spectra) error {
	still := count.PGF(e.atoms[0])
	for j, z := range e.all {
		if j%often == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		by.total[j] = mathx.MulC(by.total[j], count.PGF(z))
		if !s.steps {
			continue
		}
		if !e.flat {
			still = count.PGF(e.atoms[j])
		}
		by.steps[j] = mathx.MulC(by.steps[j], still)
	}
	return nil
}

// A transformed is the transform of an event's loss, and that of its atoms, which
// may be a constant.
type transformed struct {
	all, atoms []complex128
	flat       bool
}

// event returns the transforms of the loss of an event.
func (s sum) event(e event, parts []areas) (transformed, error) {
	t := transformed{all: make([]complex128, s.n/2+1), atoms: make([]complex128, s.n/2+1)}
	var err error
	if t.flat, err = s.part(e.part, parts[0], t.atoms); err != nil {
		return transformed{}, err
	}
	for j, z := range s.continuous {
		t.all[j] = t.atoms[j] + z
	}
	if len(e.then) > 0 && s.atomic == nil {
		s.atomic = make([]complex128, s.n/2+1)
	}
	parts = parts[1:]
	for _, f := range e.then {
		own, err := s.stage(f, parts)
		if err != nil {
			return transformed{}, err
		}
		parts = parts[1+len(f.with):]
		t.flat = t.flat && own.flat
		for j, a := range own.atoms {
			t.atoms[j] = mathx.MulC(t.atoms[j], f.chance(a))
			t.all[j] = mathx.MulC(t.all[j], f.chance(own.all[j]))
		}
	}
	return t, nil
}

// stage returns the transforms of the loss of a stage that happens, which may be
// in place until the next.
func (s sum) stage(f follow, parts []areas) (transformed, error) {
	if len(f.with) > 0 {
		return s.event(f.whole(), parts)
	}
	flat, err := s.part(f.part, parts[0], s.atomic)
	for j, a := range s.atomic {
		s.continuous[j] += a
	}
	return transformed{s.continuous, s.atomic, flat}, err
}

// part sets the transforms of a part: of what is continuous, and of the atoms.
func (s sum) part(p part, a areas, atomic []complex128) (flat bool, err error) {
	if err := s.spread(a, s.work, s.continuous); err != nil {
		return false, err
	}
	return s.atoms(p.atoms(), s.work, atomic)
}

// chance returns 1 - p + p z, the transform of what follows with probability p.
func (f follow) chance(z complex128) complex128 {
	return complex(1-f.p+float64(f.p*real(z)), float64(f.p*imag(z)))
}

// fill turns a product into masses, takes the tilt off, and sums them.
func (s sum) fill(c *curve, noise float64, all spectra) error {
	c.rounding = s.rounding(noise, all.total)
	if s.steps {
		for j, z := range all.steps {
			all.total[j] -= z
		}
	}
	if err := s.plan.Inverse(s.x, all.total, s.fft); err != nil {
		return err
	}
	sum := 0.0
	for k, x := range s.x {
		sum += float64(x * s.growth[k])
		c.sum[k] = sum
		if k+1 < s.n {
			c.area[k+1] = c.area[k] + float64(sum*c.step)
		}
	}
	return nil
}

// rounding estimates the error, of about two standard deviations, of the sum
// of cells at 0, where noise is that of a frequency. Spread over n values, weighed
// by e^(tilt x/top) and summed, it is
//
//	error of a frequency × e^(tilt x/top) / √(2 tilt)
func (s sum) rounding(noise float64, z []complex128) float64 {
	squares := 0.0
	for _, z := range z {
		squares += float64(real(z)*real(z)) + float64(imag(z)*imag(z))
	}
	return float64(0x1p-52 * math.Sqrt(float64(noise*squares)/float64(2*s.tilt*float64(len(z)))))
}

// noise returns the mean square of the error of a frequency, in ulp. The transform
// of an event has an error of about log₂ n, and the n-th power of it n times that;
// the transform back adds as much as one there.
func (b branch) noise(doublings float64) float64 {
	return float64(doublings*doublings) + b.sum(func(t term) float64 {
		own := 4 + float64(doublings*t.count.Mean())
		return float64(own * own)
	})
}

func log2(n int) float64 {
	logarithm := 0.0
	for ; n > 1; n /= 2 {
		logarithm++
	}
	return logarithm
}
