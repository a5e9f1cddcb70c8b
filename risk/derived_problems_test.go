package risk_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk"
)

// brokenDerived has bureau with one thing changed, and the code and path of
// each problem that this has to give.
func brokenDerived() []broken {
	return []broken{
		{"nothing", func(*risk.Method) {}, nil},
		{"too many steps", func(m *risk.Method) {
			for i := range 29 {
				m.Steps = append(m.Steps, risk.Step{ID: fmt.Sprint("s", i), Of: []string{"data"}, Formula: risk.Sum})
			}
		}, []string{"RM026 /steps"}},
		{"step without id", func(m *risk.Method) { m.Steps[1].ID = "" }, []string{"RM027 /steps/1/id", "RM029 /steps/2/of/0", "RM038 /steps/1"}},
		{"step with the id of a factor", func(m *risk.Method) { m.Steps[0].ID = "skill" }, []string{
			"RM028 /steps/0/id", "RM029 /of/1",
		}},
		{"step with the id of a step", func(m *risk.Method) {
			m.Steps = append(m.Steps, m.Steps[1])
		}, []string{"RM028 /steps/3/id"}},
		{"role twice", func(m *risk.Method) { m.Steps[2].Role = risk.Likelihood }, []string{"RM007 /steps/2/role"}},
		{"role of a factor", func(m *risk.Method) { m.Factors[0].Role = risk.Consequence }, []string{"RM007 /steps/2/role"}},
		{"role unknown", func(m *risk.Method) { m.Steps[2].Role = 9 }, []string{"RM006 /steps/2/role"}},
		{"step reads nothing", func(m *risk.Method) { m.Steps[1].Of = nil }, []string{"RM029 /steps/1/of", "RM038 /factors/2", "RM038 /factors/3"}},
		{"last rule reads nothing", func(m *risk.Method) { m.Of = []string{} }, []string{"RM029 /of", "RM038 /steps/0", "RM038 /steps/2"}},
		{"unknown", func(m *risk.Method) { m.Steps[1].Of[1] = "nam" }, []string{"RM029 /steps/1/of/1", "RM038 /factors/3"}},
		{"later step", func(m *risk.Method) { m.Steps[1].Of[1] = "impact" }, []string{"RM029 /steps/1/of/1", "RM038 /factors/3"}},
		{"itself", func(m *risk.Method) { m.Steps[1].Of[1] = "business" }, []string{"RM029 /steps/1/of/1", "RM038 /factors/3"}},
		{"twice", func(m *risk.Method) { m.Steps[1].Of[1] = "money" }, []string{"RM030 /steps/1/of/1", "RM038 /factors/3"}},
		{"two rules", func(m *risk.Method) { m.Formula = risk.Sum }, []string{"RM031 /formula"}},
		{"two rules of a step", func(m *risk.Method) { m.Steps[0].Table = m.Table }, []string{"RM031 /steps/0/formula"}},
		{"no rule", func(m *risk.Method) { m.Table = nil }, []string{"RM014 /table"}},
		{"formula unknown", func(m *risk.Method) { m.Steps[0].Formula = 99 }, []string{"RM032 /steps/0/formula"}},
		{"too few weights", func(m *risk.Method) { m.Steps[0].Weights = []float64{1} }, []string{"RM033 /steps/0/weights"}},
		{"no weights", func(m *risk.Method) { m.Steps[0].Weights = []float64{} }, []string{"RM033 /steps/0/weights"}},
		{"weight not finite", func(m *risk.Method) { m.Steps[0].Weights[1] = math.NaN() }, []string{"RM033 /steps/0/weights/1"}},
		{"weight of a mean below 0", func(m *risk.Method) { m.Steps[0].Weights[1] = -1 }, []string{"RM033 /steps/0/weights/1"}},
		{"weights sum to 0", func(m *risk.Method) { m.Steps[0].Weights = []float64{0, 0} }, []string{"RM033 /steps/0/weights"}},
		{"weights too large", func(m *risk.Method) { m.Steps[0].Weights = []float64{math.MaxFloat64, math.MaxFloat64} }, []string{"RM033 /steps/0/weights"}},
		{"weights of a first", func(m *risk.Method) { m.Steps[2].Weights = []float64{1, 2} }, []string{"RM033 /steps/2/weights"}},
		{"weights of a table", func(m *risk.Method) { m.Weights = []float64{1, 2} }, []string{"RM033 /weights"}},
		{"no value", func(m *risk.Method) { m.Factors[0].Scale.Levels[1].Value = nil }, []string{"RM034 /factors/0/scale/levels/1/value"}},
		{"value not finite", func(m *risk.Method) { m.Factors[0].Scale.Levels[1].Value = new(math.Inf(1)) }, []string{"RM034 /factors/0/scale/levels/1/value"}},
		{"quotient of three", func(m *risk.Method) {
			m.Steps[0].Of, m.Steps[0].Weights, m.Steps[0].Formula = []string{"skill", "motive", "data"}, nil, risk.Quotient
		}, []string{"RM035 /steps/0/of"}},
		{"quotient by 0", func(m *risk.Method) {
			m.Steps[0].Of, m.Steps[0].Weights, m.Steps[0].Formula = []string{"skill", "money"}, nil, risk.Quotient
		}, []string{"RM035 /steps/0/of/1", "RM038 /factors/1"}},
		{"below the scale", func(m *risk.Method) { m.Steps[0].Scale.Levels[0].Min = new(1.5) }, []string{"RM036 /steps/0/scale/levels/0/min"}},
		{"above the scale", func(m *risk.Method) { m.Steps[0].Scale.Levels[1].Max = new(8.5) }, []string{"RM036 /steps/0/scale/levels/1/max"}},
		{"just on the scale", func(m *risk.Method) {
			m.Steps[0].Scale.Levels[0].Min, m.Steps[0].Scale.Levels[1].Max = new(1.0), new(9.0)
		}, nil},
		{"not finite", func(m *risk.Method) {
			m.Factors[0].Scale.Levels[2].Value, m.Factors[1].Scale.Levels[2].Value = new(1e200), new(1e200)
			m.Steps[0].Formula, m.Steps[0].Weights = risk.Product, nil
		}, []string{"RM036 /steps/0/formula"}},
		{"no min", func(m *risk.Method) { m.Steps[0].Scale.Levels[1].Min = nil }, []string{"RM037 /steps/0/scale/levels/1/min"}},
		{"table reads a number", func(m *risk.Method) { m.Steps[0].Scale.Levels = nil }, []string{"RM008 /steps/0/scale/levels"}},
		{"cell of a step", func(m *risk.Method) {
			m.Steps[0].Formula, m.Steps[0].Weights = 0, nil
			m.Steps[0].Table = table("skill 1 5 9", "1 low low low", "5 low low hihg", "9 low low high")
		}, []string{"RM025 /steps/0/table/2/3"}},
		{"unread", func(m *risk.Method) { m.Steps[2].Of = []string{"data"} }, []string{"RM038 /steps/1"}},
	}
}

func TestProblemsDerived(t *testing.T) {
	var text strings.Builder
	for _, c := range brokenDerived() {
		t.Run(c.name, func(t *testing.T) {
			m := bureau()
			c.change(&m)
			var got []string
			fmt.Fprintf(&text, "# %s\n", c.name)
			for _, p := range m.Problems() {
				got = append(got, p.Code+" "+p.Path)
				fmt.Fprintln(&text, p)
			}
			require.Equal(t, c.want, got)
			if got == nil {
				_, err := m.Rate(risk.Inputs{"skill": "1", "motive": "9", "data": "many"})
				require.NoError(t, err)
			}
		})
	}
	golden.Equal(t, "problems_derived.txt", text.String())
}
