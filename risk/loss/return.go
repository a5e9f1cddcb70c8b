package loss

import (
	"context"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// Return is what controls bring as an investment: of each trial, the losses
// without and with them, year by year, and their costs, at present values. It is
// a distribution: controls with a return that is good on average are often of no
// use, as most years are without a loss to prevent.
type Return struct {
	Controls []string `json:"controls"` // those that do not act in the plan already
	Cost     float64  `json:"cost"`     // present value

	Reduction Outcome `json:"reduction"` // of the loss

	// Net is the net present value, the return on security investment as an
	// amount, and Ratio the same per unit of cost. It is refused if there is no
	// cost.
	//
	//	Net = Reduction - Cost    Ratio = (Reduction - Cost) / Cost
	Net   Outcome `json:"net"`
	Ratio Outcome `json:"ratio"`

	Gain Estimate `json:"gain"` // the probability that Net is above 0

	// Payback is the probability that by the end of a year, from the first, what
	// was spent until then has come back. Never is that it has not in any year of
	// the horizon.
	Payback []Estimate `json:"payback"`
	Never   Estimate   `json:"never"`
}

// Outcome is an amount, or a ratio, that differs from trial to trial.
type Outcome struct {
	Mean   Estimate `json:"mean"`
	Low    Estimate `json:"low"`    // one in twenty is below
	Median Estimate `json:"median"` // one in two
	High   Estimate `json:"high"`   // one in twenty is above
}

// Return compares the plan with one in which some controls act as well, in the
// same trials. Intervals are by Student's t from sixteen parts of them, those of
// probabilities as in [Losses].
//
// The error names a control that the model does not have, is about an option, that
// of [Plan.Simulate], or that of the context.
func (p Plan) Return(ctx context.Context, controls []string, o SimOptions) (Return, error) {
	with, err := p.With(controls...)
	if err != nil {
		return Return{}, err
	}
	if o, err = o.inParts("return", 1<<20); err != nil {
		return Return{}, err
	}
	before, err := p.program(ctx, o)
	if err != nil {
		return Return{}, err
	}
	after, err := with.program(ctx, o)
	if err != nil {
		return Return{}, err
	}
	l := newLedgers(p, with, before.blocks(before.options.Trials)*streams.Block)
	if err := l.keep(ctx, before, after); err != nil {
		return Return{}, err
	}
	return l.result(before), nil
}

// ledgers compare trials without controls and with them.
type ledgers struct {
	model     Model
	controls  []string
	costs     []float64 // of each year, at its present value
	discounts []float64
	reduction []float64 // of each trial
	paid      []float64 // the year at the end of which the cost has come back, from 1; one more for never
}

func newLedgers(p, with Plan, trials uint64) *ledgers {
	l := &ledgers{model: p.model, reduction: make([]float64, trials), paid: make([]float64, trials)}
	for year := range p.model.years() {
		discount, cost := mathx.Pow(1+p.model.Discount, -float64(year)), 0.0
		for _, i := range with.acting {
			if !slices.Contains(p.acting, i) {
				cost += float64(at(p.model.Controls[i].Cost, year) * discount)
			}
		}
		l.discounts, l.costs = append(l.discounts, discount), append(l.costs, cost)
	}
	for _, i := range with.acting {
		if !slices.Contains(p.acting, i) {
			l.controls = append(l.controls, p.model.Controls[i].ID)
		}
	}
	return l
}

// keep draws all trials, each without the controls and with them.
func (l *ledgers) keep(ctx context.Context, before, after *program) error {
	blocks := uint64(len(l.reduction)) / streams.Block
	c := crew{program: before}
	others := make([]*worker, c.workers(0, blocks))
	c.hire = func(i int, w *worker) {
		others[i] = newWorker(ctx, after, false)
		w.present, others[i].present = new(column), new(column)
	}
	c.before = func(i int, w *worker, _ uint64) {
		clear(w.present[:])
		clear(others[i].present[:])
	}
	c.after = func(i int, w *worker, block uint64) error {
		if err := others[i].draw(block); err != nil {
			return err
		}
		at := block * streams.Block
		l.enter((*column)(l.reduction[at:]), (*column)(l.paid[at:]), w, others[i])
		return nil
	}
	return c.run(ctx, 0, blocks)
}

// enter compares the trials of a block.
func (l *ledgers) enter(reduction, paid *column, before, after *worker) {
	spent := 0.0
	for year, discount := range l.discounts {
		a, b := before.present, after.present
		if before.nominal != nil {
			a, b = &before.nominal[year], &after.nominal[year]
		}
		spent += l.costs[year]
		for i, x := range a {
			reduction[i] += float64((x - b[i]) * discount)
			if paid[i] == 0 && reduction[i] >= spent {
				paid[i] = float64(year + 1)
			}
		}
	}
	for i, year := range paid {
		if year == 0 {
			paid[i] = float64(len(l.discounts) + 1)
		}
	}
}

func (l *ledgers) result(g *program) Return {
	r := Return{Controls: l.controls}
	for _, x := range l.costs {
		r.Cost += x
	}
	group := g.options.Inner * streams.Block
	r.Reduction = l.outcome(replicatesOf(l.reduction, group))
	r.Net = r.Reduction.apply(func(e Estimate) Estimate { return e.plus(-r.Cost) })
	r.Ratio = r.Net.apply(func(e Estimate) Estimate {
		if r.Cost == 0 {
			return refused("what costs nothing has no return per unit of cost")
		}
		return e.times(1 / r.Cost)
	})
	losses := func(values []float64) Losses {
		some := Losses{all: kept(values)}
		if g.clustered {
			some.replicates = replicatesOf(values, group)
		}
		return some
	}
	r.Gain = losses(l.reduction).Exceedance(r.Cost)
	paid := losses(l.paid)
	for year := range l.discounts {
		r.Payback = append(r.Payback, paid.Exceedance(float64(year+1)).complement())
	}
	r.Never = paid.Exceedance(float64(len(l.discounts)))
	return r
}

// outcome returns the figures of what the trials were reduced by.
func (l *ledgers) outcome(parts []observed) Outcome {
	figure := func(of func(observed) float64) Estimate {
		var f figures
		f[0] = of(kept(l.reduction))
		for i, part := range parts {
			f[1+i] = of(part)
		}
		return f.estimate()
	}
	quantile := func(p float64) Estimate {
		return figure(func(o observed) float64 { return o.quantiles([]float64{p})[0].value })
	}
	o := Outcome{figure(observed.Mean), quantile(0.05), quantile(0.5), quantile(0.95)}
	switch {
	case l.model.heavy(dist.Dist.Mean):
		o.Mean = refused(infiniteMean)
	case l.model.heavy(dist.Dist.Variance):
		o.Mean = refused(infiniteVariance)
	}
	return o
}

// apply returns what each figure becomes, but for those that are refused.
func (o Outcome) apply(f func(Estimate) Estimate) Outcome {
	for _, e := range []*Estimate{&o.Mean, &o.Low, &o.Median, &o.High} {
		if e.Basis != Refused {
			*e = f(*e)
		}
	}
	return o
}

// plus returns the estimate of a sum with what is known.
func (e Estimate) plus(x float64) Estimate {
	e.Value, e.Low, e.High = e.Value+x, e.Low+x, e.High+x
	return e
}

// complement returns the estimate of the opposite probability.
func (e Estimate) complement() Estimate {
	e.Value, e.Low, e.High = 1-e.Value, 1-e.High, 1-e.Low
	return e
}
