package loss

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/loss/internal/choose"
)

// Budget says what controls may cost, and what they are to reduce.
type Budget struct {
	// Cost is the most that they may cost together, as a present value over the
	// horizon; 0 is no limit.
	Cost float64 `json:"cost,omitzero"`

	// ByYear is the most in each year, from the first; none, and years that are
	// not listed, are without a limit.
	ByYear []float64 `json:"byYear,omitzero"`

	// Reduce is the figure of the loss over the horizon that is to be as small as
	// can be, at the probability At if it is one of the tail; 0 is ExpectedLoss.
	Reduce Measure `json:"reduce,omitzero"`
	At     float64 `json:"at,omitzero"`

	Mandatory []string `json:"mandatory,omitzero"` // controls to be had in any case

	// Sets is how many parts of the search may be looked at; 0 is 200,000, or
	// 2,000 where each has to be simulated.
	Sets int `json:"sets,omitzero"`
}

// Choice is a set of controls under a budget.
type Choice struct {
	Controls []string `json:"controls"`
	Cost     float64  `json:"cost"` // present value

	Without Estimate `json:"without"` // the figure if no control acts
	With    Estimate `json:"with"`    // and if the chosen ones do

	// Proved says that no other set within the budget leaves less; else none
	// leaves less than Bound. Where Sampled, that is so of the trials that were
	// drawn, and another sample may prefer another set.
	Proved  bool    `json:"proved"`
	Bound   float64 `json:"bound"`
	Sampled bool    `json:"sampled"`

	// RunnerUp is the best set that is not a part of the chosen one, with by how
	// much more it leaves; none if there is no other.
	RunnerUp []string `json:"runnerUp,omitzero"`
	Regret   Estimate `json:"regret,omitzero"`
}

// Optimize returns the controls that reduce most under a budget.
//
// The expected loss is a formula where nothing in the model forbids that, and
// the choice is proved by branch and bound. Otherwise each set that is looked at
// is simulated with the same events, as the options of the simulation say; they
// are of no effect else.
//
// The error is about the budget or an option, an [InfeasibleError] if no set is
// possible, that of [Plan.Simulate], or that of the context.
func (p Plan) Optimize(ctx context.Context, b Budget, o SimOptions) (Choice, error) {
	s, err := p.chooser(ctx, b, o)
	if err != nil {
		return Choice{}, err
	}
	best, err := s.solve(ctx)
	if err != nil {
		return Choice{}, err
	}
	c := Choice{Controls: s.ids(best.Set), Cost: s.cost(best.Set), Proved: best.Proved(), Bound: best.Bound, Sampled: s.sampled}
	if c.Without, err = s.estimate(0); err != nil {
		return Choice{}, err
	}
	if c.With, err = s.estimate(best.Set); err != nil {
		return Choice{}, err
	}
	err = s.second(ctx, best.Set, &c)
	return c, err
}

// InfeasibleError says that no set of controls is possible.
type InfeasibleError struct{ Why string }

func (e *InfeasibleError) Error() string {
	return "loss: optimize: no set of controls is possible: " + e.Why
}

// A chooser knows what sets of controls cost and leave.
type chooser struct {
	choose.Problem

	plan    Plan
	budget  Budget
	sampled bool
	*trier  // of sets that are simulated; nil for a formula
}

// chooser checks the budget and finds out how sets are judged.
func (p Plan) chooser(ctx context.Context, b Budget, o SimOptions) (*chooser, error) {
	m := p.model
	if b.Reduce == 0 {
		b.Reduce = ExpectedLoss
	}
	if err := b.check(m); err != nil {
		return nil, err
	}
	s := &chooser{plan: p, budget: b}
	s.Nodes, s.Progress = b.Sets, o.Progress
	if err := s.conditions(m, p.acting); err != nil {
		return nil, err
	}
	if terms, why := m.expected(); why == "" && b.Reduce == ExpectedLoss {
		s.Terms = terms
		return s, nil
	}
	s.sampled = true
	if s.Nodes == 0 {
		s.Nodes = 2000
	}
	var err error
	s.trier, err = newTrier(ctx, p, o)
	if err == nil {
		s.Left = func(set choose.Set) float64 { return s.measure(set, b.Reduce, b.At).Value }
	}
	return s, err
}

func (b Budget) check(m Model) error {
	switch {
	case len(m.Controls) == 0:
		return errors.New("loss: optimize: got a model without controls, want one with some")
	case !(b.Cost >= 0 && b.Cost <= mostMoney):
		return fmt.Errorf("loss: optimize: Cost: got %s, want an amount from 0 to 1e30", number(b.Cost))
	case len(b.ByYear) > m.years():
		return fmt.Errorf("loss: optimize: ByYear: got %d, want at most the %d years of the horizon", len(b.ByYear), m.years())
	case b.Sets < 0:
		return fmt.Errorf("loss: optimize: Sets: got %d, want a number, or 0 for the usual one", b.Sets)
	}
	for i, x := range b.ByYear {
		if !(x >= 0 && x <= mostMoney) {
			return fmt.Errorf("loss: optimize: ByYear: got %s for year %d, want an amount from 0 to 1e30", number(x), i+1)
		}
	}
	return b.Reduce.check("optimize: Reduce", "optimize: At", b.At)
}

