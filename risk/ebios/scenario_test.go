package ebios_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/ebios"
)

// chain is a scenario of one action after the other.
func chain(probabilities, difficulties []int) ebios.Scenario {
	var s ebios.Scenario
	for i := range max(len(probabilities), len(difficulties)) {
		a := ebios.Action{ID: strconv.Itoa(i), Probability: ebios.P4, Difficulty: ebios.D0}
		if i < len(probabilities) {
			a.Probability = ebios.P0 + ebios.Probability(probabilities[i])
		}
		if i < len(difficulties) {
			a.Difficulty = ebios.D0 + ebios.Difficulty(difficulties[i])
		}
		if i > 0 {
			a.After = []string{strconv.Itoa(i - 1)}
		}
		s.Actions = append(s.Actions, a)
	}
	return s
}

func TestCumulatedVectors(t *testing.T) {
	for _, v := range vectors(t, "ebios-cumulated-probability", 3) {
		t.Run(v.ID, func(t *testing.T) {
			out, err := chain(numbers(v.Inputs["chain"]), nil).Standard()
			require.NoError(t, err)
			var got []int
			for _, a := range out.Modes[0].Actions {
				got = append(got, int(a.Probability-ebios.P0))
			}
			require.Equal(t, numbers(v.Expected["cumulated"]), got)
			require.InDelta(t, v.Expected["final"], int(out.Likelihood-ebios.V0), 0)
		})
	}
	for _, v := range vectors(t, "ebios-cumulated-difficulty", 2) {
		t.Run(v.ID, func(t *testing.T) {
			out, err := chain(nil, numbers(v.Inputs["chain"])).Advanced()
			require.NoError(t, err)
			var got []int
			for _, a := range out.Modes[0].Actions {
				got = append(got, int(a.Difficulty-ebios.D0))
			}
			require.Equal(t, numbers(v.Expected["cumulated"]), got)
			require.InDelta(t, v.Expected["final"], int(out.Modes[0].Difficulty-ebios.D0), 0)
		})
	}
}

// TestScenarioVectors runs the example of the guide: three ways to the same
// end, of which the cumulated values are published.
func TestScenarioVectors(t *testing.T) {
	for _, v := range vectors(t, "ebios-operational-scenario", 2) {
		t.Run(v.ID, func(t *testing.T) {
			var s ebios.Scenario
			add := func(probability, difficulty int) {
				id := strconv.Itoa(len(s.Actions))
				s.Actions = append(s.Actions, ebios.Action{ID: id, Probability: ebios.P0 + ebios.Probability(probability), Difficulty: ebios.D0 + ebios.Difficulty(difficulty)})
				s.Modes = append(s.Modes, ebios.Mode{ID: id, Actions: []string{id}})
			}
			if word(v, "mode") == "standard" {
				for _, p := range numbers(v.Inputs["paths_cumulated"]) {
					add(p, 0)
				}
				out, err := s.Standard()
				require.NoError(t, err)
				require.InDelta(t, v.Expected["scenario"], int(out.Likelihood-ebios.V0), 0)
				return
			}
			paths, _ := v.Inputs["paths"].([]any)
			for _, p := range paths {
				add(numbers(p)[0], numbers(p)[1])
			}
			out, err := s.Advanced()
			require.NoError(t, err)
			var got []int
			for _, m := range out.Modes {
				got = append(got, int(m.Likelihood-ebios.V0))
			}
			require.Equal(t, numbers(v.Expected["paths"]), got)
			require.InDelta(t, v.Expected["scenario"], int(out.Likelihood-ebios.V0), 0)
		})
	}
}

// theft forks after the entrance and joins before the end.
func theft() ebios.Scenario {
	return ebios.Scenario{
		ID: "R1",
		Actions: []ebios.Action{
			{ID: "exfiltrate", After: []string{"find"}, Probability: ebios.P3, Difficulty: ebios.D1},
			{ID: "phish", Probability: ebios.P4, Difficulty: ebios.D1},
			{ID: "bribe", Probability: ebios.P1, Difficulty: ebios.D0},
			{ID: "find", After: []string{"phish", "bribe"}, Probability: ebios.P2, Difficulty: ebios.D2},
			{ID: "copy", After: []string{"bribe"}, Probability: ebios.P4, Difficulty: ebios.D0},
		},
	}
}

