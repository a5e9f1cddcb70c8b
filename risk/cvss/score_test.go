package cvss_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/cvss"
)

func parsed(t testing.TB, vector string) cvss.Vector {
	t.Helper()
	v, err := cvss.Parse(vector)
	require.NoError(t, err)
	return v
}

func TestScore(t *testing.T) {
	const changed = "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H"
	cases := map[string]struct{ vector, want string }{
		"3.1":                            {base31, "base 9.8 critical"},
		"3.1 with temporal":              {base31 + "/E:U", "temporal 9.0 critical"},
		"3.1 with environmental":         {base31 + "/MAV:P", "environmental 6.8 medium"},
		"3.1 with both":                  {base31 + "/E:U/RL:O/MAV:P/MC:N/MI:N/MA:N", "environmental 0.0 none"},
		"3.1, a requirement alone":       {"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L/CR:H/IR:H/AR:H", "environmental 8.4 high"},
		"3.1, the scope changed":         {changed, "base 9.0 critical"},
		"4.0":                            {base40, "CVSS-B 9.3 critical"},
		"4.0 with threat":                {base40 + "/E:U", "CVSS-BT 8.1 high"},
		"4.0 with environmental":         {base40 + "/MAV:P", "CVSS-BE 7.0 high"},
		"4.0 with both":                  {base40 + "/E:U/CR:L", "CVSS-BTE 8.0 high"},
		"4.0, supplemental says nothing": {base40 + "/S:P/AU:Y/R:I/V:C/RE:H/U:Red", "CVSS-B 9.3 critical"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			v := parsed(t, c.vector)
			require.Equal(t, c.want, v.Score().String())
			require.Contains(t, v.Scores(), v.Score())
			alone := v.Base()
			require.Equal(t, alone, alone.Base())
			require.True(t, strings.HasPrefix(c.vector, alone.String()))
			require.Contains(t, []string{"base", "CVSS-B"}, alone.Score().Name)
		})
	}
	require.Equal(t, "CVSS-B 1.0", cvss.Score{Name: "CVSS-B", Value: 1}.String())
}

func TestSeverityOf(t *testing.T) {
	for score, want := range map[float64]cvss.Severity{
		0: cvss.None, 0.05: cvss.None, 0.1: cvss.Low, 3.9: cvss.Low, 3.95: cvss.Low, 4: cvss.Medium, 6.9: cvss.Medium,
		7: cvss.High, 8.9: cvss.High, 9: cvss.Critical, 10: cvss.Critical,
	} {
		got, err := cvss.SeverityOf(score)
		require.NoError(t, err)
		require.Equal(t, want, got, score)
	}
	for score, want := range map[float64]string{
		-0.1: "-0.1", 10.1: "10.1", math.Inf(1): "+Inf", math.Inf(-1): "-Inf",
	} {
		_, err := cvss.SeverityOf(score)
		require.EqualError(t, err, "cvss: score: got "+want+", want 0 to 10")
	}
	_, err := cvss.SeverityOf(math.NaN())
	require.EqualError(t, err, "cvss: score: got NaN, want 0 to 10")
	require.Less(t, cvss.High, cvss.Critical)
}

func TestLevels(t *testing.T) {
	all := cvss.Levels{None: "0", Low: "1", Medium: "2", High: "3", Critical: "3"}
	for s, want := range map[cvss.Severity]string{cvss.None: "0", cvss.Low: "1", cvss.Medium: "2", cvss.High: "3", cvss.Critical: "3"} {
		got, err := all.Of(s)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	_, err := all.Of(0)
	require.EqualError(t, err, "cvss: severity: got the number 0, want 1 to 5")
	_, err = all.Of(6)
	require.EqualError(t, err, "cvss: severity: got the number 6, want 1 to 5")
	all.Critical = ""
	_, err = all.Of(cvss.Low)
	require.EqualError(t, err, "cvss: levels: got none for the severity critical, want a level for each")
}

// TestWords pins every word of every enumeration, in the order of its numbers,
// and that it reads what it writes.
func TestWords(t *testing.T) {
	type text interface {
		MarshalText() ([]byte, error)
	}
	var b strings.Builder
	list := func(name string, values ...text) {
		fmt.Fprintln(&b, name)
		for _, v := range values {
			word, err := v.MarshalText()
			require.NoError(t, err)
			fmt.Fprintf(&b, "\t%s\n", word)
		}
	}
	list("version", cvss.V31, cvss.V40)
	list("group", cvss.Base, cvss.Temporal, cvss.Threat, cvss.Environmental, cvss.Supplemental)
	list("severity", cvss.None, cvss.Low, cvss.Medium, cvss.High, cvss.Critical)
	golden(t, "words.txt", b.String())

	for _, v := range []text{cvss.V40 + 1, cvss.Supplemental + 1, cvss.Critical + 1} {
		_, err := v.MarshalText()
		require.ErrorContains(t, err, "cvss: ")
	}
	var (
		version  cvss.Version
		group    cvss.Group
		severity cvss.Severity
	)
	require.NoError(t, version.UnmarshalText([]byte("4.0")))
	require.NoError(t, group.UnmarshalText([]byte("threat")))
	require.NoError(t, severity.UnmarshalText([]byte("critical")))
	require.Equal(t, []any{cvss.V40, cvss.Threat, cvss.Critical}, []any{version, group, severity})
	require.NoError(t, severity.UnmarshalText(nil))
	require.Zero(t, severity)
	require.EqualError(t, severity.UnmarshalText([]byte("CRITICAL")), `cvss: severity: got "CRITICAL", want one of none, low, medium, high, critical; did you mean "critical"?`)
	require.EqualError(t, severity.UnmarshalText([]byte("hihg")), `cvss: severity: got "hihg", want one of none, low, medium, high, critical`)
	require.EqualError(t, severity.UnmarshalText([]byte("hig")), `cvss: severity: got "hig", want one of none, low, medium, high, critical; did you mean "high"?`)
	require.EqualError(t, version.UnmarshalText([]byte("2")), `cvss: version: got "2", want one of 3.1, 4.0`)
	require.EqualError(t, group.UnmarshalText([]byte("bare")), `cvss: group: got "bare", want one of base, temporal, threat, environmental, supplemental; did you mean "base"?`)
}

var update = flag.Bool("update", false, "write the golden files before comparing with them")

// golden compares a text with a file that was reviewed. This module imports
// nothing of the library, hence not its package for that either.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile("testdata/"+name, []byte(got), 0o644))
	}
	want, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	require.Equal(t, strings.ReplaceAll(string(want), "\r\n", "\n"), got, "testdata/%s", name)
}

// TestExplain holds every word for every value of every metric.
func TestExplain(t *testing.T) {
	var b strings.Builder
	for _, d := range []domain{domain31, domain40} {
		for n := range 6 { // optional metrics once without a value, then each of up to five
			m := d.pick(func(metric, of int) int {
				if n == 0 && metric >= d.base {
					return 0
				}
				return (n + metric) % of
			})
			fmt.Fprintln(&b, parsed(t, d.vector(m)).Explain())
		}
	}
	golden(t, "explain.txt", b.String())
}
