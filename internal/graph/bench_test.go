package graph_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ismskit/ismskit/internal/graph"
)

// layered has a tenth as many nodes as edges; edges lead to higher numbers, so
// there is no cycle.
func layered(edges int) (int, []graph.Edge) {
	random, n := rand.New(rand.NewPCG(1, 2)), edges/10
	all := make([]graph.Edge, edges)
	for i := range all {
		from := random.IntN(n - 1)
		all[i] = graph.Edge{From: from, To: from + 1 + random.IntN(n-1-from)}
	}
	return n, all
}

// longest carries the number of edges of the longest way to each node along
// every edge.
func longest(n int, edges []graph.Edge) ([]int, error) {
	g, err := graph.New(n, edges)
	if err != nil {
		return nil, err
	}
	order, err := g.Order()
	if err != nil {
		return nil, err
	}
	way := make([]int, n)
	for _, node := range order {
		for _, e := range g.Leaving(node) {
			to := g.Edge(e).To
			way[to] = max(way[to], way[node]+1)
		}
	}
	return way, nil
}

// BenchmarkOrder builds, orders and passes over every edge once.
func BenchmarkOrder(b *testing.B) {
	for _, size := range []int{10_000, 100_000, 1_000_000} {
		n, edges := layered(size)
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := longest(n, edges); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(size), "ns/edge")
		})
	}
}
