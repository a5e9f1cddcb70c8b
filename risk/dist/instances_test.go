package dist_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/internal/instances"
)

// every returns the instances of every family.
func every(t testing.TB) []dist.Dist {
	t.Helper()
	var all []dist.Dist
	for _, text := range slices.Concat(instances.Closed(), instances.Composed()) {
		d, err := dist.Parse(text)
		require.NoError(t, err)
		all = append(all, d)
	}
	return all
}
