package ssvc_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/ssvc"
)

// rows reads a table of the repository CERTCC/SSVC at commit e3b00a2, without
// its heading and its first column, the number of the row.
func rows(t *testing.T, name string, want int) [][]string {
	t.Helper()
	src, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	all, err := csv.NewReader(bytes.NewReader(src)).ReadAll()
	require.NoError(t, err)
	require.Len(t, all, want+1)
	for i := range all {
		all[i] = all[i][1:]
	}
	return all[1:]
}

func read(t *testing.T, word string, into interface{ UnmarshalText(text []byte) error }) {
	t.Helper()
	require.NoError(t, into.UnmarshalText([]byte(word)))
}

func word(t *testing.T, m interface{ MarshalText() ([]byte, error) }) string {
	t.Helper()
	text, err := m.MarshalText()
	require.NoError(t, err)
	return string(text)
}

// decision reads the words of a row.
func decision(t *testing.T, words []string) ssvc.Decision {
	t.Helper()
	var d ssvc.Decision
	read(t, words[0], &d.Exploitation)
	read(t, words[1], &d.Exposure)
	read(t, words[2], &d.Automatable)
	read(t, words[3], &d.HumanImpact)
	return d
}

func TestDeployerCells(t *testing.T) {
	m, seen := ssvc.Deployer(), map[ssvc.Decision]bool{}
	for _, row := range rows(t, "deployer.csv", 72) {
		d := decision(t, row)
		seen[d] = true
		got, err := d.Rate()
		require.NoError(t, err)
		require.Equal(t, row[4], word(t, got), "%v", row)
		r, err := m.Rate(d.Inputs())
		require.NoError(t, err)
		require.Equal(t, risk.Rating{Method: m.Ref(), Level: row[4], Consequence: row[3]}, r)
		e, err := d.Explain()
		require.NoError(t, err)
		require.Equal(t, r, e.Rating)
		require.Equal(t, row[4], look(t, m.Table, e.Reasons[len(e.Reasons)-1]))
	}
	require.Len(t, seen, 72)
}

func TestHumanImpactCells(t *testing.T) {
	m, seen := ssvc.HumanImpacts(), map[ssvc.Harm]bool{}
	for _, row := range rows(t, "human_impact.csv", 16) {
		var h ssvc.Harm
		read(t, row[0], &h.Safety)
		read(t, row[1], &h.Mission)
		seen[h] = true
		got, err := h.Rate()
		require.NoError(t, err)
		require.Equal(t, row[2], word(t, got), "%v", row)
		r, err := m.Rate(h.Inputs())
		require.NoError(t, err)
		require.Equal(t, risk.Rating{Method: m.Ref(), Level: row[2]}, r)
		e, err := h.Explain()
		require.NoError(t, err)
		require.Equal(t, row[2], look(t, m.Table, e.Reasons[0]))
	}
	require.Len(t, seen, 16)
}

// TestVulnerability joins both files by hand, for all 288 combinations.
func TestVulnerability(t *testing.T) {
	m, n := ssvc.Vulnerabilities(), 0
	for _, harm := range rows(t, "human_impact.csv", 16) {
		for _, row := range rows(t, "deployer.csv", 72) {
			if row[3] != harm[2] {
				continue
			}
			n++
			d := decision(t, row)
			v := ssvc.Vulnerability{Exploitation: d.Exploitation, Exposure: d.Exposure, Automatable: d.Automatable}
			read(t, harm[0], &v.Safety)
			read(t, harm[1], &v.Mission)
			got, err := v.Rate()
			require.NoError(t, err)
			require.Equal(t, row[4], word(t, got))
			r, err := m.Rate(v.Inputs())
			require.NoError(t, err)
			require.Equal(t, risk.Rating{Method: m.Ref(), Level: row[4], Consequence: harm[2]}, r)
			e, err := v.Explain()
			require.NoError(t, err)
			require.Len(t, e.Reasons, 2, "the human impact, then the priority")
			require.Equal(t, harm[2], look(t, m.Steps[0].Table, e.Reasons[0]))
			require.Equal(t, row[4], look(t, m.Table, e.Reasons[1]))
		}
	}
	require.Equal(t, 288, n)
}

// look finds the cell that a reason speaks of by its words, and holds that it is
// the one the reason names.
func look(t *testing.T, table risk.Table, r risk.Reason) string {
	t.Helper()
	for _, row := range table[1:] {
		if column := slices.Index(table[0], r.Column); slices.Equal(row[:len(r.Row)], r.Row) {
			require.Equal(t, row[column], r.Value)
			return row[column]
		}
	}
	t.Fatalf("no cell for %v", r)
	return ""
}

