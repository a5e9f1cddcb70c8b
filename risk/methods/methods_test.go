package methods_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/methods"
)

func TestAll(t *testing.T) {
	list := methods.All()
	require.NotEmpty(t, list)
	require.True(t, slices.IsSortedFunc(list, func(a, b risk.Method) int { return cmp.Compare(a.ID, b.ID) }))
	for _, m := range list {
		t.Run(m.Ref().String(), func(t *testing.T) {
			require.Empty(t, m.Problems())
			require.NotEmpty(t, m.Title)
			require.NotEmpty(t, m.Source)
			found, err := list.Find(m.Ref().String())
			require.NoError(t, err, "a reference names one method")
			require.Equal(t, m, found)
		})
	}
}

func ExampleAll() {
	own := risk.Method{ID: "acme/matrix", Version: "1" /* … */}
	list := append(methods.All(), own)
	m, err := list.Find("acme/matrix")
	fmt.Println(m.Ref(), err)
	// Output: acme/matrix@1 <nil>
}
