package copula_test

import (
	"encoding/binary"
	"errors"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/internal/copula"
)

// FuzzGaussian holds that symmetric matrices of any numbers make a copula or an
// error, and that what is offered instead of one makes a copula. The bytes are the
// numbers below the diagonal, of a small matrix, in 127ths.
func FuzzGaussian(f *testing.F) {
	f.Add([]byte{100})
	f.Add([]byte{127, 127, 127})
	f.Add([]byte{127, 128, 129})
	f.Add([]byte{114, 142, 114})
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
	f.Add([]byte{127, 129, 127, 0, 0, 0, 200, 3, 4, 90})
	f.Fuzz(func(t *testing.T, b []byte) {
		n := 1
		for n < 12 && n*(n+1)/2 <= len(b) {
			n++
		}
		rows := make([][]float64, n)
		for i := range rows {
			rows[i] = make([]float64, n)
			for j := range i {
				rows[i][j] = float64(int8(b[i*(i-1)/2+j])) / 127
				rows[j][i] = rows[i][j]
			}
			rows[i][i] = 1
		}
		c, err := copula.Gaussian(rows)
		if indefinite, ok := errors.AsType[*copula.IndefiniteError](err); ok {
			require.Less(t, indefinite.Eigenvalues[n-1], 1e-9)
			c, err = copula.Gaussian(indefinite.Nearest)
		}
		if err != nil {
			require.ErrorContains(t, err, "want -1 to 1") // -128/127
			return
		}
		scores := make([][]float64, n)
		for i := range scores {
			scores[i] = []float64{float64(i), -1}
		}
		require.NoError(t, c.Correlate(scores, nil))
		for _, row := range scores {
			require.Less(t, math.Abs(row[0])+math.Abs(row[1]), float64(2*n*n))
		}
	})
}

// FuzzReorder holds that reordering does what its definition says. The bytes are
// losses and scores in turn, without NaN, which has no order.
func FuzzReorder(f *testing.F) {
	f.Add([]byte{})
	f.Add(make([]byte, 64))
	f.Add([]byte("losses and scores, eight bytes each, as they come by in words"))
	f.Fuzz(func(t *testing.T, b []byte) {
		losses, scores := []float64{}, []float64{}
		for ; len(b) >= 16; b = b[16:] {
			x, y := math.Float64frombits(binary.LittleEndian.Uint64(b)), math.Float64frombits(binary.LittleEndian.Uint64(b[8:]))
			if x != x || y != y || x == 0 || y == 0 {
				continue // nor have 0 and -0 here, where one is the lesser
			}
			losses, scores = append(losses, x), append(scores, y)
		}
		want := reordered(losses, scores)
		var ranks copula.Ranks
		require.NoError(t, ranks.Reorder(losses, scores))
		require.Equal(t, want, losses)
	})
}
