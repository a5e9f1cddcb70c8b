package tolerance_test

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/tolerance"
)

// FuzzCompare holds that any points are refused, or make curves whose comparison
// is in order: ranges apart and ascending, finite figures, nothing over itself.
func FuzzCompare(f *testing.F) {
	f.Add(encode(1e4, 0.4, 1e6, 0.1), encode(1e3, 0.5, 1e5, 0.3, 1e6, 0))
	f.Add(encode(0, 0.4, 1, 0.4, 1, 0.1), encode(5e-324, 1, 1e308, 0))
	f.Add(encode(1e5, 0.1, 1e6, 0.05, 1e6, 0), encode(1e7, 0.2))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		risk, err := tolerance.New(points(a))
		if err != nil {
			require.Equal(t, tolerance.Curve{}, risk)
			return
		}
		self := tolerance.Compare(risk, risk)
		require.Empty(t, self.Over)
		tolerated, err := tolerance.New(points(b))
		if err != nil {
			return
		}
		got := tolerance.Compare(risk, tolerated)
		before := math.Inf(-1)
		for _, r := range got.Over {
			require.True(t, before < r.From && r.From <= r.To, "%+v", got)
			before = r.To
		}
		for _, p := range []*tolerance.Place{got.Difference, got.Ratio, got.Excess} {
			if p != nil {
				require.True(t, p.Risk >= 0 && p.Risk <= 1 && p.Tolerated >= 0 && p.Tolerated <= 1, "%+v", p)
			}
		}
		require.Equal(t, got.Within, len(got.Over)+len(got.Open) == 0)
		_, err = json.Marshal(got)
		require.NoError(t, err)
		require.NotEmpty(t, got.String())
		share, err := tolerance.Share([]tolerance.Curve{risk, tolerated}, tolerated)
		require.NoError(t, err)
		require.LessOrEqual(t, share.Over+share.Open, 2)
	})
}

func points(data []byte) []tolerance.Point {
	var all []tolerance.Point
	for ; len(data) >= 16; data = data[16:] {
		all = append(all, tolerance.Point{
			Loss:        math.Float64frombits(binary.LittleEndian.Uint64(data)),
			Probability: math.Float64frombits(binary.LittleEndian.Uint64(data[8:])),
		})
	}
	return all
}

func encode(xs ...float64) []byte {
	var b []byte
	for _, x := range xs {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
	}
	return b
}
