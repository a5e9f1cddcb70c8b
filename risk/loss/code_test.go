package loss_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/loss"
)

// TestCodes holds that codes stay what they are. That each can be had, package
// file shows on the page that lists them.
func TestCodes(t *testing.T) {
	var text strings.Builder
	listed := map[string]bool{}
	for _, c := range loss.Codes() {
		require.False(t, listed[c.ID], c.ID)
		listed[c.ID] = true
		fmt.Fprintf(&text, "%s\t%s\n", c.ID, c.Means)
	}
	golden.Equal(t, "codes.tsv", text.String())
}

// TestUnits: a fault says what a number is of, and an id which one was meant.
func TestUnits(t *testing.T) {
	_, err := loss.Compile(two(func(m *loss.Model) {
		m.Currency = "EUR"
		m.Scenarios[0].Period, m.Scenarios[0].Frequency = 0.25, loss.Poisson{Rate: loss.Fixed(-1)}
		m.Scenarios[0].EventLimit = -5
		m.Scenarios[1].ID = "phishing"
		m.Causes = []loss.Cause{{ID: "c", Rate: loss.Fixed(-1), Hits: []loss.Hit{{Scenario: "fishing", Probability: loss.Fixed(1)}}}}
	}))
	require.EqualError(t, err, `loss: /scenarios/0/eventLimit: got -5, want an amount from 0 to 1e30 EUR
loss: /scenarios/0/frequency/rate: got -1, want a rate from 0 to 1e6 events in 0.25 years
loss: /causes/0/rate: got -1, want a rate from 0 to 1e6 events a year
loss: /causes/0/hits/0/scenario: got "fishing", want the id of a scenario of the model; did you mean "phishing"?`)
	ps, ok := errors.AsType[loss.Problems](err)
	require.True(t, ok)
	require.Equal(t, loss.Problem{
		Code: "LM016", Path: "/causes/0/hits/0/scenario", Found: `"fishing"`,
		Want: "the id of a scenario of the model", Hint: `did you mean "phishing"?`,
	}, ps[3])
}

// TestContradictingCorrelations: a is high with b and with c, and b low where c is
// high. The nearest matrix that does not contradict itself is one that compiles.
func TestContradictingCorrelations(t *testing.T) {
	m := two(func(m *loss.Model) {
		c := m.Scenarios[0]
		c.ID = "c"
		m.Scenarios = append(m.Scenarios, c)
		m.Links = []loss.Link{{On: loss.OnFrequency, Scenarios: []string{"a", "b", "c"}, Correlation: [][]float64{{1, 0.9, 0.9}, {0.9, 1, -0.9}, {0.9, -0.9, 1}}}}
	})
	_, err := loss.Compile(m)
	ps, ok := errors.AsType[loss.Problems](err)
	require.True(t, ok, err)
	require.Len(t, ps, 1)
	require.Equal(t, "LM019 /links/0/correlation an eigenvalue of -0.8, the least of 3", ps[0].Code+" "+ps[0].Path+" "+ps[0].Found)
	nearest, found := strings.CutPrefix(ps[0].Hint, "the nearest that do not are ")
	require.True(t, found, ps[0].Hint)
	require.NoError(t, json.Unmarshal([]byte(nearest), &m.Links[0].Correlation))
	_, err = loss.Compile(m)
	require.NoError(t, err)
}
