package risk_test

import (
	"encoding/json"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
)

func TestRate(t *testing.T) {
	ref := risk.MethodRef{ID: "acme/office", Version: "3"}
	for name, c := range map[string]struct {
		in   risk.Inputs
		want risk.Rating
	}{
		"ids": {
			risk.Inputs{"likelihood": "likely", "harm": "major"},
			risk.Rating{Method: ref, Likelihood: "likely", Consequence: "major", Level: "red"},
		},
		"labels": {
			risk.Inputs{"likelihood": "Rare", "harm": "Major"},
			risk.Rating{Method: ref, Likelihood: "rare", Consequence: "major", Level: "green"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := office().Rate(c.in)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
}

func TestRateWithoutCoordinates(t *testing.T) {
	got, err := plant().Rate(risk.Inputs{"value": "high", "threat": "often", "guard": "good"})
	require.NoError(t, err)
	require.Equal(t, risk.Rating{Method: plant().Ref(), Level: "2"}, got)
}

func TestRateOneFactor(t *testing.T) {
	m := risk.Method{
		ID: "acme/one", Version: "1",
		Factors: []risk.Factor{{ID: "harm", Role: risk.Consequence, Scale: risk.Scale{Levels: levels("a b")}}},
		Levels:  levels("low high"), Table: table("b a", "high low"),
	}
	require.Empty(t, m.Problems())
	got, err := m.Rate(risk.Inputs{"harm": "a"})
	require.NoError(t, err)
	require.Equal(t, risk.Rating{Method: m.Ref(), Consequence: "a", Level: "low"}, got)
}

func TestRateRefuses(t *testing.T) {
	type fault struct {
		factor, found, hint string
		expected            []string
		err                 error
	}
	likelihoods, harms, factors := []string{"rare", "likely"}, []string{"minor", "major", "severe"}, []string{"likelihood", "harm"}
	for name, c := range map[string]struct {
		in   risk.Inputs
		want []fault
		text string
	}{
		"nothing given": {
			in: nil,
			want: []fault{
				{"likelihood", "", "", likelihoods, risk.ErrMissingFactor},
				{"harm", "", "", harms, risk.ErrMissingFactor},
			},
			text: "risk: method acme/office@3: factor \"likelihood\": is missing, want one of rare, likely\n" +
				"risk: method acme/office@3: factor \"harm\": is missing, want one of minor, major, severe",
		},
		"empty word": {
			in:   risk.Inputs{"likelihood": "rare", "harm": ""},
			want: []fault{{"harm", "", "", harms, risk.ErrMissingFactor}},
			text: `risk: method acme/office@3: factor "harm": is missing, want one of minor, major, severe`,
		},
		"slip": {
			in:   risk.Inputs{"likelihood": "rare", "harm": "magor"},
			want: []fault{{"harm", "magor", "major", harms, risk.ErrUnknownLevel}},
			text: `risk: method acme/office@3: factor "harm": got "magor", want one of minor, major, severe; did you mean "major"?`,
		},
		"case": {
			in:   risk.Inputs{"likelihood": "LIKELY", "harm": "major"},
			want: []fault{{"likelihood", "LIKELY", "likely", likelihoods, risk.ErrUnknownLevel}},
			text: `risk: method acme/office@3: factor "likelihood": got "LIKELY", want one of rare, likely; did you mean "likely"?`,
		},
		"place instead of word": {
			in:   risk.Inputs{"likelihood": "rare", "harm": "2"},
			want: []fault{{"harm", "2", "", harms, risk.ErrUnknownLevel}},
			text: `risk: method acme/office@3: factor "harm": got "2", want one of minor, major, severe`,
		},
		"one too many": {
			in:   risk.Inputs{"likelihood": "rare", "harm": "major", "zeal": "x"},
			want: []fault{{"zeal", "x", "", factors, risk.ErrUnknownFactor}},
			text: `risk: method acme/office@3: factor "zeal": is not of this method, want one of likelihood, harm`,
		},
		"other name": {
			in: risk.Inputs{"likelihod": "rare", "harm": "major"},
			want: []fault{
				{"likelihood", "", "", likelihoods, risk.ErrMissingFactor},
				{"likelihod", "rare", "likelihood", factors, risk.ErrUnknownFactor},
			},
			text: "risk: method acme/office@3: factor \"likelihood\": is missing, want one of rare, likely\n" +
				"risk: method acme/office@3: factor \"likelihod\": is not of this method, want one of likelihood, harm; did you mean \"likelihood\"?",
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := office().Rate(c.in)
			require.Zero(t, got)
			var errs risk.InputErrors
			require.ErrorAs(t, err, &errs)
			var faults []fault
			for _, e := range errs {
				require.Equal(t, office().Ref(), e.Method)
				require.ErrorIs(t, e, e.Err)
				faults = append(faults, fault{e.Factor, e.Found, e.Hint, e.Expected, e.Err})
			}
			require.Equal(t, c.want, faults)
			require.EqualError(t, err, c.text)
			var first *risk.InputError
			require.ErrorAs(t, err, &first, "the first is found by itself")
			require.Equal(t, errs[0], first)
			_, err = office().Explain(c.in)
			require.Equal(t, errs, err)
		})
	}
}

// TestRateOfMalformed holds that data that Problems would refuse give an error
// or what the table says, never a level that is not on the scale.
func TestRateOfMalformed(t *testing.T) {
	good := risk.Inputs{"likelihood": "likely", "harm": "severe"}
	for name, c := range map[string]struct {
		change func(m *risk.Method)
		text   string
	}{
		"no table": {
			func(m *risk.Method) { m.Table = nil },
			"risk: method is malformed: acme/office@3: /table: has no cell for the inputs",
		},
		"neither table nor id": {
			func(m *risk.Method) { m.ID, m.Version, m.Table = "", "", nil },
			"risk: method is malformed: no id: /table: has no cell for the inputs",
		},
		"heading of nothing": {func(m *risk.Method) { m.Table[0] = nil }, ""},
		"heading too short":  {func(m *risk.Method) { m.Table[0] = m.Table[0][:1] }, ""},
		"heading unknown":    {func(m *risk.Method) { m.Table[0][0] = "zeal" }, ""},
		"no column":          {func(m *risk.Method) { m.Table[0][3] = "grim" }, ""},
		"no row":             {func(m *risk.Method) { m.Table = m.Table[:2] }, ""},
		"row of nothing":     {func(m *risk.Method) { m.Table[1], m.Table[2] = nil, nil }, ""},
		"row too short":      {func(m *risk.Method) { m.Table[2] = m.Table[2][:2] }, ""},
		"row one short":      {func(m *risk.Method) { m.Table[2] = m.Table[2][:3] }, ""},
		"cell unknown": {
			func(m *risk.Method) { m.Table[2][3] = "purple" },
			`risk: method is malformed: acme/office@3: /table/2/3: got "purple", want one of green, amber, red`,
		},
		"cell empty": {func(m *risk.Method) { m.Table[2][3] = "" }, ""},
		"factor twice": {
			func(m *risk.Method) { m.Factors = append(m.Factors, m.Factors[0]) },
			"risk: method is malformed: acme/office@3: want at most 32 factors with ids of their own, 100 levels each, and 31 steps",
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := office()
			c.change(&m)
			require.NotEmpty(t, m.Problems())
			got, err := m.Rate(good)
			require.Zero(t, got)
			require.ErrorIs(t, err, risk.ErrMalformed)
			if c.text != "" {
				require.EqualError(t, err, c.text)
			}
		})
	}
}

// TestRateOfGaps rates with a table that lacks most of its rows.
func TestRateOfGaps(t *testing.T) {
	m := plant()
	m.Table = m.Table[:2]
	_, err := m.Rate(risk.Inputs{"value": "low", "threat": "rare", "guard": "none"})
	require.NoError(t, err)
	_, err = m.Rate(risk.Inputs{"value": "high", "threat": "often", "guard": "none"})
	require.ErrorIs(t, err, risk.ErrMalformed)
}

func TestRateOfNothing(t *testing.T) {
	_, err := risk.Method{}.Rate(nil)
	require.ErrorIs(t, err, risk.ErrMalformed)
	_, err = risk.Method{Levels: levels("a"), Table: table("x", "a")}.Rate(nil)
	require.ErrorIs(t, err, risk.ErrMalformed, "a table without factors")
	_, err = risk.Method{}.Rate(risk.Inputs{"a": "b"})
	require.ErrorIs(t, err, risk.ErrUnknownFactor)
}

// TestRateOfTooMany rates with more factors and levels than are allowed.
func TestRateOfTooMany(t *testing.T) {
	var m risk.Method
	in := risk.Inputs{}
	for i := range 40 {
		id := "f" + strconv.Itoa(i)
		m.Factors = append(m.Factors, risk.Factor{ID: id, Scale: risk.Scale{Levels: levels("a")}})
		in[id] = "a"
	}
	_, err := m.Rate(in)
	require.ErrorIs(t, err, risk.ErrMalformed)

	m = office()
	m.Factors[1].Scale.Levels = levels(strings.Repeat("x ", 100) + "severe")
	_, err = m.Rate(risk.Inputs{"likelihood": "likely", "harm": "severe"})
	require.ErrorIs(t, err, risk.ErrMalformed)
	m.Factors[1].Scale.Levels = m.Factors[1].Scale.Levels[1:]
	_, err = m.Rate(risk.Inputs{"likelihood": "likely", "harm": "severe"})
	require.NoError(t, err)
}

// TestRateLikeTheTextbook compares every combination of many methods, and the
// reasons with the level.
func TestRateLikeTheTextbook(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		m := random(r)
		require.Empty(t, m.Problems())
		cells, n := textbook(m), 0
		for in := range tuples(m) {
			n++
			got, err := m.Rate(in)
			require.NoError(t, err)
			require.Equal(t, cells[key(in)], got.Level)
			recompute(t, m, in, got)
		}
		require.Len(t, cells, n, "each combination has one cell")
	}
}

