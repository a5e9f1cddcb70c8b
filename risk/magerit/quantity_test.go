package magerit_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/magerit"
)

func TestQuantityVectors(t *testing.T) {
	for _, v := range vectors(t, "magerit-residual", 1) {
		t.Run(v.ID, func(t *testing.T) {
			got, err := magerit.Quantity{
				Value: number(v, "impact"), Degradation: 1, Frequency: number(v, "frequency"),
				Efficacy: magerit.Efficacy{Impact: number(v, "impact_efficacy"), Frequency: number(v, "frequency_efficacy")},
			}.Rate()
			require.NoError(t, err)
			require.InDelta(t, v.Expected["residual_impact"], got.ResidualImpact, v.Tolerance)
			require.InDelta(t, v.Expected["residual_frequency"], got.ResidualFrequency, v.Tolerance)
			require.InDelta(t, v.Expected["residual_risk"], got.ResidualRisk, v.Tolerance)
		})
	}
	for _, v := range vectors(t, "magerit-efficacy", 1) {
		t.Run(v.ID, func(t *testing.T) {
			got, err := magerit.Efficacy{Impact: number(v, "e_i"), Frequency: number(v, "e_f")}.Overall()
			require.NoError(t, err)
			require.InDelta(t, v.Expected["e"], got, v.Tolerance)
		})
	}
}

func TestQuantity(t *testing.T) {
	x := magerit.Quantity{Value: 1000, Degradation: 0.5, Frequency: 4, Efficacy: magerit.Efficacy{Impact: 0.5, Frequency: 0.25}}
	got, err := x.Rate()
	require.NoError(t, err)
	require.Equal(t, magerit.Assessment{Impact: 500, Risk: 2000, ResidualImpact: 250, ResidualFrequency: 3, ResidualRisk: 750}, got)
	x.Degree = 0.25
	got, err = x.Rate()
	require.NoError(t, err)
	require.Equal(t, magerit.Assessment{Impact: 125, Risk: 500, ResidualImpact: 62.5, ResidualFrequency: 3, ResidualRisk: 187.5}, got)
	x.Efficacy = magerit.Efficacy{}
	got, err = x.Rate()
	require.NoError(t, err)
	require.Equal(t, magerit.Assessment{Impact: 125, Risk: 500, ResidualImpact: 125, ResidualFrequency: 4, ResidualRisk: 500}, got, "no safeguards")

	for want, change := range map[string]func(*magerit.Quantity){
		"magerit: value: got -1, want 0 or more":                    func(x *magerit.Quantity) { x.Value = -1 },
		"magerit: value: got +Inf, want 0 or more":                  func(x *magerit.Quantity) { x.Value = math.Inf(1) },
		"magerit: degree: got 1.1, want 0 to 1":                     func(x *magerit.Quantity) { x.Degree = 1.1 },
		"magerit: degradation: got 90, want 0 to 1":                 func(x *magerit.Quantity) { x.Degradation = 90 },
		"magerit: frequency: got NaN, want 0 or more times a year":  func(x *magerit.Quantity) { x.Frequency = math.NaN() },
		"magerit: efficacy on the impact: got 2, want 0 to 1":       func(x *magerit.Quantity) { x.Efficacy.Impact = 2 },
		"magerit: efficacy on the frequency: got -0.1, want 0 to 1": func(x *magerit.Quantity) { x.Efficacy.Frequency = -0.1 },
	} {
		bad := x
		change(&bad)
		got, err := bad.Rate()
		require.EqualError(t, err, want)
		require.Zero(t, got)
	}
	_, err = magerit.Efficacy{Impact: math.NaN()}.Overall()
	require.EqualError(t, err, "magerit: efficacy on the impact: got NaN, want 0 to 1")
}

