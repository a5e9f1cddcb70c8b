package loss

import (
	"context"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// A pool is Poisson terms without stages, whose sum is one of them:
//
//	Π e^(λᵢ(φᵢ - 1)) = e^(Σ λᵢφᵢ - Σ λᵢ)
//
// so that one transform, and one exponential of each frequency, does for all.
type pool struct {
	rate  float64
	areas areas       // Σ λᵢ areas
	atoms []dist.Atom // with λᵢ times their probabilities
}

// pools tells whether a term can be in a pool. One whose event comes again is
// better transformed once.
func pools(t term) bool {
	_, poisson := t.count.(dist.Poisson)
	return poisson && len(t.event.then) == 0 && t.event.id == 0
}

func (p *pool) add(ctx context.Context, t term, l lattice) error {
	if p.areas.of == nil {
		p.areas.of = make([]float64, l.n)
	}
	rate := t.count.Mean()
	if rate == 0 {
		return nil
	}
	all, err := t.event.areas(ctx, l)
	if err != nil {
		return err
	}
	a := all[0]
	p.rate += rate
	p.areas.mass += float64(rate * a.mass)
	for k, area := range a.of {
		p.areas.of[k] += float64(rate * area)
	}
	for _, a := range t.event.part.atoms() {
		p.atoms = append(p.atoms, dist.Atom{At: a.At, P: float64(rate * a.P)})
	}
	return nil
}

// pool multiplies by a pool.
func (m multiplier) pool(ctx context.Context, p pool, by []spectra) error {
	if p.areas.of == nil {
		return nil
	}
	for i, s := range m.sums {
		if i > 0 {
			p.areas = p.areas.doubled()
		}
		err := s.spread(p.areas, s.work, s.continuous)
		if err != nil {
			return err
		}
		if len(p.atoms) == 0 {
			err = s.smooth(ctx, p.rate, by[i])
		} else {
			err = s.stepped(ctx, p, by[i])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// smooth multiplies by the pool with the transform that is in place.
func (s sum) smooth(ctx context.Context, rate float64, by spectra) error {
	still := mathx.ExpC(complex(-rate, 0))
	for j, z := range s.continuous {
		if j%often == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		by.total[j] = mathx.MulC(by.total[j], mathx.ExpC(z-complex(rate, 0)))
		if s.steps {
			by.steps[j] = mathx.MulC(by.steps[j], still)
		}
	}
	return nil
}

// stepped does the same for a pool with atoms.
func (s sum) stepped(ctx context.Context, p pool, by spectra) error {
	atomic := make([]complex128, len(s.continuous))
	flat, err := s.atoms(p.atoms, s.work, atomic)
	if err != nil {
		return err
	}
	still := mathx.ExpC(atomic[0] - complex(p.rate, 0))
	for j, z := range s.continuous {
		if j%often == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		a := atomic[j] - complex(p.rate, 0)
		by.total[j] = mathx.MulC(by.total[j], mathx.ExpC(z+a))
		if !s.steps {
			continue
		}
		if !flat {
			still = mathx.ExpC(a)
		}
		by.steps[j] = mathx.MulC(by.steps[j], still)
	}
	return nil
}
