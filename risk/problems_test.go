package risk_test

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk"
)

// broken is office with one thing changed, and the code and path of each
// problem that this has to give.
type broken struct {
	name   string
	change func(m *risk.Method)
	want   []string
}

func brokenMethods() []broken {
	return []broken{
		{"id missing", func(m *risk.Method) { m.ID = "" }, []string{"RM001 /id"}},
		{"id with space", func(m *risk.Method) { m.ID = "acme office" }, []string{"RM001 /id"}},
		{"id with at", func(m *risk.Method) { m.ID = "acme@office" }, []string{"RM001 /id"}},
		{"version missing", func(m *risk.Method) { m.Version = "" }, []string{"RM001 /version"}},
		{"version with a tab", func(m *risk.Method) { m.Version = "1\t2" }, []string{"RM001 /version"}},

		{"no factor", func(m *risk.Method) { m.Factors = nil }, []string{"RM002 /factors"}},
		{"too many factors", func(m *risk.Method) {
			for i := range 31 {
				m.Factors = append(m.Factors, risk.Factor{ID: fmt.Sprint(i), Scale: risk.Scale{Levels: levels("a b")}})
			}
		}, []string{"RM003 /factors"}},
		{"factor without id", func(m *risk.Method) { m.Factors[1].ID = "" }, []string{"RM004 /factors/1/id"}},
		{"factor id with space", func(m *risk.Method) { m.Factors[1].ID = "harm " }, []string{"RM004 /factors/1/id"}},
		{"factor twice", func(m *risk.Method) { m.Factors[1].ID = "likelihood" }, []string{"RM005 /factors/1/id"}},
		{"role unknown", func(m *risk.Method) { m.Factors[1].Role = 9 }, []string{"RM006 /factors/1/role"}},
		{"role twice", func(m *risk.Method) { m.Factors[1].Role = risk.Likelihood }, []string{"RM007 /factors/1/role"}},

		{"scale without level", func(m *risk.Method) { m.Factors[0].Scale.Levels = nil }, []string{"RM008 /factors/0/scale/levels"}},
		{"no level of risk", func(m *risk.Method) { m.Levels = nil }, []string{"RM008 /levels"}},
		{"too many levels", func(m *risk.Method) {
			for i := range 98 {
				m.Levels = append(m.Levels, risk.Level{ID: fmt.Sprint(i)})
			}
		}, []string{"RM009 /levels"}},
		{"level without id", func(m *risk.Method) { m.Levels[1].ID = "" }, []string{"RM010 /levels/1/id"}},
		{"level id long", func(m *risk.Method) { m.Levels[1].ID = strings.Repeat("x", 129) }, []string{"RM010 /levels/1/id"}},
		{"level id not text", func(m *risk.Method) { m.Levels[1].ID = "a\xff" }, []string{"RM010 /levels/1/id"}},
		{"level twice", func(m *risk.Method) { m.Levels[1].ID = "green" }, []string{"RM011 /levels/1/id"}},
		{"label is an id", func(m *risk.Method) { m.Levels[2].Label = "green" }, []string{"RM012 /levels/2/label"}},
		{"label is a later id", func(m *risk.Method) { m.Levels[0].Label = "red" }, []string{"RM012 /levels/0/label"}},
		{"label twice", func(m *risk.Method) { m.Levels[2].Label = "Low" }, []string{"RM012 /levels/2/label"}},
		{"label is the own id", func(m *risk.Method) { m.Levels[2].Label = "red" }, nil},

		{"bounds", func(m *risk.Method) {
			bounds(m, nil, new(10.0), new(10.0), new(20.0), new(25.5), nil)
		}, nil},
		{"bounds reversed", func(m *risk.Method) { m.Levels[1].Min, m.Levels[1].Max = new(2.0), new(1.5) }, []string{"RM013 /levels/1/max"}},
		{"bounds infinite", func(m *risk.Method) { m.Levels[1].Max = new(math.Inf(1)) }, []string{"RM013 /levels/1"}},
		{"bounds no number", func(m *risk.Method) { m.Levels[1].Min = new(math.NaN()) }, []string{"RM013 /levels/1"}},
		{"bounds overlap", func(m *risk.Method) {
			bounds(m, new(0.0), new(10.0), new(9.0), new(20.0), nil, nil)
		}, []string{"RM013 /levels/1/min"}},
		{"bounds begin lower", func(m *risk.Method) {
			bounds(m, new(5.0), nil, new(4.0), nil, nil, nil)
		}, []string{"RM013 /levels/1/min"}},
		{"bounds end lower", func(m *risk.Method) {
			bounds(m, nil, new(5.0), nil, new(4.0), nil, nil)
		}, []string{"RM013 /levels/1/max"}},

		{"no table", func(m *risk.Method) { m.Table = nil }, []string{"RM014 /table"}},
		{"heading empty", func(m *risk.Method) { m.Table[0] = nil }, []string{"RM014 /table/0"}},
		{"heading of factors alone", func(m *risk.Method) { m.Table[0] = m.Table[0][:1] }, []string{"RM014 /table/0"}},
		{"too many combinations", func(m *risk.Method) {
			for i := range 30 {
				m.Factors = append(m.Factors, risk.Factor{ID: fmt.Sprint(i), Scale: risk.Scale{Levels: levels("a b c d")}})
			}
		}, []string{"RM015 /table"}},
		{"heading of no factor", func(m *risk.Method) { m.Table[0][0] = "likelihod" }, []string{"RM016 /table/0/0"}},
		{"heading of no level", func(m *risk.Method) { m.Table[0][2] = "mayor" }, []string{"RM017 /table/0/2"}},
		{"heading of a label", func(m *risk.Method) { m.Table[0][2] = "Major" }, []string{"RM017 /table/0/2"}},
		{"column twice", func(m *risk.Method) { m.Table[0][2] = "minor" }, []string{"RM018 /table/0/2"}},
		{"column missing", func(m *risk.Method) {
			for r := range m.Table {
				m.Table[r] = m.Table[r][:3]
			}
		}, []string{"RM019 /table/0"}},
		{"column too many", func(m *risk.Method) {
			for r := range m.Table {
				m.Table[r] = append(m.Table[r], "red")
			}
		}, []string{"RM017 /table/0/4"}},
		{"row of no level", func(m *risk.Method) { m.Table[2][0] = "likly" }, []string{"RM020 /table/2/0"}},
		{"row of another scale", func(m *risk.Method) { m.Table[2][0] = "harm" }, []string{"RM020 /table/2/0"}},
		{"row twice", func(m *risk.Method) { m.Table[2][0] = "rare" }, []string{"RM021 /table/2"}},
		{"row again", func(m *risk.Method) { m.Table = append(m.Table, m.Table[1]) }, []string{"RM021 /table/3"}},
		{"row missing", func(m *risk.Method) { m.Table = m.Table[:2] }, []string{"RM022 /table"}},
		{"rows missing", func(m *risk.Method) { m.Table = m.Table[:1] }, []string{"RM022 /table", "RM022 /table"}},
		{"many rows missing", func(m *risk.Method) {
			m.Factors[0].Scale.Levels = nil
			for i := range 50 {
				m.Factors[0].Scale.Levels = append(m.Factors[0].Scale.Levels, risk.Level{ID: fmt.Sprint("l", i)})
			}
			m.Table = m.Table[:1]
		}, slices.Repeat([]string{"RM022 /table"}, 21)},
		{"row too short", func(m *risk.Method) { m.Table[1] = m.Table[1][:3] }, []string{"RM023 /table/1"}},
		{"row empty", func(m *risk.Method) { m.Table[1] = nil }, []string{"RM023 /table/1"}},
		{"row too long", func(m *risk.Method) { m.Table[1] = append(m.Table[1], "red") }, []string{"RM024 /table/1"}},
		{"cell unknown", func(m *risk.Method) { m.Table[2][3] = "rad" }, []string{"RM025 /table/2/3"}},
		{"cell empty", func(m *risk.Method) { m.Table[2][3] = "" }, []string{"RM025 /table/2/3"}},
		{"cell a label", func(m *risk.Method) { m.Table[2][3] = "High" }, []string{"RM025 /table/2/3"}},

		{"many at once", func(m *risk.Method) {
			m.Version = ""
			m.Table[0][3] = "sever"
			m.Table[1][2], m.Table[2][0] = "gren", "always"
		}, []string{"RM001 /version", "RM017 /table/0/3", "RM025 /table/1/2", "RM020 /table/2/0"}},
	}
}

