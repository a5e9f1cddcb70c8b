package soa_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/soa"
)

func TestApproved(t *testing.T) {
	for name, c := range map[string]struct {
		at     string
		change func(*isms.System)
		want   bool
	}{
		"a version in force carries the digest": {at, func(*isms.System) {}, true},
		"on the day of the approval":            {"2026-11-01", func(*isms.System) {}, true},
		"on the day before":                     {"2026-10-31", func(*isms.System) {}, false},
		"half a year later, evidence is old":    {"2027-01-30", func(*isms.System) {}, true},
		"the digest in capitals": {at, func(s *isms.System) {
			v := &s.Documents[0].Versions[0]
			v.Digest = strings.ToUpper(v.Digest)
		}, true},
		"the version has no digest":        {at, func(s *isms.System) { s.Documents[0].Versions[0].Digest = "" }, false},
		"the version has another digest":   {at, func(s *isms.System) { s.Documents[0].Versions[0].Digest = "sha256:00" }, false},
		"nobody approved the version":      {at, func(s *isms.System) { s.Documents[0].Versions[0].Approval.By = isms.Party{} }, false},
		"the version is withdrawn":         {at, func(s *isms.System) { s.Documents[0].Versions[0].Withdrawn = day(at) }, false},
		"the version is withdrawn later":   {at, func(s *isms.System) { s.Documents[0].Versions[0].Withdrawn = day(at).AddDays(1) }, true},
		"the document is of another topic": {at, func(s *isms.System) { s.Documents[0].Topic = isms.TopicPlan }, false},
		"the document names the scope":     {at, func(s *isms.System) { s.Documents[0].Scope = "hosting" }, true},
		"there are two scopes": {at, func(s *isms.System) {
			s.Scopes = append(s.Scopes, isms.Scope{ID: "x"})
			s.Documents[0].Scope = "hosting"
		}, true},
		"the document is of another scope":   {at, func(s *isms.System) { s.Scopes = append(s.Scopes, isms.Scope{ID: "x"}); s.Documents[0].Scope = "x" }, false},
		"the document names no scope of two": {at, func(s *isms.System) { s.Scopes = append(s.Scopes, isms.Scope{ID: "x"}) }, false},
		"a later version has another digest": {at, func(s *isms.System) {
			v := s.Documents[0].Versions[0]
			v.Number, v.Digest, v.Approval.On = "5", "sha256:00", day("2026-11-10")
			s.Documents[0].Versions = append(s.Documents[0].Versions, v)
		}, false},
		"another document has another digest": {at, func(s *isms.System) {
			d := s.Documents[0]
			d.ID, d.Versions = "D-00", []isms.DocumentVersion{{Number: "9", Digest: "sha256:00", Approval: isms.Decision{By: party("body/board"), On: day("2026-11-20")}}}
			s.Documents = append(s.Documents, d)
		}, true},
		"the content changed": {at, func(s *isms.System) {
			s.Risks[1].Status = []isms.RiskFact{{Is: isms.Closed, Since: day("2026-11-15")}}
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			sys := decided()
			for i := range sys.Applicability {
				sys.Applicability[i].Scope = "hosting" // so that a second scope changes nothing
			}
			sys = approve(t, sys, "4", "2026-11-01")
			c.change(&sys)
			st, err := soa.Derive(viewAt(t, sys, c.at), soa.Options{Scope: "hosting"})
			require.NoError(t, err)
			require.Equal(t, c.want, st.Approved())
			if c.want {
				require.Empty(t, st.Document().Mark)
				require.Equal(t, "4", st.Approval.Version)
			} else {
				require.Equal(t, soa.Draft, st.Document().Mark)
			}
		})
	}
}

