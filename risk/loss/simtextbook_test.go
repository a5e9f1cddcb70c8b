package loss_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// A plainly simulates a model as a textbook says it, event by event, with random
// numbers, loops and functions of its own: slow, and nothing clever about it.
type plainly struct {
	*rand.Rand
	loss.Model
}

// A course is what one trial comes to.
type course struct{ loss, largest, recovered float64 }

func (p plainly) draw(d dist.Dist) float64 { return d.Quantile(p.Float64()) }

// value draws a parameter; shared are those of the year.
func (p plainly) value(u loss.Uncertain, shared map[string]float64) float64 {
	if u.Dist == nil {
		return 1
	}
	if x, ok := shared[u.Name]; ok && u.Name != "" {
		return x
	}
	x := p.draw(u.Dist)
	if u.Name != "" {
		shared[u.Name] = x
	}
	return x
}

func (p plainly) poisson(rate float64) int {
	n := 0
	for t := p.ExpFloat64(); t < rate; t += p.ExpFloat64() {
		n++
	}
	return n
}

func (p plainly) count(f loss.Frequency, factor float64, shared map[string]float64) int {
	switch f := f.(type) {
	case loss.Poisson:
		return p.poisson(factor * p.value(f.Rate, shared))
	case loss.NegativeBinomial:
		return p.poisson(factor * p.draw(must(dist.NewGamma(1/f.Dispersion, f.Mean*f.Dispersion))))
	case loss.Binomial:
		n, q := 0, p.value(f.Probability, shared)
		for range f.Trials {
			if p.Float64() < q {
				n++
			}
		}
		return n
	case loss.Exactly:
		return f.Events
	}
	return 0
}

// event draws the loss of one, with yearly values of the stages' probabilities.
func (p plainly) event(s loss.Scenario, growth float64, yearly []float64, factor float64) float64 {
	z := p.NormFloat64()
	y := s.Severity.Quantile(math.Erfc(-z/math.Sqrt2) / 2)
	for i, stage := range s.Then {
		q := yearly[i]
		if stage.Probability.Per == loss.Event {
			q = p.draw(stage.Probability.Dist)
		}
		if p.Float64() < q {
			other := stage.Correlation*z + math.Sqrt(1-stage.Correlation*stage.Correlation)*p.NormFloat64()
			y += stage.Severity.Quantile(math.Erfc(-other/math.Sqrt2) / 2)
			for _, d := range stage.With {
				y += p.draw(d)
			}
		}
	}
	if s.LossFactor.Per == loss.Event {
		factor = p.draw(s.LossFactor.Dist)
	}
	return counts(y*growth*factor, s.EventRetention, s.EventLimit)
}

// counts returns what counts of an amount.
func counts(x, retention, limit float64) float64 {
	x = max(x-retention, 0)
	if limit > 0 {
		x = min(x, limit)
	}
	return x
}

// year is one of the horizon, from 0. Each event has its losses by scenario.
func (p plainly) year(year int) course {
	shared := map[string]float64{}
	sums := make([]float64, len(p.Scenarios))
	joint := map[string][][]float64{} // events by cause
	for _, c := range p.Causes {
		for range p.poisson(p.value(c.Rate, shared)) {
			joint[c.ID] = append(joint[c.ID], make([]float64, len(p.Scenarios)))
		}
	}
	var events [][]float64
	for i, s := range p.Scenarios {
		lose := p.losing(s, year, shared)
		for range p.happening(s, year, shared) {
			event := make([]float64, len(p.Scenarios))
			event[i] = lose()
			events = append(events, event)
		}
		for _, event := range p.hits(s, joint) {
			event[i] = lose()
		}
		for _, event := range events {
			sums[i] += event[i]
		}
		for _, all := range joint {
			for _, event := range all {
				sums[i] += event[i]
			}
		}
	}
	for _, all := range joint {
		events = append(events, all...)
	}
	return p.settle(events, sums)
}

// losing returns what draws the loss of an event in a year.
func (p plainly) losing(s loss.Scenario, year int, shared map[string]float64) func() float64 {
	growth, factor := math.Pow(1+s.LossTrend, float64(year)), 1.0
	if s.LossFactor.Per == loss.Year {
		factor = p.value(s.LossFactor, shared)
	}
	yearly := make([]float64, len(s.Then))
	for j, stage := range s.Then {
		yearly[j] = p.value(stage.Probability, shared)
	}
	return func() float64 { return p.event(s, growth, yearly, factor) }
}

