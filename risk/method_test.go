//nolint:dupword // a table says a word twice
package risk_test

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
)

func TestScaleRead(t *testing.T) {
	s := risk.Scale{Levels: levels("rare=Rare likely=Likely")}
	for word, want := range map[string]string{"rare": "rare", "Likely": "likely", "": "", "RARE": "", "0": ""} {
		got, ok := s.Read(word)
		require.Equal(t, want != "", ok, word)
		require.Equal(t, want, got.ID, word)
	}
	// a scale with a word of two meanings: the id counts
	got, ok := risk.Scale{Levels: levels("a=b b=c")}.Read("b")
	require.True(t, ok)
	require.Equal(t, "b", got.ID)
	_, ok = risk.Scale{Levels: make([]risk.Level, 2)}.Read("")
	require.False(t, ok, "no word names no level")
}

func TestRank(t *testing.T) {
	s := risk.Scale{Levels: levels("rare=Rare likely=Likely")}
	for id, want := range map[string]int{"rare": 0, "likely": 1, "Likely": -1, "": -1} {
		got, ok := s.Rank(id)
		require.Equal(t, want >= 0, ok, id)
		require.Equal(t, max(want, 0), got, id)
	}
	for id, want := range map[string]int{"green": 0, "amber": 1, "red": 2, "High": -1, "": -1} {
		got, ok := office().Rank(id)
		require.Equal(t, want >= 0, ok, id)
		require.Equal(t, max(want, 0), got, id)
		level, ok := office().Level(id)
		require.Equal(t, want >= 0, ok, id)
		if ok {
			require.Equal(t, id, level.ID)
		}
	}
}

func TestMethodFactor(t *testing.T) {
	f, ok := office().Factor("harm")
	require.True(t, ok)
	require.Equal(t, office().Factors[1], f)
	_, ok = office().Factor("zeal")
	require.False(t, ok)
	_, ok = risk.Method{Factors: make([]risk.Factor, 1)}.Factor("")
	require.False(t, ok)

	c, ok := office().Coordinate(risk.Likelihood)
	require.True(t, ok)
	require.Equal(t, risk.Coordinate{ID: "likelihood", Scale: office().Factors[0].Scale}, c)
	c, ok = bureau().Coordinate(risk.Consequence)
	require.True(t, ok)
	require.Equal(t, risk.Coordinate{ID: "impact", Title: "Impact", Scale: bureau().Steps[2].Scale}, c)
	_, ok = plant().Coordinate(risk.Likelihood)
	require.False(t, ok)
	_, ok = plant().Coordinate(0)
	require.False(t, ok, "a factor without role is no coordinate")
}

