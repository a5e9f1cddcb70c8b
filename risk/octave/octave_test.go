package octave_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/facts"
	"github.com/ismskit/ismskit/risk/octave"
)

// pools reads the table of pools, which is from memory: see the package comment.
func pools(t *testing.T) map[[2]string]string {
	t.Helper()
	cells := facts.Table(t, "pools_FROM_MEMORY.tsv")
	require.Len(t, cells, 9)
	return cells
}

type inputs struct {
	Ranks       []int
	Values      []string
	Probability string
	ScoreBand   string `json:"score_band"` //nolint:tagliatelle // the name in the file
}

type expected struct {
	Score, Pool int
	Approach    string
}

// vectors reads the n worked examples of a method. They are composed: no
// published one with numbers was found.
func vectors(t *testing.T, method string, n int) []facts.Vector[inputs, expected] {
	t.Helper()
	return facts.Vectors[inputs, expected](t, 8, method, n)
}

// letters are the values as the vectors and the sheet have them.
var letters = map[string]octave.Value{"L": octave.Low, "M": octave.Medium, "H": octave.High}

func TestScore(t *testing.T) {
	for _, v := range vectors(t, "octave-allegro-score", 2) {
		t.Run(v.ID, func(t *testing.T) {
			var areas []octave.Area
			for i, rank := range v.Inputs.Ranks {
				areas = append(areas, octave.Area{ID: fmt.Sprint(i), Rank: rank, Impact: letters[v.Inputs.Values[i]]})
			}
			got, err := octave.Score(areas)
			require.NoError(t, err)
			require.Equal(t, octave.Relative{Score: v.Expected.Score, Least: 15, Most: 45}, got)
		})
	}
	one, err := octave.Score([]octave.Area{{ID: "own", Rank: 1, Impact: octave.Medium}})
	require.NoError(t, err)
	require.Equal(t, octave.Relative{Score: 2, Least: 1, Most: 3}, one)
	for want, areas := range map[string][]octave.Area{
		`octave: impact areas: got none, want one or more`:                        nil,
		`octave: impact area 0: got the id "", want one of its own`:               {{Rank: 1, Impact: octave.Low}},
		`octave: impact area 1: got the id "a", want one of its own`:              {{ID: "a", Rank: 1, Impact: octave.Low}, {ID: "a", Rank: 2, Impact: octave.Low}},
		`octave: impact area "b": rank: got 2, want each of 1 to 2 once`:          {{ID: "a", Rank: 2, Impact: octave.Low}, {ID: "b", Rank: 2, Impact: octave.Low}},
		`octave: impact area "a": rank: got 0, want each of 1 to 1 once`:          {{ID: "a", Impact: octave.Low}},
		`octave: impact area "a": rank: got 2, want each of 1 to 1 once`:          {{ID: "a", Rank: 2, Impact: octave.Low}},
		`octave: impact area "a": impact: got number 0, want low, medium or high`: {{ID: "a", Rank: 1}},
		`octave: impact area "a": impact: got number 4, want low, medium or high`: {{ID: "a", Rank: 1, Impact: 4}},
	} {
		got, err := octave.Score(areas)
		require.EqualError(t, err, want)
		require.Zero(t, got)
	}
}

// rankings are some of the 120.
var rankings = []octave.Ranking{
	{},
	{Reputation: 5, Financial: 4, Productivity: 3, Safety: 2, Fines: 1},
	{Reputation: 1, Financial: 2, Productivity: 3, Safety: 4, Fines: 5},
	{Reputation: 4, Financial: 5, Productivity: 1, Safety: 3, Fines: 2},
}

// TestRisk goes through every combination of inputs on their scales, and under
// the first ranking off them as well.
func TestRisk(t *testing.T) {
	table := pools(t)
	for i, ranking := range rankings {
		m, err := ranking.Method()
		require.NoError(t, err)
		require.Empty(t, m.Problems())
		rated, lowest, values := 0, octave.Low, 3
		if i == 0 {
			lowest, values = 0, 5
		}
		for n := range values * values * values * values * values * values {
			value := func() octave.Value { v := lowest + octave.Value(n%values); n /= values; return v }
			x := octave.Risk{
				Probability: value(), Reputation: value(), Financial: value(), Productivity: value(), Safety: value(), Fines: value(),
			}
			got, err := ranking.Rate(x)
			if err != nil {
				_, methodErr := m.Rate(x.Inputs())
				require.Equal(t, methodErr, err)
				continue
			}
			rated++
			if ranking == (octave.Ranking{}) {
				plain, err := x.Rate()
				require.NoError(t, err)
				require.Equal(t, got, plain)
			}
			e, err := m.Explain(x.Inputs())
			require.NoError(t, err)
			requireReasons(t, table, e, got)
		}
		require.Equal(t, 729, rated)
	}
}

// requireReasons recomputes score and pool from the reasons.
func requireReasons(t *testing.T, pools map[[2]string]string, e risk.Explanation, got octave.Rating) {
	t.Helper()
	require.Len(t, e.Reasons, 2)
	score := 0.0
	for _, term := range e.Reasons[0].Terms {
		require.InDelta(t, int(letters[strings.ToUpper(term.Level[:1])]), term.Number, 0)
		score += term.Number * term.Weight
	}
	require.InDelta(t, got.Score, score, 0)
	band := "0-15"
	switch {
	case score >= 30:
		band = "30-45"
	case score >= 16:
		band = "16-29"
	}
	require.Equal(t, band, e.Reasons[0].Value)
	require.Equal(t, []string{band}, e.Reasons[1].Row)
	pool := pools[[2]string{strings.ToUpper(e.Reasons[1].Column[:1]), band}]
	require.Equal(t, strings.ReplaceAll(pool, " ", "-"), e.Rating.Level)
	require.Equal(t, e.Rating.Level, facts.Text(t, got.Pool))
	require.Equal(t, [2]string{e.Reasons[1].Column, band}, [2]string{e.Rating.Likelihood, e.Rating.Consequence})
}

