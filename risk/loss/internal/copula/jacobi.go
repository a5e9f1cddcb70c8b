package copula

import (
	"math"
	"slices"
)

// mostSweeps is more than are needed: each squares what is left, about six do.
const mostSweeps = 30

// An eigen is the decomposition of a symmetric matrix: values, and the vector of
// each as a row.
type eigen struct {
	values  []float64
	vectors square
}

// decompose returns the eigenvalues and vectors of m, by rotations that each make
// one pair of its numbers 0 (Jacobi; Golub, Van Loan, Matrix Computations, 8.5),
// until what is left is rounding.
func (m square) decompose() eigen {
	a, v := m.clone(), newSquare(m.n)
	for i := range m.n {
		v.set(i, i, 1)
	}
	enough := float64(0x1p-52 * a.distance(newSquare(m.n)))
	for range mostSweeps {
		if !(a.off() > enough) {
			break
		}
		for p := range m.n {
			for q := p + 1; q < m.n; q++ {
				a.annihilate(p, q, v)
			}
		}
	}
	e := eigen{make([]float64, m.n), v}
	for i := range e.values {
		e.values[i] = a.at(i, i)
	}
	return e
}

// off returns the Frobenius norm without the diagonal.
func (m square) off() float64 {
	sum := 0.0
	for i := range m.n {
		for _, x := range m.row(i)[:i] {
			sum += float64(x * x)
		}
	}
	return math.Sqrt(float64(2 * sum))
}

// annihilate makes the numbers at p, q and q, p 0, by a rotation, by which it
// rotates the vectors too.
func (m square) annihilate(p, q int, vectors square) {
	x := m.at(p, q)
	if x == 0 {
		return
	}
	tau := (m.at(q, q) - m.at(p, p)) / float64(2*x)
	t := 1 / (math.Abs(tau) + math.Sqrt(1+float64(tau*tau)))
	if tau < 0 {
		t = -t
	}
	cos := 1 / math.Sqrt(1+float64(t*t))
	sin := float64(t * cos)
	first, last := m.at(p, p)-float64(t*x), m.at(q, q)+float64(t*x)
	rotate(m.row(p), m.row(q), cos, sin)
	for k := range m.n {
		m.cells[k*m.n+p], m.cells[k*m.n+q] = m.at(p, k), m.at(q, k)
	}
	m.set(p, p, first)
	m.set(q, q, last)
	m.set(p, q, 0)
	rotate(vectors.row(p), vectors.row(q), cos, sin)
}

// rotate sets x and y to cos x - sin y and sin x + cos y.
func rotate(x, y []float64, cos, sin float64) {
	y = y[:len(x)]
	for k, a := range x {
		b := y[k]
		x[k] = float64(cos*a) - float64(sin*b)
		y[k] = float64(sin*a) + float64(cos*b)
	}
}

// compose returns the matrix of the decomposition.
func (e eigen) compose() square {
	m := newSquare(len(e.values))
	for k, value := range e.values {
		vector := e.vectors.row(k)
		for i, x := range vector {
			weight := float64(value * x)
			for j, y := range vector[:i+1] {
				m.cells[i*m.n+j] += float64(weight * y)
			}
		}
	}
	for i := range m.n {
		for j := range i {
			m.set(i, j, m.at(i, j))
		}
	}
	return m
}

// descending returns the eigenvalues in order.
func (e eigen) descending() []float64 {
	values := slices.Clone(e.values)
	slices.Sort(values)
	slices.Reverse(values)
	return values
}
