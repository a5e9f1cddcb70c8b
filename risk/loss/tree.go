package loss

import (
	"math"
	"slices"

	"github.com/ismskit/ismskit/risk/dist"
)

// A branch is a sum of independent losses: of terms, and of groups.
type branch struct {
	weight float64 // of the values that are drawn for it
	terms  []term
	groups []group
}

// A group is a loss with the distribution of one of its branches, of which each
// has its weight: the branches are the values of a parameter that several terms
// have in common, at the nodes of a rule of quadrature.
type group []branch

// seen is the least weight of a branch that counts in a distribution; those of
// less count in moments.
const seen = 1e-17

// each calls f with all terms, and the product of the weights that they have.
func (b branch) each(weight float64, f func(t term, weight float64)) {
	for _, t := range b.terms {
		f(t, weight)
	}
	for _, g := range b.groups {
		for _, b := range g {
			b.each(float64(weight*b.weight), f)
		}
	}
}

// some tells whether f holds for some term.
func (b branch) some(f func(t term) bool) bool {
	found := false
	b.each(1, func(t term, _ float64) { found = found || f(t) })
	return found
}

// mapped returns the branch with other terms.
func (b branch) mapped(f func(t term) (term, error)) (branch, error) {
	b.terms, b.groups = slices.Clone(b.terms), slices.Clone(b.groups)
	var err error
	for i, t := range b.terms {
		if b.terms[i], err = f(t); err != nil {
			return branch{}, err
		}
	}
	for i, g := range b.groups {
		g = slices.Clone(g)
		for j, own := range g {
			if own.weight < seen {
				continue
			}
			if g[j], err = own.mapped(f); err != nil {
				return branch{}, err
			}
		}
		b.groups[i] = g
	}
	return b, nil
}

// moments returns mean and variance:
//
//	E[S] = E[E[S | v]], Var S = E[Var[S | v]] + Var E[S | v]
func (b branch) moments() (mean, variance float64) {
	for _, t := range b.terms {
		mean += t.mean()
		variance += t.variance()
	}
	for _, g := range b.groups {
		m, v := g.moments()
		mean += m
		variance += v
	}
	return mean, variance
}

func (g group) moments() (mean, variance float64) {
	means := make([]float64, len(g))
	within := 0.0
	for i, b := range g {
		m, v := b.moments()
		means[i] = m
		mean += float64(b.weight * m)
		within += float64(b.weight * v)
	}
	if math.IsInf(within, 1) || math.IsInf(mean, 1) {
		return mean, within
	}
	for i, b := range g {
		d := means[i] - mean
		within += float64(b.weight * float64(d*d))
	}
	return mean, within
}

// product returns the product over the terms of a function of each, where that
// of a group is the mean over its branches.
func (b branch) product(f func(t term) float64) float64 {
	all := 1.0
	for _, t := range b.terms {
		all = float64(all * f(t))
	}
	for _, g := range b.groups {
		sum := 0.0
		for _, b := range g {
			if b.weight >= seen {
				sum += float64(b.weight * b.product(f))
			}
		}
		all = float64(all * sum)
	}
	return all
}

// sum returns the sum over the terms of a function of each, where that of a
// group is the mean over its branches.
func (b branch) sum(f func(t term) float64) float64 {
	all := 0.0
	b.each(1, func(t term, weight float64) { all += float64(weight * f(t)) })
	return all
}

// most returns the largest loss that is possible.
func (b branch) most() float64 {
	sum := 0.0
	for _, t := range b.terms {
		if n := t.count.Quantile(1); n > 0 {
			sum += float64(float64(n) * t.event.most())
		}
		if t.count.Quantile(1) == math.MaxInt && t.event.most() > 0 {
			return math.Inf(1)
		}
	}
	for _, g := range b.groups {
		most := 0.0
		for _, b := range g {
			if b.weight >= seen {
				most = max(most, b.most())
			}
		}
		sum += most
	}
	return sum
}

// reach returns about the loss that is exceeded with probability q.
func (b branch) reach(q float64) float64 {
	sum := 0.0
	for _, t := range b.terms {
		sum += t.reach(q)
	}
	for _, g := range b.groups {
		most := 0.0
		for _, b := range g {
			if b.weight >= seen {
				most = max(most, b.reach(min(q/b.weight, 0.5)))
			}
		}
		sum += most
	}
	return sum
}

// guess returns less than reach, where there are many terms: what the worst of
// them may lose, and what all lose on average.
func (b branch) guess(q float64) float64 {
	all := b.reach(q)
	if mean, _ := b.moments(); !math.IsInf(mean, 1) && len(b.groups) == 0 {
		most := 0.0
		for _, t := range b.terms {
			most = max(most, t.reach(q))
		}
		return min(all, most+mean)
	}
	return all
}

// atoms returns the points of positive probability up to top, and the
// probability of those that were left out.
func (b branch) atoms(top float64) (sum []dist.Atom, lost float64, err error) {
	sum = []dist.Atom{{At: 0, P: 1}}
	add := func(own []dist.Atom, little float64) error {
		lost += little
		if sum, little, err = convolve(sum, own, top); err != nil {
			return err
		}
		if lost += little; len(sum) > mostAtoms {
			return errUnits
		}
		return nil
	}
	for _, t := range b.terms {
		own, err := t.atoms(top)
		if err != nil {
			return nil, 0, err
		}
		if err := add(own, 0); err != nil {
			return nil, 0, err
		}
	}
	for _, g := range b.groups {
		own, little, err := g.atoms(top)
		if err != nil {
			return nil, 0, err
		}
		if err := add(own, little); err != nil {
			return nil, 0, err
		}
	}
	return sum, lost, nil
}

func (g group) atoms(top float64) (all []dist.Atom, lost float64, err error) {
	for _, b := range g {
		if b.weight < seen {
			continue
		}
		own, little, err := b.atoms(top)
		if err != nil {
			return nil, 0, err
		}
		lost += float64(b.weight * little)
		for _, a := range own {
			all = append(all, dist.Atom{At: a.At, P: float64(b.weight * a.P)})
		}
	}
	return merge(all), lost, nil
}
