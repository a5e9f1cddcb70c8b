package dist_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"math/cmplx"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/dist"
)

// countTexts are the distributions of numbers of events that all tests of them
// run over, corners included.
var countTexts = []string{
	"fixed(n=0)", "fixed(n=12)", "fixed(n=1e+09)",
	"bernoulli(p=0)", "bernoulli(p=0.3)", "bernoulli(p=1)", "bernoulli(p=1e-12)",
	"binomial(n=0, p=0.5)", "binomial(n=10, p=0)", "binomial(n=10, p=1)", "binomial(n=10, p=0.3)",
	"binomial(n=1000, p=0.001)", "binomial(n=200, p=0.9)", "binomial(n=100000, p=0.5)", "binomial(n=1e+09, p=1e-09)",
	"poisson(mean=0)", "poisson(mean=1e-06)", "poisson(mean=0.1)", "poisson(mean=3)", "poisson(mean=100)", "poisson(mean=123456.5)",
	"negbinomial(r=2, p=1)", "negbinomial(r=2, p=0.25)", "negbinomial(r=0.01, p=0.001)", "negbinomial(r=0.7, p=0.9)",
	"negbinomial(r=250.5, p=0.5)", "negbinomialmean(mean=0, dispersion=1)", "negbinomialmean(mean=3, dispersion=0.5)",
	"negbinomialmean(mean=100, dispersion=0.0001)", "negbinomialmean(mean=5, dispersion=1e-08)", "negbinomialmean(mean=2, dispersion=20)",
	"zeroinflated(p=0, of=poisson(mean=3))", "zeroinflated(p=0.2, of=poisson(mean=3))", "zeroinflated(p=1, of=fixed(n=2))",
	"zeroinflated(p=0.5, of=fixed(n=2))",
	"mixedpoisson(rate=constant(value=3))", "mixedpoisson(rate=uniform(min=1, max=6))", "mixedpoisson(rate=uniform(min=0, max=0.1))",
	"mixedpoisson(rate=pert(min=0.5, mode=2, max=12))", "mixedpoisson(rate=gamma(shape=2, scale=3))",
	"mixedpoisson(rate=gamma(shape=4, scale=1000))", "mixedpoisson(rate=lognormal(mu=1, sigma=1))",
	"mixedpoisson(rate=triangular(min=0, mode=1, max=4))", "mixedpoisson(rate=pareto(min=0.01, shape=6))",
	"mixedpoisson(rate=gamma(shape=4, scale=10000))", "mixedpoisson(rate=lognormal(mu=5, sigma=1))",
}

func parseCount(t testing.TB, text string) dist.Count {
	t.Helper()
	c, err := dist.ParseCount(text)
	require.NoError(t, err, text)
	return c
}

func eachCount(t *testing.T, check func(t *testing.T, c dist.Count)) {
	t.Helper()
	for _, text := range countTexts {
		t.Run(text, func(t *testing.T) { check(t, parseCount(t, text)) })
	}
}

// relative returns the relative error of got.
func relative(got, want float64) float64 {
	if got == want { // infinities too
		return 0
	}
	return math.Abs(got-want) / math.Abs(want)
}

func TestCountAccuracy(t *testing.T) {
	f, err := os.Open("testdata/counts.tsv")
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	worst := map[string]float64{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		row := strings.Split(lines.Text(), "\t")
		c := parseCount(t, row[0])
		k, err := strconv.Atoi(row[1])
		require.NoError(t, err)
		for i, got := range []float64{c.P(k), c.CDF(k), c.Survival(k)} {
			want, err := strconv.ParseFloat(row[i+2], 64)
			require.NoError(t, err)
			require.InDelta(t, 0, relative(got, want), 1e-12, "%s %d: %d: got %v, want %v", c, k, i, got, want)
			family, _, _ := strings.Cut(row[0], "(")
			worst[family] = max(worst[family], relative(got, want))
		}
	}
	t.Log(worst)
}

func TestCountProbabilities(t *testing.T) {
	eachCount(t, func(t *testing.T, c dist.Count) {
		t.Helper()
		require.Zero(t, c.P(-1))
		require.Zero(t, c.CDF(-1))
		require.InDelta(t, 1, c.Survival(-1), 0)
		from := max(c.Quantile(1e-9), 1)
		before := c.CDF(from - 1)
		for k := from; k < from+50; k++ {
			cdf, survival := c.CDF(k), c.Survival(k)
			require.InDelta(t, 1, cdf+survival, 1e-14)
			require.GreaterOrEqual(t, cdf, before)
			require.LessOrEqual(t, survival, 1.0)
			require.InDelta(t, c.P(k), cdf-before, 1e-14)
			before = cdf
		}
	})
}

