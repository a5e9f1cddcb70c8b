package loss

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/ismskit/ismskit/risk/loss/internal/histogram"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// partialHeader begins the binary form and ends with its version.
const partialHeader = "loss partial 1\n"

// MarshalBinary returns the part as bytes, for another machine or another day. It
// is an error if it is the zero value.
//
// Integers are as [binary.AppendUvarint] writes them, numbers are 8 bytes, little
// end first:
//
//	header, digest of the model, length of the options and these as JSON,
//	shards, and for each: first block, blocks, and if trials are kept these,
//	replicates, years, scenarios, layers, and the length and bytes of each histogram
func (p Partial) MarshalBinary() ([]byte, error) {
	if p.digest == "" {
		return nil, errors.New("loss: partial: got none, want one of SimulatePart")
	}
	options, err := json.Marshal(p.options)
	if err != nil {
		return nil, fmt.Errorf("loss: partial: options: %w", err)
	}
	b := append([]byte(partialHeader), p.digest...)
	b = binary.AppendUvarint(b, uint64(len(options)))
	b = append(b, options...)
	b = binary.AppendUvarint(b, uint64(len(p.shards)))
	for _, s := range p.shards {
		b = binary.AppendUvarint(b, s.from)
		b = binary.AppendUvarint(b, s.to-s.from)
		for _, kept := range [][]float64{s.present, s.largest} {
			for _, x := range kept {
				b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
			}
		}
	}
	for _, n := range p.tally.form() {
		b = binary.AppendUvarint(b, n)
	}
	for _, h := range p.tally.histograms() {
		text, err := h.MarshalBinary()
		if err != nil {
			return nil, fmt.Errorf("loss: partial: %w", err)
		}
		b = binary.AppendUvarint(b, uint64(len(text)))
		b = append(b, text...)
	}
	return b, nil
}

// form returns what says which histograms there are: replicates of losses, of the
// largest events and of each year, years, scenarios and layers.
func (t *tally) form() []uint64 {
	yearly := 0
	if len(t.nominal) > 0 {
		yearly = len(t.nominal[0])
	}
	var all []uint64
	for _, n := range []int{len(t.present), len(t.largest), yearly, len(t.nominal), len(t.scenarios), len(t.layers)} {
		all = append(all, uint64(n)) //nolint:gosec // not negative
	}
	return all
}

// UnmarshalBinary sets p to what MarshalBinary wrote. Bytes that it would not
// write are an error, after which p is as before.
func (p *Partial) UnmarshalBinary(b []byte) error {
	r := partialReader{rest: b, size: len(b)}
	if string(r.bytes(len(partialHeader))) != partialHeader {
		return fmt.Errorf("loss: partial: header: got %q, want %q", b[:min(len(b), len(partialHeader))], partialHeader)
	}
	var read Partial
	read.digest = string(r.bytes(64))
	if err := json.Unmarshal(r.bytes(r.count("options", 4096)), &read.options); err != nil && r.err == nil {
		return fmt.Errorf("loss: partial: options: %w", err)
	}
	n := r.count("shards", 1<<20)
	for range n {
		if r.err == nil {
			read.shards = append(read.shards, r.shard(read.options))
		}
	}
	read.tally = r.tally()
	if r.err == nil {
		r.err = read.check()
	}
	if r.err != nil {
		return r.err
	}
	if again, err := read.MarshalBinary(); err != nil || !bytes.Equal(again, b) {
		return errors.New("loss: partial: got bytes that are not written so, want those of MarshalBinary")
	}
	*p = read
	return nil
}

// check returns what does not go together.
func (p Partial) check() error {
	o, err := p.options.withDefaults()
	o.Trials, o.Workers, o.Progress = 0, 0, nil
	trials := p.blocks() * streams.Block
	switch {
	case err != nil:
		return err
	case o.Blocks != [2]int{} || !o.same(p.options) || o.Precision != Precision{} || p.options.Trials != 0:
		return errors.New("loss: partial: options: got some that no part has, want those of results")
	case len(p.shards) == 0:
		return errors.New("loss: partial: blocks: got none, want one at least")
	case len(p.tally.scenarios) == 0 || (len(p.tally.present) > 0) != o.Streaming || (len(p.tally.largest) > 0) != (o.Streaming && o.Largest):
		return errors.New("loss: partial: histograms: got others than the options ask for")
	}
	for i, s := range p.shards {
		if s.from%o.inner() != 0 || s.to%o.inner() != 0 || i > 0 && s.from <= p.shards[i-1].to {
			return fmt.Errorf("loss: partial: blocks: got %s, want them apart, in order, in multiples of %d", p.spans(), o.Inner)
		}
	}
	for _, b := range append([]binned{p.tally.present, p.tally.largest}, p.tally.nominal...) {
		if n := b.n(); len(b) > 0 && n != trials {
			return fmt.Errorf("loss: partial: trials: got %d in a histogram, want %d", n, trials)
		}
	}
	for _, h := range p.tally.sums() {
		if h.N() != p.blocks()/o.inner() || h.Refused() > 0 {
			return fmt.Errorf("loss: partial: sums: got %d, want one for each of %d blocks", h.N(), p.blocks())
		}
	}
	return nil
}

