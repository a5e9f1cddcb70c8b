package magerit_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/magerit"
)

// build makes a system of assets named by letters from "superior inferior
// degree" triples; every asset has the value 1.
func build(t *testing.T, names string, depends ...magerit.Dependency) magerit.System {
	t.Helper()
	var assets []magerit.Asset
	for _, r := range names {
		assets = append(assets, magerit.Asset{ID: string(r), Value: 1})
	}
	s, err := magerit.New(assets, depends)
	require.NoError(t, err)
	return s
}

// degree is that of one pair, 0 where there is no way.
func degree(t *testing.T, s magerit.System, superior, inferior string) float64 {
	t.Helper()
	all, err := s.Degrees(superior)
	require.NoError(t, err)
	for _, d := range all {
		if d.Inferior == inferior {
			require.Equal(t, superior, d.Superior)
			return d.Degree
		}
	}
	return 0
}

func TestDegreeVectors(t *testing.T) {
	for _, v := range vectors(t, "magerit-dependency", 2) {
		t.Run(v.ID, func(t *testing.T) {
			var s magerit.System
			switch {
			case v.Inputs["series"] != nil:
				s = build(t, "abc", magerit.Dependency{"a", "b", 0.5}, magerit.Dependency{"b", "c", 0.5})
			default:
				s = build(t, "abcd", magerit.Dependency{"a", "b", 0.5}, magerit.Dependency{"b", "c", 1},
					magerit.Dependency{"a", "d", 0.5}, magerit.Dependency{"d", "c", 1})
			}
			require.InDelta(t, v.Expected["degree"], degree(t, s, "a", "c"), v.Tolerance)
		})
	}
}

// TestSharedWays pins the cases in which ways share a part.
func TestSharedWays(t *testing.T) {
	for _, c := range []struct {
		name          string
		depends       []magerit.Dependency
		method, byWay float64
	}{
		{
			name:    "apart: the same",
			depends: []magerit.Dependency{{"a", "b", 0.8}, {"a", "c", 0.6}, {"b", "z", 1}, {"c", "z", 1}},
			method:  0.92, byWay: 0.92,
		},
		{
			name:    "a shared beginning: the same, and both count it twice",
			depends: []magerit.Dependency{{"a", "b", 0.5}, {"b", "c", 1}, {"b", "d", 1}, {"c", "z", 1}, {"d", "z", 1}},
			method:  0.75, byWay: 0.75,
		},
		{
			name:    "a shared ending: counted once",
			depends: []magerit.Dependency{{"a", "b", 0.5}, {"a", "c", 0.5}, {"b", "d", 1}, {"c", "d", 1}, {"d", "z", 0.5}},
			method:  0.375, byWay: 0.4375,
		},
		{
			name:    "direct and over another",
			depends: []magerit.Dependency{{"a", "z", 0.5}, {"a", "b", 0.5}, {"b", "z", 0.5}},
			method:  0.625, byWay: 0.625,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := build(t, "abcdz", c.depends...)
			require.InDelta(t, c.method, degree(t, s, "a", "z"), 1e-15)
			require.InDelta(t, c.byWay, byWays(c.depends, "a", "z"), 1e-15)
		})
	}
}

// plus is the sum of the book: 1 − (1 − a)(1 − b).
func plus(a, b float64) float64 { return 1 - (1-a)*(1-b) }

// byBook is the formula as it stands: the sum over the superiors B of C of
// degree(A ⇒ B) × degree(B → C), where a superior that is A itself counts 1.
func byBook(depends []magerit.Dependency, a, c string) float64 {
	sum := 0.0
	for _, d := range depends {
		switch {
		case d.Inferior != c:
		case d.Superior == a:
			sum = plus(sum, d.Degree)
		default:
			sum = plus(sum, byBook(depends, a, d.Superior)*d.Degree)
		}
	}
	return sum
}

// ways lists the degrees of every way from a to c.
func ways(depends []magerit.Dependency, a, c string) []float64 {
	if a == c {
		return []float64{1}
	}
	var all []float64
	for _, d := range depends {
		if d.Superior == a {
			for _, rest := range ways(depends, d.Inferior, c) {
				all = append(all, d.Degree*rest)
			}
		}
	}
	return all
}

