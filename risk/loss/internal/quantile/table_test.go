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
	"github.com/ismskit/ismskit/risk/internal/instances"
	"github.com/ismskit/ismskit/risk/loss/internal/quantile"
)

// own are instances that are hard on tables, beside those of every family.
var own = []string{
	"lognormal(mu=0, sigma=1.2)",
	"lognormal(mu=2, sigma=2.5)",
	"metalog(p=[0.02, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.98], x=[1, 2, 3, 4, 5, 6, 8, 11, 16], terms=4, min=0)",
	"mixture(weights=[0.998, 0.002], of=[lognormal(mu=0, sigma=0.3), normal(mean=40, sd=0.01)])",
	"mixture(weights=[0.6, 0.39, 0.01], of=[lognormal(mu=8, sigma=1), lognormal(mu=11, sigma=0.7), pareto(min=2000000, shape=1.3)])",
	"mixture(weights=[1, 1], of=[normal(mean=0, sd=1), normal(mean=1000, sd=1)])",
	"histogram(edges=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], weights=[1, 5, 2, 9, 3, 0, 0, 8, 4, 6, 1, 2, 0, 1e-3, 1e-9, 2])",
	"scaled(of=truncated(of=gamma(shape=2, scale=3), min=1), by=1000)",
	"shifted(of=beta(a=2, b=5), by=10)",
}

func every() []string { return slices.Concat(instances.Closed(), instances.Composed(), own) }

func parse(t testing.TB, text string) dist.Dist {
	t.Helper()
	d, err := dist.Parse(text)
	require.NoError(t, err)
	return d
}

// each runs a check over every instance and its table.
func each(t *testing.T, check func(t *testing.T, d dist.Dist, table *quantile.Table)) {
	t.Helper()
	for _, text := range every() {
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
