package quantile_test

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/quantile"
)

// instances are of every family, usual ones and corners.
var instances = []string{
	"constant(value=-12.5)",
	"uniform(min=0, max=1)",
	"uniform(min=-3, max=1e+06)",
	"uniform(min=1, max=1.0000001)",
	"triangular(min=0, mode=5, max=10)",
	"triangular(min=0, mode=0, max=1)",
	"triangular(min=-2, mode=7, max=7)",
	"triangular(min=1, mode=1.001, max=1e+09)",
	"pert(min=0.5, mode=2, max=12)",
	"pert(min=20000, mode=80000, max=600000)",
	"pert(min=0, mode=0, max=1)",
	"pert(min=0, mode=0.1, max=1, shape=2)",
	"pert(min=-5, mode=5, max=5, shape=40)",
	"pert(min=0, mode=0.001, max=1, shape=2000)",
	"vosepert(min=20000, mode=80000, max=600000)",
	"vosepert(min=0, mode=0, max=1)",
	"beta(a=0.5, b=0.5)",
	"beta(a=0.01, b=3)",
	"beta(a=2, b=300)",
	"beta(a=400000, b=600000)",
	"beta(a=1.5, b=2.5, min=10, max=20)",
	"normal(mean=0, sd=1)",
	"normal(mean=1000, sd=0.01)",
	"normal(mean=-5, sd=30)",
	"truncatednormal(mean=5, sd=2, min=0)",
	"truncatednormal(mean=-30, sd=1, min=0)",
	"truncatednormal(mean=0, sd=1, min=-0.001, max=0.002)",
	"truncatednormal(mean=10, sd=4, max=3)",
	"truncatednormal(mean=0, sd=1, min=-9, max=2)",
	"lognormal(mu=0, sigma=1.2)",
	"lognormal(mu=11.8594990552502, sigma=1.189170556373027)",
	"lognormal(mu=12, sigma=0.001)",
	"lognormal(mu=2, sigma=2.5)",
	"lognormal(mu=-3, sigma=4)",
	"gamma(shape=2, scale=3)",
	"gamma(shape=0.05, scale=1000)",
	"gamma(shape=100000, scale=0.001)",
	"weibull(shape=1.5, scale=10)",
	"weibull(shape=0.2, scale=1)",
	"weibull(shape=500, scale=3)",
	"exponential(mean=250000)",
	"pareto(min=1, shape=3)",
	"pareto(min=100000, shape=1.1)",
	"pareto(min=2, shape=0.5)",
	"pareto(min=1, shape=1000)",
	"lomax(shape=3, scale=2)",
	"lomax(shape=1, scale=1e+06)",
	"lomax(shape=0.3, scale=5)",
	"gpd(threshold=100, scale=30, shape=0.25)",
	"gpd(threshold=-1, scale=2, shape=1.5)",
	"gpd(threshold=0, scale=1, shape=-0.5)",
	"gpd(threshold=5, scale=1, shape=-3)",
	"gpd(threshold=0, scale=1, shape=1e-09)",
	"burr(c=2, k=3, scale=10)",
	"burr(c=0.8, k=1.5, scale=1)",
	"burr(c=2, k=0.3, scale=1)",
	"burr(c=100, k=0.01, scale=7)",
	"burr(c=50, k=20, scale=1000)",
}

