package isms_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

func TestParseRef(t *testing.T) {
	for s, want := range map[string]isms.Ref{
		"risk/R-001":                      {Kind: isms.KindRisk, ID: "R-001"},
		"interested-party/bank":           {Kind: isms.KindInterestedParty, ID: "bank"},
		"classification-scheme/c":         {Kind: isms.KindClassificationScheme, ID: "c"},
		"control/A.5.17":                  {Kind: isms.KindControl, ID: "A.5.17"},
		"asset/a/b//c":                    {Kind: isms.KindAsset, ID: "a/b//c"}, // all that follows the first slash
		"asset/ ":                         {Kind: isms.KindAsset, ID: " "},
		"person/Zoë ☂":                    {Kind: isms.KindPerson, ID: "Zoë ☂"},
		"applicability/m A.5.1":           {Kind: isms.KindApplicability, ID: "m A.5.1"},
		"system":                          isms.SystemRef,
		"role/" + strings.Repeat("é", 64): {Kind: isms.KindRole, ID: strings.Repeat("é", 64)},
	} {
		ref, err := isms.ParseRef(s)
		require.NoError(t, err, s)
		require.Equal(t, want, ref)
		require.Equal(t, s, ref.String())
		require.False(t, ref.IsZero())
	}
	for s, want := range map[string]string{
		"":                                "want kind/id as in risk/R-001",
		"risk":                            "want kind/id as in risk/R-001",
		"/":                               "want kind/id as in risk/R-001",
		"/R-001":                          "want kind/id as in risk/R-001",
		"R-001":                           "want kind/id as in risk/R-001",
		"Risk/R-001":                      `did you mean "risk/R-001"?`,
		"rsik/R-001":                      `did you mean "risk/R-001"?`,
		"threats/T":                       `did you mean "threat/T"?`,
		"nothing/at all":                  "want kind/id as in risk/R-001",
		"system/acme":                     "want kind/id as in risk/R-001",
		"risk/":                           "got none, want 1 to 128 bytes",
		"risk/a\nb":                       "want no control characters",
		"risk/\x7f":                       "want no control characters",
		"risk/\u0085":                     "want no control characters",
		"risk/\xff":                       "want UTF-8",
		"role/" + strings.Repeat("é", 65): "got 130 bytes, want at most 128",
	} {
		ref, err := isms.ParseRef(s)
		require.ErrorContains(t, err, want, "%q", s)
		require.Zero(t, ref)
	}
}

func TestTextOfRefs(t *testing.T) {
	var none isms.Ref
	require.True(t, none.IsZero())
	require.Empty(t, none.String())
	ref := isms.Ref{Kind: isms.KindRisk, ID: "R-1"}
	require.Error(t, ref.UnmarshalText([]byte("nonsense")))
	require.Equal(t, "risk/R-1", ref.String(), "an error leaves it as it was")
	require.NoError(t, ref.UnmarshalText(nil))
	require.Zero(t, ref)
	_, err := isms.Ref{Kind: 99, ID: "R-1"}.MarshalText()
	require.ErrorContains(t, err, "got the kind 99, want 1 to 30")
	require.Equal(t, "unknown/R-1", isms.Ref{Kind: 99, ID: "R-1"}.String())
}

func TestParty(t *testing.T) {
	for _, s := range []string{"organization/acme", "unit/it", "body/board", "role/ciso", "person/jo"} {
		var p isms.Party
		require.NoError(t, p.UnmarshalText([]byte(s)))
		require.Equal(t, s, p.String())
		require.Equal(t, s, p.Ref().String())
		text, err := p.MarshalText()
		require.NoError(t, err)
		require.Equal(t, s, string(text))
	}
	jo := isms.Party{Kind: isms.KindPerson, ID: "jo"}
	for _, s := range []string{"site/hq", "supplier/isp", "interested-party/bank", "system"} {
		p := jo
		require.ErrorContains(t, p.UnmarshalText([]byte(s)), "want an organization, unit, body, role or person", s)
		require.Equal(t, jo, p)
	}
	p := jo
	require.Error(t, p.UnmarshalText([]byte("person")))
	require.NoError(t, p.UnmarshalText(nil))
	require.True(t, p.IsZero())
	require.Empty(t, p.String())
}

func TestRefsAreOrderedByKindAndID(t *testing.T) {
	want := []isms.Ref{
		{},
		isms.SystemRef,
		{Kind: isms.KindAsset, ID: "z"},
		{Kind: isms.KindRisk, ID: "R-1"},
		{Kind: isms.KindRisk, ID: "R-10"},
		{Kind: isms.KindRisk, ID: "R-2"},
		{Kind: isms.KindRisk, ID: "r-1"}, // byte by byte
		{Kind: isms.KindControl, ID: "A"},
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, isms.Ref.Compare)
	require.Equal(t, want, got)
}

func TestKinds(t *testing.T) {
	var words []string
	for k := range isms.Kinds() {
		words = append(words, k.String())
	}
	require.Len(t, words, 30)
	require.Equal(t, "system", words[0])
	for k := range isms.Kinds() {
		require.Equal(t, isms.KindSystem, k)
		break // the loop may be left
	}
	require.Equal(t, "unknown", isms.Kind(31).String())
	require.Empty(t, isms.Kind(0).String())
}

// TestEveryRecordKnowsItsReference goes by way of the kinds of a generated
// System, which has records of each.
func TestEveryRecordKnowsItsReference(t *testing.T) {
	sys := generated(1)
	for kind := range isms.Kinds() {
		n := 0
		for r, err := range sys.All(kind) {
			require.NoError(t, err)
			require.Equal(t, kind, r.Ref().Kind)
			again, err := sys.Get(r.Ref())
			require.NoError(t, err)
			require.Equal(t, r, again)
			n++
		}
		require.NotZero(t, n, "records of the kind %s", kind)
	}
	ref := annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A.5.1"}
	require.Equal(t, "applicability/A.5.1", isms.Applicability{Control: ref}.Ref().String())
	require.Equal(t, "applicability/main A.5.1", isms.Applicability{Scope: "main", Control: ref}.Ref().String())
	require.Equal(t, "applicability/main acme:1/X-7", isms.ApplicabilityRef("main", annexa.ControlRef{Set: "acme:1", ID: "X-7"}).String())
}
