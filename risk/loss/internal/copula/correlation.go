package copula

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

const (
	// Most is how many variables a copula may have.
	Most = 200

	// offered is up to how many variables the nearest matrix comes with an
	// error: it takes some milliseconds for them.
	offered = 24
	printed = 8
)

// IndefiniteError is the error of a matrix that no variables can have as their
// correlation: an eigenvalue is below 0.
type IndefiniteError struct {
	Eigenvalues []float64   // in descending order
	Nearest     [][]float64 // as of [Nearest]; nil for more than 24 variables
}

// Error names the least eigenvalue, and the nearest matrix if it is small.
func (e *IndefiniteError) Error() string {
	n := len(e.Eigenvalues)
	text := fmt.Sprintf("copula: correlation: got an eigenvalue of %.3g, the least of %d, want none below 0", e.Eigenvalues[n-1], n)
	if len(e.Nearest) == 0 || n > printed {
		return text
	}
	return text + "; the nearest matrix is " + format(e.Nearest)
}

// format writes a matrix as JSON.
func format(rows [][]float64) string {
	lines := make([]string, len(rows))
	for i, row := range rows {
		numbers := make([]string, len(row))
		for j, x := range row {
			numbers[j] = strconv.FormatFloat(x, 'f', -1, 64)
		}
		lines[i] = "[" + strings.Join(numbers, ", ") + "]"
	}
	return "[" + strings.Join(lines, ", ") + "]"
}

// checked returns the matrix of the rows, or an error that says which number is
// not one of a correlation matrix.
func checked(rows [][]float64) (square, error) {
	m, err := symmetric(rows)
	if err != nil {
		return square{}, err
	}
	for i := range m.n {
		for j := range i {
			if x := m.at(i, j); math.Abs(x) > 1 {
				return square{}, fmt.Errorf("copula: correlation[%d][%d]: got %v, want -1 to 1", i, j, x)
			}
		}
		if x := m.at(i, i); x != 1 {
			return square{}, fmt.Errorf("copula: correlation[%d][%d]: got %v, want 1: a variable with itself", i, i, x)
		}
	}
	return m, nil
}

// symmetric returns the matrix of the rows, or an error that says where they are
// none that is symmetric and of numbers.
func symmetric(rows [][]float64) (square, error) {
	n := len(rows)
	if n == 0 || n > Most {
		return square{}, fmt.Errorf("copula: correlation: got %d rows, want 1 to %d", n, Most)
	}
	m := newSquare(n)
	for i, row := range rows {
		if len(row) != n {
			return square{}, fmt.Errorf("copula: correlation[%d]: got %d numbers, want %d", i, len(row), n)
		}
		for j, x := range row {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				return square{}, fmt.Errorf("copula: correlation[%d][%d]: got %v, want a number", i, j, x)
			}
			if j < i && x != rows[j][i] {
				return square{}, fmt.Errorf("copula: correlation[%d][%d]: got %v, want %v, as the other way round", i, j, x, rows[j][i])
			}
		}
		copy(m.row(i), row)
	}
	return m, nil
}
