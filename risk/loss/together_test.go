package loss_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// two returns a model of two scenarios, a and b.
func two(change func(*loss.Model)) loss.Model {
	severity := must(dist.NewExponential(1))
	m := loss.Model{ID: "m", Scenarios: []loss.Scenario{
		{ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(1)}, Severity: severity},
		{ID: "b", Frequency: loss.Bernoulli{Probability: loss.Fixed(0.5)}, Severity: severity},
	}}
	change(&m)
	return m
}

func TestProblemsTogether(t *testing.T) {
	both, identity := []string{"a", "b"}, [][]float64{{1, 0}, {0, 1}}
	yearly := loss.Uncertain{Per: loss.Event, Dist: must(dist.NewUniform(0.5, 1))}
	for name, c := range map[string]struct {
		change func(*loss.Model)
		paths  []string
	}{
		"nothing linked": {func(m *loss.Model) { m.Links = []loss.Link{{}} }, []string{"/links/0/on", "/links/0/scenarios"}},
		"linked twice": {func(m *loss.Model) {
			l := loss.Link{On: loss.OnFrequency, Scenarios: both, Correlation: identity}
			m.Links = []loss.Link{l, l}
		}, []string{"/links/1/scenarios/0", "/links/1/scenarios/1"}},
		"unknown scenario": {func(m *loss.Model) {
			m.Links = []loss.Link{{On: loss.OnAnnualLoss, Scenarios: []string{"a", "c"}, Correlation: identity}}
		}, []string{"/links/0/scenarios/1"}},
		"not symmetric": {func(m *loss.Model) {
			m.Links = []loss.Link{{On: loss.OnFrequency, Scenarios: both, Correlation: [][]float64{{1, 0.1}, {0.2, 1}}}}
		}, []string{"/links/0/correlation/1/0"}},
		"no correlations": {func(m *loss.Model) {
			m.Links = []loss.Link{{On: loss.OnFrequency, Scenarios: both, Correlation: [][]float64{{2, 7}, {7, 0.5}}, Freedom: 2}}
		}, []string{
			"/links/0/freedom", "/links/0/correlation/0/0", "/links/0/correlation/0/0",
			"/links/0/correlation/0/1", "/links/0/correlation/1/0", "/links/0/correlation/1/1",
		}},
		"not square": {func(m *loss.Model) {
			m.Links = []loss.Link{{On: loss.OnFrequency, Scenarios: both, Correlation: [][]float64{{1}, {1}}}}
		}, []string{"/links/0/correlation/0"}},
		"cause of nothing": {func(m *loss.Model) { m.Causes = []loss.Cause{{}} }, []string{"/causes/0/id", "/causes/0/rate", "/causes/0/hits"}},
		"hit twice": {func(m *loss.Model) {
			h := loss.Hit{Scenario: "a", Probability: loss.Fixed(2)}
			m.Causes = []loss.Cause{{ID: "c", Rate: loss.Fixed(1), Hits: []loss.Hit{h, h}}}
		}, []string{"/causes/0/hits/0/probability", "/causes/0/hits/1/scenario", "/causes/0/hits/1/probability"}},
		"layers overlap": {func(m *loss.Model) {
			m.Layers = []loss.Layer{{ID: "x", Limit: 10}, {ID: "y", Retention: 9, Scenarios: []string{"b"}}}
		}, []string{"/layers/1"}},
		"layer of nothing": {func(m *loss.Model) {
			m.Layers = []loss.Layer{{Scenarios: []string{"c"}, Retention: -1, Premium: -1}}
		}, []string{"/layers/0/id", "/layers/0/scenarios/0", "/layers/0/retention", "/layers/0/premium"}},
		"limits below 0": {func(m *loss.Model) {
			m.Scenarios[0].AnnualLimit, m.Scenarios[0].AnnualRetention = -1, -1
		}, []string{"/scenarios/0/annualRetention", "/scenarios/0/annualLimit"}},
		"factors": {func(m *loss.Model) {
			m.Scenarios[0].RateFactor = yearly
			m.Scenarios[1].RateFactor = loss.Fixed(1)
			m.Scenarios[1].LossFactor, m.Scenarios[1].Vulnerability = loss.Fixed(-1), loss.Fixed(2)
		}, []string{"/scenarios/0/rateFactor/per", "/scenarios/1/vulnerability", "/scenarios/1/rateFactor", "/scenarios/1/lossFactor"}},
		"half a product": {func(m *loss.Model) {
			m.Scenarios[0].Frequency = loss.Multiplied{Rate: loss.Fixed(1), Capability: m.Scenarios[0].Severity}
		}, []string{"/scenarios/0/frequency"}},
		"stage that is its event": {func(m *loss.Model) {
			m.Scenarios[0].Then = []loss.Stage{{ID: "s", Probability: loss.Fixed(1), Severity: m.Scenarios[0].Severity, Correlation: 1}}
		}, []string{"/scenarios/0/then/0/correlation"}},
		"no function": {func(m *loss.Model) { m.Scenarios[0].Own = &loss.Own{Name: "f"} }, []string{
			"/scenarios/0/own", "/scenarios/0/frequency", "/scenarios/0/severity",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := loss.Compile(two(c.change))
			problems, ok := errors.AsType[loss.Problems](err)
			require.True(t, ok, err)
			var paths []string
			for _, p := range problems {
				paths = append(paths, p.Path)
			}
			require.Equal(t, c.paths, paths, err.Error())
		})
	}
}

func TestLayersBesideEachOther(t *testing.T) {
	_, err := loss.Compile(two(func(m *loss.Model) {
		m.Layers = []loss.Layer{{ID: "first", Limit: 10}, {ID: "second", Retention: 10}}
	}))
	require.NoError(t, err)
	_, err = loss.Compile(two(func(m *loss.Model) {
		m.Layers = []loss.Layer{{ID: "a", Scenarios: []string{"a"}}, {ID: "b", Scenarios: []string{"b"}}}
	}))
	require.NoError(t, err)
}
