package compare_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/compare"
)

func value(t testing.TB, v *float64) float64 {
	t.Helper()
	require.NotNil(t, v)
	return *v
}

// TestPublished are worked values of others.
func TestPublished(t *testing.T) {
	for name, c := range map[string]struct {
		a, b     []float64
		tau, rho float64 // NaN where the source has none
	}{
		// SciPy, scipy.stats.kendalltau, example of the reference.
		"kendalltau": {[]float64{12, 2, 1, 12, 2}, []float64{1, 4, 7, 1, 0}, -0.47140452079103173, math.NaN()},
		// SciPy, scipy.stats.spearmanr, example of the reference; its test has the
		// same figure from R's cor.test.
		"spearmanr": {[]float64{1, 2, 3, 4, 5}, []float64{5, 6, 7, 8, 7}, math.NaN(), 0.82078268166812329},
		// Wikipedia, Spearman's rank correlation coefficient: IQ and hours of
		// television a week, ρ = −29/165.
		"IQ and television": {
			[]float64{106, 100, 86, 101, 99, 103, 97, 113, 112, 110},
			[]float64{7, 27, 2, 50, 28, 29, 20, 12, 6, 17},
			math.NaN(), -29.0 / 165,
		},
	} {
		t.Run(name, func(t *testing.T) {
			tau, rho := compare.Agreement(c.a, c.b)
			if !math.IsNaN(c.tau) {
				require.InDelta(t, c.tau, value(t, tau.Value), 1e-15)
			}
			if !math.IsNaN(c.rho) {
				require.InDelta(t, c.rho, value(t, rho.Value), 1e-15)
			}
		})
	}
}

// slow counts pair by pair, as the definition says.
func slow(a, b []float64) compare.Tau {
	var t compare.Tau
	for i := range a {
		for j := range i {
			t.Pairs++
			x, y := a[i]-a[j], b[i]-b[j]
			switch {
			case x == 0 && y == 0:
				t.TiedBoth++
			case x*y > 0:
				t.Concordant++
			case x*y < 0:
				t.Discordant++
			}
			if x == 0 {
				t.TiedA++
			}
			if y == 0 {
				t.TiedB++
			}
		}
	}
	return t
}

// exactly returns p/√(q·r) to the nearest float64, computed with 300 bits.
func exactly(p, q, r *big.Int) *float64 {
	product := new(big.Int).Mul(q, r)
	if product.Sign() == 0 {
		return nil
	}
	root := new(big.Float).SetPrec(300).SetInt(product)
	root.Sqrt(root)
	v, _ := new(big.Float).SetPrec(300).Quo(new(big.Float).SetPrec(300).SetInt(p), root).Float64()
	return &v
}

// slowRho is the correlation of mid-ranks, each found by counting.
func slowRho(a, b []float64) *float64 {
	rank := func(list []float64, i int) int64 { // doubled
		r := int64(1)
		for _, x := range list {
			if x < list[i] {
				r += 2
			} else if x == list[i] {
				r++
			}
		}
		return r
	}
	n := int64(len(a))
	var both, x, y int64
	for i := range a {
		p, q := rank(a, i), rank(b, i)
		both, x, y = both+p*q, x+p*p, y+q*q
	}
	less := n * (n + 1) * (n + 1) // n times the mean squared
	return exactly(big.NewInt(both-less), big.NewInt(x-less), big.NewInt(y-less))
}

func requireAgrees(t testing.TB, a, b []float64) {
	t.Helper()
	tau, rho := compare.Agreement(a, b)
	want := slow(a, b)
	want.Value = exactly(big.NewInt(want.Concordant-want.Discordant), big.NewInt(want.Pairs-want.TiedA), big.NewInt(want.Pairs-want.TiedB))
	requireNear(t, want.Value, tau.Value)
	want.Value = tau.Value
	require.Equal(t, want, tau)
	requireNear(t, slowRho(a, b), rho.Value)
}

// requireNear allows for the two roundings of a quotient by a root.
func requireNear(t testing.TB, want, got *float64) {
	t.Helper()
	require.Equal(t, want == nil, got == nil)
	if want != nil {
		require.InDelta(t, *want, *got, 4e-16)
		require.LessOrEqual(t, math.Abs(*got), 1.0)
	}
}

// TestAgainstDefinition: any number of ties, from none to nothing else.
func TestAgainstDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		n, kinds := r.IntN(60), 1+r.IntN(60)
		a, b := make([]float64, n), make([]float64, n)
		for i := range a {
			a[i], b[i] = float64(r.IntN(kinds)), float64(r.IntN(kinds))
			if r.IntN(3) == 0 {
				b[i] = a[i]
			}
		}
		requireAgrees(t, a, b)
	}
}

// TestExtremes: the same order is exactly 1, the opposite exactly -1.
func TestExtremes(t *testing.T) {
	for n := 2; n < 200; n++ {
		a, b := make([]float64, n), make([]float64, n)
		for i := range a {
			a[i], b[i] = float64(i/2+i%3), -float64(i/2+i%3)
		}
		tau, rho := compare.Agreement(a, a)
		require.Equal(t, []float64{1, 1}, []float64{value(t, tau.Value), value(t, rho.Value)})
		tau, rho = compare.Agreement(a, b)
		require.Equal(t, []float64{-1, -1}, []float64{value(t, tau.Value), value(t, rho.Value)})
	}
	for _, list := range [][]float64{nil, {1}, {2, 2}, {2, 2, 2}} {
		tau, rho := compare.Agreement(list, list)
		require.Nil(t, tau.Value)
		require.Nil(t, rho.Value)
	}
}

func FuzzAgreement(f *testing.F) {
	f.Add([]byte{12, 1, 2, 4, 1, 7, 12, 1, 2, 0})
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		data = data[:min(len(data), 400)]
		var a, b []float64
		for i := 0; i+1 < len(data); i += 2 {
			a, b = append(a, float64(data[i])), append(b, float64(data[i+1]))
		}
		requireAgrees(t, a, b)
	})
}

func BenchmarkAgreement(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range []struct {
		name string
		n    int
	}{{"100", 100}, {"10000", 10_000}, {"100000", 100_000}} {
		x, y := make([]float64, size.n), make([]float64, size.n)
		for i := range x {
			x[i], y[i] = float64(r.IntN(25)), float64(r.IntN(100))
		}
		b.Run(size.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				compare.Agreement(x, y)
			}
		})
	}
}
