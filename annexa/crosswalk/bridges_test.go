//go:build !annexa_nocorrespondences

package crosswalk_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/crosswalk"
)

// The ways over the controls of 2013, which a build may leave out.

func TestBridges(t *testing.T) {
	require.Len(t, crosswalk.From2013(), 115)
	require.Len(t, crosswalk.Clause6(), 114)
	require.Equal(t, ref("iso27001:2013/A.18.2.3"), slicesOf(crosswalk.Clause6(), "iso27701:2019/6.15.2.3")[0].To)
	require.Equal(t, ref("iso27001:2013/A.5.1.1"), slicesOf(crosswalk.Clause6(), "iso27701:2019/6.2.1.1")[0].To)
	clause6 := map[crosswalk.Ref]bool{}
	for _, r := range crosswalk.Clause6().From() {
		clause6[r] = true
	}
	ways := 0
	for _, p := range crosswalk.GDPR() {
		if strings.HasPrefix(p.To.ID, "6.") {
			ways++
			require.True(t, clause6[p.To], p.To)
		}
	}
	require.Positive(t, ways)
	for _, p := range crosswalk.GDPRToISO27001() {
		require.Len(t, p.Via, 3)
		require.Equal(t, crosswalk.Unknown, p.Relation)
		require.Empty(t, p.Source)
	}
}

func TestTheWayOfGDPRCoversNothing(t *testing.T) {
	coversNothing(t, "gdpr", crosswalk.GDPRToISO27001())
}

func ExampleGDPRToISO27001() {
	for pair := range crosswalk.GDPRToISO27001().Of(crosswalk.Ref{Set: crosswalk.GDPRv2016, ID: "33.1"}) {
		fmt.Println(pair.To, pair.Relation)
		for _, hop := range pair.Via {
			fmt.Println("  ", hop.From, hop.To, "by", hop.Source)
		}
		break
	}
	// Output:
	// A.5.24 unknown
	//    gdpr:2016-679/33.1 iso27701:2019/6.13.1.1 by gdpr
	//    iso27701:2019/6.13.1.1 iso27001:2013/A.16.1.1 by iso27701 clause 6
	//    iso27001:2013/A.16.1.1 A.5.24 by iso27002 annex b
}
