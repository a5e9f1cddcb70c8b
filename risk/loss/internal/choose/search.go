package choose

import (
	"context"
	"math"
)

const (
	usualNodes = 200_000
	often      = 1 << 6 // nodes between two looks at the context

	// slight is how much better, relative to what all things together could take
	// away, a set has to be: less is rounding.
	slight = 1e-10
)

// search is the state of one run.
type search struct {
	Problem
	ctx     context.Context //nolint:containedctx // of one call
	excl    []Set
	relaxed *relaxation // nil if what is left is no sum of terms

	found  bool
	best   Choice
	open   float64 // the least bound of what was left out because there were too many nodes
	slight float64
	nodes  int
	err    error
}

// A node is the sets that have in, and of the rest those of free that they like.
type node struct {
	in, free Set
	left     float64
	spent    []float64
	x        []float64 // where the bound of the node around it ended
}

func newSearch(ctx context.Context, p Problem) *search {
	s := &search{Problem: p, ctx: ctx, open: math.Inf(1), excl: mutual(p.Excludes, len(p.Costs))}
	if s.Nodes == 0 {
		s.Nodes = usualNodes
	}
	if s.Needs == nil {
		s.Needs = make([]Set, len(p.Costs))
	}
	if s.Left == nil {
		s.Left = p.sum
	}
	return s
}

// mutual returns what cannot be beside each thing, whichever of two says so.
func mutual(excludes []Set, n int) []Set {
	both := make([]Set, n)
	for i, e := range excludes {
		both[i] |= e
		for j := range n {
			if e.Has(j) {
				both[j] |= 1 << i
			}
		}
	}
	return both
}

// sum returns what a set leaves of the terms.
func (p Problem) sum(s Set) float64 {
	sum := 0.0
	for _, t := range p.Terms {
		x := t.Amount
		for i, keeps := range t.Keeps {
			if s.Has(i) {
				x = float64(x * keeps)
			}
		}
		sum += x
	}
	return sum
}

func (s *search) solve() (Choice, error) {
	root, why := s.root()
	if why != "" {
		return Choice{}, &InfeasibleError{why}
	}
	s.slight = float64(slight * (s.Left(0) - s.Left(all(len(s.Costs)))))
	if s.Terms != nil {
		s.relaxed = newRelaxation(s.Problem, root)
	}
	s.visit(root)
	s.best.Nodes = s.nodes
	switch {
	case s.err != nil && s.found:
		s.best.Bound = math.Inf(-1)
		return s.best, s.err
	case s.err != nil:
		return Choice{}, s.err
	case !s.found:
		return Choice{}, &InfeasibleError{"the conditions cannot all hold"}
	}
	s.best.Bound = min(s.best.Left, s.open)
	return s.best, nil
}

// root returns the node of all sets, or why there are none.
func (s *search) root() (node, string) {
	in := s.Must
	for before := Set(0); in != before; {
		before = in
		for i := range s.Costs {
			if in.Has(i) {
				in |= s.Needs[i]
			}
		}
	}
	n := len(s.Costs)
	r := node{free: all(n), left: s.Left(in), spent: make([]float64, len(s.Budgets)), x: make([]float64, n)}
	for i := range s.Costs {
		if !in.Has(i) {
			continue
		}
		if s.excl[i]&in != 0 {
			return node{}, "what has to be chosen excludes each other"
		}
		r = s.with(r, i)
	}
	for k, spent := range r.spent {
		if spent > s.Budgets[k] {
			return node{}, "what has to be chosen costs more than there is"
		}
	}
	return r, ""
}

// visit looks at the sets of a node.
func (s *search) visit(n node) {
	if s.nodes++; s.nodes%often == 0 {
		if s.err = s.ctx.Err(); s.Progress != nil {
			s.Progress(s.nodes, s.Nodes)
		}
	}
	s.narrow(&n)
	if s.err != nil || s.part(n.in|n.free) {
		return
	}
	s.keep(n)
	bound, i := s.bound(&n)
	switch {
	case s.found && bound >= s.best.Left-s.slight || i < 0:
		return
	case s.nodes >= s.Nodes:
		s.open = min(s.open, bound)
		return
	}
	without := n
	without.free &^= 1 << i
	if with := s.with(n, i); n.x[i] >= 0.5 {
		s.visit(with)
		s.visit(without)
	} else {
		s.visit(without)
		s.visit(with)
	}
}

// part tells whether a set is a part of what it has to go beyond.
func (s *search) part(set Set) bool { return s.Beyond != 0 && set&^s.Beyond == 0 }

// narrow takes away what cannot be chosen any more: what costs too much, what is
// excluded, and what needs something that is gone.
func (s *search) narrow(n *node) {
	for before := n.free + 1; n.free != before; {
		before = n.free
		for i := range s.Costs {
			if n.free.Has(i) && !s.possible(*n, i) {
				n.free &^= 1 << i
			}
		}
	}
}

func (s *search) possible(n node, i int) bool {
	if s.excl[i]&n.in != 0 || s.Needs[i]&^(n.in|n.free) != 0 {
		return false
	}
	for k, c := range s.Costs[i] {
		if n.spent[k]+c > s.Budgets[k] {
			return false
		}
	}
	return true
}

// keep takes the set in if it has what it needs and is better.
func (s *search) keep(n node) {
	for i := range s.Costs {
		if n.in.Has(i) && s.Needs[i]&^n.in != 0 {
			return
		}
	}
	if !s.part(n.in) && (!s.found || n.left < s.best.Left-s.slight) {
		s.found = true
		s.best.Set, s.best.Left = n.in, n.left
	}
}

// with returns the sets of n that have thing i.
func (s *search) with(n node, i int) node {
	w := node{in: n.in | 1<<i, free: n.free &^ (1 << i), x: append([]float64(nil), n.x...)}
	for k, spent := range n.spent {
		w.spent = append(w.spent, spent+s.Costs[i][k])
	}
	w.left = s.Left(w.in)
	return w
}

// bound returns what no set of the node leaves less than, and the thing to decide
// about next, below 0 if there is none.
func (s *search) bound(n *node) (bound float64, next int) {
	next = -1
	for i := range s.Costs {
		if n.free.Has(i) {
			next = i
			break
		}
	}
	if next < 0 {
		return n.left, next
	}
	bound = s.Left(n.in | n.free)
	if s.relaxed == nil {
		return bound, next
	}
	enough := math.Inf(1)
	if s.found {
		enough = s.best.Left - s.slight
	}
	n.x = append([]float64(nil), n.x...)
	bound = max(bound, s.relaxed.bound(*n, enough))
	unsure := -1.0
	for i, x := range n.x {
		if n.free.Has(i) && 0.5-math.Abs(x-0.5) > unsure {
			next, unsure = i, 0.5-math.Abs(x-0.5)
		}
	}
	return bound, next
}