func TestApprovalIsPrinted(t *testing.T) {
	st := derive(t, approve(t, decided(), "4", "2026-11-01"), at)
	require.Equal(t, soa.Approval{
		Document: "D-01", Version: "4", On: day("2026-11-01"), By: party("body/board"), Digest: st.Digest(),
	}, st.Approval)
	meta := metaOf(st)
	require.Equal(t, "4 (D-01)", meta["Version"])
	require.Equal(t, "2026-11-01 by Management board", meta["Approved"])
	require.Equal(t, st.Digest(), meta["Digest"])
	require.Contains(t, st.Document().Footer, "version 4")
}

func metaOf(st soa.Statement) map[string]string {
	meta := make(map[string]string)
	for _, f := range st.Document().Meta {
		meta[f.Name] = f.Value.String()
	}
	return meta
}

// TestWhatBlocksApproval holds that a recorded approval of undecided or
// reasonless entries leaves the statement a draft, and that it says so.
func TestWhatBlocksApproval(t *testing.T) {
	st := derive(t, approve(t, sample(), "4", at), at)
	require.Equal(t, st.Digest(), st.Approval.Digest)
	require.False(t, st.Approved())
	require.Equal(t, soa.Draft, st.Document().Mark)
	require.Equal(t, "draft, in force is version 4 of "+at, metaOf(st)["Version"])
	require.Equal(t, "The recorded approval does not count", noticesOf(st)[0])
}

func TestADraftNamesTheVersionInForce(t *testing.T) {
	sys := approve(t, decided(), "4", "2026-11-01")
	sys.Controls[1].States = append(sys.Controls[1].States, isms.ControlFact{Is: isms.Implemented, Since: day("2026-11-10")})
	st := derive(t, sys, at)
	require.False(t, st.Approved())
	require.Equal(t, "draft, in force is version 4 of 2026-11-01", metaOf(st)["Version"])
	require.Equal(t, []string{"Changed since version 4"}, noticesOf(st))
}

func TestSeveralDocuments(t *testing.T) {
	sys := decided()
	digest := derive(t, sys, at).Digest()
	document := func(id isms.DocumentID, on, digest string) isms.Document {
		return isms.Document{ID: id, Topic: isms.TopicStatement, Versions: []isms.DocumentVersion{{
			Number: "1", Digest: digest, Approval: isms.Decision{By: party("body/board"), On: day(on)},
		}}}
	}
	for name, c := range map[string]struct {
		documents []isms.Document
		want      isms.DocumentID
	}{
		"the one that carries the digest, first": {[]isms.Document{document("A", "2026-02-02", digest), document("B", "2026-03-03", "sha256:00")}, "A"},
		"the one that carries the digest, last":  {[]isms.Document{document("A", "2026-03-03", "sha256:00"), document("B", "2026-02-02", digest)}, "B"},
		"both carry it: the later":               {[]isms.Document{document("A", "2026-03-03", digest), document("B", "2026-02-02", digest)}, "A"},
		"neither carries it: the later":          {[]isms.Document{document("A", "2026-02-02", ""), document("B", "2026-03-03", "sha256:00")}, "B"},
	} {
		t.Run(name, func(t *testing.T) {
			sys.Documents = c.documents
			require.Equal(t, c.want, derive(t, sys, at).Approval.Document)
		})
	}
}

// TestAFrozenStatementIsAskedAgain follows the life of a statement: derived,
// frozen, approved, and looked at a year later.
func TestAFrozenStatementIsAskedAgain(t *testing.T) {
	sys := decided()
	frozen := derive(t, sys, "2026-02-02")
	require.False(t, frozen.Approved())
	_, ok := soa.ApprovalOf(viewAt(t, sys, "2026-02-02"), frozen)
	require.False(t, ok)

	sys = approve(t, sys, "1", "2026-02-02")
	frozen.Approval, ok = soa.ApprovalOf(viewAt(t, sys, "2026-02-10"), frozen)
	require.True(t, ok)
	require.True(t, frozen.Approved())
	require.True(t, frozen.External().Approved())

	forged := frozen
	forged.Entries = append([]soa.Entry(nil), frozen.Entries...)
	forged.Entries[0].Reason = "another reason"
	require.False(t, forged.Approved(), "an approval is of a content")
}
