package fair

import (
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// Scenario returns the tree event by event: events of a Poisson process, each
// with a loss of its own. The error is [Problems], every fault at once.
//
//	frequency      Poisson, with the rate LEF, TEF or ContactFrequency
//	rateFactor     ProbabilityOfAction
//	vulnerability  Vulnerability, or P(TCap > Resistance)
//	severity       Primary, or the first of its forms
//	then           further forms of primary loss, with probability 1;
//	               streams of secondary loss, with probability SLEF: SLM, or
//	               the first of its forms, and the others with it
//
// A Poisson process of which each event is kept with a probability is one of a
// lower rate: what is counted is Poisson with the rate ContactFrequency ×
// ProbabilityOfAction × Vulnerability, for the values that these have in the
// year. A probability drawn per event is its mean.
//
// A stage is named by its stream, a form of primary loss "primary/response". The
// forms of a stream come together or not at all.
func (t Tree) Scenario(id string) (loss.Scenario, error) {
	ps := t.check()
	if err := ps.err(); err != nil {
		return loss.Scenario{}, err
	}
	s := loss.Scenario{ID: id, Title: t.Title, Frequency: loss.Poisson{Rate: t.rate()}}
	if t.ProbabilityOfAction.Dist != nil {
		s.RateFactor = meanOfEvents(t.ProbabilityOfAction)
	}
	s.Vulnerability = t.vulnerability()
	s.Severity, s.Then = t.losses()
	return s, nil
}

// Product returns the tree as the product of its factors, each drawn once a
// year:
//
//	LEF × (primary loss + Σ SLEF × SLM)
//
// where capability and resistance, if given, make the vulnerability of the year
// 1 or 0. That is [loss.Multiplied], and no annual loss: it is here to compare
// with tools that compute this. The error is [Problems].
func (t Tree) Product(id string) (loss.Scenario, error) {
	ps := t.check()
	if err := ps.err(); err != nil {
		return loss.Scenario{}, err
	}
	s := loss.Scenario{ID: id, Title: t.Title, Vulnerability: t.Vulnerability}
	s.Frequency = loss.Multiplied{Rate: t.rate(), Capability: t.TCap, Resistance: t.Resistance}
	if s.RateFactor = t.ProbabilityOfAction; s.RateFactor.Per == loss.Event {
		s.RateFactor.Per = loss.Year
	}
	s.Severity, s.Then = t.losses()
	return s, nil
}

// rate returns the frequency that is given.
func (t Tree) rate() loss.Uncertain {
	for _, u := range []loss.Uncertain{t.LEF, t.TEF} {
		if u.Dist != nil {
			return u
		}
	}
	return t.ContactFrequency
}

// vulnerability returns that of a threat event; none of loss events.
func (t Tree) vulnerability() loss.Uncertain {
	if t.TCap == nil {
		return t.Vulnerability
	}
	v, _ := Vulnerability(t.TCap, t.Resistance) // both are there
	return loss.Fixed(v)
}

// meanOfEvents returns a probability as a factor of a rate: of one that is drawn
// for each event, only the mean matters.
func meanOfEvents(u loss.Uncertain) loss.Uncertain {
	if u.Per == loss.Event {
		return loss.Fixed(u.Dist.Mean())
	}
	return u
}

// losses returns what an event costs, and what follows.
func (t Tree) losses() (dist.Dist, []loss.Stage) {
	severity, then := t.primary()
	for i, s := range t.Secondary {
		stage := loss.Stage{ID: t.id(i), Probability: s.SLEF, Severity: s.SLM}
		for _, f := range s.Forms.stated() {
			if stage.Severity == nil {
				stage.Severity = f.amount
			} else {
				stage.With = append(stage.With, f.amount)
			}
		}
		then = append(then, stage)
	}
	return severity, then
}

// primary returns the first form of primary loss, and the others as stages that
// always follow.
func (t Tree) primary() (dist.Dist, []loss.Stage) {
	if t.Primary != nil {
		return t.Primary, nil
	}
	forms := t.PrimaryForms.stated()
	then := make([]loss.Stage, 0, len(forms)-1+len(t.Secondary))
	for _, f := range forms[1:] {
		then = append(then, loss.Stage{ID: "primary/" + f.name, Probability: loss.Fixed(1), Severity: f.amount})
	}
	return forms[0].amount, then
}
