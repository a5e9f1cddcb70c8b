package portfolio

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk/loss"
)

// Record returns the risks of the portfolio as records, each with two more
// assessments at the date of the view, current and residual, made by a party:
// with the figures and what they were computed from. The records of the view stay
// as they are.
//
// The method, inputs and rating are those of the assessment that holds until
// then, under the version of the method by which it was made, so that no level is
// lost or becomes another one. The residual assessment presumes the planned
// treatments whose controls act on the risk, beside what it presumed.
func (o Outcome) Record(by isms.Party) []isms.Risk {
	var all []isms.Risk
	for _, s := range o.Risks {
		r, ok := o.portfolio.view.Risk(s.Risk)
		if !ok {
			continue // a portfolio has risks of its view alone
		}
		current := o.portfolio.again(r, isms.Current, by)
		current.Quantified = clone(s.Today.Quantified)
		residual := o.portfolio.again(r, isms.Residual, by)
		residual.Quantified = clone(s.Residual.Quantified)
		residual.Presumes = o.portfolio.presumes(residual.Presumes, s)
		r.Assessments = append(slices.Clone(r.Assessments), current, residual)
		all = append(all, r)
	}
	return all
}

// again returns the assessment of a stage that holds, as one of the date of the
// view.
func (p Portfolio) again(r isms.Risk, stage isms.Stage, by isms.Party) isms.Assessment {
	a, ok := r.AssessmentAt(stage, p.view.At())
	if !ok {
		return isms.Assessment{Stage: stage, On: p.view.At(), By: by}
	}
	if use, ok := p.view.MethodOf(a.Method, a.On); ok {
		if a.Method = use.Method.Ref().String(); use.ID != "" {
			a.Method = string(use.ID) + "@" + use.Version.Number
		}
	}
	if a.On != p.view.At() {
		a.Note = "Figures in money; the rating is that of " + a.On.String() + "."
	}
	a.On, a.By = p.view.At(), by
	a.Inputs, a.Parts = maps.Clone(a.Inputs), slices.Clone(a.Parts)
	for i, part := range a.Parts {
		a.Parts[i].Inputs = maps.Clone(part.Inputs)
	}
	a.Presumes, a.Relies = slices.Clone(a.Presumes), slices.Clone(a.Relies)
	return a
}

// presumes adds the planned treatments whose controls act on a risk.
func (p Portfolio) presumes(list []isms.TreatmentID, s Share) []isms.TreatmentID {
	for _, t := range p.Treatments {
		acts := slices.ContainsFunc(t.Controls, func(id string) bool { return slices.Contains(s.Residual.Source.Controls, id) })
		if acts && !t.InForce && !slices.Contains(list, t.Treatment) {
			list = append(list, t.Treatment)
		}
	}
	return list
}

func clone(q isms.Quantified) isms.Quantified {
	q.Figures, q.Source.Controls = slices.Clone(q.Figures), slices.Clone(q.Source.Controls)
	return q
}

// Again computes the figures of a risk that are recorded once more, from the
// model: they are the same to the last bit, or somebody changed them. The error
// says what has become another: the model, the algorithm, or the scenarios that
// stand for the risk; or it is that of loss.Plan.Simulate or of the context.
func Again(ctx context.Context, m loss.Model, r isms.Risk, recorded isms.Quantified) (isms.Quantified, error) {
	source := recorded.Source
	if source.Model != m.ID {
		return isms.Quantified{}, fmt.Errorf("portfolio: again: the model: got %s, want %s, of which the figures are", quote(m.ID), quote(source.Model))
	}
	var scenarios []string
	for _, x := range r.Modeled {
		if x.Model == m.ID {
			scenarios = append(scenarios, x.Name)
		}
	}
	plan, err := alone(m, scenarios, source.Controls)
	if err != nil {
		return isms.Quantified{}, err
	}
	s, err := plan.Simulate(ctx, loss.SimOptions{Trials: source.Trials, Seed: source.Seed})
	if err != nil {
		return isms.Quantified{}, fmt.Errorf("portfolio: again: %w", err)
	}
	q := quantified(m, plan, s, recorded.Figures)
	if q.Source.Digest != source.Digest {
		return isms.Quantified{}, fmt.Errorf("portfolio: again: digest of the model with its controls: got %s, want %s: it is another one now", q.Source.Digest, source.Digest)
	}
	if q.Source.Algorithm != source.Algorithm {
		return isms.Quantified{}, fmt.Errorf("portfolio: again: algorithm: got %s, want %s", quote(q.Source.Algorithm), quote(source.Algorithm))
	}
	return q, nil
}