// composed are of data and of other distributions, with kinks and atoms.
var composed = []string{
	"metalog(p=[0.1, 0.5, 0.9], x=[17, 24, 35])",
	"metalog(p=[0.05, 0.5, 0.95], x=[20000, 141421.35623730952, 1e+06], min=0)",
	"metalog(p=[0.1, 0.5, 0.9], x=[0.02, 0.08, 0.2], min=0, max=1)",
	"metalog(p=[0.1, 0.5, 0.9], x=[0.02, 0.08, 0.2], max=1)",
	"metalog(p=[0.1, 0.9], x=[-3, 5])",
	"metalog(p=[0.01, 0.99], x=[1, 1000], min=0)",
	"metalog(p=[0.05, 0.25, 0.5, 0.75, 0.95], x=[1, 3, 4, 6, 12], min=0)",
	"metalog(p=[0.1, 0.3, 0.5, 0.7, 0.9, 0.97], x=[-4, -1.6, 0, 1.7, 4.5, 7.2])",
	"metalog(p=[0.02, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.98], x=[1, 2, 3, 4, 5, 6, 8, 11, 16], terms=4, min=0)",
	"metalog(p=[0.25, 0.5, 0.75], x=[1e+06, 1.000001e+06, 1.000002e+06])",
	"empirical(values=[3])",
	"empirical(values=[1, 2, 2, 2, 3.5, 100])",
	"empirical(values=[-1, 0, 5], weights=[1e-10, 1, 1e-09])",
	"empirical(values=[10, 20, 40, 80, 160], weights=[5, 4, 3, 2, 1])",
	"histogram(edges=[0, 1], weights=[7])",
	"histogram(edges=[0, 10, 100, 1000, 10000], weights=[3, 7, 4, 1])",
	"histogram(edges=[-2, -1, 1, 4], weights=[1e-08, 0, 3])",
	"mixture(weights=[1], of=[uniform(min=0, max=1)])",
	"mixture(weights=[0.9, 0.1], of=[lognormal(mu=9, sigma=1), lognormal(mu=13, sigma=0.5)])",
	"mixture(weights=[3, 1], of=[uniform(min=0, max=1), uniform(min=5, max=6)])",
	"mixture(weights=[0.7, 0.2, 0.1], of=[constant(value=0), pert(min=1, mode=2, max=9), constant(value=4)])",
	"mixture(weights=[0.5, 0.5], of=[normal(mean=-1, sd=1), normal(mean=3, sd=0.5)])",
	"mixture(weights=[0.99, 0.01], of=[exponential(mean=1), pareto(min=10, shape=1.5)])",
	"mixture(weights=[1, 1], of=[exponential(mean=1), pareto(min=10, shape=0.9)])",
	"truncated(of=lognormal(mu=0, sigma=1), max=10)",
	"truncated(of=lognormal(mu=0, sigma=1), min=2)",
	"truncated(of=normal(mean=0, sd=1), min=-1, max=2.5)",
	"truncated(of=normal(mean=0, sd=1), min=5, max=6)",
	"truncated(of=normal(mean=0, sd=1), min=-0.001, max=0.002)",
	"truncated(of=pareto(min=1, shape=3), min=7)",
	"truncated(of=pareto(min=1, shape=0.8), max=1e+06)",
	"truncated(of=empirical(values=[1, 2, 2, 3.5, 100]), min=1.5, max=50)",
	"truncated(of=mixture(weights=[0.7, 0.3], of=[constant(value=2), gamma(shape=2, scale=3)]), min=2, max=9)",
	"truncated(of=mixture(weights=[3, 1], of=[uniform(min=0, max=1), uniform(min=5, max=6)]), min=0.5, max=3)",
	"truncated(of=triangular(min=0, mode=5, max=10), min=1, max=8)",
	"shifted(of=exponential(mean=3), by=-10)",
	"shifted(of=lognormal(mu=0, sigma=1), by=1000)",
	"shifted(of=empirical(values=[0.1, 0.2, 0.7]), by=0.2)",
	"shifted(of=triangular(min=0, mode=0.1, max=0.3), by=0.6)",
	"scaled(of=pert(min=0.5, mode=2, max=12), by=1.07)",
	"scaled(of=empirical(values=[0.1, 0.3, 0.7]), by=0.3)",
	"scaled(of=pareto(min=1, shape=1.5), by=250000)",
	"scaled(of=shifted(of=histogram(edges=[0, 1, 3], weights=[1, 2]), by=0.1), by=1e-05)",
	"mixture(weights=[0.998, 0.002], of=[lognormal(mu=0, sigma=0.3), normal(mean=40, sd=0.01)])",
	"mixture(weights=[0.6, 0.39, 0.01], of=[lognormal(mu=8, sigma=1), lognormal(mu=11, sigma=0.7), pareto(min=2000000, shape=1.3)])",
	"mixture(weights=[1, 1], of=[normal(mean=0, sd=1), normal(mean=1000, sd=1)])",
	"histogram(edges=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], weights=[1, 5, 2, 9, 3, 0, 0, 8, 4, 6, 1, 2, 0, 1e-3, 1e-9, 2])",
	"scaled(of=truncated(of=gamma(shape=2, scale=3), min=1), by=1000)",
	"shifted(of=beta(a=2, b=5), by=10)",
}