func TestCountQuantile(t *testing.T) {
	eachCount(t, func(t *testing.T, c dist.Count) {
		t.Helper()
		for _, p := range []float64{1e-12, 1e-6, 0.01, 0.3, 0.5, 0.7, 0.99, 1 - 0x1p-20, 1 - 0x1p-40} {
			k := c.Quantile(p)
			if p <= 0.5 {
				require.GreaterOrEqual(t, c.CDF(k), p)
				require.Less(t, c.CDF(k-1), p)
			} else {
				require.LessOrEqual(t, c.Survival(k), 1-p)
				require.Greater(t, c.Survival(k-1), 1-p)
			}
		}
		for _, p := range []float64{-0.1, 1.1, math.NaN()} {
			require.Equal(t, -1, c.Quantile(p))
		}
		low, high := c.Quantile(0), c.Quantile(1)
		require.Zero(t, c.CDF(low-1))
		require.InDelta(t, 0, c.Survival(high), 1e-50) // not 0 where an int has 32 bits and the tail is long
	})
}

// TestCountMoments compares mean, variance and generating function with sums.
func TestCountMoments(t *testing.T) {
	eachCount(t, func(t *testing.T, c dist.Count) {
		t.Helper()
		low, high := c.Quantile(1e-18), c.Quantile(1-0x1p-53)
		high += 40 + (high-low)/2
		_, mixed := c.(dist.MixedPoisson)
		if high-low > 400_000 || high > 500_000_000 || mixed && high > 2000 {
			return
		}
		mean, second := 0.0, 0.0
		angle := complex(0.6, 0.8) * 0.99
		pgf := complex(0, 0)
		for k := low; k <= high; k++ {
			p := c.P(k)
			mean += p * float64(k)
			second += p * (float64(k) - c.Mean()) * (float64(k) - c.Mean())
			pgf += complex(p, 0) * cmplx.Pow(angle, complex(float64(k), 0))
		}
		require.InDelta(t, c.Mean(), mean, 1e-9*c.Mean())
		require.InDelta(t, c.Variance(), second, 1e-7*c.Variance())
		require.InDelta(t, 0, cmplx.Abs(pgf-c.PGF(angle)), 1e-12)
		require.InDelta(t, 0, cmplx.Abs(c.PGF(1)-1), 1e-13)
		require.InDelta(t, c.P(0), real(c.PGF(0)), 1e-13)
	})
}

func TestCountRoundTrip(t *testing.T) {
	eachCount(t, func(t *testing.T, c dist.Count) {
		t.Helper()
		require.Equal(t, c, parseCount(t, c.String()))
		type record struct {
			N dist.OfCount `json:"n,omitzero"`
		}
		text, err := json.Marshal(record{dist.OfCount{Count: c}})
		require.NoError(t, err)
		var back record
		require.NoError(t, json.Unmarshal(text, &back))
		require.Equal(t, c, back.N.Count)
	})
}

