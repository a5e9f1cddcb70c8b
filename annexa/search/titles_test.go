//go:build !annexa_notitles

package search_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/search"
)

// TestEveryTitle holds that the title of each control finds it first.
func TestEveryTitle(t *testing.T) {
	index := search.Catalogue()
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		require.Equal(t, c.Ref.ID, index.Search(c.Title+" ", 1)[0].Item, c.Title)
		require.Equal(t, c.Ref.ID, index.Search(c.Ref.ID, 1)[0].Item)
		require.Contains(t, items(index.Search(strings.TrimPrefix(c.Ref.ID, "A."), 2)), c.Ref.ID, "the clause of this number may stand before it")
	}
}
