package loss

import (
	"context"
	"slices"

	"github.com/ismskit/ismskit/risk/loss/internal/influence"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// mostRanked is how many trials are ranked: of more the correlation is known no
// better than anybody cares, and to sort them takes long.
const mostRanked = 1 << 16

// The seeds of runs, beside that of the options.
type seeds struct{ a, b, c uint64 }

func (s *study) seeds() seeds {
	stream := streams.Name{Seed: s.options.Seed, Variable: "sensitivity"}.Key().Block(0)
	return seeds{s.options.Seed, stream.Uint64(), stream.Uint64()}
}

// indices finds Sobol's indices and rank correlations.
func (s *study) indices(ctx context.Context) error {
	why := s.plan.model.undefined()
	if slices.ContainsFunc(s.plan.model.Links, func(l Link) bool { return l.On == OnAnnualLoss }) {
		why = "a link on annual losses takes them from one trial to another"
	}
	if why != "" {
		s.result.Chance = refused(why)
		for i := range s.inputs {
			in := &s.result.Inputs[i]
			in.First, in.Total, in.Rank = refused(why), refused(why), refused(why)
		}
		return nil
	}
	seeds := s.seeds()
	inputs, err := s.told(ctx, s.plan, seeds.a)
	if err != nil {
		return err
	}
	var runs influence.Runs
	if runs.A, err = s.run(ctx, s.plan.probed(seeds.a, nil)); err != nil {
		return err
	}
	if runs.B, err = s.run(ctx, s.plan.probed(seeds.b, nil)); err != nil {
		return err
	}
	if runs.C, err = s.run(ctx, s.plan.probed(seeds.c, inputs.seeds("", seeds))); err != nil {
		return err
	}
	s.result.Chance = inSixteen(func(i, n int) float64 { return runs.Part(i, n).Chance() })
	for i, u := range s.inputs {
		if err := s.index(ctx, &s.result.Inputs[i], u, inputs, runs); err != nil {
			return err
		}
		s.step()
	}
	return nil
}

// index finds those of one input.
func (s *study) index(ctx context.Context, in *Input, u uncertainty, inputs toldInputs, runs influence.Runs) error {
	of := inputs[u.label]
	switch {
	case u.Per == Event:
		const why = "it is drawn for each event: no trial has a value of it"
		in.First, in.Total, in.Rank = refused(why), refused(why), refused(why)
		return nil
	case of == nil: // of a control that does not act
		in.First, in.Total, in.Rank = exactly(0), exactly(0), exactly(0)
		return nil
	}
	mixed, err := s.run(ctx, s.plan.probed(s.seeds().c, inputs.seeds(u.label, s.seeds())))
	if err != nil {
		return err
	}
	part := func(i, n int) (first, total float64) {
		size := len(mixed) / n
		return runs.Part(i, n).Indices(mixed[i*size : (i+1)*size])
	}
	in.First = inSixteen(func(i, n int) float64 { first, _ := part(i, n); return first })
	in.Total = inSixteen(func(i, n int) float64 { _, total := part(i, n); return total })
	values, err := s.values(ctx, s.plan, of, min(len(runs.A), mostRanked))
	if err != nil {
		return err
	}
	in.Rank = inSixteen(func(i, n int) float64 {
		size := len(values) / n
		return influence.Spearman(values[i*size:(i+1)*size], runs.A[i*size:(i+1)*size])
	})
	return nil
}

// inSixteen returns the estimate by a figure of part i of n, the whole and
// sixteen.
func inSixteen(figure func(i, n int) float64) Estimate {
	f := figures{figure(0, 1)}
	for i := range replicates {
		f[1+i] = figure(i, replicates)
	}
	return f.estimate()
}

// run returns the losses of the trials of a plan.
func (s *study) run(ctx context.Context, p Plan) ([]float64, error) {
	sample, err := p.Simulate(ctx, s.options)
	if err != nil {
		return nil, err
	}
	s.step()
	return sample.part.shards[0].present, nil
}

// toldInputs are the inputs that a program draws, by their labels.
type toldInputs map[string][]told

// told returns those of a plan.
func (s *study) told(ctx context.Context, p Plan, seed uint64) (toldInputs, error) {
	p = p.probed(seed, nil)
	if _, err := p.program(ctx, s.options); err != nil {
		return nil, err
	}
	all := toldInputs{}
	for _, t := range p.probe.told {
		all[t.label] = append(all[t.label], t)
	}
	return all, nil
}

// seeds returns those of the inputs: the second of one that is told, the first of
// all others.
func (all toldInputs) seeds(label string, from seeds) map[streams.Name]uint64 {
	seeds := map[streams.Name]uint64{}
	for at, some := range all {
		for _, t := range some {
			if seeds[t.name] = from.a; at == label {
				seeds[t.name] = from.b
			}
		}
	}
	return seeds
}

// values returns those that an input has in the first trials of the first run: of
// one that is another each year, their sum.
func (s *study) values(ctx context.Context, p Plan, of []told, trials int) ([]float64, error) {
	g, err := p.probed(s.seeds().a, nil).program(ctx, s.options)
	if err != nil {
		return nil, err
	}
	w := newWorker(ctx, g, false)
	values := make([]float64, trials)
	seen := map[streams.Name]bool{}
	for _, t := range of {
		if seen[t.name] {
			continue
		}
		seen[t.name] = true
		for from := 0; from < trials; from += streams.Block {
			w.block = uint64(from / streams.Block)
			w.uniform(&w.wide, t.variable.words)
			t.variable.table.Fill(w.values[:], w.wide[:])
			for i, x := range &w.values {
				values[from+i] += x
			}
		}
	}
	return values, ctx.Err()
}
