package soa_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo/csv"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/soa"
)

// outputs are all the forms in which a statement leaves the program.
func outputs(t testing.TB, st soa.Statement) map[string]string {
	t.Helper()
	all := make(map[string]string)
	for name, write := range map[string]func(*bytes.Buffer) error{
		"json":     func(b *bytes.Buffer) error { return soa.Write(b, st) },
		"html":     func(b *bytes.Buffer) error { return html.Write(b, st.Document()) },
		"markdown": func(b *bytes.Buffer) error { return markdown.Write(b, st.Document()) },
		"csv":      func(b *bytes.Buffer) error { return csv.Write(b, st.Document(), csv.Options{}) },
	} {
		var b bytes.Buffer
		require.NoError(t, write(&b), name)
		all[name] = b.String()
	}
	return all
}

// secrets are words of the sample that only the internal edition may have.
var secrets = []string{
	"Ransomware", "stolen password", "Fire in the machine hall", // risks
	"Second factor for everyone", "Keep malware out", "Insure and mirror", // treatments
	"Data protection law", "Fellside Bank", // requirements
	"Enroll the remaining", "notice for visitors", // actions
	"Sign-in policy export", "Restore test", "E-01", "E-02", "E-05", "E-06", // evidence
	"Mara", "Ives", "p-ives", "Tunde", "Okoro", "p-okoro", // persons
}

func TestExternal(t *testing.T) {
	st := derive(t, approve(t, decided(), "4", at), at)
	before := outputs(t, st)
	external := st.External()
	for format, text := range outputs(t, external) {
		for _, secret := range secrets {
			require.NotContains(t, text, secret, format)
		}
		for _, kept := range []string{"A.8.28", "No code is written", "Hardware keys for staff", "Pennine Hosting Halls", "R-01", "2027-01-31", "Second factor at every sign-in"} {
			require.Contains(t, text, kept, format)
		}
	}
	require.Equal(t, before, outputs(t, st), "the internal edition is as it was")
	for _, secret := range secrets {
		if secret != "Insure and mirror" && secret != "Second factor for everyone" && secret != "Keep malware out" {
			require.Contains(t, before["html"]+before["json"], secret, "the sample has what is to be left out")
		}
	}
	require.Equal(t, st.Digest(), external.Digest())
	require.True(t, external.Approved())
	require.Equal(t, "2026-11-21 by Management board", metaOf(external)["Approved"])
	require.Equal(t, external, external.External())
	require.Equal(t, "statement-of-applicability-external", external.Document().Name)
	require.Equal(t, st.Totals(), external.Totals())
}

func TestAPersonWhoApprovedIsNotNamedOutside(t *testing.T) {
	sys := approve(t, decided(), "4", at)
	approval := &sys.Documents[0].Versions[0].Approval
	approval.By, approval.For = party("person/p-ives"), party("body/board")
	st := derive(t, sys, at)
	require.Equal(t, "2026-11-21 by Mara Ives for Management board", metaOf(st)["Approved"])
	external := st.External()
	require.True(t, external.Approved())
	require.Equal(t, "2026-11-21 for Management board", metaOf(external)["Approved"])
	asked, ok := soa.ApprovalOf(viewAt(t, sys, at), external)
	require.True(t, ok)
	require.Equal(t, external.Approval, asked)
}

func TestAnErasedPersonIsPrintedById(t *testing.T) {
	st := derive(t, sample(), at)
	require.Contains(t, outputs(t, st)["html"], "Mara Ives")
	delete(st.Names, isms.Ref{Kind: isms.KindPerson, ID: "p-ives"}) // of a frozen one

	sys := sample()
	sys.Persons[0] = sys.Persons[0].Erased(day(at))
	require.Equal(t, derive(t, sys, at), st)
	html := outputs(t, st)["html"]
	require.NotContains(t, html, "Mara Ives")
	require.Contains(t, html, "by p-ives")
}
