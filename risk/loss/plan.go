package loss

import "fmt"

// Plan is a model that has been checked. It does not change, and is safe for
// concurrent use.
type Plan struct {
	model  Model
	digest string
	terms  []term // a scenario in a year each
}

// Engine says whether an engine can serve a plan.
type Engine struct {
	Name    string   `json:"name,omitzero"`
	Forbids []string `json:"forbids,omitzero"` // what forbids it; nothing if it can serve
}

// Engines lists the engines with what forbids them.
func (p Plan) Engines() []Engine {
	return []Engine{{Name: "exact", Forbids: p.forbidsExact()}, {Name: "simulation", Forbids: p.forbidsSimulation()}}
}

// forbidsExact lists why the exact engine cannot serve.
func (p Plan) forbidsExact() []string {
	var all []string
	used := map[string]string{}
	for _, u := range p.model.parameters() {
		if why := u.forbidsExact(used); why != "" {
			all = append(all, u.path+": "+why)
		}
	}
	for i, s := range p.model.Scenarios {
		for _, why := range s.forbidsExact() {
			all = append(all, fmt.Sprintf("/scenarios/%d%s", i, why))
		}
	}
	for _, t := range p.terms {
		if _, err := t.units(); err != nil && t.year == 0 {
			all = append(all, fmt.Sprintf("/scenarios/%d: %s", t.scenario, err))
		}
	}
	return append(all, p.model.forbidsExact()...)
}

func (m Model) forbidsExact() []string {
	var all []string
	if len(m.Links) > 0 {
		all = append(all, "/links: scenarios that depend on each other by a copula have to be drawn")
	}
	if len(m.Causes) > 0 {
		all = append(all, "/causes: scenarios with common causes have to be drawn")
	}
	if len(m.Layers) > 0 {
		all = append(all, "/layers: a layer over several scenarios has to be drawn")
	}
	return all
}

// forbidsExact lists what is not computed without drawing.
func (s Scenario) forbidsExact() []string {
	var all []string
	add := func(is bool, why string) {
		if is {
			all = append(all, why)
		}
	}
	_, multiplied := s.Frequency.(Multiplied)
	add(s.Own != nil, "/own: of a function only draws are known")
	add(multiplied, "/frequency: the product of a rate and a loss is no sum")
	add(s.layered() && len(s.Then) > 0, ": a retention or limit of events with stages needs the distribution of their sum")
	add(s.AnnualRetention != 0 || s.AnnualLimit != 0, ": a retention or limit of the year needs the distribution of the scenario alone")
	add(s.Vulnerability.Dist != nil, "/vulnerability: events that do not become losses have to be drawn")
	add(s.RateFactor.Dist != nil, "/rateFactor: a factor has to be drawn")
	add(s.LossFactor.Dist != nil, "/lossFactor: a factor has to be drawn")
	for i, stage := range s.Then {
		add(stage.Correlation != 0, fmt.Sprintf("/then/%d/correlation: losses of an event that depend on each other have to be drawn", i))
	}
	return all
}

// forbidsExact returns what forbids the exact engine in a parameter, "" where
// nothing does. Used are the places of the names so far.
func (u parameter) forbidsExact(used map[string]string) string {
	if _, known := u.value(); known {
		return ""
	}
	place, again := used[u.Name]
	if u.Name != "" {
		used[u.Name] = u.path
	}
	switch {
	case u.Per == Once:
		return "a value that is drawn once makes a family of curves, not one"
	case again && u.Per == Year:
		return fmt.Sprintf("the value of %q is that of %s, so the two are not independent", u.Name, place)
	case u.Per == Year && u.ties != "":
		return "a probability that is drawn once a year makes the " + u.ties + " of the year depend on each other"
	case again:
		return fmt.Sprintf("%q is drawn per event, and an event of one scenario is none of another", u.Name)
	}
	return ""
}