// n returns how many losses there are.
func (b binned) n() uint64 {
	n := uint64(0)
	for _, h := range b {
		n += h.N()
	}
	return n
}

// sums lists the histograms of sums.
func (t *tally) sums() []*histogram.Histogram {
	all := slices.Clone(t.scenarios)
	for _, l := range t.layers {
		all = append(all, l.nominal, l.present, l.attached, l.exhausted)
	}
	return all
}

// A partialReader reads up to the first fault.
type partialReader struct {
	rest  []byte
	size  int
	cells int // of histograms
	err   error
}

// mostCells bounds the space of what is read, at half a gigabyte.
const mostCells = 1 << 24

func (r *partialReader) fail(what string, got uint64, want string) {
	if r.err == nil {
		r.err = fmt.Errorf("loss: partial: byte %d: %s: got %d, want %s", r.size-len(r.rest), what, got, want)
	}
}

// bytes reads some.
func (r *partialReader) bytes(n int) []byte {
	if r.err == nil && n > len(r.rest) {
		r.fail("end", uint64(len(r.rest)), fmt.Sprintf("%d bytes more", n))
	}
	if r.err != nil {
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

// uint reads an integer up to most.
func (r *partialReader) uint(what string, most uint64) uint64 {
	if r.err != nil {
		return 0
	}
	x, n := binary.Uvarint(r.rest)
	switch {
	case n <= 0:
		r.fail(what, 0, "an integer")
		return 0
	case x > most:
		r.fail(what, x, fmt.Sprintf("at most %d", most))
		return 0
	}
	r.rest = r.rest[n:]
	return x
}

// count reads how many there are of something, each of a byte at least.
func (r *partialReader) count(what string, most int) int {
	return int(r.uint(what, uint64(min(most, len(r.rest))))) //nolint:gosec // in the range of int
}

func (r *partialReader) shard(o SimOptions) shard {
	s := shard{from: r.uint("block", mostTrials/streams.Block)}
	n := r.uint("blocks", mostTrials/streams.Block)
	if s.to = s.from + n; n == 0 {
		r.fail("blocks", 0, "one at least")
	}
	if o.Streaming {
		return s
	}
	s.present = r.floats(n * streams.Block)
	if o.Largest {
		s.largest = r.floats(n * streams.Block)
	}
	return s
}

// floats reads amounts.
func (r *partialReader) floats(n uint64) []float64 {
	if n > uint64(len(r.rest))/8 {
		r.fail("trials", n, "no more than there are bytes")
	}
	b := r.bytes(int(min(n, mostKept)) * 8)
	xs := make([]float64, len(b)/8)
	for i := range xs {
		x := math.Float64frombits(binary.LittleEndian.Uint64(b[8*i:]))
		if xs[i] = x; !(x >= 0 && x <= math.MaxFloat64) || math.Signbit(x) {
			r.fail("trial", uint64(i), "an amount")
		}
	}
	return xs
}

func (r *partialReader) tally() tally {
	var form [6]int
	for i, most := range []int{replicates, replicates, replicates, mostYears, mostScenarios, mostLayers} {
		form[i] = r.count("histograms", most)
	}
	t := tally{present: r.binned(form[0]), largest: r.binned(form[1])}
	for range form[3] {
		t.nominal = append(t.nominal, r.binned(form[2]))
	}
	t.scenarios = r.binned(form[4])
	for range form[5] {
		t.layers = append(t.layers, layerTally{r.histogram(), r.histogram(), r.histogram(), r.histogram()})
	}
	return t
}

func (r *partialReader) binned(n int) binned {
	var b binned
	for range n {
		b = append(b, r.histogram())
	}
	return b
}

func (r *partialReader) histogram() *histogram.Histogram {
	h := &histogram.Histogram{}
	text := r.bytes(r.count("histogram", len(r.rest)))
	if r.err == nil {
		if err := h.UnmarshalBinary(text); err != nil {
			r.err = fmt.Errorf("loss: partial: byte %d: %w", r.size-len(r.rest), err)
		}
		if r.cells += h.Cells(); r.cells > mostCells {
			r.fail("histograms", uint64(r.cells), fmt.Sprintf("at most %d cells", mostCells))
		}
	}
	return h
}