func TestPoolVectors(t *testing.T) {
	// One assessment in each band, under the ranking of the worksheets.
	inBand := map[string]octave.Risk{
		"0-15":  {Reputation: 1, Financial: 1, Productivity: 1, Safety: 1, Fines: 1},
		"16-29": {Reputation: 3, Financial: 2, Productivity: 1, Safety: 1, Fines: 1},
		"30-45": {Reputation: 3, Financial: 3, Productivity: 3, Safety: 3, Fines: 3},
	}
	m := octave.Allegro()
	for _, v := range vectors(t, "octave-allegro-pool", 6) {
		t.Run(v.ID, func(t *testing.T) {
			x := inBand[v.Inputs.ScoreBand]
			x.Probability = letters[v.Inputs.Probability]
			got, err := x.Rate()
			require.NoError(t, err)
			require.Equal(t, fmt.Sprint("pool-", v.Expected.Pool), facts.Text(t, got.Pool))
			level, ok := m.Level(facts.Text(t, got.Pool))
			require.True(t, ok)
			require.Equal(t, v.Expected.Approach, level.Meaning)
		})
	}
}

func TestAllegro(t *testing.T) {
	m := octave.Allegro()
	require.Equal(t, "octave/allegro@2007", m.Ref().String())
	require.Empty(t, m.Problems())
	require.Empty(t, m.Advice())
	require.Contains(t, m.Source, "from memory")
	for i, r := range rankings {
		own, err := r.Method()
		require.NoError(t, err)
		require.Equal(t, []string{"2007", "2007", "2007-12345", "2007-45132"}[i], own.Version)
	}
	m.Levels[0].Label, m.Steps[0].Weights[0] = "changed", 9
	require.NotEqual(t, m, octave.Allegro(), "a change of one copy leaves the next alone")
	require.Empty(t, octave.Allegro().Problems())
}

func TestRankingRefuses(t *testing.T) {
	for want, r := range map[string]octave.Ranking{
		"octave: ranking: financial: got 0, want each of 1 to 5 once": {Reputation: 5},
		"octave: ranking: fines: got 5, want each of 1 to 5 once":     {Reputation: 5, Financial: 4, Productivity: 3, Safety: 2, Fines: 5},
		"octave: ranking: safety: got 6, want each of 1 to 5 once":    {Reputation: 5, Financial: 4, Productivity: 3, Safety: 6, Fines: 5},
	} {
		_, err := r.Method()
		require.EqualError(t, err, want)
		_, err = r.Rate(octave.Risk{})
		require.EqualError(t, err, want)
	}
	_, err := octave.Risk{Probability: 1, Reputation: 1, Financial: 1, Productivity: 1, Fines: 9}.Rate()
	require.EqualError(t, err, `risk: method octave/allegro@2007: factor "safety": is missing, want one of low, medium, high
risk: method octave/allegro@2007: factor "fines": got "number 9", want one of low, medium, high`)
}

func TestText(t *testing.T) {
	x := octave.Risk{Probability: 2, Reputation: 3, Financial: 3, Productivity: 1, Safety: 1, Fines: 2}
	require.Equal(t, "financial=high, fines=medium, probability=medium, productivity=low, reputation=high, safety=low", facts.Text(t, x))
	var again octave.Risk
	require.NoError(t, again.UnmarshalText([]byte(facts.Text(t, x))))
	require.Equal(t, x, again)
	e, err := x.Explain()
	require.NoError(t, err)
	require.Equal(t, "pool-2", e.Rating.Level)
	require.ErrorContains(t, again.UnmarshalText([]byte("financial=hi")), `got "hi", want one of low, medium, high`)
	require.Equal(t, x, again, "left alone")
	_, err = octave.Risk{}.MarshalText()
	require.Error(t, err)
	for i, word := range []string{"", "pool-1", "pool-2", "pool-3", "pool-4"} {
		var p octave.Pool
		require.NoError(t, p.UnmarshalText([]byte(word)))
		require.Equal(t, octave.Pool(i), p)
		require.Equal(t, word, facts.Text(t, p))
	}
	require.ErrorContains(t, new(octave.Pool).UnmarshalText([]byte("pool-5")), "want one of pool-1")
	require.ErrorContains(t, new(octave.Value).UnmarshalText([]byte("mediu")), `did you mean "medium"?`)
}

// FuzzText: what is read is written so that it reads as the same.
func FuzzText(f *testing.F) {
	f.Add("financial=high, fines=medium, probability=medium, productivity=low, reputation=high, safety=low")
	f.Add("low")
	f.Add("pool-3")
	f.Fuzz(func(t *testing.T, s string) {
		var x, again octave.Risk
		if x.UnmarshalText([]byte(s)) == nil {
			require.NoError(t, again.UnmarshalText([]byte(facts.Text(t, x))))
			require.Equal(t, x, again)
		}
		var v octave.Value
		if v.UnmarshalText([]byte(s)) == nil {
			require.Equal(t, s, facts.Text(t, v))
		}
		var p octave.Pool
		if p.UnmarshalText([]byte(s)) == nil {
			require.Equal(t, s, facts.Text(t, p))
		}
	})
}

func BenchmarkRate(b *testing.B) {
	x := octave.Risk{Probability: 2, Reputation: 3, Financial: 3, Productivity: 1, Safety: 1, Fines: 2}
	b.Run("typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := x.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	m, in := octave.Allegro(), x.Inputs()
	b.Run("method", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := m.Rate(in); err != nil {
				b.Fatal(err)
			}
		}
	})
}
