package loss

import "github.com/ismskit/ismskit/risk/loss/internal/streams"

// few are the trials of a block that events are in, as long as they are few:
// nothing has to be done about the others.
type few struct {
	possible bool // for the model, and what is kept of it
	too      bool // many
	trials   []uint16
}

// most is how many events of a block are few.
const mostFew = streams.Block / 4

// few tells whether losses are those of events alone, and of no more years than
// one.
func (g *program) few() bool {
	if len(g.years) > 1 || g.options.Largest || !g.options.Streaming || len(g.years[0].layers) > 0 {
		return false
	}
	for i := range g.years[0].acts {
		if g.years[0].acts[i].alone() {
			return false
		}
	}
	return true
}

// add adds the trials of events.
func (f *few) add(trials []uint16) {
	switch {
	case !f.possible || f.too:
	case len(f.trials)+len(trials) > mostFew:
		f.too = true
	default:
		f.trials = append(f.trials, trials...)
	}
}

// take returns the losses of these trials that are not 0, in the space given,
// which they are in the place of 0 after.
func (f *few) take(sum *column, space []float64) []float64 {
	space = space[:0]
	for _, t := range f.trials {
		if x := &sum[t&last]; *x != 0 {
			space = append(space, *x)
			*x = 0
		}
	}
	return space
}
