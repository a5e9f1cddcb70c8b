package copula_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/copula"
	"github.com/ismskit/ismskit/risk/loss/internal/counts"
	"github.com/ismskit/ismskit/risk/loss/internal/quantile"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// A block draws the scores of blocks of trials.
type block struct {
	*copula.Copula

	scores [][]float64
	words  []uint64
}

func blockOf(t testing.TB, n int, c *copula.Copula, err error) *block {
	t.Helper()
	require.NoError(t, err)
	b := &block{c, make([][]float64, n), make([]uint64, streams.Block)}
	for i := range b.scores {
		b.scores[i] = make([]float64, streams.Block)
	}
	return b
}

// draw sets the scores to those of a block. The mixing words are those of the
// scenario "".
func (b *block) draw(t testing.TB, number uint64, student bool) {
	t.Helper()
	for i, scores := range b.scores {
		b.fill(fmt.Sprint(i), number)
		b.Normals(scores, b.words)
	}
	if !student {
		require.NoError(t, b.Correlate(b.scores, nil))
		return
	}
	b.fill("", number)
	require.NoError(t, b.Correlate(b.scores, b.words))
}

func (b *block) fill(scenario string, number uint64) {
	s := streams.Name{Seed: 7, Scenario: scenario, Variable: "copula"}.Key().Block(number)
	s.Fill(b.words)
}

func pair(rho float64) [][]float64 { return [][]float64{{1, rho}, {rho, 1}} }

// five is a correlation matrix.
var five = [][]float64{
	{1, 0.5, -0.3, 0, 0.2},
	{0.5, 1, 0.1, 0.4, 0},
	{-0.3, 0.1, 1, 0.2, -0.6},
	{0, 0.4, 0.2, 1, 0},
	{0.2, 0, -0.6, 0, 1},
}

// TestBits holds that scores are the same as ever, on whichever platform.
func TestBits(t *testing.T) {
	var out strings.Builder
	for _, degrees := range []float64{0, 2.5, 30} {
		var c *copula.Copula
		var err error
		if degrees == 0 {
			c, err = copula.Gaussian(five)
		} else {
			c, err = copula.Student(five, degrees)
		}
		b := blockOf(t, len(five), c, err)
		b.draw(t, 3, degrees > 0)
		numbers, poisson := make([]int32, 8), c.Counts(tableOf(t, "poisson(mean=3)"))
		for i, scores := range b.scores {
			sum := uint64(0)
			for t, z := range scores {
				sum += math.Float64bits(z) * uint64(2*t+1)
			}
			b.Words(b.words, scores)
			poisson.Fill(numbers, scores)
			fmt.Fprintf(&out, "%v %d: %016x %016x word %016x, sum %016x, counts %d\n", degrees, i,
				math.Float64bits(scores[0]), math.Float64bits(scores[1]), b.words[0], sum, numbers)
		}
	}
	near, err := copula.Nearest([][]float64{{1, 0.9, -0.9, 0.1}, {0.9, 1, 0.9, 0.2}, {-0.9, 0.9, 1, 0.3}, {0.1, 0.2, 0.3, 1}})
	require.NoError(t, err)
	fmt.Fprintln(&out, near)
	golden.Equal(t, "bits.txt", out.String())
}

// TestMoments holds that scores have mean 0, variance 1 and the correlations asked
// for.
func TestMoments(t *testing.T) {
	const blocks = 256
	const n = blocks * streams.Block
	c, err := copula.Gaussian(five)
	b := blockOf(t, len(five), c, err)
	var sums [5]float64
	var products [5][5]float64
	for number := range uint64(blocks) {
		b.draw(t, number, false)
		for i, x := range b.scores {
			for t, z := range x {
				sums[i] += z
				for j := range i + 1 {
					products[i][j] += z * b.scores[j][t]
				}
			}
		}
	}
	for i, row := range five {
		require.InDelta(t, 0, sums[i]/n, 4.5/math.Sqrt(n))
		for j := range i + 1 {
			require.InDelta(t, row[j], products[i][j]/n, 4.5*math.Sqrt((1+row[j]*row[j])/n))
		}
	}
}