func parse(t testing.TB, text string) dist.Dist {
	t.Helper()
	d, err := dist.Parse(text)
	require.NoError(t, err)
	return d
}

// each runs a check over every instance and its table.
func each(t *testing.T, check func(t *testing.T, d dist.Dist, table *quantile.Table)) {
	t.Helper()
	for _, text := range slices.Concat(instances, composed) {
		t.Run(text[:min(len(text), 80)], func(t *testing.T) {
			d := parse(t, text)
			table, err := quantile.Build(d)
			require.NoError(t, err)
			check(t, d, table)
		})
	}
}

// exact is the draw of a word without a table.
func exact(d dist.Dist, word uint64) float64 {
	p, q := quantile.Uniform(word)
	if p < q {
		return d.Quantile(p)
	}
	return d.Upper(q)
}

// dense returns n words in each octave of both tails, at random places in equal
// parts of it.
func dense(r *rand.Rand, n int) []uint64 {
	var words []uint64
	for k := range 63 {
		start := uint64(1) << k
		for i := range n {
			w := start + uint64((float64(i)+r.Float64())/float64(n)*float64(start))
			words = append(words, w, ^w)
		}
	}
	return append(words, 0, math.MaxUint64, 1<<63, 1<<63-1)
}

// norm returns what errors are in proportion to, as the package says.
func norm(d dist.Dist) func(x float64) float64 {
	median, spread := d.Quantile(0.5), 0.0
	for t := 0.25; spread == 0 && t > 0x1p-45; t /= 4 {
		spread = d.Upper(t) - d.Quantile(t)
	}
	return func(x float64) float64 {
		s := min(max(math.Abs(x), spread/1024), spread+math.Abs(x-median))
		return max(s, 1e-9*math.Abs(x)) // the digits there are
	}
}

// TestError holds the tables against the quantiles, at places in every octave.
func TestError(t *testing.T) {
	each(t, func(t *testing.T, d dist.Dist, table *quantile.Table) {
		t.Helper()
		scale := norm(d)
		n := 40
		switch d.(type) {
		case dist.Mixture, dist.Truncated, dist.Scaled: // whose quantiles are slow
			n = 6
		}
		worst, at := 0.0, uint64(0)
		for _, w := range dense(rand.New(rand.NewPCG(5, 6)), n) {
			got, want := table.At(w), exact(d, w)
			if off := math.Abs(got-want) / scale(want); got != want && !(off <= worst) {
				worst, at = off, w
			}
		}
		require.LessOrEqual(t, table.Error, quantile.Tolerance/2)
		require.LessOrEqual(t, worst, quantile.Tolerance, "word %x: got %g, want %g", at, table.At(at), exact(d, at))
	})
}

// TestMonotone holds that no draw is below that of a smaller word, but for
// rounding, nor outside of the support: at the borders of all cells, about the
// kinks and atoms, and at random words.
func TestMonotone(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	var words []uint64
	for k := 19; k < 63; k++ {
		for i := range uint64(512) {
			w := uint64(1)<<k + i<<k>>9
			words = append(words, w-1, w, w+1, ^w-1, ^w, ^w+1)
		}
	}
	for range 20000 {
		w := r.Uint64() >> r.IntN(40)
		words = append(words, w, ^w)
	}
	each(t, func(t *testing.T, d dist.Dist, table *quantile.Table) {
		t.Helper()
		low, high := d.Support()
		rounding := 1e-15 * min(d.Upper(1e-3)-d.Quantile(1e-3), 1e300)
		words := append(about(d), words...)
		slices.Sort(words)
		before := low
		for _, w := range words {
			x := table.At(w)
			if !(x >= before) {
				require.InDelta(t, before, x, rounding+1e-15*math.Abs(x), "word %x", w)
			}
			if !(low <= x && x <= high) {
				require.Fail(t, "outside of the support", "word %x: %g", w, x)
			}
			before = x
		}
	})
}

