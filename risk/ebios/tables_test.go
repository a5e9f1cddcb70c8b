package ebios_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/ebios"
	"github.com/ismskit/ismskit/risk/internal/facts"
)

// same holds that typed inputs and the method say the same about one value of
// the inputs: the level, or the error.
func same(t *testing.T, m risk.Method, in risk.Inputs, level string, err error) {
	t.Helper()
	rating, methodErr := m.Rate(in)
	if methodErr != nil {
		require.Equal(t, methodErr, err, in)
		return
	}
	require.NoError(t, err, in)
	require.Equal(t, rating.Level, level, in)
}

// cellOf is the one look into a table of an explanation, by its headings.
func cellOf(t *testing.T, e risk.Explanation) (row, column, value string) {
	t.Helper()
	require.Len(t, e.Reasons, 1)
	require.Len(t, e.Reasons[0].Row, 1)
	return e.Reasons[0].Row[0], e.Reasons[0].Column, e.Reasons[0].Value
}

func TestRisk(t *testing.T) {
	words := map[string]string{"L": "low", "M": "medium", "H": "high"}
	cells, m, rated := facts.Table(t, "risk_matrix_4x4.tsv"), ebios.RiskMatrix(), 0
	require.Len(t, cells, 16)
	for s := range ebios.Severity(8) {
		for l := range ebios.Likelihood(8) {
			x := ebios.Risk{Severity: s, Likelihood: l}
			level, err := x.Rate()
			if err != nil {
				same(t, m, x.Inputs(), "", err)
				continue
			}
			rated++
			same(t, m, x.Inputs(), facts.Text(t, level), nil)
			require.Equal(t, words[cells[[2]string{facts.Text(t, l), facts.Text(t, s)}]], facts.Text(t, level))
			e, err := x.Explain()
			require.NoError(t, err)
			row, column, value := cellOf(t, e)
			require.Equal(t, words[cells[[2]string{row, column}]], value)
			require.Equal(t, e.Rating.Level, value)
			require.Equal(t, [2]string{facts.Text(t, l), facts.Text(t, s)}, [2]string{e.Rating.Likelihood, e.Rating.Consequence})
		}
	}
	require.Equal(t, 16, rated)
}

// TestCox: what the page on the method says of its matrix.
func TestCox(t *testing.T) {
	matrix, ok := ebios.RiskMatrix().Matrix()
	require.True(t, ok)
	c := matrix.Cox()
	require.False(t, c.WeaklyConsistent)
	require.False(t, c.Between)
	require.InDelta(t, 0.1875, c.RedFrom, 0)
	require.InDelta(t, 0.25, c.GreenTo, 0)
}

func TestRiskVectors(t *testing.T) {
	m := ebios.RiskMatrix()
	for _, v := range vectors(t, "ebios-risk-matrix", 14) {
		t.Run(v.ID, func(t *testing.T) {
			level, err := ebios.Risk{Severity: ebios.Severity(number(v, "severity")), Likelihood: ebios.V0 + ebios.Likelihood(number(v, "likelihood"))}.Rate()
			require.NoError(t, err)
			l, ok := m.Level(facts.Text(t, level))
			require.True(t, ok)
			require.Equal(t, v.Expected["level"], strings.TrimSuffix(l.Meaning, " as it is"))
		})
	}
}

func TestPair(t *testing.T) {
	cells, m, rated := facts.Table(t, "srov_pertinence.tsv"), ebios.Pertinence(), 0
	require.Len(t, cells, 9)
	for motivation := range ebios.Plus(6) {
		for resources := range ebios.Plus(6) {
			x := ebios.Pair{Motivation: motivation, Resources: resources}
			level, err := x.Rate()
			if err != nil {
				same(t, m, x.Inputs(), "", err)
				continue
			}
			rated++
			same(t, m, x.Inputs(), facts.Text(t, level), nil)
			require.Equal(t, cells[[2]string{facts.Text(t, resources), facts.Text(t, motivation)}], facts.Text(t, level))
			e, err := x.Explain()
			require.NoError(t, err)
			row, column, value := cellOf(t, e)
			require.Equal(t, cells[[2]string{row, column}], value)
		}
	}
	require.Equal(t, 9, rated)
	for _, v := range vectors(t, "ebios-srov-pertinence", 6) {
		t.Run(v.ID, func(t *testing.T) {
			var x ebios.Pair
			require.NoError(t, x.UnmarshalText([]byte("motivation="+word(v, "motivation")+", resources="+word(v, "resources"))))
			level, err := x.Rate()
			require.NoError(t, err)
			require.Equal(t, v.Expected["pertinence"], facts.Text(t, level))
		})
	}
}

