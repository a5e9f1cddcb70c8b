//go:build !annexa_noattributes

package annexa_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

// totals is how many controls have each value, counted by hand and by the
// sources; the tables were not asked.
var totals = map[annexa.Criterion]int{
	annexa.Preventive: 83, annexa.Detective: 13, annexa.Corrective: 14,
	annexa.Confidentiality: 87, annexa.Integrity: 84, annexa.Availability: 85,
	annexa.Identify: 23, annexa.Protect: 71, annexa.Detect: 14, annexa.Respond: 11, annexa.Recover: 6,
	annexa.ApplicationSecurity: 12, annexa.AssetManagement: 16, annexa.Continuity: 6, annexa.Governance: 8,
	annexa.HumanResourceSecurity: 6, annexa.IdentityAndAccessManagement: 11, annexa.InformationProtection: 15,
	annexa.InformationSecurityAssurance: 4, annexa.InformationSecurityEventManagement: 10, annexa.LegalAndCompliance: 6,
	annexa.PhysicalSecurity: 16, annexa.SecureConfiguration: 6, annexa.SupplierRelationshipsSecurity: 7,
	annexa.SystemAndNetworkSecurity: 17, annexa.ThreatAndVulnerabilityManagement: 3,
	annexa.Defence: 22, annexa.GovernanceAndEcosystem: 27, annexa.Protection: 69, annexa.Resilience: 8,
	annexa.Organizational: 37, annexa.People: 8, annexa.Physical: 14, annexa.Technological: 34,
}

func TestAttributeTotals(t *testing.T) {
	require.Len(t, totals, 3+3+5+15+4+4)
	for criterion, want := range totals {
		require.Len(t, ids(annexa.Select(criterion)), want, "%T %s", criterion, criterion)
		require.Equal(t, want, annexa.Count(criterion), "%T %s", criterion, criterion)
	}
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		require.NotZero(t, c.Types, c.Ref)
		require.NotZero(t, c.Properties, c.Ref)
		require.NotZero(t, c.Concepts, c.Ref)
		require.NotZero(t, c.Capabilities, c.Ref)
		require.NotZero(t, c.Domains, c.Ref)
	}
}

func ids(controls func(func(annexa.Control) bool)) []string {
	var all []string
	for c := range controls {
		all = append(all, strings.TrimPrefix(c.Ref.ID, "A."))
	}
	return all
}

func TestSelect(t *testing.T) {
	for _, c := range []struct {
		name     string
		criteria []annexa.Criterion
		want     string
	}{
		{"of one kind: either", []annexa.Criterion{annexa.Recover}, "5.5 5.6 5.24 5.26 5.37 8.13"},
		{"two kinds: both", []annexa.Criterion{annexa.Recover, annexa.Preventive}, "5.5 5.6 5.37"},
		{"the order of criteria is free", []annexa.Criterion{annexa.Preventive, annexa.Recover}, "5.5 5.6 5.37"},
		{"a theme", []annexa.Criterion{annexa.People, annexa.Detective}, "6.8"},
		{"two themes", []annexa.Criterion{annexa.People, annexa.Physical, annexa.Detective}, "6.8 7.4 7.11"},
		{"two values in one", []annexa.Criterion{annexa.Detective | annexa.Corrective, annexa.Technological, annexa.Availability}, "8.6 8.7 8.13 8.15 8.16 8.20 8.30"},
		{"two values apart", []annexa.Criterion{annexa.Detective, annexa.Corrective, annexa.Technological, annexa.Availability}, "8.6 8.7 8.13 8.15 8.16 8.20 8.30"},
		{"all kinds", []annexa.Criterion{annexa.Physical, annexa.Preventive, annexa.Availability, annexa.Protect, annexa.AssetManagement, annexa.Resilience}, "7.13"},
		{"zero and nil say nothing", []annexa.Criterion{annexa.Recover, annexa.Theme(0), annexa.Domain(0), nil}, "5.5 5.6 5.24 5.26 5.37 8.13"},
		{"no such theme", []annexa.Criterion{annexa.Theme(5)}, ""},
		{"nor such", []annexa.Criterion{annexa.Theme(255)}, ""},
		{"no such value", []annexa.Criterion{annexa.Property(1 << 7)}, ""},
		{"nothing meets all", []annexa.Criterion{annexa.People, annexa.Recover}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, strings.Join(ids(annexa.Select(c.criteria...)), " "))
		})
	}
	require.Equal(t, ids(annexa.Controls(annexa.ISO27001v2022)), ids(annexa.Select()))
}