// bounds sets the bounds of the three levels of m.
func bounds(m *risk.Method, b ...*float64) {
	for i := range m.Levels {
		m.Levels[i].Min, m.Levels[i].Max = b[2*i], b[2*i+1]
	}
}

func TestProblems(t *testing.T) {
	require.Empty(t, office().Problems())
	require.Empty(t, plant().Problems())
	var text strings.Builder
	for _, c := range brokenMethods() {
		t.Run(c.name, func(t *testing.T) {
			m := office()
			c.change(&m)
			var got []string
			fmt.Fprintf(&text, "%s\n", c.name)
			for _, p := range m.Problems() {
				got = append(got, p.Code+" "+p.Path)
				fmt.Fprintf(&text, "\t%s\n", p)
				require.NotEmpty(t, p.Message)
			}
			require.Equal(t, c.want, got)
		})
	}
	golden.Equal(t, "problems.txt", text.String())
}

// TestProblemsOfThreeFactors reads the leading columns of a larger table.
func TestProblemsOfThreeFactors(t *testing.T) {
	for name, c := range map[string]struct {
		change func(m *risk.Method)
		want   []string
	}{
		"heading names a factor twice": {
			func(m *risk.Method) { m.Table[0][1] = "value" },
			[]string{`/table/0/1: heading names no further factor: got "value", want one of threat, guard (RM016)`},
		},
		"second column": {
			func(m *risk.Method) { m.Table[2][1] = "rar" },
			[]string{`/table/2/1: row is not for a level of factor "threat": got "rar", want one of rare, often (RM020); did you mean "rare"?`},
		},
		"heading and rows": {
			func(m *risk.Method) { m.Table[0][0], m.Table[2][0], m.Table[2][1] = "valve", "lo", "rar" },
			[]string{
				`/table/0/0: heading names no further factor: got "valve", want one of value, threat, guard (RM016); did you mean "value"?`,
				`/table/2/1: row is not for a level of factor "threat": got "rar", want one of rare, often (RM020); did you mean "rare"?`,
			},
		},
		"row twice": {
			func(m *risk.Method) { m.Table[2][1] = "rare" },
			[]string{`/table/2: levels have a row already: got "low, rare" (RM021); the other is /table/1; none is for low, often`},
		},
		"row missing": {
			func(m *risk.Method) { m.Table = slices.Delete(m.Table, 3, 4) },
			[]string{`/table: combination of levels has no row, want high, rare (RM022)`},
		},
		"cell": {
			func(m *risk.Method) { m.Table[4][2] = "4" },
			[]string{`/table/4/2: cell of high, often, none is not a level of risk: got "4", want one of 1, 2, 3 (RM025)`},
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := plant()
			c.change(&m)
			var got []string
			for _, p := range m.Problems() {
				got = append(got, p.String())
			}
			require.Equal(t, c.want, got)
		})
	}
}

