package loss

import "fmt"

// A drawn parameter is one with a value for a year, or for good, that all events
// of the time have in common, wherever it stands.
type drawn struct {
	parameter
	key     string // its name, or where it stands
	places  int
	sources []int // whose losses depend on it: scenarios, and causes after them
}

func (u parameter) key() string {
	if u.Name != "" {
		return u.Name
	}
	return u.path
}

// settled tells whether nothing is to be drawn: the value is known, or is drawn
// for each event, of which only the mean matters.
func (u Uncertain) settled() bool {
	_, known := u.value()
	return u.Dist == nil || known || u.Per == Event
}

// drawn lists the parameters of the model that are drawn.
func (m Model) drawn() []drawn {
	all := gathered{at: map[string]int{}}
	index := map[string]int{}
	for i, s := range m.Scenarios {
		index[s.ID] = i
		for _, u := range s.parameters() {
			all.add(i, u, scenarioPath(i)+u.path, 1)
		}
	}
	for i, c := range m.Causes {
		source := len(m.Scenarios) + i
		for _, u := range c.parameters(i) {
			all.add(source, u, u.path, 1)
		}
		for _, h := range c.Hits {
			hit := index[h.Scenario]
			for _, u := range m.Scenarios[hit].parameters() {
				if u.ofLoss() {
					all.add(source, u, scenarioPath(hit)+u.path, 0)
				}
			}
		}
	}
	return all.drawn
}

// gathered is what is drawn so far.
type gathered struct {
	drawn []drawn
	at    map[string]int
}

// add adds a parameter of a source, at a place of its own or not.
func (g *gathered) add(source int, u parameter, path string, place int) {
	if u.path = path; u.settled() {
		return
	}
	i, known := g.at[u.key()]
	if !known {
		i = len(g.drawn)
		g.at[u.key()], g.drawn = i, append(g.drawn, drawn{u, u.key(), 0, nil})
	}
	d := &g.drawn[i]
	d.places += place
	if n := len(d.sources); n == 0 || d.sources[n-1] != source {
		d.sources = append(d.sources, source)
	}
}

func scenarioPath(i int) string { return fmt.Sprintf("/scenarios/%d", i) }

// ofLoss tells whether a parameter of a scenario, with its path there, is one of
// the loss of an event.
func (u parameter) ofLoss() bool {
	return u.path == "/lossFactor" || len(u.path) > 5 && u.path[:5] == "/then"
}

func (c Cause) parameters(i int) []parameter {
	all := []parameter{{c.Rate, fmt.Sprintf("/causes/%d/rate", i), ""}}
	for j, h := range c.Hits {
		all = append(all, parameter{h.Probability, fmt.Sprintf("/causes/%d/hits/%d/probability", i, j), "happenings"})
	}
	return all
}

// mixes tells whether the number of events with the parameter has a distribution
// of its own, so that nothing has to be drawn: a Poisson rate, or one factor of
// it, or the probability of a single event.
func (m Model) mixes(d drawn) bool {
	if d.Per != Year || d.places != 1 || len(d.sources) != 1 {
		return false
	}
	if d.sources[0] >= len(m.Scenarios) {
		return d.ties == "" // the rate of a cause
	}
	s := m.Scenarios[d.sources[0]]
	path := d.path[len(scenarioPath(d.sources[0])):]
	switch f := s.Frequency.(type) {
	case Bernoulli:
		return path == "/frequency/probability" || path == "/vulnerability"
	case Poisson:
		for _, u := range []parameter{{f.Rate, "/frequency/rate", ""}, {s.RateFactor, "/rateFactor", ""}, {s.Vulnerability, "/vulnerability", ""}} {
			if u.Per == Year && !u.settled() {
				return path == u.path // the first of them
			}
		}
	}
	return false
}
