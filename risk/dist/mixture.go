package dist

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// Mixture is the distribution of a quantity that comes from one of several
// distributions: usually a small incident, sometimes a large one.
//
//	F(x) = Σ w F_i(x)
//
// It is not the distribution of a sum: one of the parts happens, not all.
type Mixture struct {
	weights   []float64
	share     []float64
	parts     []Dist
	low, high float64
}

// NewMixture returns the mixture of the parts, one at least, with weights of
// any unit above 0.
func NewMixture(weights []float64, parts []Dist) (Mixture, error) {
	if err := mixed(weights, parts); err != nil {
		return Mixture{}, err
	}
	d := Mixture{
		weights: slices.Clone(weights), share: make([]float64, len(weights)), parts: slices.Clone(parts),
		low: math.Inf(1), high: math.Inf(-1),
	}
	var all total
	for _, w := range weights {
		all.add(w)
	}
	for i, w := range weights {
		d.share[i] = w / all.value()
		low, high := parts[i].Support()
		d.low, d.high = min(d.low, low), max(d.high, high)
	}
	return d, nil
}

// mixed returns the error about weights or parts.
func mixed(weights []float64, parts []Dist) error {
	switch {
	case len(parts) == 0:
		return &ParamError{"mixture", "of", "none", "one distribution at least"}
	case len(weights) != len(parts):
		return &ParamError{"mixture", "weights", strconv.Itoa(len(weights)) + " numbers", strconv.Itoa(len(parts)) + ", one for each distribution"}
	}
	for i, w := range weights {
		if err := check("mixture", weight("weights/"+strconv.Itoa(i), w, w > 0, "a number above 0")); err != nil {
			return err
		}
		if parts[i] == nil {
			return &ParamError{"mixture", "of/" + strconv.Itoa(i), "nothing", "a distribution"}
		}
	}
	return nil
}

// mean returns the weighted mean of f over the parts.
func (d Mixture) mean(f func(part Dist) float64) float64 {
	sum := 0.0
	for i, part := range d.parts {
		sum += float64(d.share[i] * f(part))
	}
	return sum
}

// CDF returns P(X ≤ x).
func (d Mixture) CDF(x float64) float64 {
	if x >= d.high {
		return 1
	}
	return unit(d.mean(func(part Dist) float64 { return part.CDF(x) }))
}

// Survival returns P(X > x).
func (d Mixture) Survival(x float64) float64 {
	if x < d.low {
		return 1
	}
	return unit(d.mean(func(part Dist) float64 { return part.Survival(x) }))
}

// Quantile returns the least x with CDF(x) ≥ p: it is between those of the
// parts.
func (d Mixture) Quantile(p float64) float64 {
	if x, ok := end(p, d.low, d.high); ok {
		return x
	}
	return d.solve(p, 1-p, func(part Dist) float64 { return part.Quantile(p) })
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Mixture) Upper(q float64) float64 {
	if x, ok := end(q, d.high, d.low); ok {
		return x
	}
	return d.solve(1-q, q, func(part Dist) float64 { return part.Upper(q) })
}

func (d Mixture) solve(p, q float64, of func(part Dist) float64) float64 {
	low, high := math.MaxFloat64, -math.MaxFloat64
	for _, part := range d.parts {
		x := of(part)
		low, high = min(low, x), max(high, x)
	}
	low, high = max(low, -math.MaxFloat64), min(high, math.MaxFloat64)
	if low == high {
		return low
	}
	return solve(d, p, q, low, high)
}

// Density returns the weighted mean of the densities.
func (d Mixture) Density(x float64) float64 {
	return d.mean(func(part Dist) float64 { return part.Density(x) })
}

// Mean returns the weighted mean of the means.
func (d Mixture) Mean() float64 { return d.mean(Dist.Mean) }

// Variance returns the weighted mean of the variances, and the variance of the
// means.
func (d Mixture) Variance() float64 {
	mean := d.Mean()
	if math.IsInf(mean, 0) {
		return math.NaN()
	}
	return d.mean(func(part Dist) float64 {
		off := part.Mean() - mean
		return part.Variance() + float64(off*off)
	})
}

// LimitedMean returns the weighted mean of the limited means.
func (d Mixture) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	return min(d.mean(func(part Dist) float64 { return part.LimitedMean(limit) }), limit)
}

// Support returns the least and the highest end of those of the parts.
func (d Mixture) Support() (low, high float64) { return d.low, d.high }

// Atoms returns those of the parts, with their share.
func (d Mixture) Atoms() []Atom {
	var all []Atom
	for i, part := range d.parts {
		for _, a := range atoms(part) {
			all = append(all, Atom{a.At, float64(d.share[i] * a.P)})
		}
	}
	slices.SortStableFunc(all, func(a, b Atom) int { return cmp.Compare(a.At, b.At) })
	return merged(all)
}

// Kinks returns those of the parts, and where the parts begin and end.
func (d Mixture) Kinks() []float64 {
	var all []float64
	for _, part := range d.parts {
		all = append(all, kinks(part)...)
		if low, high := part.Support(); low < high {
			all = append(all, low, high)
		}
	}
	return inside(all, d.low, d.high)
}

// inside returns the points between two ends in ascending order, each once.
func inside(points []float64, low, high float64) []float64 {
	points = slices.DeleteFunc(points, func(x float64) bool { return x <= low || x >= high })
	slices.Sort(points)
	return slices.Compact(points)
}

func (d Mixture) String() string {
	return call("mixture", nums("weights", d.weights), subs("of", d.parts))
}

// MarshalText returns the text form.
func (d Mixture) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
