package loss

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// SimOptions says what a simulation draws, and what is kept of it. The zero value
// is a million trials, kept all.
type SimOptions struct {
	// Trials is how many courses of the horizon are drawn, up to 2^40; 0 is
	// 2^20. It is rounded up to blocks of 4,096, and where their error is known
	// from replicates to sixteen blocks: see [Estimate].
	Trials int `json:"trials,omitzero"`

	// Seed is that of all random numbers. Models with the same seed share the
	// draws of the scenarios that they have in common.
	Seed uint64 `json:"seed,omitzero"`

	// Sampling is how uniform numbers are drawn; 0 is Plain.
	Sampling Sampling `json:"sampling,omitzero"`

	// Streaming keeps no trials but a histogram, in which quantiles are known to
	// 0.4 % at least and to 0.02 % as a rule: for any number of trials, in
	// constant space. Else there may be 2^28.
	Streaming bool `json:"streaming,omitzero"`

	// Largest keeps the largest event of each trial too, for [Sample.OEP].
	Largest bool `json:"largest,omitzero"`

	// Inner is how many blocks of trials share the values of parameters that are
	// drawn once, up to 4,096; 0 is 1. There are Trials / (4,096 × Inner) values,
	// and with less than some hundred of them intervals of what depends on the
	// largest are too narrow.
	Inner int `json:"inner,omitzero"`

	// Precision, if its Relative is not 0, has the number of trials doubled from
	// 2^16 on until it is reached, or MostTrials are. Trials is 0 then.
	Precision  Precision `json:"precision,omitzero"`
	MostTrials int       `json:"mostTrials,omitzero"` // 0 is 2^24, or 2^28 if Streaming

	// Blocks are the blocks of 4,096 trials that [Plan.SimulatePart] draws, from
	// the first up to below the second; none are all.
	Blocks [2]int `json:"blocks,omitzero"`

	// Workers is how many goroutines draw; 0 is one for each processor. It does
	// not change results.
	Workers int `json:"-"`

	// Progress, if not nil, is called with how many blocks are done and how many
	// there are, by one goroutine at a time.
	Progress func(done, total int) `json:"-"`
}

// Precision is how well a figure should be known: up to Relative times itself to
// each side, with a confidence of 95 %.
type Precision struct {
	Of       Measure `json:"of,omitzero"`       // 0 is the expected loss
	At       float64 `json:"at,omitzero"`       // the probability, of ValueAtRisk and TailValueAtRisk
	Relative float64 `json:"relative,omitzero"` // from 1e-6 to 1
}

// PrecisionError says that the trials allowed were not enough.
type PrecisionError struct {
	Got, Want float64 // of the figure
	Trials    int
}

func (e *PrecisionError) Error() string {
	return fmt.Sprintf("loss: simulation: precision: got %.1e with %d trials, want %.1e", e.Got, e.Trials, e.Want)
}

const (
	replicates  = 16
	mostTrials  = 1 << 40
	mostKept    = 1 << 28
	firstTrials = 1 << 16
)

// Simulate draws trials, each a course of the horizon. The error is a
// [ForbiddenError], one about an option or an own function, or that of the
// context; with a [PrecisionError] the sample is what there is.
func (p Plan) Simulate(ctx context.Context, o SimOptions) (Sample, error) {
	g, err := p.program(ctx, o)
	if err != nil {
		return Sample{}, err
	}
	if o.Blocks != [2]int{} {
		return Sample{}, g.options.wrong("Blocks", fmt.Sprint(o.Blocks), "none; SimulatePart draws some")
	}
	if g.options.Precision.Relative != 0 {
		return p.converge(ctx, g)
	}
	part, err := g.part(ctx, 0, g.blocks(g.options.Trials), newPart(g))
	if err != nil {
		return Sample{}, err
	}
	return p.Gather(part)
}

// SimulatePart draws the trials of some blocks: a shard of a simulation, to be
// merged with others. What [Plan.Gather] makes of all of them has the bits of the
// whole.
func (p Plan) SimulatePart(ctx context.Context, o SimOptions) (Partial, error) {
	g, err := p.program(ctx, o)
	if err != nil {
		return Partial{}, err
	}
	if g.options.Precision.Relative != 0 {
		return Partial{}, g.options.wrong("Precision", number(o.Precision.Relative), "none for a part")
	}
	blocks := g.options.Blocks
	g.options.Blocks = [2]int{}
	if blocks == [2]int{} {
		blocks[1] = int(g.blocks(g.options.Trials)) //nolint:gosec // from an int
	}
	return g.part(ctx, uint64(blocks[0]), uint64(blocks[1]), newPart(g)) //nolint:gosec // not negative
}