// byWays combines ways as if nothing were shared: the reading that the book
// does not have.
func byWays(depends []magerit.Dependency, a, c string) float64 {
	sum := 0.0
	for _, way := range ways(depends, a, c) {
		sum = plus(sum, way)
	}
	return sum
}

// sharesEnding reports whether two ways from a to c meet before c.
func sharesEnding(depends []magerit.Dependency, a, c string) bool {
	for _, b := range letters {
		if b := string(b); b != c && len(ways(depends, a, b)) > 1 && len(ways(depends, b, c)) > 0 {
			return true
		}
	}
	return false
}

// TestPropagationAgainstBook compares degrees, accumulated values and deflected
// impacts of random systems with the slow formulas.
func TestPropagationAgainstBook(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	seen := map[string]int{}
	for range 300 {
		assets, depends := randomSystem(random)
		s, err := magerit.New(assets, depends)
		require.NoError(t, err)
		accumulated, highest := s.Accumulated(), s.Highest()
		for i, c := range assets {
			value, most := c.Value, c.Value
			var deflected []magerit.Deflected
			for _, a := range assets {
				if a.ID == c.ID {
					continue
				}
				got := degree(t, s, a.ID, c.ID)
				seen[requireDegree(t, depends, a.ID, c.ID, got)]++
				value += a.Value * got
				if got > 0 {
					most = max(most, a.Value)
				}
				if got > 0 && a.Value > 0 {
					deflected = append(deflected, magerit.Deflected{Asset: a.ID, Degree: got, Impact: a.Value * 0.5 * got})
				}
			}
			require.Equal(t, c.ID, accumulated[i].Asset)
			require.InDelta(t, value, accumulated[i].Value, 1e-9)
			require.InDelta(t, most, highest[i].Value, 0)
			got, err := s.Deflected(c.ID, 0.5)
			require.NoError(t, err)
			require.Equal(t, deflected, got)
			requireFrom(t, assets, depends, highest[i])
		}
	}
	for kind, least := range map[string]int{"apart": 5000, "joined": 200, "joined, and another degree": 200} {
		require.Greater(t, seen[kind], least, kind)
	}
}

// requireDegree compares a degree with the book and with the other reading,
// and says how the ways lie.
func requireDegree(t *testing.T, depends []magerit.Dependency, a, c string, got float64) string {
	t.Helper()
	byWays := byWays(depends, a, c)
	require.InDelta(t, byBook(depends, a, c), got, 1e-12)
	require.LessOrEqual(t, got, byWays+1e-12, "never more than by ways")
	if all := ways(depends, a, c); len(all) > 0 {
		require.GreaterOrEqual(t, got, slices.Max(all)-1e-12, "never less than the strongest way")
	}
	switch {
	case !sharesEnding(depends, a, c):
		require.InDelta(t, byWays, got, 1e-12, "apart, both readings agree")
		return "apart"
	case byWays-got > 1e-9:
		return "joined, and another degree"
	}
	return "joined"
}

// letters name the assets of random systems.
const letters = "abcdefg"

// randomSystem has degrees of 1 among others, and assets without value.
func randomSystem(random *rand.Rand) ([]magerit.Asset, []magerit.Dependency) {
	var assets []magerit.Asset
	var depends []magerit.Dependency
	for i, r := range letters {
		assets = append(assets, magerit.Asset{ID: string(r), Value: float64(random.IntN(4) * 10)})
		for _, below := range letters[i+1:] {
			if random.IntN(2) == 0 {
				depends = append(depends, magerit.Dependency{string(r), string(below), float64(1+random.IntN(4)) / 4})
			}
		}
	}
	random.Shuffle(len(assets), func(i, j int) { assets[i], assets[j] = assets[j], assets[i] })
	random.Shuffle(len(depends), func(i, j int) { depends[i], depends[j] = depends[j], depends[i] })
	return assets, depends
}

// requireFrom holds that the asset named has the value, and that the other
// depends on it.
func requireFrom(t *testing.T, assets []magerit.Asset, depends []magerit.Dependency, a magerit.Accumulated) {
	t.Helper()
	i := slices.IndexFunc(assets, func(x magerit.Asset) bool { return x.ID == a.From })
	require.InDelta(t, a.Value, assets[i].Value, 0)
	require.NotEmpty(t, ways(depends, a.From, a.Asset))
	if a.Value <= a.Own {
		require.Equal(t, a.Asset, a.From)
	}
}

