package ebios

import (
	"errors"
	"fmt"

	"github.com/ismskit/ismskit/internal/graph"
)

// Action is an elementary action of an attack (workshop 4).
type Action struct {
	ID    string `json:"id,omitzero"`
	Title string `json:"title,omitzero"`
	// After names the actions of which one has to succeed before this one can
	// be tried. With none the attack may begin here.
	After []string `json:"after,omitzero"`
	// Probability is of this action alone, given that the one before it has
	// succeeded: for the standard and the advanced method.
	Probability Probability `json:"probability,omitzero"`
	// Difficulty is of this action alone: for the advanced method.
	Difficulty Difficulty `json:"difficulty,omitzero"`
}

// Mode is one operating mode of a scenario: one way to attack, which may fork
// and join again.
type Mode struct {
	ID    string `json:"id,omitzero"`
	Title string `json:"title,omitzero"`
	// Actions names the actions of this mode, in any order; nil is all of the
	// scenario. Exactly one of them is the last. What an action comes after
	// counts as far as it is in the mode, and one of it has to be.
	Actions []string `json:"actions,omitzero"`
	// Likelihood is what people judged: for the express method.
	Likelihood Likelihood `json:"likelihood,omitzero"`
	// Lowered says why people decided to lower the likelihood of this mode by
	// one step, because it is a chain of about ten actions or more. Empty is
	// not lowered. Nothing is lowered without it, however long the chain is;
	// the express method does not read it, since people judged the whole.
	Lowered string `json:"lowered,omitzero"`
}

// Scenario is an operational scenario: a graph of elementary actions, and the
// operating modes in it.
type Scenario struct {
	ID      string   `json:"id,omitzero"`
	Title   string   `json:"title,omitzero"`
	Actions []Action `json:"actions,omitzero"`
	// Modes lists the operating modes. Nil is one for each last action, with
	// all ways that lead to it, named for the action.
	Modes []Mode `json:"modes,omitzero"`
}

// Outcome is the likelihood of a scenario and what it comes from.
type Outcome struct {
	Likelihood Likelihood    `json:"likelihood,omitzero"` // the highest of the modes
	Modes      []ModeOutcome `json:"modes,omitzero"`      // in the order of the scenario
}

// ModeOutcome is the likelihood of one operating mode and what it comes from.
type ModeOutcome struct {
	Mode       string     `json:"mode,omitzero"`
	Likelihood Likelihood `json:"likelihood,omitzero"`
	// Before is the likelihood before people lowered it, and Lowered why they
	// did: zero where they did not.
	Before  Likelihood `json:"before,omitzero"`
	Lowered string     `json:"lowered,omitzero"`
	// Last is the last action, the others what is cumulated there: zero in the
	// express method, and in the standard one there is no difficulty.
	Last        string      `json:"last,omitzero"`
	Probability Probability `json:"probability,omitzero"`
	Difficulty  Difficulty  `json:"difficulty,omitzero"`
	// Length counts the actions of the shortest way to and with the last one.
	Length int `json:"length,omitzero"`
	// Actions has every action of the mode, each after those before it.
	Actions []Cumulated `json:"actions,omitzero"`
}

// Cumulated is what is cumulated up to and with an action.
type Cumulated struct {
	Action      string      `json:"action,omitzero"`
	Probability Probability `json:"probability,omitzero"`
	Difficulty  Difficulty  `json:"difficulty,omitzero"` // zero in the standard method
	// ProbabilityOf and DifficultyOf name the actions whose own values these
	// are: this one, or one before it.
	ProbabilityOf string `json:"probabilityOf,omitzero"`
	DifficultyOf  string `json:"difficultyOf,omitzero"`
	Length        int    `json:"length,omitzero"` // actions of the shortest way, this one included
}

// CycleError says that an action of a scenario comes after itself.
type CycleError struct {
	Scenario string
	// Actions are the ids along the cycle, in the order of the attack; the
	// first is again the last.
	Actions []string
}

func (e *CycleError) Error() string {
	return fmt.Sprintf("ebios: scenario %q: got the cycle %s, want actions that lead forward", e.Scenario, graph.Way(e.Actions))
}

// network is the graph of a scenario, checked.
type network struct {
	Scenario

	index map[string]int
	order []int   // all actions, each after those before it
	after [][]int // by action, the actions it comes after
	leads []bool  // by action, whether another comes after it
}

// network checks the actions and puts them in order.
func (s Scenario) network() (network, error) {
	w := network{
		Scenario: s, index: make(map[string]int, len(s.Actions)),
		after: make([][]int, len(s.Actions)), leads: make([]bool, len(s.Actions)),
	}
	for i, a := range s.Actions {
		if _, twice := w.index[a.ID]; a.ID == "" || twice {
			return network{}, fmt.Errorf("ebios: scenario %q: action %d: got the id %q, want one of its own", s.ID, i, a.ID)
		}
		w.index[a.ID] = i
	}
	var edges []graph.Edge
	for i, a := range s.Actions {
		for _, id := range a.After {
			before, ok := w.index[id]
			if !ok {
				return network{}, fmt.Errorf("ebios: scenario %q: action %q: after: got %q, want an action of the scenario", s.ID, a.ID, id)
			}
			w.after[i] = append(w.after[i], before)
			w.leads[before] = true
			edges = append(edges, graph.Edge{From: before, To: i})
		}
	}
	g, err := graph.New(len(s.Actions), edges)
	if err != nil {
		return network{}, err
	}
	if w.order, err = g.Order(); err != nil {
		return network{}, s.cycle(err)
	}
	return w, nil
}

// cycle names the actions of a cycle.
func (s Scenario) cycle(err error) error {
	var found *graph.CycleError
	if !errors.As(err, &found) {
		return err
	}
	e := &CycleError{Scenario: s.ID}
	for _, i := range found.Path {
		e.Actions = append(e.Actions, s.Actions[i].ID)
	}
	return e
}
