package losstest

import (
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// scenario returns one with any frequency.
func (g generator) scenario(i int) loss.Scenario {
	s := loss.Scenario{
		ID: g.id("s", i), Title: g.title(), Severity: g.severity(),
		EventRetention: g.money(), EventLimit: g.money(), AnnualRetention: g.money(), AnnualLimit: g.money(), LossTrend: g.share(),
	}
	if g.often() {
		s.Vulnerability = g.uncertain(1, loss.Event, loss.Year, loss.Once)
	}
	if g.often() {
		s.LossFactor = g.uncertain(2, loss.Event, loss.Year, loss.Once)
	}
	for j := range g.IntN(3) {
		s.Then = append(s.Then, g.stage(j))
	}
	rate := g.uncertain(12, loss.Year, loss.Once)
	switch g.IntN(6) {
	case 0:
		s.Frequency = loss.NegativeBinomial{Mean: g.number(5), Dispersion: 0.01 + g.number(2)}
	case 1:
		s.Frequency = loss.Binomial{Trials: g.IntN(12), Probability: g.uncertain(1, loss.Event, loss.Year, loss.Once)}
		return s
	case 2:
		s.Frequency = loss.Bernoulli{Probability: g.uncertain(1, loss.Event, loss.Year, loss.Once)}
		return s
	case 3:
		s.Frequency = loss.Exactly{Events: g.IntN(5)}
		return s
	case 4:
		s.Frequency = g.product(rate)
		s = g.factor(s)
	default:
		s.Frequency = loss.Poisson{Rate: rate}
		s = g.factor(s)
	}
	s.Period, s.RateTrend = pick(g.Rand, 0, 0.25, 10, 1.0/12), g.share()
	return s
}

func (g generator) factor(s loss.Scenario) loss.Scenario {
	if g.often() {
		s.RateFactor = g.uncertain(2, loss.Year, loss.Once)
	}
	return s
}

func (g generator) product(rate loss.Uncertain) loss.Multiplied {
	f := loss.Multiplied{Rate: rate}
	if g.often() {
		f.Capability, f.Resistance = must(dist.NewUniform(0, 1)), must(dist.NewPERT(0, 0.5, 1))
	}
	return f
}

func (g generator) stage(j int) loss.Stage {
	s := loss.Stage{
		ID: g.id("t", j), Probability: g.uncertain(1, loss.Event, loss.Year, loss.Once),
		Severity: g.severity(), Correlation: pick(g.Rand, 0, 0.5, -0.25),
	}
	for range pick(g.Rand, 0, 0, 1, 2) {
		s.With = append(s.With, g.severity())
	}
	return s
}

// money returns an amount, often none.
func (g generator) money() float64 { return pick(g.Rand, 0, 0, 5e3, 1e6, 1234567.89) }
