//nolint:dupword // a table says a word twice
package risk_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
)

// slowCheck finds by Rate alone what Check finds: whether the level never falls
// and never rises in each factor, and which levels are reached.
type slowCheck struct {
	falls, rises map[string]bool
	reached      map[string]bool
}

func checkSlowly(t *testing.T, m risk.Method) slowCheck {
	t.Helper()
	s := slowCheck{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for in := range options(m) {
		at, err := m.Rate(in)
		if err != nil {
			require.ErrorIs(t, err, risk.ErrMissingFactor)
			continue
		}
		s.reached[at.Level] = true
		rank, _ := m.Rank(at.Level)
		for _, f := range m.Factors {
			i, ok := f.Scale.Rank(in[f.ID])
			if !ok || i+1 == len(f.Scale.Levels) {
				continue
			}
			word := in[f.ID]
			in[f.ID] = f.Scale.Levels[i+1].ID
			above, err := m.Rate(in)
			in[f.ID] = word
			if err != nil {
				continue
			}
			higher, _ := m.Rank(above.Level)
			s.rises[f.ID] = s.rises[f.ID] || higher > rank
			s.falls[f.ID] = s.falls[f.ID] || higher < rank
		}
	}
	return s
}

// judge compares a finding with the slow reading.
func judge(t *testing.T, m risk.Method, f risk.Finding, s slowCheck) {
	t.Helper()
	switch f.Property {
	case risk.Monotone:
		factor, ok := m.Factor(f.Of)
		require.True(t, ok)
		bad := s.falls[f.Of] && (s.rises[f.Of] || factor.Role != 0)
		require.True(t, f.Verdict == risk.NotProved || bad == (f.Verdict == risk.Refuted), "%s: %v", f, m)
		if f.Verdict == risk.Refuted {
			require.Len(t, f.Example, 2)
			pair(t, m, f)
		}
	case risk.Reachable:
		require.True(t, f.Verdict == risk.NotProved || s.reached[f.Of] == (f.Verdict == risk.Proved), "%s: %v", f, m)
		for _, in := range f.Example {
			got, err := m.Rate(in)
			require.NoError(t, err)
			require.Equal(t, f.Of, got.Level)
		}
	default:
		require.Equal(t, risk.Proved, f.Verdict)
	}
}

// pair holds that the two combinations differ in the factor of the finding
// only, and in their level.
func pair(t *testing.T, m risk.Method, f risk.Finding) {
	t.Helper()
	low, err := m.Rate(f.Example[0])
	require.NoError(t, err)
	high, err := m.Rate(f.Example[1])
	require.NoError(t, err)
	order, ok := m.Compare(low, high)
	require.True(t, ok)
	require.NotZero(t, order)
	for id, word := range f.Example[0] {
		require.Equal(t, id == f.Of, f.Example[1][id] != word)
	}
}

// TestCheck compares Check with the slow reading, over random methods, both by
// looking at all combinations and by the structure.
func TestCheck(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 12))
	verdicts := map[string]int{}
	for i := range 80 {
		m := random(r)
		if i%2 == 0 {
			m = randomDerived(r)
		}
		s := checkSlowly(t, m)
		for _, f := range risk.Check(m) {
			require.NotEqual(t, risk.NotProved, f.Verdict)
			judge(t, m, f, s)
		}
		for _, f := range risk.CheckUpTo(m, 0) {
			judge(t, m, f, s)
			by, _ := f.By.MarshalText()
			verdict, _ := f.Verdict.MarshalText()
			verdicts[fmt.Sprintf("%d %s %s", f.Property, verdict, by)]++
		}
	}
	for _, some := range []string{"4 proved structure", "4 refuted sample", "4 not proved sample", "5 proved sample", "5 refuted structure"} {
		require.Positive(t, verdicts[some], "%s: %v", some, verdicts)
	}
}

// TestCheckBeyond examines a method of 10^16 combinations.
func TestCheckBeyond(t *testing.T) {
	m := wide(16)
	fs := risk.Check(m)
	require.Len(t, fs, 3+16+5)
	for _, f := range fs {
		switch f.Property {
		case risk.Monotone:
			require.Equal(t, risk.ByStructure, f.By, f.String())
			require.Equal(t, risk.Proved, f.Verdict)
		case risk.Reachable:
			want := risk.Proved
			if f.Of == "never" {
				want = risk.Refuted
			}
			require.Equal(t, want, f.Verdict, f.String())
		default:
			require.Equal(t, risk.Proved, f.Verdict)
		}
	}
	require.Equal(t, `reachable, proved by structure: level of risk "rarely" can be reached`, fs[len(fs)-2].String())

	m.Formula, m.Weights, m.Of = risk.Sum, []float64{-1}, []string{"f0"}
	for i := 1; i < 16; i++ { // as many raise the sum as lower it, so that it is about 0
		m.Of, m.Weights = append(m.Of, fmt.Sprint("f", i)), append(m.Weights, float64(i%2*2-1))
	}
	m.Levels[0].Min = nil
	f := risk.Check(m)[3]
	require.Equal(t, `monotone, proved by structure: level of risk never rises where factor "f0" rises`, f.String())

	m.Factors[0].Role = risk.Likelihood
	require.Equal(t, risk.Refuted, risk.Check(m)[3].Verdict, "a likelihood has to raise the risk")
}