// happening returns how many events of its own a scenario has in a year.
func (p plainly) happening(s loss.Scenario, year int, shared map[string]float64) int {
	q := 1.0
	if s.Vulnerability.Per == loss.Year {
		q = p.value(s.Vulnerability, shared)
	}
	n := 0
	for range p.count(s.Frequency, math.Pow(1+s.RateTrend, float64(year))*p.value(s.RateFactor, shared), shared) {
		if s.Vulnerability.Dist != nil && s.Vulnerability.Per != loss.Year {
			q = p.draw(s.Vulnerability.Dist)
		}
		if p.Float64() < q {
			n++
		}
	}
	return n
}

// hits returns the events of causes that hit a scenario.
func (p plainly) hits(s loss.Scenario, joint map[string][][]float64) [][]float64 {
	var all [][]float64
	for _, c := range p.Causes {
		for _, h := range c.Hits {
			for _, event := range joint[c.ID] {
				if h.Scenario == s.ID && p.Float64() < p.draw(h.Probability.Dist) {
					all = append(all, event)
				}
			}
		}
	}
	return all
}

// settle applies the limits of the year, and layers.
func (p plainly) settle(events [][]float64, sums []float64) course {
	var c course
	for i, s := range p.Scenarios {
		sums[i] = counts(sums[i], s.AnnualRetention, s.AnnualLimit)
		c.loss += sums[i]
	}
	for _, event := range events {
		whole := 0.0
		for _, x := range event {
			whole += x
		}
		c.largest = max(c.largest, whole)
	}
	for _, l := range p.Layers {
		recovered, lost := 0.0, 0.0
		covered := func(i int) bool { return len(l.Scenarios) == 0 || slices.Contains(l.Scenarios, p.Scenarios[i].ID) }
		for _, event := range events {
			whole := 0.0
			for i, x := range event {
				if covered(i) {
					whole += x
				}
			}
			recovered += counts(whole, l.Retention, l.Limit)
		}
		for i, x := range sums {
			if covered(i) {
				lost += x
			}
		}
		recovered = min(counts(recovered, 0, l.Annual), lost)
		c.recovered += recovered
		c.loss = max(c.loss-recovered, 0)
	}
	return c
}

// courses returns trials of the horizon.
func (p plainly) courses(n int) (losses, largest []float64, recovered float64) {
	for range n {
		var whole course
		for year := range max(p.Years, 1) {
			c, discount := p.year(year), math.Pow(1+p.Discount, -float64(year))
			whole.loss += discount * c.loss
			whole.largest = max(whole.largest, discount*c.largest)
			recovered += c.recovered / float64(n*max(p.Years, 1))
		}
		losses, largest = append(losses, whole.loss), append(largest, whole.largest)
	}
	slices.Sort(losses)
	slices.Sort(largest)
	return losses, largest, recovered
}

