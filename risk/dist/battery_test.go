package dist_test

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/internal/instances"
)

// tails are the probabilities that the battery looks at, in either tail.
var tails = []float64{1e-12, 1e-9, 1e-6, 1e-4, 0.003, 0.02, 0.1, 0.24, 0.37, 0.5}

// each runs a check over every instance.
func each(t *testing.T, check func(t *testing.T, d dist.Dist)) {
	t.Helper()
	for _, d := range every(t) {
		t.Run(short(d), func(t *testing.T) { check(t, d) })
	}
}

func short(d dist.Dist) string {
	text := d.String()
	return text[:min(len(text), 80)]
}

// grid returns the quantiles of all tails in ascending order, each once.
func grid(d dist.Dist) []float64 {
	var xs []float64
	for _, p := range tails {
		xs = append(xs, d.Quantile(p), d.Upper(p))
	}
	slices.Sort(xs)
	return slices.Compact(xs)
}

// scale is a length that says how coarse numbers about a quantile are.
func scale(d dist.Dist, x float64) float64 {
	size := math.Abs(x) + 1e-290
	if low, high := d.Support(); x-low > high-x && !math.IsInf(high, 0) { // measured from the near end
		size = max(size, math.Abs(high))
	} else if !math.IsInf(low, 0) {
		size = max(size, math.Abs(low))
	} else {
		size = max(size, 1e-3*(d.Upper(0.25)-d.Quantile(0.25)))
	}
	return size
}

func TestBatteryRange(t *testing.T) {
	each(t, func(t *testing.T, d dist.Dist) {
		t.Helper()
		low, high := d.Support()
		require.LessOrEqual(t, low, high)
		require.Equal(t, []float64{low, high, high, low}, []float64{d.Quantile(0), d.Quantile(1), d.Upper(0), d.Upper(1)})
		require.Equal(t, []float64{1, 0}, []float64{d.CDF(high), d.Survival(high)})
		require.Equal(t, []float64{1, 0}, []float64{d.CDF(math.Inf(1)), d.Survival(math.Inf(1))})
		require.Equal(t, []float64{0, 1}, []float64{d.CDF(math.Inf(-1)), d.Survival(math.Inf(-1))})
		below := math.Nextafter(low, math.Inf(-1))
		require.Equal(t, []float64{0, 1, 0}, []float64{d.CDF(below), d.Survival(below), d.Density(below)})
		require.Zero(t, d.Density(math.Nextafter(high, math.Inf(1))))
		before := 0.0
		for _, x := range grid(d) {
			require.True(t, low <= x && x <= high, "%g", x)
			f, s := d.CDF(x), d.Survival(x)
			require.GreaterOrEqual(t, f, before*(1-1e-13), "CDF(%g)", x)
			require.LessOrEqual(t, f, 1.0)
			require.GreaterOrEqual(t, s, 0.0)
			require.InDelta(t, 1, f+s, 1e-13, "at %g", x)
			require.GreaterOrEqual(t, d.Density(x), 0.0)
			before = f
		}
	})
}

func TestBatteryNoProbability(t *testing.T) {
	each(t, func(t *testing.T, d dist.Dist) {
		t.Helper()
		for _, p := range []float64{-0.1, 1.1, math.Inf(1), math.Inf(-1), math.NaN(), -1e-300} {
			require.True(t, math.IsNaN(d.Quantile(p)), "Quantile(%g)", p)
			require.True(t, math.IsNaN(d.Upper(p)), "Upper(%g)", p)
		}
		for name, f := range map[string]func(float64) float64{
			"CDF": d.CDF, "Survival": d.Survival, "Density": d.Density, "LimitedMean": d.LimitedMean,
		} {
			require.True(t, math.IsNaN(f(math.NaN())), name)
		}
	})
}

// TestBatteryInverse holds that x = Quantile(p) is where CDF passes p, and
// Upper(q) where Survival passes q, within 1e-12 of the probability or of x.
func TestBatteryInverse(t *testing.T) {
	each(t, func(t *testing.T, d dist.Dist) {
		t.Helper()
		for _, p := range tails {
			x := d.Quantile(p)
			e := 1e-12 * scale(d, x)
			require.GreaterOrEqual(t, d.CDF(x+e), p*(1-1e-12), "p = %g, x = %g", p, x)
			require.LessOrEqual(t, d.CDF(x-e), p*(1+1e-12), "p = %g, x = %g", p, x)
			x = d.Upper(p)
			e = 1e-12 * scale(d, x)
			require.LessOrEqual(t, d.Survival(x+e), p*(1+1e-12), "q = %g, x = %g", p, x)
			require.GreaterOrEqual(t, d.Survival(x-e), p*(1-1e-12), "q = %g, x = %g", p, x)
		}
	})
}

