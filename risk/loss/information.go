package loss

import (
	"context"
	"errors"
	"slices"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/influence"
)

// bins is into how many parts the values of an input are put where what it is
// worth to know it comes from trials.
const bins = 64

// information finds the best set, and what it is worth to know each input before
// one is chosen.
func (s *study) information(ctx context.Context) error {
	if len(s.query.Sets) == 0 {
		for i := range s.inputs {
			s.result.Inputs[i].Information = refused("there is no decision: see SensitivityOptions.Sets")
		}
		return nil
	}
	if why := s.plan.model.undefined(); why != "" {
		s.result.Cost = refused(why)
		for i := range s.inputs {
			s.result.Inputs[i].Information = refused(why)
		}
		return nil
	}
	d := decision{study: s}
	if err := d.best(ctx); err != nil {
		return err
	}
	for i, u := range s.inputs {
		in := &s.result.Inputs[i]
		if u.Per != Once {
			in.Information = refused("it is chance, and cannot be known before")
			continue
		}
		if x, ok := d.formula(u); ok {
			in.Information = exactly(x)
			continue
		}
		if err := d.sampled(ctx, u, in); err != nil {
			return err
		}
	}
	return nil
}

// A decision is which of some sets of controls to have.
type decision struct {
	*study

	trials [][]float64 // losses and costs of each set, if they have to be drawn
}

// cost returns what the controls of a set cost, beside those that act already.
func (s *study) cost(with Plan) float64 {
	sum := 0.0
	for _, i := range with.acting {
		if !slices.Contains(s.plan.acting, i) {
			sum += s.plan.model.Controls[i].cost(s.plan.model.Discount)
		}
	}
	return sum
}

// best finds the set that costs least with its losses.
func (d *decision) best(ctx context.Context) error {
	best := -1
	for i, with := range d.sets {
		e, err := d.expected(ctx, i, with)
		if err != nil {
			return err
		}
		if e = e.plus(d.cost(with)); best < 0 || e.Value < d.result.Cost.Value {
			best, d.result.Cost = i, e
		}
	}
	d.result.Best = nil
	for _, i := range d.sets[best].acting {
		if !slices.Contains(d.plan.acting, i) {
			d.result.Best = append(d.result.Best, d.plan.model.Controls[i].ID)
		}
	}
	return nil
}

// expected returns the expected loss with a set.
func (d *decision) expected(ctx context.Context, i int, with Plan) (Estimate, error) {
	if x, ok := with.expectedLoss(); ok {
		return exactly(x), nil
	}
	if err := d.draw(ctx); err != nil {
		return Estimate{}, err
	}
	size := len(d.trials[i]) / replicates
	return inSixteen(func(part, n int) float64 {
		if n == 1 {
			return kept(d.trials[i]).Mean()
		}
		return kept(d.trials[i][part*size : (part+1)*size]).Mean()
	}).plus(-d.cost(with)), nil
}

// draw draws what losses and costs come to with each set, all in the same trials.
func (d *decision) draw(ctx context.Context) error {
	if d.trials != nil {
		return nil
	}
	for _, with := range d.sets {
		losses, err := d.run(ctx, with.probed(d.seeds().a, nil))
		if err != nil {
			return err
		}
		cost := d.cost(with)
		for i := range losses {
			losses[i] += cost
		}
		d.trials = append(d.trials, losses)
	}
	return nil
}

// sampled finds what it is worth to know an input, from trials with nearly the
// same value of it.
func (d *decision) sampled(ctx context.Context, u uncertainty, in *Input) error {
	if err := d.draw(ctx); err != nil {
		return err
	}
	var values []float64
	for _, with := range d.sets {
		inputs, err := d.told(ctx, with, d.seeds().a)
		if err != nil {
			return err
		}
		if of := inputs[u.label]; of != nil {
			if values, err = d.values(ctx, with, of, len(d.trials[0])); err != nil {
				return err
			}
			break
		}
	}
	if values == nil {
		return errors.New("loss: sensitivity: " + u.label + ": got no draws of it")
	}
	in.Information = inSixteen(func(i, n int) float64 {
		size := len(values) / n
		var costs [][]float64
		for _, x := range d.trials {
			costs = append(costs, x[i*size:(i+1)*size])
		}
		return influence.Information(values[i*size:(i+1)*size], costs, bins)
	})
	in.Information.Low = max(in.Information.Low, 0)
	return nil
}

// formula returns what it is worth to know an input where the expected loss is
// known for each of its values: E[min] over its distribution, cut where another
// set becomes the best. ok is false if there is no formula.
func (d *decision) formula(u uncertainty) (x float64, ok bool) {
	costs, ok := d.costsAt(u.label, u.Dist.Mean())
	if !ok {
		return 0, false
	}
	at := func(x float64) []float64 {
		costs, _ := d.costsAt(u.label, x)
		return costs
	}
	const step = widest / 4
	rule := nodes(u.Dist, step)
	var cuts []float64
	for i, n := range rule[1:] {
		cuts = append(cuts, crossings(at, rule[i].x, n.x, least(at(rule[i].x)), least(at(n.x)), 0)...)
	}
	if len(cuts) > 0 {
		slices.Sort(cuts)
		rule = nodes(cut{u.Dist, slices.Compact(cuts)}, step)
	}
	informed, total := 0.0, make([]float64, len(costs))
	for _, n := range rule {
		costs := at(n.x)
		informed += float64(n.weight * slices.Min(costs))
		for i, x := range costs {
			total[i] += float64(n.weight * x)
		}
	}
	return max(slices.Min(total)-informed, 0), true
}

// costsAt returns expected losses and costs of each set for a value of an input.
func (d *decision) costsAt(label string, x float64) (costs []float64, ok bool) {
	m := d.plan.model.swapped(fixing(label, x))
	for _, with := range d.sets {
		with.model = m
		e, ok := with.expectedLoss()
		if !ok {
			return nil, false
		}
		costs = append(costs, e+d.cost(with))
	}
	return costs, true
}

// least returns which is the least.
func least(xs []float64) int {
	best := 0
	for i, x := range xs {
		if x < xs[best] {
			best = i
		}
	}
	return best
}

// crossings returns the values between two, at which one and another set are the
// best, where another becomes it.
func crossings(at func(x float64) []float64, from, to float64, a, b, depth int) []float64 {
	if a == b || depth > 64 {
		return nil
	}
	low, high := from, to
	for range 100 {
		middle := low + float64((high-low)/2)
		if middle <= low || middle >= high {
			break
		}
		if costs := at(middle); costs[a] <= costs[b] {
			low = middle
		} else {
			high = middle
		}
	}
	costs := at(low)
	if k := least(costs); k != a && k != b && costs[k] < costs[a]-float64(1e-12*costs[a]) {
		return append(crossings(at, from, low, a, k, depth+1), crossings(at, low, to, k, b, depth+1)...)
	}
	return []float64{low}
}

// cut is a distribution with more places where what is computed of it is not
// smooth.
type cut struct {
	dist.Dist

	at []float64
}

func (c cut) Kinks() []float64 {
	all := append(kinksOf(c.Dist), c.at...)
	slices.Sort(all)
	return slices.Compact(all)
}

func (c cut) Atoms() []dist.Atom { return atomsOf(c.Dist) }