//nolint:tagliatelle // the names of the file
type vector struct {
	ID     string `json:"id"`
	Method string `json:"method"`
	Inputs struct {
		Exploitation string  `json:"exploitation"`
		Exposure     string  `json:"system_exposure"`
		Automatable  string  `json:"automatable"`
		HumanImpact  string  `json:"human_impact"`
		Safety       string  `json:"safety"`
		Mission      string  `json:"mission"`
		KEV          bool    `json:"in_kev"`
		EPSS         float64 `json:"epss"`
		Maturity     string  `json:"cvss_exploit_maturity_base"`
	} `json:"inputs"`
	Expected map[string]string `json:"expected"`
	Source   string            `json:"source"`
}

// TestVectors runs worked examples; each names its source.
func TestVectors(t *testing.T) {
	src, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var file struct {
		Vectors []vector `json:"vectors"`
	}
	require.NoError(t, json.Unmarshal(src, &file))
	require.Len(t, file.Vectors, 63)
	for _, v := range file.Vectors {
		t.Run(v.ID, func(t *testing.T) {
			require.NotEmpty(t, v.Source)
			switch v.Method {
			case "ssvc-deployer":
				got, err := decision(t, []string{v.Inputs.Exploitation, v.Inputs.Exposure, v.Inputs.Automatable, v.Inputs.HumanImpact}).Rate()
				require.NoError(t, err)
				require.Equal(t, v.Expected["priority"], word(t, got))
			case "ssvc-human-impact":
				var h ssvc.Harm
				read(t, v.Inputs.Safety, &h.Safety)
				read(t, v.Inputs.Mission, &h.Mission)
				got, err := h.Rate()
				require.NoError(t, err)
				require.Equal(t, v.Expected["human_impact"], word(t, got))
			case "ssvc-exploitation-from-epss":
				s := ssvc.Signals{KEV: v.Inputs.KEV, EPSS: v.Inputs.EPSS}
				read(t, v.Inputs.Maturity, &s.Maturity)
				got, err := s.Exploitation()
				require.NoError(t, err)
				require.Equal(t, v.Expected["exploitation"], word(t, got))
			default:
				t.Fatal(v.Method)
			}
		})
	}
}

func TestSignals(t *testing.T) {
	const none, poc, active = ssvc.NoExploitation, ssvc.PublicPoC, ssvc.ActiveExploitation
	for _, c := range []struct {
		name string
		kev  bool
		epss float64
		want [3]ssvc.Exploitation // where the maturity is none, public poc, active
	}{
		{"in KEV", true, 0, [3]ssvc.Exploitation{active, active, active}},
		{"nothing known", false, 0, [3]ssvc.Exploitation{none, poc, active}},
		{"below 0.55", false, math.Nextafter(0.55, 0), [3]ssvc.Exploitation{none, poc, active}},
		{"at 0.55: our choice", false, 0.55, [3]ssvc.Exploitation{none, active, active}},
		{"below 0.75", false, math.Nextafter(0.75, 0), [3]ssvc.Exploitation{none, active, active}},
		{"at 0.75: our choice", false, 0.75, [3]ssvc.Exploitation{poc, active, active}},
		{"at 0.90", false, 0.90, [3]ssvc.Exploitation{poc, active, active}},
		{"above 0.90", false, math.Nextafter(0.90, 1), [3]ssvc.Exploitation{active, active, active}},
		{"certain", false, 1, [3]ssvc.Exploitation{active, active, active}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i, want := range c.want {
				got, err := ssvc.Signals{KEV: c.kev, EPSS: c.epss, Maturity: ssvc.Exploitation(i + 1)}.Exploitation()
				require.NoError(t, err)
				require.Equal(t, want, got)
			}
		})
	}
}

func TestBadSignals(t *testing.T) {
	for _, c := range []struct {
		name    string
		signals ssvc.Signals
		want    string
	}{
		{"negative", ssvc.Signals{EPSS: -0.1, Maturity: 1}, "ssvc: EPSS: got -0.1, want a probability from 0 to 1"},
		{"percent", ssvc.Signals{EPSS: 97, KEV: true}, "ssvc: EPSS: got 97, want a probability from 0 to 1"},
		{"not a number", ssvc.Signals{EPSS: math.NaN()}, "ssvc: EPSS: got NaN, want a probability from 0 to 1"},
		{"maturity off its scale", ssvc.Signals{Maturity: 4}, "ssvc: maturity: got the number 4, want none, public poc or active"},
		{"no maturity", ssvc.Signals{EPSS: 0.9}, "ssvc: maturity: not stated, want none, public poc or active: not in KEV, and EPSS 0.9 is not above 0.90"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.signals.Exploitation()
			require.Zero(t, got)
			require.EqualError(t, err, c.want)
		})
	}
	got, err := ssvc.Signals{KEV: true}.Exploitation()
	require.NoError(t, err, "no rule needs the maturity")
	require.Equal(t, ssvc.ActiveExploitation, got)
}

