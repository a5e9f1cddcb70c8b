package soa_test

import (
	"bytes"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/soa"
)

func noticesIn(d docinfo.Document) []string {
	var titles []string
	for _, b := range d.Blocks {
		if n, ok := b.(docinfo.Notice); ok {
			titles = append(titles, n.Title)
		}
	}
	return titles
}

func noticesOf(st soa.Statement) []string { return noticesIn(st.Document()) }

func TestGolden(t *testing.T) {
	draft := outputs(t, derive(t, sample(), at))
	golden.Equal(t, "draft.json", draft["json"])
	golden.Equal(t, "draft.md", draft["markdown"])
	golden.Equal(t, "draft.crlf.csv", draft["csv"])
	golden.Equal(t, "draft.html", content(t, draft["html"]))
	external := outputs(t, derive(t, approve(t, decided(), "4", at), at).External())
	golden.Equal(t, "external.json", external["json"])
	golden.Equal(t, "external.md", external["markdown"])
	var b bytes.Buffer
	require.NoError(t, markdown.Write(&b, soa.ReviewDocument(derive(t, sample(), at))))
	golden.Equal(t, "review.md", b.String())
}

// content is a page without its style and script, which are those of package
// html and tested there.
func content(t *testing.T, page string) string {
	t.Helper()
	found := regexp.MustCompile(`(?s)<header>.*</main>\n`).FindString(page)
	require.NotEmpty(t, found)
	return found
}

// TestWordsNeverPrinted holds that no output judges.
func TestWordsNeverPrinted(t *testing.T) {
	never := regexp.MustCompile(`(?i)\b(compliant|conforms?|conformity|conformant|certif(?:y|ies|ied|icate|ication)|prove[sdn]?|proof|guarantees?)\b`)
	for _, sys := range []isms.System{sample(), approve(t, decided(), "4", at)} {
		st := derive(t, sys, at)
		for _, edition := range []soa.Statement{st, st.External()} {
			for format, text := range outputs(t, edition) {
				require.Empty(t, never.FindAllString(text, -1), format)
			}
		}
		var b bytes.Buffer
		require.NoError(t, html.Write(&b, soa.ReviewDocument(st)))
		require.Empty(t, never.FindAllString(b.String(), -1))
	}
	for _, r := range soa.Rules() {
		require.NotRegexp(t, never, r.Title+" "+r.Hint)
	}
}

func TestNoticeOfTheDay(t *testing.T) {
	v := viewAt(t, decided(), at)
	for name, c := range map[string]struct {
		today string
		want  []string
	}{
		"not stated":     {"2026-11-21", nil},
		"the day itself": {at, nil},
		"a day past":     {"2026-11-22", []string{"Reconstructed"}},
		"a day to come":  {"2026-11-20", []string{"For a date to come"}},
	} {
		t.Run(name, func(t *testing.T) {
			st, err := soa.Derive(v, soa.Options{Today: day(c.today)})
			require.NoError(t, err)
			require.Equal(t, c.want, noticesOf(st))
			require.Equal(t, c.today > at, st.Reconstructed())
		})
	}
	require.False(t, derive(t, decided(), at).Reconstructed())
	require.Empty(t, noticesOf(derive(t, decided(), at)))
}

// TestEmptyStatement holds that even nothing gives a document.
func TestEmptyStatement(t *testing.T) {
	require.NoError(t, soa.Statement{}.Document().Validate())
	require.NoError(t, soa.ReviewDocument(soa.Statement{}).Validate())
	require.NoError(t, soa.Statement{}.External().Document().Validate())
	st := oneEntry()
	require.NoError(t, st.Document().Validate())
	require.NoError(t, st.External().Document().Validate())
}

// TestValuesWithoutAWord holds that a statement made by hand, with values that
// no record can have, is refused and not printed.
func TestValuesWithoutAWord(t *testing.T) {
	st := oneEntry()
	st.Entries[0].Status = 99
	require.Error(t, html.Write(&bytes.Buffer{}, st.Document()))
	require.Error(t, soa.Write(&bytes.Buffer{}, st))
	require.Empty(t, st.Digest())
}

