package loss

import "fmt"

// unlisted returns why the atoms of a term cannot be listed.
func (p Plan) unlisted(t term) error {
	s := p.model.Scenarios[t.scenario]
	if len(s.Then) > 0 && s.layered() {
		return nil
	}
	if s.Vulnerability.Dist != nil || s.RateFactor.Dist != nil {
		if count, err := s.losses(0); err == nil {
			t.count = count
		}
	}
	_, err := t.atomic()
	return err
}

func (m Model) forbidsExact() []string {
	var all []string
	if len(m.Links) > 0 {
		all = append(all, "/links: scenarios that depend on each other by a copula have to be drawn")
	}
	annual := map[string]bool{}
	for _, s := range m.Scenarios {
		annual[s.ID] = s.annual()
	}
	for i, c := range m.Causes {
		for j, h := range c.Hits {
			if annual[h.Scenario] {
				all = append(all, fmt.Sprintf("/causes/%d/hits/%d: a retention or limit of the year, of a scenario that shares events with others", i, j))
			}
		}
	}
	for i, l := range m.Layers {
		switch id, ok := m.only(l); {
		case !ok:
			all = append(all, fmt.Sprintf("/layers/%d: a layer over several scenarios has to be drawn", i))
		case l.Annual != 0:
			all = append(all, fmt.Sprintf("/layers/%d/annual: what is left of a year depends on its events and on their sum", i))
		case annual[id]:
			all = append(all, fmt.Sprintf("/layers/%d: a layer over a scenario with a retention or limit of the year", i))
		}
	}
	return append(all, m.unknot()...)
}

// The most that may be drawn: parameters once, and in all for scenarios that
// depend on each other by them.
const mostDrawn = 2

// unknot lists what is drawn that is too much to integrate over.
func (m Model) unknot() []string {
	var all []string
	once := 0
	for _, k := range m.knots() {
		if once += len(k.once); len(k.once)+len(k.yearly) > mostDrawn {
			all = append(all, fmt.Sprintf("%s: more than two values, drawn once or once a year, that several losses have in common: simulate",
				append(k.once, k.yearly...)[mostDrawn].path))
		}
	}
	if once > mostDrawn {
		all = append(all, "/scenarios: more than two values that are drawn once make too large a family of curves: simulate")
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
	if _, known := s.LossFactor.value(); s.LossFactor.Dist != nil && !known {
		_, amount := Uncertain{Dist: s.Severity}.value()
		add(s.LossFactor.Per == Event && (!amount || len(s.Then) > 0),
			"/lossFactor: the product of two losses that are drawn for an event is not known, but for a severity that is known and has no stages")
		add(s.LossFactor.Per != Event && s.hasSteps(),
			"/lossFactor: a factor that is drawn spreads the steps of a severity, and they cannot be listed")
	}
	for i, stage := range s.Then {
		add(stage.Correlation != 0, fmt.Sprintf("/then/%d/correlation: losses of an event that depend on each other have to be drawn", i))
	}
	return all
}

// hasSteps tells whether amounts other than 0 have a probability.
func (s Scenario) hasSteps() bool {
	all := atomsOf(s.Severity)
	for _, stage := range s.Then {
		for _, d := range stage.losses() {
			all = append(all, atomsOf(d)...)
		}
	}
	for _, a := range all {
		if a.At != 0 {
			return true
		}
	}
	return false
}

// forbidsExact returns what forbids the exact engine in a parameter, "" where
// nothing does. Used are the names so far.
func (u parameter) forbidsExact(used map[string]string) string {
	if _, known := u.value(); known || u.Name == "" || u.Per != Event {
		return ""
	}
	_, again := used[u.Name]
	if used[u.Name] = u.path; again {
		return fmt.Sprintf("%q is drawn per event, and an event of one scenario is none of another", u.Name)
	}
	return ""
}
