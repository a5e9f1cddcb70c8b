package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/risk/loss"
)

// probabilities are those of VaR and TVaR.
var probabilities = []float64{0.5, 0.75, 0.9, 0.95, 0.99, 0.999}

// curve is what both engines know of a loss.
type curve interface {
	Mean() loss.Estimate
	SD() loss.Estimate
	P0() loss.Estimate
	VaR(p float64) loss.Estimate
	TVaR(p float64) loss.Estimate
	Exceedance(x float64) loss.Estimate
}

// events is what they know of its largest event, and of the scenarios.
type events interface {
	curve
	Occurrence(x float64) loss.Estimate
	Contributions() []loss.Contribution
	AEP() []loss.Point
	OEP() []loss.Point
}

// compute asks both engines. It is an error if neither can serve.
func compute(ctx context.Context, name string, m loss.Model, opt options, p *progress) (*answer, error) {
	defer p.done()
	plan, err := loss.Compile(m)
	if err != nil {
		return nil, err
	}
	a := &answer{File: name, ID: m.ID, Title: m.Title, Currency: m.Currency, Years: max(m.Years, 1), Discount: m.Discount}
	exact, err := a.exact(ctx, plan, p)
	if err != nil {
		return nil, err
	}
	sample, err := a.simulate(ctx, plan, opt, p)
	if err != nil {
		return nil, err
	}
	if exact == nil && sample == nil {
		return nil, fmt.Errorf("%s: no engine can serve:\nexact: %s\nsimulation: %s", name, a.Exact.why(), a.Simulation.why())
	}
	a.Exact.curves(exact)
	a.Simulation.curves(sample)
	a.figures(exact, sample)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := a.bands(ctx, exact, sample); err != nil {
		return nil, err
	}
	if err := a.byYear(ctx, plan, exact, sample); err != nil {
		return nil, err
	}
	return a, nil
}

// exact asks the engine that draws no random numbers, with the best tolerance that
// it meets. It returns nil where the engine cannot serve.
func (a *answer) exact(ctx context.Context, plan loss.Plan, p *progress) (events, error) {
	for _, tolerance := range []float64{1e-6, 1e-4, 1e-2} {
		r, err := plan.Exact(ctx, loss.ExactOptions{At: probabilities, Tolerance: tolerance, Progress: p.of("computing")})
		if _, ok := errors.AsType[*loss.ToleranceError](err); ok {
			a.Exact.Error = err.Error()
			continue
		}
		if err != nil {
			return nil, a.Exact.refused(err)
		}
		a.Exact = engine{Provenance: r.Provenance()}
		a.Digest = r.Provenance().Model
		return r, nil
	}
	return nil, nil //nolint:nilnil // the engine says why
}

// refused notes why an engine cannot serve. What it returns is an error all the
// same: the work was interrupted.
func (e *engine) refused(err error) error {
	forbidden, ok := errors.AsType[*loss.ForbiddenError](err)
	switch {
	case ok:
		e.Forbids = forbidden.Forbids
	case errors.Is(err, context.Canceled):
		return err
	default:
		e.Error = err.Error()
	}
	return nil
}

func (e *engine) why() string {
	if e.Error != "" {
		return e.Error
	}
	return strings.Join(e.Forbids, "; ")
}

// curves keeps the curves of an engine that served.
func (e *engine) curves(c events) {
	if c != nil {
		e.AEP, e.OEP = c.AEP(), c.OEP()
	}
}
