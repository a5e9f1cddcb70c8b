package loss_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// Values that no constructor made are refused, and nothing panics on them.
func TestZeroDistributions(t *testing.T) {
	for _, d := range []dist.Dist{
		dist.Empirical{},
		dist.Histogram{},
		dist.Mixture{},
		dist.Truncated{},
		dist.Shifted{},
		dist.LogNormal{},
		dist.Metalog{},
		dist.GeneralizedPareto{},
		dist.Beta{},
		dist.PERT{},
		dist.Gamma{},
		dist.Triangular{},
		(*dist.LogNormal)(nil),
	} {
		for path, change := range map[string]func(*loss.Model){
			"/scenarios/0/severity": func(m *loss.Model) { m.Scenarios[0].Severity = d },
			"/scenarios/0/frequency/rate/dist": func(m *loss.Model) {
				m.Scenarios[0].Frequency = loss.Poisson{Rate: loss.Uncertain{Per: loss.Year, Dist: d}}
			},
			"/scenarios/1/lossFactor/dist": func(m *loss.Model) { m.Scenarios[1].LossFactor = loss.Uncertain{Per: loss.Year, Dist: d} },
			"/scenarios/0/frequency/capability": func(m *loss.Model) {
				m.Scenarios[0].Frequency = loss.Multiplied{Rate: loss.Fixed(1), Capability: d, Resistance: m.Scenarios[0].Severity}
			},
			"/controls/0/effects/0/reduces/dist": func(m *loss.Model) {
				m.Controls = []loss.Control{{ID: "c", Effects: []loss.Effect{{Scenario: "a", On: loss.OnFrequency, Reduces: loss.Uncertain{Per: loss.Year, Dist: d}}}}}
			},
		} {
			_, err := loss.Compile(two(change))
			problems, ok := errors.AsType[loss.Problems](err)
			require.True(t, ok, "%T at %s", d, path)
			require.Len(t, problems, 1)
			require.Equal(t, path, problems[0].Path)
		}
	}
}

func TestEmptyPlan(t *testing.T) {
	var p loss.Plan
	for _, e := range p.Engines() {
		require.NotEmpty(t, e.Forbids, e.Name)
	}
	_, err := p.Gather(loss.Partial{})
	require.EqualError(t, err, "loss: gather: got an empty plan, want one of Compile")
	_, err = p.Bounds(t.Context(), loss.BoundsOptions{})
	require.EqualError(t, err, "loss: bounds: got an empty plan, want one of Compile")
}
