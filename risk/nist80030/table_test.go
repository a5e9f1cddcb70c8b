package nist80030_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/nist80030"
)

// short are the words that the tables of testdata have for the levels.
var short = map[string]nist80030.Level{
	"VL": nist80030.VeryLow, "L": nist80030.Low, "M": nist80030.Moderate, "H": nist80030.High, "VH": nist80030.VeryHigh,
}

var order = []string{"VL", "L", "M", "H", "VH"}

func word(t *testing.T, l nist80030.Level) string {
	t.Helper()
	text, err := l.MarshalText()
	require.NoError(t, err)
	return string(text)
}

func rows(t *testing.T, name string) [][]string {
	t.Helper()
	src, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	r := csv.NewReader(bytes.NewReader(src))
	r.Comma = '\t'
	list, err := r.ReadAll()
	require.NoError(t, err)
	return list
}

// grid reads a table as two public transcriptions of the publication have it:
// by the levels of row and column, in the words of the enumeration.
func grid(t *testing.T, name string) map[[2]string]string {
	t.Helper()
	list := rows(t, name)
	cells := map[[2]string]string{}
	for _, row := range list[1:] {
		for c, cell := range row[1:] {
			cells[[2]string{word(t, short[row[0]]), word(t, short[list[0][c+1]])}] = word(t, short[cell])
		}
	}
	require.Len(t, cells, 25)
	return cells
}

func TestTables(t *testing.T) {
	likelihood, level := grid(t, "G5_overall_likelihood.tsv"), grid(t, "I2_level_of_risk.tsv")
	for _, m := range []risk.Method{nist80030.AdversarialMethod(), nist80030.NonAdversarialMethod()} {
		for name, c := range map[string]struct {
			table risk.Table
			want  map[[2]string]string
		}{
			"G-5": {m.Steps[0].Table, likelihood},
			"I-2": {m.Table, level},
		} {
			t.Run(m.ID+" "+name, func(t *testing.T) {
				got := map[[2]string]string{}
				for _, row := range c.table[1:] {
					for i, cell := range row[1:] {
						got[[2]string{row[0], c.table[0][i+1]}] = cell
					}
				}
				require.Equal(t, c.want, got)
			})
		}
	}
}

// TestNoProduct holds what docs/methods/nist80030.md says of G-5: how often the
// overall likelihood is above what a product of probabilities could be.
func TestNoProduct(t *testing.T) {
	aboveBoth, aboveInitiation := 0, 0
	for a := nist80030.VeryLow; a <= nist80030.VeryHigh; a++ {
		for b := nist80030.VeryLow; b <= nist80030.VeryHigh; b++ {
			r, err := nist80030.Adversarial{Initiation: a, AdverseImpact: b, Impact: nist80030.Low}.Rate()
			require.NoError(t, err)
			if r.Likelihood > min(a, b) {
				aboveBoth++
			}
			if r.Likelihood > a {
				aboveInitiation++
			}
		}
	}
	require.Equal(t, [2]int{14, 7}, [2]int{aboveBoth, aboveInitiation})
}

// TestRate goes through every combination: the typed rule, the two tables of
// testdata, and the method are of one mind.
func TestRate(t *testing.T) {
	likelihood, level := grid(t, "G5_overall_likelihood.tsv"), grid(t, "I2_level_of_risk.tsv")
	adversarial, other := nist80030.AdversarialMethod(), nist80030.NonAdversarialMethod()
	n := 0
	for a := nist80030.VeryLow; a <= nist80030.VeryHigh; a++ {
		for b := nist80030.VeryLow; b <= nist80030.VeryHigh; b++ {
			for c := nist80030.VeryLow; c <= nist80030.VeryHigh; c++ {
				n++
				x := nist80030.Adversarial{Initiation: a, AdverseImpact: b, Impact: c}
				got, err := x.Rate()
				require.NoError(t, err)
				overall := likelihood[[2]string{word(t, a), word(t, b)}]
				require.Equal(t, overall, word(t, got.Likelihood))
				require.Equal(t, level[[2]string{overall, word(t, c)}], word(t, got.Risk))

				r, err := adversarial.Rate(x.Inputs())
				require.NoError(t, err)
				require.Equal(t, risk.Rating{
					Method: adversarial.Ref(), Likelihood: overall, Consequence: word(t, c), Level: word(t, got.Risk),
				}, r)

				y := nist80030.NonAdversarial{Occurrence: a, AdverseImpact: b, Impact: c}
				same, err := y.Rate()
				require.NoError(t, err)
				require.Equal(t, got, same)
				r, err = other.Rate(y.Inputs())
				require.NoError(t, err)
				require.Equal(t, word(t, got.Risk), r.Level)
				require.Equal(t, overall, r.Likelihood)
			}
		}
	}
	require.Equal(t, 125, n)
}

