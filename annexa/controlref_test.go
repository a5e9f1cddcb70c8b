package annexa_test

import (
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

func a(id string) annexa.ControlRef {
	return annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A." + id}
}

func old(id string) annexa.ControlRef {
	return annexa.ControlRef{Set: annexa.ISO27001v2013, ID: "A." + id}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       annexa.ControlRef
		canonical  string
	}{
		{"canonical", "A.5.7", a("5.7"), "A.5.7"},
		{"without the annex", "5.7", a("5.7"), "A.5.7"},
		{"two digits", "5.10", a("5.10"), "A.5.10"},
		{"the last", "8.34", a("8.34"), "A.8.34"},
		{"qualified", "iso27001:2022/A.5.7", a("5.7"), "A.5.7"},
		{"qualified without the annex", "iso27001:2022/5.7", a("5.7"), "A.5.7"},
		{"2013", "iso27001:2013/A.9.2.1", old("9.2.1"), "iso27001:2013/A.9.2.1"},
		{"2013 without the annex", "iso27001:2013/18.2.3", old("18.2.3"), "iso27001:2013/A.18.2.3"},
		{"the cloud", "iso27017:2015/CLD.6.3.1", annexa.ControlRef{Set: annexa.ISO27017v2015, ID: "CLD.6.3.1"}, "iso27017:2015/CLD.6.3.1"},
		{"privacy", "iso27701:2025/A.1.3.10", annexa.ControlRef{Set: annexa.ISO27701v2025, ID: "A.1.3.10"}, "iso27701:2025/A.1.3.10"},
		{"an edition without a table", "iso27018:2014/A.1.1", annexa.ControlRef{Set: annexa.ISO27018v2014, ID: "A.1.1"}, "iso27018:2014/A.1.1"},
		{"an own set", "acme:1/X-7", annexa.ControlRef{Set: "acme:1", ID: "X-7"}, "acme:1/X-7"},
		{"enhancements", "sp800-53:r5/AC-2(1)", annexa.ControlRef{Set: "sp800-53:r5", ID: "AC-2(1)"}, "sp800-53:r5/AC-2(1)"},
		{"a number in an own set stays as typed", "acme:1/5.07", annexa.ControlRef{Set: "acme:1", ID: "5.07"}, "acme:1/5.07"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := annexa.Parse(c.text)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
			require.Equal(t, c.canonical, got.String())
			again, err := annexa.Parse(got.String())
			require.NoError(t, err)
			require.Equal(t, got, again)
		})
	}
}