func TestCountErrors(t *testing.T) {
	for text, want := range map[string]string{
		"poisson(mean=-1)":                                "dist: at byte 13: poisson: mean: got -1, want a number from 0 to 1e9",
		"fixed(n=1.5)":                                    "dist: at byte 8: fixed: n: got 1.5, want a whole number from 0 to 1e9",
		"binomial(n=3, p=1.5)":                            "dist: at byte 16: binomial: p: got 1.5, want a probability from 0 to 1",
		"binomial(n=1e300, p=0.5)":                        "dist: at byte 11: binomial: n: got 1e+300, want a whole number from 0 to 1e9",
		"negbinomial(r=2, p=0)":                           "dist: at byte 19: negbinomial: p: got 0, want a probability above 0",
		"negbinomialmean(mean=2, dispersion=0)":           "dist: at byte 35: negbinomialmean: dispersion: got 0, want a number from 1e-9 to 1e9",
		"mixedpoisson(rate=normal(mean=1, sd=1))":         "dist: at byte 18: mixedpoisson: rate: got normal(mean=1, sd=1), want a distribution of numbers that are not negative",
		"zeroinflated(p=0.5, of=normal(mean=0, sd=1))":    `dist: at byte 23: got "normal", want one of fixed, bernoulli, binomial, poisson, negbinomial, negbinomialmean, zeroinflated, mixedpoisson`,
		"mixedpoisson(rate=lognormal(mu=14, sigma=3))":    "dist: at byte 18: mixedpoisson: rate: got lognormal(mu=14, sigma=3), want a narrower or smoother one, for which the mixture can be computed",
		"mixedpoisson(rate=poisson(mean=2))":              `dist: at byte 18: got "poisson", want one of `,
		"zeroinflated(p=0.5, of=zeroinflated(p=2, of=3))": "dist: at byte 44: got a number, want a distribution, as in name(parameter=1)",
	} {
		t.Run(text, func(t *testing.T) {
			c, err := dist.ParseCount(text)
			require.ErrorContains(t, err, want)
			require.Nil(t, c)
		})
	}
	_, err := dist.NewZeroInflated(0.5, nil)
	require.EqualError(t, err, "dist: zeroinflated: of: got nothing, want a distribution of a number of events")
	_, err = dist.NewMixedPoisson(nil)
	require.EqualError(t, err, "dist: mixedpoisson: rate: got nothing, want a distribution")
}

// TestBitsOfCounts holds that each distribution gives the same bits as ever, on
// whichever platform.
func TestBitsOfCounts(t *testing.T) {
	var b strings.Builder
	for _, text := range countTexts {
		c := parseCount(t, text)
		h := fnv.New64a()
		write := func(values ...float64) {
			for _, x := range values {
				_, _ = fmt.Fprintf(h, "%016x", math.Float64bits(x))
			}
		}
		write(c.Mean(), c.Variance())
		for _, p := range tails {
			for _, k := range []int{c.Quantile(p), c.Quantile(1 - p)} {
				write(float64(k), c.P(k), c.CDF(k), c.Survival(k))
			}
			g := c.PGF(complex(0.6, 0.8*p))
			write(real(g), imag(g))
		}
		fmt.Fprintf(&b, "%016x %s\n", h.Sum64(), text)
	}
	golden.Equal(t, "bits_counts.txt", b.String())
}

// TestMixedPoissonWide holds that with a gamma rate that is wide, as with one
// that is not, it is the negative binomial.
func TestMixedPoissonWide(t *testing.T) {
	for text, same := range map[string]string{
		"mixedpoisson(rate=gamma(shape=4, scale=10000))": "negbinomialmean(mean=40000, dispersion=0.25)",
		"mixedpoisson(rate=gamma(shape=1, scale=1000))":  "negbinomialmean(mean=1000, dispersion=1)",
		"mixedpoisson(rate=gamma(shape=2, scale=5))":     "negbinomialmean(mean=10, dispersion=0.5)",
	} {
		c, want := parseCount(t, text), parseCount(t, same)
		for _, p := range tails {
			for _, k := range []int{want.Quantile(p), want.Quantile(1 - p)} {
				require.InEpsilon(t, want.P(k), c.P(k), 1e-12, "%s: P(%d)", c, k)
				require.InEpsilon(t, want.CDF(k), c.CDF(k), 1e-12, "%s: CDF(%d)", c, k)
				require.InEpsilon(t, want.Survival(k), c.Survival(k), 1e-12, "%s: Survival(%d)", c, k)
			}
		}
		for angle := math.Pi; angle > 1e-9; angle /= 3 {
			z := cmplx.Rect(1, angle)
			require.InDelta(t, 0, cmplx.Abs(want.PGF(z)-c.PGF(z)), 1e-11, "%s at %g", c, angle)
		}
	}
}

// TestCountDocs holds that the page shows every family, in a text that is read.
func TestCountDocs(t *testing.T) {
	page, err := os.ReadFile("../../docs/quant/counts.md")
	require.NoError(t, err)
	shown := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z]+)(\\(.*\\))`").FindAllStringSubmatch(string(page), -1) {
		require.NotNil(t, parseCount(t, m[1]+m[2]))
		shown[m[1]] = true
	}
	eachCount(t, func(t *testing.T, c dist.Count) {
		t.Helper()
		name, _, _ := strings.Cut(c.String(), "(")
		require.True(t, shown[name], "%s is missing", name)
	})
}