// slowly is Select as its documentation says it, over words instead of bits.
func slowly(criteria []annexa.Criterion) []string {
	wanted := map[string][]string{}
	for _, c := range criteria {
		kind, word := words(c)
		wanted[kind] = append(wanted[kind], word)
	}
	var all []string
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		meets := true
		for _, has := range []annexa.Criterion{c.Theme, c.Types, c.Properties, c.Concepts, c.Capabilities, c.Domains} {
			kind, text := words(has)
			one := func(word string) bool { return slices.Contains(strings.Split(text, ";"), word) }
			meets = meets && (wanted[kind] == nil || slices.ContainsFunc(wanted[kind], one))
		}
		if meets {
			all = append(all, strings.TrimPrefix(c.Ref.ID, "A."))
		}
	}
	return all
}

func words(c annexa.Criterion) (kind, text string) {
	switch c := c.(type) {
	case annexa.Theme:
		return "theme", c.String()
	case annexa.ControlType:
		return "type", c.String()
	case annexa.Property:
		return "property", c.String()
	case annexa.Concept:
		return "concept", c.String()
	case annexa.Capability:
		return "capability", c.String()
	case annexa.Domain:
		return "domain", c.String()
	}
	panic("a kind of criterion without a case")
}

func TestSelectAgreesWithItsDocumentation(t *testing.T) {
	var all []annexa.Criterion
	for c := range totals {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b annexa.Criterion) int {
		k, v := words(a)
		l, w := words(b)
		return strings.Compare(k+v, l+w)
	})
	for _, one := range all {
		for _, two := range all {
			require.Equal(t, slowly([]annexa.Criterion{one, two}), ids(annexa.Select(one, two)), "%v, %v", one, two)
		}
	}
	random := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		criteria := make([]annexa.Criterion, random.IntN(8))
		for i := range criteria {
			criteria[i] = all[random.IntN(len(all))]
		}
		require.Equal(t, slowly(criteria), ids(annexa.Select(criteria...)), "%v", criteria)
		require.Equal(t, len(slowly(criteria)), annexa.Count(criteria...), "%v", criteria)
	}
}

// TestViewAgreesWithSelect finds in each group the selection by its value,
// narrowed by the criteria.
func TestViewAgreesWithSelect(t *testing.T) {
	for _, narrow := range [][]annexa.Criterion{nil, {annexa.People}, {annexa.Detective, annexa.Technological}, {annexa.People, annexa.Recover}} {
		chosen := ids(annexa.Select(narrow...))
		for _, by := range everyAttribute {
			view, err := annexa.NewView(by, narrow...)
			require.NoError(t, err)
			want := annexa.View{Attribute: by}
			for _, value := range values(by) {
				_, word := words(value)
				group := annexa.ViewGroup{Value: word, Controls: []annexa.ControlRef{}}
				for c := range annexa.Select(value) {
					if slices.Contains(chosen, c.Ref.ID[len("A."):]) {
						group.Controls = append(group.Controls, c.Ref)
					}
				}
				want.Groups = append(want.Groups, group)
			}
			want.Controls = len(chosen) // every control has a value of every attribute
			require.Equal(t, want, view, "%s", by)
		}
	}
}

// values returns the values of an attribute as criteria.
func values(by annexa.Attribute) []annexa.Criterion {
	all := annexa.AllAttributes()
	switch by {
	case annexa.ByControlType:
		return criteria(all.Types.All())
	case annexa.ByProperty:
		return criteria(all.Properties.All())
	case annexa.ByConcept:
		return criteria(all.Concepts.All())
	case annexa.ByCapability:
		return criteria(all.Capabilities.All())
	case annexa.ByDomain:
		return criteria(all.Domains.All())
	case annexa.ByTheme:
		return []annexa.Criterion{annexa.Organizational, annexa.People, annexa.Physical, annexa.Technological}
	}
	return nil
}

func criteria[C annexa.Criterion](values func(func(C) bool)) []annexa.Criterion {
	var all []annexa.Criterion
	for v := range values {
		all = append(all, v)
	}
	return all
}

func TestCountAllocatesNothing(t *testing.T) {
	require.Zero(t, testing.AllocsPerRun(100, func() { annexa.Count(annexa.Detective, annexa.Technological) }))
}
