package loss

import (
	"context"
	"fmt"
	"iter"
	"math"
	"slices"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/histogram"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// Sample is what a simulation came to: the present value of the losses over the
// horizon, which is the loss of the year if there is one, and what it is made of.
// It does not change, and is safe for concurrent use.
type Sample struct {
	Losses

	plan Plan
	part Partial
}

// SimProvenance says what a sample was drawn from, and how: enough to draw it
// again, to the last bit.
type SimProvenance struct {
	Model     string     `json:"model"`     // SHA-256 of its JSON
	Algorithm string     `json:"algorithm"` // another name when any draw changes
	Trials    int        `json:"trials"`
	Options   SimOptions `json:"options"` // without what does not change results
}

// simAlgorithm is the name of how trials are drawn.
const simAlgorithm = "trials/1 " + streams.Algorithm

// Provenance returns what the sample was drawn from.
func (s Sample) Provenance() SimProvenance {
	n := int(s.n()) //nolint:gosec // from an int
	o := s.part.options
	o.Trials = n
	return SimProvenance{s.plan.digest, simAlgorithm, n, o}
}

func newSample(p Plan, part Partial) Sample {
	s := Sample{plan: p, part: part}
	var values []float64
	if len(part.shards) > 0 {
		values = part.shards[0].present
	}
	s.Losses = s.losses(values, part.tally.present)
	return s
}

// losses returns those that are kept, or in histograms.
func (s Sample) losses(values []float64, bins binned) Losses {
	l := Losses{noMean: s.plan.model.heavy(dist.Dist.Mean), noVariance: s.plan.model.heavy(dist.Dist.Variance)}
	clustered := s.plan.model.clustered(s.part.options)
	if values != nil {
		l.all = kept(values)
		if clustered {
			l.replicates = replicatesOf(values, s.part.options.Inner*streams.Block)
		}
		return l
	}
	all := &histogram.Histogram{}
	for _, h := range bins {
		_ = all.Merge(h) // as many as were drawn fit
		if clustered {
			l.replicates = append(l.replicates, streamed{h})
		}
	}
	l.all = streamed{all}
	return l
}

// replicatesOf deals groups of trials to replicates in turn.
func replicatesOf(values []float64, group int) []observed {
	all := make([]observed, replicates)
	for r := range all {
		var some kept
		for from := r * group; from < len(values); from += replicates * group {
			some = append(some, values[from:from+group]...)
		}
		all[r] = some
	}
	return all
}

// heavy tells whether a moment of a scenario's loss is infinite.
func (s Scenario) heavy(moment func(d dist.Dist) float64) bool {
	if s.AnnualLimit > 0 {
		return false
	}
	var all []dist.Dist
	if s.EventLimit == 0 {
		all = append(all, s.Severity, s.LossFactor.Dist)
		for _, t := range s.Then {
			all = append(all, t.losses()...)
		}
	}
	switch f := s.Frequency.(type) {
	case Poisson:
		all = append(all, f.Rate.Dist, s.RateFactor.Dist)
	case Multiplied:
		all = append(all, f.Rate.Dist, s.RateFactor.Dist)
	}
	return slices.ContainsFunc(all, func(d dist.Dist) bool { return d != nil && !finite(moment(d)) })
}

// heavyIn tells whether a moment of a scenario's loss is infinite, with what causes
// bring to it.
func (m Model) heavyIn(s Scenario, moment func(d dist.Dist) float64) bool {
	if s.heavy(moment) {
		return true
	}
	return s.AnnualLimit == 0 && slices.ContainsFunc(m.Causes, func(c Cause) bool {
		hit := slices.ContainsFunc(c.Hits, func(h Hit) bool { return h.Scenario == s.ID })
		return hit && !finite(moment(c.Rate.Dist))
	})
}

// heavy tells whether that of a scenario is.
func (m Model) heavy(moment func(d dist.Dist) float64) bool {
	return slices.ContainsFunc(m.Scenarios, func(s Scenario) bool { return m.heavyIn(s, moment) })
}

// Year returns the losses of a year, from 1, in its own money.
func (s Sample) Year(year int) (Losses, error) {
	years := s.plan.model.years()
	switch {
	case year < 1 || year > years:
		return Losses{}, fmt.Errorf("loss: sample: year: got %d, want 1 to %d", year, years)
	case years == 1:
		return s.Losses, nil
	}
	return s.losses(nil, s.part.tally.nominal[year-1]), nil
}

// Occurrence returns P(M > x), where M is the largest single event of the horizon
// at its present value, with all that follows from it. What a product or a
// function of one's own loses in a year is one event. It is refused unless
// SimOptions.Largest has it kept.
func (s Sample) Occurrence(x float64) Estimate {
	l, ok := s.events()
	if !ok {
		return refused("the largest events were not kept: see SimOptions.Largest")
	}
	return l.Exceedance(x)
}

// events returns the largest of each trial, if they are kept.
func (s Sample) events() (Losses, bool) {
	if !s.part.options.Largest {
		return Losses{}, false
	}
	var values []float64
	if len(s.part.shards) > 0 {
		values = s.part.shards[0].largest
	}
	return s.losses(values, s.part.tally.largest), true
}

// OEP returns the exceedance curve of the largest event, as [Losses.AEP] does
// that of the loss; nothing where [Sample.Occurrence] is refused.
func (s Sample) OEP() []Point {
	l, ok := s.events()
	if !ok {
		return nil
	}
	return l.AEP()
}

// Contributions lists what each scenario adds to the mean, in the order of the
// model, before layers.
func (s Sample) Contributions() []Contribution {
	all := make([]Contribution, len(s.plan.model.Scenarios))
	for i, x := range s.plan.model.Scenarios {
		mean := refused(infiniteMean)
		switch {
		case s.plan.model.heavyIn(x, dist.Dist.Mean):
		case s.plan.model.heavyIn(x, dist.Dist.Variance):
			mean = refused(infiniteVariance)
		default:
			mean = s.average(s.part.tally.scenarios[i], 1)
		}
		all[i] = Contribution{x.ID, mean}
	}
	return all
}

// average returns the mean of an amount, a year or a horizon, of which sums over
// blocks are known.
func (s Sample) average(sums *histogram.Histogram, years int) Estimate {
	per := 1 / float64(s.part.options.Inner*streams.Block*years)
	x := float64(sums.Mean() * per)
	n := float64(sums.N())
	half := x // of one block nothing is known
	if n > 1 {
		half = float64(float64(confidence*per)*sums.SD()) / math.Sqrt(n)
	}
	return Estimate{Value: x, Low: max(x-half, 0), High: x + half, Basis: Sampled}
}

// LayerResult is what a layer bears.
type LayerResult struct {
	Layer     string   `json:"layer"`
	Recovery  Estimate `json:"recovery"`  // in a year, on average
	Present   Estimate `json:"present"`   // value of it over the horizon
	Attached  Estimate `json:"attached"`  // the probability of any recovery in a year
	Exhausted Estimate `json:"exhausted"` // the probability that the annual limit is used up
	Premium   float64  `json:"premium"`   // of a year
	Net       float64  `json:"net"`       // recovery less premium, of a year
}

// Layers lists what each layer bears, in the order of the model.
func (s Sample) Layers() []LayerResult {
	m := s.plan.model
	all := make([]LayerResult, len(m.Layers))
	for i, l := range m.Layers {
		t := s.part.tally.layers[i]
		r := LayerResult{
			Layer: l.ID, Premium: l.Premium,
			Recovery: s.average(t.nominal, m.years()), Present: s.average(t.present, 1),
			Attached: s.average(t.attached, m.years()), Exhausted: s.average(t.exhausted, m.years()),
		}
		r.Net = r.Recovery.Value - l.Premium
		all[i] = r
	}
	return all
}

// Trials returns each trial, from 0, with its loss: those that are kept, or drawn
// again, one block after the other.
func (s Sample) Trials() iter.Seq2[uint64, float64] {
	return func(yield func(uint64, float64) bool) {
		if s.part.options.Streaming {
			s.again(yield)
			return
		}
		for _, part := range s.part.shards {
			for i, x := range part.present {
				if !yield(uint64(i), x) {
					return
				}
			}
		}
	}
}

// again draws the trials again.
func (s Sample) again(yield func(uint64, float64) bool) {
	g, err := s.plan.program(context.Background(), s.part.options)
	if err != nil {
		return // it has drawn them before
	}
	w := newWorker(context.Background(), g, false)
	w.present, w.largest = &column{}, nil
	for block := range s.part.blocks() {
		clear(w.present[:])
		if w.draw(block) != nil {
			return
		}
		for i, x := range w.present {
			if !yield(block*streams.Block+uint64(i), x) {
				return
			}
		}
	}
}
