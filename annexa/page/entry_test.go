//go:build !annexa_notitles && !annexa_noattributes && !annexa_nocorrespondences

package page_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/page"
)

func entry(t *testing.T, id string) page.Entry {
	t.Helper()
	for _, e := range whole().Entries {
		if e.ID() == id {
			return e
		}
	}
	t.Fatal(id)
	return page.Entry{}
}

// What is beside an entry is what the other tables say, read from its side.
func TestEntry(t *testing.T) {
	e := entry(t, "A.5.15")
	require.Equal(t, "Access control|Access rules|Organizational controls", e.Title()+"|"+e.Name()+"|"+e.Group())
	require.Equal(t, []string{"A.5.16", "A.5.18", "A.8.3", "7.5.3"}, e.NeededBy)
	require.Equal(t, []page.Beside{
		{Framework: "nist-csf:2.0", IDs: []string{"PR.AA-01", "PR.AA-03", "PR.AA-05", "PR.DS-01", "PR.DS-02", "PR.DS-10"}},
		{Framework: "sp800-53:r5", IDs: []string{"AC-1", "AC-3", "AC-6"}},
		{Framework: "nis2:2024-2690", IDs: []string{"11.1"}},
	}, e.Beside)
	require.Len(t, e.Old, 2)
	require.Equal(t, []int{15, 60, 500, 0}, []int{e.Size("S1"), e.Size("E3"), e.Size("S4"), e.Size("S99")})

	c := entry(t, "9.2.2")
	require.Equal(t, "Internal audit programme|Audit programme|Clause 9 Performance evaluation", c.Title()+"|"+c.Name()+"|"+c.Group())
	require.True(t, entry(t, "A.5.7").Control.New)
}

// The counts of the page are those of the catalogue.
func TestCounts(t *testing.T) {
	view, err := annexa.NewView(annexa.ByCapability)
	require.NoError(t, err)
	got := written(t, whole())
	require.Contains(t, got, `<a href="#?capability=Governance">Governance</a> `+strconv.Itoa(len(view.Groups[0].Controls))+`</span>`)
}