func TestPath(t *testing.T) {
	cells, m, rated := facts.Table(t, "likelihood_prob_x_difficulty.tsv"), ebios.AdvancedLikelihood(), 0
	require.Len(t, cells, 25)
	for p := range ebios.Probability(8) {
		for d := range ebios.Difficulty(8) {
			x := ebios.Path{Probability: p, Difficulty: d}
			level, err := x.Rate()
			if err != nil {
				same(t, m, x.Inputs(), "", err)
				continue
			}
			rated++
			same(t, m, x.Inputs(), facts.Text(t, level), nil)
			require.Equal(t, "V"+cells[[2]string{facts.Text(t, p), facts.Text(t, d)}], facts.Text(t, level))
			e, err := x.Explain()
			require.NoError(t, err)
			row, column, value := cellOf(t, e)
			require.Equal(t, "V"+cells[[2]string{row, column}], value)
		}
	}
	require.Equal(t, 25, rated)
	for _, v := range vectors(t, "ebios-advanced-likelihood", 17) {
		t.Run(v.ID, func(t *testing.T) {
			x := ebios.Path{Probability: ebios.P0 + ebios.Probability(number(v, "success_probability")), Difficulty: ebios.D0 + ebios.Difficulty(number(v, "technical_difficulty"))}
			level, err := x.Rate()
			require.NoError(t, err)
			require.Equal(t, fmt.Sprint("V", v.Expected["likelihood"]), facts.Text(t, level))
		})
	}
}

// TestMethods holds what the four methods have in common.
func TestMethods(t *testing.T) {
	for _, c := range []struct {
		method func() risk.Method
		ref    string
		advice []string
	}{
		{ebios.RiskMatrix, "ebios/risk@2024", nil},
		{ebios.Pertinence, "ebios/pertinence@2024", nil},
		{ebios.ThreatLevel, "ebios/threat-level@2024", nil},
		{ebios.AdvancedLikelihood, "ebios/likelihood@2024", nil},
	} {
		t.Run(c.ref, func(t *testing.T) {
			m := c.method()
			require.Empty(t, m.Problems())
			require.Equal(t, c.ref, m.Ref().String())
			require.NotEmpty(t, m.Title)
			require.NotEmpty(t, m.Source)
			var advice []string
			for _, a := range m.Advice() {
				advice = append(advice, a.Code+" "+a.Path+" "+a.Sentence())
			}
			require.Equal(t, c.advice, advice)
			m.Levels[0].Label, m.Factors[0].Scale.Levels[0].ID = "changed", "changed"
			require.NotEqual(t, m, c.method(), "a change of one copy leaves the next alone")
			require.Empty(t, c.method().Problems())
		})
	}
}

func TestScalesOfTheGuide(t *testing.T) {
	for i, label := range []string{"minor", "significant", "serious", "critical"} {
		level := ebios.RiskMatrix().Factors[0].Scale.Levels[i]
		require.Equal(t, risk.Level{ID: "G" + strconv.Itoa(i+1), Label: label}, level)
	}
	for i, label := range []string{"excluded", "rather unlikely", "likely", "very likely", "nearly certain"} {
		require.Equal(t, risk.Level{ID: "V" + strconv.Itoa(i), Label: label}, ebios.AdvancedLikelihood().Levels[i])
	}
}

func TestErrorsName(t *testing.T) {
	for want, rate := range map[string]func() error{
		`risk: method ebios/risk@2024: factor "severity": got "G5", want one of G1, G2, G3, G4`: func() error {
			_, err := ebios.Risk{Severity: ebios.G5, Likelihood: ebios.V1}.Rate()
			return err
		},
		`risk: method ebios/threat-level@2024: factor "trust": got "0", want one of 1, 2, 3, 4`: func() error {
			_, err := ebios.Stakeholder{Dependency: 1, Penetration: 1, Maturity: 1}.Rate()
			return err
		},
		`risk: method ebios/pertinence@2024: factor "resources": is missing, want one of +, ++, +++`: func() error {
			_, err := ebios.Pair{Motivation: ebios.Plus1}.Rate()
			return err
		},
	} {
		require.EqualError(t, rate(), want)
	}
}