func TestScenario(t *testing.T) {
	s := theft()
	out, err := s.Advanced()
	require.NoError(t, err)
	require.Equal(t, ebios.Outcome{Likelihood: ebios.V2, Modes: []ebios.ModeOutcome{{
		Mode: "exfiltrate", Likelihood: ebios.V2, Last: "exfiltrate", Probability: ebios.P2, Difficulty: ebios.D2, Length: 3,
		Actions: []ebios.Cumulated{
			{Action: "phish", Probability: ebios.P4, ProbabilityOf: "phish", Difficulty: ebios.D1, DifficultyOf: "phish", Length: 1},
			{Action: "bribe", Probability: ebios.P1, ProbabilityOf: "bribe", Difficulty: ebios.D0, DifficultyOf: "bribe", Length: 1},
			{Action: "find", Probability: ebios.P2, ProbabilityOf: "find", Difficulty: ebios.D2, DifficultyOf: "find", Length: 2},
			{Action: "exfiltrate", Probability: ebios.P2, ProbabilityOf: "find", Difficulty: ebios.D2, DifficultyOf: "find", Length: 3},
		},
	}, {
		Mode: "copy", Likelihood: ebios.V2, Last: "copy", Probability: ebios.P1, Difficulty: ebios.D0, Length: 2,
		Actions: []ebios.Cumulated{
			{Action: "bribe", Probability: ebios.P1, ProbabilityOf: "bribe", Difficulty: ebios.D0, DifficultyOf: "bribe", Length: 1},
			{Action: "copy", Probability: ebios.P1, ProbabilityOf: "bribe", Difficulty: ebios.D0, DifficultyOf: "copy", Length: 2},
		},
	}}}, out)

	s.Modes = []ebios.Mode{
		{ID: "from inside", Actions: []string{"bribe", "find", "exfiltrate"}, Likelihood: ebios.V1},
		{ID: "from outside", Actions: []string{"phish", "find", "exfiltrate"}, Likelihood: ebios.V3, Lowered: "decided on 2026-03-02, many steps left out of the drawing"},
	}
	out, err = s.Standard()
	require.NoError(t, err)
	require.Equal(t, []ebios.Likelihood{ebios.V1, ebios.V1, ebios.V2}, []ebios.Likelihood{out.Modes[0].Likelihood, out.Modes[1].Likelihood, out.Modes[1].Before})
	require.Equal(t, ebios.V1, out.Likelihood, "lowered by one")
	require.NotEmpty(t, out.Modes[1].Lowered)

	out, err = s.Express()
	require.NoError(t, err)
	require.Equal(t, ebios.Outcome{Likelihood: ebios.V3, Modes: []ebios.ModeOutcome{
		{Mode: "from inside", Likelihood: ebios.V1}, {Mode: "from outside", Likelihood: ebios.V3},
	}}, out)
}

