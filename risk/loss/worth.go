package loss

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/risk/loss/internal/choose"
	"github.com/ismskit/ismskit/risk/loss/internal/shapley"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// WorthOptions says of which controls the worth is asked, and in what.
type WorthOptions struct {
	// Controls are those that share what they take away; none are all of the
	// model that do not act yet.
	Controls []string `json:"controls,omitzero"`

	// Of is the figure, over the horizon, and At its probability if it is one of
	// the tail; 0 is ExpectedLoss.
	Of Measure `json:"of,omitzero"`
	At float64 `json:"at,omitzero"`

	// Orders is in how many orders of more than ten controls they are added, one
	// after the other, where each set has to be simulated; rounded up to a
	// multiple of 32, and 0 is 32.
	Orders int `json:"orders,omitzero"`
}

// Worth is what controls take away of a figure, together and each of them.
type Worth struct {
	Without Estimate `json:"without"` // the figure in the plan as it is
	With    Estimate `json:"with"`    // and if all of the controls act
	Takes   Estimate `json:"takes"`   // by how much that is less

	// Controls are in the order of the model. Their shares add up to Takes.
	Controls []Share `json:"controls"`

	// Sets is how many were simulated, 0 for a formula.
	Sets int `json:"sets,omitzero"`
}

// Share is what a control takes away. What a control is worth depends on what
// else there is: two that prevent the same events are worth much by themselves,
// and little beside each other.
type Share struct {
	Control string   `json:"control"`
	First   Estimate `json:"first"`   // alone, beside those that act already
	Last    Estimate `json:"last"`    // where all others do: what is lost by doing without it
	Shapley Estimate `json:"shapley"` // on average over all orders: it is fair, as it adds up
}

// mostSets is of how many controls all sets are simulated.
const mostSets = 10

// Worth returns what each of some controls takes away, beside those that act in
// the plan already.
//
// The expected loss is a formula where nothing in the model forbids that. Else
// sets of controls are simulated, all with the same events, with 2^17 trials each
// if the options of the simulation do not say how many: all sets of up to ten
// controls, and of more those that come up as they are added in random orders.
// Intervals are by Student's t, from sixteen parts of the trials, and from as many
// parts of the orders.
//
// The error is about an option or a figure that does not exist, that of
// [Plan.Simulate], or that of the context.
func (p Plan) Worth(ctx context.Context, w WorthOptions, o SimOptions) (Worth, error) {
	players, err := p.players(w)
	if err != nil {
		return Worth{}, err
	}
	if w.Of == 0 || w.Of == ExpectedLoss {
		if terms, why := p.model.expected(); why == "" {
			return p.formulaWorth(terms, players), nil
		}
	}
	if o, err = o.inParts("worth", 1<<17); err != nil {
		return Worth{}, err
	}
	g := game{plan: p, of: w.Of, at: w.At, options: o, players: players, seen: map[choose.Set]figures{}}
	g.prepare(w.Orders)
	if err := g.simulate(ctx); err != nil {
		return Worth{}, err
	}
	return g.worth(), nil
}

// players checks the options, and returns which controls are asked for.
func (p Plan) players(w WorthOptions) ([]int, error) {
	if err := w.Of.check("worth: Of", "worth: At", w.At); err != nil {
		return nil, err
	}
	if w.Orders < 0 || w.Orders > 1<<20 {
		return nil, fmt.Errorf("loss: worth: Orders: got %d, want a number up to 2^20, or 0 for 32", w.Orders)
	}
	var players []int
	for i, c := range p.model.Controls {
		if acts := slices.Contains(p.acting, i); slices.Contains(w.Controls, c.ID) || len(w.Controls) == 0 && !acts {
			if acts {
				return nil, fmt.Errorf("loss: worth: Controls: got %s, want one that does not act in the plan already", strconv.Quote(clip(c.ID)))
			}
			players = append(players, i)
		}
	}
	if _, err := p.With(w.Controls...); err != nil {
		return nil, err
	}
	if len(players) == 0 {
		return nil, errors.New("loss: worth: got a plan without more controls, want a model with some that do not act yet")
	}
	return players, nil
}

// check refuses a measure, or its probability.
func (m Measure) check(of, at string, p float64) error {
	switch tail := m == ValueAtRisk || m == TailValueAtRisk; {
	case m > TailValueAtRisk:
		return fmt.Errorf("loss: %s: got %d, want expectedLoss, valueAtRisk or tailValueAtRisk", of, m)
	case tail && !(p > 0 && p < 1):
		return fmt.Errorf("loss: %s: got %s, want a probability above 0 and below 1", at, number(p))
	case !tail && p != 0:
		return fmt.Errorf("loss: %s: got %s, want 0 for the expected loss", at, number(p))
	}
	return nil
}

// inParts returns the options of a simulation whose trials make sixteen parts
// that are independent of each other.
func (o SimOptions) inParts(what string, trials int) (SimOptions, error) {
	switch {
	case o.Precision != (Precision{}):
		return o, fmt.Errorf("loss: %s: Precision: got one, want a number of trials", what)
	case o.Blocks != [2]int{}:
		return o, fmt.Errorf("loss: %s: Blocks: got %v, want none", what, o.Blocks)
	case o.Streaming:
		return o, fmt.Errorf("loss: %s: Streaming: got true, want false: trials are compared, and have to be kept", what)
	case o.Trials == 0:
		o.Trials = trials
	}
	o.Largest = false
	if unit := replicates * min(max(o.Inner, 1), 4096) * streams.Block; o.Trials > 0 && o.Trials <= mostKept {
		o.Trials = (o.Trials + unit - 1) / unit * unit
	}
	return o, nil
}

// formulaWorth is that of amounts of which each control leaves a share.
func (p Plan) formulaWorth(terms []choose.Term, players []int) Worth {
	shares := make([]shapley.Share, len(players))
	without, with := 0.0, 0.0
	for _, t := range terms {
		amount, keeps := t.Amount, make([]float64, len(players))
		for _, i := range p.acting {
			amount = float64(amount * t.Keeps[i])
		}
		left := amount
		for k, i := range players {
			keeps[k] = t.Keeps[i]
			left = float64(left * keeps[k])
		}
		without += amount
		with += left
		for k, s := range shapley.Product(amount, keeps) {
			shares[k].First += s.First
			shares[k].Last += s.Last
			shares[k].Value += s.Value
		}
	}
	w := Worth{Without: exactly(without), With: exactly(with), Takes: exactly(without - with)}
	for k, s := range shares {
		w.Controls = append(w.Controls, Share{p.model.Controls[players[k]].ID, exactly(s.First), exactly(s.Last), exactly(s.Value)})
	}
	return w
}

// figures are one of all trials, and after it those of sixteen parts.
type figures [1 + replicates]float64

func figuresOf(s Sample, of Measure, at float64) figures {
	f := figures{measured(s.all, of, at)}
	for i, part := range s.parts() {
		f[1+i] = measured(part, of, at)
	}
	return f
}

// less returns the differences from others.
func (f figures) less(others figures) figures {
	for i, x := range others {
		f[i] -= x
	}
	return f
}

func (f figures) estimate() Estimate { return replicated(f[0], f[1:]) }

// half returns half of the interval.
func (f figures) half() float64 { e := f.estimate(); return e.High - e.Value }

// bothHalves returns half of an interval with two sources of error.
func bothHalves(a, b float64) float64 { return math.Sqrt(float64(a*a) + float64(b*b)) }