// TestReasons recomputes the level from the reasons alone, with the tables of
// testdata in hand.
func TestReasons(t *testing.T) {
	likelihood, level := grid(t, "G5_overall_likelihood.tsv"), grid(t, "I2_level_of_risk.tsv")
	recompute := func(e risk.Explanation) string {
		g5, i2 := e.Reasons[0], e.Reasons[1]
		return level[[2]string{likelihood[[2]string{g5.Row[0], g5.Column}], i2.Column}]
	}
	for _, a := range order {
		for _, b := range order {
			for _, c := range order {
				for _, explain := range []func() (risk.Explanation, error){
					nist80030.Adversarial{Initiation: short[a], AdverseImpact: short[b], Impact: short[c]}.Explain,
					nist80030.NonAdversarial{Occurrence: short[a], AdverseImpact: short[b], Impact: short[c]}.Explain,
				} {
					e, err := explain()
					require.NoError(t, err)
					require.Len(t, e.Readings, 3)
					require.Len(t, e.Reasons, 2)
					require.Equal(t, "likelihood", e.Reasons[0].Step)
					require.Equal(t, e.Reasons[0].Value, e.Reasons[1].Row[0])
					require.Equal(t, e.Rating.Level, recompute(e))
				}
			}
		}
	}
}

func TestMethods(t *testing.T) {
	for _, c := range []struct {
		ref string
		of  func() risk.Method
	}{
		{"nist80030/adversarial@r1", nist80030.AdversarialMethod},
		{"nist80030/non-adversarial@r1", nist80030.NonAdversarialMethod},
	} {
		t.Run(c.ref, func(t *testing.T) {
			m := c.of()
			require.Equal(t, c.ref, m.Ref().String())
			require.Empty(t, m.Problems())
			require.Empty(t, m.Advice(), "every level is reached and none falls")
			for _, f := range risk.Check(m) {
				require.Equal(t, risk.Proved, f.Verdict, f)
			}
			m.Table[1][1], m.Levels[0].Label, *m.Levels[0].Min = "high", "nothing", 7
			require.Empty(t, c.of().Problems(), "each call returns a value of its own")
			require.NotEqual(t, m, c.of())
		})
	}
}

func TestRefuses(t *testing.T) {
	const words = "want one of very-low, low, moderate, high, very-high"
	for _, c := range []struct {
		name string
		err  func() error
		want string
	}{
		{
			"nothing is stated", func() error { _, err := nist80030.Adversarial{}.Rate(); return err },
			`risk: method nist80030/adversarial@r1: factor "initiation": is missing, ` + words + "\n" +
				`risk: method nist80030/adversarial@r1: factor "adverse-impact": is missing, ` + words + "\n" +
				`risk: method nist80030/adversarial@r1: factor "impact": is missing, ` + words,
		},
		{
			"a level that is none", func() error {
				_, err := nist80030.NonAdversarial{Occurrence: 6, AdverseImpact: nist80030.Low, Impact: nist80030.Low}.Rate()
				return err
			},
			`risk: method nist80030/non-adversarial@r1: factor "occurrence": got "number 6", ` + words,
		},
		{
			"one is missing in the explanation", func() error {
				_, err := nist80030.NonAdversarial{Occurrence: nist80030.Low, AdverseImpact: nist80030.Low}.Explain()
				return err
			},
			`risk: method nist80030/non-adversarial@r1: factor "impact": is missing, ` + words,
		},
		{
			"the last is off the scale", func() error {
				_, err := nist80030.Adversarial{Initiation: nist80030.Low, AdverseImpact: nist80030.Low, Impact: 255}.Rate()
				return err
			},
			`risk: method nist80030/adversarial@r1: factor "impact": got "number 255", ` + words,
		},
	} {
		t.Run(c.name, func(t *testing.T) { require.EqualError(t, c.err(), c.want) })
	}
	for _, x := range []nist80030.Adversarial{{Impact: 1}, {Initiation: 1, AdverseImpact: 9, Impact: 1}} {
		_, err := x.Rate()
		var errs risk.InputErrors
		require.ErrorAs(t, err, &errs)
		_, err = x.MarshalText()
		require.Error(t, err)
	}
}

func TestLevelText(t *testing.T) {
	var l nist80030.Level
	require.EqualError(t, l.UnmarshalText([]byte("hihg")),
		`nist80030: level: got "hihg", want one of very-low, low, moderate, high, very-high; did you mean "high"?`)
	require.NoError(t, l.UnmarshalText([]byte("moderate")))
	require.Equal(t, nist80030.Moderate, l)
	_, err := nist80030.Level(6).MarshalText()
	require.EqualError(t, err, "nist80030: level: got the number 6, want 0 to 5")
	require.Empty(t, strings.TrimSpace(word(t, 0)))
}