func TestCompare(t *testing.T) {
	ref := office().Ref()
	rating := func(level string) risk.Rating { return risk.Rating{Method: ref, Level: level} }
	other := risk.Rating{Method: risk.MethodRef{ID: ref.ID, Version: "2"}, Level: "red"}
	for name, c := range map[string]struct {
		a, b       risk.Rating
		order      int
		comparable bool
	}{
		"lower":                  {rating("green"), rating("red"), -1, true},
		"lowest":                 {rating("amber"), rating("green"), 1, true},
		"same":                   {rating("amber"), rating("amber"), 0, true},
		"higher":                 {rating("red"), rating("amber"), 1, true},
		"same level, other cell": {risk.Rating{Method: ref, Likelihood: "rare", Level: "red"}, rating("red"), 0, true},
		"version before":         {rating("red"), other, 0, false},
		"version after":          {other, rating("red"), 0, false},
		"two of another version": {other, other, 0, false},
		"no level":               {rating(""), rating("red"), 0, false},
		"not on the scale":       {rating("red"), rating("High"), 0, false},
		"nothing":                {risk.Rating{}, risk.Rating{}, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			order, ok := office().Compare(c.a, c.b)
			require.Equal(t, c.comparable, ok)
			require.Equal(t, c.order, sign(order))
		})
	}
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func TestMatrix(t *testing.T) {
	x, ok := office().Matrix()
	require.True(t, ok)
	require.Equal(t, risk.Matrix{
		Likelihood: office().Factors[0].Scale, Consequence: office().Factors[1].Scale, Levels: office().Levels,
		Cells: [][]string{{"green", "green", "amber"}, {"green", "red", "red"}},
	}, x)
	for _, c := range [][3]string{
		{"likely", "major", "red"},
		{"rare", "severe", "amber"},
		{"rare", "minor", "green"},
		{"likely", "Major", ""},
		{"", "major", ""},
	} {
		level, ok := x.At(c[0], c[1])
		require.Equal(t, c[2] != "", ok)
		require.Equal(t, c[2], level)
	}
	x.Cells[1] = x.Cells[1][:1]
	_, ok = x.At("likely", "major")
	require.False(t, ok, "a cell that is not there")
	x.Cells = x.Cells[:1]
	_, ok = x.At("likely", "minor")
	require.False(t, ok, "a row that is not there")

	_, ok = plant().Matrix()
	require.False(t, ok, "three factors")
	m := office()
	m.Factors = append(m.Factors, plant().Factors[0])
	m.Table = table("value likelihood minor major severe",
		"low  rare green green amber", "low  likely green red red",
		"high rare green green amber", "high likely green red red")
	require.Empty(t, m.Problems())
	_, ok = m.Matrix()
	require.False(t, ok, "likelihood, consequence and a third")
	m = office()
	m.Factors[0].Role = 0
	_, ok = m.Matrix()
	require.False(t, ok, "no likelihood")
	m = office()
	m.Factors[1].Role = 0
	_, ok = m.Matrix()
	require.False(t, ok, "no consequence")
	m = office()
	m.Table[1][1] = "purple"
	_, ok = m.Matrix()
	require.False(t, ok, "malformed")
}

// TestMatrixOfTransposed holds that the matrix does not depend on how the
// table was drawn.
func TestMatrixOfTransposed(t *testing.T) {
	m := office()
	m.Table = table("harm likely rare", "severe red amber", "major red green", "minor green green")
	want, _ := office().Matrix()
	got, ok := m.Matrix()
	require.True(t, ok)
	require.Equal(t, want, got)
}

// TestMethodRoundTrip encodes and decodes methods in which every field is
// filled at some time.
func TestMethodRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	filled := map[string]bool{}
	for range 200 {
		m := random(r)
		if r.IntN(2) == 0 {
			m = randomDerived(r)
		}
		src, err := json.Marshal(m)
		require.NoError(t, err)
		var got risk.Method
		require.NoError(t, json.Unmarshal(src, &got))
		require.Equal(t, m, got)
		note(filled, reflect.ValueOf(m))
	}
	for _, typ := range []reflect.Type{
		reflect.TypeFor[risk.Method](), reflect.TypeFor[risk.Factor](), reflect.TypeFor[risk.Step](),
		reflect.TypeFor[risk.Scale](), reflect.TypeFor[risk.Level](),
	} {
		for f := range typ.Fields() {
			require.True(t, filled[typ.Name()+"."+f.Name], "%s.%s is never filled", typ.Name(), f.Name)
		}
	}
}

// note records the fields of v that are not zero.
func note(filled map[string]bool, v reflect.Value) {
	if v.Kind() == reflect.Slice {
		for i := range v.Len() {
			note(filled, v.Index(i))
		}
	}
	if v.Kind() == reflect.Struct {
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				filled[v.Type().Name()+"."+v.Type().Field(i).Name] = true
			}
			note(filled, v.Field(i))
		}
	}
}

// TestZeroIsSilent holds that what is not stated is not written.
func TestZeroIsSilent(t *testing.T) {
	for _, v := range []any{
		risk.Method{},
		risk.Factor{},
		risk.Step{},
		risk.Scale{},
		risk.Level{},
		risk.Rating{},
		risk.Criteria{},
		risk.LevelCriterion{},
		risk.Problem{},
		risk.Explanation{},
		risk.Reading{},
		risk.Reason{},
		risk.Matrix{},
	} {
		src, err := json.Marshal(v)
		require.NoError(t, err)
		require.Equal(t, "{}", string(src), "%T", v)
	}
}