func TestScenarioRefuses(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*ebios.Scenario)
		err    string
	}{
		{"nothing", func(s *ebios.Scenario) { *s = ebios.Scenario{ID: "R1"} }, `ebios: scenario "R1": got no mode and no action, want one or more`},
		{"modes without end", func(s *ebios.Scenario) { s.Modes = []ebios.Mode{} }, `ebios: scenario "R1": got no mode and no action, want one or more`},
		{"id missing", func(s *ebios.Scenario) { s.Actions[1].ID = "" }, `ebios: scenario "R1": action 1: got the id "", want one of its own`},
		{"id twice", func(s *ebios.Scenario) { s.Actions[1].ID = "find" }, `ebios: scenario "R1": action 3: got the id "find", want one of its own`},
		{"unknown action", func(s *ebios.Scenario) { s.Actions[0].After = []string{"fnd"} }, `ebios: scenario "R1": action "exfiltrate": after: got "fnd", want an action of the scenario`},
		{"cycle", func(s *ebios.Scenario) { s.Actions[2].After = []string{"find"} }, `ebios: scenario "R1": got the cycle bribe → find → bribe, want actions that lead forward`},
		{"cycle beyond the mode", func(s *ebios.Scenario) {
			s.Actions[4].After = []string{"copy"}
			s.Modes = []ebios.Mode{{Actions: []string{"phish"}}}
		}, `ebios: scenario "R1": got the cycle copy → copy, want actions that lead forward`},
		{"two ends in a mode", func(s *ebios.Scenario) { s.Modes = []ebios.Mode{{ID: "a"}} }, `ebios: scenario "R1": mode "a": got the last actions ["exfiltrate" "copy"], want exactly one`},
		{"empty mode", func(s *ebios.Scenario) { s.Modes = []ebios.Mode{{ID: "a", Actions: []string{}}} }, `ebios: scenario "R1": mode "a": got the last actions [], want exactly one`},
		{"unknown action in a mode", func(s *ebios.Scenario) { s.Modes = []ebios.Mode{{ID: "a", Actions: []string{"x"}}} }, `ebios: scenario "R1": mode "a": got the action "x", want one of the scenario`},
		{"gap in a mode", func(s *ebios.Scenario) { s.Modes = []ebios.Mode{{ID: "a", Actions: []string{"phish", "exfiltrate"}}} }, `ebios: scenario "R1": mode "a": action "exfiltrate": got none of the actions it comes after, want one or more of ["find"]`},
		{"no probability", func(s *ebios.Scenario) { s.Actions[3].Probability = 0 }, `ebios: scenario "R1": mode "exfiltrate": action "find": probability: got nothing, want 0 to 4`},
		{"probability off the scale", func(s *ebios.Scenario) { s.Actions[3].Probability = 7 }, `ebios: scenario "R1": mode "exfiltrate": action "find": probability: got "number 7", want 0 to 4`},
		{"no difficulty", func(s *ebios.Scenario) { s.Actions[1].Difficulty = 0 }, `ebios: scenario "R1": mode "exfiltrate": action "phish": difficulty: got nothing, want 0 to 4`},
		{"lowered below the scale", func(s *ebios.Scenario) {
			s.Actions[1].Difficulty, s.Actions[1].Probability = ebios.D4, ebios.P0
			s.Modes = []ebios.Mode{{ID: "a", Actions: []string{"phish"}, Lowered: "long"}}
		}, `ebios: scenario "R1": mode "a": lowered: got the likelihood V0, want V1 or above to lower`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := theft()
			c.change(&s)
			out, err := s.Advanced()
			require.EqualError(t, err, c.err)
			require.Zero(t, out)
		})
	}
	_, err := theft().Express()
	require.EqualError(t, err, `ebios: scenario "R1": got no mode, want one or more for the express method`)
	_, err = ebios.Scenario{ID: "R1", Modes: []ebios.Mode{{ID: "a"}}}.Express()
	require.EqualError(t, err, `ebios: scenario "R1": mode "a": likelihood: got nothing, want V0 to V4`)

	s := theft()
	s.Actions[2].After = []string{"find"}
	_, err = s.Standard()
	var cycle *ebios.CycleError
	require.ErrorAs(t, err, &cycle)
	require.Equal(t, &ebios.CycleError{Scenario: "R1", Actions: []string{"bribe", "find", "bribe"}}, cycle)
}

