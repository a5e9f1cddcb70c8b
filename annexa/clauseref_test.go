package annexa_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

func clause(number string) annexa.ClauseRef {
	return annexa.ClauseRef{Standard: "iso27001", Edition: "2022", Number: number}
}

func TestParseClause(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       annexa.ClauseRef
		canonical  string
	}{
		{"one level", "4", clause("4"), "4"},
		{"three levels", "6.1.2", clause("6.1.2"), "6.1.2"},
		{"two digits", "10.2", clause("10.2"), "10.2"},
		{"an item", "6.1.3 d", clause("6.1.3 d"), "6.1.3 d"},
		{"an item as printed", "6.1.3 d)", clause("6.1.3 d"), "6.1.3 d"},
		{"qualified", "iso27001:2022/9.3", clause("9.3"), "9.3"},
		{"another standard", "iso9001:2015/7.5", annexa.ClauseRef{Standard: "iso9001", Edition: "2015", Number: "7.5"}, "iso9001:2015/7.5"},
		{"the edition before", "iso27001:2013/10.1 e)", annexa.ClauseRef{Standard: "iso27001", Edition: "2013", Number: "10.1 e"}, "iso27001:2013/10.1 e"},
		{"a section of law", "hipaa:2013/164.308(a)(1)", annexa.ClauseRef{Standard: "hipaa", Edition: "2013", Number: "164.308(a)(1)"}, "hipaa:2013/164.308(a)(1)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := annexa.ParseClause(c.text)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
			require.Equal(t, c.canonical, got.String())
			again, err := annexa.ParseClause(got.String())
			require.NoError(t, err)
			require.Equal(t, got, again)
		})
	}
}

func TestParseClauseErrors(t *testing.T) {
	const number, known = `want a number such as "6.1.2" or "6.1.3 d"`, "want a clause of ISO/IEC 27001:2022, 4 to 10.2, or an item of its list"
	const item = `; did you mean "6.1.3 d"?`
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", `annexa: clause: got "", ` + number},
		{"terms", "3", `annexa: clause: got "3", ` + known},
		{"beyond", "10.3", `annexa: clause: got "10.3", ` + known},
		{"a control", "A.5.7", `annexa: clause: got "A.5.7", ` + known},
		{"no such item", "6.1.3 g", `annexa: clause: got "6.1.3 g", ` + known},
		{"no list", "4.1 a", `annexa: clause: got "4.1 a", ` + known},
		{"below a letter", "6.1.2 c) 2)", `annexa: clause: got "6.1.2 c) 2)", ` + number},
		{"no space", "6.1.3d", `annexa: clause: got "6.1.3d", ` + known + item},
		{"no space, as printed", "6.1.3d)", `annexa: clause: got "6.1.3d)", ` + known + item},
		{"an item in brackets", "6.1.3(d)", `annexa: clause: got "6.1.3(d)", ` + known + item},
		{"an item after a dot", "6.1.3.d", `annexa: clause: got "6.1.3.d", ` + known + item},
		{"with its standard", "iso27001:2022/6.1.3d", `annexa: clause: got "iso27001:2022/6.1.3d", ` + known + item},
		{"no dots", "613", `annexa: clause: got "613", ` + known + `; did you mean "6.1.3"?`},
		{"no space, no such item", "6.1.3g", `annexa: clause: got "6.1.3g", ` + known},
		{"no space, of no list", "4.1a", `annexa: clause: got "4.1a", ` + known},
		{"upper case item", "6.1.3 D", `annexa: clause: got "6.1.3 D", ` + number + item},
		{"two spaces", "6.1.3  d", `annexa: clause: got "6.1.3  d", ` + number + item},
		{"a space at the end", "6.1.3 ", `annexa: clause: got "6.1.3 ", ` + number + `; did you mean "6.1.3"?`},
		{"leading zero", "06.1", `annexa: clause: got "06.1", ` + known},
		{"no edition", "iso9001/7.5", `annexa: clause: got "iso9001/7.5", want a number such as "6.1.2" or standard:edition/number such as "iso9001:2015/7.5"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := annexa.ParseClause(c.text)
			require.EqualError(t, err, c.want)
			require.Zero(t, got)
		})
	}
}

func TestClauseRefText(t *testing.T) {
	want := []annexa.ClauseRef{clause("6.1.3 d"), {Standard: "iso9001", Edition: "2015", Number: "7.5"}, {}}
	text, err := json.Marshal(want)
	require.NoError(t, err)
	require.JSONEq(t, `["6.1.3 d","iso9001:2015/7.5",""]`, string(text))
	var got []annexa.ClauseRef
	require.NoError(t, json.Unmarshal(text, &got))
	require.Equal(t, want, got)

	ref := clause("4.1")
	require.Error(t, ref.UnmarshalText([]byte("11")))
	require.Equal(t, clause("4.1"), ref, "an error leaves the reference alone")

	for _, bad := range []annexa.ClauseRef{
		clause("11"), clause(""), clause("6.1.3 d)"), clause("6.1.3 z"),
		{Standard: "iso9001", Number: "7.5"},
		{Number: "7.5"},
		{Standard: "ISO", Edition: "1", Number: "7"},
		{Standard: "a", Edition: "1/2", Number: "7"},
	} {
		_, err := bad.MarshalText()
		require.Error(t, err, "%#v", bad)
	}
}

func TestClauseRefCompare(t *testing.T) {
	var want []annexa.ClauseRef
	for c := range annexa.Clauses() {
		want = append(want, c.Ref)
		for _, letter := range c.Items {
			want = append(want, clause(c.Ref.Number+" "+string(letter)))
		}
	}
	want = append(
		want,
		annexa.ClauseRef{Standard: "iso9001", Edition: "2015", Number: "7.5"},
		annexa.ClauseRef{Standard: "iso9001", Edition: "2015", Number: "10.2"},
		annexa.ClauseRef{Standard: "iso9001", Edition: "2026", Number: "4"},
		annexa.ClauseRef{Standard: "iso27001", Edition: "2013", Number: "4"},
	)
	got := slices.Clone(want)
	random := rand.New(rand.NewPCG(3, 4))
	random.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortFunc(got, annexa.ClauseRef.Compare)
	require.Equal(t, want, got)
}
