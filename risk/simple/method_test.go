package simple_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/simple"
)

func methods() []risk.Method {
	list := []risk.Method{simple.DREADMean(), simple.DREADSum()}
	for _, f := range formulas {
		list = append(list, f.Method())
	}
	return list
}

// TestMethods holds what the methods are, and what is refuted of them: the
// threshold of very high is above every score that SimpleRisk can give. Nothing
// else is, and there is no advice.
func TestMethods(t *testing.T) {
	var b strings.Builder
	for _, m := range methods() {
		require.Empty(t, m.Problems(), m.ID)
		b.WriteString(m.Ref().String() + ": " + m.Title + "\n")
		for _, l := range m.Levels {
			b.WriteString(" " + l.ID + " from " + number(*l.Min))
		}
		b.WriteString("\n")
		for _, p := range m.Advice() {
			b.WriteString(" advice: " + p.String() + "\n")
		}
		for _, f := range risk.Check(m) {
			require.NotEqual(t, risk.NotProved, f.Verdict)
			if f.Verdict == risk.Refuted {
				b.WriteString(" " + f.String() + "\n")
			}
		}
	}
	golden.Equal(t, "methods.txt", b.String())
}

func TestMethodIsItself(t *testing.T) {
	for _, m := range methods() {
		*m.Levels[0].Min, m.Factors[0].Scale.Levels[0].ID = 3, "x"
	}
	for _, m := range methods() {
		require.Empty(t, m.Problems(), "each call returns a value of its own")
	}
}

func TestCustom(t *testing.T) {
	scores := [5][5]float64{
		{0, 1, 2, 3, 3.99},
		{1, 2, 3, 4, 5},
		{2, 3, 5, 6, 6.99},
		{3, 4, 6, 7, 9},
		{4, 6.5, 7, 9, 10},
	}
	m, err := simple.Custom("acme/scores", "2", scores)
	require.NoError(t, err)
	require.Equal(t, "acme/scores@2", m.Ref().String())
	require.Empty(t, m.Problems())
	for l, row := range scores {
		for i, want := range row {
			in := simple.Judgement{Likelihood: l + 1, Impact: i + 1}.Inputs()
			got, ok, err := m.Score(in)
			require.NoError(t, err)
			require.True(t, ok)
			require.InDelta(t, want, got, 0)
			r, err := m.Rate(in)
			require.NoError(t, err)
			require.Equal(t, slowLevel(want), r.Level)
		}
	}
}

func TestCustomRefuses(t *testing.T) {
	_, err := simple.Custom("acme/scores", "1", [5][5]float64{2: {3: 10.5}, 4: {0: -1}})
	require.EqualError(t, err, "simple: score of likelihood 3, impact 4: got 10.5, want 0 to 10\n"+
		"simple: score of likelihood 5, impact 1: got -1, want 0 to 10")
	_, err = simple.Custom("", "1", [5][5]float64{})
	require.ErrorContains(t, err, "id of the method is missing")
}