func TestMethods(t *testing.T) {
	for _, m := range []risk.Method{ssvc.Deployer(), ssvc.HumanImpacts(), ssvc.Vulnerabilities()} {
		require.Empty(t, m.Problems())
		require.Empty(t, m.Advice(), "every level reachable, none falls where an answer is worse")
		for _, f := range risk.Check(m) {
			require.Equal(t, risk.Proved, f.Verdict, f.String())
		}
	}
}

func TestBadInputs(t *testing.T) {
	full := ssvc.Vulnerability{Exploitation: 1, Exposure: 1, Automatable: 1, Safety: 1, Mission: 1}
	const at = "risk: method ssvc/vulnerability@1.0.0: factor "
	for _, c := range []struct {
		name   string
		change func(v *ssvc.Vulnerability)
		want   string
	}{
		{"no exploitation", func(v *ssvc.Vulnerability) { v.Exploitation = 0 }, `"exploitation": is missing, want one of none, public poc, active`},
		{"exposure", func(v *ssvc.Vulnerability) { v.Exposure = 4 }, `"exposure": got "number 4", want one of small, controlled, open`},
		{"automatable", func(v *ssvc.Vulnerability) { v.Automatable = 3 }, `"automatable": got "number 3", want one of no, yes`},
		{"safety", func(v *ssvc.Vulnerability) { v.Safety = 255 }, `"safety": got "number 255", want one of negligible, marginal, critical, catastrophic`},
		{"no mission", func(v *ssvc.Vulnerability) { v.Mission = 0 }, `"mission": is missing, want one of degraded, mef support crippled, mef failure, mission failure`},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := full
			c.change(&v)
			got, err := v.Rate()
			require.Zero(t, got)
			require.EqualError(t, err, at+c.want)
			_, err = v.MarshalText()
			require.EqualError(t, err, at+c.want)
		})
	}
	_, err := ssvc.Decision{Exploitation: 1, Exposure: 1, Automatable: 2}.Rate()
	require.EqualError(t, err, `risk: method ssvc/deployer@1.0.0: factor "human-impact": is missing, want one of low, medium, high, very high`)
	_, err = ssvc.Harm{Mission: 5}.Rate()
	require.EqualError(t, err, `risk: method ssvc/human-impact@1.0.0: factor "safety": is missing, want one of negligible, marginal, critical, catastrophic`+"\n"+
		`risk: method ssvc/human-impact@1.0.0: factor "mission": got "number 5", want one of degraded, mef support crippled, mef failure, mission failure`)
	require.EqualError(t, new(ssvc.Harm).UnmarshalText([]byte("safety=marginel, mission=degraded")),
		`risk: method ssvc/human-impact@1.0.0: factor "safety": got "marginel", want one of negligible, marginal, critical, catastrophic; did you mean "marginal"?`)
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		of   interface{ UnmarshalText(text []byte) error }
		want string
	}{
		{new(ssvc.Exploitation), `ssvc: exploitation: got "x", want one of none, public poc, active`},
		{new(ssvc.Exposure), `ssvc: system exposure: got "x", want one of small, controlled, open`},
		{new(ssvc.Automatable), `ssvc: automatable: got "x", want one of no, yes`},
		{new(ssvc.HumanImpact), `ssvc: human impact: got "x", want one of low, medium, high, very high`},
		{new(ssvc.Safety), `ssvc: safety impact: got "x", want one of negligible, marginal, critical, catastrophic`},
		{new(ssvc.Mission), `ssvc: mission impact: got "x", want one of degraded, mef support crippled, mef failure, mission failure`},
		{new(ssvc.Priority), `ssvc: priority: got "x", want one of defer, scheduled, out-of-cycle, immediate`},
	} {
		require.EqualError(t, c.of.UnmarshalText([]byte("x")), c.want)
		require.NoError(t, c.of.UnmarshalText(nil))
	}
	for _, m := range []interface{ MarshalText() ([]byte, error) }{
		ssvc.Exploitation(9), ssvc.Exposure(9), ssvc.Automatable(9), ssvc.HumanImpact(9), ssvc.Safety(9), ssvc.Mission(9), ssvc.Priority(9),
	} {
		_, err := m.MarshalText()
		require.Error(t, err)
	}
}
