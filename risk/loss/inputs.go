package loss

import (
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/risk/dist"
)

// A swap returns what an input becomes, which has a label.
type swap func(label string, u Uncertain) Uncertain

// fixing returns the swap that makes one value of an input.
func fixing(label string, x float64) swap {
	return func(at string, u Uncertain) Uncertain {
		if at == label {
			return Fixed(x)
		}
		return u
	}
}

// of applies the swap to a parameter, unless there is none.
func (f swap) of(u Uncertain, scenario, place string) Uncertain {
	if u.Dist == nil {
		return u
	}
	return f(u.label(scenario, place), u)
}

// dist applies the swap to a distribution that is no parameter.
func (f swap) dist(d dist.Dist, per Per, scenario, place string) dist.Dist {
	if d == nil {
		return nil
	}
	return f(Uncertain{}.label(scenario, place), Uncertain{Per: per, Dist: d}).Dist
}

// swapped returns the model with what becomes of each of its inputs: parameters,
// and the distributions of losses.
func (m Model) swapped(f swap) Model {
	m.Scenarios, m.Causes, m.Controls = slices.Clone(m.Scenarios), slices.Clone(m.Causes), slices.Clone(m.Controls)
	for i := range m.Scenarios {
		m.Scenarios[i].swap(f)
	}
	for i := range m.Causes {
		c := &m.Causes[i]
		c.Rate = f.of(c.Rate, "", "cause/"+c.ID+"/rate")
		c.Hits = slices.Clone(c.Hits)
		for j, h := range c.Hits {
			c.Hits[j].Probability = f.of(h.Probability, "", "cause/"+c.ID+"/hit/"+h.Scenario+"/probability")
		}
	}
	for i := range m.Controls {
		c := &m.Controls[i]
		c.Effects = slices.Clone(c.Effects)
		for j, e := range c.Effects {
			c.Effects[j].Reduces = f.of(e.Reduces, e.Scenario, fmt.Sprintf("control/%s/%d", c.ID, j))
		}
	}
	return m
}

// swap changes the inputs of a scenario.
func (s *Scenario) swap(f swap) {
	per := Event
	switch of := s.Frequency.(type) {
	case Poisson:
		s.Frequency = Poisson{f.of(of.Rate, s.ID, "rate")}
	case Binomial:
		of.Probability = f.of(of.Probability, s.ID, "probability")
		s.Frequency = of
	case Bernoulli:
		s.Frequency = Bernoulli{f.of(of.Probability, s.ID, "probability")}
	case Multiplied:
		of.Rate = f.of(of.Rate, s.ID, "rate")
		of.Capability = f.dist(of.Capability, Year, s.ID, "capability")
		of.Resistance = f.dist(of.Resistance, Year, s.ID, "resistance")
		s.Frequency, per = of, Year
	}
	s.Vulnerability = f.of(s.Vulnerability, s.ID, "vulnerability")
	s.RateFactor = f.of(s.RateFactor, s.ID, "rateFactor")
	s.LossFactor = f.of(s.LossFactor, s.ID, "lossFactor")
	s.Severity = f.dist(s.Severity, per, s.ID, "severity")
	s.Then = slices.Clone(s.Then)
	for i, t := range s.Then {
		s.Then[i].Probability = f.of(t.Probability, s.ID, "stage/"+t.ID+"/probability")
		s.Then[i].Severity = f.dist(t.Severity, per, s.ID, "stage/"+t.ID+"/severity")
		s.Then[i].With = slices.Clone(t.With)
		for j, d := range t.With {
			s.Then[i].With[j] = f.dist(d, per, s.ID, fmt.Sprintf("stage/%s/with/%d", t.ID, j))
		}
	}
}

// An uncertainty is an input that is not known.
type uncertainty struct {
	label string
	Uncertain
}

// uncertain lists the inputs that are not known, each once: those of controls if
// they act.
func (m Model) uncertain(acting []int) []uncertainty {
	some := m
	some.Controls = nil
	for _, i := range acting {
		some.Controls = append(some.Controls, m.Controls[i])
	}
	var all []uncertainty
	seen := map[string]bool{}
	some.swapped(func(label string, u Uncertain) Uncertain {
		if _, known := u.value(); !known && !seen[label] {
			seen[label] = true
			all = append(all, uncertainty{label, u})
		}
		return u
	})
	return all
}

// fix returns the plan of the model with one value of an input. That there is one
// is sure, as it is one of the values that the input has.
func (p Plan) fix(label string, x float64) (Plan, error) {
	one, err := Compile(p.model.swapped(fixing(label, x)))
	if err != nil {
		return Plan{}, fmt.Errorf("loss: sensitivity: %s at %v: %w", label, x, err)
	}
	return one.with(p.acting), nil
}
