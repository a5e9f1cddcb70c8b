package copula

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// random returns a symmetric matrix of numbers from -1 to 1, with a diagonal of
// ones; seldom a correlation matrix.
func random(n int, r *rand.Rand) square {
	m := newSquare(n)
	for i := range n {
		for j := range i {
			m.set(i, j, 2*r.Float64()-1)
		}
		m.set(i, i, 1)
	}
	return m
}

// product returns A Bᵀ.
func product(a, b square) square {
	p := newSquare(a.n)
	for i := range a.n {
		for j := range a.n {
			sum := 0.0
			for k, x := range a.row(i) {
				sum += x * b.at(j, k)
			}
			p.cells[i*a.n+j] = sum
		}
	}
	return p
}

// TestDecompose holds that eigenvectors are orthonormal and give the matrix back.
func TestDecompose(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 2, 3, 10, 60} {
		m := random(n, r)
		e := m.decompose()
		one := newSquare(n)
		for i := range n {
			one.set(i, i, 1)
		}
		require.Less(t, product(e.vectors, e.vectors).distance(one), 1e-14*float64(n))
		require.Less(t, e.compose().distance(m), 3e-15*float64(n*n))
	}
}

// TestEigenvalues compares with closed forms.
func TestEigenvalues(t *testing.T) {
	const n = 8
	equal, chain := newSquare(n), newSquare(n)
	for i := range n {
		for j := range i {
			equal.set(i, j, 0.3)
		}
		equal.set(i, i, 1)
		chain.set(i, i, 2)
		if i > 0 {
			chain.set(i, i-1, -1)
		}
	}
	wantEqual, wantChain := []float64{1 + (n-1)*0.3}, []float64{}
	for k := range n {
		if k > 0 {
			wantEqual = append(wantEqual, 0.7)
		}
		wantChain = append(wantChain, 2-2*math.Cos(math.Pi*float64(n-k)/(n+1)))
	}
	require.InDeltaSlice(t, wantEqual, equal.decompose().descending(), 1e-14)
	require.InDeltaSlice(t, wantChain, chain.decompose().descending(), 1e-14)
	require.Equal(t, []float64{3, 2, 1}, (square{3, []float64{2, 0, 0, 0, 1, 0, 0, 0, 3}}).decompose().descending())
}

// TestNearestPublished compares with the examples of Higham, Computing the nearest
// correlation matrix, 2002, to the digits that are given; the second as it is
// printed for routine g02aac of the NAG Library, Mark 26.2.
func TestNearestPublished(t *testing.T) {
	first := square{3, []float64{1, 1, 0, 1, 1, 1, 0, 1, 1}}
	got := first.nearest(0, 1e-12)
	require.InDeltaSlice(t, []float64{1, 0.7607, 0.1573, 0.7607, 1, 0.7607, 0.1573, 0.7607, 1}, got.cells, 5e-5)
	require.InDelta(t, 0.5278, got.distance(first), 5e-5)
	second := square{4, []float64{2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2}}
	require.InDeltaSlice(t, []float64{
		1, -0.80841, 0.19159, 0.10678,
		-0.80841, 1, -0.65623, 0.19159,
		0.19159, -0.65623, 1, -0.80841,
		0.10678, 0.19159, -0.80841, 1,
	}, second.nearest(0, 1e-12).cells, 5e-6)
}

// TestNearest holds that the nearest matrix has eigenvalues of at least the floor,
// a diagonal of ones, and is no farther than what is found by drawing all
// correlations towards 0, which is nearest on a line; and that a matrix which is
// a correlation matrix is its own.
func TestNearest(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 40 {
		m := random(2+r.IntN(9), r)
		floor := float64(m.n) / digits
		near := m.nearest(floor, closeBy)
		least := near.decompose().descending()[m.n-1]
		require.Greater(t, least, floor*0.999)
		shrunk := m.clone()
		own := m.decompose().descending()[m.n-1]
		if own < floor {
			share := (1 - floor) / (1 - own)
			for i := range shrunk.cells {
				shrunk.cells[i] *= share
			}
			for i := range m.n {
				shrunk.set(i, i, 1)
			}
		}
		require.LessOrEqual(t, near.distance(m), shrunk.distance(m)+1e-5)
		for i := range m.n {
			require.Equal(t, 1.0, near.at(i, i)) //nolint:testifylint // exactly
		}
		rounded := near.rounded()
		require.Less(t, rounded.distance(near), 0.5e-4*float64(m.n))
		require.Greater(t, rounded.decompose().descending()[m.n-1], floor/3)
		require.Less(t, near.nearest(floor, closeBy).distance(near), 1e-4)
	}
}

// TestCholesky holds that the factor gives the matrix back, also a singular one.
func TestCholesky(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	singular := newSquare(5) // of rank 2: cosines of angles
	for i := range singular.n {
		for j := range singular.n {
			singular.set(i, j, math.Cos(float64(i*i-j*j)))
		}
	}
	ones := square{3, []float64{1, 1, -1, 1, 1, -1, -1, -1, 1}}
	for _, m := range []square{
		random(6, r).nearest(1e-3, closeBy), random(40, r).nearest(1e-3, 1e-2), singular, ones,
		{1, []float64{1}},
		{2, []float64{1, 0, 0, 1}},
	} {
		factor, ok := m.cholesky()
		require.True(t, ok)
		l := newSquare(m.n)
		for i := range m.n {
			copy(l.row(i), factor[i*(i+1)/2:][:i+1])
		}
		require.Less(t, product(l, l).distance(m), 1e-12)
	}
	for _, m := range []square{
		{2, []float64{1, 1.0001, 1.0001, 1}},
		{3, []float64{1, 1, 0.9, 1, 1, 1, 0.9, 1, 1}},
		{3, []float64{1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1}},
	} {
		_, ok := m.cholesky()
		require.False(t, ok)
	}
}

// TestPositive holds that the factor exists where no eigenvalue is below 0, and
// only there.
func TestPositive(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	seen := map[bool]int{}
	for range 500 {
		m := random(2+r.IntN(3), r)
		_, ok := m.cholesky()
		require.Equal(t, m.decompose().descending()[m.n-1] > 0, ok)
		seen[ok]++
	}
	require.Greater(t, min(seen[true], seen[false]), 50)
}

// TestMixing holds that the distribution is what it says, by its own functions.
func TestMixing(t *testing.T) {
	c, err := Student([][]float64{{1}}, 4)
	require.NoError(t, err)
	// √(4/W): P(W ≥ w) = (1 + w/2) exp(-w/2)
	survival := func(x float64) float64 { w := 4 / x / x; return 1 - (1+w/2)*math.Exp(-w/2) }
	for _, u := range []float64{0x1p-40, 0.001, 0.3, 0.5, 0.7, 0.99} {
		x := c.mixing.At(uint64(u * 0x1p64))
		require.InEpsilon(t, 1-u, survival(x), 1e-5)
	}
	require.InEpsilon(t, 0x1p-30, survival(c.mixing.At(math.MaxUint64-1<<34+1)), 1e-3)
	require.Less(t, c.mixing.Error, 1e-6)
}
