package risk_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/owasp"
)

func ExampleExplanation_Text() {
	m := risk.Method{
		ID: "acme/points", Version: "1",
		Factors: []risk.Factor{
			{ID: "likelihood", Scale: risk.Scale{Levels: []risk.Level{{ID: "rare", Value: new(1.0)}, {ID: "often", Label: "Often", Value: new(4.0)}}}},
			{ID: "harm", Scale: risk.Scale{Levels: []risk.Level{{ID: "1", Value: new(1.0)}, {ID: "5", Value: new(5.0)}}}},
		},
		Formula: risk.Sum, Weights: []float64{1, 2},
		Levels: []risk.Level{{ID: "low"}, {ID: "high", Min: new(10.0)}},
	}
	e, err := m.Explain(risk.Inputs{"likelihood": "Often", "harm": "5"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(e.Text())
	// Output:
	// likelihood: "Often" is level often
	// harm: 5
	// level of risk: sum of likelihood often 4, harm 5 × 2 = 14, which is high (/formula)
}

func TestExplanationText(t *testing.T) {
	e, err := office().Explain(risk.Inputs{"likelihood": "Rare", "harm": "severe"})
	require.NoError(t, err)
	require.Equal(t, "likelihood: \"Rare\" is level rare\nharm: severe\nlevel of risk: row rare, column severe of the table: amber (/table/1/3)\n", e.Text())

	in := risk.Inputs{}
	m := owasp.Method()
	for _, f := range m.Factors {
		if !f.Optional {
			in[f.ID] = f.Scale.Levels[len(f.Scale.Levels)-1].ID
		}
	}
	e, err = m.Explain(in)
	if err == nil {
		require.Contains(t, e.Text(), "mean of ")
	}
	one := risk.Reason{Column: "x", Value: "y", Path: "/table/1/0"}
	require.Equal(t, "level of risk: column x of the table: y (/table/1/0)", one.String())
	require.Equal(t, "s: product of  (/steps/0/formula)", risk.Reason{Step: "s", Formula: risk.Product, Path: "/steps/0/formula"}.String())
}