// converge doubles the trials until the precision is reached.
func (p Plan) converge(ctx context.Context, g *program) (Sample, error) {
	want := g.options.Precision
	part, from := newPart(g), uint64(0)
	for trials := min(firstTrials, g.options.MostTrials); ; trials = min(2*trials, g.options.MostTrials) {
		to := g.blocks(trials)
		var err error
		if part, err = g.part(ctx, from, to, part); err != nil {
			return Sample{}, err
		}
		s, err := p.Gather(part)
		if err != nil {
			return Sample{}, err
		}
		got := s.measure(want.Of, want.At).relative()
		if got <= want.Relative {
			return s, nil
		}
		if trials == g.options.MostTrials {
			return s, &PrecisionError{got, want.Relative, int(s.n())} //nolint:gosec // from an int
		}
		from = to
	}
}

// program checks the options, and makes the program, which may take seconds.
func (p Plan) program(ctx context.Context, o SimOptions) (*program, error) {
	if p.digest == "" {
		return nil, errors.New("loss: simulation: got an empty plan, want one of Compile")
	}
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	if why := p.forbidsSimulation(); len(why) > 0 {
		return nil, &ForbiddenError{Engine{"simulation", why}}
	}
	return newProgram(ctx, p, o)
}

func (o SimOptions) withDefaults() (SimOptions, error) {
	if o.Trials == 0 && o.Precision.Relative == 0 {
		o.Trials = 1 << 20
	}
	if o.Sampling == 0 {
		o.Sampling = Plain
	}
	if o.Inner == 0 {
		o.Inner = 1
	}
	if o.Workers == 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if err := o.checkPrecision(); err != nil {
		return o, err
	}
	if o.Precision.Relative != 0 && o.Precision.Of == 0 {
		o.Precision.Of = ExpectedLoss
	}
	if o.Precision.Relative != 0 && o.MostTrials == 0 {
		o.MostTrials = 1 << 24
		if o.Streaming {
			o.MostTrials = 1 << 28
		}
	}
	most := mostKept
	if o.Streaming {
		most = int(min(int64(mostTrials), int64(maxInt)))
	}
	return o, o.check(most)
}

const maxInt = int(^uint(0) >> 1)

func (o SimOptions) check(most int) error {
	blocks := most / streams.Block
	switch trials := max(o.Trials, o.MostTrials); {
	case o.Trials < 0:
		return o.wrong("Trials", strconv.Itoa(o.Trials), "a number of trials, or 0 for 2^20")
	case o.MostTrials < 0:
		return o.wrong("MostTrials", strconv.Itoa(o.MostTrials), "a number of trials, or 0 for 2^24")
	case trials > most:
		return o.wrong("Trials", strconv.Itoa(trials), fmt.Sprintf("at most %d, or Streaming for more", most))
	case o.Sampling > Sobol:
		return o.wrong("Sampling", strconv.Itoa(int(o.Sampling)), "plain, latinHypercube or sobol")
	case o.Inner < 1 || o.Inner > 4096:
		return o.wrong("Inner", strconv.Itoa(o.Inner), "1 to 4096 blocks")
	case o.Workers < 1 || o.Workers > 4096:
		return o.wrong("Workers", strconv.Itoa(o.Workers), "1 to 4096, or 0 for one for each processor")
	case o.Blocks != [2]int{} && (o.Blocks[0] < 0 || o.Blocks[1] <= o.Blocks[0] || o.Blocks[1] > blocks):
		return o.wrong("Blocks", fmt.Sprint(o.Blocks), fmt.Sprintf("a first one and a last, up to %d", blocks))
	case o.Blocks[0]%o.Inner != 0 || o.Blocks[1]%o.Inner != 0:
		return o.wrong("Blocks", fmt.Sprint(o.Blocks), fmt.Sprintf("multiples of Inner, %d", o.Inner))
	}
	return nil
}