// TestSimulationOfTextbook holds the simulation against the plain one: stages and
// what correlates them, factors, limits, trends, causes, layers.
func TestSimulationOfTextbook(t *testing.T) {
	gamma, exponential, uniform := must(dist.NewGamma(2, 0.5)), must(dist.NewExponential(1)), must(dist.NewUniform(0.2, 0.9))
	half := loss.Uncertain{Per: loss.Year, Dist: uniform}
	state := loss.Uncertain{Name: "state", Per: loss.Year, Dist: must(dist.NewUniform(0.5, 1.5))}
	causes := []loss.Cause{{ID: "c", Rate: loss.Fixed(0.5), Hits: []loss.Hit{
		{Scenario: "a", Probability: loss.Fixed(0.7)}, {Scenario: "b", Probability: loss.Uncertain{Per: loss.Event, Dist: uniform}},
	}}}
	a := loss.Scenario{ID: "a", Frequency: poisson(2), Severity: gamma}
	b := loss.Scenario{ID: "b", Frequency: loss.Binomial{Trials: 3, Probability: loss.Fixed(0.3)}, Severity: exponential}
	with := func(s loss.Scenario, change func(*loss.Scenario)) loss.Scenario {
		change(&s)
		return s
	}
	for name, m := range map[string]loss.Model{
		"stages": {Scenarios: []loss.Scenario{with(a, func(s *loss.Scenario) {
			s.Then = []loss.Stage{
				{ID: "f", Probability: half, Severity: exponential, Correlation: 0.8, With: []dist.Dist{uniform, gamma}},
				{ID: "g", Probability: loss.Uncertain{Per: loss.Event, Dist: uniform}, Severity: gamma, Correlation: -0.5},
			}
			s.EventRetention, s.EventLimit = 0.5, 2
		})}},
		"vulnerability": {Scenarios: []loss.Scenario{
			with(a, func(s *loss.Scenario) { s.Vulnerability = half }),
			with(b, func(s *loss.Scenario) { s.Vulnerability = half }),
			with(b, func(s *loss.Scenario) { s.ID, s.Vulnerability = "c", loss.Fixed(0.4) }),
			with(b, func(s *loss.Scenario) {
				s.ID, s.Frequency, s.Vulnerability = "d", loss.NegativeBinomial{Mean: 2, Dispersion: 1}, loss.Uncertain{Per: loss.Event, Dist: uniform}
			}),
			with(b, func(s *loss.Scenario) {
				s.ID, s.Frequency, s.Vulnerability = "e", loss.Exactly{Events: 2}, loss.Fixed(0.4)
			}),
		}},
		"factors": {Scenarios: []loss.Scenario{
			with(a, func(s *loss.Scenario) { s.RateFactor, s.LossFactor = state, state }),
			with(b, func(s *loss.Scenario) { s.Frequency, s.LossFactor = loss.Binomial{Trials: 3, Probability: half}, state }),
			with(b, func(s *loss.Scenario) { s.ID, s.LossFactor = "c", loss.Uncertain{Per: loss.Event, Dist: uniform} }),
		}},
		"limits of the year": {Years: 2, Discount: 0.1, Scenarios: []loss.Scenario{
			with(a, func(s *loss.Scenario) { s.AnnualRetention, s.AnnualLimit, s.RateTrend = 0.5, 3, 0.3 }),
			with(b, func(s *loss.Scenario) { s.AnnualLimit, s.LossTrend = 1, 0.2 }),
		}},
		"causes": {Scenarios: []loss.Scenario{a, b}, Causes: causes},
		"layers": {
			Years: 2, Discount: 0.2, Causes: causes, Scenarios: []loss.Scenario{a, b},
			Layers: []loss.Layer{{ID: "x", Retention: 0.5, Limit: 1, Annual: 2}, {ID: "y", Retention: 1.5}},
		},
		"layers of some": {
			Causes: causes,
			Scenarios: []loss.Scenario{
				with(a, func(s *loss.Scenario) { s.AnnualLimit = 1.5 }), b, with(a, func(s *loss.Scenario) { s.ID, s.Frequency = "d", poisson(0.5) }),
			},
			Layers: []loss.Layer{{ID: "x", Scenarios: []string{"a"}, Retention: 0.2, Annual: 2}, {ID: "y", Scenarios: []string{"b", "d"}, Retention: 0.5, Limit: 2}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			const n = 1 << 14
			m.ID = "m"
			losses, largest, recovered := plainly{rand.New(rand.NewPCG(1, 2)), m}.courses(n)
			s := simulated(t, m, loss.SimOptions{Trials: 1 << 16, Seed: 21, Largest: true})
			mean := 0.0
			for _, x := range losses {
				mean += x / n
			}
			rough(t, "mean", mean, s.Mean(), 4)
			for _, p := range []float64{0.1, 0.3, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999} {
				k := int(math.Ceil(p*n)) - 1
				x := losses[k]
				tail := s.Exceedance(x - 1e-9) // there may be an atom
				require.LessOrEqual(t, s.Exceedance(x+1e-9).Value, 1-p+5*math.Sqrt(p*(1-p)*1.25/n), "P(S > %v), %v", x, p)
				require.GreaterOrEqual(t, tail.Value, 1-p-5*math.Sqrt(p*(1-p)*1.25/n), "P(S ≥ %v), %v", x, p)
				y := largest[k]
				require.LessOrEqual(t, s.Occurrence(y+1e-9).Value, 1-p+5*math.Sqrt(p*(1-p)*1.25/n), "P(M > %v), %v", y, p)
				require.GreaterOrEqual(t, s.Occurrence(y-1e-9).Value, 1-p-5*math.Sqrt(p*(1-p)*1.25/n), "P(M ≥ %v), %v", y, p)
			}
			total := 0.0
			for _, l := range s.Layers() {
				total += l.Recovery.Value
			}
			require.InEpsilon(t, 1+recovered, 1+total, 0.02)
		})
	}
}

// rough is near for a figure that is itself from a fourth as many trials.
func rough(t *testing.T, what string, want float64, got loss.Estimate, trials float64) {
	t.Helper()
	require.LessOrEqual(t, off(want, got), 4.5*math.Sqrt(1+trials), "%s: want %v, got %v from %v to %v", what, want, got.Value, got.Low, got.High)
}
