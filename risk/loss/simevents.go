package loss

import (
	"math"
	"math/bits"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/loss/internal/counts"
	"github.com/ismskit/ismskit/risk/loss/internal/points"
	tables "github.com/ismskit/ismskit/risk/loss/internal/quantile"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// chunk is how many events are drawn at once: as many as stay in the cache of a
// core, with everything that they need.
const chunk = 2048

// last is the last trial of a block, all of whose bits are set.
const last = streams.Block - 1

// events adds those of a scenario's own frequency, and returns the sum of their
// losses.
func (w *worker) events(s *season, a *act, b *burst, sum *column, l *ledger) (lost float64, err error) {
	left, err := w.count(&b.numbers)
	if err != nil {
		return 0, err
	}
	w.open(b)
	marks := b.marks.Block(w.block)
	if len(b.thin) > 0 {
		w.chances(&w.chance, b.chance, b.thin)
	}
	for left > 0 {
		if err := w.stopped(); err != nil {
			return 0, err
		}
		trials := w.trials[:min(left, chunk)]
		left -= len(trials)
		w.arrivals.next(trials)
		if len(b.thin) > 0 {
			marks.Fill(w.marks[:len(trials)])
			trials = counts.Thin(trials, w.marks[:], &w.chance)
		}
		w.few.add(trials)
		losses := w.lose(b, trials)
		lost += add(sum, trials, losses)
		if l.largest != nil {
			largest(l.largest, trials, losses, s.discount)
		}
		for _, i := range a.layers {
			s.layers[i].recover(&l.recovered[i], trials, losses)
		}
	}
	return lost, nil
}

// add adds losses to their trials, and returns the sum of all.
func add(sum *column, trials []uint16, losses []float64) float64 {
	var a, b float64 // one addition need not wait for the other
	losses = losses[:len(trials)]
	i := 0
	for ; i+1 < len(trials); i += 2 {
		x, y := losses[i], losses[i+1]
		sum[trials[i]&last] += x
		sum[trials[i+1]&last] += y
		a += x
		b += y
	}
	if i < len(trials) {
		sum[trials[i]&last] += losses[i]
		a += losses[i]
	}
	return a + b
}

// largest keeps the largest of the losses, at their present value.
func largest(most *column, trials []uint16, losses []float64, discount float64) {
	for i, x := range losses[:len(trials)] {
		t := trials[i] & last
		most[t] = max(most[t], float64(x*discount))
	}
}

// opened is a burst of which events are being drawn.
type opened struct {
	severity, each streams.Stream
	first          [even][streams.Block]uint64 // words of the first events of each trial
	factor         column                      // of each trial
	yearly         bool                        // there is one
	scale          float64
	chains         []openChain
	curbs          []openCurb
}

// An openChain is a stage of it.
type openChain struct {
	marks, severity streams.Stream
	chance          uint64                 // in all trials
	chances         *[streams.Block]uint64 // in each
	yearly          bool
	with            []streams.Stream
	curbs           []openCurb
}

// open begins to draw the losses of events.
func (w *worker) open(b *burst) {
	o := &w.opened
	o.severity, o.scale, o.yearly = b.severity.Block(w.block), b.scale, false
	switch f := b.factor; {
	case b.eachFactor:
		o.each = b.each.Block(w.block)
	case f.isKnown():
	case f.once:
		o.scale = float64(o.scale * w.once(f))
	default:
		o.yearly = true
		w.yearly(&o.factor, f)
	}
	o.curbs = w.openCurbs(o.curbs, b.curbs)
	for i, v := range b.first {
		w.uniform(&o.first[i], v)
	}
	for len(o.chains) < len(b.then) {
		o.chains = append(o.chains, openChain{})
	}
	for i := range b.then {
		w.openChain(&o.chains[i], &b.then[i])
	}
}

func (w *worker) openChain(o *openChain, c *chain) {
	o.marks, o.severity, o.yearly = c.mark.Block(w.block), c.severity.Block(w.block), false
	o.curbs, o.with = w.openCurbs(o.curbs, c.curbs), o.with[:0]
	for _, z := range c.with {
		o.with = append(o.with, z.severity.Block(w.block))
	}
	switch p := c.probability; {
	case p.isKnown():
		o.chance = counts.Chance(p.known)
	case p.once:
		o.chance = counts.Chance(w.once(p))
	default:
		if o.chances == nil {
			o.chances = new([streams.Block]uint64)
		}
		o.yearly = true
		w.chances(o.chances, 1, []variable{p})
	}
}

// lose returns the losses of events, with what follows from them and after
// retention and limit.
func (w *worker) lose(b *burst, trials []uint16) []float64 {
	o := &w.opened
	losses, words := w.severity[:len(trials)], w.words[:len(trials)]
	o.severity.Fill(words)
	if len(b.first) > 0 {
		w.arrivals.rank(trials)
		for i, t := range trials {
			if n := w.arrivals.nth[i]; n < even {
				words[i] = o.first[n][t&last]
			}
		}
	}
	b.table.Fill(losses, words)
	w.curb(o.curbs, true, trials, losses)
	for i := range b.then {
		w.follow(&b.then[i], &o.chains[i], trials, losses)
	}
	w.curb(o.curbs, false, trials, losses)
	if o.scale != 1 {
		for i, x := range losses {
			losses[i] = float64(x * o.scale)
		}
	}
	w.multiply(b, trials, losses)
	if b.layered {
		retention, limit := b.retention, b.limit
		for i, x := range losses {
			losses[i] = min(max(x-retention, 0), limit)
		}
	}
	return losses
}

// multiply brings in a factor that is drawn for each event or trial.
func (w *worker) multiply(b *burst, trials []uint16, losses []float64) {
	o := &w.opened
	if o.yearly {
		for i, t := range trials {
			losses[i] = float64(losses[i] * o.factor[t&last])
		}
	}
	if b.eachFactor {
		o.each.Fill(w.marks[:len(losses)])
		b.factor.table.Fill(w.extra[:len(losses)], w.marks[:])
		for i, x := range w.extra[:len(losses)] {
			losses[i] = float64(losses[i] * x)
		}
	}
}

// follow adds what a stage brings to those events that have it.
func (w *worker) follow(c *chain, o *openChain, trials []uint16, losses []float64) {
	marks := w.marks[:len(trials)]
	o.marks.Fill(marks)
	n := 0
	if o.yearly {
		for i, mark := range marks {
			w.having[n] = uint16(i)
			n += below(mark, o.chances[trials[i]&last])
		}
	} else {
		for i, mark := range marks {
			w.having[n&last] = uint16(i)
			n += below(mark, o.chance)
		}
	}
	having := w.having[:n]
	o.severity.Fill(marks[:n])
	if c.correlation != 0 {
		for i, j := range having {
			marks[i] = correlated(w.words[j], marks[i], c.correlation)
		}
	}
	extra := w.extra[:n]
	c.table.Fill(extra, marks)
	for i := range o.with {
		o.with[i].Fill(marks[:n])
		c.with[i].table.Fill(w.values[:n], marks)
		for j, x := range w.values[:n] {
			extra[j] += x
		}
	}
	if len(o.curbs) > 0 {
		for i, j := range having {
			w.in[i] = trials[j]
		}
		w.curb(o.curbs, true, w.in[:n], extra)
		w.curb(o.curbs, false, w.in[:n], extra)
	}
	for i, j := range having {
		losses[j] += extra[i]
	}
}

// below returns 1 if a mark is below a chance, as [counts.Thin] has it, else 0.
func below(mark, chance uint64) int {
	_, is := bits.Sub64(mark>>1, chance, 0)
	return int(is) //nolint:gosec // 0 or 1
}

// correlated returns the word of a normal number with the given correlation with
// that of the first word, made of it and of an independent one.
func correlated(first, other uint64, r float64) uint64 {
	z := float64(r*normal(first)) + float64(math.Sqrt(float64((1-r)*(1+r)))*normal(other))
	return tables.Word(mathx.NormCDF(z), mathx.NormSurvival(z))
}

// normal returns the normal number of a word.
func normal(word uint64) float64 {
	p, q := tables.Uniform(word)
	if p < q {
		return mathx.NormQuantile(p)
	}
	return mathx.NormSurvivalInv(q)
}

// once returns a value that is the same in the whole block, and in those with
// which it shares it.
func (w *worker) once(v variable) float64 {
	s := v.words.key.Block(w.block / w.options.inner())
	return v.table.At(s.Uint64())
}

// yearly sets xs to the values of a variable in each trial.
func (w *worker) yearly(xs *column, v variable) {
	w.uniform(&w.words, v.words)
	v.table.Fill(xs[:], w.words[:])
}

// uniform sets words to those of a variable, one for each trial.
func (w *worker) uniform(words *[streams.Block]uint64, v words) {
	switch {
	case w.options.Sampling == LatinHypercube:
		points.Latin(words, v.key, w.block)
	case w.options.Sampling == Sobol && v.dimension < points.Dimensions:
		replicate, index := w.replicate(w.block)
		w.sobol(v, replicate).Fill(words[:], index*streams.Block)
	default:
		s := v.key.Block(w.block)
		s.Fill(words[:])
	}
}

// sobol returns the sequence of a variable.
func (w *worker) sobol(v words, replicate int) *points.Sobol {
	at := v.dimension*replicates + replicate
	for len(w.sequences) <= at {
		w.sequences = append(w.sequences, nil)
	}
	if w.sequences[at] == nil {
		w.sequences[at], _ = points.NewSobol(v.dimension, v.key, uint64(replicate)) //nolint:gosec // there is such a dimension
	}
	return w.sequences[at]
}

// product of what is known and what is drawn, in each trial.
func (w *worker) rates(xs *column, known float64, drawn []variable) {
	for _, v := range drawn {
		if v.once {
			known = float64(known * w.once(v))
		}
	}
	first := true
	for _, v := range drawn {
		if v.once {
			continue
		}
		if first {
			w.yearly(xs, v)
			first = false
			continue
		}
		w.yearly(&w.values, v)
		for i, x := range &w.values {
			xs[i] = float64(xs[i] * x)
		}
	}
	for i, x := range xs {
		if first {
			x = 1
		}
		xs[i] = float64(x * known)
	}
}

// chances sets those of each trial to the product of probabilities.
func (w *worker) chances(chances *[streams.Block]uint64, known float64, drawn []variable) {
	w.rates(&w.scratch, known, drawn)
	for i, p := range &w.scratch {
		chances[i] = counts.Chance(p)
	}
}
