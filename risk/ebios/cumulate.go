package ebios

import "fmt"

// Express gives the likelihood by the express method: the highest of those
// that people judged for the modes. It reads no actions. It fails where there
// is no mode, or one without likelihood.
func (s Scenario) Express() (Outcome, error) {
	if len(s.Modes) == 0 {
		return Outcome{}, fmt.Errorf("ebios: scenario %q: got no mode, want one or more for the express method", s.ID)
	}
	var out Outcome
	for _, m := range s.Modes {
		if m.Likelihood < V0 || m.Likelihood > V4 {
			return Outcome{}, fmt.Errorf("ebios: scenario %q: mode %q: likelihood: got %s, want V0 to V4", s.ID, m.ID, stated(likelihoodWords, uint8(m.Likelihood)))
		}
		out.add(ModeOutcome{Mode: m.ID, Likelihood: m.Likelihood})
	}
	return out, nil
}

// Standard gives the likelihood by the standard method. Along the graph of a
// mode the probability cumulates as
//
//	Pr(n) = min(own Pr(n), max over the actions before n of their cumulated Pr)
//
// which is the probability of the weakest action on the best way. The value at
// the last action is the likelihood of the mode, 0 to 4 for V0 to V4; that of
// the scenario is the highest of its modes. It takes time in proportion to
// modes times actions and edges.
func (s Scenario) Standard() (Outcome, error) { return s.cumulate(false) }

// Advanced gives the likelihood by the advanced method. Besides the
// probability, as in [Scenario.Standard], the difficulty cumulates as
//
//	Diff(n) = max(own Diff(n), min over the actions before n of their cumulated Diff)
//
// which is the difficulty of the hardest action on the easiest way. Where ways
// join, probability and difficulty may be of different ones: ways that are to
// be judged apart are modes of their own. [Path.Rate] turns both into the
// likelihood of the mode.
func (s Scenario) Advanced() (Outcome, error) { return s.cumulate(true) }

func (s Scenario) cumulate(advanced bool) (Outcome, error) {
	w, err := s.network()
	if err != nil {
		return Outcome{}, err
	}
	modes := s.Modes
	if modes == nil {
		modes = w.implied()
	}
	if len(modes) == 0 {
		return Outcome{}, fmt.Errorf("ebios: scenario %q: got no mode and no action, want one or more", s.ID)
	}
	var out Outcome
	for _, m := range modes {
		o, err := w.mode(m, advanced)
		if err != nil {
			return Outcome{}, fmt.Errorf("ebios: scenario %q: mode %q: %w", s.ID, m.ID, err)
		}
		out.add(o)
	}
	return out, nil
}

func (o *Outcome) add(m ModeOutcome) {
	o.Modes = append(o.Modes, m)
	o.Likelihood = max(o.Likelihood, m.Likelihood)
}

// implied returns a mode for each last action, with all that leads to it.
func (w network) implied() []Mode {
	var modes []Mode
	for last, leads := range w.leads {
		if leads {
			continue
		}
		m := Mode{ID: w.Actions[last].ID}
		seen, next := map[int]bool{last: true}, []int{last}
		for len(next) > 0 {
			i := next[len(next)-1]
			next = next[:len(next)-1]
			m.Actions = append(m.Actions, w.Actions[i].ID)
			for _, before := range w.after[i] {
				if !seen[before] {
					seen[before] = true
					next = append(next, before)
				}
			}
		}
		modes = append(modes, m)
	}
	return modes
}

// mode cumulates along the graph of one mode.
func (w network) mode(m Mode, advanced bool) (ModeOutcome, error) {
	in, err := w.members(m)
	if err != nil {
		return ModeOutcome{}, err
	}
	o, at, leads := ModeOutcome{Mode: m.ID}, make([]int, len(w.Actions)), make([]bool, len(w.Actions))
	for _, i := range w.order {
		if !in[i] {
			continue
		}
		c, err := w.own(i, advanced)
		if err != nil {
			return ModeOutcome{}, err
		}
		var before []Cumulated
		for _, b := range w.after[i] {
			if in[b] {
				before = append(before, o.Actions[at[b]])
				leads[b] = true
			}
		}
		if len(before) == 0 && len(w.after[i]) > 0 {
			return ModeOutcome{}, fmt.Errorf("action %q: got none of the actions it comes after, want one or more of %q", c.Action, w.Actions[i].After)
		}
		at[i] = len(o.Actions)
		o.Actions = append(o.Actions, c.follow(before))
	}
	last, err := w.last(in, leads)
	if err != nil {
		return ModeOutcome{}, err
	}
	return o.finish(o.Actions[at[last]], m.Lowered, advanced)
}

