package loss

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/risk/dist"
)

// SensitivityOptions says what is asked of a sensitivity.
type SensitivityOptions struct {
	// Of is the figure that moves with each input, over the horizon, and At its
	// probability if it is one of the tail; 0 is ExpectedLoss.
	Of Measure `json:"of,omitzero"`
	At float64 `json:"at,omitzero"`

	// Inputs are the names of those that are asked for; none are all.
	Inputs []string `json:"inputs,omitzero"`

	// Sets are sets of controls, of which one is to be had, or none: for what
	// knowing an input is worth to the decision. None are no decision.
	Sets [][]string `json:"sets,omitzero"`
}

// Sensitivity is how much each input matters.
type Sensitivity struct {
	Figure Estimate `json:"figure"` // as it is

	// Chance is the share of the variance of the loss that is left if all inputs
	// are known: no better estimate takes it away.
	Chance Estimate `json:"chance"`

	// Inputs are those that are not known, the one that moves the figure most
	// first.
	Inputs []Input `json:"inputs"`

	// Best is the set that costs least on average, with its losses, as things are
	// known; Cost is what that comes to.
	Best []string `json:"best,omitzero"`
	Cost Estimate `json:"cost,omitzero"`
}

// Input is a parameter that is not known, or a distribution of losses.
type Input struct {
	// Name is that of the parameter, or says where it stands:
	// "ransomware/vulnerability", "phishing/stage/fine/severity",
	// "cause/cloud/rate", "phishing/control/mfa/0" for an effect.
	Name string `json:"name"`

	// Per is how often it is drawn. What is drawn once is ignorance, and can be
	// known better. The rest is chance: it can be described better, and stays.
	Per Per `json:"per"`

	From float64 `json:"from"` // one in twenty values is below
	To   float64 `json:"to"`   // one in twenty is above

	// Low and High are the figure if the input is From and To, for every event if
	// it is drawn for each; Swing is by how much the second is more.
	Low   Estimate `json:"low"`
	High  Estimate `json:"high"`
	Swing Estimate `json:"swing"`

	// First is the share of the variance of the loss that goes away on average
	// once the input is known, and Total that which is left once all other inputs
	// are, besides what is chance: Sobol's indices. Total is more by what the
	// input does together with others.
	First Estimate `json:"first"`
	Total Estimate `json:"total"`

	// Rank is the rank correlation with the loss, by Spearman.
	Rank Estimate `json:"rank"`

	// Information is how much less losses and costs are on average if the input
	// is known before one of the sets is chosen, which is the most that finding
	// out may cost. It is refused without a decision, and where Per is not Once.
	Information Estimate `json:"information"`
}

// Sensitivity tells which estimate to improve first: how far each input moves a
// figure, which part of the variance of the loss over the horizon is due to it,
// how it is correlated with the loss, and what it is worth to know it.
//
// Figures come from a formula or the exact engine where one of them serves.
// Otherwise, and for all but Low, High and Swing, trials are drawn, with plain
// sampling, all inputs by themselves in each trial; intervals are by Student's t
// from sixteen parts of the trials. See docs/quant/decisions.md.
//
// The error is about an option or a figure that does not exist, that of
// [Plan.Simulate], or that of the context.
func (p Plan) Sensitivity(ctx context.Context, q SensitivityOptions, o SimOptions) (Sensitivity, error) {
	s, err := p.study(q, o)
	if err != nil {
		return Sensitivity{}, err
	}
	for _, step := range []func(context.Context) error{s.tornado, s.indices, s.information} {
		if err := step(ctx); err != nil {
			return Sensitivity{}, err
		}
	}
	slices.SortStableFunc(s.result.Inputs, func(a, b Input) int {
		return cmp.Compare(math.Abs(b.Swing.Value), math.Abs(a.Swing.Value))
	})
	return s.result, nil
}

// A study finds out how much inputs matter.
type study struct {
	plan    Plan
	query   SensitivityOptions
	options SimOptions
	inputs  []uncertainty
	sets    []Plan // the plan as it is, and with each set of controls
	result  Sensitivity

	progress    func(done, total int)
	done, total int
}

// study checks the options.
func (p Plan) study(q SensitivityOptions, o SimOptions) (*study, error) {
	if err := q.Of.check("sensitivity: Of", "sensitivity: At", q.At); err != nil {
		return nil, err
	}
	o, err := o.inParts("sensitivity", 1<<20)
	if err != nil {
		return nil, err
	}
	if o.Sampling > Plain {
		return nil, fmt.Errorf("loss: sensitivity: Sampling: got %d, want plain: runs have to be independent of each other", o.Sampling)
	}
	s := &study{plan: p, query: q, options: o, sets: []Plan{p}, progress: o.Progress}
	s.options.Progress = nil
	acting := slices.Clone(p.acting)
	for _, set := range q.Sets {
		with, err := p.With(set...)
		if err != nil {
			return nil, err
		}
		s.sets = append(s.sets, with)
		acting = append(acting, with.acting...)
	}
	slices.Sort(acting)
	if s.inputs, err = q.choose(p.model.uncertain(slices.Compact(acting))); err != nil {
		return nil, err
	}
	for _, u := range s.inputs {
		s.result.Inputs = append(s.result.Inputs, Input{Name: u.label, Per: u.Per, From: u.Dist.Quantile(0.05), To: u.Dist.Upper(0.05)})
	}
	s.total = 2*len(s.inputs) + 3
	return s, nil
}

