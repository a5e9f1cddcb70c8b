package ordinal_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/fair/ordinal"
)

var words = []string{"VL", "L", "M", "H", "VH"}

// cell is one cell of testdata/fair_ordinal_tables.tsv, with the places of row
// and column.
type cell struct {
	table, closed    string
	row, column      int
	rowWord, colWord string
	want             string
}

// cells reads the tables as one public application has them.
func cells(t *testing.T) []cell {
	t.Helper()
	src, err := os.ReadFile("testdata/fair_ordinal_tables.tsv")
	require.NoError(t, err)
	r := csv.NewReader(bytes.NewReader(src))
	r.Comma = '\t'
	lines, err := r.ReadAll()
	require.NoError(t, err)
	var all []cell
	for i, line := range lines[1:] {
		require.Equal(t, words[i%5], line[3])
		for c, want := range line[4:9] {
			all = append(all, cell{
				table: line[0], closed: line[9], row: i % 5, column: c, rowWord: line[3], colWord: words[c], want: want,
			})
		}
	}
	require.Len(t, all, 7*25)
	return all
}

// functions has the function of each table.
var functions = map[string]func(row, column ordinal.Level) (ordinal.Level, error){
	"threat event frequency":         ordinal.ThreatEventFrequency,
	"vulnerability":                  ordinal.Vulnerability,
	"loss event frequency":           ordinal.LossEventFrequency,
	"secondary loss event frequency": ordinal.SecondaryLossEventFrequency,
	"risk (primary or secondary)":    ordinal.Risk,
	"overall risk":                   ordinal.OverallRisk,
	"residual of a factor": func(row, column ordinal.Level) (ordinal.Level, error) {
		return ordinal.Residual{Inherent: row, Control: column}.Rate()
	},
}

// closed has the arithmetic that the file says a table is.
var closed = map[string]func(row, column int) int{
	"clamp(2+row-col,0,4)":      func(r, c int) int { return min(max(2+r-c, 0), 4) },
	"clamp(row+col-2,0,4)":      func(r, c int) int { return min(max(r+c-2, 0), 4) },
	"min(row,max(0,row+col-2))": func(r, c int) int { return min(r, max(0, r+c-2)) },
	"max(row,col)":              func(r, c int) int { return max(r, c) },
}

func level(i int) ordinal.Level { return ordinal.Level(i + 1) }

func TestCells(t *testing.T) {
	for _, c := range cells(t) {
		t.Run(c.table+" "+c.rowWord+" × "+c.colWord, func(t *testing.T) {
			got, err := functions[c.table](level(c.row), level(c.column))
			require.NoError(t, err)
			word, err := got.MarshalText()
			require.NoError(t, err)
			require.Equal(t, c.want, string(word))
			if c.closed != "table only" {
				require.Equal(t, c.want, words[closed[c.closed](c.row, c.column)])
			}
		})
	}
}

func TestFunctionsRefuse(t *testing.T) {
	for _, c := range []struct {
		table       string
		row, column string
	}{
		{"threat event frequency", "contact frequency", "probability of action"},
		{"vulnerability", "threat capability", "resistance strength"},
		{"loss event frequency", "threat event frequency", "vulnerability"},
		{"secondary loss event frequency", "primary loss event frequency", "secondary loss probability"},
		{"risk (primary or secondary)", "loss magnitude", "loss event frequency"},
		{"overall risk", "secondary risk", "primary risk"},
	} {
		t.Run(c.table, func(t *testing.T) {
			got, err := functions[c.table](0, ordinal.High)
			require.Zero(t, got)
			require.EqualError(t, err, "ordinal: "+c.row+": not stated, want VL, L, M, H or VH")
			got, err = functions[c.table](ordinal.High, 6)
			require.Zero(t, got)
			require.EqualError(t, err, "ordinal: "+c.column+": got the number 6, want VL, L, M, H or VH")
		})
	}
}

func TestWords(t *testing.T) {
	require.EqualError(t, new(ordinal.Level).UnmarshalText([]byte("vh")), `ordinal: level: got "vh", want one of VL, L, M, H, VH; did you mean "VH"?`)
	_, err := ordinal.Level(6).MarshalText()
	require.Error(t, err)
}
