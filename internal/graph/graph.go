// Package graph orders the nodes of a directed graph, so that what one node
// has from others can be computed in one pass over the edges.
//
// Nodes are numbers from 0, so that whoever has names keeps them in a slice
// beside the graph, and the values that travel in another:
//
//	g, err := graph.New(len(names), edges)
//	order, err := g.Order()
//	for _, n := range order {
//		for _, e := range g.Leaving(n) {
//			to := edges[e].To
//			value[to] = max(value[to], value[n])
//		}
//	}
//
// Building, ordering and such a pass take time and memory in proportion to
// nodes plus edges, however long the chains are: nothing recurses.
package graph

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Edge leads from one node to another.
type Edge struct {
	From, To int
}

// Graph is a directed graph over the nodes 0 to n-1. Two edges may join the
// same nodes, and an edge may lead back to where it begins, which is a cycle.
// The zero value has no nodes. It is not changed once it is built, so it may be
// used by several goroutines.
type Graph struct {
	edges   []Edge
	first   []int // first[n] is where the edges that leave n begin in leaving
	leaving []int // indices into edges, by the node they leave
}

// New builds the graph of n nodes with these edges, which it keeps: they are
// not to be changed afterwards. It fails for an edge to or from a node that is
// not one of 0 to n-1.
func New(n int, edges []Edge) (Graph, error) {
	if n < 0 {
		return Graph{}, fmt.Errorf("graph: nodes: got %d, want 0 or more", n)
	}
	g := Graph{edges: edges, first: make([]int, n+1), leaving: make([]int, len(edges))}
	for i, e := range edges {
		if e.From < 0 || e.From >= n || e.To < 0 || e.To >= n {
			return Graph{}, fmt.Errorf("graph: edge %d: got %d → %d, want nodes of 0 to %d", i, e.From, e.To, n-1)
		}
		g.first[e.From+1]++
	}
	for i := range n {
		g.first[i+1] += g.first[i]
	}
	next := slices.Clone(g.first)
	for i, e := range edges {
		g.leaving[next[e.From]] = i
		next[e.From]++
	}
	return g, nil
}

// Len returns the number of nodes.
func (g Graph) Len() int { return max(len(g.first)-1, 0) }

// Edge returns the edge with this index in the list that the graph was built from.
func (g Graph) Edge(i int) Edge { return g.edges[i] }

// Leaving returns the indices of the edges that begin at the node, in the order
// in which they were given. It is the graph's own memory: read it only.
func (g Graph) Leaving(node int) []int {
	return g.leaving[g.first[node]:g.first[node+1]]
}

// Order returns all nodes, each after every node from which an edge leads to
// it. The same graph gives the same order: of nodes that are free to come, the
// one that became free first, and in the beginning the lowest. A graph with a
// cycle has no order; the error is a [*CycleError].
func (g Graph) Order() ([]int, error) {
	open := make([]int, g.Len()) // edges that lead to a node from one not yet placed
	for _, e := range g.edges {
		open[e.To]++
	}
	order := make([]int, 0, g.Len())
	for n, k := range open {
		if k == 0 {
			order = append(order, n)
		}
	}
	for i := 0; i < len(order); i++ {
		for _, e := range g.Leaving(order[i]) {
			to := g.edges[e].To
			if open[to]--; open[to] == 0 {
				order = append(order, to)
			}
		}
	}
	if len(order) < g.Len() {
		return nil, &CycleError{Path: g.cycle(open)}
	}
	return order, nil
}

// cycle finds a cycle among the nodes with open edges. Each of them has an edge
// from another of them, so going back along these comes round.
func (g Graph) cycle(open []int) []int {
	back, start := make([]int, g.Len()), -1
	for _, e := range slices.Backward(g.edges) {
		if open[e.From] > 0 && open[e.To] > 0 {
			back[e.To], start = e.From, e.To
		}
	}
	seen := make([]bool, g.Len())
	for ; !seen[start]; start = back[start] {
		seen[start] = true
	}
	low := start // the lowest node of the cycle, so that it reads the same wherever it was entered
	for n := back[start]; n != start; n = back[n] {
		low = min(low, n)
	}
	path := []int{low}
	for n := back[low]; n != low; n = back[n] {
		path = append(path, n)
	}
	path = append(path, low)
	slices.Reverse(path)
	return path
}

// CycleError says that a graph has no order because one of its ways comes back
// to where it began. Who has names for the nodes reports the cycle by these.
type CycleError struct {
	// Path has the nodes of one cycle in the direction of the edges. It begins
	// and ends with the same node, the lowest of the cycle. There may be other
	// cycles, and shorter ones.
	Path []int
}

func (e *CycleError) Error() string { return "graph: cycle: " + e.Join(strconv.Itoa) }

// Join writes the path with a name for each node, as [Way] does.
func (e *CycleError) Join(name func(node int) string) string {
	names := make([]string, len(e.Path))
	for i, n := range e.Path {
		names[i] = name(n)
	}
	return Way(names)
}

// Way writes a way for people: "a → b → a". Of a long one it leaves out the
// middle.
func Way(names []string) string {
	const most, head = 12, 10
	if len(names) > most {
		left := fmt.Sprintf("… %d more …", len(names)-head-2)
		names = slices.Concat(names[:head], []string{left}, names[len(names)-2:])
	}
	return strings.Join(names, " → ")
}
