//go:build !annexa_notitles && !annexa_noattributes && !annexa_nocorrespondences

package annexa_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

// TestTraps walks the mistakes that are common in public copies of the tables.
func TestTraps(t *testing.T) {
	t.Run("5.22 as in the uncorrected print, with a security domain that does not exist", assuranceIsNoDomain)
	t.Run("numbers and titles of the drafts", draftTitles)
	t.Run("wording of 27001 and 27002 mixed", mixedWording)
	t.Run("polished titles", polishedTitles)
	t.Run("identifiers missing, repeated or read as numbers", identifiers)
	t.Run("wrong or missing correspondences", wrongCorrespondences)
	t.Run("titles and order of clauses", wrongClauses)
	t.Run("113 controls of 2013, in the spelling of 2022", spelling2013)
	t.Run("invented attributes", inventedAttributes)
	t.Run("10 or 12 new controls", newControls)
	t.Run("misspelled words", misspelledWords)
	t.Run("Amd 1:2024 read as more than it is", amendment)
}

func control(t *testing.T, id string) annexa.Control {
	t.Helper()
	c, ok := annexa.Lookup(a(id))
	require.True(t, ok, id)
	return c
}

func assuranceIsNoDomain(t *testing.T) {
	c := control(t, "5.22")
	require.Equal(t, annexa.SupplierRelationshipsSecurity|annexa.InformationSecurityAssurance, c.Capabilities)
	require.Equal(t, annexa.GovernanceAndEcosystem|annexa.Protection|annexa.Defence, c.Domains)
	var d annexa.Domain
	require.Error(t, d.UnmarshalText([]byte("Information_security_assurance")))
}

func draftTitles(t *testing.T) {
	for id, title := range map[string]string{
		"8.20": "Networks security",
		"8.22": "Segregation of networks",
		"8.23": "Web filtering",
		"5.31": "Legal, statutory, regulatory and contractual requirements",
	} {
		require.Equal(t, title, control(t, id).Title)
	}
}

func mixedWording(t *testing.T) {
	type titles struct{ iso27001, iso27002 string }
	got := map[string]titles{}
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		if c.Title != c.Title27002 {
			got[c.Ref.ID] = titles{c.Title, c.Title27002}
		}
	}
	require.Equal(t, map[string]titles{
		"A.5.21": {
			"Managing information security in the information and communication technology (ICT) supply chain",
			"Managing information security in the ICT supply chain",
		},
		"A.5.34": {"Privacy and protection of personal identifiable information (PII)", "Privacy and protection of PII"},
		"A.8.1":  {"User end point devices", "User endpoint devices"},
	}, got)
}

func polishedTitles(t *testing.T) {
	for id, title := range map[string]string{
		"5.2":  "Information security roles and responsibilities",
		"5.22": "Monitoring, review and change management of supplier services",
		"8.20": "Networks security",
		"8.25": "Secure development life cycle",
	} {
		c := control(t, id)
		require.Equal(t, title, c.Title)
		require.Equal(t, title, c.Title27002)
	}
}

func identifiers(t *testing.T) {
	seen := map[string]bool{}
	var order []string
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		seen[c.Ref.ID] = true
		order = append(order, c.Ref.ID)
	}
	require.Len(t, seen, 93)
	require.Len(t, order, 93)
	for _, id := range []string{"A.8.28", "A.5.8", "A.5.9", "A.5.10", "A.5.11", "A.8.20", "A.8.34"} {
		require.True(t, seen[id], id)
	}
	for _, pair := range [][2]string{{"5.1", "5.10"}, {"5.2", "5.20"}, {"5.3", "5.30"}, {"7.1", "7.10"}, {"8.1", "8.10"}, {"8.2", "8.20"}, {"8.3", "8.30"}} {
		short, err := annexa.Parse(pair[0])
		require.NoError(t, err)
		long, err := annexa.Parse(pair[1])
		require.NoError(t, err)
		require.NotEqual(t, short, long)
		require.Negative(t, short.Compare(long))
		require.NotEqual(t, control(t, pair[0]).Title, control(t, pair[1]).Title)
	}
	require.Equal(t, slices.Index(order, "A.5.9")+1, slices.Index(order, "A.5.10"))
}

