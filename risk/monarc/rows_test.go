package monarc_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/monarc"
)

// row is one risk of the official training export of MONARC 2.13.1
// (VideoExample_v2.13.1.json), by the names of its columns.
type row map[string]int

// rows reads testdata/rows.tsv.
func rows(t *testing.T) []row {
	t.Helper()
	src, err := os.ReadFile("testdata/rows.tsv")
	require.NoError(t, err)
	r := csv.NewReader(bytes.NewReader(src))
	r.Comma = '\t'
	lines, err := r.ReadAll()
	require.NoError(t, err)
	all := make([]row, len(lines)-1)
	for i, line := range lines[1:] {
		all[i] = row{}
		for c, name := range lines[0] {
			if !slices.Contains([]string{"asset", "threat", "vuln"}, name) {
				all[i][name], err = strconv.Atoi(line[c])
				require.NoError(t, err)
			}
		}
	}
	require.Len(t, all, 157)
	return all
}

func (r row) risk() monarc.Information {
	return monarc.Information{
		Impact:        monarc.ByCriterion{Confidentiality: r["C"], Integrity: r["I"], Availability: r["A"]},
		Affects:       monarc.Affects{Confidentiality: r["threat_C"] == 1, Integrity: r["threat_I"] == 1, Availability: r["threat_A"] == 1},
		Threat:        r["threat_prob"],
		Vulnerability: r["vulnerability"],
	}
}

// TestRows holds that every risk of the export comes out as it is there.
func TestRows(t *testing.T) {
	evaluated := 0
	for i, r := range rows(t) {
		t.Run(strconv.Itoa(i+1), func(t *testing.T) {
			x := r.risk()
			got, err := x.Rate()
			if r["max_risk"] == monarc.Unset {
				require.ErrorIs(t, err, monarc.ErrUnset)
				require.Zero(t, got)
				require.Equal(t, []int{-1, -1, -1, -1}, []int{r["risk_C"], r["risk_I"], r["risk_A"], r["target_risk"]})
				_, err = monarc.InformationRisk(monarc.Thresholds{}).Rate(x.Inputs())
				require.ErrorIs(t, err, risk.ErrMissingFactor)
				return
			}
			evaluated++
			require.NoError(t, err)
			require.Equal(t, monarc.ByCriterion{Confidentiality: r["risk_C"], Integrity: r["risk_I"], Availability: r["risk_A"]}, got.Risk)
			require.Equal(t, r["max_risk"], got.Max)
			target, err := x.Reduced(r["reduction"])
			require.NoError(t, err)
			left, err := target.Rate()
			require.NoError(t, err)
			require.Equal(t, r["target_risk"], left.Max)
			require.LessOrEqual(t, r["treatment_kind"], int(monarc.NotTreated))
			require.NotZero(t, r["treatment_kind"])
		})
	}
	require.Equal(t, 38, evaluated)
}

type (
	numbers struct{ C, I, A int }
	flags   struct{ C, I, A bool }
)

//nolint:tagliatelle // the names of the file
type vector struct {
	ID     string `json:"id"`
	Method string `json:"method"`
	Inputs struct {
		Impact        numbers `json:"impact"`
		Affects       flags   `json:"threat_affects"`
		Threat        int     `json:"threat"`
		Vulnerability int     `json:"vulnerability"`
		Reduction     int     `json:"reduction"`
		Thresholds    [2]int  `json:"thresholds"`
		Net           int     `json:"net_probability"`
		NetHarm       [5]int  `json:"net_consequences"`
		Target        int     `json:"targeted_probability"`
		TargetHarm    [5]int  `json:"targeted_consequences"`
	} `json:"inputs"`
	Expected struct {
		Risk   numbers `json:"risk"`
		Max    int     `json:"max_risk"`
		Target int     `json:"target_risk"`
		Level  string  `json:"level"`
		Net    int     `json:"net_risk"`
		Aim    int     `json:"targeted_risk"`
	} `json:"expected"`
	Source string `json:"source"`
}

// TestVectors runs worked examples; each names its source.
func TestVectors(t *testing.T) {
	src, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var file struct {
		Vectors []vector `json:"vectors"`
	}
	require.NoError(t, json.Unmarshal(src, &file))
	require.Len(t, file.Vectors, 26)
	for _, v := range file.Vectors {
		t.Run(v.ID, func(t *testing.T) {
			require.NotEmpty(t, v.Source)
			if v.Method == "monarc-operational-risk" {
				v.operational(t)
				return
			}
			v.information(t)
		})
	}
}

func (v vector) information(t *testing.T) {
	t.Helper()
	x := monarc.Information{
		Impact: monarc.ByCriterion{v.Inputs.Impact.C, v.Inputs.Impact.I, v.Inputs.Impact.A}, Affects: monarc.Affects{v.Inputs.Affects.C, v.Inputs.Affects.I, v.Inputs.Affects.A},
		Threat: v.Inputs.Threat, Vulnerability: v.Inputs.Vulnerability,
	}
	got, err := x.RateBy(monarc.Thresholds{Low: v.Inputs.Thresholds[0], Medium: v.Inputs.Thresholds[1]})
	if v.Expected.Level == "not evaluated" {
		require.ErrorIs(t, err, monarc.ErrUnset)
		return
	}
	require.NoError(t, err)
	require.Equal(t, monarc.ByCriterion{v.Expected.Risk.C, v.Expected.Risk.I, v.Expected.Risk.A}, got.Risk)
	require.Equal(t, v.Expected.Max, got.Max)
	level, err := got.Level.MarshalText()
	require.NoError(t, err)
	require.Equal(t, v.Expected.Level, string(level))
	target, err := x.Reduced(v.Inputs.Reduction)
	require.NoError(t, err)
	left, err := target.Rate()
	require.NoError(t, err)
	require.Equal(t, v.Expected.Target, left.Max)
}

func (v vector) operational(t *testing.T) {
	t.Helper()
	harm := func(c [5]int) monarc.Consequences { return monarc.Consequences{c[0], c[1], c[2], c[3], c[4]} }
	got, err := monarc.Stages{
		Inherent: monarc.NotJudged(),
		Net:      monarc.Operational{Probability: v.Inputs.Net, Consequences: harm(v.Inputs.NetHarm)},
		Target:   monarc.Operational{Probability: v.Inputs.Target, Consequences: harm(v.Inputs.TargetHarm)},
	}.Rate()
	require.NoError(t, err)
	require.Zero(t, got.Inherent)
	require.Equal(t, v.Expected.Net, got.Net.Risk)
	if v.Expected.Aim == monarc.Unset {
		require.Zero(t, got.Target.Level, "not judged")
		return
	}
	require.Equal(t, v.Expected.Aim, got.Target.Risk)
}
