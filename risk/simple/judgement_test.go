package simple_test

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/simple"
)

var formulas = []simple.Formula{
	simple.Product, simple.Sum,
	simple.SimpleRisk1, simple.SimpleRisk2, simple.SimpleRisk3, simple.SimpleRisk4, simple.SimpleRisk5,
}

// raw is each formula read aloud.
func raw(f simple.Formula, l, i int) int {
	switch f {
	case simple.Product, simple.SimpleRisk3:
		return l * i
	case simple.Sum:
		return l + i
	case simple.SimpleRisk1:
		return l*i + 2*i
	case simple.SimpleRisk2:
		return l*i + i
	case simple.SimpleRisk4:
		return l*i + l
	case simple.SimpleRisk5:
		return l*i + 2*l
	}
	return 0
}

// slow is SimpleRisk read aloud, in floating point: normalized, rounded, and
// put on the highest level whose threshold is reached.
func slow(raw, top int) (score float64, level string) {
	score = math.Round(float64(raw)*(10/float64(top))*100) / 100
	return score, slowLevel(score)
}

func slowLevel(score float64) string {
	level := "low"
	for _, t := range []struct {
		from float64
		name string
	}{{4, "medium"}, {7, "high"}, {10.1, "very-high"}} {
		if score >= t.from {
			level = t.name
		}
	}
	return level
}

// TestRate goes through every formula and every pair: the typed rule, the
// method, its reasons and the formulas read aloud are of one mind.
func TestRate(t *testing.T) {
	for _, f := range formulas {
		m := f.Method()
		t.Run(m.ID, func(t *testing.T) {
			for l := 1; l <= 5; l++ {
				for i := 1; i <= 5; i++ {
					x := simple.Judgement{Likelihood: l, Impact: i}
					got, err := x.Rate(f)
					require.NoError(t, err)
					want := simple.Score{Raw: raw(f, l, i), Level: strconv.Itoa(raw(f, l, i))}
					if f >= simple.SimpleRisk1 {
						want.Normalized, want.Level = slow(want.Raw, raw(f, 5, 5))
					}
					require.Equal(t, want, got)

					r, err := m.Rate(x.Inputs())
					require.NoError(t, err)
					require.Equal(t, risk.Rating{
						Method: m.Ref(), Likelihood: strconv.Itoa(l), Consequence: strconv.Itoa(i), Level: want.Level,
					}, r)
					score, ok, err := m.Score(x.Inputs())
					require.NoError(t, err)
					require.True(t, ok)
					require.InDelta(t, float64(want.Raw), score, 0, "the score of the method is the raw one")

					e, err := x.Explain(f)
					require.NoError(t, err)
					require.Equal(t, want.Level, recompute(t, e, f))
				}
			}
		})
	}
}

// recompute finds the level from the reasons alone.
func recompute(t *testing.T, e risk.Explanation, f simple.Formula) string {
	t.Helper()
	values := map[string]float64{}
	for _, r := range e.Readings {
		n, err := strconv.Atoi(r.Level)
		require.NoError(t, err)
		values[r.Factor] = float64(n)
	}
	for _, r := range e.Reasons {
		sum, product := 0.0, 1.0
		for _, term := range r.Terms {
			require.InDelta(t, values[term.Of], term.Number, 0)
			sum, product = sum+term.Weight*term.Number, product*term.Number
		}
		values[r.Step] = sum
		if r.Formula == risk.Product {
			values[r.Step] = product
		}
		require.InDelta(t, values[r.Step], *r.Number, 0)
	}
	total := int(values[""])
	if f < simple.SimpleRisk1 {
		return strconv.Itoa(total)
	}
	_, level := slow(total, raw(f, 5, 5))
	return level
}