// TestOverall: the ends that the book names.
func TestOverall(t *testing.T) {
	for _, c := range [][3]float64{{0, 0, 0}, {0, 0.3, 0.3}, {0.3, 0, 0.3}, {1, 0.3, 1}, {0.3, 1, 1}, {0.1, 0, 0.1}} {
		e, err := magerit.Efficacy{Impact: c[0], Frequency: c[1]}.Overall()
		require.NoError(t, err)
		require.InDelta(t, c[2], e, 0)
	}
}

func TestFrequency(t *testing.T) {
	for level, want := range map[magerit.Level]float64{
		magerit.VeryLow: 0.01, magerit.Low: 0.1, magerit.Medium: 1, magerit.High: 10, magerit.VeryHigh: 100,
	} {
		got, err := magerit.Frequency(level)
		require.NoError(t, err)
		require.InDelta(t, want, got, 0)
	}
	for _, bad := range []magerit.Level{0, 6} {
		_, err := magerit.Frequency(bad)
		require.ErrorContains(t, err, "want MB, B, M, A or MA")
	}
}

func TestSafeguards(t *testing.T) {
	own := magerit.Efficacies{L1: 0.1, L2: 0.5, L3: 0.75, L4: 0.9}
	for m, want := range map[magerit.Maturity]float64{
		magerit.L0: 0, magerit.L1: 0.1, magerit.L2: 0.5, magerit.L3: 0.75, magerit.L4: 0.9, magerit.L5: 1,
	} {
		e, err := own.Of(m)
		require.NoError(t, err)
		require.InDelta(t, want, e, 0)
	}
	for _, c := range []struct {
		name string
		in   []magerit.Safeguard
		want magerit.Efficacy
		err  string
	}{
		{name: "none"},
		{name: "one", in: []magerit.Safeguard{{Effect: magerit.OnBoth, Maturity: magerit.L3}}, want: magerit.Efficacy{Impact: 0.75, Frequency: 0.75}},
		{name: "one not there", in: []magerit.Safeguard{{Effect: magerit.OnImpact, Maturity: magerit.L0}}},
		{name: "each its own", in: []magerit.Safeguard{{Effect: magerit.OnImpact, Maturity: magerit.L5}, {Effect: magerit.OnFrequency, Maturity: magerit.L2}}, want: magerit.Efficacy{Impact: 1, Frequency: 0.5}},
		{name: "mean", in: []magerit.Safeguard{{Effect: magerit.OnImpact, Maturity: magerit.L5}, {Effect: magerit.OnBoth, Maturity: magerit.L2}}, want: magerit.Efficacy{Impact: 0.75, Frequency: 0.5}},
		{name: "weights", in: []magerit.Safeguard{{Effect: magerit.OnImpact, Maturity: magerit.L5, Weight: 3}, {Effect: magerit.OnImpact, Maturity: magerit.L0}}, want: magerit.Efficacy{Impact: 0.75}},
		{name: "no maturity", in: []magerit.Safeguard{{ID: "backup", Effect: magerit.OnImpact}}, err: `safeguard "backup": magerit: maturity: got number 0, want L0 to L5`},
		{name: "no effect", in: []magerit.Safeguard{{ID: "backup", Maturity: magerit.L1}}, err: `safeguard "backup": magerit: effect: got number 0, want impact, frequency or both`},
		{name: "weight", in: []magerit.Safeguard{{ID: "backup", Effect: magerit.OnImpact, Maturity: magerit.L1, Weight: -1}}, err: `safeguard "backup": magerit: weight: got -1, want 0 or more`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := own.Package(c.in)
			if c.err != "" {
				require.EqualError(t, err, c.err)
				return
			}
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
	for _, bad := range []magerit.Efficacies{{L1: 0.5, L2: 0.4, L3: 0.9, L4: 1}, {L4: 1.1}, {L1: -1}, {L2: math.NaN()}} {
		_, err := bad.Of(magerit.L0)
		require.ErrorContains(t, err, "want numbers that rise from 0 to 1")
	}
	e, err := magerit.Efficacies{}.Of(magerit.L4)
	require.NoError(t, err)
	require.Zero(t, e, "nobody has said what lies between")
}