type vectors struct {
	Both []struct {
		P1, P2, Rho, Joint float64
	}
	Lognormal struct {
		Sigma1, Sigma2, Rho, Pearson, Spearman, Kendall float64
	}
}

func readVectors(t *testing.T) vectors {
	t.Helper()
	text, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var v vectors
	require.NoError(t, json.Unmarshal(text, &v))
	return v
}

// below returns P(X ≤ x, Y ≤ y) of two normal variables: the correlation is raised
// from 0, each bit of it adds the density at the point (Plackett 1954).
func below(x, y, rho float64) float64 {
	const steps = 1000 // of Simpson's rule, in the arc sine
	end := math.Asin(rho)
	sum := 0.0
	for k := range steps + 1 {
		weight := []float64{2, 4}[k%2]
		if k == 0 || k == steps {
			weight = 1
		}
		s, c := math.Sincos(end * float64(k) / steps)
		if c != 0 {
			sum += weight * math.Exp(-(x*x-2*x*y*s+y*y)/(2*c*c))
		}
	}
	return mathx.NormCDF(x)*mathx.NormCDF(y) + sum*end/steps/3/(2*math.Pi)
}

// TestBoth compares the probability that two events of a year both happen with the
// exact one.
func TestBoth(t *testing.T) {
	const blocks = 1024
	const n = blocks * streams.Block
	for _, v := range readVectors(t).Both {
		require.InEpsilon(t, v.Joint, below(mathx.NormQuantile(v.P1), mathx.NormQuantile(v.P2), v.Rho), 1e-12)
		c, err := copula.Gaussian(pair(v.Rho))
		b := blockOf(t, 2, c, err)
		first, second := b.Counts(bernoulli(t, v.P1)), b.Counts(bernoulli(t, v.P2))
		one, two := make([]int32, streams.Block), make([]int32, streams.Block)
		both, single := 0, 0
		for number := range uint64(blocks) {
			b.draw(t, number, false)
			first.Fill(one, b.scores[0])
			second.Fill(two, b.scores[1])
			for t, k := range one {
				both += int(k * two[t])
				single += int(k)
			}
		}
		require.InDelta(t, v.Joint, float64(both)/n, 4*math.Sqrt(v.Joint/n))
		require.InDelta(t, v.P1, float64(single)/n, 4*math.Sqrt(v.P1/n))
	}
}

func bernoulli(t *testing.T, p float64) *counts.Table {
	t.Helper()
	d, err := dist.NewBernoulli(p)
	require.NoError(t, err)
	table, err := counts.NewTable(d)
	require.NoError(t, err)
	return table
}

// TestLognormal compares correlations of losses, each with the error that blocks
// show.
func TestLognormal(t *testing.T) {
	const blocks = 1024
	v := readVectors(t).Lognormal
	c, err := copula.Gaussian(pair(v.Rho))
	b := blockOf(t, 2, c, err)
	var covariance, agree, ranks meter
	mean := math.Exp(0.5)
	for number := range uint64(blocks) {
		b.draw(t, number, false)
		x, y := b.scores[0], b.scores[1]
		sum, same, rank := 0.0, 0.0, 0.0
		for t := range x {
			sum += (math.Exp(x[t]) - mean) * (math.Exp(y[t]) - mean)
			rank += 12 * (mathx.NormCDF(x[t]) - 0.5) * (mathx.NormCDF(y[t]) - 0.5)
			if next := (t + 1) % len(x); (x[t]-x[next])*(y[t]-y[next]) > 0 {
				same += 2
			}
		}
		covariance.add(sum / streams.Block / (math.Exp(2) - math.E))
		ranks.add(rank / streams.Block)
		agree.add(same/streams.Block - 1)
	}
	covariance.require(t, v.Pearson)
	ranks.require(t, v.Spearman)
	agree.require(t, v.Kendall)
}

// A meter is a mean with its error.
type meter struct{ n, sum, squares float64 }

