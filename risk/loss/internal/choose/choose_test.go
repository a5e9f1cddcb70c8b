package choose_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/loss/internal/choose"
)

// terms returns m amounts with the shares that n things leave of them.
func terms(random *rand.Rand, n, m int) []choose.Term {
	all := make([]choose.Term, m)
	for j := range all {
		all[j] = choose.Term{Amount: math.Exp(3 * random.NormFloat64()), Keeps: make([]float64, n)}
		for i := range n {
			all[j].Keeps[i] = 1
			switch random.IntN(9) {
			case 0, 1:
				all[j].Keeps[i] = random.Float64()
			case 2:
				all[j].Keeps[i] = float64(random.IntN(2))
			}
		}
	}
	return all
}

// sum returns what a set leaves of them.
func sum(all []choose.Term, s choose.Set) float64 {
	sum := 0.0
	for _, t := range all {
		x := t.Amount
		for i, keeps := range t.Keeps {
			if s.Has(i) {
				x *= keeps
			}
		}
		sum += x
	}
	return sum
}

// problem returns a random one of n things, m amounts and some budgets.
func problem(random *rand.Rand, n, m, budgets int) choose.Problem {
	p := choose.Problem{Terms: terms(random, n, m), Needs: make([]choose.Set, n), Excludes: make([]choose.Set, n)}
	p.Budgets = make([]float64, budgets)
	for i := range n {
		costs := make([]float64, budgets)
		for k := range costs {
			if random.IntN(5) > 0 {
				costs[k] = math.Exp(random.NormFloat64())
			}
			p.Budgets[k] += costs[k] / 3
		}
		p.Costs = append(p.Costs, costs)
		if i > 0 && random.IntN(4) == 0 {
			p.Needs[i] = 1 << random.IntN(i)
		}
		if i > 0 && random.IntN(4) == 0 {
			p.Excludes[i] = 1 << random.IntN(i) &^ p.Needs[i]
		}
	}
	return p
}

// exhaust looks at all sets.
func exhaust(p choose.Problem) (left float64, possible bool) {
	left = math.Inf(1)
	n := len(p.Costs)
	for s := choose.Set(0); s < 1<<n; s++ {
		if x := sum(p.Terms, s); ok(p, s) && x < left {
			left, possible = x, true
		}
	}
	return left, possible
}

func ok(p choose.Problem, s choose.Set) bool {
	if p.Must&^s != 0 || p.Beyond != 0 && s&^p.Beyond == 0 {
		return false
	}
	spent := make([]float64, len(p.Budgets))
	for i, costs := range p.Costs {
		if !s.Has(i) {
			continue
		}
		if len(p.Needs) > 0 && p.Needs[i]&^s != 0 || len(p.Excludes) > 0 && p.Excludes[i]&s != 0 {
			return false
		}
		for k, c := range costs {
			spent[k] += c
		}
	}
	for k := range spent {
		if spent[k] > p.Budgets[k] {
			return false
		}
	}
	return true
}

func TestSolveIsBest(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 150 {
		n := 1 + random.IntN(11)
		p := problem(random, n, 1+random.IntN(6), 1+random.IntN(3))
		if random.IntN(3) == 0 {
			p.Must = choose.Set(random.Uint64()) & (1<<n - 1) & choose.Set(random.Uint64())
		}
		if random.IntN(3) == 0 {
			p.Beyond = choose.Set(random.Uint64()) & (1<<n - 1)
		}
		left, possible := exhaust(p)
		if all := p.Terms; random.IntN(3) == 0 {
			p.Terms, p.Left = nil, func(s choose.Set) float64 { return sum(all, s) }
		}
		c, err := choose.Solve(context.Background(), p)
		if !possible {
			require.ErrorAs(t, err, new(*choose.InfeasibleError))
			continue
		}
		require.NoError(t, err)
		require.True(t, c.Proved())
		require.True(t, ok(p, c.Set))
		require.InDelta(t, left, c.Left, 1e-9*(left+1e-3))
	}
}

