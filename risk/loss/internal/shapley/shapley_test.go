package shapley_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/loss/internal/shapley"
)

// permuted is Shapley's value by its definition: the mean over all orders.
func permuted(n int, takes func(set int) float64) []float64 {
	values, orders := make([]float64, n), 0.0
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	var visit func(k int)
	visit = func(k int) {
		if k == n {
			orders++
			set := 0
			for _, i := range order {
				values[i] += takes(set|1<<i) - takes(set)
				set |= 1 << i
			}
			return
		}
		for i := k; i < n; i++ {
			order[k], order[i] = order[i], order[k]
			visit(k + 1)
			order[k], order[i] = order[i], order[k]
		}
	}
	visit(0)
	for i := range values {
		values[i] /= orders
	}
	return values
}

func taken(amount float64, keeps []float64) func(set int) float64 {
	return func(set int) float64 {
		left := amount
		for i, k := range keeps {
			if set>>i&1 == 1 {
				left *= k
			}
		}
		return amount - left
	}
}

func random(n int, r *rand.Rand) []float64 {
	keeps := make([]float64, n)
	for i := range keeps {
		switch keeps[i] = r.Float64(); r.IntN(6) {
		case 0:
			keeps[i] = 1
		case 1:
			keeps[i] = 0
		}
	}
	return keeps
}

func TestProductAndSetsAreTheDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 8 {
		for range 20 {
			keeps := random(n, r)
			takes := taken(100, keeps)
			want := permuted(n, takes)
			all := make([]float64, 1<<n)
			for set := range all {
				all[set] = takes(set)
			}
			sets := shapley.Sets(n, all)
			for i, s := range shapley.Product(100, keeps) {
				require.InDelta(t, want[i], s.Value, 1e-11)
				require.InDelta(t, want[i], sets[i], 1e-11)
				require.InDelta(t, takes(1<<i), s.First, 1e-12)
				require.InDelta(t, takes(1<<n-1)-takes((1<<n-1)&^(1<<i)), s.Last, 1e-12)
			}
		}
	}
}

// The shares add up, whatever their number is; each is between the last and the
// first; equal things have equal ones.
func TestProductAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{1, 2, 9, 30, 64} {
		keeps := random(n, r)
		keeps[n-1] = keeps[0]
		shares := shapley.Product(1e6, keeps)
		sum := 0.0
		for i, s := range shares {
			sum += s.Value
			require.GreaterOrEqual(t, s.Last, 0.0)
			require.LessOrEqual(t, s.Last, s.Value*(1+1e-12))
			require.LessOrEqual(t, s.Value, s.First*(1+1e-12))
			if keeps[i] == 1 {
				require.Zero(t, s)
			}
		}
		require.InEpsilon(t, taken(1e6, keeps)(-1), sum, 1e-13)
		require.InEpsilon(t, shares[0].Value+1, shares[n-1].Value+1, 1e-12)
	}
}

func TestOrders(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	first := make([]int, 5)
	all := shapley.Orders(5, 4000, r.Uint64)
	for i, order := range all {
		require.Equal(t, []int{0, 1, 2, 3, 4}, slices.Sorted(slices.Values(order)))
		first[order[0]]++
		if i%2 == 1 {
			back := slices.Clone(all[i-1])
			slices.Reverse(back)
			require.Equal(t, back, order)
		}
	}
	for _, n := range first {
		require.InDelta(t, 1600, n, 200)
	}
}

func TestBits(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	var b strings.Builder
	for n := range 20 {
		for _, s := range shapley.Product(1e3, random(n, r)) {
			_, _ = fmt.Fprintf(&b, "%016x ", math.Float64bits(s.Value))
		}
		b.WriteString("\n")
	}
	golden.Equal(t, "bits.txt", b.String())
}

func ExampleProduct() {
	for _, s := range shapley.Product(100, []float64{0.5, 0.2}) {
		fmt.Printf("first %.0f, last %.0f, of both %.0f\n", s.First, s.Last, s.Value)
	}
	// Output:
	// first 50, last 10, of both 30
	// first 80, last 40, of both 60
}

func BenchmarkProduct(b *testing.B) {
	keeps := random(60, rand.New(rand.NewPCG(9, 10)))
	b.ReportAllocs()
	for b.Loop() {
		shapley.Product(1, keeps)
	}
}
