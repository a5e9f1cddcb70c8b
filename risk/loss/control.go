package loss

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Control is a measure that would make scenarios rarer or cheaper, and what it
// costs. It acts on the same events that happen without it: an event, or a
// stage, has a mark, a number between 0 and 1 that is drawn for the control, and
// does not happen if the mark is below the effect. So a loss with a control is
// never above the loss without it, and what two sets of controls differ by is
// not noise. (Where a scenario has an annual limit and a layer, it may be: what
// the layer no longer bears is lost up to the limit.)
type Control struct {
	ID    string `json:"id,omitzero"`
	Title string `json:"title,omitzero"`

	// Cost is what it costs in each year of the horizon, from the first; a year
	// that is not listed costs nothing.
	Cost []float64 `json:"cost,omitzero"`

	// Ramp is how much of its effects a control has in each year, from 0 to 1;
	// the last holds on. None is all of it from the first day.
	Ramp []float64 `json:"ramp,omitzero"`

	// Needs lists the controls without which this one cannot be had, and
	// Excludes those with which it cannot.
	Needs    []string `json:"needs,omitzero"`
	Excludes []string `json:"excludes,omitzero"`

	Effects []Effect `json:"effects,omitzero"`
}

// Effect is what a control changes of a scenario.
type Effect struct {
	Scenario string `json:"scenario,omitzero"`

	// Stage is the id of the stage whose severity or probability is meant, and
	// Cause that of the common cause whose probability to hit the scenario is.
	Stage string `json:"stage,omitzero"`
	Cause string `json:"cause,omitzero"`

	// On is the frequency or vulnerability of the scenario, which its events by
	// common causes do not have, the severity, or the probability of a stage or a
	// hit.
	On Aspect `json:"on,omitzero"`

	// Reduces is the share, from 0 to 1, by which it does: of the events or
	// stages, those that no longer happen; of a severity, what is no longer lost.
	Reduces Uncertain `json:"reduces,omitzero"`
}

// hits tells whether a cause brings events to a scenario.
func (c Cause) hits(scenario string) bool {
	return slices.ContainsFunc(c.Hits, func(h Hit) bool { return h.Scenario == scenario })
}

// controls adds the faults of controls.
func (ps *problems) controls(m Model) {
	if n := len(m.Controls); n > mostControls {
		ps.add(codeSize, "/controls", strconv.Itoa(n), "at most 64")
		return
	}
	scenarios, controls, seen := map[string]Scenario{}, map[string]bool{}, map[string]bool{}
	for _, s := range m.Scenarios {
		scenarios[s.ID] = s
	}
	for _, c := range m.Controls {
		controls[c.ID] = true
	}
	for i, c := range m.Controls {
		path := fmt.Sprintf("/controls/%d", i)
		ps.unique(path+"/id", c.ID, seen)
		ps.years(path+"/cost", c.Cost, m.years(), mostMoney, ps.amount())
		ps.years(path+"/ramp", c.Ramp, m.years(), 1, "a share from 0 to 1")
		ps.others(path+"/needs", c.Needs, c.ID, controls)
		ps.others(path+"/excludes", c.Excludes, c.ID, controls)
		if n := len(c.Effects); n == 0 || n > mostEffects {
			ps.add(codeSize, path+"/effects", strconv.Itoa(n), "1 to 200")
			continue
		}
		for j, e := range c.Effects {
			ps.effect(fmt.Sprintf("%s/effects/%d", path, j), e, scenarios, m.Causes)
		}
	}
}

// years adds the faults of what is listed by year.
func (ps *problems) years(path string, list []float64, years int, high float64, want string) {
	if len(list) > years {
		ps.add(codeSize, path, strconv.Itoa(len(list)), fmt.Sprintf("at most %d, one for each year of the horizon", years))
		return
	}
	for i, x := range list {
		ps.number(fmt.Sprintf("%s/%d", path, i), x, 0, high, want)
	}
}

// others adds the faults of a list of other controls.
func (ps *problems) others(path string, ids []string, own string, controls map[string]bool) {
	for i, id := range ids {
		if id == own || !controls[id] {
			refer(ps, fmt.Sprintf("%s/%d", path, i), id, "the id of another control of the model", controls)
		}
	}
}

func (ps *problems) effect(path string, e Effect, scenarios map[string]Scenario, causes []Cause) {
	ps.probability(path+"/reduces", e.Reduces)
	s, ok := scenarios[e.Scenario]
	switch {
	case !ok:
		refer(ps, path+"/scenario", e.Scenario, "the id of a scenario of the model", scenarios)
		return
	case s.Own != nil:
		ps.add(codeOwn, path+"/scenario", strconv.Quote(clip(e.Scenario)), "a scenario with events: of an own function only the loss of the year is known")
		return
	}
	if e.Stage != "" && !slices.ContainsFunc(s.Then, func(t Stage) bool { return t.ID == e.Stage }) {
		ps.add(codeUnknown, path+"/stage", strconv.Quote(clip(e.Stage)), "the id of a stage of the scenario, or none")
	}
	if e.Cause != "" && !slices.ContainsFunc(causes, func(c Cause) bool { return c.ID == e.Cause && c.hits(s.ID) }) {
		ps.add(codeUnknown, path+"/cause", strconv.Quote(clip(e.Cause)), "the id of a cause that hits the scenario, or none")
	}
	if want := e.wants(); want != "" {
		word, _ := e.On.MarshalText()
		ps.add(codeAspect, path+"/on", strings.TrimSpace(string(word)+" "+strconv.Itoa(int(e.On))), want)
	}
}

// wants returns what the aspect of an effect has to be, "" if it is that.
func (e Effect) wants() string {
	switch {
	case e.Cause != "" && (e.Stage != "" || e.On != OnProbability):
		return "probability, which is what a hit has, and no stage"
	case e.Cause != "":
		return ""
	case e.Stage != "" && e.On != OnSeverity && e.On != OnProbability:
		return "severity or probability, which is what a stage has"
	case e.Stage == "" && e.On != OnFrequency && e.On != OnVulnerability && e.On != OnSeverity:
		return "frequency, vulnerability or severity; or a stage or cause"
	}
	return ""
}