func (o SimOptions) checkPrecision() error {
	p := o.Precision
	if p.Relative == 0 {
		switch {
		case p != Precision{}:
			return o.wrong("Precision.Relative", "0", "1e-6 to 1, or no precision")
		case o.MostTrials != 0:
			return o.wrong("MostTrials", strconv.Itoa(o.MostTrials), "0 without a Precision")
		}
		return nil
	}
	switch tail := p.Of == ValueAtRisk || p.Of == TailValueAtRisk; {
	case !(p.Relative >= 1e-6 && p.Relative <= 1):
		return o.wrong("Precision.Relative", number(p.Relative), "1e-6 to 1")
	case p.Of > TailValueAtRisk:
		return o.wrong("Precision.Of", strconv.Itoa(int(p.Of)), "expectedLoss, valueAtRisk or tailValueAtRisk")
	case tail && !(p.At > 0 && p.At < 1):
		return o.wrong("Precision.At", number(p.At), "a probability above 0 and below 1")
	case !tail && p.At != 0:
		return o.wrong("Precision.At", number(p.At), "0 for the expected loss")
	case o.Trials != 0:
		return o.wrong("Trials", strconv.Itoa(o.Trials), "0 with a Precision, which says how many")
	}
	return nil
}

func (SimOptions) wrong(option, got, want string) error {
	return fmt.Errorf("loss: simulation: %s: got %s, want %s", option, got, want)
}

// inner returns how many blocks share a value that is drawn once.
func (o SimOptions) inner() uint64 { return uint64(o.Inner) } //nolint:gosec // 1 to 4,096

// clustered tells whether trials depend on each other, so that errors are known
// from replicates.
func (m Model) clustered(o SimOptions) bool {
	if o.Sampling != Plain {
		return true
	}
	for _, u := range slices.Concat(m.parameters(), m.reductions()) {
		if _, known := u.value(); !known && u.Per == Once {
			return true
		}
	}
	return false
}

// multiple returns of how many blocks there are a multiple: as many of each
// replicate.
func (m Model) multiple(o SimOptions) uint64 {
	if m.clustered(o) {
		return replicates * o.inner()
	}
	return o.inner()
}

// replicate returns which replicate a block is of, and which block of it.
func (g *program) replicate(block uint64) (replicate int, index uint64) {
	if !g.clustered {
		return 0, block
	}
	inner := g.options.inner()
	group := block / inner
	return int(group % replicates), group/replicates*inner + block%inner
}

// blocks returns how many there are for so many trials.
func (g *program) blocks(trials int) uint64 {
	unit := g.model.multiple(g.options)
	n := (uint64(trials) + streams.Block - 1) / streams.Block //nolint:gosec // not negative
	return max((n+unit-1)/unit, 1) * unit
}

// forbidsSimulation lists why the simulation cannot serve.
func (p Plan) forbidsSimulation() []string {
	var all []string
	told := -1
	for _, t := range p.terms {
		n := float64(t.count.Mean() * streams.Block)
		if n <= mostInBlock || t.scenario == told {
			continue
		}
		told = t.scenario
		all = append(all, fmt.Sprintf("/scenarios/%d/frequency: %.3g events in 4,096 years, of which at most %d can be drawn", t.scenario, n, mostInBlock))
	}
	for i, c := range p.model.Causes {
		if n := float64(c.Rate.Dist.Mean() * streams.Block); !(n <= mostHappenings) {
			all = append(all, fmt.Sprintf("/causes/%d/rate: %.3g happenings in 4,096 years, of which at most %d can be kept", i, n, mostHappenings))
		}
	}
	return append(all, p.model.torn()...)
}

// torn lists what a link on annual losses would tear apart, as it takes the
// losses of a scenario from one trial to another.
func (m Model) torn() []string {
	var all []string
	for i, s := range m.Scenarios {
		if m.placeOf(s.ID).on != OnAnnualLoss {
			continue
		}
		for _, c := range m.Causes {
			for _, h := range c.Hits {
				if h.Scenario == s.ID {
					all = append(all, fmt.Sprintf("/scenarios/%d: a link on its annual loss, and the cause %q, whose events it shares with others", i, c.ID))
				}
			}
		}
		for _, u := range s.parameters() {
			if _, known := u.value(); !known && u.Name != "" && u.Per == Year {
				all = append(all, fmt.Sprintf("/scenarios/%d%s: a link on its annual loss, and %q, which others have in the same year", i, u.path, u.Name))
			}
		}
	}
	return all
}