func TestSolveEighteen(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 3 {
		p := problem(random, 18, 8, 2)
		left, _ := exhaust(p)
		c, err := choose.Solve(context.Background(), p)
		require.NoError(t, err)
		require.True(t, c.Proved())
		require.InDelta(t, left, c.Left, 1e-9*(left+1e-3))
	}
}

// sixty returns a problem as large as they are: sixty things, of which each takes
// a share of one to four of thirty amounts, for a third of what all cost.
func sixty(seed uint64) choose.Problem {
	random := rand.New(rand.NewPCG(seed, 8))
	p := choose.Problem{Budgets: []float64{0}, Terms: make([]choose.Term, 30)}
	for j := range p.Terms {
		p.Terms[j].Amount = math.Exp(2 * random.NormFloat64())
		for range 60 {
			p.Terms[j].Keeps = append(p.Terms[j].Keeps, 1)
		}
	}
	for i := range 60 {
		for range 1 + random.IntN(4) {
			p.Terms[random.IntN(30)].Keeps[i] = 1 - (0.1 + 0.7*random.Float64())
		}
		cost := math.Exp(random.NormFloat64())
		p.Costs = append(p.Costs, []float64{cost})
		p.Budgets[0] += cost / 3
	}
	return p
}

// Sixty things and thirty amounts are proved, too.
func TestSolveSixty(t *testing.T) {
	p := sixty(7)
	c, err := choose.Solve(context.Background(), p)
	require.NoError(t, err)
	require.True(t, c.Proved())
	t.Logf("%d nodes", c.Nodes)
}

// What is cut off has a bound that holds.
func TestSolveCutOff(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range 50 {
		p := problem(random, 10, 4, 1)
		left, _ := exhaust(p)
		p.Nodes = 1 + random.IntN(30)
		c, err := choose.Solve(context.Background(), p)
		if err != nil {
			require.ErrorAs(t, err, new(*choose.InfeasibleError))
			continue
		}
		require.LessOrEqual(t, c.Bound, left*(1+1e-9))
		require.GreaterOrEqual(t, c.Left, left*(1-1e-9))
	}
}

func TestSolveRefused(t *testing.T) {
	ctx := context.Background()
	left := func(choose.Set) float64 { return 1 }
	_, err := choose.Solve(ctx, choose.Problem{Costs: make([][]float64, 65), Left: left})
	require.EqualError(t, err, "choose: got 65 things, want at most 64")
	_, err = choose.Solve(ctx, choose.Problem{Costs: [][]float64{{2}}, Budgets: []float64{1}, Must: 1, Left: left})
	require.EqualError(t, err, "choose: no set is possible: what has to be chosen costs more than there is")
	_, err = choose.Solve(ctx, choose.Problem{
		Costs: [][]float64{{0}, {0}}, Budgets: []float64{1}, Must: 3, Excludes: []choose.Set{2, 0}, Left: left,
	})
	require.EqualError(t, err, "choose: no set is possible: what has to be chosen excludes each other")
	c, err := choose.Solve(ctx, choose.Problem{Left: left})
	require.NoError(t, err)
	require.Equal(t, choose.Choice{Left: 1, Bound: 1, Nodes: 1}, c)
}

func BenchmarkSixty(b *testing.B) {
	for b.Loop() {
		_, err := choose.Solve(context.Background(), sixty(7))
		require.NoError(b, err)
	}
}

// whole returns a problem of 24 things whose numbers are whole, or 16ths: they
// are the same on every platform.
func whole() choose.Problem {
	p := choose.Problem{Budgets: []float64{40}}
	for j := range 9 {
		t := choose.Term{Amount: float64(1 + j*7919%97)}
		for i := range 24 {
			t.Keeps = append(t.Keeps, 1-float64((i*i+5*j)%17/3)/16)
		}
		p.Terms = append(p.Terms, t)
	}
	for i := range 24 {
		p.Costs = append(p.Costs, []float64{float64(1 + i*31%11)})
	}
	return p
}

func TestBits(t *testing.T) {
	c, err := choose.Solve(context.Background(), whole())
	require.NoError(t, err)
	golden.Equal(t, "bits.txt", fmt.Sprintf("%x %x %d\n", c.Set, c.Left, c.Nodes))
}