// TestBatteryDensity holds that the density integrates to the differences of
// the CDF, but for atoms.
func TestBatteryDensity(t *testing.T) {
	each(t, func(t *testing.T, d dist.Dist) {
		t.Helper()
		for _, piece := range smooth(d) {
			for i, high := range piece[1:] {
				low := piece[i]
				if high-low < 1e-7*math.Abs(high) || low < 1e-300 && high > 0 && high < 1e-200 { // too coarse, or too many powers of ten
					continue
				}
				want := continuous(d, low, high)
				require.InDelta(t, want, adapt(d.Density, low, high, 1e-12), 1e-8*math.Abs(want)+1e-14, "from %g to %g", low, high)
			}
		}
	})
}

// continuous returns the probability from low to high without atoms.
func continuous(d dist.Dist, low, high float64) float64 {
	p := d.CDF(high) - d.CDF(low)
	if p < 0.5 && d.CDF(low) > 0.5 {
		p = d.Survival(low) - d.Survival(high)
	}
	for _, a := range atoms(d) {
		if low < a.At && a.At <= high {
			p -= a.P
		}
	}
	return p
}

// TestBatteryLimitedMean holds that the derivative of the limited mean is the
// survival function, and that it begins as its limit and ends as the mean.
func TestBatteryLimitedMean(t *testing.T) {
	each(t, func(t *testing.T, d dist.Dist) {
		t.Helper()
		low, high := d.Support()
		before := math.Nextafter(low, math.Inf(-1))
		require.Equal(t, []float64{d.Mean(), before}, []float64{d.LimitedMean(math.Inf(1)), d.LimitedMean(before)})
		if !math.IsInf(high, 1) {
			require.InEpsilon(t, 1+d.Mean(), 1+d.LimitedMean(high), 1e-13)
		}
		least := d.Quantile(1e-12)
		require.InDelta(t, least, d.LimitedMean(least), 1e-11*max(math.Abs(least), d.Quantile(0.5)-least))
		for _, piece := range smooth(d) {
			for i, b := range piece[1:] {
				a := piece[i]
				got := d.LimitedMean(b) - d.LimitedMean(a)
				size := 1e-9*(b-a)*d.Survival(a) + 1e-14*math.Abs(d.LimitedMean(b)) + 1e-14*scale(d, b)
				require.InDelta(t, adapt(d.Survival, a, b, 1e-11), got, size, "from %g to %g", a, b)
			}
		}
	})
}

// TestBatteryMoments holds mean and variance against the integrals of the
// quantile.
func TestBatteryMoments(t *testing.T) {
	each(t, func(t *testing.T, d dist.Dist) {
		t.Helper()
		mean, variance := d.Mean(), d.Variance()
		switch {
		case math.IsInf(mean, 1):
			require.True(t, math.IsNaN(variance) || math.IsInf(variance, 1), "variance %g", variance)
			return
		case math.IsInf(variance, 1):
			require.InEpsilon(t, mean, expect(d, func(x float64) float64 { return x }), 1e-8)
			return
		}
		middle := d.Quantile(0.5)
		off := expect(d, func(x float64) float64 { return x - middle })
		require.InDelta(t, mean, middle+off, 1e-9*(math.Abs(middle)+math.Abs(off)+1e-4*(d.Upper(0.25)-d.Quantile(0.25))))
		square := expect(d, func(x float64) float64 { return (x - middle) * (x - middle) })
		require.InDelta(t, variance, square-off*off, 1e-8*square+1e-15*middle*middle)
	})
}

func TestBatteryText(t *testing.T) {
	each(t, func(t *testing.T, d dist.Dist) {
		t.Helper()
		again, err := dist.Parse(d.String())
		require.NoError(t, err)
		require.Equal(t, d, again)
		text, err := json.Marshal(map[string]any{"bare": d, "held": dist.Of{Dist: d}})
		require.NoError(t, err)
		var back struct{ Bare, Held dist.Of }
		require.NoError(t, json.Unmarshal(text, &back))
		require.Equal(t, dist.Of{Dist: d}, back.Bare)
		require.Equal(t, dist.Of{Dist: d}, back.Held)
	})
}

