package loss

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// Points of positive probability, of an event, a term or a sum, are kept apart
// from what is continuous, so that steps stay steps: a list of atoms, ascending,
// whose probabilities sum to at most 1.

// The sizes of lists that are still worth it, and the probability below which
// there is no atom.
const (
	mostAtoms   = 1 << 14
	mostUnits   = 1 << 12
	mostNumbers = 1 << 12
	noAtom      = 1e-17
)

var (
	errAtoms = errors.New("the loss of an event has too many points of positive probability without a common unit")
	errUnits = errors.New("the loss of a year has too many points of positive probability")
)

// convolve returns the atoms of the sum of two independent losses, up to top,
// and the probability of those that were left out as too small.
func convolve(a, b []dist.Atom, top float64) (sum []dist.Atom, lost float64, err error) {
	if len(a)*len(b) > 64*mostAtoms {
		return nil, 0, errUnits
	}
	for _, a := range a {
		for _, b := range b {
			p := float64(a.P * b.P)
			switch at := a.At + b.At; {
			case at > top:
			case p < noAtom:
				lost += p
			default:
				sum = append(sum, dist.Atom{At: at, P: p})
			}
		}
	}
	return merge(sum), lost, nil
}

// merge sorts atoms, and makes one of those that differ by rounding.
func merge(all []dist.Atom) []dist.Atom {
	slices.SortFunc(all, func(a, b dist.Atom) int { return cmp.Compare(a.At, b.At) })
	merged := all[:0]
	for _, a := range all {
		if last := len(merged) - 1; last >= 0 && a.At-merged[last].At <= float64(1e-13*a.At) {
			merged[last].P += a.P
			continue
		}
		merged = append(merged, a)
	}
	return merged
}

// atoms returns those of the loss of an event.
func (e event) atoms() ([]dist.Atom, error) {
	all := e.part.atoms()
	for _, f := range e.then {
		own, err := f.atoms()
		if err != nil {
			return nil, err
		}
		with := []dist.Atom{{At: 0, P: 1 - f.p}}
		for _, a := range own {
			with = append(with, dist.Atom{At: a.At, P: float64(f.p * a.P)})
		}
		if all, _, err = convolve(all, merge(with), math.Inf(1)); err != nil {
			return nil, errAtoms
		}
	}
	return all, nil
}

// An units is the probability of multiples of a unit: P(Y = k unit).
type units struct {
	unit float64
	p    []float64
}

// units returns the atoms of an event as multiples of the largest unit that they
// have in common.
func (t term) units() (units, error) {
	all, err := t.event.atoms()
	if err != nil {
		return units{}, err
	}
	i := slices.IndexFunc(all, func(a dist.Atom) bool { return a.At > 0 })
	if i < 0 {
		u := units{1, []float64{0}}
		for _, a := range all {
			u.p[0] += a.P
		}
		return u, nil
	}
	for parts := 1; parts <= 100; parts++ {
		if u, ok := inUnits(all, all[i].At/float64(parts)); ok {
			if t.numbers(u.mass()) > mostNumbers {
				return units{}, errUnits
			}
			return u, nil
		}
	}
	return units{}, errAtoms
}

func inUnits(all []dist.Atom, unit float64) (units, bool) {
	u := units{unit: unit}
	for _, a := range all {
		k := math.Round(a.At / unit)
		if k > mostUnits || math.Abs(a.At-float64(k*unit)) > float64(1e-12*a.At) {
			return units{}, false
		}
		for len(u.p) <= int(k) {
			u.p = append(u.p, 0)
		}
		u.p[int(k)] += a.P
	}
	return u, true
}

func (u units) mass() float64 {
	sum := 0.0
	for _, p := range u.p {
		sum += p
	}
	return sum
}

// numbers returns how many events there may be, all of them in atoms of the
// given mass, with a probability that counts.
func (t term) numbers(mass float64) int {
	n := mostNumbers + 1
	if mass < 1 {
		n = int(min(float64(n), mathx.Log(noAtom)/mathx.Log(mass))) + 1
	}
	for n > 0 && t.count.Survival(n-1) < noAtom {
		if half := n / 2; t.count.Survival(half) < noAtom {
			n = half
			continue
		}
		n--
	}
	return n
}

// atoms returns those of the loss of the year, up to top:
//
//	P(S = k unit) = Σ P(N = n) P(Y₁ + … + Yₙ = k unit, all of them in atoms)
func (t term) atoms(top float64) ([]dist.Atom, error) {
	if t.count.Survival(1) == 0 {
		return t.single(top)
	}
	u, err := t.units()
	if err != nil {
		return nil, err
	}
	if len(u.p) == 1 {
		return []dist.Atom{{At: 0, P: t.pgf(u.p[0])}}, nil
	}
	length := int(min(top/u.unit, mostAtoms)) + 1
	if length > mostAtoms {
		return nil, errUnits
	}
	sum, power := make([]float64, length), make([]float64, length)
	power[0] = 1
	for n := range t.numbers(u.mass()) + 1 {
		if n > 0 {
			power = u.times(power)
		}
		p := t.count.P(n)
		for k, q := range power {
			sum[k] += float64(p * q)
		}
	}
	var all []dist.Atom
	for k, p := range sum {
		if p > 0 {
			all = append(all, dist.Atom{At: float64(float64(k) * u.unit), P: p})
		}
	}
	return all, nil
}

// single returns the atoms of a term with one event at most, which need not have
// a unit.
func (t term) single(top float64) ([]dist.Atom, error) {
	own, err := t.event.atoms()
	if err != nil {
		return nil, err
	}
	all := []dist.Atom{{At: 0, P: t.count.P(0)}}
	for _, a := range own {
		if a.At <= top {
			all = append(all, dist.Atom{At: a.At, P: float64(t.count.P(1) * a.P)})
		}
	}
	return merge(all), nil
}

// atomic returns the probability that an event is an atom, and whether those of a
// year can be listed.
func (t term) atomic() (mass float64, err error) {
	if t.count.Survival(1) > 0 {
		u, err := t.units()
		return u.mass(), err
	}
	all, err := t.event.atoms()
	for _, a := range all {
		mass += a.P
	}
	return mass, err
}

// times returns the convolution of x with the probabilities of an event, as long
// as x.
func (u units) times(x []float64) []float64 {
	product := make([]float64, len(x))
	for k, p := range u.p {
		if p == 0 {
			continue
		}
		for i := range max(len(x)-k, 0) {
			product[i+k] += float64(p * x[i])
		}
	}
	return product
}
