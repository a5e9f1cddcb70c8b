package risk_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
)

// sheet reads a table of testdata, rows by heading.
func sheet(t *testing.T, name string) []map[string]string {
	t.Helper()
	src, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	var heading []string
	var rows []map[string]string
	for line := range strings.Lines(strings.ReplaceAll(string(src), "\r\n", "\n")) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if heading == nil {
			heading = cells
			continue
		}
		row := map[string]string{}
		for i, cell := range cells {
			row[heading[i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

// grid makes a matrix of rows of letters, the index of the level in levels.
func grid(rows []string, letters string) risk.Matrix {
	x := risk.Matrix{}
	for i := range letters {
		x.Levels = append(x.Levels, risk.Level{ID: letters[i : i+1]})
	}
	for i, row := range rows {
		x.Likelihood.Levels = append(x.Likelihood.Levels, risk.Level{ID: strconv.Itoa(i)})
		x.Cells = append(x.Cells, strings.Split(row, ""))
	}
	for i := range rows[0] {
		x.Consequence.Levels = append(x.Consequence.Levels, risk.Level{ID: strconv.Itoa(i)})
	}
	return x
}

func TestCox(t *testing.T) {
	for _, row := range sheet(t, "cox.tsv") {
		t.Run(row["matrix"], func(t *testing.T) {
			n, err := strconv.Atoi(row["levels"])
			require.NoError(t, err)
			c := grid(strings.Fields(row["grid"]), "0123456789"[:n]).Cox()
			require.InDelta(t, number(t, row["red_min_lower"]), c.RedFrom, 5e-5)
			require.InDelta(t, number(t, row["green_max_upper"]), c.GreenTo, 5e-5)
			for name, got := range map[string]bool{
				"weak_consistency_equal_partition": c.WeaklyConsistent,
				"no_red_green_edge":                c.NoRedGreenEdge,
				"no_red_in_first_row_or_column":    c.NoRedOnAxis,
				"betweenness":                      c.Between,
				"first_row_and_column_all_green":   c.GreenOnAxis,
				"second_row_and_column_no_red":     c.NoRedInSecond,
			} {
				require.Equal(t, row[name], strings.ToUpper(strconv.FormatBool(got)[:1])+strconv.FormatBool(got)[1:], name)
			}
			require.False(t, c.Bounds)
		})
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return x
}

// TestCoxColorings: the only grids of three colors that the checks leave pass
// them.
func TestCoxColorings(t *testing.T) {
	rows := sheet(t, "cox_colourings.tsv")
	require.Len(t, rows, 25)
	for _, row := range rows {
		c := grid(strings.Split(row["grid_bottom_row_first"], " / "), "GYR").Cox()
		require.True(t, c.WeaklyConsistent && c.Between && c.GreenOnAxis && c.NoRedInSecond && c.NoRedGreenEdge && c.NoRedOnAxis, row)
	}
}

// TestCoxOnly3x3: of all 19,683 grids of three colors of 3 × 3 exactly the one
// that is published passes, with the condition that goes with it: no green cell
// reaches over a third.
func TestCoxOnly3x3(t *testing.T) {
	var found []string
	for k := range 19_683 {
		rows := make([]string, 3)
		for i := range rows {
			for range 3 {
				rows[i] += "GYR"[k%3 : k%3+1]
				k /= 3
			}
		}
		all := strings.Join(rows, "")
		if !monotone(rows) || !strings.Contains(all, "R") || !strings.Contains(all, "G") {
			continue
		}
		c := grid(rows, "GYR").Cox()
		if c.WeaklyConsistent && c.Between && c.GreenOnAxis && c.NoRedInSecond && c.GreenTo <= 1./3+1e-12 {
			found = append(found, strings.Join(rows, " / "))
		}
	}
	require.Equal(t, []string{"GGG / GYY / GYR"}, found)
}

func monotone(rows []string) bool {
	at := func(i, j int) int { return strings.IndexByte("GYR", rows[i][j]) }
	for i := range rows {
		for j := range rows[i] {
			if i > 0 && at(i, j) < at(i-1, j) || j > 0 && at(i, j) < at(i, j-1) {
				return false
			}
		}
	}
	return true
}

func TestCoxBounds(t *testing.T) {
	x := grid([]string{"GGY", "GYR"}, "GYR")
	for i, bounds := range [][2]float64{{0, .1}, {.1, 1}} {
		x.Likelihood.Levels[i].Min, x.Likelihood.Levels[i].Max = &bounds[0], &bounds[1]
	}
	for i, bounds := range [][2]float64{{0, 1e4}, {1e4, 1e5}, {1e5, 1e7}} {
		x.Consequence.Levels[i].Min, x.Consequence.Levels[i].Max = &bounds[0], &bounds[1]
	}
	c := x.Cox()
	require.True(t, c.Bounds)
	require.InDelta(t, .1*1e5/1e7, c.RedFrom, 1e-15)
	require.InDelta(t, 1*1e4/1e7, c.GreenTo, 1e-15)
	require.InDelta(t, .999, c.Widest, 1e-12, "from 10,000 to 10,000,000 is one cell")
	codes := []string{}
	for _, p := range x.Advice() {
		codes = append(codes, p.Code)
	}
	require.Equal(t, []string{"RA004", "RA005", "RA006"}, codes)
}

func TestMatrixAdvice(t *testing.T) {
	require.Empty(t, grid([]string{"GGGG", "GYYY", "GYRR", "GYRR"}, "GYR").Advice())
	var lines []string
	for _, p := range grid([]string{"0001", "0011", "1122", "1222"}, "012").Advice() {
		lines = append(lines, p.String())
	}
	require.Equal(t, []string{
		`/table: some risks rated 0 are greater than some rated 2: got "0 up to 0.25, 2 from 0.188 of the greatest risk on" (RA003)`,
		`/table: one step up leads from 0 to 2 (RA004); a small change of the inputs passes over all levels between`,
		`/table: coloring is not the one that goes with likelihood times consequence, want 0 throughout at the lowest likelihood and the lowest consequence, 2 nowhere at the second lowest (RA005)`,
	}, lines)
	for name, x := range map[string]risk.Matrix{
		"empty":     {},
		"one level": grid([]string{"0"}, "0"),
		"ragged":    {Levels: levels("a b"), Likelihood: risk.Scale{Levels: levels("x")}, Consequence: risk.Scale{Levels: levels("x y")}, Cells: [][]string{{"a"}}},
		"unknown":   grid([]string{"01", "12"}, "01"),
	} {
		require.Zero(t, x.Cox(), name)
		require.Empty(t, x.Advice(), name)
	}
}
