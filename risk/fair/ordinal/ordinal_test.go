package ordinal_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/fair/ordinal"
)

// same holds that the typed rating is the method's, error for error, and that
// the level follows from the reasons.
func same(t *testing.T, m risk.Method, in risk.Inputs, got ordinal.Level, err error) {
	t.Helper()
	r, methodErr := m.Rate(in)
	if methodErr != nil {
		require.Equal(t, methodErr, err)
		require.Zero(t, got)
		return
	}
	require.NoError(t, err)
	require.Equal(t, words[got-1], r.Level)
}

// TestDecomposed compares all 3,125 scenarios in which everything is derived.
func TestDecomposed(t *testing.T) {
	m, n := ordinal.PrimaryRisk(), 0
	for k := range 3125 {
		x := ordinal.Primary{
			ContactFrequency: level(k % 5), ProbabilityOfAction: level(k / 5 % 5), ThreatCapability: level(k / 25 % 5),
			ResistanceStrength: level(k / 125 % 5), LossMagnitude: level(k / 625),
		}
		got, err := x.Rate()
		same(t, m, x.Inputs(), got.Risk, err)
		require.LessOrEqual(t, got.LossEventFrequency, got.ThreatEventFrequency)
		if k%7 == 0 {
			e, err := x.Explain()
			require.NoError(t, err)
			recompute(t, e)
		}
		n++
	}
	require.Equal(t, 3125, n)
}

// TestPrimaryLikeTheMethod compares scenarios drawn at random, with values left
// out, also where they are needed.
func TestPrimaryLikeTheMethod(t *testing.T) {
	m, r, rated := ordinal.PrimaryRisk(), rand.New(rand.NewPCG(1, 2)), 0
	for range 5_000 {
		x := draw(r)
		got, err := x.Rate()
		same(t, m, x.Inputs(), got.Risk, err)
		if err == nil {
			rated++
		}
	}
	require.Greater(t, rated, 250)
}

// draw leaves out half of what may be, and seldom the magnitude.
func draw(r *rand.Rand) ordinal.Primary {
	some := func() ordinal.Level { return level(r.IntN(5)) * ordinal.Level(r.IntN(2)) }
	x := ordinal.Primary{
		ContactFrequency: some(), ProbabilityOfAction: some(), ThreatEventFrequency: some(), ThreatCapability: some(),
		ResistanceStrength: some(), Vulnerability: some(), LossEventFrequency: some(), LossMagnitude: level(r.IntN(5)),
	}
	if r.IntN(20) == 0 {
		x.LossMagnitude = 0
	}
	return x
}

// TestOverallLikeTheMethod compares all 625 scenarios with a stated frequency,
// and others drawn at random.
func TestOverallLikeTheMethod(t *testing.T) {
	m, r := ordinal.OverallRisks(), rand.New(rand.NewPCG(3, 4))
	for k := range 2000 {
		x := ordinal.Overall{
			Primary:              ordinal.Primary{LossEventFrequency: level(k % 5), LossMagnitude: level(k / 5 % 5)},
			SecondaryProbability: level(k / 25 % 5), SecondaryMagnitude: level(k / 125 % 5),
		}
		if k >= 625 {
			x.Primary = draw(r)
		}
		got, err := x.Rate()
		same(t, m, x.Inputs(), got.Risk, err)
		if err == nil && k%11 == 0 {
			require.Equal(t, max(got.SecondaryRisk, got.Primary.Risk), got.Risk)
			e, err := x.Explain()
			require.NoError(t, err)
			recompute(t, e)
		}
	}
}

// recompute follows the reasons with the arithmetic of the tables: what heads
// row and column is a word that was read or what an earlier reason gave.
func recompute(t *testing.T, e risk.Explanation) {
	t.Helper()
	known := map[string]string{}
	for _, r := range e.Readings {
		known[r.Factor] = r.Level
	}
	for _, r := range e.Reasons {
		var got string
		if r.Formula == risk.First {
			got = known[r.Terms[0].Of]
		} else {
			a, b := slices.Index(words, r.Row[0]), slices.Index(words, r.Column)
			form := "clamp(row+col-2,0,4)"
			switch r.Step {
			case "vulnerable-derived":
				form = "clamp(2+row-col,0,4)"
			case "loss-events-derived":
				form = "min(row,max(0,row+col-2))"
			case "":
				if known["secondary-risk"] != "" {
					form = "max(row,col)"
				}
			}
			got = words[closed[form](a, b)]
		}
		require.Equal(t, got, r.Value, "%v", r)
		known[r.Step] = got
	}
	require.Equal(t, known[""], e.Rating.Level)
}

