package copula

import "math"

const (
	digits     = 1e4 // to which Nearest rounds
	mostRounds = 200
	closeBy    = 1e-5 // what the last round may change
)

// Nearest returns the correlation matrix that is nearest to a symmetric matrix, in
// the Frobenius norm, among those with eigenvalues of at least 0.0001 for each
// variable, rounded to 4 decimals, which leaves it positive definite. For 24
// variables it takes 10 ms, for 100 a second. It is an error if the rows are no symmetric matrix
// of numbers, of at most [Most] variables.
func Nearest(rows [][]float64) ([][]float64, error) {
	m, err := symmetric(rows)
	if err != nil {
		return nil, err
	}
	return m.nearest(float64(m.n)/digits, closeBy).rounded().rows(), nil
}

// nearest returns the correlation matrix that is nearest to m among those with
// eigenvalues of at least floor. It alternates between the nearest matrix with
// such eigenvalues and the nearest one with a diagonal of ones; of the first, what
// it changed is taken back before the next round (Dykstra's correction), without
// which the rounds would end at some matrix of both kinds. They end when a round
// changes less than the tolerance.
func (m square) nearest(floor, tolerance float64) square {
	x, correction := m.clone(), newSquare(m.n)
	for range mostRounds {
		before := x.clone()
		for i := range x.cells {
			x.cells[i] -= correction.cells[i]
		}
		clipped := x.clipped(floor)
		for i, c := range clipped.cells {
			correction.cells[i] = c - x.cells[i]
		}
		x = clipped.clone()
		for i := range x.n {
			x.set(i, i, 1)
		}
		if x.distance(before) <= tolerance {
			break
		}
	}
	return x.clipped(floor).normalized()
}

// clipped returns the nearest matrix with eigenvalues of at least floor.
func (m square) clipped(floor float64) square {
	e := m.decompose()
	for i, x := range e.values {
		e.values[i] = max(x, floor)
	}
	return e.compose()
}

// normalized returns the correlation matrix of a covariance matrix.
func (m square) normalized() square {
	c := newSquare(m.n)
	for i := range m.n {
		for j := range i {
			x := m.at(i, j) / math.Sqrt(float64(m.at(i, i)*m.at(j, j)))
			c.set(i, j, min(max(x, -1), 1))
		}
		c.set(i, i, 1)
	}
	return c
}

// rounded returns the matrix to some decimals.
func (m square) rounded() square {
	r := m.clone()
	for i, x := range r.cells {
		r.cells[i] = math.Floor(float64(x*digits)+0.5) / digits
	}
	return r
}
