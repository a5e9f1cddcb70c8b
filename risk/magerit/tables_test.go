package magerit_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/facts"
	"github.com/ismskit/ismskit/risk/magerit"
)

func TestThreat(t *testing.T) {
	impacts, risks, m, rated := facts.Table(t, "impact.tsv"), facts.Table(t, "risk.tsv"), magerit.Tables(), 0
	require.Len(t, impacts, 15)
	require.Len(t, risks, 25)
	for v := range magerit.Level(8) {
		for d := range magerit.Degradation(6) {
			for p := range magerit.Level(8) {
				x := magerit.Threat{Value: v, Degradation: d, Probability: p}
				got, err := x.Rate()
				rating, methodErr := m.Rate(x.Inputs())
				require.Equal(t, methodErr, err)
				if err != nil {
					require.Zero(t, got)
					continue
				}
				rated++
				impact := impacts[[2]string{facts.Text(t, v), facts.Text(t, d)}]
				level := risks[[2]string{impact, facts.Text(t, p)}]
				require.Equal(t, [2]string{impact, level}, [2]string{facts.Text(t, got.Impact), facts.Text(t, got.Risk)})
				require.Equal(t, risk.Rating{Method: m.Ref(), Level: level, Likelihood: facts.Text(t, p), Consequence: impact}, rating)
				e, err := x.Explain()
				require.NoError(t, err)
				require.Equal(t, rating, e.Rating)
				require.Len(t, e.Reasons, 2)
				require.Equal(t, impacts[[2]string{e.Reasons[0].Row[0], e.Reasons[0].Column}], e.Reasons[0].Value)
				require.Equal(t, e.Reasons[0].Value, e.Reasons[1].Row[0])
				require.Equal(t, risks[[2]string{e.Reasons[1].Row[0], e.Reasons[1].Column}], e.Rating.Level)
			}
		}
	}
	require.Equal(t, 75, rated)
}

func TestEvent(t *testing.T) {
	risks, m, rated := facts.Table(t, "risk.tsv"), magerit.RiskTable(), 0
	for i := range magerit.Level(8) {
		for p := range magerit.Level(8) {
			x := magerit.Event{Impact: i, Probability: p}
			got, err := x.Rate()
			rating, methodErr := m.Rate(x.Inputs())
			require.Equal(t, methodErr, err)
			if err != nil {
				require.Zero(t, got)
				continue
			}
			rated++
			require.Equal(t, risks[[2]string{facts.Text(t, i), facts.Text(t, p)}], facts.Text(t, got))
			require.Equal(t, rating.Level, facts.Text(t, got))
			e, err := x.Explain()
			require.NoError(t, err)
			require.Len(t, e.Reasons, 1)
			require.Equal(t, risks[[2]string{e.Reasons[0].Row[0], e.Reasons[0].Column}], e.Rating.Level)
		}
	}
	require.Equal(t, 25, rated)
}

func TestTableVectors(t *testing.T) {
	for _, v := range vectors(t, "magerit-impact", 10) {
		t.Run(v.ID, func(t *testing.T) {
			var x magerit.Threat
			require.NoError(t, x.UnmarshalText([]byte(fmt.Sprintf("value=%s, degradation=%v%%, probability=M", word(v, "value"), number(v, "degradation_percent")))))
			got, err := x.Rate()
			require.NoError(t, err)
			require.Equal(t, v.Expected["impact"], facts.Text(t, got.Impact))
		})
	}
	for _, v := range vectors(t, "magerit-risk", 17) {
		t.Run(v.ID, func(t *testing.T) {
			var x magerit.Event
			require.NoError(t, x.UnmarshalText([]byte("impact="+word(v, "impact")+", probability="+word(v, "probability"))))
			got, err := x.Rate()
			require.NoError(t, err)
			require.Equal(t, v.Expected["risk"], facts.Text(t, got))
		})
	}
}

func TestMethods(t *testing.T) {
	for ref, method := range map[string]func() risk.Method{
		"magerit/tables@3": magerit.Tables,
		"magerit/risk@3":   magerit.RiskTable,
	} {
		m := method()
		require.Equal(t, ref, m.Ref().String())
		require.Empty(t, m.Problems())
		require.NotEmpty(t, m.Title)
		require.NotEmpty(t, m.Source)
		require.Empty(t, m.Advice(), "monotone, every level reachable")
		m.Levels[0].Label, m.Table[1][1], m.Factors[1].Scale.Levels[0].ID = "changed", "changed", "changed"
		require.NotEqual(t, m, method(), "a change of one copy leaves the next alone")
		require.Empty(t, method().Problems())
	}
}

func TestErrorsName(t *testing.T) {
	_, err := magerit.Threat{Value: 9, Degradation: magerit.Degradation1}.Rate()
	require.EqualError(t, err, `risk: method magerit/tables@3: factor "value": got "number 9", want one of MB, B, M, A, MA
risk: method magerit/tables@3: factor "probability": is missing, want one of MB, B, M, A, MA`)
}