// TestEitherWay holds that what is stated is preferred to what is derived.
func TestEitherWay(t *testing.T) {
	got, err := ordinal.Primary{
		ContactFrequency: ordinal.VeryHigh, ProbabilityOfAction: ordinal.VeryHigh, ThreatEventFrequency: ordinal.Low,
		Vulnerability: ordinal.High, LossMagnitude: ordinal.VeryHigh,
	}.Rate()
	require.NoError(t, err)
	require.Equal(t, ordinal.PrimaryRating{
		ThreatEventFrequency: ordinal.Low, Vulnerability: ordinal.High, LossEventFrequency: ordinal.Low, Risk: ordinal.High,
	}, got)
}

func TestMethods(t *testing.T) {
	for _, m := range []risk.Method{ordinal.PrimaryRisk(), ordinal.OverallRisks(), ordinal.ResidualFactor()} {
		require.Empty(t, m.Problems())
		require.Empty(t, m.Advice(), "every level reachable, none falls against its direction")
		for _, f := range risk.Check(m) {
			require.Equal(t, risk.Proved, f.Verdict, f.String())
		}
	}
	require.Equal(t, "fair/ordinal@1", ordinal.PrimaryRisk().Ref().String())
	require.Equal(t, "fair/ordinal-secondary@1", ordinal.OverallRisks().Ref().String())
	require.Equal(t, "fair/ordinal-residual@1", ordinal.ResidualFactor().Ref().String())
}

func TestRating(t *testing.T) {
	m := ordinal.PrimaryRisk()
	r, err := m.Rate(ordinal.Primary{LossEventFrequency: ordinal.Low, LossMagnitude: ordinal.VeryHigh}.Inputs())
	require.NoError(t, err)
	require.Equal(t, risk.Rating{Method: m.Ref(), Level: "H", Likelihood: "L", Consequence: "VH"}, r)
}

func TestBadInputs(t *testing.T) {
	const at = "risk: method fair/ordinal@1: factor "
	for _, c := range []struct {
		name string
		x    ordinal.Primary
		want string
	}{
		{
			"half a pair",
			ordinal.Primary{ContactFrequency: 3, LossEventFrequency: 2, LossMagnitude: 1},
			at + `"probability-of-action": is missing, want one of VL, L, M, H, VH`,
		},
		{
			"off its scale",
			ordinal.Primary{LossEventFrequency: 6, LossMagnitude: 1},
			at + `"loss-event-frequency": got "number 6", want one of VL, L, M, H, VH`,
		},
		{"no magnitude", ordinal.Primary{LossEventFrequency: 2}, at + `"loss-magnitude": is missing, want one of VL, L, M, H, VH`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.x.Rate()
			require.Zero(t, got)
			require.EqualError(t, err, c.want)
			_, err = c.x.MarshalText()
			require.EqualError(t, err, c.want)
		})
	}
	_, err := ordinal.Primary{LossMagnitude: 3}.Rate()
	require.ErrorIs(t, err, risk.ErrMissingFactor, "neither way to the frequency")
	_, err = ordinal.Overall{Primary: ordinal.Primary{LossEventFrequency: 1, LossMagnitude: 1}, SecondaryProbability: 2}.Rate()
	require.EqualError(t, err, `risk: method fair/ordinal-secondary@1: factor "secondary-loss-magnitude": is missing, want one of VL, L, M, H, VH`)
	_, err = ordinal.Residual{Inherent: 6}.Rate()
	require.EqualError(t, err, `risk: method fair/ordinal-residual@1: factor "inherent": got "number 6", want one of VL, L, M, H, VH`+"\n"+
		`risk: method fair/ordinal-residual@1: factor "control": is missing, want one of VL, L, M, H, VH`)
}