// TestOneCellOneProblem changes each cell of random methods, one at a time.
func TestOneCellOneProblem(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		m := random(r)
		for i, row := range m.Table {
			for j, word := range row {
				row[j] = "no such word"
				ps := m.Problems()
				row[j] = word
				require.Len(t, ps, 1)
				require.Equal(t, fmt.Sprintf("/table/%d/%d", i, j), ps[0].Path)
				require.Equal(t, "no such word", ps[0].Found)
			}
		}
	}
}

// TestProblemsAreBounded holds that the cost of a hostile method is that of its
// data: 32 factors of 100 levels have 10^64 combinations.
func TestProblemsAreBounded(t *testing.T) {
	m := office()
	m.Factors = nil
	for i := range 32 {
		f := risk.Factor{ID: fmt.Sprint(i)}
		for j := range 100 {
			f.Scale.Levels = append(f.Scale.Levels, risk.Level{ID: fmt.Sprint(j)})
		}
		m.Factors = append(m.Factors, f)
	}
	require.Len(t, m.Problems(), 1)
	m.Factors = m.Factors[:2]
	m.Table = risk.Table{append([]string{"0"}, slices.Repeat([]string{"x"}, 100)...)}
	require.Less(t, len(m.Problems()), 200)
}

// TestLimits holds that the limits themselves are allowed.
func TestLimits(t *testing.T) {
	m := office()
	m.Levels[1].ID = strings.Repeat("x", 128)
	m.Table[1][3] = m.Levels[1].ID
	require.Empty(t, m.Problems())

	many := risk.Scale{}
	for i := range 100 {
		many.Levels = append(many.Levels, risk.Level{ID: fmt.Sprint("l", i)})
	}
	ten := risk.Scale{Levels: many.Levels[:10]}
	m = risk.Method{
		ID: "large", Version: "1", Levels: many.Levels,
		Factors: []risk.Factor{{ID: "a", Scale: many}, {ID: "b", Scale: many}, {ID: "c", Scale: ten}},
	}
	fill(rand.New(rand.NewPCG(11, 12)), &m)
	require.Empty(t, m.Problems(), "100,000 cells")
	_, err := m.Rate(risk.Inputs{"a": "l99", "b": "l99", "c": "l9"})
	require.NoError(t, err)

	m = risk.Method{ID: "wide", Version: "1", Levels: many.Levels[:1], Table: risk.Table{{}, {}}}
	in := risk.Inputs{}
	for i := range 32 {
		id := fmt.Sprint("f", i)
		m.Factors = append(m.Factors, risk.Factor{ID: id, Scale: risk.Scale{Levels: levels("a")}})
		if i < 31 {
			m.Table[0], m.Table[1] = append(m.Table[0], id), append(m.Table[1], "a")
		}
		in[id] = "a"
	}
	m.Table[0], m.Table[1] = append(m.Table[0], "a"), append(m.Table[1], "l0")
	require.Empty(t, m.Problems(), "32 factors")
	_, err = m.Rate(in)
	require.NoError(t, err)
}

