package graph_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/graph"
)

func TestOrder(t *testing.T) {
	for _, c := range []struct {
		name  string
		n     int
		edges []graph.Edge
		want  []int
		cycle []int
	}{
		{name: "nothing", want: []int{}},
		{name: "one node", n: 1, want: []int{0}},
		{name: "no edges", n: 3, want: []int{0, 1, 2}},
		{name: "chain against the numbers", n: 3, edges: []graph.Edge{{2, 1}, {1, 0}}, want: []int{2, 1, 0}},
		{name: "diamond", n: 4, edges: []graph.Edge{{0, 2}, {0, 1}, {1, 3}, {2, 3}}, want: []int{0, 2, 1, 3}},
		{name: "two edges between the same nodes", n: 2, edges: []graph.Edge{{1, 0}, {1, 0}}, want: []int{1, 0}},
		{name: "a node of itself", n: 2, edges: []graph.Edge{{0, 1}, {1, 1}}, cycle: []int{1, 1}},
		{name: "two nodes of each other", n: 2, edges: []graph.Edge{{1, 0}, {0, 1}}, cycle: []int{0, 1, 0}},
		{name: "with a way in and a way out", n: 6, edges: []graph.Edge{{0, 4}, {4, 2}, {2, 3}, {3, 4}, {3, 5}, {5, 1}}, cycle: []int{2, 3, 4, 2}},
		{name: "the first of two", n: 4, edges: []graph.Edge{{3, 2}, {2, 3}, {0, 1}, {1, 0}}, cycle: []int{2, 3, 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, err := graph.New(c.n, c.edges)
			require.NoError(t, err)
			require.Equal(t, c.n, g.Len())
			order, err := g.Order()
			if c.cycle == nil {
				require.NoError(t, err)
				require.Equal(t, c.want, order)
				return
			}
			require.Equal(t, &graph.CycleError{Path: c.cycle}, err)
			require.Nil(t, order)
		})
	}
}

func TestNewRefuses(t *testing.T) {
	for want, c := range map[string]struct {
		n     int
		edges []graph.Edge
	}{
		"graph: nodes: got -1, want 0 or more":             {n: -1},
		"graph: edge 1: got 1 → 2, want nodes of 0 to 1":   {n: 2, edges: []graph.Edge{{0, 1}, {1, 2}}},
		"graph: edge 0: got -1 → 0, want nodes of 0 to 1":  {n: 2, edges: []graph.Edge{{-1, 0}}},
		"graph: edge 0: got 0 → 0, want nodes of 0 to -1":  {n: 0, edges: []graph.Edge{{0, 0}}},
		"graph: edge 0: got 0 → -1, want nodes of 0 to 0":  {n: 1, edges: []graph.Edge{{0, -1}}},
		"graph: edge 0: got 7 → 0, want nodes of 0 to 0":   {n: 1, edges: []graph.Edge{{7, 0}}},
		"graph: edge 2: got 1 → 99, want nodes of 0 to 10": {n: 11, edges: []graph.Edge{{0, 1}, {1, 2}, {1, 99}}},
	} {
		_, err := graph.New(c.n, c.edges)
		require.EqualError(t, err, want)
	}
}

func TestZeroGraph(t *testing.T) {
	var g graph.Graph
	require.Zero(t, g.Len())
	order, err := g.Order()
	require.NoError(t, err)
	require.Empty(t, order)
}

// TestOrderOfAny compares with what an order is, and with a search for cycles
// that follows every way.
func TestOrderOfAny(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	ordered := 0
	for range 5000 {
		n := 1 + random.IntN(8)
		edges := make([]graph.Edge, random.IntN(2*n))
		for i := range edges {
			edges[i] = graph.Edge{From: random.IntN(n), To: random.IntN(n)}
		}
		g, err := graph.New(n, edges)
		require.NoError(t, err)
		order, err := g.Order()
		require.Equal(t, comesRound(n, edges), err != nil, edges)
		if err != nil {
			var cycle *graph.CycleError
			require.ErrorAs(t, err, &cycle)
			requireCycle(t, edges, cycle.Path)
			continue
		}
		ordered++
		place := make([]int, n)
		for i, node := range order {
			place[node] = i
		}
		require.ElementsMatch(t, place, order, "each node once: one is the inverse of the other")
		for _, e := range edges {
			require.Less(t, place[e.From], place[e.To])
		}
	}
	require.Greater(t, ordered, 1000)
}

// comesRound closes the relation as Warshall does.
func comesRound(n int, edges []graph.Edge) bool {
	var leads [8][8]bool
	for _, e := range edges {
		leads[e.From][e.To] = true
	}
	for k := range n {
		for i := range n {
			for j := range n {
				leads[i][j] = leads[i][j] || leads[i][k] && leads[k][j]
			}
		}
	}
	for i := range n {
		if leads[i][i] {
			return true
		}
	}
	return false
}

func requireCycle(t *testing.T, edges []graph.Edge, path []int) {
	t.Helper()
	require.GreaterOrEqual(t, len(path), 2)
	require.Equal(t, path[0], path[len(path)-1])
	require.Equal(t, slices.Min(path), path[0])
	for i := range path[1:] {
		require.Contains(t, edges, graph.Edge{From: path[i], To: path[i+1]})
	}
	round := slices.Clone(path[1:])
	slices.Sort(round)
	require.Len(t, slices.Compact(round), len(path)-1, "no node twice")
}

func TestCycleErrorText(t *testing.T) {
	short := &graph.CycleError{Path: []int{0, 1, 0}}
	require.EqualError(t, short, "graph: cycle: 0 → 1 → 0")
	require.Equal(t, "a → b → a", short.Join(func(n int) string { return string(rune('a' + n)) }))
	require.Equal(t, "a → b → a", graph.Way([]string{"a", "b", "a"}))
	long := make([]int, 1001)
	for i := range 1000 {
		long[i] = i
	}
	require.EqualError(t, &graph.CycleError{Path: long},
		"graph: cycle: 0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → … 989 more … → 999 → 0")
	require.EqualError(t, &graph.CycleError{Path: long[:12]}, "graph: cycle: 0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → 10 → 11")
}

func ExampleGraph_Order() {
	names := []string{"server", "application", "process"}
	edges := []graph.Edge{{From: 2, To: 1}, {From: 1, To: 0}}
	need := []int{0, 0, 3} // what each needs for itself
	g, err := graph.New(len(names), edges)
	if err != nil {
		fmt.Println(err)
		return
	}
	order, err := g.Order()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range order {
		for _, e := range g.Leaving(n) {
			to := g.Edge(e).To
			need[to] = max(need[to], need[n])
		}
	}
	fmt.Println(need)
	// Output: [3 3 3]
}
