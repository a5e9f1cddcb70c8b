package search_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/search"
)

func TestVocabulary(t *testing.T) {
	lists := slices.Collect(search.Synonyms())
	require.True(t, slices.ContainsFunc(lists, func(l []string) bool { return slices.Contains(l, "laptop") && slices.Contains(l, "notebook") }))
	for _, list := range lists {
		require.GreaterOrEqual(t, len(list), 2)
	}
	for first := range search.Synonyms() {
		require.Equal(t, lists[0], first)
		break
	}
	require.Contains(t, search.StopWords(), "whose")
}
