package order

import "slices"

// An atom is what remains of values of which many are the same: years without a
// loss, or at a limit.
type atom struct {
	rest  []float64 // the other values
	ranks []int     // those wanted of them
	out   []float64 // for these
}

// commonest returns the value that an eighth of a sample of many values has, if
// there is one.
func commonest(values []float64) (value float64, ok bool) {
	const most = 256
	if len(values) <= few {
		return 0, false
	}
	var sample [most]float64
	for i := range sample {
		sample[i] = values[i*(len(values)/most)]
	}
	slices.Sort(sample[:])
	for i := range most - most/8 {
		if sample[i] == sample[i+most/8] {
			return sample[i] + 0, true // not -0
		}
	}
	return 0, false
}

// besides is Select, of values many of which are common.
func (s *Selector) besides(common float64, out, values []float64, ranks []int) error {
	below := s.atom.set(common, values)
	equal := len(values) - len(s.atom.rest)
	a := &s.atom
	a.ranks = a.ranks[:0]
	for _, rank := range ranks {
		if rank <= below {
			a.ranks = append(a.ranks, rank)
		} else if rank > below+equal {
			a.ranks = append(a.ranks, rank-equal)
		}
	}
	a.out = slices.Grow(a.out[:0], len(a.ranks))[:len(a.ranks)]
	if err := s.search(a.out, a.rest, a.ranks); err != nil {
		return checkNumbers(values) // with the index there
	}
	others := a.out
	for i, rank := range ranks {
		if rank > below && rank <= below+equal {
			out[i] = common
		} else {
			out[i], others = others[0], others[1:]
		}
	}
	return nil
}

// set keeps the values that are not common, and returns how many are below.
func (a *atom) set(common float64, values []float64) (below int) {
	a.rest = slices.Grow(a.rest[:0], len(values))[:len(values)]
	n := 0
	for _, x := range values {
		a.rest[n] = x
		n += one(x != common)
		below += one(x < common)
	}
	a.rest = a.rest[:n]
	return below
}

// one returns 1 if it is so, without a branch.
func one(so bool) int {
	if so {
		return 1
	}
	return 0
}