func wrongCorrespondences(t *testing.T) {
	for id, want := range map[string]string{
		"6.1.3": "5.5", "6.1.4": "5.6", "6.1.5": "5.8", "8.3.3": "7.10",
		"9.1.2": "5.15", "9.2.5": "5.18", "9.2.6": "5.18", "11.2.5": "7.10", "11.2.8": "8.1",
		"12.6.2": "8.19", "12.7.1": "8.34", "13.2.1": "5.14", "13.2.2": "5.14", "13.2.3": "5.14",
		"14.1.1": "5.8", "14.2.3": "8.32", "14.2.4": "8.32", "16.1.3": "6.8", "18.1.5": "5.31", "18.2.3": "5.36 8.8",
	} {
		var got []string
		for c := range annexa.Successors(old(id)) {
			got = append(got, strings.TrimPrefix(c.New.ID, "A."))
		}
		require.Equal(t, want, strings.Join(got, " "), id)
	}
	require.Len(t, slices.Collect(annexa.Correspondences()), 115)
}

func wrongClauses(t *testing.T) {
	titles := map[string]string{}
	for c := range annexa.Clauses() {
		titles[c.Ref.Number] = c.Title
	}
	for number, title := range map[string]string{
		"6.1.2": "Information security risk assessment", "6.3": "Planning of changes", "7.5": "Documented information", "7.5.2": "Creating and updating", "8": "Operation",
		"10.1": "Continual improvement", "10.2": "Nonconformity and corrective action",
		"9.2.1": "General", "9.2.2": "Internal audit programme",
		"9.3.1": "General", "9.3.2": "Management review inputs", "9.3.3": "Management review results",
	} {
		require.Equal(t, title, titles[number], number)
	}
}

func spelling2013(t *testing.T) {
	require.Len(t, slices.Collect(annexa.Controls(annexa.ISO27001v2013)), 114)
	for id, title := range map[string]string{
		"12.4.4": "Clock synchronisation", //nolint:misspell // the standard's spelling
		"13.1.3": "Segregation in networks",
		"13.2.4": "Confidentiality or nondisclosure agreements",
		"18.2.3": "Technical compliance review",
	} {
		c, ok := annexa.Lookup(old(id))
		require.True(t, ok, id)
		require.Equal(t, title, c.Title)
	}
}

func inventedAttributes(t *testing.T) {
	require.Equal(t, annexa.Attributes{
		Types:        annexa.Preventive | annexa.Detective | annexa.Corrective,
		Properties:   annexa.Confidentiality | annexa.Integrity | annexa.Availability,
		Concepts:     annexa.Protect | annexa.Detect,
		Capabilities: annexa.SystemAndNetworkSecurity | annexa.InformationProtection,
		Domains:      annexa.Protection | annexa.Defence,
	}, control(t, "8.7").Attributes)
	require.Equal(t, 9, count(control(t, "5.37").Capabilities.All()), "cells have several values")
	require.Equal(t, annexa.Preventive|annexa.Detective, control(t, "7.4").Types)
	require.Equal(t, annexa.Protection|annexa.Defence, control(t, "7.4").Domains)
	require.Equal(t, annexa.Protection|annexa.Resilience, control(t, "7.13").Domains)
	require.Equal(t, annexa.GovernanceAndEcosystem, control(t, "6.6").Domains)
	require.Equal(t, annexa.Integrity, control(t, "8.17").Properties)
}

func count[T any](values func(func(T) bool)) (n int) {
	for range values {
		n++
	}
	return n
}

func newControls(t *testing.T) {
	var fresh []string
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		if c.New {
			fresh = append(fresh, strings.TrimPrefix(c.Ref.ID, "A."))
		}
	}
	require.Equal(t, "5.7 5.23 5.30 7.4 8.9 8.10 8.11 8.12 8.16 8.23 8.28", strings.Join(fresh, " "))
}

func misspelledWords(t *testing.T) {
	all := annexa.AllAttributes()
	require.Equal(t, "Governance_and_Ecosystem;Protection;Defence;Resilience", all.Domains.String())
	require.Equal(t, "Confidentiality;Integrity;Availability", all.Properties.String())
	require.True(t, control(t, "6.6").Capabilities.Has(annexa.SupplierRelationshipsSecurity))
	require.Equal(t, "Supplier_relationships_security", annexa.SupplierRelationshipsSecurity.String())
	require.True(t, control(t, "7.2").Capabilities.Has(annexa.IdentityAndAccessManagement))
}

func amendment(t *testing.T) {
	context, _ := annexa.LookupClause(clause("4.1"))
	parties, _ := annexa.LookupClause(clause("4.2"))
	require.Contains(t, context.Note, "Amd 1:2024 adds a requirement")
	require.Contains(t, parties.Note, "Amd 1:2024 adds a NOTE, which requires nothing")
	amended := 0
	for c := range annexa.Clauses() {
		if strings.Contains(c.Note, "Amd 1") {
			amended++
		}
	}
	require.Equal(t, 2, amended)
	require.Len(t, slices.Collect(annexa.Controls(annexa.ISO27001v2022)), 93, "it adds no control")
}
