package copula

import "math"

// A square is a symmetric matrix.
type square struct {
	n     int
	cells []float64
}

func newSquare(n int) square { return square{n, make([]float64, n*n)} }

func (m square) row(i int) []float64     { return m.cells[i*m.n : (i+1)*m.n] }
func (m square) at(i, j int) float64     { return m.cells[i*m.n+j] }
func (m square) set(i, j int, x float64) { m.cells[i*m.n+j], m.cells[j*m.n+i] = x, x }
func (m square) clone() square           { return square{m.n, append([]float64(nil), m.cells...)} }

// rows returns the matrix as a caller gave it.
func (m square) rows() [][]float64 {
	all := make([][]float64, m.n)
	for i := range all {
		all[i] = m.row(i)
	}
	return all
}

// distance returns the Frobenius norm of the difference.
func (m square) distance(other square) float64 {
	sum := 0.0
	for i, x := range m.cells {
		off := x - other.cells[i]
		sum += float64(off * off)
	}
	return math.Sqrt(sum)
}

// small is what rounding leaves of a pivot that is 0, and its root of the numbers
// below it.
const small = 1e-12

// cholesky returns the rows of the lower triangular matrix L with L Lᵀ = m, one
// after the other, and whether there is one. A pivot of 0, of a variable that
// those before it determine, has a column of zeros.
func (m square) cholesky() ([]float64, bool) {
	l := make([]float64, 0, m.n*(m.n+1)/2)
	rows := make([][]float64, m.n)
	for i := range rows {
		start := len(l)
		for j := range i {
			rest := rest(m.at(i, j), l[start:], rows[j][:j])
			x := 0.0
			if pivot := rows[j][j]; pivot > 0 {
				x = rest / pivot
			} else if math.Abs(rest) > 1e-6 {
				return nil, false
			}
			l = append(l, x)
		}
		pivot := rest(m.at(i, i), l[start:], l[start:])
		switch {
		case pivot < -float64(small*float64(m.n)):
			return nil, false
		case pivot < small:
			pivot = 0
		}
		l = append(l, math.Sqrt(pivot))
		rows[i] = l[start:]
	}
	return l, true
}

// rest returns x less the products.
func rest(x float64, a, b []float64) float64 {
	for k, y := range b {
		x -= float64(a[k] * y)
	}
	return x
}