// TestListsAreClipped holds that a message does not grow with the scale.
func TestListsAreClipped(t *testing.T) {
	for n, want := range map[int]string{12: "l10, l11|", 13: "l11, …|", 100: "l11, …|"} {
		m := office()
		m.Factors[0].Scale.Levels = nil
		for i := range n {
			m.Factors[0].Scale.Levels = append(m.Factors[0].Scale.Levels, risk.Level{ID: fmt.Sprint("l", i)})
		}
		_, err := m.Rate(risk.Inputs{"likelihood": "none of them", "harm": "minor"})
		require.Contains(t, err.Error()+"|", want)
	}
}

// TestCodes holds that codes stay what they are and that each can be had.
func TestCodes(t *testing.T) {
	var text strings.Builder
	listed := map[string]bool{}
	for _, c := range risk.Codes() {
		require.False(t, listed[c.ID], c.ID)
		listed[c.ID] = true
		fmt.Fprintf(&text, "%s\t%s\n", c.ID, c.Means)
	}
	golden.Equal(t, "codes.tsv", text.String())

	seen := map[string]bool{}
	collect := func(ps []risk.Problem) {
		for _, p := range ps {
			seen[p.Code] = true
		}
	}
	for _, c := range brokenMethods() {
		m := office()
		c.change(&m)
		collect(m.Problems())
	}
	for _, c := range brokenDerived() {
		m := bureau()
		c.change(&m)
		collect(m.Problems())
	}
	for _, c := range brokenCriteria() {
		collect(c.criteria.Complete(office()))
	}
	for _, c := range oddMethods() {
		m := office()
		c.change(&m)
		collect(m.Advice())
	}
	collect(grid([]string{"02", "20"}, "012").Advice())
	for _, c := range brokenHarmonizations() {
		h, ms := shared()
		c.change(&h)
		collect(h.Problems(ms))
		collect(h.Advice(ms))
	}
	for _, c := range brokenTranslations() {
		tr := toPlant()
		c.change(&tr)
		collect(tr.Problems(office(), plant()))
	}
	collect(risk.Aggregation{Escalations: []risk.Escalation{{}}}.Problems(office()))
	require.Equal(t, slices.Sorted(maps.Keys(listed)), slices.Sorted(maps.Keys(seen)))
}
