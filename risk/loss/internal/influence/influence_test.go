package influence_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/loss/internal/influence"
)

// Ishigami and Homma's function, with the indices that are known: a = 7, b = 0.1
// (An importance quantification technique in uncertainty analysis for computer
// models, Proceedings of the First International Symposium on Uncertainty
// Modeling and Analysis, 1990).
func ishigami(x [3]float64) float64 {
	return math.Sin(x[0]) + 7*math.Pow(math.Sin(x[1]), 2) + 0.1*math.Pow(x[2], 4)*math.Sin(x[0])
}

func TestIndices(t *testing.T) {
	const n, a, b = 1 << 15, 7, 0.1
	variance := a*a/8. + b*math.Pow(math.Pi, 4)/5 + b*b*math.Pow(math.Pi, 8)/18 + 0.5
	first := [3]float64{0.5 * math.Pow(1+b*math.Pow(math.Pi, 4)/5, 2) / variance, a * a / 8. / variance, 0}
	both := b * b * math.Pow(math.Pi, 8) * (1/18. - 1/50.) / variance
	total := [3]float64{first[0] + both, first[1], both}

	for _, noise := range []float64{0, 2} {
		r := rand.New(rand.NewPCG(1, 2))
		draw := func() (x [3]float64, chance float64) {
			for i := range x {
				x[i] = math.Pi * (2*r.Float64() - 1)
			}
			return x, noise * r.NormFloat64()
		}
		runs := influence.Runs{}
		var mixed [3][]float64
		for range n {
			x, e := draw()
			y, f := draw()
			_, g := draw()
			runs.A = append(runs.A, ishigami(x)+e)
			runs.B = append(runs.B, ishigami(y)+f)
			runs.C = append(runs.C, ishigami(x)+g)
			for i := range mixed {
				z := x
				z[i] = y[i]
				mixed[i] = append(mixed[i], ishigami(z)+g)
			}
		}
		share := variance / (variance + noise*noise)
		require.InDelta(t, 1-share, runs.Chance(), 0.02)
		for i := range mixed {
			one, all := runs.Indices(mixed[i])
			require.InDelta(t, first[i]*share, one, 0.03, "first of x%d", i+1)
			require.InDelta(t, total[i]*share, all, 0.03, "total of x%d", i+1)
			half, _ := runs.Part(1, 2).Indices(mixed[i][n/2:])
			require.InDelta(t, first[i]*share, half, 0.05)
		}
	}
	flat := influence.Runs{A: []float64{1, 1}, B: []float64{1, 1}, C: []float64{1, 1}}
	one, all := flat.Indices([]float64{1, 1})
	require.Equal(t, [3]float64{}, [3]float64{one, all, flat.Chance()})
}

func TestSpearman(t *testing.T) {
	for name, c := range map[string]struct {
		x, y []float64
		want float64
	}{
		"rising":  {[]float64{1, 2, 3, 9}, []float64{-5, 0, 0.1, 1e9}, 1},
		"falling": {[]float64{1, 2, 3}, []float64{3, 2, 1}, -1},
		"one":     {[]float64{1, 1, 1}, []float64{3, 2, 1}, 0},
		"none":    {nil, nil, 0},
		// 1 - 6 Σ d² / (n (n² - 1)) holds where no ranks are equal.
		"by differences": {[]float64{106, 100, 86, 101, 99, 103, 97, 113, 112, 110}, []float64{7, 27, 2, 50, 28, 29, 20, 12, 6, 17}, -29. / 165},
		// ranks 1.5, 1.5, 3 and 1, 2, 3: 1.5 / √(1.5 × 2)
		"equal": {[]float64{4, 4, 5}, []float64{1, 2, 3}, 1.5 / math.Sqrt(3)},
	} {
		t.Run(name, func(t *testing.T) { require.InDelta(t, c.want, influence.Spearman(c.x, c.y), 1e-15) })
	}
	require.Equal(t, []float64{2.5, 1, 2.5, 4}, influence.Ranks([]float64{7, 2, 7, 8}))
}

// To pay 1 for certain or X, which is 0 or 3: knowing X is worth one half.
func TestInformation(t *testing.T) {
	var x, sure, bet []float64
	for i := range 1000 {
		x = append(x, float64(i%2*3))
		sure, bet = append(sure, 1), append(bet, float64(i%2*3))
	}
	for _, bins := range []int{2, 4, 100} {
		require.InDelta(t, 0.5, influence.Information(x, [][]float64{sure, bet}, bins), 1e-15)
	}
	require.Zero(t, influence.Information(x, [][]float64{sure, bet}, 1))
	require.Zero(t, influence.Information(x, [][]float64{bet}, 10))
}

func TestBits(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var all [4][]float64
	for i := range all {
		for range 300 {
			all[i] = append(all[i], r.NormFloat64())
		}
	}
	runs := influence.Runs{A: all[0], B: all[1], C: all[2]}
	first, total := runs.Indices(all[3])
	var b strings.Builder
	for _, x := range []float64{first, total, runs.Chance(), influence.Spearman(all[0], all[1]), influence.Information(all[0], all[:], 7)} {
		_, _ = fmt.Fprintf(&b, "%016x\n", math.Float64bits(x))
	}
	golden.Equal(t, "bits.txt", b.String())
}

func ExampleSpearman() {
	fmt.Println(influence.Spearman([]float64{1, 2, 3}, []float64{1, 10, 1000}))
	// Output:
	// 1
}

func BenchmarkSpearman(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	x, y := make([]float64, 1<<16), make([]float64, 1<<16)
	for i := range x {
		x[i], y[i] = r.Float64(), r.Float64()
	}
	b.ReportAllocs()
	for b.Loop() {
		influence.Spearman(x, y)
	}
}
