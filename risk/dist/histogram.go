package dist

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// Histogram is the distribution of what is known by ranges: each bin has its
// share of the weights, and within it all values are as likely.
type Histogram struct {
	edges, weights []float64
	lower          []float64 // P(X ≤ edge), for each edge
	upper          []float64 // P(X > edge), for each edge
	share          []float64 // of each bin
}

// NewHistogram returns the distribution with the bins between neighboring
// edges, in ascending order, two at least. There is one weight for each bin, of
// any unit, at least 0; that of the first and the last bin is above 0.
func NewHistogram(edges, weights []float64) (Histogram, error) {
	if err := binned(edges, weights); err != nil {
		return Histogram{}, err
	}
	d := Histogram{edges: slices.Clone(edges), weights: slices.Clone(weights)}
	lower, upper := cumulated(weights)
	d.lower, d.upper = append([]float64{0}, lower...), append([]float64{1}, upper...)
	d.share = make([]float64, len(weights))
	var all total
	for _, w := range weights {
		all.add(w)
	}
	for i, w := range weights {
		d.share[i] = w / all.value()
	}
	return d, nil
}

// binned returns the error about edges or weights.
func binned(edges, weights []float64) error {
	if len(edges) < 2 {
		return &ParamError{"histogram", "edges", strconv.Itoa(len(edges)) + " numbers", "two at least"}
	}
	if len(weights) != len(edges)-1 {
		return &ParamError{"histogram", "weights", strconv.Itoa(len(weights)) + " numbers", strconv.Itoa(len(edges)-1) + ", one for each bin"}
	}
	for i, x := range edges {
		above := edges[max(i-1, 0)]
		if err := check("histogram", condition{"edges/" + strconv.Itoa(i), x, i == 0 || x > above, "a number above " + number(above)}); err != nil {
			return err
		}
	}
	last := len(edges) - 1
	if err := check("histogram", condition{"edges/" + strconv.Itoa(last), edges[last], finite(edges[last] - edges[0]), "a finite distance from the first"}); err != nil {
		return err
	}
	for i, w := range weights {
		condition := weight("weights/"+strconv.Itoa(i), w, w >= 0, "a number of at least 0")
		if i == 0 || i == len(weights)-1 {
			condition = weight("weights/"+strconv.Itoa(i), w, w > 0, "a number above 0: without it the support would end elsewhere")
		}
		if err := check("histogram", condition); err != nil {
			return err
		}
	}
	return nil
}

// bin returns the bin of an x of the support, the upper one at an edge.
func (d Histogram) bin(x float64) int {
	i, found := slices.BinarySearch(d.edges, x)
	if !found {
		i--
	}
	return min(i, len(d.share)-1)
}

// CDF returns P(X ≤ x).
func (d Histogram) CDF(x float64) float64 {
	switch low, high := d.Support(); {
	case math.IsNaN(x):
		return x
	case x <= low:
		return 0
	case x >= high:
		return 1
	}
	i := d.bin(x)
	return min(d.lower[i]+float64(d.share[i]*((x-d.edges[i])/d.width(i))), d.lower[i+1])
}

// Survival returns P(X > x).
func (d Histogram) Survival(x float64) float64 {
	switch low, high := d.Support(); {
	case math.IsNaN(x):
		return x
	case x <= low:
		return 1
	case x >= high:
		return 0
	}
	i := d.bin(x)
	return min(d.upper[i+1]+float64(d.share[i]*((d.edges[i+1]-x)/d.width(i))), d.upper[i])
}

func (d Histogram) width(i int) float64 { return d.edges[i+1] - d.edges[i] }

// Quantile returns the least x with CDF(x) ≥ p.
func (d Histogram) Quantile(p float64) float64 {
	low, high := d.Support()
	if x, ok := end(p, low, high); ok {
		return x
	}
	i, _ := slices.BinarySearch(d.lower, p) // the first edge that is reached
	i--
	return min(d.edges[i]+float64(d.width(i)*((p-d.lower[i])/d.share[i])), d.edges[i+1])
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Histogram) Upper(q float64) float64 {
	low, high := d.Support()
	if x, ok := end(q, high, low); ok {
		return x
	}
	i, _ := slices.BinarySearchFunc(d.upper, q, func(upper, q float64) int { return cmp.Compare(q, upper) })
	i-- // as in Quantile
	return max(d.edges[i+1]-float64(d.width(i)*((q-d.upper[i+1])/d.share[i])), d.edges[i])
}

// Density returns share by width of the bin.
func (d Histogram) Density(x float64) float64 {
	switch low, high := d.Support(); {
	case math.IsNaN(x):
		return x
	case x < low || x > high:
		return 0
	}
	i := d.bin(x)
	return d.share[i] / d.width(i)
}

// mean returns E[f] for an f that gives the mean of a bin.
func (d Histogram) mean(f func(i int) float64) float64 {
	var sum total
	for i, share := range d.share {
		sum.add(float64(share * f(i)))
	}
	return sum.value()
}

// middle returns the mean of a bin.
func (d Histogram) middle(i int) float64 { return d.edges[i] + float64(d.width(i)/2) }

// Mean returns the mean of the middles of the bins.
func (d Histogram) Mean() float64 { return d.mean(d.middle) }

// Variance returns that of the middles, and the mean of those of the bins.
func (d Histogram) Variance() float64 {
	mean := d.Mean()
	return d.mean(func(i int) float64 {
		off := d.middle(i) - mean
		return float64(off*off) + float64(d.width(i)*d.width(i))/12
	})
}

// LimitedMean returns E[min(X, limit)].
func (d Histogram) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	mean := d.mean(func(i int) float64 {
		switch {
		case limit >= d.edges[i+1]:
			return d.middle(i)
		case limit <= d.edges[i]:
			return limit
		}
		t := limit - d.edges[i]
		return limit - float64(t*(t/d.width(i))/2)
	})
	return min(mean, limit)
}

// Support returns the first and the last edge.
func (d Histogram) Support() (low, high float64) { return d.edges[0], d.edges[len(d.edges)-1] }

// Kinks returns the inner edges.
func (d Histogram) Kinks() []float64 { return slices.Clone(d.edges[1 : len(d.edges)-1]) }

func (d Histogram) String() string {
	return call("histogram", nums("edges", d.edges), nums("weights", d.weights))
}

// MarshalText returns the text form.
func (d Histogram) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