// about returns the words next to kinks and atoms.
func about(d dist.Dist) []uint64 {
	var words []uint64
	add := func(p, q float64) {
		w := quantile.Word(p, q)
		for off := range uint64(8) {
			words = append(words, w-off<<off, w+off<<off)
		}
	}
	if k, ok := d.(dist.Kinked); ok {
		for _, x := range k.Kinks() {
			add(d.CDF(x), d.Survival(x))
		}
	}
	if a, ok := d.(dist.Atomic); ok {
		for _, a := range a.Atoms() {
			add(d.CDF(a.At), d.Survival(a.At))
			add(d.CDF(a.At)-a.P, d.Survival(a.At)+a.P)
		}
	}
	return words
}

// TestAtoms holds that the words of an atom give it, exactly, and those beside it
// do not.
func TestAtoms(t *testing.T) {
	each(t, func(t *testing.T, d dist.Dist, table *quantile.Table) {
		t.Helper()
		a, ok := d.(dist.Atomic)
		if !ok {
			return
		}
		for _, a := range a.Atoms() {
			to, above := d.CDF(a.At), d.Survival(a.At)
			from, below := to-a.P, above+a.P
			for _, s := range []float64{1e-6, 0.01, 0.5, 0.99, 1 - 1e-6} {
				w := quantile.Word(from+s*a.P, above+(1-s)*a.P)
				require.Equal(t, a.At, table.At(w), "%g of the atom", s) //nolint:testifylint // it is exact
			}
			if w := quantile.Word(to+a.P*1e-6, above-a.P*1e-6); above > a.P*1e-3 {
				require.Greater(t, table.At(w), a.At)
			}
			if w := quantile.Word(from-a.P*1e-6, below+a.P*1e-6); from > a.P*1e-3 {
				require.Less(t, table.At(w), a.At)
			}
		}
	})
}

// TestManyAtoms holds that a table of many observations draws them as their
// distribution does.
func TestManyAtoms(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	values := make([]float64, 50_000)
	for i := range values {
		values[i] = math.Floor(1e6 * r.ExpFloat64())
	}
	d, err := dist.NewEmpirical(values, nil)
	require.NoError(t, err)
	table, err := quantile.Build(d)
	require.NoError(t, err)
	got, want := make([]float64, 20_000), make([]float64, 20_000)
	for i := range got {
		w := r.Uint64()
		got[i], want[i] = table.At(w), exact(d, w)
	}
	require.Equal(t, want, got)
}

// TestKinks holds that the draw of a kink's probability is the kink, and that the
// error next to it is as small as elsewhere.
func TestKinks(t *testing.T) {
	each(t, func(t *testing.T, d dist.Dist, table *quantile.Table) {
		t.Helper()
		k, ok := d.(dist.Kinked)
		if !ok {
			return
		}
		scale := norm(d)
		for _, x := range k.Kinks() {
			p, q := d.CDF(x), d.Survival(x)
			for _, off := range []float64{-0.1, -1e-3, -1e-6, -1e-9, 1e-9, 1e-6, 1e-3, 0.1} {
				step := off * min(p, q)
				w := quantile.Word(p+step, q-step)
				require.InDelta(t, exact(d, w), table.At(w), quantile.Tolerance*scale(x)*1.2, "%g beside %g", step, x)
			}
		}
	})
}

