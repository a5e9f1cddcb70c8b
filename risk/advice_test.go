//nolint:dupword // a table says a word twice
package risk_test

import (
	"maps"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
)

type odd struct {
	name   string
	change func(m *risk.Method)
	want   []string
}

func oddMethods() []odd {
	return []odd{
		{"level never given", func(m *risk.Method) { m.Table[1][3] = "red" }, []string{
			`/levels/1: no combination of levels gives this level of risk: got "amber" (RA001)`,
		}},
		{"falls with likelihood", func(m *risk.Method) { m.Table[1][1] = "amber" }, []string{
			`/table/2/1: level of risk falls where factor "likelihood" goes from rare to likely: got "green" (RA002); it was amber`,
			`/table/1/2: level of risk falls where factor "harm" goes from minor to major: got "green" (RA002); it was amber`,
		}},
		{"falls everywhere", func(m *risk.Method) {
			m.Table = table("harm rare likely", "minor red red", "major amber amber", "severe green green")
		}, []string{
			`/table/2/1: level of risk falls where factor "harm" goes from minor to major: got "amber" (RA002); it was red`,
			`/table/2/2: level of risk falls where factor "harm" goes from minor to major: got "amber" (RA002); it was red`,
			`/table/3/1: level of risk falls where factor "harm" goes from major to severe: got "green" (RA002); it was amber`,
			`/table/3/2: level of risk falls where factor "harm" goes from major to severe: got "green" (RA002); it was amber`,
		}},
		{"malformed", func(m *risk.Method) { m.Table[1][1], m.Table[1][3] = "purple", "red" }, nil},
	}
}

func TestAdvice(t *testing.T) {
	require.Empty(t, office().Advice())
	for _, c := range oddMethods() {
		t.Run(c.name, func(t *testing.T) {
			m := office()
			c.change(&m)
			var got []string
			for _, p := range m.Advice() {
				got = append(got, p.String())
			}
			require.Equal(t, c.want, got)
		})
	}
}

// TestAdviceOnDefense holds that a factor without role may lower the risk, and
// that a cell against its direction is named.
func TestAdviceOnDefense(t *testing.T) {
	m := plant()
	require.Empty(t, m.Advice())
	m.Table[1][4] = "2" // a good guard of low value against a rare threat
	var got []string
	for _, p := range m.Advice() {
		got = append(got, p.String())
	}
	require.Equal(t, []string{
		`/table/3/4: level of risk falls where factor "value" goes from low to high: got "1" (RA002); it was 2`,
		`/table/2/4: level of risk falls where factor "threat" goes from rare to often: got "1" (RA002); it was 2`,
		`/table/1/4: level of risk rises against the other cells where factor "guard" goes from some to good: got "2" (RA002); it was 1`,
	}, got)
}

// TestAdviceOnBothWays holds that where a factor without role raises the level
// as often as it lowers it, the falls are named.
func TestAdviceOnBothWays(t *testing.T) {
	m := risk.Method{
		ID: "acme/ways", Version: "1", Levels: levels("1 2"),
		Factors: []risk.Factor{
			{ID: "a", Scale: risk.Scale{Levels: levels("low high")}},
			{ID: "b", Scale: risk.Scale{Levels: levels("x y")}},
		},
		Table: table("a x y", "low 1 2", "high 2 1"),
	}
	var got []string
	for _, p := range m.Advice() {
		got = append(got, p.Path)
	}
	require.Equal(t, []string{"/table/2/2", "/table/2/2"}, got)

	m.Table = table("a x y", "low 1 2", "high 1 2")
	require.Empty(t, m.Advice(), "a factor that changes nothing")
	m.Factors[1].Scale.Levels = levels("x y z")
	m.Table = table("a x y z", "low 1 1 1", "high 1 1 2")
	require.Empty(t, m.Advice(), "one rise among equals")
	m.Table = table("a x y z", "low 2 2 2", "high 1 2 2")
	require.Empty(t, m.Advice(), "one factor falls once, the other rises once")
	m.Factors[1].Scale.Levels = levels("x y")
	m.Table = table("a x y", "low 2 1", "high 2 1")
	require.Empty(t, m.Advice(), "a factor that only lowers")
}

// TestAdviceLikeTheTextbook compares what is unreachable and what falls with a
// search through all combinations.
func TestAdviceLikeTheTextbook(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 100 {
		m := random(r)
		cells, reached := textbook(m), map[string]bool{}
		for _, level := range cells {
			reached[level] = true
		}
		want := len(m.Levels) - len(reached)
		for in := range tuples(m) {
			for _, f := range m.Factors {
				if f.Role != 0 && falls(m, cells, in, f) {
					want++
				}
			}
		}
		got := 0
		for _, p := range m.Advice() {
			if p.Code == "RA001" || !strings.Contains(p.Message, `"f0"`) && !strings.Contains(p.Message, `"f3"`) {
				got++
			}
		}
		require.Equal(t, want, got, "f0 and f3 have no role")
	}
}

// falls reports whether the level of in is lower than with the next lower
// level of f.
func falls(m risk.Method, cells map[string]string, in risk.Inputs, f risk.Factor) bool {
	i, _ := f.Scale.Rank(in[f.ID])
	if i == 0 {
		return false
	}
	below := maps.Clone(in)
	below[f.ID] = f.Scale.Levels[i-1].ID
	high, _ := m.Rank(cells[key(in)])
	low, _ := m.Rank(cells[key(below)])
	return high < low
}
