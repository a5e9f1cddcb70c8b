package threefactor_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
	"github.com/ismskit/ismskit/risk/threefactor"
)

func factor(id string, levels ...string) risk.Factor {
	return risk.Factor{ID: id, Title: id, Scale: risk.Scale{Levels: typed.Levels(levels)}}
}

// bakery is the invented table of the package comment.
func bakery() threefactor.Definition {
	return threefactor.Definition{
		ID: "bakery/table", Version: "1", Title: "Risks of the bakery", Source: "invented",
		Factors: [3]risk.Factor{
			factor("value", "low", "medium", "high"),
			factor("threat", "rare", "frequent"),
			factor("weakness", "closed", "open", "wide"),
		},
		Levels: typed.Levels([]string{"1", "2", "3", "4", "5"}),
		Cells: [][]string{
			{"1", "1", "2", "1", "2", "3"},
			{"1", "2", "3", "2", "3", "4"},
			{"2", "3", "4", "3", "4", "5"},
		},
	}
}

// TestMethod compares every cell with the definition, and the level with the
// reason that is given for it.
func TestMethod(t *testing.T) {
	d := bakery()
	m, err := d.Method()
	require.NoError(t, err)
	require.Equal(t, "bakery/table@1", m.Ref().String())
	require.Empty(t, m.Problems())
	require.Empty(t, m.Advice(), "every level is reached and none falls")
	for _, f := range risk.Check(m) {
		require.Equal(t, risk.Proved, f.Verdict, f)
	}
	n := 0
	for i, value := range []string{"low", "medium", "high"} {
		for j, threat := range []string{"rare", "frequent"} {
			for k, weakness := range []string{"closed", "open", "wide"} {
				n++
				e, err := m.Explain(risk.Inputs{"value": value, "threat": threat, "weakness": weakness})
				require.NoError(t, err)
				require.Equal(t, d.Cells[i][3*j+k], e.Rating.Level)
				require.Len(t, e.Reasons, 1)
				require.Equal(t, []string{value, threat}, e.Reasons[0].Row)
				require.Equal(t, weakness, e.Reasons[0].Column)
				require.Equal(t, e.Rating.Level, e.Reasons[0].Value)
			}
		}
	}
	require.Equal(t, 18, n)
}

// TestOtherSizes has other numbers of levels, so that no factor can be taken
// for another. The level of a cell is named after its row and group.
func TestOtherSizes(t *testing.T) {
	for _, size := range [][3]int{{10, 5, 3}, {2, 3, 4}, {4, 3, 2}, {1, 1, 1}, {1, 7, 2}} {
		words := strings.Split("abcdefghij", "")
		one, two, three := words[:size[0]], words[:size[1]], words[:size[2]]
		d := threefactor.Definition{
			ID: "x", Version: "1", Factors: [3]risk.Factor{factor("one", one...), factor("two", two...), factor("three", three...)},
		}
		for i, a := range one {
			d.Cells = append(d.Cells, nil)
			for _, b := range two {
				d.Levels = append(d.Levels, risk.Level{ID: a + b})
				d.Cells[i] = append(d.Cells[i], slices.Repeat([]string{a + b}, size[2])...)
			}
		}
		m, err := d.Method()
		require.NoError(t, err)
		for k := range size[0] * size[1] * size[2] {
			a, b, c := one[k/size[2]/size[1]], two[k/size[2]%size[1]], three[k%size[2]]
			r, err := m.Rate(risk.Inputs{"one": a, "two": b, "three": c})
			require.NoError(t, err)
			require.Equal(t, a+b, r.Level)
		}
	}
}

// TestRoles holds that a factor may be a coordinate of the rating.
func TestRoles(t *testing.T) {
	d := bakery()
	d.Factors[0].Role, d.Factors[1].Role = risk.Consequence, risk.Likelihood
	m, err := d.Method()
	require.NoError(t, err)
	r, err := m.Rate(risk.Inputs{"value": "high", "threat": "rare", "weakness": "wide"})
	require.NoError(t, err)
	require.Equal(t, risk.Rating{Method: m.Ref(), Likelihood: "rare", Consequence: "high", Level: "4"}, r)
}

