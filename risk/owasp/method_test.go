package owasp_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/owasp"
)

func TestMethod(t *testing.T) {
	m := owasp.Method()
	require.Equal(t, "owasp/risk-rating@036a366", m.Ref().String())
	require.Empty(t, m.Problems())
	require.Empty(t, m.Advice(), "every severity is reached and none falls")
	for _, f := range risk.Check(m) {
		require.Equal(t, risk.Proved, f.Verdict, f)
	}
	m.Table[1][1], *m.Factors[0].Scale.Levels[0].Value = "critical", 7
	require.NotEqual(t, m, owasp.Method())
	require.Empty(t, owasp.Method().Problems(), "each call returns a value of its own")
}

func TestWeighted(t *testing.T) {
	m, err := owasp.Weighted("acme/owasp", "3", owasp.Weights{"skill-level": 3, "motive": 0, "financial-damage": 5})
	require.NoError(t, err)
	require.Equal(t, "acme/owasp@3", m.Ref().String())
	require.Empty(t, m.Problems())

	x := of([16]owasp.Score{9, 9, 0, 0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 1, 1, 1})
	e, err := m.Explain(x.Inputs())
	require.NoError(t, err)
	require.InDelta(t, 27.0/9, *e.Reasons[0].Number, 0, "(3·9 + 0·9) / (3 + 0 + 6)")
	require.InDelta(t, 9.0, *e.Reasons[1].Number, 0, "the technical impact has no weights")
	require.InDelta(t, 48.0/8, *e.Reasons[2].Number, 0, "(5·9 + 3·1) / (5 + 3)")
	require.Equal(t, "high", e.Rating.Level, "medium likelihood, high impact")
	plain, err := owasp.Method().Rate(x.Inputs())
	require.NoError(t, err)
	require.Equal(t, "low", plain.Level)
	_, ok := m.Compare(e.Rating, plain)
	require.False(t, ok, "ratings of other weights do not compare")
}

func TestWeightedIsMethod(t *testing.T) {
	m, err := owasp.Weighted("acme/owasp", "1", nil)
	require.NoError(t, err)
	want := owasp.Method()
	for sum := range 73 {
		var s [16]owasp.Score
		spread(s[:8], sum)
		spread(s[12:], sum/2)
		x := of(s)
		a, err := m.Rate(x.Inputs())
		require.NoError(t, err)
		b, err := want.Rate(x.Inputs())
		require.NoError(t, err)
		a.Method = b.Method
		require.Equal(t, b, a)
	}
}

func TestWeightedRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		id, version string
		weights     owasp.Weights
		want        string
	}{
		"a factor that is none":      {"acme/owasp", "1", owasp.Weights{"skil-level": 2}, `weight of factor "skil-level": got no factor`},
		"a negative weight":          {"acme/owasp", "1", owasp.Weights{"motive": -1}, `weight of factor "motive": got -1, want a number of 0 or more`},
		"a weight that is no number": {"acme/owasp", "1", owasp.Weights{"motive": math.NaN()}, "got NaN"},
		"an infinite weight":         {"acme/owasp", "1", owasp.Weights{"motive": math.Inf(1)}, "got +Inf"},
		"all weigh nothing": {
			"acme/owasp", "1",
			owasp.Weights{"financial-damage": 0, "reputation-damage": 0, "non-compliance": 0, "privacy-violation": 0},
			"sum of the weights is not usable",
		},
		"the published id": {"owasp/risk-rating", "2", nil, `got "owasp/risk-rating", want one of its own`},
		"no version":       {"acme/owasp", "", nil, "version of the method is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			m, err := owasp.Weighted(c.id, c.version, c.weights)
			require.ErrorContains(t, err, c.want)
			require.Equal(t, risk.Method{}, m)
		})
	}
}