func (m *meter) add(x float64) {
	m.n++
	m.sum += x
	m.squares += x * x
}

func (m *meter) require(t *testing.T, want float64) {
	t.Helper()
	mean := m.sum / m.n
	require.InDelta(t, want, mean, 4*math.Sqrt((m.squares/m.n-mean*mean)/m.n))
}

// belowStudent returns P(X ≤ x, Y ≤ x) under Student's t: the mean of the normal
// probability over what both are divided by, at quantiles of W that are finer
// towards 0.
func belowStudent(x, rho, degrees float64) float64 {
	const steps = 1000
	sum := 0.0
	for k := range steps {
		s := (float64(k) + 0.5) / steps
		w := 2 * mathx.GammaPInv(degrees/2, math.Pow(s, 6))
		h := x * math.Sqrt(w/degrees)
		sum += below(h, h, rho) * 6 * math.Pow(s, 5) / steps
	}
	return sum
}

// TestStudentTail compares the probability of both being among their worst with
// the exact one, and that, far out, with the formula of tail dependence.
func TestStudentTail(t *testing.T) {
	const blocks = 1024
	const n = blocks * streams.Block
	for _, c := range []struct{ degrees, rho float64 }{{4, 0.5}, {3, 0}, {2.5, 0.8}} {
		const p = 1.0 / 512
		cop, err := copula.Student(pair(c.rho), c.degrees)
		b := blockOf(t, 2, cop, err)
		x := mathx.StudentQuantile(c.degrees, p)
		want := belowStudent(x, c.rho, c.degrees)
		worst, best, single := 0, 0, 0
		for number := range uint64(blocks) {
			b.draw(t, number, true)
			for t, z := range b.scores[0] {
				if z <= x {
					single++
				}
				if z <= x && b.scores[1][t] <= x {
					worst++
				}
				if -z <= x && -b.scores[1][t] <= x {
					best++
				}
			}
		}
		require.InDelta(t, p, float64(single)/n, 4*math.Sqrt(p/n))
		require.InDelta(t, want, float64(worst)/n, 4*math.Sqrt(want/n))
		require.InDelta(t, want, float64(best)/n, 4*math.Sqrt(want/n))

		const far = 1e-9
		limit := 2 * mathx.StudentCDF(c.degrees+1, -math.Sqrt((c.degrees+1)*(1-c.rho)/(1+c.rho)))
		require.InEpsilon(t, limit, belowStudent(mathx.StudentQuantile(c.degrees, far), c.rho, c.degrees)/far, 0.02)
	}
}

// TestSingular holds that variables of correlation 1 have the same scores, and of
// -1 the opposite ones.
func TestSingular(t *testing.T) {
	c, err := copula.Gaussian([][]float64{{1, 1, -1}, {1, 1, -1}, {-1, -1, 1}})
	b := blockOf(t, 3, c, err)
	b.draw(t, 0, false)
	require.Equal(t, b.scores[0], b.scores[1])
	for t := range b.scores[0] {
		b.scores[2][t] = -b.scores[2][t]
	}
	require.Equal(t, b.scores[0], b.scores[2])
}

// TestAdded holds that a variable more moves no other's scores, and that one which
// is independent has the draws it has alone.
func TestAdded(t *testing.T) {
	four := make([][]float64, 4)
	for i := range four {
		four[i] = five[i][:4]
	}
	c, err := copula.Student(four, 5)
	without := blockOf(t, 4, c, err)
	without.draw(t, 1, true)
	c, err = copula.Student(five, 5)
	with := blockOf(t, 5, c, err)
	with.draw(t, 1, true)
	require.Equal(t, without.scores, with.scores[:4])

	c, err = copula.Gaussian([][]float64{{1, 0.5, 0}, {0.5, 1, 0}, {0, 0, 1}})
	b := blockOf(t, 3, c, err)
	b.draw(t, 1, false)
	alone := make([]float64, streams.Block)
	b.fill("2", 1)
	b.Normals(alone, b.words)
	require.Equal(t, alone, b.scores[2])
}

