package main

import (
	"cmp"
	"context"
	"slices"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/portfolio"
	"github.com/ismskit/ismskit/risk/loss"
)

// answer is all that was computed.
type answer struct {
	view      *isms.View
	model     loss.Model
	portfolio portfolio.Portfolio
	outcome   portfolio.Outcome
	tolerated tolerated

	// Today, after the planned treatments, and with the best plan.
	today, planned, best state

	proposals []string // controls that could act and do not today
	worth     loss.Worth
	plans     []set // what sets of them cost and leave, with few trials
	choice    loss.Choice
	gain      loss.Return
	budget    float64
	unsure    loss.Sensitivity
}

// state is all scenarios together while some controls act.
type state struct {
	sample   loss.Sample
	controls []string // beside those that act today
	cost     float64  // of these
	bands    []loss.Band
}

// set is a set of controls with its cost and the expected loss that it leaves.
type set struct {
	controls   []string
	cost, loss float64
}

// years are the figures of the report: on average, and what is exceeded in one
// year of ten and one of a hundred.
var years = []struct {
	of loss.Measure
	at float64
}{{loss.ExpectedLoss, 0}, {loss.ValueAtRisk, 0.9}, {loss.ValueAtRisk, 0.99}}

// Decisions compare sets of controls in the same events, so fewer of these do.
const decisionTrials = 1 << 16

func compute(ctx context.Context, view *isms.View, m loss.Model, opt options, p *progress) (*answer, error) {
	defer p.done()
	a := &answer{view: view, model: m}
	var err error
	if a.tolerated, err = toleratedBy(view.System()); err != nil {
		return nil, err
	}
	if a.portfolio, err = portfolio.New(view, m, portfolio.Options{}); err != nil {
		return nil, err
	}
	o := loss.SimOptions{Trials: opt.trials, Seed: opt.seed, Progress: p.of("portfolio")}
	if a.outcome, err = a.portfolio.Run(ctx, o); err != nil {
		return nil, err
	}
	if a.today, err = a.state(ctx, a.outcome.Today.Sample, nil); err != nil {
		return nil, err
	}
	if a.planned, err = a.state(ctx, a.outcome.Residual.Sample, a.further(a.portfolio.Residual.Controls())); err != nil {
		return nil, err
	}
	for _, c := range m.Controls {
		if !slices.Contains(a.portfolio.Today.Controls(), c.ID) {
			a.proposals = append(a.proposals, c.ID)
		}
	}
	a.budget = cmp.Or(opt.budget, a.planned.cost)
	if len(a.proposals) > 0 {
		err = a.decide(ctx, opt, p)
	}
	if err != nil {
		return nil, err
	}
	q := loss.SensitivityOptions{}
	for _, u := range unknown(m, a.portfolio.Today.Controls()) {
		if u.Name != "" {
			q.Inputs = append(q.Inputs, u.Name)
		}
	}
	if len(q.Inputs) > 0 {
		a.unsure, err = a.portfolio.Today.Sensitivity(ctx, q, loss.SimOptions{Trials: decisionTrials, Seed: opt.seed, Progress: p.of("what matters")})
	}
	return a, err
}

// decide finds out what the proposals are worth, and which of them to have.
func (a *answer) decide(ctx context.Context, opt options, p *progress) error {
	today := a.portfolio.Today
	o := loss.SimOptions{Trials: decisionTrials, Seed: opt.seed, Progress: p.of("worth of controls")}
	var err error
	if a.worth, err = today.Worth(ctx, loss.WorthOptions{}, o); err != nil {
		return err
	}
	o.Progress = p.of("best plan")
	var budget loss.Budget
	if a.budget > 0 {
		budget.Cost = a.budget + a.cost(today.Controls())
	}
	if a.choice, err = today.Optimize(ctx, budget, o); err != nil {
		return err
	}
	if err := a.compare(ctx, o, p); err != nil {
		return err
	}
	chosen := a.further(a.choice.Controls)
	plan, err := today.With(chosen...)
	if err != nil {
		return err
	}
	o.Trials, o.Progress = opt.trials, p.of("best plan, all trials")
	s, err := plan.Simulate(ctx, o)
	if err != nil {
		return err
	}
	if a.best, err = a.state(ctx, s, chosen); err != nil || len(chosen) == 0 {
		return err
	}
	o.Progress = nil
	a.gain, err = today.Return(ctx, chosen, o)
	return err
}

// compare finds out what plans cost and leave: all sets of a few controls, else
// the best for their costs.
func (a *answer) compare(ctx context.Context, o loss.SimOptions, p *progress) error {
	const few = 7
	if len(a.proposals) > few {
		o.Progress = p.of("plans")
		front, err := a.portfolio.Today.Frontier(ctx, loss.Budget{}, 12, o)
		for _, c := range append(front, a.choice) {
			controls := a.further(c.Controls)
			same := func(s set) bool { return slices.Equal(s.controls, controls) }
			if !slices.ContainsFunc(a.plans, same) {
				a.plans = append(a.plans, set{controls, a.cost(controls), c.With.Value})
			}
		}
		return err
	}
	say := p.of("plans")
	o.Progress = nil
	for bits := range 1 << len(a.proposals) {
		var controls []string
		for i, id := range a.proposals {
			if bits>>i&1 == 1 {
				controls = append(controls, id)
			}
		}
		if !a.possible(controls) {
			continue
		}
		plan, err := a.portfolio.Today.With(controls...)
		if err != nil {
			return err
		}
		s, err := plan.Simulate(ctx, o)
		if err != nil {
			return err
		}
		a.plans = append(a.plans, set{controls, a.cost(controls), s.Mean().Value})
		if say != nil {
			say(bits+1, 1<<len(a.proposals))
		}
	}
	return nil
}

// possible tells whether controls can be had together with those of today.
func (a *answer) possible(controls []string) bool {
	all := slices.Concat(a.portfolio.Today.Controls(), controls)
	has := func(id string) bool { return slices.Contains(all, id) }
	for _, id := range all {
		c := a.control(id)
		if slices.ContainsFunc(c.Excludes, has) || !allOf(c.Needs, has) {
			return false
		}
	}
	return true
}

func allOf(ids []string, has func(string) bool) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { return !has(id) })
}

// state adds to a sample what is not known of its figures.
func (a *answer) state(ctx context.Context, s loss.Sample, controls []string) (state, error) {
	st := state{sample: s, controls: controls, cost: a.cost(controls)}
	if len(unknown(a.model, append(a.portfolio.Today.Controls(), controls...))) == 0 {
		return st, nil
	}
	for _, y := range years {
		b, err := s.Band(ctx, y.of, y.at)
		if err != nil {
			return state{}, err
		}
		st.bands = append(st.bands, b)
	}
	return st, nil
}

// further returns the controls that do not act today.
func (a *answer) further(controls []string) []string {
	return slices.DeleteFunc(slices.Clone(controls), func(id string) bool { return slices.Contains(a.portfolio.Today.Controls(), id) })
}

func (a *answer) control(id string) loss.Control {
	i := slices.IndexFunc(a.model.Controls, func(c loss.Control) bool { return c.ID == id })
	return a.model.Controls[i] // of a plan of this model
}

// cost returns what controls cost, at present value.
func (a *answer) cost(controls []string) float64 {
	sum := 0.0
	for _, id := range controls {
		weight := 1.0
		for _, x := range a.control(id).Cost {
			sum += x * weight
			weight /= 1 + a.model.Discount
		}
	}
	return sum
}
