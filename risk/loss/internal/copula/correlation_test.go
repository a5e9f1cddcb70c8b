package copula_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/internal/copula"
)

func TestBadCorrelation(t *testing.T) {
	many := make([][]float64, copula.Most+1)
	for _, c := range []struct {
		name string
		rows [][]float64
		want string
	}{
		{"none", nil, "copula: correlation: got 0 rows, want 1 to 200"},
		{"too many", many, "copula: correlation: got 201 rows, want 1 to 200"},
		{"not square", [][]float64{{1, 0}, {0}}, "copula: correlation[1]: got 1 numbers, want 2"},
		{"a row more", [][]float64{{1, 0, 0}, {0, 1, 0}}, "copula: correlation[0]: got 3 numbers, want 2"},
		{"NaN", [][]float64{{1, math.NaN()}, {math.NaN(), 1}}, "copula: correlation[0][1]: got NaN, want a number"},
		{"infinite", [][]float64{{1, 0}, {0, math.Inf(1)}}, "copula: correlation[1][1]: got +Inf, want a number"},
		{"not symmetric", [][]float64{{1, 0.5}, {0.4, 1}}, "copula: correlation[1][0]: got 0.4, want 0.5, as the other way round"},
		{"above 1", [][]float64{{1, 1.2}, {1.2, 1}}, "copula: correlation[1][0]: got 1.2, want -1 to 1"},
		{"diagonal", [][]float64{{1, 0.2}, {0.2, 0.9}}, "copula: correlation[1][1]: got 0.9, want 1: a variable with itself"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := copula.Gaussian(c.rows)
			require.EqualError(t, err, c.want)
			_, err = copula.Student(c.rows, 4)
			require.EqualError(t, err, c.want)
		})
	}
	_, err := copula.Nearest([][]float64{{1, 0.5}, {0.4, 1}})
	require.EqualError(t, err, "copula: correlation[1][0]: got 0.4, want 0.5, as the other way round")
	for _, degrees := range []float64{math.NaN(), -1, 0, 2, 2e6, math.Inf(1)} {
		_, err := copula.Student([][]float64{{1}}, degrees)
		require.EqualError(t, err, fmt.Sprintf("copula: degrees of freedom: got %v, want above 2, to 1e6", degrees))
	}
}

func TestIndefinite(t *testing.T) {
	rows := [][]float64{{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}}
	_, err := copula.Gaussian(rows)
	var indefinite *copula.IndefiniteError
	require.ErrorAs(t, err, &indefinite)
	require.EqualError(t, err, "copula: correlation: got an eigenvalue of -0.8, the least of 3, want none below 0; the nearest matrix is [[1, 0.4999, -0.4999], [0.4999, 1, 0.4999], [-0.4999, 0.4999, 1]]")
	require.InDeltaSlice(t, []float64{1.9, 1.9, -0.8}, indefinite.Eigenvalues, 1e-14)
	_, err = copula.Gaussian(indefinite.Nearest)
	require.NoError(t, err)
	near, err := copula.Nearest(rows)
	require.NoError(t, err)
	require.Equal(t, indefinite.Nearest, near)

	const n = 30
	rows = make([][]float64, n)
	for i := range rows {
		rows[i] = make([]float64, n)
		for j := range rows {
			rows[i][j] = -0.5
		}
		rows[i][i] = 1
	}
	_, err = copula.Gaussian(rows)
	require.EqualError(t, err, "copula: correlation: got an eigenvalue of -13.5, the least of 30, want none below 0")
	near, err = copula.Nearest(rows)
	require.NoError(t, err)
	require.InDelta(t, -1.0/(n-1), near[3][7], 2e-4)
}
