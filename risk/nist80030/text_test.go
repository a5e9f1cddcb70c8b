package nist80030_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/nist80030"
)

func TestText(t *testing.T) {
	x := nist80030.Adversarial{Initiation: nist80030.High, AdverseImpact: nist80030.VeryLow, Impact: nist80030.Moderate}
	src, err := json.Marshal(x)
	require.NoError(t, err)
	require.Equal(t, `"adverse-impact=very-low, impact=moderate, initiation=high"`, string(src))
	var back nist80030.Adversarial
	require.NoError(t, json.Unmarshal(src, &back))
	require.Equal(t, x, back)
	require.NoError(t, back.UnmarshalText([]byte("initiation = high, adverse-impact = very low, impact = moderate")), "labels")
	require.Equal(t, x, back)

	y := nist80030.NonAdversarial{Occurrence: nist80030.VeryHigh, AdverseImpact: nist80030.Low, Impact: nist80030.Low}
	text, err := y.MarshalText()
	require.NoError(t, err)
	require.Equal(t, "adverse-impact=low, impact=low, occurrence=very-high", string(text))

	text, err = nist80030.Adversarial{}.MarshalText()
	require.NoError(t, err)
	require.Empty(t, text)
	require.NoError(t, back.UnmarshalText(nil))
	require.Zero(t, back)
	text, err = nist80030.NonAdversarial{}.MarshalText()
	require.NoError(t, err)
	require.Empty(t, text)
	require.NoError(t, y.UnmarshalText(nil))
	require.Zero(t, y)
}

func TestTextRefuses(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"a factor is missing":   {"initiation=high, impact=low", `factor "adverse-impact": is missing`},
		"a factor of the other": {"occurrence=high, initiation=high, adverse-impact=low, impact=low", `factor "occurrence": is not of this method`},
		"a word is wrong":       {"initiation=hihg, adverse-impact=low, impact=low", `factor "initiation": got "hihg"`},
		"it is no text form":    {"high", "want factor=word"},
	} {
		t.Run(name, func(t *testing.T) {
			x := nist80030.Adversarial{Impact: nist80030.High}
			require.ErrorContains(t, x.UnmarshalText([]byte(c.text)), c.want)
			require.Equal(t, nist80030.Adversarial{Impact: nist80030.High}, x, "left as it was")
		})
	}
}

func FuzzAdversarial(f *testing.F) {
	f.Add("adverse-impact=very-low, impact=moderate, initiation=high")
	f.Add("adverse-impact=very low, impact=low, initiation=very-high")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		var x nist80030.Adversarial
		if x.UnmarshalText([]byte(text)) != nil {
			return
		}
		again, err := x.MarshalText()
		require.NoError(t, err)
		var back nist80030.Adversarial
		require.NoError(t, back.UnmarshalText(again))
		require.Equal(t, x, back)
		if x == back && len(again) == 0 {
			return
		}
		r, err := x.Rate()
		require.NoError(t, err)
		require.NotZero(t, r.Risk)
	})
}

func FuzzNonAdversarial(f *testing.F) {
	f.Add("adverse-impact=low, impact=moderate, occurrence=high")
	f.Add("impact=\"very low\", occurrence=very low, adverse-impact=very high")
	f.Fuzz(func(t *testing.T, text string) {
		var x nist80030.NonAdversarial
		if x.UnmarshalText([]byte(text)) != nil {
			return
		}
		again, err := x.MarshalText()
		require.NoError(t, err)
		var back nist80030.NonAdversarial
		require.NoError(t, back.UnmarshalText(again))
		require.Equal(t, x, back)
	})
}