// TestOrderIsFree holds that the order of factors, rows and columns does not
// matter.
func TestOrderIsFree(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 80 {
		m := random(r)
		other := shuffled(r, m)
		require.Empty(t, other.Problems())
		for in := range tuples(m) {
			want, err := m.Rate(in)
			require.NoError(t, err)
			got, err := other.Rate(in)
			require.NoError(t, err)
			require.Equal(t, want, got)
		}
	}
}

// recompute holds that the explanation gives the rating, and that each of its
// statements is true of the method.
func recompute(t *testing.T, m risk.Method, in risk.Inputs, want risk.Rating) {
	t.Helper()
	e, err := m.Explain(in)
	require.NoError(t, err)
	require.Equal(t, want, e.Rating)

	heads := map[string]string{} // factor → level, from the readings
	for i, reading := range e.Readings {
		f := m.Factors[i]
		require.Equal(t, f.ID, reading.Factor)
		require.Equal(t, in[f.ID], reading.Given)
		level, ok := f.Scale.Read(reading.Given)
		require.True(t, ok)
		require.Equal(t, level.ID, reading.Level)
		heads[f.ID] = reading.Level
	}
	require.Len(t, e.Reasons, 1)
	reason := e.Reasons[0]
	row, column := place(t, reason.Path)
	lead := len(m.Factors) - 1
	require.Equal(t, m.Table[row][:lead], reason.Row)
	require.Equal(t, m.Table[0][column], reason.Column)
	for c, word := range reason.Row {
		require.Equal(t, heads[m.Table[0][c]], word, "the row is for the level read")
		delete(heads, m.Table[0][c])
	}
	require.Len(t, heads, 1)
	for _, level := range heads {
		require.Equal(t, level, reason.Column, "the column is for the level read")
	}
	require.Equal(t, m.Table[row][column], reason.Value)
	require.Equal(t, want.Level, reason.Value)
}

