package cvss_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/cvss"
)

const (
	base31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
	base40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
)

func TestParse(t *testing.T) {
	cases := map[string]struct{ in, canonical string }{
		"3.1":                              {base31, base31},
		"3.1, another order":               {"CVSS:3.1/S:U/C:H/I:H/A:H/AV:N/AC:L/PR:N/UI:N", base31},
		"3.1, optional metrics in between": {"CVSS:3.1/E:P/S:U/C:H/I:H/A:H/MAV:L/AV:N/AC:L/PR:N/UI:N", base31 + "/E:P/MAV:L"},
		"3.1, not defined":                 {base31 + "/E:X/MA:X", base31},
		"4.0":                              {base40, base40},
		"4.0, not defined":                 {base40 + "/E:X/CR:H/MAV:X/U:X", base40 + "/CR:H"},
		"4.0, safety":                      {base40 + "/MSI:S/MSA:S/U:Amber", base40 + "/MSI:S/MSA:S/U:Amber"},
		"4.0, from the specification": {
			"CVSS:4.0/AV:A/AC:H/AT:P/PR:L/UI:P/VC:H/VI:H/VA:H/SC:L/SI:L/SA:L/E:P",
			"CVSS:4.0/AV:A/AC:H/AT:P/PR:L/UI:P/VC:H/VI:H/VA:H/SC:L/SI:L/SA:L/E:P",
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			v, err := cvss.Parse(c.in)
			require.NoError(t, err)
			require.Equal(t, c.canonical, v.String())
			again, err := cvss.Parse(v.String())
			require.NoError(t, err)
			require.Equal(t, v, again)
		})
	}
}

