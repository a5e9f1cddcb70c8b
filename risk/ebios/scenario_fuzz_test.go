package ebios_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/ebios"
)

// FuzzScenario: a scenario has an outcome or an error, never both, and each
// likelihood is that of one of its modes.
func FuzzScenario(f *testing.F) {
	for _, change := range []func(*ebios.Scenario){
		func(*ebios.Scenario) {},
		func(s *ebios.Scenario) { s.Actions[2].After = []string{"find"} },
		func(s *ebios.Scenario) {
			s.Modes = []ebios.Mode{{ID: "m", Actions: []string{"phish", "find"}, Likelihood: ebios.V2, Lowered: "long"}}
		},
	} {
		s := theft()
		change(&s)
		b, err := json.Marshal(s)
		require.NoError(f, err)
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var s ebios.Scenario
		if json.Unmarshal(b, &s) != nil {
			return
		}
		for _, method := range []func() (ebios.Outcome, error){s.Express, s.Standard, s.Advanced} {
			out, err := method()
			if err != nil {
				require.Zero(t, out)
				require.NotEmpty(t, err.Error())
				continue
			}
			require.NotEmpty(t, out.Modes)
			var highest ebios.Likelihood
			for _, m := range out.Modes {
				require.Contains(t, []ebios.Likelihood{ebios.V0, ebios.V1, ebios.V2, ebios.V3, ebios.V4}, m.Likelihood)
				require.LessOrEqual(t, m.Length, len(s.Actions))
				highest = max(highest, m.Likelihood)
			}
			require.Equal(t, highest, out.Likelihood)
		}
	})
}