// cellsOf are the texts of a row of a statement's table.
func cellsOf(t *testing.T, st soa.Statement, id string) map[string]string {
	t.Helper()
	for _, b := range st.Document().Blocks {
		s, ok := b.(docinfo.Section)
		if !ok || s.ID != "controls" {
			continue
		}
		table, ok := s.Blocks[0].(docinfo.Table)
		require.True(t, ok)
		for _, r := range table.Rows {
			if r.ID != id {
				continue
			}
			cells := make(map[string]string)
			for i, c := range r.Cells {
				text := c.Text
				for _, item := range c.Items {
					text += "[" + item.String() + "]"
				}
				cells[table.Columns[i].ID] = text
			}
			return cells
		}
	}
	require.Fail(t, "no row "+id)
	return nil
}

func TestCells(t *testing.T) {
	sys := sample()
	sys.Controls = append(sys.Controls, isms.Control{ID: "C-12", Title: "Keys in a safe", Realizes: realizes("A.5.17"), How: "Really?", States: since("2026-01-01", isms.NotImplemented)})
	sys.Controls[0].Provision.Theirs = ""
	sys.Actions[0].Due, sys.Actions[0].Owner = isms.Date{}, isms.Party{}
	st := derive(t, sys, at)
	require.Equal(t, map[string]string{
		"control": "A.5.17", "necessary": "Yes", "status": "Partial",
		"justification": "Best practice: Customers ask for it in their questionnaires: credentials.",
		"drivers": "[Risk R-01 Ransomware spreads through the platform → T-02 → C-01]" +
			"[Risk R-02 A stolen password opens a customer's machine → T-02 → C-01]",
		"implementation": "[C-01 Second factor at every sign-in. Implemented. Realizes it in part. Hardware keys for staff, an authenticator for customers. " +
			"Shared with Keystone Sign-in (ours: who gets a key). Owner: Security officer.]" +
			"[C-02 Password manager.][C-12 Keys in a safe. Not implemented. Really?]",
		"planned":  "[ACT-1 Enroll the remaining 40 machines, without a day]",
		"evidence": "[E-01 Sign-in policy export]",
	}, cellsOf(t, st, "A.5.17"))
	require.Equal(t, map[string]string{
		"control": "C-08", "necessary": "Yes", "justification": "", "drivers": "", "status": "Implemented",
		"implementation": "[A button in the panel.]", "planned": "", "evidence": "",
	}, cellsOf(t, st, "control/C-08"))
	require.Equal(t, map[string]string{
		"control": "A.7.14", "necessary": "No", "drivers": "", "status": "",
		"justification":  "Asset not present: Since the tapes were destroyed there is no equipment of ours that holds data.",
		"implementation": "", "planned": "", "evidence": "",
	}, cellsOf(t, st, "A.7.14"))
	require.Equal(t, "[C-05 Rooms, power and cooling of the machine hall. Inherited from Pennine Hosting Halls.]", cellsOf(t, st, "A.7.11")["implementation"])
}

func TestMeta(t *testing.T) {
	st := derive(t, sample(), at)
	require.Equal(t, map[string]string{
		"Scope":         "Operation of the managed hosting platform, and support of its customers, from the offices in Leeds.",
		"As of":         at,
		"Version":       "draft, no version is in force",
		"Necessary":     "89 of 95 controls; 5 excluded, 1 undecided",
		"Implemented":   "8 of 89 necessary controls; 1 partial, 2 planned, 78 not implemented",
		"Compared with": "ISO/IEC 27001:2022 + Amd 1:2024",
		"Edition":       "internal: names risks, evidence and persons",
		"Derived by":    soa.Edition,
		"Digest":        st.Digest(),
	}, metaOf(st))
	require.Equal(t, "Alder Hosting Ltd, Managed hosting", st.Document().Subtitle)
	require.Equal(t, "Alder Hosting Ltd, Managed hosting · as of "+at+" · draft · "+st.Digest()[:19]+"…", st.Document().Footer)

	st.Sets, st.Catalogue = append(st.Sets, "acme:1"), "an edition of then; acme:1"
	require.Equal(t, "an edition of then; acme:1", metaOf(st)["Compared with"])
	st.Catalogue = ""
	require.Equal(t, "iso27001:2022; acme:1", metaOf(st)["Compared with"])

	bare := derive(t, isms.System{ID: "bare", SchemaVersion: isms.SchemaVersion}, at)
	require.Equal(t, "bare", bare.Document().Subtitle)
	require.Equal(t, "the whole management system", metaOf(bare)["Scope"])
	named := derive(t, isms.System{ID: "s", SchemaVersion: isms.SchemaVersion, Title: "Shop", Scopes: []isms.Scope{{ID: "Shop"}}}, at)
	require.Equal(t, "Shop", named.Document().Subtitle, "nothing is said twice")
}