// TestCumulateAgainstWays compares with a search that follows every way to the
// last action: the best of the weakest probabilities, the easiest of the
// highest difficulties, the shortest length.
func TestCumulateAgainstWays(t *testing.T) {
	random, forks := rand.New(rand.NewPCG(1, 2)), 0
	for range 3000 {
		n := 1 + random.IntN(9)
		s := chain(make([]int, n), nil)
		for i := range s.Actions {
			a := &s.Actions[i]
			a.Probability, a.Difficulty = ebios.P0+ebios.Probability(random.IntN(5)), ebios.D0+ebios.Difficulty(random.IntN(5))
			a.After = nil
			for b := range i {
				if random.IntN(3) == 0 {
					a.After = append(a.After, strconv.Itoa(b))
				}
			}
		}
		random.Shuffle(n, func(i, j int) { s.Actions[i], s.Actions[j] = s.Actions[j], s.Actions[i] })
		out, err := s.Advanced()
		require.NoError(t, err)
		standard, err := s.Standard()
		require.NoError(t, err)
		var highest ebios.Likelihood
		for i, m := range out.Modes {
			ways := followed(s, m.Last)
			forks += len(ways) - 1
			best, easiest, shortest := 0, 9, 99
			for _, way := range ways {
				weakest, hardest := 9, 0
				for _, a := range way {
					weakest, hardest = min(weakest, int(a.Probability)), max(hardest, int(a.Difficulty))
				}
				best, easiest, shortest = max(best, weakest), min(easiest, hardest), min(shortest, len(way))
			}
			require.Equal(t, []int{best, easiest, shortest}, []int{int(m.Probability), int(m.Difficulty), m.Length})
			require.Equal(t, m.Probability, standard.Modes[i].Probability)
			require.Zero(t, standard.Modes[i].Difficulty)
			highest = max(highest, m.Likelihood)
			last := m.Actions[len(m.Actions)-1]
			require.Equal(t, m.Last, last.Action)
			requireOwn(t, s, last)
		}
		require.Equal(t, highest, out.Likelihood)
	}
	require.Greater(t, forks, 5000, "ways besides the first")
}

// followed lists every way from a beginning to an action.
func followed(s ebios.Scenario, id string) [][]ebios.Action {
	var ways [][]ebios.Action
	for _, a := range s.Actions {
		if a.ID != id {
			continue
		}
		if len(a.After) == 0 {
			return [][]ebios.Action{{a}}
		}
		for _, before := range a.After {
			for _, way := range followed(s, before) {
				ways = append(ways, append(append([]ebios.Action{}, way...), a))
			}
		}
	}
	return ways
}

// requireOwn holds that what is cumulated is what the named actions have.
func requireOwn(t *testing.T, s ebios.Scenario, c ebios.Cumulated) {
	t.Helper()
	for _, a := range s.Actions {
		if a.ID == c.ProbabilityOf {
			require.Equal(t, a.Probability, c.Probability)
		}
		if a.ID == c.DifficultyOf {
			require.Equal(t, a.Difficulty, c.Difficulty)
		}
	}
}

// TestElementaryPredecessorsDiffer shows the mistake that a public calculator
// makes: it takes what the action before has by itself, not what is cumulated.
func TestElementaryPredecessorsDiffer(t *testing.T) {
	probabilities := []int{1, 4, 4}
	out, err := chain(probabilities, nil).Standard()
	require.NoError(t, err)
	require.Equal(t, ebios.V1, out.Likelihood)
	require.Equal(t, 4, min(probabilities[2], probabilities[1]), "what that calculator gives")
}

func TestScenarioJSON(t *testing.T) {
	s := theft()
	s.Modes = []ebios.Mode{{ID: "m", Actions: []string{"bribe", "copy"}, Likelihood: ebios.V2}}
	b, err := json.Marshal(s)
	require.NoError(t, err)
	var again ebios.Scenario
	require.NoError(t, json.Unmarshal(b, &again))
	require.Equal(t, s, again)
	out, err := s.Standard()
	require.NoError(t, err)
	b, err = json.Marshal(out)
	require.NoError(t, err)
	require.JSONEq(t, `{"likelihood":"V1","modes":[{"mode":"m","likelihood":"V1","last":"copy","probability":"1","length":2,"actions":[
		{"action":"bribe","probability":"1","probabilityOf":"bribe","length":1},
		{"action":"copy","probability":"1","probabilityOf":"bribe","length":2}]}]}`, string(b))
}

func TestLongChain(t *testing.T) {
	s := chain(make([]int, 100_000), nil)
	out, err := s.Advanced()
	require.NoError(t, err)
	require.Equal(t, 100_000, out.Modes[0].Length)
	require.Equal(t, ebios.V1, out.Likelihood, "probability 0 and difficulty 0")
	s.Actions[0].After = []string{"99999"}
	_, err = s.Advanced()
	require.EqualError(t, err, fmt.Sprintf("ebios: scenario %q: got the cycle 0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → … 99989 more … → 99999 → 0, want actions that lead forward", ""))
}
