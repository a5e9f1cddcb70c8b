package loss

import (
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// settings are values of parameters that are drawn, by their keys.
type settings map[string]float64

// of returns the parameter with its value, if it has one.
func (v settings) of(u Uncertain, path string) Uncertain {
	if x, ok := v[parameter{Uncertain: u, path: path}.key()]; ok && u.Dist != nil {
		return Fixed(x)
	}
	return u
}

// scenario returns that with a number with the values.
func (v settings) scenario(s Scenario, i int) Scenario {
	if len(v) == 0 {
		return s
	}
	at := scenarioPath(i)
	switch f := s.Frequency.(type) {
	case Poisson:
		s.Frequency = Poisson{v.of(f.Rate, at+"/frequency/rate")}
	case Multiplied:
		f.Rate = v.of(f.Rate, at+"/frequency/rate")
		s.Frequency = f
	case Binomial:
		s.Frequency = Binomial{f.Trials, v.of(f.Probability, at+"/frequency/probability")}
	case Bernoulli:
		s.Frequency = Bernoulli{v.of(f.Probability, at+"/frequency/probability")}
	}
	s.Vulnerability = v.of(s.Vulnerability, at+"/vulnerability")
	s.RateFactor = v.of(s.RateFactor, at+"/rateFactor")
	s.LossFactor = v.of(s.LossFactor, at+"/lossFactor")
	s.Then = slices.Clone(s.Then)
	for j, stage := range s.Then {
		s.Then[j].Probability = v.of(stage.Probability, fmt.Sprintf("%s/then/%d/probability", at, j))
	}
	return s
}

// cause returns that with a number with the values.
func (v settings) cause(c Cause, i int) Cause {
	c.Rate = v.of(c.Rate, fmt.Sprintf("/causes/%d/rate", i))
	c.Hits = slices.Clone(c.Hits)
	for j, h := range c.Hits {
		c.Hits[j].Probability = v.of(h.Probability, fmt.Sprintf("/causes/%d/hits/%d/probability", i, j))
	}
	return c
}

// model returns that with the values.
func (v settings) model(m Model) Model {
	m.Scenarios, m.Causes = slices.Clone(m.Scenarios), slices.Clone(m.Causes)
	for i, s := range m.Scenarios {
		m.Scenarios[i] = v.scenario(s, i)
	}
	for i, c := range m.Causes {
		m.Causes[i] = v.cause(c, i)
	}
	return m
}

// mean returns the value, or the mean of what is drawn for each event; 1 for a
// factor that is not there.
func (u Uncertain) mean() float64 {
	if u.Dist == nil {
		return 1
	}
	return u.Dist.Mean()
}

// losses returns the distribution of the number of events with a loss in a year,
// from 0: what is counted, thinned. Of the factors of a rate one may be drawn
// each year.
//
// A Poisson number of events of which each stays with probability v has v times
// the mean; so has a negative binomial one, with the same dispersion; trials have
// v times the probability.
func (s Scenario) losses(year int) (dist.Count, error) {
	factor := mathx.Pow(1+s.RateTrend, float64(year))
	vulnerability := s.Vulnerability.mean()
	switch f := s.Frequency.(type) {
	case Poisson:
		return mixedPoisson(factor/s.period(), f.Rate, s.RateFactor, s.Vulnerability)
	case NegativeBinomial:
		if factor = float64(factor * vulnerability); factor == 0 {
			return dist.NewFixed(0)
		}
		return f.count(s.period(), factor)
	case Binomial:
		return counted(dist.NewBinomial(f.Trials, float64(f.Probability.mean()*vulnerability)))
	case Bernoulli:
		return counted(dist.NewBernoulli(float64(f.Probability.mean() * vulnerability)))
	case Exactly:
		if vulnerability == 1 {
			return counted(dist.NewFixed(f.Events))
		}
		return counted(dist.NewBinomial(f.Events, vulnerability))
	}
	return s.Frequency.count(s.period(), factor)
}

// mixedPoisson returns the number of events with the product of a factor and
// some others for its rate, of which one may be drawn each year.
func mixedPoisson(factor float64, factors ...Uncertain) (dist.Count, error) {
	var rate dist.Dist
	for _, u := range factors {
		switch {
		case u.settled():
			factor = float64(factor * u.mean())
		default:
			rate = u.Dist
		}
	}
	switch {
	case factor == 0:
		return counted(dist.NewFixed(0))
	case rate == nil:
		return counted(dist.NewPoisson(factor))
	}
	return counted(dist.NewMixedPoisson(times(rate, factor)))
}
