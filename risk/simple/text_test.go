package simple_test

import (
	"encoding/json"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/simple"
)

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

func TestText(t *testing.T) {
	x := simple.Judgement{Likelihood: 4, Impact: 2}
	src, err := json.Marshal(x)
	require.NoError(t, err)
	require.Equal(t, `"impact=2, likelihood=4"`, string(src))
	var back simple.Judgement
	require.NoError(t, json.Unmarshal(src, &back))
	require.Equal(t, x, back)

	d := simple.DREAD{Damage: 8, Reproducibility: 10, Exploitability: 9, AffectedUsers: 1, Discoverability: 2}
	text, err := d.MarshalText()
	require.NoError(t, err)
	require.Equal(t, "affected-users=1, damage=8, discoverability=2, exploitability=9, reproducibility=10", string(text))
	var again simple.DREAD
	require.NoError(t, again.UnmarshalText(text))
	require.Equal(t, d, again)

	for _, zero := range []interface{ MarshalText() ([]byte, error) }{simple.Judgement{}, simple.DREAD{}} {
		text, err := zero.MarshalText()
		require.NoError(t, err)
		require.Empty(t, text)
	}
	require.NoError(t, back.UnmarshalText(nil))
	require.Zero(t, back)
	require.NoError(t, again.UnmarshalText(nil))
	require.Zero(t, again)
}

func TestTextRefuses(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"a factor is missing":    {"impact=2", `factor "likelihood": is missing`},
		"a factor that is none":  {"impact=2, likelihood=2, chance=3", `factor "chance": is not of this method`},
		"a number off the scale": {"impact=0, likelihood=2", `factor "impact": got "0"`},
		"a number with a point":  {"impact=2.0, likelihood=2", `factor "impact": got "2.0"`},
		"no text form":           {"4x2", "want factor=word"},
	} {
		t.Run(name, func(t *testing.T) {
			x := simple.Judgement{Impact: 3}
			require.ErrorContains(t, x.UnmarshalText([]byte(c.text)), c.want)
			require.Equal(t, simple.Judgement{Impact: 3}, x, "left as it was")
		})
	}
	d := simple.DREAD{Damage: 1}
	require.ErrorContains(t, d.UnmarshalText([]byte("damage=1")), "is missing")
	require.Equal(t, simple.DREAD{Damage: 1}, d)
}

func TestFormulaText(t *testing.T) {
	for i, word := range []string{"", "product", "sum", "simplerisk-1", "simplerisk-2", "simplerisk-3", "simplerisk-4", "simplerisk-5"} {
		text, err := simple.Formula(i).MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		var f simple.Formula
		require.NoError(t, f.UnmarshalText(text))
		require.Equal(t, simple.Formula(i), f)
	}
	var f simple.Formula
	require.ErrorContains(t, f.UnmarshalText([]byte("simplerisk-6")), `got "simplerisk-6"`)
	_, err := simple.Formula(8).MarshalText()
	require.Error(t, err)
}

func FuzzJudgement(f *testing.F) {
	f.Add("impact=2, likelihood=4")
	f.Add(`likelihood="5" , impact=1`)
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		var x simple.Judgement
		if x.UnmarshalText([]byte(text)) != nil {
			return
		}
		again, err := x.MarshalText()
		require.NoError(t, err)
		var back simple.Judgement
		require.NoError(t, back.UnmarshalText(again))
		require.Equal(t, x, back)
		if len(again) == 0 {
			return
		}
		for _, formula := range formulas {
			_, err := x.Rate(formula)
			require.NoError(t, err)
		}
	})
}

func FuzzDREAD(f *testing.F) {
	f.Add("affected-users=1, damage=8, discoverability=2, exploitability=9, reproducibility=10")
	f.Add("damage=10")
	f.Fuzz(func(t *testing.T, text string) {
		var x simple.DREAD
		if x.UnmarshalText([]byte(text)) != nil {
			return
		}
		again, err := x.MarshalText()
		require.NoError(t, err)
		var back simple.DREAD
		require.NoError(t, back.UnmarshalText(again))
		require.Equal(t, x, back)
	})
}
