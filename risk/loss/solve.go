package loss

import (
	"context"
	"slices"

	"github.com/ismskit/ismskit/risk/dist"
)

// solve returns the distribution of the sum of the terms, from lattices of n
// points up to top, each half as many as the one before.
//
// With A the transform of the atoms of an event's loss and C that of what is
// continuous, and G the generating function of the number of events, that of
// the year is G(A + C), and that of its atoms G(A): years in which each event is
// an atom. The difference is the transform of the continuous part of the year.
func solve(ctx context.Context, terms []term, top float64, n ...int) ([]curve, error) {
	atoms, lost, err := sumAtoms(terms, top)
	if err != nil {
		return nil, err
	}
	curves, sums := make([]curve, len(n)), make([]sum, len(n))
	for i, n := range n {
		curves[i] = curve{top: top, step: top / float64(n), atoms: atoms, lost: lost}
		curves[i].sum, curves[i].area = make([]float64, n), make([]float64, n)
		if sums[i], err = newSum(n, top, len(atoms) > 0); err != nil {
			return nil, err
		}
	}
	if !slices.ContainsFunc(terms, term.continuous) {
		return curves, nil
	}
	for _, t := range terms {
		if err := multiply(ctx, sums, t); err != nil {
			return nil, err
		}
	}
	for i, s := range sums {
		if err := s.fill(&curves[i], terms); err != nil {
			return nil, err
		}
	}
	return curves, nil
}

// multiply multiplies each sum by a term. The areas of the finest cells are
// computed, and those of the others are sums of them.
func multiply(ctx context.Context, sums []sum, t term) error {
	parts, err := t.event.areas(ctx, sums[0].lattice)
	if err != nil {
		return err
	}
	for i, s := range sums {
		if i > 0 {
			for j, a := range parts {
				parts[j] = a.doubled()
			}
		}
		if err := s.multiply(ctx, t, parts); err != nil {
			return err
		}
	}
	return nil
}

// areas returns those of the parts of an event.
func (e event) areas(ctx context.Context, l lattice) ([]areas, error) {
	var all []areas
	for _, f := range e.parts() {
		a, err := newCells(f.part, l.step()).areas(ctx, l.n)
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
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
