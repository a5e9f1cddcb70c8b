package portfolio

import (
	"context"
	"fmt"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk/loss"
)

// Outcome is what a portfolio came to.
type Outcome struct {
	// Today and Residual are the whole, after layers.
	Today, Residual Whole
	// Risks are those of the portfolio, in their order.
	Risks []Share

	portfolio Portfolio
}

// Whole is all scenarios of the model together.
type Whole struct {
	isms.Quantified

	// Sample has every other figure, and the trials.
	Sample loss.Sample
}

// Share is one risk.
type Share struct {
	Linked

	Today, Residual Stage
}

// Stage is a risk at a stage: by itself, and as a part of the whole.
type Stage struct {
	// Quantified is the risk by itself, see [Alone].
	isms.Quantified

	// Adds is what it adds to the expected loss of all, before layers. Of several
	// scenarios the intervals are added, which is wider than need be.
	Adds loss.Estimate
}

// Figures are the measures that are computed of each risk and of the whole: the
// expected loss, and the losses that are exceeded with a probability of one in
// ten and one in a hundred. Figures that do not exist, as an infinite mean, are
// left out.
var figures = []isms.LossFigure{
	{Measure: "expectedLoss"}, {Measure: "valueAtRisk", At: 0.9}, {Measure: "valueAtRisk", At: 0.99},
}

// Run simulates the whole and each risk by itself, today and after treatment, all
// with the same seed. Of the options, those serve that a record has a place for:
// Trials and Seed, and Largest, Workers and Progress, which do not change
// figures. The error is about an option, that of loss.Plan.Simulate, or that of
// the context.
func (p Portfolio) Run(ctx context.Context, o loss.SimOptions) (Outcome, error) {
	if err := recordable(o); err != nil {
		return Outcome{}, err
	}
	runs := 2 + 2*len(p.Risks)
	r := runner{portfolio: p, options: o, done: 0, total: runs}
	out := Outcome{portfolio: p}
	var err error
	if out.Today, err = r.whole(ctx, p.Today); err != nil {
		return Outcome{}, err
	}
	if out.Residual, err = r.whole(ctx, p.Residual); err != nil {
		return Outcome{}, err
	}
	for _, linked := range p.Risks {
		s := Share{Linked: linked}
		if s.Today, err = r.stage(ctx, linked, p.Today, out.Today.Sample); err != nil {
			return Outcome{}, err
		}
		if s.Residual, err = r.stage(ctx, linked, p.Residual, out.Residual.Sample); err != nil {
			return Outcome{}, err
		}
		out.Risks = append(out.Risks, s)
	}
	return out, nil
}

// recordable refuses options that a record has no place for.
func recordable(o loss.SimOptions) error {
	none := loss.SimOptions{Trials: o.Trials, Seed: o.Seed, Largest: o.Largest, Sampling: loss.Plain}
	if o.Sampling == 0 {
		o.Sampling = loss.Plain
	}
	for _, c := range []struct {
		name string
		bad  bool
	}{
		{"Sampling", o.Sampling != none.Sampling},
		{"Streaming", o.Streaming},
		{"Inner", o.Inner > 1},
		{"Precision", o.Precision != none.Precision || o.MostTrials != 0},
		{"Blocks", o.Blocks != none.Blocks},
	} {
		if c.bad {
			return fmt.Errorf("portfolio: run: %s: got one, want the zero value: a recorded figure says trials and seed alone", c.name)
		}
	}
	return nil
}

// runner simulates one plan after the other.
type runner struct {
	portfolio   Portfolio
	options     loss.SimOptions
	done, total int
}

func (r *runner) simulate(ctx context.Context, p loss.Plan) (loss.Sample, error) {
	o, before := r.options, r.done
	r.done++
	if progress := o.Progress; progress != nil {
		o.Progress = func(done, total int) { progress(before*total+done, r.total*total) }
	}
	return p.Simulate(ctx, o)
}

func (r *runner) whole(ctx context.Context, p loss.Plan) (Whole, error) {
	s, err := r.simulate(ctx, p)
	if err != nil {
		return Whole{}, fmt.Errorf("portfolio: %w", err)
	}
	return Whole{quantified(r.portfolio.model, p, s, figures), s}, nil
}

// stage returns what a risk comes to where the controls of a plan act.
func (r *runner) stage(ctx context.Context, l Linked, whole loss.Plan, all loss.Sample) (Stage, error) {
	p, err := alone(r.portfolio.model, l.Scenarios, whole.Controls())
	if err != nil {
		return Stage{}, err
	}
	s, err := r.simulate(ctx, p)
	if err != nil {
		return Stage{}, fmt.Errorf("portfolio: risk %s: %w", quote(string(l.Risk)), err)
	}
	return Stage{quantified(r.portfolio.model, p, s, figures), adds(all, l.Scenarios)}, nil
}
