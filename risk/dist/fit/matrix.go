package fit

import "math"

// The matrices here have as many rows as a family has parameters: one or two.

func square(k int) [][]float64 {
	m := make([][]float64, k)
	for i := range m {
		m[i] = make([]float64, k)
	}
	return m
}

func column(m [][]float64, j int) []float64 {
	c := make([]float64, len(m))
	for i := range m {
		c[i] = m[i][j]
	}
	return c
}

func dot(x, y []float64) float64 {
	total := 0.0
	for i := range x {
		total += float64(x[i] * y[i])
	}
	return total
}

// times returns m x.
func times(m [][]float64, x []float64) []float64 {
	y := make([]float64, len(m))
	for i := range m {
		y[i] = dot(m[i], x)
	}
	return y
}

// times2 returns a b.
func times2(a, b [][]float64) [][]float64 {
	c := make([][]float64, len(a))
	for i := range a {
		c[i] = make([]float64, len(b[0]))
		for j := range c[i] {
			c[i][j] = dot(a[i], column(b, j))
		}
	}
	return c
}

func transposed(m [][]float64) [][]float64 {
	t := make([][]float64, len(m[0]))
	for j := range t {
		t[j] = column(m, j)
	}
	return t
}

func negative(m [][]float64) [][]float64 {
	n := make([][]float64, len(m))
	for i, row := range m {
		for _, x := range row {
			n[i] = append(n[i], -x)
		}
	}
	return n
}

// sandwich returns a m aᵀ: the covariance of what a maps.
func sandwich(a, m [][]float64) [][]float64 { return times2(times2(a, m), transposed(a)) }

// A lower is a triangular matrix L, as LLᵀ.
type lower [][]float64

// cholesky returns the L of m, if m is positive definite.
func cholesky(m [][]float64) (lower, bool) {
	l := lower(square(len(m)))
	for i := range m {
		for j := range i + 1 {
			x := m[i][j] - dot(l[i][:j], l[j][:j])
			if i != j {
				l[i][j] = x / l[j][j]
				continue
			}
			if !(x > 0) || !finite(x) {
				return nil, false
			}
			l[i][i] = math.Sqrt(x)
		}
	}
	return l, true
}

// solve returns the x with LLᵀ x = b.
func (l lower) solve(b []float64) []float64 { return times(l.inverse(), b) }

// inverse returns that of LLᵀ.
func (l lower) inverse() [][]float64 {
	t := l.invertedTransposed()
	return times2(t, transposed(t))
}

// invertedTransposed returns the inverse of Lᵀ: the frame in which LLᵀ is 1.
func (l lower) invertedTransposed() [][]float64 {
	k := len(l)
	t := square(k)
	for j := range k { // row j of the inverse of L, as column j here
		t[j][j] = 1 / l[j][j]
		for i := j + 1; i < k; i++ {
			t[j][i] = -dot(l[i][j:i], t[j][j:i]) / l[i][i]
		}
	}
	return t
}