// TestVectors runs worked examples; each names its source.
func TestVectors(t *testing.T) {
	src, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var file struct {
		Vectors []struct {
			ID, Method, Source string
			Tolerance          float64
			Inputs             map[string]float64
			Expected           struct {
				Raw, Max, Sum              int
				Normalized, Residual, Mean float64
				Level                      string
			}
		}
	}
	require.NoError(t, json.Unmarshal(src, &file))
	require.Len(t, file.Vectors, 16)
	for _, v := range file.Vectors {
		t.Run(v.ID, func(t *testing.T) {
			require.NotEmpty(t, v.Source)
			in := func(name string) int { return int(v.Inputs[name]) }
			switch v.Method {
			case "simplerisk-classic":
				require.Equal(t, 5, in("scale"))
				f := simple.SimpleRisk1 + simple.Formula(in("model")-1)
				s, err := simple.Judgement{Likelihood: in("likelihood"), Impact: in("impact")}.Rate(f)
				require.NoError(t, err)
				require.Equal(t, v.Expected.Raw, s.Raw)
				require.Equal(t, v.Expected.Max, raw(f, 5, 5))
				require.InDelta(t, v.Expected.Normalized, s.Normalized, v.Tolerance)
				require.Equal(t, strings.ToLower(v.Expected.Level), s.Level)
			case "simplerisk-residual":
				r, err := simple.Residual(v.Inputs["score"], v.Inputs["mitigation_percent"])
				require.NoError(t, err)
				require.InDelta(t, v.Expected.Residual, r, 0)
			case "dread":
				s, err := simple.DREAD{
					Damage: in("damage"), Reproducibility: in("reproducibility"), Exploitability: in("exploitability"),
					AffectedUsers: in("affected_users"), Discoverability: in("discoverability"),
				}.Rate()
				require.NoError(t, err)
				require.Equal(t, v.Expected.Sum, s.Sum)
				require.InDelta(t, v.Expected.Mean, s.Mean, 0)
			default:
				t.Fatalf("no test for %s", v.Method)
			}
		})
	}
}

func TestRefuses(t *testing.T) {
	const want = "want one of 1, 2, 3, 4, 5"
	for _, c := range []struct {
		name string
		x    simple.Judgement
		f    simple.Formula
		want string
	}{
		{"nothing is stated", simple.Judgement{}, simple.Product, `factor "likelihood": is missing, ` + want},
		{"no impact", simple.Judgement{Likelihood: 1}, simple.SimpleRisk1, `risk: method simple/simplerisk-1@20260519-001: factor "impact": is missing, ` + want},
		{"above the scale", simple.Judgement{Likelihood: 6, Impact: 1}, simple.Sum, `factor "likelihood": got "6", ` + want},
		{"below the scale", simple.Judgement{Likelihood: 5, Impact: -1}, simple.Sum, `factor "impact": got "-1", ` + want},
		{"no formula", simple.Judgement{Likelihood: 5, Impact: 1}, 0, "simple: formula: got the number 0, want 1 to 7"},
		{"a formula that is none", simple.Judgement{Likelihood: 5, Impact: 1}, 8, "simple: formula: got the number 8, want 1 to 7"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := c.x.Rate(c.f)
			require.ErrorContains(t, err, c.want)
			_, err = c.x.Explain(c.f)
			require.ErrorContains(t, err, c.want)
		})
	}
	require.Equal(t, risk.Method{}, simple.Formula(8).Method())
	require.NotEmpty(t, simple.Formula(0).Method().Problems())
}

func TestResidual(t *testing.T) {
	for _, c := range []struct{ score, percent, want float64 }{
		{8, 25, 6}, {10, 0, 10}, {10, 100, 0}, {0, 50, 0}, {3.43, 33, 2.3},
	} {
		got, err := simple.Residual(c.score, c.percent)
		require.NoError(t, err)
		require.InDelta(t, c.want, got, 0)
	}
	for _, c := range [][2]float64{{-1, 0}, {10.1, 0}, {math.NaN(), 0}, {1, -1}, {1, 101}, {1, math.NaN()}} {
		_, err := simple.Residual(c[0], c[1])
		require.Error(t, err)
	}
}
