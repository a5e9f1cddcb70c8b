package owasp_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/owasp"
)

// published is one factor of testdata/factors.json: the page of OWASP at commit
// 036a366, options shortened.
type published struct {
	Factor  string
	Group   string
	Options []struct {
		Value int
		Label string
	}
}

func publishedFactors(t *testing.T) []published {
	t.Helper()
	src, err := os.ReadFile("testdata/factors.json")
	require.NoError(t, err)
	var list []published
	require.NoError(t, json.Unmarshal(src, &list))
	require.Len(t, list, 16)
	return list
}

func TestFactors(t *testing.T) {
	m := owasp.Method()
	require.Len(t, m.Factors, 16)
	for i, want := range publishedFactors(t) {
		t.Run(want.Factor, func(t *testing.T) {
			f := m.Factors[i]
			require.Equal(t, strings.ReplaceAll(want.Factor, "_", "-"), f.ID)
			require.Equal(t, strings.Contains(want.Group, "impact"), f.Optional)
			labels := map[int]string{}
			for _, o := range want.Options {
				labels[o.Value] = o.Label
			}
			require.Len(t, f.Scale.Levels, 10, "every whole number from 0 to 9 is a score")
			for n, l := range f.Scale.Levels {
				require.Equal(t, risk.Level{ID: strconv.Itoa(n), Label: labels[n], Value: new(float64(n))}, l)
			}
		})
	}
}

// severities reads testdata/severity.tsv: by impact and likelihood.
func severities(t *testing.T) map[[2]string]string {
	t.Helper()
	src, err := os.ReadFile("testdata/severity.tsv")
	require.NoError(t, err)
	r := csv.NewReader(bytes.NewReader(src))
	r.Comma = '\t'
	rows, err := r.ReadAll()
	require.NoError(t, err)
	cells := map[[2]string]string{}
	for _, row := range rows[1:] {
		for c, cell := range row[1:] {
			cells[[2]string{strings.ToLower(row[0]), strings.ToLower(rows[0][c+1])}] = strings.ToLower(cell)
		}
	}
	require.Len(t, cells, 9)
	return cells
}

func TestSeverity(t *testing.T) {
	want, m := severities(t), owasp.Method()
	got := map[[2]string]string{}
	for _, row := range m.Table[1:] {
		for c, cell := range row[1:] {
			got[[2]string{row[0], m.Table[0][c+1]}] = cell
		}
	}
	require.Equal(t, want, got)
	for i := owasp.LevelLow; i <= owasp.LevelHigh; i++ {
		for l := owasp.LevelLow; l <= owasp.LevelHigh; l++ {
			s, err := owasp.SeverityOf(l, i)
			require.NoError(t, err)
			require.Equal(t, want[[2]string{text(t, i), text(t, l)}], text(t, s))
		}
	}
	for _, l := range []owasp.Level{0, 4} {
		_, err := owasp.SeverityOf(owasp.LevelLow, l)
		require.ErrorContains(t, err, "want 1 to 3")
		_, err = owasp.SeverityOf(l, owasp.LevelLow)
		require.ErrorContains(t, err, "want 1 to 3")
	}
}

// text returns the word of an enumeration.
func text(t *testing.T, v interface{ MarshalText() ([]byte, error) }) string {
	t.Helper()
	word, err := v.MarshalText()
	require.NoError(t, err)
	return string(word)
}
