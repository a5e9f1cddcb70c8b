package tolerance_test

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/tolerance"
)

// TestBits holds that comparisons have the same bits as ever, on whichever
// platform.
func TestBits(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	h := fnv.New64a()
	var family []tolerance.Curve
	for range 100 {
		family = append(family, bounded(t, r))
	}
	for i, c := range family[1:] {
		text, err := json.Marshal(tolerance.Compare(c, family[i]))
		require.NoError(t, err)
		_, _ = h.Write(text)
	}
	share, err := tolerance.Share(family, family[0])
	require.NoError(t, err)
	text, err := json.Marshal(share)
	require.NoError(t, err)
	_, _ = h.Write(text)
	golden.Equal(t, "bits.txt", fmt.Sprintf("%016x\n", h.Sum64()))
}

// bounded returns a curve of random points that need no function to be drawn.
func bounded(t *testing.T, r *rand.Rand) tolerance.Curve {
	t.Helper()
	var points []tolerance.Point
	loss, p := float64(r.IntN(2)), 1-r.Float64()/4
	for range 8 {
		points = append(points, tolerance.Point{Loss: loss, Probability: p})
		loss, p = (loss+1)*(1+float64(r.IntN(5))), p*(1-float64(r.IntN(3))/4)
	}
	return curve(t, points...)
}
