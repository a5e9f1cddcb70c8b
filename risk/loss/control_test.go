package loss_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss"
)

func TestProblemsOfControls(t *testing.T) {
	half := loss.Effect{Scenario: "a", On: loss.OnFrequency, Reduces: loss.Fixed(0.5)}
	for name, c := range map[string]struct {
		control loss.Control
		paths   []string
	}{
		"nothing": {loss.Control{}, []string{"/controls/0/id", "/controls/0/effects"}},
		"too many years": {
			loss.Control{ID: "c", Cost: []float64{1, 1, 1}, Ramp: []float64{0.5, 2}, Effects: []loss.Effect{half}},
			[]string{"/controls/0/cost", "/controls/0/ramp/1"},
		},
		"needs itself": {
			loss.Control{ID: "c", Needs: []string{"c"}, Excludes: []string{"d"}, Effects: []loss.Effect{half}},
			[]string{"/controls/0/needs/0", "/controls/0/excludes/0"},
		},
		"effects": {
			loss.Control{ID: "c", Effects: []loss.Effect{
				{Scenario: "x", On: loss.OnFrequency, Reduces: loss.Fixed(2)},
				{Scenario: "a", On: loss.OnAnnualLoss, Reduces: loss.Fixed(1)},
				{Scenario: "a", On: loss.OnProbability, Reduces: loss.Fixed(1)},
				{Scenario: "a", Stage: "x", On: loss.OnFrequency, Reduces: loss.Fixed(1)},
				{Scenario: "a", Cause: "x", On: loss.OnFrequency, Reduces: loss.Fixed(1)},
			}},
			[]string{
				"/controls/0/effects/0/reduces", "/controls/0/effects/0/scenario", "/controls/0/effects/1/on",
				"/controls/0/effects/2/on", "/controls/0/effects/3/stage", "/controls/0/effects/3/on",
				"/controls/0/effects/4/cause", "/controls/0/effects/4/on",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := loss.Compile(two(func(m *loss.Model) { m.Years, m.Controls = 2, []loss.Control{c.control} }))
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
