package portfolio

import (
	"slices"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk/loss"
)

// alone returns the plan of some scenarios by themselves, in which those of the
// controls act that do anything about them.
func alone(m loss.Model, scenarios, controls []string) (loss.Plan, error) {
	part, err := Alone(m, scenarios...)
	if err != nil {
		return loss.Plan{}, err
	}
	plan, err := loss.Compile(part)
	if err != nil {
		return loss.Plan{}, err
	}
	return plan.With(kept(controlsOf(part), func(id string) (string, bool) { return id, slices.Contains(controls, id) })...)
}

// quantified returns figures of a sample with what they were drawn from.
func quantified(m loss.Model, p loss.Plan, s loss.Sample, want []isms.LossFigure) isms.Quantified {
	source := s.Provenance()
	q := isms.Quantified{Source: isms.Provenance{
		Model: m.ID, Digest: source.Model, Controls: p.Controls(),
		Algorithm: source.Algorithm, Seed: source.Options.Seed, Trials: source.Trials,
	}}
	for _, f := range want {
		e, ok := measured(s, f)
		if !ok || e.Basis == loss.Refused {
			continue
		}
		basis, _ := e.Basis.MarshalText() // of the engine, which has a word
		q.Figures = append(q.Figures, isms.LossFigure{
			Measure: f.Measure, At: f.At, Amount: isms.Amount{Value: e.Value, Currency: m.Currency},
			Low: e.Low, High: e.High, Basis: string(basis),
		})
	}
	return q
}

// measured returns the figure that a measure names; ok is false for a word that
// the engine does not have.
func measured(s loss.Sample, f isms.LossFigure) (e loss.Estimate, ok bool) {
	var measure loss.Measure
	if err := measure.UnmarshalText([]byte(f.Measure)); err != nil {
		return e, false
	}
	switch measure {
	case loss.ExpectedLoss:
		return s.Mean(), true
	case loss.ValueAtRisk:
		return s.VaR(f.At), true
	case loss.TailValueAtRisk:
		return s.TVaR(f.At), true
	default:
		return e, false
	}
}

// adds returns what scenarios add to the expected loss.
func adds(s loss.Sample, scenarios []string) loss.Estimate {
	var sum loss.Estimate
	for _, c := range s.Contributions() {
		switch {
		case !slices.Contains(scenarios, c.Scenario):
		case c.Mean.Basis == loss.Refused:
			return c.Mean
		default:
			sum.Value, sum.Low, sum.High, sum.Basis = sum.Value+c.Mean.Value, sum.Low+c.Mean.Low, sum.High+c.Mean.High, c.Mean.Basis
		}
	}
	return sum
}

// Of returns the figure of a measure, at a probability if it is one of the tail;
// ok is false where there is none.
func Of(q isms.Quantified, measure loss.Measure, at float64) (f isms.LossFigure, ok bool) {
	word, err := measure.MarshalText()
	if err != nil {
		return f, false
	}
	i := slices.IndexFunc(q.Figures, func(f isms.LossFigure) bool { return f.Measure == string(word) && f.At == at })
	if i < 0 {
		return f, false
	}
	return q.Figures[i], true
}