// TestBits holds that each distribution gives the same bits as ever, on
// whichever platform. A change of a digest is a change of what simulations give.
func TestBits(t *testing.T) {
	golden.Equal(t, "bits.txt", digests(t, instances.Closed()))
	golden.Equal(t, "bits_composed.txt", digests(t, instances.Composed()))
}

// digests returns a line for each distribution, of the bits of its functions.
func digests(t *testing.T, texts []string) string {
	t.Helper()
	var b strings.Builder
	for _, text := range texts {
		d, err := dist.Parse(text)
		require.NoError(t, err)
		h := fnv.New64a()
		write := func(values ...float64) {
			for _, x := range values {
				bits := math.Float64bits(x)
				if math.IsNaN(x) { // of which there are many, and all the same
					bits = 1
				}
				_, _ = fmt.Fprintf(h, "%016x", bits)
			}
		}
		write(d.Mean(), d.Variance())
		for _, x := range grid(d) {
			write(x, d.CDF(x), d.Survival(x), d.Density(x), d.LimitedMean(x))
		}
		fmt.Fprintf(&b, "%016x %s\n", h.Sum64(), text)
	}
	return b.String()
}

// smooth returns the grid in pieces without kinks and atoms inside.
func smooth(d dist.Dist) [][]float64 {
	xs := grid(d)
	var cuts []float64
	if k, ok := d.(dist.Kinked); ok {
		cuts = k.Kinks()
	}
	for _, a := range atoms(d) {
		cuts = append(cuts, a.At)
	}
	slices.Sort(cuts)
	var pieces [][]float64
	piece := []float64{}
	for _, x := range xs {
		for len(cuts) > 0 && cuts[0] <= x {
			pieces = append(pieces, append(piece, math.Nextafter(cuts[0], math.Inf(-1))))
			piece, cuts = []float64{cuts[0]}, cuts[1:]
		}
		if n := len(piece); n > 0 && piece[n-1] > 1e-300 {
			for next := piece[n-1] * 6; next < x; next *= 6 { // not too many powers of ten at once
				piece = append(piece, next)
			}
		}
		piece = append(piece, x)
	}
	return append(pieces, slices.Compact(piece))
}

func atoms(d dist.Dist) []dist.Atom {
	if a, ok := d.(dist.Atomic); ok {
		return a.Atoms()
	}
	return nil
}

// expect returns E[g(X)], as the integral of g of the quantile over the
// logarithm of the probability, in either tail.
func expect(d dist.Dist, g func(float64) float64) float64 {
	sum := 0.0
	for tail, quantile := range []func(float64) float64{d.Quantile, d.Upper} {
		f := func(s float64) float64 { return g(quantile(0.5*math.Exp(-s))) * 0.5 * math.Exp(-s) }
		cuts := jumps(d, tail)
		var next float64
		for s := 0.0; s < 700; s = next {
			next = s + 0.5 + s/8
			for len(cuts) > 0 && cuts[0] <= s {
				cuts = cuts[1:]
			}
			if len(cuts) > 0 {
				next = min(next, cuts[0])
			}
			part := adapt(f, s, next, 1e-10)
			sum += part
			if s > 25 && math.Abs(part) < 1e-13*math.Abs(sum) {
				break
			}
		}
	}
	return sum
}

// adapt integrates by the Gauss-Legendre rule of 5 points (Abramowitz and
// Stegun, table 25.4), halving where that matters to the tolerance.
func adapt(f func(float64) float64, a, b, tolerance float64) float64 {
	whole := rule(f, a, b)
	size := rule(func(x float64) float64 { return math.Abs(f(x)) }, a, b)
	return halve(f, a, b, whole, tolerance*size, 12)
}

func halve(f func(float64) float64, a, b, whole, tolerance float64, depth int) float64 {
	m := (a + b) / 2
	left, right := rule(f, a, m), rule(f, m, b)
	if depth == 0 || depth < 12 && math.Abs(left+right-whole) <= tolerance {
		return left + right
	}
	return halve(f, a, m, left, tolerance, depth-1) + halve(f, m, b, right, tolerance, depth-1)
}

func rule(f func(float64) float64, a, b float64) float64 {
	m, h := (a+b)/2, (b-a)/2
	sum := 128. / 225 * f(m)
	for _, g := range [2][2]float64{{0.538469310105683091, 0.478628670499366468}, {0.906179845938663993, 0.236926885056189088}} {
		sum += g[1] * (f(m-h*g[0]) + f(m+h*g[0]))
	}
	return h * sum
}
