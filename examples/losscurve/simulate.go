package main

import (
	"context"
	"errors"

	"github.com/ismskit/ismskit/risk/loss"
)

// simulate asks the engine that draws random numbers. It returns nil where the
// engine cannot serve.
func (a *answer) simulate(ctx context.Context, plan loss.Plan, opt options, p *progress) (events, error) {
	s, err := plan.Simulate(ctx, loss.SimOptions{
		Trials: opt.trials, Seed: opt.seed, Sampling: opt.sampling, Largest: true, Progress: p.of("drawing"),
	})
	if err != nil {
		return nil, a.Simulation.refused(err)
	}
	a.Simulation.Provenance = s.Provenance()
	a.Digest = s.Provenance().Model
	a.Layers = s.Layers()
	if a.Tail, err = s.TailContributions(ctx, tail); errors.Is(err, context.Canceled) {
		return nil, err
	}
	return s, nil
}

// tail is the probability of which the contributions are.
const tail = 0.99
