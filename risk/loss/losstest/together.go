package losstest

import "github.com/ismskit/ismskit/risk/loss"

func (g generator) link(ids []string) loss.Link {
	rho := pick(g.Rand, 0.4, -0.3, 0)
	return loss.Link{
		On: pick(g.Rand, loss.OnFrequency, loss.OnAnnualLoss), Scenarios: ids,
		Correlation: [][]float64{{1, rho}, {rho, 1}}, Freedom: pick(g.Rand, 0, 4),
	}
}

func (g generator) cause(id string) loss.Cause {
	return loss.Cause{
		ID: g.id("c", 0), Title: g.title(), Rate: g.uncertain(0.5, loss.Year, loss.Once),
		Hits: []loss.Hit{{Scenario: id, Probability: g.uncertain(1, loss.Event, loss.Year)}},
	}
}

// layers returns one over a scenario, or two above each other over all.
func (g generator) layers(id string) []loss.Layer {
	l := loss.Layer{ID: g.id("l", 0), Title: g.title(), Retention: 1e5, Limit: 1e6, Annual: g.money(), Premium: g.money()}
	if g.often() {
		l.Scenarios = []string{id}
		return []loss.Layer{l}
	}
	return []loss.Layer{l, {ID: g.id("l", 1), Retention: 1.1e6}}
}

// controls returns two over a scenario, of which the second needs or excludes the
// first.
func (g generator) controls(m loss.Model, id string) []loss.Control {
	first := loss.Control{ID: g.id("k", 0), Title: g.title(), Cost: []float64{4e4}, Ramp: []float64{0.5}, Effects: []loss.Effect{{
		Scenario: id, On: pick(g.Rand, loss.OnFrequency, loss.OnVulnerability, loss.OnSeverity),
		Reduces: g.uncertain(1, loss.Once),
	}}}
	second := loss.Control{ID: g.id("k", 1), Cost: []float64{0}, Effects: first.Effects}
	if g.often() {
		second.Needs = []string{first.ID}
	} else {
		second.Excludes = []string{first.ID}
	}
	for _, s := range m.Scenarios {
		if s.ID == id && len(s.Then) > 0 {
			second.Effects = []loss.Effect{{Scenario: id, Stage: s.Then[0].ID, On: pick(g.Rand, loss.OnSeverity, loss.OnProbability), Reduces: loss.Fixed(0.5)}}
		}
	}
	for _, c := range m.Causes {
		first.Effects = append(first.Effects, loss.Effect{Scenario: c.Hits[0].Scenario, Cause: c.ID, On: loss.OnProbability, Reduces: loss.Fixed(0.3)})
	}
	return []loss.Control{first, second}
}
