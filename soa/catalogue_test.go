package soa_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	catalogue "github.com/ismskit/ismskit/annexa/catalogue/yaml"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/soa"
)

// setsPage reads docs/sets.md, and the System and the set that it has.
func setsPage(t *testing.T) (page string, sys isms.System, acme annexa.Catalogue) {
	t.Helper()
	src, err := os.ReadFile("../docs/sets.md")
	require.NoError(t, err)
	page = strings.ReplaceAll(string(src), "\r\n", "\n")
	sys, err = yaml.Decode("isms.yaml", []byte(block(t, page, "yaml")))
	require.NoError(t, err)
	acme, err = catalogue.Decode("acme.yaml", []byte(block(t, page, "own")))
	require.NoError(t, err)
	return page, sys, acme
}

func deriveWith(t *testing.T, sys isms.System, own ...annexa.Catalogue) soa.Statement {
	t.Helper()
	st, err := soa.Derive(viewAt(t, sys, at), soa.Options{Catalogues: own})
	require.NoError(t, err)
	return st
}

// outline prints the entries of a statement under their headings.
func outline(t *testing.T, st soa.Statement) string {
	t.Helper()
	var b strings.Builder
	theme := ""
	for _, e := range st.Entries {
		if e.Theme() != theme {
			theme = e.Theme()
			fmt.Fprintln(&b, theme)
		}
		necessary := "undecided"
		if e.Inclusion != 0 {
			necessary = word(t, e.Inclusion)
		}
		fmt.Fprintf(&b, "  %s  %s  %s, %s\n", e.Ref(), e.Title, necessary, word(t, max(e.Status, soa.NotImplemented)))
	}
	return b.String()
}

// TestDocsSets holds that the statement of docs/sets.md is that of its System and
// its set, and so that a shipped set and an own one are listed as Annex A is.
func TestDocsSets(t *testing.T) {
	page, sys, acme := setsPage(t)
	st := deriveWith(t, sys, acme)
	require.Equal(t, block(t, page, "statement")+"\n", outline(t, st))
	require.Equal(t, "ISO/IEC 27017:2015; Acme baseline (acme:1)", st.Catalogue)
	require.Equal(t, st.Catalogue, metaOf(st)["Compared with"])
	require.Equal(t, "1 of 10 controls; 1 excluded, 8 undecided", metaOf(st)["Necessary"])

	undecided := 0
	for _, r := range soa.Review(st) {
		if r.Code == "S001" {
			require.True(t, r.Blocks)
			undecided++
		}
	}
	require.Equal(t, 8, undecided, "what nobody decided keeps any set a draft")

	src := block(t, page, "own")
	_, err := catalogue.Decode("acme.yaml", []byte(strings.Replace(src, "administrators, group: access", "administrators, group: acces", 1)))
	require.EqualError(t, err, block(t, page, "problem"))
}

// TestAWholeStatement compares with Annex A and both others.
func TestAWholeStatement(t *testing.T) {
	_, sys, acme := setsPage(t)
	sys.ControlSets = []annexa.Set{annexa.ISO27001v2022, annexa.ISO27018v2019, annexa.ISO27018v2025, annexa.ISO27701v2025, annexa.ISO27017v2015, "acme:1"}
	st := deriveWith(t, sys, acme)
	require.Len(t, st.Entries, 93+25+25+78+7+3)
	seen, sets := map[string]bool{}, map[string]annexa.Set{}
	for _, e := range st.Entries {
		require.NotEmpty(t, e.Title, e.Ref())
		require.False(t, seen[e.Ref()], e.Ref())
		seen[e.Ref()] = true
		if set, ok := sets[e.Theme()]; ok {
			require.Equal(t, set, e.Control.Set, "a heading is of one set")
		}
		sets[e.Theme()] = e.Control.Set
	}
	require.Len(t, sets, 4+8+8+3+6+2)
}

func TestWhatTheSetDoesNotHaveIsListed(t *testing.T) {
	_, sys, acme := setsPage(t)
	sys.ControlSets = []annexa.Set{"acme:1"}
	sys.Applicability = append(sys.Applicability, isms.Applicability{Control: ref("acme:1/X-3"), Decisions: sys.Applicability[0].Decisions})
	st := deriveWith(t, sys, acme)
	last := st.Entries[3]
	require.Equal(t, "acme:1/X-3", last.Ref())
	require.Empty(t, last.Title)
	require.Equal(t, "acme:1", last.Theme())
	require.Equal(t, isms.Included, last.Inclusion)

	// The references of a set that is not compared with have titles too.
	sys.ControlSets = []annexa.Set{annexa.ISO27017v2015}
	e, ok := deriveWith(t, sys, acme).Entry(ref("acme:1/X-3"))
	require.True(t, ok)
	require.Empty(t, e.Title)
	sys.Applicability[2].Control = ref("acme:1/X-2")
	e, ok = deriveWith(t, sys, acme).Entry(ref("acme:1/X-2"))
	require.True(t, ok)
	require.Equal(t, "Two accounts for administrators", e.Title)
	require.Equal(t, "Acme baseline, Access", e.Theme())
}

func TestWithoutTheCatalogueTheRecordsNameWhatThereIs(t *testing.T) {
	_, sys, acme := setsPage(t)
	with, without := deriveWith(t, sys, acme), deriveWith(t, sys)
	require.Len(t, without.Entries, 7+2)
	require.Equal(t, "ISO/IEC 27017:2015; acme:1", without.Catalogue)
	require.NotEqual(t, with.Digest(), without.Digest(), "an entry more is another content")

	renamed := acme
	renamed.Title, renamed.Groups = "Baseline of Acme", []annexa.Group{{ID: "access", Title: "A"}, {ID: "cloud", Title: "B"}}
	require.Equal(t, with.Digest(), deriveWith(t, sys, renamed).Digest(), "titles and headings are not covered")
}

func TestFrozenStatementKeepsTheSet(t *testing.T) {
	_, sys, acme := setsPage(t)
	st := deriveWith(t, sys, acme)
	var b bytes.Buffer
	require.NoError(t, soa.Write(&b, st))
	back, err := soa.Read(b.Bytes())
	require.NoError(t, err)
	require.Equal(t, st, back)
	require.Equal(t, outline(t, st), outline(t, back))
	require.Equal(t, outline(t, st), outline(t, st.External()))
	require.Empty(t, soa.Compare(st, back))
}

func TestDeriveRefusesCatalogues(t *testing.T) {
	_, sys, acme := setsPage(t)
	broken := acme
	broken.Controls = nil
	for _, c := range []struct {
		name string
		own  []annexa.Catalogue
		want string
	}{
		{"a problem", []annexa.Catalogue{broken}, `soa: derive: catalogue "acme:1": got 1 problems, want none; the first is /controls: the set has no control, want at least one (CA004)`},
		{"two of one name", []annexa.Catalogue{acme, acme}, `soa: derive: catalogue "acme:1": got two of this name, want one`},
	} {
		st, err := soa.Derive(viewAt(t, sys, at), soa.Options{Catalogues: c.own})
		require.EqualError(t, err, c.want, c.name)
		require.Zero(t, st)
	}
}