func TestNewRefuses(t *testing.T) {
	for _, c := range []struct {
		name    string
		assets  []magerit.Asset
		depends []magerit.Dependency
		err     string
	}{
		{"id missing", []magerit.Asset{{}}, nil, `magerit: asset 0: got the id "", want one of its own`},
		{"id twice", []magerit.Asset{{ID: "a"}, {ID: "a"}}, nil, `magerit: asset 1: got the id "a", want one of its own`},
		{"value", []magerit.Asset{{ID: "a", Value: -1}}, nil, `asset "a": magerit: value: got -1, want 0 or more`},
		{"superior", nil, []magerit.Dependency{{"x", "b", 1}}, `magerit: dependency 0: superior: got "x", want an asset`},
		{"inferior", nil, []magerit.Dependency{{"a", "x", 1}}, `magerit: dependency 0: inferior: got "x", want an asset`},
		{"no degree", nil, []magerit.Dependency{{"a", "b", 0}}, `magerit: dependency 0: degree of "a" on "b": got 0, want above 0, up to 1`},
		{"degree", nil, []magerit.Dependency{{"a", "b", 100}}, `magerit: dependency 0: degree of "a" on "b": got 100, want above 0, up to 1`},
		{"no number", nil, []magerit.Dependency{{"a", "b", math.NaN()}}, `magerit: dependency 0: degree of "a" on "b": got NaN, want above 0, up to 1`},
		{"twice", nil, []magerit.Dependency{{"a", "b", 1}, {"b", "c", 1}, {"a", "b", 0.5}}, `magerit: dependency 2: got "a" on "b" again, want it once`},
		{"cycle", nil, []magerit.Dependency{{"b", "c", 1}, {"a", "b", 1}, {"c", "a", 1}}, `magerit: dependencies: got the cycle a → b → c → a, want assets that do not depend on themselves`},
		{"itself", nil, []magerit.Dependency{{"b", "b", 1}}, `magerit: dependencies: got the cycle b → b, want assets that do not depend on themselves`},
	} {
		t.Run(c.name, func(t *testing.T) {
			assets := c.assets
			if assets == nil {
				assets = []magerit.Asset{{ID: "a"}, {ID: "b"}, {ID: "c"}}
			}
			s, err := magerit.New(assets, c.depends)
			require.EqualError(t, err, c.err)
			require.Zero(t, s)
		})
	}
	_, err := magerit.New([]magerit.Asset{{ID: "a"}, {ID: "b"}}, []magerit.Dependency{{"a", "b", 1}, {"b", "a", 1}})
	var cycle *magerit.CycleError
	require.ErrorAs(t, err, &cycle)
	require.Equal(t, []string{"a", "b", "a"}, cycle.Assets)
}

func TestSystemRefuses(t *testing.T) {
	s := build(t, "ab", magerit.Dependency{"a", "b", 1})
	_, err := s.Degrees("x")
	require.EqualError(t, err, `magerit: asset: got "x", want one of the system`)
	_, err = s.Deflected("x", 1)
	require.EqualError(t, err, `magerit: asset: got "x", want one of the system`)
	_, err = s.Deflected("b", 90)
	require.EqualError(t, err, `magerit: degradation: got 90, want 0 to 1`)
	var none magerit.System
	require.Empty(t, none.Highest())
	require.Empty(t, none.Accumulated())
}

// TestLongChain: nothing recurses, and the degree of a long way is its product.
func TestLongChain(t *testing.T) {
	const n = 100_000
	assets, depends := make([]magerit.Asset, n), make([]magerit.Dependency, n-1)
	for i := range assets {
		assets[i].ID = fmt.Sprint(i)
		if i > 0 {
			depends[i-1] = magerit.Dependency{fmt.Sprint(i - 1), fmt.Sprint(i), 1}
		}
	}
	assets[0].Value = 7
	s, err := magerit.New(assets, depends)
	require.NoError(t, err)
	require.Equal(t, magerit.Accumulated{Asset: "99999", Value: 7, From: "0"}, s.Highest()[n-1])
	require.Equal(t, magerit.Accumulated{Asset: "99999", Value: 7}, s.Accumulated()[n-1])
}