// choose returns the inputs that are asked for.
func (q SensitivityOptions) choose(all []uncertainty) ([]uncertainty, error) {
	if len(q.Inputs) == 0 {
		return all, nil
	}
	var labels []string
	for _, u := range all {
		labels = append(labels, u.label)
	}
	for _, label := range q.Inputs {
		if slices.Contains(labels, label) {
			continue
		}
		hint := ""
		if word, ok := enum.Nearest(label, labels); ok {
			hint = ": " + strconv.Quote(word) + "?"
		}
		return nil, fmt.Errorf("loss: sensitivity: Inputs: got %s, want an input that is not known%s", strconv.Quote(clip(label)), hint)
	}
	return slices.DeleteFunc(all, func(u uncertainty) bool { return !slices.Contains(q.Inputs, u.label) }), nil
}

// step tells of progress.
func (s *study) step() {
	if s.done++; s.progress != nil {
		s.progress(min(s.done, s.total), s.total)
	}
}

// tornado finds the figure as it is, and with each input at its ends.
func (s *study) tornado(ctx context.Context) error {
	var err error
	if s.result.Figure, err = s.figure(ctx, s.plan); err != nil {
		return err
	}
	for i, u := range s.inputs {
		in := &s.result.Inputs[i]
		low, err := s.plan.fix(u.label, in.From)
		if err != nil {
			return err
		}
		high, err := s.plan.fix(u.label, in.To)
		if err != nil {
			return err
		}
		if err := s.swing(ctx, in, low, high); err != nil {
			return err
		}
		s.step()
	}
	return nil
}

// figure returns that of a plan.
func (s *study) figure(ctx context.Context, p Plan) (Estimate, error) {
	e, ok, err := s.computed(ctx, p)
	if ok || err != nil {
		return e, err
	}
	sample, err := p.Simulate(ctx, s.options)
	if err != nil {
		return Estimate{}, err
	}
	if e = sample.measure(s.query.Of, s.query.At); e.Basis == Refused {
		return e, fmt.Errorf("loss: sensitivity: %s", e.Reason)
	}
	return e, nil
}

// swing compares two plans: what is simulated in the same trials.
func (s *study) swing(ctx context.Context, in *Input, low, high Plan) error {
	a, ok, err := s.computed(ctx, low)
	if err != nil {
		return err
	}
	var b Estimate
	if ok {
		if b, ok, err = s.computed(ctx, high); err != nil {
			return err
		}
	}
	if ok {
		in.Low, in.High, in.Swing = a, b, b.minus(a)
		return nil
	}
	var ends [2]figures
	for i, p := range []Plan{low, high} {
		sample, err := p.Simulate(ctx, s.options)
		if err != nil {
			return err
		}
		ends[i] = figuresOf(sample, s.query.Of, s.query.At)
		*[]*Estimate{&in.Low, &in.High}[i] = sample.measure(s.query.Of, s.query.At)
	}
	in.Swing = ends[1].less(ends[0]).estimate()
	return nil
}

// computed returns the figure by a formula or the exact engine, if one serves.
func (s *study) computed(ctx context.Context, p Plan) (e Estimate, ok bool, err error) {
	mean := s.query.Of != ValueAtRisk && s.query.Of != TailValueAtRisk
	if mean {
		if x, ok := p.expectedLoss(); ok {
			return exactly(x), true, nil
		}
	}
	if len(p.forbidsExact()) > 0 || !mean && !(s.query.At >= 0.5 && s.query.At <= 0.9999999) {
		return Estimate{}, false, nil
	}
	o := ExactOptions{Tolerance: 1e-4}
	if !mean {
		o.At = []float64{s.query.At}
	}
	r, err := p.Exact(ctx, o)
	switch {
	case ctx.Err() != nil:
		return Estimate{}, false, err
	case err != nil: // a lattice that would have to be finer
		return Estimate{}, false, nil //nolint:nilerr // it is drawn instead
	}
	if e = r.measure(s.query.Of, s.query.At); e.Basis == Refused {
		return e, false, fmt.Errorf("loss: sensitivity: %s", e.Reason)
	}
	return e, true, nil
}

// measure returns a figure by its name.
func (r Result) measure(m Measure, p float64) Estimate {
	switch m {
	case ValueAtRisk:
		return r.VaR(p)
	case TailValueAtRisk:
		return r.TVaR(p)
	default:
		return r.Mean()
	}
}

// expectedLoss returns it by the formula; ok is false if there is none.
func (p Plan) expectedLoss() (x float64, ok bool) {
	terms, why := p.model.expected()
	if why != "" {
		return 0, false
	}
	for _, t := range terms {
		amount := t.Amount
		for _, i := range p.acting {
			amount = float64(amount * t.Keeps[i])
		}
		x += amount
	}
	return x, true
}

// minus returns the estimate of a difference, with what is known of both.
func (e Estimate) minus(other Estimate) Estimate {
	return Estimate{Value: e.Value - other.Value, Low: e.Low - other.High, High: e.High - other.Low, Basis: max(e.Basis, other.Basis)}
}

// undefined returns why the loss has no variance, "" if it has one.
func (m Model) undefined() string {
	switch {
	case m.heavy(dist.Dist.Mean):
		return infiniteMean
	case m.heavy(dist.Dist.Variance):
		return infiniteVariance
	}
	return ""
}