func TestFill(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	words := make([]uint64, 1000)
	for i := range words {
		words[i] = r.Uint64() >> r.IntN(3)
	}
	each(t, func(t *testing.T, d dist.Dist, table *quantile.Table) {
		t.Helper()
		got, want := make([]float64, len(words)+1), make([]float64, len(words)+1)
		for i, w := range words {
			want[i] = table.At(w)
		}
		require.Equal(t, len(words), table.Fill(got, words))
		require.Equal(t, want, got)
		require.Equal(t, 3, table.Fill(got[:3], words))
		if _, mixture := d.(dist.Mixture); !mixture { // whose own quantile allocates
			require.Zero(t, testing.AllocsPerRun(10, func() { table.Fill(got, words) }))
		}
	})
}

// TestUniform holds what number a word is.
func TestUniform(t *testing.T) {
	for _, c := range []struct {
		word uint64
		p, q float64
	}{
		{0, 0x1p-65, 1},
		{1, 0x1.8p-64, 1},
		{1 << 20, 0x1p-44 + 0x1p-65, 1 - 0x1p-44},
		{1 << 62, 0.25, 0.75},
		{1<<63 - 1, 0.5, 0.5},
		{1 << 63, 0.5, 0.5},
		{3 << 62, 0.75, 0.25},
		{math.MaxUint64, 1, 0x1p-65},
	} {
		p, q := quantile.Uniform(c.word)
		require.Equal(t, []float64{c.p, c.q}, []float64{p, q}, "%x", c.word)
		p, q = quantile.Uniform(^c.word)
		require.Equal(t, []float64{c.q, c.p}, []float64{p, q}, "%x", ^c.word)
	}
}

func TestWord(t *testing.T) {
	for _, c := range []struct {
		name string
		p, q float64
		want uint64
	}{
		{"nothing", 0, 1, 0},
		{"all", 1, 0, math.MaxUint64},
		{"below nothing", -1, 2, 0},
		{"no number", math.NaN(), math.NaN(), 0},
		{"a quarter", 0.25, 0.75, 1 << 62},
		{"three quarters", 0.75, 0.25, ^uint64(1 << 62)},
		{"half", 0.5, 0.5, 1<<63 - 1024},
		{"deep", 0x1p-60, 1, 16},
		{"deep in the upper tail", 1, 0x1p-60, ^uint64(16)},
	} {
		require.Equal(t, c.want, quantile.Word(c.p, c.q), c.name)
	}
	r := rand.New(rand.NewPCG(11, 12))
	for range 1000 {
		w := r.Uint64() >> r.IntN(30)
		p, q := quantile.Uniform(w)
		back, rest := quantile.Uniform(quantile.Word(p, q))
		require.InEpsilon(t, p, back, 1e-15)
		require.InEpsilon(t, q, rest, 1e-15)
	}
}

// TestBits holds that tables give the same draws as ever, on whichever platform.
// A change of a digest is a change of what simulations give.
func TestBits(t *testing.T) {
	words := dense(rand.New(rand.NewPCG(13, 14)), 16)
	var b strings.Builder
	each(t, func(_ *testing.T, d dist.Dist, table *quantile.Table) {
		h := fnv.New64a()
		for _, w := range words {
			_, _ = fmt.Fprintf(h, "%016x", math.Float64bits(table.At(w)))
		}
		fmt.Fprintf(&b, "%016x %016x %s\n", h.Sum64(), math.Float64bits(table.Error), d)
	})
	golden.Equal(t, "bits.txt", b.String())
}

// broken is a distribution without lower tail.
type broken struct{ dist.Uniform }

func (broken) Quantile(p float64) float64 {
	if p < 0.1 {
		return math.NaN()
	}
	return p
}

func (b broken) CDF(x float64) float64 { return b.Quantile(x) }

func TestBuildErrors(t *testing.T) {
	u, err := dist.NewUniform(0, 1)
	require.NoError(t, err)
	_, err = quantile.Build(nil)
	require.EqualError(t, err, "quantile: got no distribution")
	_, err = quantile.Build(broken{u})
	require.ErrorContains(t, err, "quantile: uniform(min=0, max=1): got NaN at")
}
