package loss

import (
	"fmt"
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/loss/internal/choose"
)

// expected returns the present value of the expected loss as amounts, of each of
// which a control leaves a share; or why it is no such sum. That needs what
// multiplies to be independent, and nothing that is not proportional to losses.
func (m Model) expected() (all []choose.Term, why string) {
	if why := m.uneven(); why != "" {
		return nil, why
	}
	for i, s := range m.Scenarios {
		for year := range m.years() {
			discount := mathx.Pow(1+m.Discount, -float64(year))
			own := float64(s.events(year) * discount)
			all = append(all, m.amounts(i, year, own, "")...)
			for _, c := range m.Causes {
				for _, h := range c.Hits {
					if h.Scenario == s.ID {
						hits := float64(c.Rate.Dist.Mean() * h.Probability.Dist.Mean())
						all = append(all, m.amounts(i, year, float64(hits*discount), c.ID)...)
					}
				}
			}
		}
	}
	return all, ""
}

// uneven returns what makes the expected loss something else than a sum of
// amounts.
func (m Model) uneven() string {
	if len(m.Layers) > 0 {
		return "layers"
	}
	names := map[string]bool{}
	for _, u := range append(m.parameters(), m.reductions()...) {
		if _, known := u.value(); u.Name == "" || known {
			continue
		}
		if names[u.Name] {
			return fmt.Sprintf("the parameter %q, which is shared", u.Name)
		}
		names[u.Name] = true
	}
	for i, s := range m.Scenarios {
		if why := s.uneven(m.cuts(s.ID)); why != "" {
			return fmt.Sprintf("/scenarios/%d: %s", i, why)
		}
	}
	return ""
}

// cuts tells whether a control would make losses of a scenario smaller.
func (m Model) cuts(scenario string) bool {
	for _, c := range m.Controls {
		for _, e := range c.Effects {
			if e.Scenario == scenario && e.On == OnSeverity {
				return true
			}
		}
	}
	return false
}

func (s Scenario) uneven(cuts bool) string {
	_, multiplied := s.Frequency.(Multiplied)
	switch {
	case s.Own != nil:
		return "an own function"
	case s.AnnualLimit != 0 || s.AnnualRetention != 0:
		return "a retention or limit of the year"
	case s.layered() && (cuts || multiplied || len(s.Then) > 0 || s.LossFactor.Dist != nil):
		return "a retention or limit of the event"
	case math.IsInf(s.Severity.Mean(), 1):
		return "an infinite mean"
	}
	for _, stage := range s.Then {
		if math.IsInf(stage.mean(), 1) {
			return "an infinite mean"
		}
	}
	return ""
}

// events returns the mean number of events with a loss in a year, from 0.
func (s Scenario) events(year int) float64 {
	n := 0.0
	switch f := s.Frequency.(type) {
	case Poisson:
		n = f.Rate.Dist.Mean()
	case Multiplied:
		n = f.Rate.Dist.Mean()
		if f.Capability != nil {
			p, _ := exceeds(f.Capability, f.Resistance)
			n = float64(n * p)
		}
	case NegativeBinomial:
		n = f.Mean
	case Binomial:
		n = float64(float64(f.Trials) * f.Probability.Dist.Mean())
	case Bernoulli:
		n = f.Probability.Dist.Mean()
	case Exactly:
		n = float64(f.Events)
	}
	n = float64(n*mathx.Pow(1+s.RateTrend, float64(year))) / s.period()
	return float64(float64(n*s.RateFactor.meanOr1()) * s.Vulnerability.meanOr1())
}

// meanOr1 returns the mean of a factor, 1 where there is none.
func (u Uncertain) meanOr1() float64 {
	if u.Dist == nil {
		return 1
	}
	return u.Dist.Mean()
}

// amounts returns the mean loss of a number of events, the part of the severity
// and of each stage by itself.
func (m Model) amounts(scenario, year int, events float64, cause string) []choose.Term {
	s := m.Scenarios[scenario]
	growth := mathx.Pow(1+s.LossTrend, float64(year))
	events = float64(events * s.LossFactor.meanOr1())
	x := part{times(s.Severity, growth), s.EventRetention, orInfinite(s.EventLimit), 1}
	all := []choose.Term{{Amount: float64(events * x.mean()), Keeps: m.keeps(s.ID, "", year, cause)}}
	for _, stage := range s.Then {
		mean := float64(float64(events*stage.Probability.Dist.Mean()) * float64(growth*stage.mean()))
		all = append(all, choose.Term{Amount: mean, Keeps: m.keeps(s.ID, stage.ID, year, cause)})
	}
	return all
}

// keeps returns the share that each control leaves of the loss by the severity of
// a scenario, or by a stage of it.
func (m Model) keeps(scenario, stage string, year int, cause string) []float64 {
	keeps := make([]float64, len(m.Controls))
	for i, c := range m.Controls {
		keeps[i] = 1
		for _, e := range c.Effects {
			if e.Scenario == scenario && e.reaches(stage, cause) {
				keeps[i] = float64(keeps[i] * (1 - float64(e.Reduces.Dist.Mean()*c.ramp(year))))
			}
		}
	}
	return keeps
}

// reaches tells whether an effect makes the loss smaller that is by a stage, or by
// the severity if that is "", of events that a cause brought, or none.
func (e Effect) reaches(stage, cause string) bool {
	return e.curbs(stage, cause) || e.Stage == "" && e.On != OnSeverity && e.Cause == cause
}
