package magerit

import (
	"iter"
	"slices"
)

// reach walks what lies below one asset after the other, in memory that it
// uses again.
type reach struct {
	System

	within []bool    // the assets it may enter; none given is all
	degree []float64 // of the asset begun with, on each; 0 beyond its reach
	next   []int     // by asset on the way, the place of the next dependency to follow
	seen   []bool
	way    []int // the assets on the way down
	done   []int // the assets reached, each before those above it
}

func (s System) reach() *reach {
	n := len(s.assets)
	return &reach{System: s, degree: make([]float64, n), next: make([]int, n), seen: make([]bool, n)}
}

// from yields the assets below one, after setting their degrees by
//
//	degree(A ⇒ C) = ⊕ over the superiors B of C of degree(A ⇒ B) × degree(B → C)
//
// where x ⊕ y is 1−(1−x)(1−y) and degree(A ⇒ A) is 1.
func (r *reach) from(start int) iter.Seq[int] {
	return func(yield func(int) bool) {
		r.walk(start)
		r.degree[start] = 1
		for _, n := range slices.Backward(r.done) {
			for _, e := range r.graph.Leaving(n) {
				if to := r.graph.Edge(e).To; r.seen[to] {
					r.degree[to] = join(r.degree[to], float64(r.degree[n]*r.depends[e].Degree))
				}
			}
		}
		ok := true
		for _, n := range slices.Backward(r.done) {
			ok = ok && (n == start || yield(n))
		}
		for _, n := range r.done {
			r.degree[n], r.seen[n], r.next[n] = 0, false, 0
		}
		r.done = r.done[:0]
	}
}

// walk goes down every way once and lists the assets as it leaves them, so that
// each stands before those above it. It does not recurse: ways may be long.
func (r *reach) walk(start int) {
	r.way = append(r.way[:0], start)
	r.seen[start] = true
	for len(r.way) > 0 {
		n := r.way[len(r.way)-1]
		down := r.graph.Leaving(n)
		if r.next[n] == len(down) {
			r.done = append(r.done, n)
			r.way = r.way[:len(r.way)-1]
			continue
		}
		to := r.graph.Edge(down[r.next[n]]).To
		r.next[n]++
		if !r.seen[to] && (len(r.within) == 0 || r.within[to]) {
			r.seen[to] = true
			r.way = append(r.way, to)
		}
	}
}
