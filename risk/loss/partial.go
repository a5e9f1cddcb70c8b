package loss

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/risk/loss/internal/histogram"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// Partial is what some blocks of trials came to: of a simulation that is divided
// between machines, or goes on later. Parts are merged in any order, and
// [Plan.Gather] makes a sample of them. It does not change, and is safe for
// concurrent use.
type Partial struct {
	digest  string
	options SimOptions // those that results depend on
	shards  []shard    // in order, none next to another
	tally   tally
}

// A shard is a range of blocks.
type shard struct {
	from, to         uint64
	present, largest []float64 // of each trial, if they are kept
}

// A tally is what is counted of blocks, in whatever order.
type tally struct {
	present, largest binned                 // if trials are not kept
	nominal          []binned               // by year, if there are several
	scenarios        []*histogram.Histogram // of the sums of blocks that share values, at their present value
	layers           []layerTally
}

// binned is a histogram for each replicate.
type binned []*histogram.Histogram

// A layerTally is what a layer bears: sums, as those of scenarios.
type layerTally struct{ nominal, present, attached, exhausted *histogram.Histogram }

func newLayerTally() layerTally {
	return layerTally{&histogram.Histogram{}, &histogram.Histogram{}, &histogram.Histogram{}, &histogram.Histogram{}}
}

func newBinned(g *program) binned {
	n := 1
	if g.clustered {
		n = replicates
	}
	b := make(binned, n)
	for i := range b {
		b[i] = &histogram.Histogram{}
	}
	return b
}

func newTally(g *program) tally {
	var t tally
	if g.options.Streaming {
		t.present = newBinned(g)
		if g.options.Largest {
			t.largest = newBinned(g)
		}
	}
	if len(g.years) > 1 {
		for range g.years {
			t.nominal = append(t.nominal, newBinned(g))
		}
	}
	for range g.model.Scenarios {
		t.scenarios = append(t.scenarios, &histogram.Histogram{})
	}
	for range g.model.Layers {
		t.layers = append(t.layers, newLayerTally())
	}
	return t
}

// histograms lists all that a tally has.
func (t *tally) histograms() []*histogram.Histogram {
	all := slices.Concat(t.present, t.largest)
	for _, b := range t.nominal {
		all = append(all, b...)
	}
	all = append(all, t.scenarios...)
	for _, l := range t.layers {
		all = append(all, l.nominal, l.present, l.attached, l.exhausted)
	}
	return all
}

// merge adds what another tally of the same program has.
func (t *tally) merge(other *tally) error {
	theirs := other.histograms()
	for i, h := range t.histograms() {
		if err := h.Merge(theirs[i]); err != nil {
			return fmt.Errorf("loss: partial: %w", err)
		}
	}
	return nil
}

func newPart(g *program) Partial {
	o := g.options
	o.Trials, o.MostTrials, o.Precision, o.Blocks, o.Workers, o.Progress = 0, 0, Precision{}, [2]int{}, 0, nil
	return Partial{digest: g.digest, options: o, tally: newTally(g)}
}

// clerk keeps the books of one worker.
type clerk struct {
	tally

	sums          []float64 // of blocks that share values
	layers        []borne
	space, events column
}

// part draws blocks, and merges them with a part.
func (g *program) part(ctx context.Context, from, to uint64, p Partial) (Partial, error) {
	s := shard{from: from, to: to}
	if o := g.options; !o.Streaming {
		s.present = make([]float64, (to-from)*streams.Block)
		if o.Largest {
			s.largest = make([]float64, (to-from)*streams.Block)
		}
	}
	c := crew{program: g}
	clerks := make([]*clerk, c.workers(from, to))
	c.hire = func(i int, w *worker) { clerks[i] = newClerk(g, w) }
	c.before = func(i int, w *worker, block uint64) { clerks[i].place(w, s, block) }
	c.after = func(i int, w *worker, block uint64) error {
		clerks[i].enter(w, block)
		return nil
	}
	c.turned = func(i int) { clerks[i].turn() }
	if err := c.run(ctx, from, to); err != nil {
		return Partial{}, err
	}
	drawn := newPart(g)
	drawn.shards = []shard{s}
	for _, k := range clerks {
		if err := drawn.tally.merge(&k.tally); err != nil {
			return Partial{}, err
		}
	}
	return p.Merge(drawn)
}

func newClerk(g *program, w *worker) *clerk {
	k := &clerk{tally: newTally(g), sums: make([]float64, len(w.sums)), layers: make([]borne, len(w.borne))}
	w.few.possible = g.few()
	if len(g.years) > 1 {
		w.perYear = func(year int) {
			r, _ := g.replicate(w.block)
			k.nominal[year][r].Add(w.nominal[year][:])
		}
	}
	return k
}

// place says where the results of a block go.
func (k *clerk) place(w *worker, s shard, block uint64) {
	at := (block - s.from) * streams.Block
	w.present = &k.space
	w.few.too, w.few.trials = false, w.few.trials[:0]
	if s.present != nil {
		w.present = (*column)(s.present[at:])
	}
	switch {
	case s.largest != nil:
		w.largest = (*column)(s.largest[at:])
	case w.options.Largest:
		w.largest = &k.events
		clear(k.events[:])
	}
}

// enter takes the results of a block.
func (k *clerk) enter(w *worker, block uint64) {
	r, _ := w.replicate(block)
	if k.present != nil {
		k.absorb(w, k.present[r])
	}
	if k.largest != nil {
		k.largest[r].Add(w.largest[:])
	}
	for i, x := range w.sums {
		k.sums[i] += x
	}
	for i, b := range w.borne {
		k.layers[i].nominal += b.nominal
		k.layers[i].present += b.present
		k.layers[i].attached += b.attached
		k.layers[i].exhausted += b.exhausted
	}
}