// TestIndependent holds that variables without correlation keep their draws.
func TestIndependent(t *testing.T) {
	rows := make([][]float64, 7)
	for i := range rows {
		rows[i] = make([]float64, 7)
		rows[i][i] = 1
	}
	c, err := copula.Gaussian(rows)
	b := blockOf(t, 7, c, err)
	b.draw(t, 1, false)
	alone := make([]float64, streams.Block)
	for i, scores := range b.scores {
		b.fill(fmt.Sprint(i), 1)
		b.Normals(alone, b.words)
		require.Equal(t, alone, scores)
	}
}

// TestParts holds that trials do not depend on how many are worked on at once.
func TestParts(t *testing.T) {
	c, err := copula.Student(five, 3)
	b, parts := blockOf(t, 5, c, err), blockOf(t, 5, c, err)
	b.draw(t, 2, true)
	for i := range parts.scores {
		parts.fill(fmt.Sprint(i), 2)
		parts.Normals(parts.scores[i], parts.words)
	}
	parts.fill("", 2)
	for _, span := range [][2]int{{0, 1}, {1, 1}, {1, 300}, {300, streams.Block}} {
		some := make([][]float64, 5)
		for i, scores := range parts.scores {
			some[i] = scores[span[0]:span[1]]
		}
		require.NoError(t, c.Correlate(some, parts.words[span[0]:span[1]]))
	}
	require.Equal(t, b.scores, parts.scores)
}

// TestWords holds that a word stands for the score.
func TestWords(t *testing.T) {
	for _, degrees := range []float64{0, 2.5, 4} {
		c, err := copula.Gaussian(pair(0.5))
		quantileOf := func(p, q float64) float64 {
			if p < q {
				return mathx.NormQuantile(p)
			}
			return mathx.NormSurvivalInv(q)
		}
		if degrees > 0 {
			c, err = copula.Student(pair(0.5), degrees)
			quantileOf = func(p, q float64) float64 {
				if p < q {
					return mathx.StudentQuantile(degrees, p)
				}
				return mathx.StudentSurvivalInv(degrees, q)
			}
		}
		require.NoError(t, err)
		words := make([]uint64, 5)
		scores := []float64{-4, -0.1, 0.3, 2, 5.5}
		c.Words(words, scores)
		for i, word := range words {
			require.InEpsilon(t, scores[i], quantileOf(quantile.Uniform(word)), 1e-9)
		}
	}
}

func TestCorrelateErrors(t *testing.T) {
	gaussian, err := copula.Gaussian(pair(0.5))
	require.NoError(t, err)
	student, err := copula.Student(pair(0.5), 4)
	require.NoError(t, err)
	two := [][]float64{{1, 2}, {3, 4}}
	for _, c := range []struct {
		name   string
		copula *copula.Copula
		scores [][]float64
		words  []uint64
		want   string
	}{
		{"no variables", gaussian, nil, nil, "copula: scores: got 0 variables, want 2"},
		{"another length", gaussian, [][]float64{{1, 2}, {3}}, nil, "copula: scores[1]: got 1 trials, want 2"},
		{"words for a Gaussian", gaussian, two, []uint64{1, 2}, "copula: words: got 2, want 0"},
		{"no words for Student's", student, two, nil, "copula: words: got 0, want 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.EqualError(t, c.copula.Correlate(c.scores, c.words), c.want)
		})
	}
	require.NoError(t, gaussian.Correlate([][]float64{{}, {}}, nil))
}

func TestNoAllocations(t *testing.T) {
	c, err := copula.Student(five, 4)
	b := blockOf(t, 5, c, err)
	numbers := make([]int32, streams.Block)
	table := c.Counts(bernoulli(t, 0.3))
	var ranks copula.Ranks
	require.Zero(t, testing.AllocsPerRun(3, func() {
		for i := range b.scores {
			c.Normals(b.scores[i], b.words)
		}
		_ = c.Correlate(b.scores, b.words)
		table.Fill(numbers, b.scores[0])
		c.Words(b.words, b.scores[1])
		_ = ranks.Reorder(b.scores[2], b.scores[3])
	}))
}