// members marks the actions of a mode.
func (w network) members(m Mode) ([]bool, error) {
	in := make([]bool, len(w.Actions))
	if m.Actions == nil {
		for i := range in {
			in[i] = true
		}
		return in, nil
	}
	for _, id := range m.Actions {
		i, ok := w.index[id]
		if !ok {
			return nil, fmt.Errorf("got the action %q, want one of the scenario", id)
		}
		in[i] = true
	}
	return in, nil
}

// own returns what action i has by itself.
func (w network) own(i int, advanced bool) (Cumulated, error) {
	a := w.Actions[i]
	c := Cumulated{Action: a.ID, Probability: a.Probability, ProbabilityOf: a.ID, Length: 1}
	if a.Probability < P0 || a.Probability > P4 {
		return c, fmt.Errorf("action %q: probability: got %s, want 0 to 4", a.ID, stated(probabilityWords, uint8(a.Probability)))
	}
	if advanced {
		c.Difficulty, c.DifficultyOf = a.Difficulty, a.ID
		if a.Difficulty < D0 || a.Difficulty > D4 {
			return c, fmt.Errorf("action %q: difficulty: got %s, want 0 to 4", a.ID, stated(difficultyWords, uint8(a.Difficulty)))
		}
	}
	return c, nil
}

// follow cumulates what c has by itself with what is cumulated before it.
func (c Cumulated) follow(before []Cumulated) Cumulated {
	if len(before) == 0 {
		return c
	}
	likely, easy, short := before[0], before[0], before[0].Length
	for _, b := range before[1:] {
		if b.Probability > likely.Probability {
			likely = b
		}
		if b.Difficulty < easy.Difficulty {
			easy = b
		}
		short = min(short, b.Length)
	}
	if likely.Probability < c.Probability {
		c.Probability, c.ProbabilityOf = likely.Probability, likely.ProbabilityOf
	}
	if easy.Difficulty > c.Difficulty {
		c.Difficulty, c.DifficultyOf = easy.Difficulty, easy.DifficultyOf
	}
	c.Length += short
	return c
}

// last finds the one action of a mode that leads to no other.
func (w network) last(in, leads []bool) (int, error) {
	var ends []string
	last := -1
	for i := range in {
		if in[i] && !leads[i] {
			ends, last = append(ends, w.Actions[i].ID), i
		}
	}
	if len(ends) != 1 {
		return 0, fmt.Errorf("got the last actions %q, want exactly one", ends)
	}
	return last, nil
}

// finish turns what is cumulated at the last action into the likelihood.
func (o ModeOutcome) finish(c Cumulated, lowered string, advanced bool) (ModeOutcome, error) {
	o.Last, o.Length = c.Action, c.Length
	o.Probability, o.Difficulty = c.Probability, c.Difficulty
	o.Likelihood = V0 + Likelihood(c.Probability-P0)
	if advanced {
		var err error
		path := Path{Probability: c.Probability, Difficulty: c.Difficulty}
		if o.Likelihood, err = path.Rate(); err != nil {
			return ModeOutcome{}, err
		}
	}
	if lowered != "" {
		if o.Likelihood == V0 {
			return ModeOutcome{}, fmt.Errorf("lowered: got the likelihood V0, want V1 or above to lower")
		}
		o.Before, o.Lowered = o.Likelihood, lowered
		o.Likelihood--
	}
	return o, nil
}

// stated shows a value in an error.
func stated(words []string, v uint8) string {
	if v == 0 {
		return "nothing"
	}
	return fmt.Sprintf("%q", word(words, v))
}