// absorb enters the losses of a block, and makes room for the next.
func (k *clerk) absorb(w *worker, h *histogram.Histogram) {
	if !w.few.possible || w.few.too {
		h.Add(k.space[:])
		clear(k.space[:])
		return
	}
	losses := w.few.take(&k.space, w.values[:])
	h.Add(losses)
	h.AddZeros(uint64(streams.Block - len(losses))) //nolint:gosec // not negative
}

// turn enters the sums of blocks that share values.
func (k *clerk) turn() {
	for i := range k.sums {
		k.scenarios[i].Add(k.sums[i : i+1])
	}
	for i, b := range k.layers {
		t := k.tally.layers[i]
		t.nominal.Add([]float64{b.nominal})
		t.present.Add([]float64{b.present})
		t.attached.Add([]float64{b.attached})
		t.exhausted.Add([]float64{b.exhausted})
	}
	clear(k.sums)
	clear(k.layers)
}

// Merge returns both parts together; they stay as they are. Parts of other
// models, seeds or options, and blocks that are in both, are an error. In
// whatever order parts are merged, the result has the same bits.
func (p Partial) Merge(other Partial) (Partial, error) {
	switch {
	case p.digest != other.digest:
		return Partial{}, fmt.Errorf("loss: partial: model: got %s and %s, want one", p.digest, other.digest)
	case !p.options.same(other.options):
		return Partial{}, fmt.Errorf("loss: partial: options: got %+v and %+v, want the same", p.options, other.options)
	}
	shards := slices.Concat(p.shards, other.shards)
	slices.SortFunc(shards, func(a, b shard) int { return cmp.Compare(a.from, b.from) })
	for i := 1; i < len(shards); i++ {
		if shards[i].from < shards[i-1].to {
			return Partial{}, fmt.Errorf("loss: partial: blocks: got %d in both, want each once", shards[i].from)
		}
	}
	sum := Partial{digest: p.digest, options: p.options, shards: joined(shards), tally: p.tally.like()}
	for _, t := range []*tally{&p.tally, &other.tally} {
		if err := sum.tally.merge(t); err != nil {
			return Partial{}, err
		}
	}
	return sum, nil
}

// like returns an empty tally of the same form.
func (t *tally) like() tally {
	blank := func(b binned) binned {
		if b == nil {
			return nil
		}
		all := make(binned, len(b))
		for i := range all {
			all[i] = &histogram.Histogram{}
		}
		return all
	}
	n := tally{present: blank(t.present), largest: blank(t.largest), scenarios: blank(t.scenarios)}
	for _, b := range t.nominal {
		n.nominal = append(n.nominal, blank(b))
	}
	for range t.layers {
		n.layers = append(n.layers, newLayerTally())
	}
	return n
}

// joined makes one shard of those that are next to each other.
func joined(all []shard) []shard {
	var some []shard
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].from == all[n-1].to {
			n++
		}
		some = append(some, connected(all[:n]))
		all = all[n:]
	}
	return some
}

// connected makes one shard of several.
func connected(all []shard) shard {
	if len(all) == 1 {
		return all[0]
	}
	s := shard{from: all[0].from, to: all[len(all)-1].to}
	if all[0].present != nil {
		s.present = make([]float64, 0, (s.to-s.from)*streams.Block)
	}
	if all[0].largest != nil {
		s.largest = make([]float64, 0, (s.to-s.from)*streams.Block)
	}
	for _, t := range all {
		s.present = append(s.present, t.present...)
		s.largest = append(s.largest, t.largest...)
	}
	return s
}

// same tells whether results of both options go together.
func (o SimOptions) same(other SimOptions) bool {
	return o.Seed == other.Seed && o.Sampling == other.Sampling && o.Streaming == other.Streaming &&
		o.Largest == other.Largest && o.Inner == other.Inner
}

// blocks returns how many there are.
func (p Partial) blocks() uint64 {
	n := uint64(0)
	for _, s := range p.shards {
		n += s.to - s.from
	}
	return n
}

// Gather makes a sample of parts of a simulation of the plan, which have all
// blocks from the first on.
func (p Plan) Gather(parts ...Partial) (Sample, error) {
	if len(parts) == 0 {
		return Sample{}, errors.New("loss: gather: parts: got none, want one at least")
	}
	if p.digest == "" {
		return Sample{}, errors.New("loss: gather: got an empty plan, want one of Compile")
	}
	all := parts[0]
	for _, part := range parts[1:] {
		var err error
		if all, err = all.Merge(part); err != nil {
			return Sample{}, err
		}
	}
	if all.digest != p.digest {
		return Sample{}, fmt.Errorf("loss: gather: model: got %s, want that of the plan, %s", all.digest, p.digest)
	}
	unit := p.model.multiple(all.options)
	if len(all.shards) != 1 || all.shards[0].from != 0 || all.blocks()%unit != 0 {
		return Sample{}, fmt.Errorf("loss: gather: blocks: got %s, want all from 0 on, in multiples of %d", all.spans(), unit)
	}
	return newSample(p, all), nil
}

// spans says which blocks there are.
func (p Partial) spans() string {
	all := make([]string, len(p.shards))
	for i, x := range p.shards {
		all[i] = fmt.Sprintf("%d to %d", x.from, x.to)
	}
	return strings.Join(all, ", ")
}