// wide is a mean of n factors of ten levels.
func wide(n int) risk.Method {
	m := risk.Method{ID: "wide", Version: "1", Formula: risk.Mean, Levels: valued("low>=0 medium>=3 high>=6 rarely>=9 never>=9.5")}
	for i := range n {
		m.Factors = append(m.Factors, risk.Factor{ID: fmt.Sprint("f", i), Scale: risk.Scale{
			Levels: valued("0=0 1=1 2=2 3=3 4=4 5=5 6=6 7=7 8=8 9=9"),
		}})
	}
	return m
}

func TestCheckOfMalformed(t *testing.T) {
	m := office()
	m.Table[1][1] = "purple"
	fs := risk.Check(m)
	require.Len(t, fs, 1)
	require.Equal(t, `total, refuted by structure: method has problems, the first is /table/1/1: `+
		`cell of rare, minor is not a level of risk: got "purple", want one of green, amber, red (RM025)`, fs[0].String())
	require.Len(t, risk.Check(risk.Method{}), 1)
}

func TestCheckVersions(t *testing.T) {
	old := office()
	same := office()
	same.Version = "4"
	f := risk.CheckVersions(old, same)
	require.Equal(t, risk.Finding{
		Property: risk.OrderKept, Verdict: risk.Proved, By: risk.ByExhaustion, Tuples: 6,
		Message: "no two risks change places between acme/office@3 and acme/office@4",
	}, f)

	same.Table[1][3], same.Table[2][1] = "red", "green" // rare, severe above likely, major
	same.Table[2][2] = "amber"
	f = risk.CheckVersions(old, same)
	require.Equal(t, risk.Refuted, f.Verdict)
	require.Equal(t, "two risks change places: harm=severe, likelihood=rare goes from amber to red, "+
		"harm=major, likelihood=likely from red to amber", f.Message)
	require.Len(t, f.Example, 2)

	finer := office()
	finer.Factors[1].Scale.Levels = levels("minor major severe ruinous")
	finer.Factors[0], finer.Factors[1] = finer.Factors[1], finer.Factors[0]
	finer.Table = table("likelihood minor major severe ruinous", "rare green green amber red", "likely amber red red red")
	f = risk.CheckVersions(old, finer)
	require.Equal(t, risk.Proved, f.Verdict, "other order, more levels, some risks moved apart: %s", f)
	require.Equal(t, 6, f.Tuples)

	f = risk.CheckVersions(old, plant())
	require.Equal(t, risk.NotProved, f.Verdict)
	require.Equal(t, "versions do not read the same factors: acme/office@3 has one of harm, likelihood, acme/plant@1 has one of guard, threat, value", f.Message)

	same.Table = nil
	require.Contains(t, risk.CheckVersions(old, same).Message, "has problems")

	f = risk.CheckVersions(wide(8), wide(8))
	require.Equal(t, risk.NotProved, f.Verdict)
	require.Equal(t, risk.BySample, f.By)
}

// TestCheckVersionsSlowly compares with a look at every pair.
func TestCheckVersionsSlowly(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	refuted := 0
	for range 300 {
		old := random(r)
		next := shuffled(r, old)
		for range r.IntN(3) {
			row := next.Table[1+r.IntN(len(next.Table)-1)]
			row[len(next.Factors)-1+r.IntN(len(row)-len(next.Factors)+1)] = next.Levels[r.IntN(len(next.Levels))].ID
		}
		want := risk.Proved
		ranks := [][2]int{}
		for in := range options(old) {
			a, err := old.Rate(in)
			require.NoError(t, err)
			b, err := next.Rate(in)
			require.NoError(t, err)
			i, _ := old.Rank(a.Level)
			j, _ := next.Rank(b.Level)
			for _, other := range ranks {
				if (i-other[0])*(j-other[1]) < 0 {
					want = risk.Refuted
				}
			}
			ranks = append(ranks, [2]int{i, j})
		}
		got := risk.CheckVersions(old, next)
		require.Equal(t, want, got.Verdict, got)
		if want == risk.Refuted {
			refuted++
		}
	}
	require.Greater(t, refuted, 20)
}

func BenchmarkCheck(b *testing.B) {
	for _, c := range []struct {
		name string
		m    risk.Method
	}{{"matrix", office()}, {"10^6", wide(6)}, {"10^7", wide(7)}, {"structure", wide(16)}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				risk.Check(c.m)
			}
		})
	}
}
