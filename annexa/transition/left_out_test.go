//go:build annexa_nocorrespondences

package transition_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/transition"
)

// TestLeftOut holds that a build without correspondences says so for each row.
func TestLeftOut(t *testing.T) {
	r := transition.Migrate([]transition.Row{{ID: "A.9.2.1"}})
	require.Equal(t, "T009", r.Problems[0].Code)
	require.Equal(t, 1, r.Problems[0].Row)
	require.Equal(t, 11, r.Count(transition.Undecided))
	require.Equal(t, 82, r.Count(transition.Absent))
}