// conditions fills in what does not depend on losses.
func (s *chooser) conditions(m Model, acting []int) error {
	index := map[string]int{}
	for i, c := range m.Controls {
		index[c.ID] = i
	}
	set := func(ids []string) (all choose.Set) {
		for _, id := range ids {
			all |= 1 << index[id]
		}
		return all
	}
	for _, id := range s.budget.Mandatory {
		if _, ok := index[id]; !ok {
			return fmt.Errorf("loss: optimize: Mandatory: got %s, want the id of a control of the model%s", strconv.Quote(clip(id)), m.nearest(id))
		}
	}
	s.Must = set(s.budget.Mandatory)
	for _, i := range acting {
		s.Must |= 1 << i
	}
	if s.budget.Cost > 0 {
		s.Budgets = append(s.Budgets, s.budget.Cost)
	}
	s.Budgets = append(s.Budgets, s.budget.ByYear...)
	for i, c := range m.Controls {
		var costs []float64
		if s.budget.Cost > 0 {
			costs = append(costs, s.cost(1<<i))
		}
		for year := range s.budget.ByYear {
			costs = append(costs, at(c.Cost, year))
		}
		s.Costs = append(s.Costs, costs)
		s.Needs = append(s.Needs, set(c.Needs))
		s.Excludes = append(s.Excludes, set(c.Excludes))
	}
	return nil
}

// at returns what is listed for a year, 0 for those after the list.
func at(list []float64, year int) float64 {
	if year < len(list) {
		return list[year]
	}
	return 0
}

// cost returns the present value of what a set costs.
func (s *chooser) cost(set choose.Set) float64 {
	sum := 0.0
	for i, c := range s.plan.model.Controls {
		if !set.Has(i) {
			continue
		}
		sum += c.cost(s.plan.model.Discount)
	}
	return sum
}

// cost returns the present value of what a control costs.
func (c Control) cost(discount float64) float64 {
	sum := 0.0
	for year, x := range c.Cost {
		sum += float64(x * mathx.Pow(1+discount, -float64(year)))
	}
	return sum
}

func (s *chooser) ids(set choose.Set) []string {
	var ids []string
	for i, c := range s.plan.model.Controls {
		if set.Has(i) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

func (s *chooser) solve(ctx context.Context) (choose.Choice, error) {
	c, err := choose.Solve(ctx, s.Problem)
	if refused, ok := errors.AsType[*choose.InfeasibleError](err); ok {
		return c, &InfeasibleError{refused.Why}
	}
	if err == nil && s.trier != nil {
		err = s.err
	}
	if err != nil {
		return c, fmt.Errorf("loss: optimize: %w", err)
	}
	return c, nil
}

// second finds the runner-up.
func (s *chooser) second(ctx context.Context, best choose.Set, c *Choice) error {
	other := *s
	other.Beyond = best
	next, err := other.solve(ctx)
	if _, none := errors.AsType[*InfeasibleError](err); none || best == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	c.RunnerUp = s.ids(next.Set)
	if s.sampled {
		c.Regret, err = s.difference(next.Set, best, s.budget.Reduce, s.budget.At)
		return err
	}
	c.Regret = exactly(next.Left - s.sum(best))
	return nil
}

// estimate returns the figure with a set.
func (s *chooser) estimate(set choose.Set) (Estimate, error) {
	if s.sampled {
		e := s.measure(set, s.budget.Reduce, s.budget.At)
		return e, s.err
	}
	return exactly(s.sum(set)), nil
}

// sum returns what a set leaves of the amounts.
func (s *chooser) sum(set choose.Set) float64 {
	sum := 0.0
	for _, t := range s.Terms {
		x := t.Amount
		for i, keeps := range t.Keeps {
			if set.Has(i) {
				x = float64(x * keeps)
			}
		}
		sum += x
	}
	return sum
}

// Frontier returns the choices that cost least for what they leave, from the
// cheapest: no set costs less and leaves less than one of them. They begin with
// what is mandatory and end with what all the budget buys; no more than most,
// at steps of the cost.
func (p Plan) Frontier(ctx context.Context, b Budget, most int, o SimOptions) ([]Choice, error) {
	if most < 2 || most > 1000 {
		return nil, fmt.Errorf("loss: frontier: got %d choices, want 2 to 1000", most)
	}
	last, err := p.Optimize(ctx, b, o)
	if err != nil {
		return nil, err
	}
	all := []Choice{last}
	step := last.Cost / float64(most)
	for b.Cost = last.Cost - step; b.Cost > 0 && len(all) < most; {
		c, err := p.Optimize(ctx, b, o)
		if _, none := errors.AsType[*InfeasibleError](err); none {
			break
		}
		if err != nil {
			return nil, err
		}
		if c.With.Value > all[len(all)-1].With.Value {
			all = append(all, c)
		}
		b.Cost = min(b.Cost, c.Cost) - step
	}
	slices.Reverse(all)
	return all, nil
}
