package iso27005_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/iso27005"
)

func TestScenarioCells(t *testing.T) {
	m, rows := iso27005.Qualitative(), grid(t)
	for l := range 5 {
		for c := range 5 {
			s := iso27005.Scenario{Likelihood: l + 1, Consequence: c + 1}
			got, err := s.Rate()
			require.NoError(t, err)
			require.Equal(t, rows[l+1][c+1], strings.ReplaceAll(got, "-", " "))
			r, err := m.Rate(s.Inputs())
			require.NoError(t, err)
			require.Equal(t, r.Level, got)
			e, err := s.Explain()
			require.NoError(t, err)
			require.Equal(t, r, e.Rating)
			require.Equal(t, got, cell(t, m.Table, e.Reasons[0]))
		}
	}
}

// cell finds the cell that a reason speaks of by its words.
func cell(t *testing.T, table risk.Table, r risk.Reason) string {
	t.Helper()
	row := slices.IndexFunc(table, func(row []string) bool { return row[0] == r.Row[0] })
	column := slices.Index(table[0], r.Column)
	require.Positive(t, row)
	require.Positive(t, column)
	return table[row][column]
}

func TestScenarioRefuses(t *testing.T) {
	const at = "risk: method iso27005/qualitative@2022: factor "
	for _, c := range []struct {
		name string
		s    iso27005.Scenario
		want string
	}{
		{"nothing stated", iso27005.Scenario{}, at + `"likelihood": is missing, want one of 1, 2, 3, 4, 5` + "\n" +
			at + `"consequence": is missing, want one of 1, 2, 3, 4, 5`},
		{"above", iso27005.Scenario{Likelihood: 6, Consequence: 5}, at + `"likelihood": got "6", want one of 1, 2, 3, 4, 5`},
		{"below", iso27005.Scenario{Likelihood: 1, Consequence: -1}, at + `"consequence": got "-1", want one of 1, 2, 3, 4, 5`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.s.Rate()
			require.Empty(t, got)
			require.EqualError(t, err, c.want)
			_, err = c.s.MarshalText()
			require.EqualError(t, err, c.want)
		})
	}
	require.EqualError(t, new(iso27005.Scenario).UnmarshalText([]byte("likelihood=likley, consequence=2")),
		at+`"likelihood": got "likley", want one of 1, 2, 3, 4, 5; did you mean "likely"?`)
}