func TestParseErrors(t *testing.T) {
	const controls = "want one of the 93 controls of iso27001:2022"
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", `annexa: control reference: got "", want an identifier such as "A.5.7" or "acme:1/X-7"`},
		{"beyond the theme", "A.5.38", `annexa: control reference: got "A.5.38", ` + controls},
		{"a theme", "A.5", `annexa: control reference: got "A.5", ` + controls},
		{"a clause", "4.1", `annexa: control reference: got "4.1", ` + controls},
		{"lower case", "a.5.7", `annexa: control reference: got "a.5.7", ` + controls + `; did you mean "A.5.7"?`},
		{"leading zero", "A.5.07", `annexa: control reference: got "A.5.07", ` + controls + `; did you mean "A.5.7"?`},
		{"no dot after the A", "A5.7", `annexa: control reference: got "A5.7", ` + controls + `; did you mean "A.5.7"?`},
		{"trailing zero", "A.8.340", `annexa: control reference: got "A.8.340", ` + controls},
		{"of 2013", "A.9.2.1", `annexa: control reference: got "A.9.2.1", ` + controls + `; iso27001:2013 has it: write "iso27001:2013/A.9.2.1"`},
		{"of 2022 in 2013", "iso27001:2013/5.7", `annexa: control reference: got "iso27001:2013/5.7", want one of the 114 controls of iso27001:2013; iso27001:2022 has it: write "iso27001:2022/A.5.7"`},
		{"a category", "iso27001:2013/A.9.2", `annexa: control reference: got "iso27001:2013/A.9.2", want one of the 114 controls of iso27001:2013`},
		{"an invented control of the cloud", "iso27017:2015/CLD.16.1.3", `annexa: control reference: got "iso27017:2015/CLD.16.1.3", want one of the 7 controls of iso27017:2015`},
		{"the cloud in lower case", "iso27017:2015/cld.6.3.1", `annexa: control reference: got "iso27017:2015/cld.6.3.1", want one of the 7 controls of iso27017:2015; did you mean "iso27017:2015/CLD.6.3.1"?`},
		{"the cloud without its prefix", "iso27017:2015/6.3.1", `annexa: control reference: got "iso27017:2015/6.3.1", want one of the 7 controls of iso27017:2015; did you mean "iso27017:2015/CLD.6.3.1"?`},
		{"privacy without its annex", "iso27701:2025/1.2.2", `annexa: control reference: got "iso27701:2025/1.2.2", want one of the 78 controls of iso27701:2025; did you mean "iso27701:2025/A.1.2.2"?`},
		{"a number of 2014", "iso27018:2019/A.1.1", `annexa: control reference: got "iso27018:2019/A.1.1", want one of the 25 controls of iso27018:2019`},
		{"space before", " A.5.7", `annexa: control reference: got " A.5.7", want an identifier such as "A.5.7" or "acme:1/X-7"`},
		{"no edition", "acme/X-7", `annexa: control set: got "acme", want name:edition in lower case, such as "iso27001:2022"`},
		{"upper case set", "ISO27001:2022/A.5.7", `annexa: control set: got "ISO27001:2022", want name:edition in lower case, such as "iso27001:2022"`},
		{"no identifier", "acme:1/", `annexa: control reference: got "acme:1/", want an identifier such as "A.5.7" or "acme:1/X-7"`},
		{"two slashes", "acme:1/X/7", `annexa: control reference: got "acme:1/X/7", want an identifier such as "A.5.7" or "acme:1/X-7"`},
		{"formula", "acme:1/=1+1", `annexa: control reference: got "acme:1/=1+1", want an identifier such as "A.5.7" or "acme:1/X-7"`},
		{"not UTF-8", "\xff", `annexa: control reference: got "\xff", want an identifier such as "A.5.7" or "acme:1/X-7"`},
		{"long", strings.Repeat("x", 65), `annexa: control reference: got "` + strings.Repeat("x", 60) + `…", want an identifier such as "A.5.7" or "acme:1/X-7"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := annexa.Parse(c.text)
			require.EqualError(t, err, c.want)
			require.Zero(t, got)
		})
	}
}

func TestParseSet(t *testing.T) {
	for _, good := range []annexa.Set{annexa.ISO27001v2022, annexa.ISO27001v2013, "iso27017:2015", "acme:1", "nist-csf:2.0"} {
		got, err := annexa.ParseSet(string(good))
		require.NoError(t, err)
		require.Equal(t, good, got)
	}
	for _, bad := range []string{"", ":", "acme", "acme:", ":1", "Acme:1", "acme:1:2", "acme :1", "-a:1", "acme:.1", strings.Repeat("x", 33) + ":1"} {
		_, err := annexa.ParseSet(bad)
		require.Error(t, err, bad)
	}
}

func TestControlRefText(t *testing.T) {
	type record struct {
		Control annexa.ControlRef            `json:"control,omitzero"`
		By      map[annexa.ControlRef]string `json:"by,omitzero"`
	}
	want := record{Control: a("5.10"), By: map[annexa.ControlRef]string{a("5.1"): "x", old("5.1.1"): "y"}}
	text, err := json.Marshal(want)
	require.NoError(t, err)
	require.JSONEq(t, `{"control":"A.5.10","by":{"A.5.1":"x","iso27001:2013/A.5.1.1":"y"}}`, string(text))
	var got record
	require.NoError(t, json.Unmarshal(text, &got))
	require.Equal(t, want, got)

	ref := a("5.7")
	require.NoError(t, ref.UnmarshalText(nil))
	require.True(t, ref.IsZero())
	require.Empty(t, ref.String())
	text, err = ref.MarshalText()
	require.NoError(t, err)
	require.Empty(t, text)

	ref = a("5.7")
	require.Error(t, ref.UnmarshalText([]byte("A.5.99")))
	require.Equal(t, a("5.7"), ref, "an error leaves the reference alone")
}

func TestMarshalTextRefusesWhatCannotBeRead(t *testing.T) {
	for _, bad := range []annexa.ControlRef{
		{Set: annexa.ISO27001v2022, ID: "5.7"},
		{Set: annexa.ISO27001v2022, ID: "A.5.99"},
		{Set: annexa.ISO27001v2022},
		{ID: "A.5.7"},
		{Set: "acme:1"},
		{Set: "acme", ID: "X-7"},
		{Set: "acme:1", ID: "X 7"},
		{Set: annexa.ISO27001v2022, ID: "acme:1/X"},
	} {
		_, err := bad.MarshalText()
		require.Error(t, err, "%#v", bad)
	}
}

func TestCompareIsTheOrderOfTheStandard(t *testing.T) {
	var want []annexa.ControlRef
	for d := range annexa.Sets() { // in the order of their names, but 2022 first
		for c := range annexa.Controls(d.Set) {
			want = append(want, c.Ref)
		}
	}
	for _, text := range []string{"zeta:2/X-2", "zeta:2/X-10", "zeta:10/X-1"} {
		ref, err := annexa.Parse(text)
		require.NoError(t, err)
		want = append(want, ref)
	}
	got := slices.Clone(want)
	random := rand.New(rand.NewPCG(1, 2))
	random.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortFunc(got, annexa.ControlRef.Compare)
	require.Equal(t, want, got)
	require.Negative(t, annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A.8.34"}.Compare(annexa.ControlRef{Set: "a:1", ID: "A.1"}), "2022 before all")
}

var runs = regexp.MustCompile(`\d+|\D`)

// textbook compares as the documentation of Compare says, token by token.
func textbook(x, y string) int {
	s, t := runs.FindAllString(x, -1), runs.FindAllString(y, -1)
	for i := range min(len(s), len(t)) {
		m, isNumber := new(big.Int).SetString(s[i], 10)
		n, isToo := new(big.Int).SetString(t[i], 10)
		c := strings.Compare(s[i][:1], t[i][:1])
		if isNumber && isToo {
			c = m.Cmp(n)
		}
		if c != 0 {
			return c
		}
	}
	if len(s) != len(t) {
		return len(s) - len(t)
	}
	return strings.Compare(x, y)
}

func sign(n int) int { return min(1, max(-1, n)) }

func TestCompareIsATotalOrder(t *testing.T) {
	ids := []string{
		"1", "01", "001", "2", "10", "1.2", "1.02", "1.10", "1.2.3", "a", "a1", "a01", "a1b", "a01b", "a1b2", "a10", "a2", "A", "A.1", "A-1", "A1",
		"99999999999999999999999999", "100000000000000000000000000", "0", "00", "a0", "a00", "x-7", "x-7(1)", "x-07(1)", "x-7(10)",
	}
	ref := func(id string) annexa.ControlRef { return annexa.ControlRef{Set: "acme:1", ID: id} }
	for _, x := range ids {
		for _, y := range ids {
			got := ref(x).Compare(ref(y))
			require.Equal(t, sign(textbook(x, y)), got, "%s and %s", x, y)
			require.Equal(t, -got, ref(y).Compare(ref(x)), "%s and %s", x, y)
			require.Equal(t, x == y, got == 0, "%s and %s", x, y)
			for _, z := range ids {
				if got < 0 && ref(y).Compare(ref(z)) < 0 {
					require.Negative(t, ref(x).Compare(ref(z)), "%s, %s, %s", x, y, z)
				}
			}
		}
	}
}
