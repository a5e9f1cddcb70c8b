package loss

import (
	"context"
	"errors"
	"slices"

	"github.com/ismskit/ismskit/risk/loss/internal/choose"
	"github.com/ismskit/ismskit/risk/loss/internal/shapley"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// A game is what sets of controls leave, all simulated with the same events.
type game struct {
	plan    Plan
	of      Measure
	at      float64
	options SimOptions
	players []int // controls of the model, the bits of a set

	orders        [][]int      // of the players; nil if all sets are looked at
	sets          []choose.Set // to be simulated
	seen          map[choose.Set]figures
	without, with Estimate
}

// prepare says which sets are needed: all, or those that are met on the way from
// no control to all in some orders, and all but each.
func (g *game) prepare(orders int) {
	n := len(g.players)
	if n <= mostSets {
		for set := range choose.Set(1) << n {
			g.sets = append(g.sets, set)
		}
		return
	}
	random := streams.Name{Seed: g.options.Seed, Variable: "orders"}.Key().Block(0)
	const unit = 2 * replicates
	g.orders = shapley.Orders(n, max((orders+unit-1)/unit, 1)*replicates, random.Uint64)
	needed := map[choose.Set]bool{}
	need := func(set choose.Set) {
		if !needed[set] {
			needed[set] = true
			g.sets = append(g.sets, set)
		}
	}
	need(0)
	for i := range n {
		need(1 << i)
		need(g.all() &^ (1 << i))
	}
	for _, order := range g.orders {
		set := choose.Set(0)
		for _, i := range order {
			set |= 1 << i
			need(set)
		}
	}
}

// all returns the set of all players.
func (g *game) all() choose.Set {
	var all choose.Set
	for i := range g.players {
		all |= 1 << i
	}
	return all
}

// simulate finds what is left by the sets that are needed.
func (g *game) simulate(ctx context.Context) error {
	progress := g.options.Progress
	g.options.Progress = nil
	for done, set := range g.sets {
		acting := slices.Clone(g.plan.acting)
		for k, i := range g.players {
			if set.Has(k) {
				acting = append(acting, i)
			}
		}
		slices.Sort(acting)
		s, err := g.plan.with(acting).Simulate(ctx, g.options)
		if err != nil {
			return err
		}
		g.seen[set] = figuresOf(s, g.of, g.at)
		if set == 0 || set == g.all() {
			e := s.measure(g.of, g.at)
			if e.Basis == Refused {
				return errors.New("loss: worth: " + e.Reason)
			}
			if g.with = e; set == 0 {
				g.without = e
			}
		}
		if progress != nil {
			progress(done+1, len(g.sets))
		}
	}
	return nil
}

// worth returns what the players take away.
func (g *game) worth() Worth {
	all := g.all()
	none := g.seen[0]
	w := Worth{Without: g.without, With: g.with, Takes: none.less(g.seen[all]).estimate(), Sets: len(g.sets)}
	values := g.values
	if g.orders != nil {
		values = g.walked
	}
	shares := values()
	for k, i := range g.players {
		w.Controls = append(w.Controls, Share{
			Control: g.plan.model.Controls[i].ID, Shapley: shares[k],
			First: none.less(g.seen[1<<k]).estimate(), Last: g.seen[all&^(1<<k)].less(g.seen[all]).estimate(),
		})
	}
	return w
}

// values returns Shapley's values, of all sets.
func (g *game) values() []Estimate {
	n := len(g.players)
	shares, takes := make([]figures, n), make([]float64, len(g.sets))
	for c := range g.seen[0] {
		for set := range g.sets {
			takes[set] = g.seen[0][c] - g.seen[choose.Set(set)][c]
		}
		for i, x := range shapley.Sets(n, takes) {
			shares[i][c] = x
		}
	}
	all := make([]Estimate, n)
	for i, f := range shares {
		all[i] = f.estimate()
	}
	return all
}

// walked returns Shapley's values as the mean over some orders: for those orders
// the error is that of the trials, and more is due to their choice. Both orders of
// a pair are in the same of sixteen parts.
func (g *game) walked() []Estimate {
	n := len(g.players)
	trials, orders := make([]figures, n), make([]figures, n)
	each := 1 / float64(len(g.orders))
	for w, order := range g.orders {
		set := choose.Set(0)
		for _, i := range order {
			takes := g.seen[set].less(g.seen[set|1<<i])
			set |= 1 << i
			for c, x := range takes {
				trials[i][c] += float64(x * each)
			}
			orders[i][1+w/2%replicates] += float64(takes[0] * float64(replicates*each))
		}
	}
	all := make([]Estimate, n)
	for i, f := range trials {
		half := bothHalves(f.half(), orders[i].half())
		all[i] = Estimate{Value: f[0], Low: f[0] - half, High: f[0] + half, Basis: Sampled}
	}
	return all
}