// TestMethodIsItself holds that the method shares nothing with the definition.
func TestMethodIsItself(t *testing.T) {
	d := bakery()
	m, err := d.Method()
	require.NoError(t, err)
	d.Cells[0][0], d.Levels[0].ID, d.Factors[0].Scale.Levels[0].ID, d.Factors[1].ID = "5", "x", "x", "x"
	want, err := bakery().Method()
	require.NoError(t, err)
	require.Equal(t, want, m)
}

func TestMethodRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		change func(d *threefactor.Definition)
		want   []string
	}{
		"a cell names no level": {
			func(d *threefactor.Definition) { d.Cells[1][4] = "6" },
			[]string{`threefactor: cell of medium, frequent, open (row 2, column 5): got "6", want one of 1, 2, 3, 4, 5`},
		},
		"two cells and the version": {
			func(d *threefactor.Definition) { d.Cells[0][0], d.Cells[2][5], d.Version = "", "x", "" },
			[]string{
				`threefactor: cell of low, rare, closed (row 1, column 1): got "", want one of 1, 2, 3, 4, 5`,
				`threefactor: cell of high, frequent, wide (row 3, column 6): got "x", want one of 1, 2, 3, 4, 5`,
				`threefactor: /version: version of the method is missing (RM001)`,
			},
		},
		"a row is missing": {
			func(d *threefactor.Definition) { d.Cells = d.Cells[:2] },
			[]string{`threefactor: table: got 2 rows, want 3, one for each level of "value"`},
		},
		"a row too many": {
			func(d *threefactor.Definition) { d.Cells = append(d.Cells, nil) },
			[]string{`threefactor: table: got 4 rows, want 3, one for each level of "value"`},
		},
		"a row is short": {
			func(d *threefactor.Definition) { d.Cells[2] = d.Cells[2][:5] },
			[]string{`threefactor: row of high: got 5 cells, want 6, one for each level of "threat" and of "weakness"`},
		},
		"a factor twice": {
			func(d *threefactor.Definition) { d.Factors[2].ID = "value" },
			[]string{"threefactor: /factors/2/id: id is that of another factor"},
		},
		"nothing at all": {
			func(d *threefactor.Definition) { *d = threefactor.Definition{} },
			[]string{"id of the method is missing", "id of the factor is missing", "scale has no level"},
		},
		"a scale too long": {
			func(d *threefactor.Definition) {
				d.Factors[0].Scale.Levels = make([]risk.Level, 101)
			},
			[]string{"scale has too many levels"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := bakery()
			c.change(&d)
			m, err := d.Method()
			require.Zero(t, m)
			for _, want := range c.want {
				require.ErrorContains(t, err, want)
			}
		})
	}
}

func TestCellError(t *testing.T) {
	d := bakery()
	d.Cells[1][4] = "6"
	_, err := d.Method()
	var cell *threefactor.CellError
	require.ErrorAs(t, err, &cell)
	require.Equal(t, &threefactor.CellError{
		Row: 1, Column: 4, At: [3]string{"medium", "frequent", "open"}, Found: "6", Expected: []string{"1", "2", "3", "4", "5"},
	}, cell)
}

// FuzzDefinition makes methods of any size from any words. Nothing may panic,
// and what is accepted rates every combination by its cell.
func FuzzDefinition(f *testing.F) {
	f.Add("low medium high", "rare often", "closed open", "1 2 3", "1 1 2 2/1 2 2 3/2 3 3 3")
	f.Add("a", "a", "a", "a", "a")
	f.Add("", "a", "", "a", "")
	f.Fuzz(func(t *testing.T, one, two, three, levels, cells string) {
		d := threefactor.Definition{ID: "fuzz", Version: "1", Levels: typed.Levels(strings.Fields(levels))}
		for i, words := range []string{one, two, three} {
			d.Factors[i] = factor([]string{"one", "two", "three"}[i], strings.Fields(words)...)
		}
		for row := range strings.SplitSeq(cells, "/") {
			d.Cells = append(d.Cells, strings.Fields(row))
		}
		m, err := d.Method()
		if err != nil {
			require.Zero(t, m)
			return
		}
		require.Empty(t, m.Problems())
		columns := strings.Fields(three)
		for i, a := range strings.Fields(one) {
			for j, b := range strings.Fields(two) {
				for k, c := range columns {
					r, err := m.Rate(risk.Inputs{"one": a, "two": b, "three": c})
					require.NoError(t, err)
					require.Equal(t, d.Cells[i][j*len(columns)+k], r.Level)
				}
			}
		}
	})
}