// TestParseErrors holds what is refused, and in which words. Vectors that the
// specification of 4.0 calls invalid (section 7) are among them.
func TestParseErrors(t *testing.T) {
	cases := map[string]struct{ in, want string }{
		"nothing": {"", "cvss: offset 0: version: got nothing, want CVSS:3.1 or CVSS:4.0 before the metrics; a vector without a version is one of CVSS 2, which is another scale, or has lost its beginning"},
		"no version": {
			"AV:N/AC:L/Au:N/C:P/I:P/A:P",
			`cvss: offset 0: version: got "AV:N", want CVSS:3.1 or CVSS:4.0 before the metrics; a vector without a version is one of CVSS 2, which is another scale, or has lost its beginning`,
		},
		"3.0":                       {"CVSS:3.0/AV:N", `cvss: offset 0: version: got "CVSS:3.0", want CVSS:3.1 or CVSS:4.0; 3.0 has other formulas and is not read as 3.1`},
		"a version to come":         {"CVSS:5.0/AV:N", `cvss: offset 0: version: got "CVSS:5.0", want CVSS:3.1 or CVSS:4.0`},
		"no number":                 {"CVSS:/AV:N", `cvss: offset 0: version: got "CVSS:", want CVSS:3.1 or CVSS:4.0`},
		"a version in another case": {"cvss:3.1/AV:N", `cvss: offset 0: version: got "cvss:3.1", want CVSS:3.1 or CVSS:4.0; did you mean "CVSS:3.1"?`},
		"too long":                  {base31 + strings.Repeat("/E:X", 300), `cvss: offset 1024: vector: got "1244 bytes", want at most 1024`},
		"an unknown metric":         {base31 + "/AVV:N", `cvss: offset 45: metric: got "AVV", want one of AV, AC, PR, UI, S, C, I, A, E, RL, RC, CR, IR, AR, MAV, MAC, MPR, MUI, MS, MC, MI, MA; did you mean "AV"?`},
		"one of several":            {base31 + "/AX:N", `cvss: offset 45: metric: got "AX", want one of AV, AC, PR, UI, S, C, I, A, E, RL, RC, CR, IR, AR, MAV, MAC, MPR, MUI, MS, MC, MI, MA`},
		"a metric of 3.1":           {base40 + "/RL:O", `cvss: offset 64: metric: got "RL", want a metric of 4.0; this is one of 3.1`},
		"a metric of 4.0":           {base31 + "/AT:N", `cvss: offset 45: metric: got "AT", want a metric of 3.1; this is one of 4.0`},
		"an unknown value":          {strings.Replace(base31, "AV:N", "AV:Q", 1), `cvss: offset 12: value of AV (Attack Vector): got "Q", want one of N, A, L, P`},
		"a value in another case":   {strings.Replace(base31, "AC:L", "AC:l", 1), `cvss: offset 17: value of AC (Attack Complexity): got "l", want one of L, H; did you mean "L"?`},
		"a word for a value":        {base40 + "/E:attacked", `cvss: offset 66: value of E (Exploit Maturity): got "attacked", want one of X, A, P, U; did you mean "A"?`},
		"a value of another":        {base40 + "/MVI:S", `cvss: offset 68: value of MVI (Modified Vulnerable System Integrity): got "S", want one of X, H, L, N`},
		"X for a base metric":       {strings.Replace(base31, "AV:N", "AV:X", 1), `cvss: offset 12: value of AV (Attack Vector): got "X", want one of N, A, L, P`},
		"no value":                  {base31 + "/E:", `cvss: offset 47: value of E (Exploit Code Maturity): got nothing, want one of X, H, F, P, U`},
		"no colon":                  {base31 + "/EP", `cvss: offset 45: metric: got "EP", want a metric and its value, such as AV:N`},
		"a slash at the end":        {base31 + "/", `cvss: offset 45: metric: got nothing, want a metric and its value, such as AV:N`},
		"a space":                   {base31 + " ", `cvss: offset 43: value of A (Availability): got "H ", want one of H, L, N`},
		"twice":                     {base40 + "/E:A/E:X", `cvss: offset 68: metric E: got "E:X", want it once: E:A stands before`},
		"twice, wrong at first": {base40 + "/E:Q/E:X", "cvss: offset 66: value of E (Exploit Maturity): got \"Q\", want one of X, A, P, U\n" +
			`cvss: offset 68: metric E: got "E:X", want it once: E:Q stands before`},
		"4.0, F is no value": {
			"CVSS:4.0/AV:F/AC:L/AT:N/PR:N/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N",
			`cvss: offset 12: value of AV (Attack Vector): got "F", want one of N, A, L, P`,
		},
		"4.0, ui is no metric": {
			"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/ui:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N",
			"cvss: offset 29: metric: got \"ui\", want one of AV, AC, AT, PR, UI, VC, VI, VA, SC, SI, SA, E, CR, IR, AR, MAV, MAC, MAT, MPR, MUI, MVC, MVI, MVA, MSC, MSI, MSA, S, AU, R, V, RE, U; did you mean \"UI\"?\n" +
				"cvss: offset 63: metric UI (User Interaction): got nothing, want UI:N, UI:P, UI:A",
		},
		"4.0, VA is missing": {
			"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:L/SC:N/SI:N/SA:N",
			"cvss: offset 58: metric VA (Vulnerable System Availability Impact): got nothing, want VA:H, VA:L, VA:N",
		},
		"4.0, the order is another": {
			"CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/SC:N/VI:H/SI:N/VA:H/SA:N",
			`cvss: offset 44: metric VI: got "VI after SC", want the order of the specification; did you mean "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"?`,
		},
		"several": {
			"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:P/I:H/E:H/E:F",
			"cvss: offset 35: value of C (Confidentiality): got \"P\", want one of H, L, N\n" +
				"cvss: offset 45: metric E: got \"E:F\", want it once: E:H stands before\n" +
				"cvss: offset 48: metric A (Availability): got nothing, want A:H, A:L, A:N",
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			v, err := cvss.Parse(c.in)
			require.EqualError(t, err, c.want)
			require.Zero(t, v)
			list, ok := errors.AsType[cvss.VectorErrors](err)
			require.True(t, ok)
			one, ok := errors.AsType[*cvss.VectorError](err)
			require.True(t, ok)
			require.Same(t, list[0], one)
		})
	}
	_, err := cvss.Parse("CVSS:4.0/AV:N")
	require.Len(t, strings.Split(err.Error(), "\n"), 10, "each base metric that is missing")
	_, err = cvss.Parse("CVSS:3.1")
	require.Len(t, strings.Split(err.Error(), "\n"), 8)
	_, err = cvss.Parse(strings.Repeat("x", 100))
	require.ErrorContains(t, err, `got "`+strings.Repeat("x", 40)+`…"`)
}

func TestVectorText(t *testing.T) {
	v, err := cvss.Parse(base40)
	require.NoError(t, err)
	record := struct {
		Vector cvss.Vector `json:"vector,omitzero"`
	}{v}
	src, err := json.Marshal(record)
	require.NoError(t, err)
	require.JSONEq(t, `{"vector":"`+base40+`"}`, string(src))
	record.Vector = cvss.Vector{}
	require.NoError(t, json.Unmarshal(src, &record))
	require.Equal(t, v, record.Vector)
	require.Equal(t, cvss.V40, record.Vector.Version())

	require.NoError(t, record.Vector.UnmarshalText(nil))
	require.True(t, record.Vector.IsZero())
	src, err = json.Marshal(record)
	require.NoError(t, err)
	require.JSONEq(t, `{}`, string(src))
	require.Error(t, json.Unmarshal([]byte(`{"vector":"CVSS:4.0"}`), &record))
	require.Zero(t, record.Vector)
}

// TestZero holds that a vector that states nothing has no score.
func TestZero(t *testing.T) {
	var v cvss.Vector
	require.Empty(t, v.String())
	require.Zero(t, v.Version())
	require.Nil(t, v.Scores())
	require.Zero(t, v.Score())
	require.Zero(t, v.Explain())
	require.Zero(t, v.Base())
}
