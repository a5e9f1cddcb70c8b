package loss

import (
	"context"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// solve returns the distribution of the sum of a branch, from lattices of n points
// over an extent, each half as many as the one before.
//
// With A the transform of the atoms of an event's loss and C that of what is
// continuous, and G the generating function of the number of events, that of
// the year is G(A + C), and that of its atoms G(A): years in which each event is
// an atom. The difference is the transform of the continuous part of the year.
func solve(ctx context.Context, b branch, e extent, n ...int) ([]curve, error) {
	atoms, lost, err := b.worthAtoms(e.top)
	if err != nil {
		return nil, err
	}
	curves := make([]curve, len(n))
	for i, n := range n {
		curves[i] = curve{extent: e, step: e.top / float64(n), atoms: atoms, lost: lost}
		curves[i].sum, curves[i].area = make([]float64, n), make([]float64, n)
	}
	if !b.some(term.continuous) {
		return curves, nil
	}
	sums, err := newSums(e, len(atoms) > 0, n...)
	if err != nil {
		return nil, err
	}
	m := multiplier{sums: sums, events: map[int][]transformed{}}
	all := m.ones()
	if err := m.branch(ctx, b, all); err != nil {
		return nil, err
	}
	noise := b.noise(log2(n[0]))
	for i, s := range m.sums {
		if err := s.fill(&curves[i], noise, all[i]); err != nil {
			return nil, err
		}
	}
	return curves, nil
}

// worthAtoms returns the atoms of the sum; none if they have together too little
// probability to be seen.
func (b branch) worthAtoms(top float64) (sum []dist.Atom, lost float64, err error) {
	all := b.product(func(t term) float64 {
		u, own := t.atomic()
		if own != nil {
			err = own
		}
		return t.pgf(min(u, 1))
	})
	if err != nil || all < noAtom {
		return nil, 0, err
	}
	return b.atoms(top)
}

// A multiplier makes the products of the transforms of terms, on several
// lattices, the finest first.
type multiplier struct {
	sums   []sum
	events map[int][]transformed // those that come again
}

// A spectra is a product of transforms: of losses, and of their atoms alone.
type spectra struct{ total, steps []complex128 }

func (m multiplier) ones() []spectra {
	all := make([]spectra, len(m.sums))
	for i, s := range m.sums {
		if all[i].total = s.ones(); s.steps {
			all[i].steps = s.ones()
		}
	}
	return all
}

// branch multiplies by the terms and the groups of a branch.
func (m multiplier) branch(ctx context.Context, b branch, by []spectra) error {
	var pool pool
	for _, t := range b.terms {
		if pools(t) {
			if err := pool.add(ctx, t, m.sums[0].lattice); err != nil {
				return err
			}
			continue
		}
		if err := m.term(ctx, t, by); err != nil {
			return err
		}
	}
	if err := m.pool(ctx, pool, by); err != nil {
		return err
	}
	for _, g := range b.groups {
		if err := m.group(ctx, g, by); err != nil {
			return err
		}
	}
	return nil
}

// group multiplies by the mean of the branches.
func (m multiplier) group(ctx context.Context, g group, by []spectra) error {
	mean := make([]spectra, len(m.sums))
	for i, s := range m.sums {
		mean[i] = spectra{make([]complex128, s.n/2+1), make([]complex128, s.n/2+1)}
	}
	for _, b := range g {
		if b.weight < seen {
			continue
		}
		own := m.ones()
		if err := m.branch(ctx, b, own); err != nil {
			return err
		}
		for i, p := range own {
			addTo(mean[i].total, p.total, b.weight)
			addTo(mean[i].steps, p.steps, b.weight)
		}
	}
	for i, p := range mean {
		for j := range p.total {
			by[i].total[j] = mathx.MulC(by[i].total[j], p.total[j])
		}
		for j := range by[i].steps {
			by[i].steps[j] = mathx.MulC(by[i].steps[j], p.steps[j])
		}
	}
	return nil
}

// addTo adds y, by a weight, to x.
func addTo(x, y []complex128, weight float64) {
	for j, z := range y {
		x[j] += complex(float64(weight*real(z)), float64(weight*imag(z)))
	}
}

// term multiplies by a term.
func (m multiplier) term(ctx context.Context, t term, by []spectra) error {
	events, known := m.events[t.event.id]
	if !known || t.event.id == 0 {
		var err error
		if events, err = m.event(ctx, t.event); err != nil {
			return err
		}
		m.events[t.event.id] = events
	}
	for i, s := range m.sums {
		if err := s.multiply(ctx, t.count, events[i], by[i]); err != nil {
			return err
		}
	}
	return nil
}

// event returns the transforms of an event. The areas of the finest cells are
// computed, and those of the others are sums of them.
func (m multiplier) event(ctx context.Context, e event) ([]transformed, error) {
	parts, err := e.areas(ctx, m.sums[0].lattice)
	if err != nil {
		return nil, err
	}
	all := make([]transformed, len(m.sums))
	for i, s := range m.sums {
		if i > 0 {
			for j, a := range parts {
				parts[j] = a.doubled()
			}
		}
		if all[i], err = s.event(e, parts); err != nil {
			return nil, err
		}
	}
	return all, nil
}
