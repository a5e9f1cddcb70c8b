package dist

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// Empirical is the distribution of what was observed: each value with its
// share of the weights.
//
// It knows nothing between and beyond the values: past losses say little about
// the tail. Where the losses are known only by ranges, see [Histogram].
type Empirical struct {
	at       []float64 // ascending, each once
	weights  []float64
	weighted bool
	lower    []float64 // P(X ≤ at)
	upper    []float64 // P(X > at)
}

// NewEmpirical returns the distribution of the values, one at least, in any
// order, with equal values counted as often as they occur. The weights are of
// any unit, one for each value, above 0; nil is the same weight for all.
func NewEmpirical(values, weights []float64) (Empirical, error) {
	if err := observed(values, weights); err != nil {
		return Empirical{}, err
	}
	pairs := make([]Atom, len(values))
	for i, x := range values {
		pairs[i] = Atom{x, 1}
		if weights != nil {
			pairs[i].P = weights[i]
		}
	}
	slices.SortFunc(pairs, func(a, b Atom) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.P, b.P)) })
	d := Empirical{weighted: weights != nil}
	for _, a := range pairs {
		if last := len(d.at) - 1; last >= 0 && d.at[last] == a.At {
			d.weights[last] += a.P
			continue
		}
		d.at, d.weights = append(d.at, a.At), append(d.weights, a.P)
	}
	if most := slices.Max(d.weights); most > mostWeight {
		return Empirical{}, refuse("empirical", "weights", most, "at most 1e100 for each value in all")
	}
	d.lower, d.upper = cumulated(d.weights)
	return d, nil
}

// observed returns the error about values or weights.
func observed(values, weights []float64) error {
	if len(values) == 0 {
		return &ParamError{"empirical", "values", "none", "one at least"}
	}
	for i, x := range values {
		if err := check("empirical", anyNumber("values/"+strconv.Itoa(i), x)); err != nil {
			return err
		}
	}
	if weights == nil {
		return nil
	}
	if len(weights) != len(values) {
		return &ParamError{"empirical", "weights", strconv.Itoa(len(weights)) + " numbers", strconv.Itoa(len(values)) + ", one for each value"}
	}
	for i, w := range weights {
		if err := check("empirical", weight("weights/"+strconv.Itoa(i), w, w > 0, "a number above 0")); err != nil {
			return err
		}
	}
	return nil
}

// leastWeight and mostWeight bound weights, so that sums of them and shares of
// sums are numbers.
const leastWeight, mostWeight = 1e-100, 1e100

// weight is the condition of weights, besides what else holds for them.
func weight(param string, w float64, holds bool, want string) condition {
	if w > mostWeight || w > 0 && w < leastWeight {
		return condition{param, w, false, "a number from 1e-100 to 1e100"}
	}
	return condition{param, w, holds, want}
}

// A total is a sum in about twice the precision, so that a long one is rounded
// once (Knuth, The Art of Computer Programming 2, 4.2.2).
type total struct{ sum, rest float64 }

func (t *total) add(x float64) {
	next := t.sum + x
	back := next - t.sum
	t.rest += (t.sum - (next - back)) + (x - back)
	t.sum = next
}

func (t *total) value() float64 { return t.sum + t.rest }

// cumulated returns the shares of the weights up to each place, and after it.
func cumulated(weights []float64) (lower, upper []float64) {
	lower, upper = make([]float64, len(weights)), make([]float64, len(weights))
	var below, above total
	for i, w := range weights {
		below.add(w)
		lower[i] = below.value()
	}
	all := below.value()
	for i := len(weights) - 1; i >= 0; i-- {
		upper[i] = above.value() / all
		lower[i] = min(lower[i]/all, 1)
		above.add(weights[i])
	}
	lower[len(lower)-1] = 1
	return lower, upper
}

// CDF returns P(X ≤ x).
func (d Empirical) CDF(x float64) float64 {
	i := d.last(x)
	switch {
	case math.IsNaN(x):
		return x
	case i < 0:
		return 0
	}
	return d.lower[i]
}

// Survival returns P(X > x).
func (d Empirical) Survival(x float64) float64 {
	i := d.last(x)
	switch {
	case math.IsNaN(x):
		return x
	case i < 0:
		return 1
	}
	return d.upper[i]
}

// last returns the index of the last value that is at most x, -1 for none.
func (d Empirical) last(x float64) int {
	i, found := slices.BinarySearch(d.at, x)
	if found {
		return i
	}
	return i - 1
}

// Quantile returns the least value with CDF(x) ≥ p.
func (d Empirical) Quantile(p float64) float64 {
	low, high := d.Support()
	if x, ok := end(p, low, high); ok {
		return x
	}
	i, _ := slices.BinarySearch(d.lower, p)
	return d.at[i]
}

// Upper returns the least value with Survival(x) ≤ q.
func (d Empirical) Upper(q float64) float64 {
	low, high := d.Support()
	if x, ok := end(q, high, low); ok {
		return x
	}
	i, _ := slices.BinarySearchFunc(d.upper, q, func(upper, q float64) int { return cmp.Compare(q, upper) })
	return d.at[i]
}

// Density returns 0: there is no continuous part.
func (d Empirical) Density(x float64) float64 {
	if math.IsNaN(x) {
		return x
	}
	return 0
}

// share returns P(X = x) of a value.
func (d Empirical) share(i int) float64 {
	if i == 0 {
		return d.lower[0]
	}
	if d.lower[i] > 0.5 {
		return d.upper[i-1] - d.upper[i]
	}
	return d.lower[i] - d.lower[i-1]
}

// mean returns E[f(X)].
func (d Empirical) mean(f func(x float64) float64) float64 {
	var sum, all total
	for i, x := range d.at {
		sum.add(float64(d.weights[i] * f(x)))
		all.add(d.weights[i])
	}
	return sum.value() / all.value()
}

// Mean returns the weighted mean of the values.
func (d Empirical) Mean() float64 { return d.mean(func(x float64) float64 { return x }) }

// Variance returns the weighted mean of the squared distances from the mean.
func (d Empirical) Variance() float64 {
	mean := d.Mean()
	return d.mean(func(x float64) float64 { return float64((x - mean) * (x - mean)) })
}

// LimitedMean returns E[min(X, limit)].
func (d Empirical) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	return min(d.mean(func(x float64) float64 { return min(x, limit) }), limit)
}

// Support returns the least and the largest value.
func (d Empirical) Support() (low, high float64) { return d.at[0], d.at[len(d.at)-1] }

// Atoms returns the values with their probabilities.
func (d Empirical) Atoms() []Atom {
	all := make([]Atom, len(d.at))
	for i, x := range d.at {
		all[i] = Atom{x, d.share(i)}
	}
	return all
}

func (d Empirical) String() string {
	if d.weighted {
		return call("empirical", nums("values", d.at), nums("weights", d.weights))
	}
	var values []float64
	for i, x := range d.at {
		for range int(d.weights[i]) {
			values = append(values, x)
		}
	}
	return call("empirical", nums("values", values))
}

// MarshalText returns the text form.
func (d Empirical) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