// place takes "/table/3/2" apart.
func place(t *testing.T, path string) (row, column int) {
	t.Helper()
	parts := strings.Split(path, "/")
	require.Len(t, parts, 4)
	require.Equal(t, "table", parts[1])
	row, err := strconv.Atoi(parts[2])
	require.NoError(t, err)
	column, err = strconv.Atoi(parts[3])
	require.NoError(t, err)
	return row, column
}

func TestRateAllocatesNothing(t *testing.T) {
	src, err := json.Marshal(plant())
	require.NoError(t, err)
	var decoded risk.Method
	require.NoError(t, json.Unmarshal(src, &decoded))
	upsideDown := office()
	upsideDown.Table[1], upsideDown.Table[2] = upsideDown.Table[2], upsideDown.Table[1]
	for name, c := range map[string]struct {
		m  risk.Method
		in risk.Inputs
	}{
		"ids":         {office(), risk.Inputs{"likelihood": "likely", "harm": "severe"}},
		"labels":      {office(), risk.Inputs{"likelihood": "Likely", "harm": "Major"}},
		"steps":       {bureau(), risk.Inputs{"skill": "1", "motive": "9", "data": "many"}},
		"upside down": {upsideDown, risk.Inputs{"likelihood": "rare", "harm": "severe"}},
		"from JSON":   {decoded, risk.Inputs{"value": "high", "threat": "often", "guard": "good"}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Zero(t, testing.AllocsPerRun(100, func() {
				if _, err := c.m.Rate(c.in); err != nil {
					t.Fatal(err)
				}
			}))
		})
	}
}
