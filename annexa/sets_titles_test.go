//go:build !annexa_notitles

package annexa_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

// TestTitlesOfOtherSets walks the titles that public copies have wrong or that
// moved from one edition to the next.
func TestTitlesOfOtherSets(t *testing.T) {
	for _, c := range []struct {
		set                annexa.Set
		id, title, heading string
	}{
		{annexa.ISO27017v2015, "CLD.6.3.1", "Shared roles and responsibilities within a cloud computing environment", "Relationship between cloud service customer and cloud service provider"},
		{annexa.ISO27017v2015, "CLD.8.1.5", "Removal of cloud service customer assets", "Responsibility for assets"}, // not "and return"
		{annexa.ISO27017v2015, "CLD.12.4.5", "Monitoring of cloud services", "Logging and monitoring"},
		{annexa.ISO27018v2019, "A.10.1", "Notification of a data breach involving PII", "Accountability"}, // not A.8.1, not A.9.1
		{annexa.ISO27018v2019, "A.8.1", "Disclosure of sub-contracted PII processing", "Openness, transparency and notice"},
		{annexa.ISO27018v2019, "A.12.1", "Geographical location of PII", "Privacy compliance"}, // not A.9.1
		{annexa.ISO27018v2019, "A.11.9", "Records of authorized users", "Information security"},
		{annexa.ISO27018v2019, "A.11.10", "User ID management", "Information security"},
		{annexa.ISO27018v2025, "A.11.9", "User ID management", "Information security"},           // uncertain
		{annexa.ISO27018v2025, "A.11.10", "Records of authorized users", "Information security"}, // uncertain
		{annexa.ISO27701v2025, "A.1.2.2", "Identify and document purpose", "PII controllers"},
		{annexa.ISO27701v2025, "A.1.3.5", "Providing mechanism to modify or withdraw consent", "PII controllers"},
		{annexa.ISO27701v2025, "A.2.3.2", "Comply with obligations to PII principals", "PII processors"},
		{annexa.ISO27701v2025, "A.3.31", "Test information", "PII controllers and PII processors"},
	} {
		control, ok := annexa.Lookup(in(c.set, c.id))
		require.True(t, ok, c.id)
		require.Equal(t, c.title, control.Title)
		heading, _, _ := annexa.Headings(control.Ref)
		require.Equal(t, c.heading, heading.Title)
	}
}
