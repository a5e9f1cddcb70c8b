//nolint:dupword // a table says a word twice
package risk_test

import (
	"fmt"
	"iter"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
)

// valued makes levels of words "id=value", banded those of words "id>=min".
func valued(words string) []risk.Level {
	var list []risk.Level
	for word := range strings.FieldsSeq(words) {
		var x float64
		id, number, ok := strings.Cut(word, "=")
		id, above := strings.CutSuffix(id, ">")
		l := risk.Level{ID: id}
		if _, err := fmt.Sscan(number, &x); ok && err == nil {
			if above {
				l.Min = new(x)
			} else {
				l.Value = new(x)
			}
		}
		list = append(list, l)
	}
	return list
}

// bureau derives the likelihood as a mean and the impact as the first of two
// ways to judge it; the result is a matrix of both.
func bureau() risk.Method {
	scale := func(words string) risk.Scale { return risk.Scale{Levels: valued(words)} }
	return risk.Method{
		ID: "acme/bureau", Version: "1",
		Factors: []risk.Factor{
			{ID: "skill", Scale: scale("1=1 5=5 9=9")},
			{ID: "motive", Scale: scale("1=1 5=5 9=9")},
			{ID: "money", Optional: true, Scale: scale("none=0 some=4 much=9")},
			{ID: "name", Optional: true, Scale: scale("none=0 some=4 much=9")},
			{ID: "data", Scale: scale("few=2 many=7")},
		},
		Steps: []risk.Step{
			{ID: "likelihood", Role: risk.Likelihood, Of: []string{"skill", "motive"}, Formula: risk.Mean, Weights: []float64{1, 3}, Scale: scale("low>=0 high>=5")},
			{ID: "business", Of: []string{"money", "name"}, Formula: risk.Mean},
			{ID: "impact", Title: "Impact", Role: risk.Consequence, Of: []string{"business", "data"}, Formula: risk.First, Scale: scale("low>=0 medium>=3 high>=6")},
		},
		Levels: levels("green amber red"),
		Of:     []string{"impact", "likelihood"},
		Table:  table("likelihood low medium high", "low green green amber", "high green amber red"),
	}
}

func TestDerived(t *testing.T) {
	m := bureau()
	require.Empty(t, m.Problems())
	for _, c := range []struct {
		name, in string
		want     risk.Rating
	}{
		{"without business", "skill=1, motive=9, data=many", risk.Rating{Likelihood: "high", Consequence: "high", Level: "red"}},
		{"business comes first", "skill=1, motive=9, data=many, money=none, name=some", risk.Rating{Likelihood: "high", Consequence: "low", Level: "green"}},
		{"an empty word is not given", "skill=1, motive=9, data=many, money=\"\"", risk.Rating{Likelihood: "high", Consequence: "high", Level: "red"}},
		{"on the edge", "skill=5, motive=5, data=few", risk.Rating{Likelihood: "high", Consequence: "low", Level: "green"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, err := risk.ParseInputs(c.in)
			require.NoError(t, err)
			c.want.Method = m.Ref()
			got, err := m.Rate(in)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
	_, err := m.Rate(risk.Inputs{"skill": "1", "motive": "9", "data": "many", "money": "much"})
	require.EqualError(t, err, `risk: method acme/bureau@1: factor "name": is missing, want one of none, some, much`)
	require.ErrorIs(t, err, risk.ErrMissingFactor)

	x, ok := m.Matrix()
	require.True(t, ok)
	require.Equal(t, [][]string{{"green", "green", "amber"}, {"green", "amber", "red"}}, x.Cells)
	_, ok, err = m.Score(risk.Inputs{"skill": "1", "motive": "9", "data": "many"})
	require.NoError(t, err)
	require.False(t, ok, "the last rule is a table")
}

func TestExplainDerived(t *testing.T) {
	e, err := bureau().Explain(risk.Inputs{"skill": "1", "motive": "9", "data": "many"})
	require.NoError(t, err)
	require.Equal(t, []risk.Reason{
		{Path: "/steps/0/formula", Step: "likelihood", Formula: risk.Mean, Number: new(7.0), Value: "high", Terms: []risk.Term{
			{Of: "skill", Level: "1", Number: 1, Weight: 1}, {Of: "motive", Level: "9", Number: 9, Weight: 3},
		}},
		{Path: "/steps/2/formula", Step: "impact", Formula: risk.First, Number: new(7.0), Value: "high", Terms: []risk.Term{
			{Of: "data", Level: "many", Number: 7, Weight: 1},
		}},
		{Path: "/table/2/3", Row: []string{"high"}, Column: "high", Value: "red"},
	}, e.Reasons)
	require.Len(t, e.Readings, 3)
}

func TestFormulas(t *testing.T) {
	for formula, want := range map[risk.Formula]float64{
		risk.Sum: 9, risk.Product: 24, risk.Mean: 3, risk.Maximum: 4, risk.Minimum: 2, risk.First: 3,
	} {
		m := three(formula)
		require.Empty(t, m.Problems())
		got, ok, err := m.Score(risk.Inputs{"a": "x", "b": "x", "c": "x"})
		require.NoError(t, err)
		require.True(t, ok)
		require.InDelta(t, want, got, 0)
	}
	m := three(risk.Quotient)
	m.Of = []string{"a", "c"}
	m.Factors = slices.Delete(m.Factors, 1, 2)
	got, _, err := m.Score(risk.Inputs{"a": "x", "c": "x"})
	require.NoError(t, err)
	require.InDelta(t, .75, got, 0)
}

// three has three factors of the values 3, 2 and 4 under a formula.
func three(f risk.Formula) risk.Method {
	m := risk.Method{ID: "three", Version: "1", Levels: levels("any"), Formula: f}
	for id, words := range map[string]string{"a": "x=3", "b": "x=2", "c": "x=4"} {
		m.Factors = append(m.Factors, risk.Factor{ID: id, Scale: risk.Scale{Levels: valued(words)}})
	}
	slices.SortFunc(m.Factors, func(a, b risk.Factor) int { return strings.Compare(a.ID, b.ID) })
	return m
}

func TestScaleAt(t *testing.T) {
	s := risk.Scale{Levels: valued("a>=0 b>=5 c>=21")}
	s.Levels[2].Max = new(100.0)
	for x, want := range map[float64]string{0: "a", 4.5: "a", 5: "b", 20.5: "b", 21: "c", 100: "c"} {
		l, ok := s.At(x)
		require.True(t, ok)
		require.Equal(t, want, l.ID, x)
	}
	for _, x := range []float64{-1, 100.5, math.NaN(), math.Inf(1), math.Inf(-1)} {
		_, ok := s.At(x)
		require.False(t, ok, x)
	}
	_, ok := risk.Scale{}.At(1)
	require.False(t, ok)
}

// options yields the inputs for every combination of levels, optional factors
// also left out.
func options(m risk.Method) iter.Seq[risk.Inputs] {
	return func(yield func(risk.Inputs) bool) {
		var walk func(i int, in risk.Inputs) bool
		walk = func(i int, in risk.Inputs) bool {
			if i == len(m.Factors) {
				return yield(maps.Clone(in))
			}
			for _, l := range m.Factors[i].Scale.Levels {
				in[m.Factors[i].ID] = l.ID
				if !walk(i+1, in) {
					return false
				}
			}
			delete(in, m.Factors[i].ID)
			return !m.Factors[i].Optional || walk(i+1, in)
		}
		walk(0, risk.Inputs{})
	}
}

// value is what the slow reading of a method below knows of a factor or step.
type value struct {
	level  string
	number float64
}

// bySentence follows the sentences of the documentation one by one: it judges
// what Rate does in less time. ok is false where a value is missing.
func bySentence(m risk.Method, in risk.Inputs) (level string, ok bool) { //nolint:gocognit // one sentence after the other
	values, scales := map[string]value{}, map[string][]risk.Level{}
	for _, f := range m.Factors {
		scales[f.ID] = f.Scale.Levels
		if l, ok := f.Scale.Read(in[f.ID]); ok {
			values[f.ID] = value{level: l.ID}
			if l.Value != nil {
				values[f.ID] = value{l.ID, *l.Value}
			}
		}
	}
	last := lastRule(m)
	for _, s := range append(slices.Clone(m.Steps), last) {
		scales[s.ID] = s.Scale.Levels
		var given []string
		for _, id := range s.Of {
			if _, ok := values[id]; ok {
				given = append(given, id)
			}
		}
		few := s.Formula == risk.Maximum || s.Formula == risk.Minimum || s.Formula == risk.First
		switch {
		case len(given) == 0:
			continue
		case len(given) < len(s.Of) && !few:
			return "", false
		case s.Formula != 0:
			x := formula(s, given, values)
			v := value{number: x}
			for _, l := range s.Scale.Levels {
				if l.Min == nil || *l.Min <= x {
					v.level = l.ID
				}
			}
			values[s.ID] = v
		default:
			at := map[string]string{}
			for _, id := range s.Of {
				at[id] = values[id].level
			}
			values[s.ID] = levelValue(s.Scale.Levels, cell(s.Table, at))
		}
	}
	v, ok := values[last.ID]
	return v.level, ok
}

// lastRule is the last rule as a step, with what it reads by name.
func lastRule(m risk.Method) risk.Step {
	read := map[string]bool{}
	last := risk.Step{ID: "\x00last", Of: m.Of, Table: m.Table, Formula: m.Formula, Weights: m.Weights, Scale: risk.Scale{Levels: m.Levels}}
	for _, s := range m.Steps {
		for _, id := range s.Of {
			read[id] = true
		}
	}
	if last.Of == nil {
		for _, f := range m.Factors {
			if !read[f.ID] {
				last.Of = append(last.Of, f.ID)
			}
		}
		for _, s := range m.Steps {
			if !read[s.ID] {
				last.Of = append(last.Of, s.ID)
			}
		}
	}
	return last
}

func levelValue(levels []risk.Level, id string) value {
	for _, l := range levels {
		if l.ID == id && l.Value != nil {
			return value{id, *l.Value}
		}
	}
	return value{level: id}
}

func formula(s risk.Step, given []string, values map[string]value) float64 {
	var xs []float64
	sum, weights := 0.0, 0.0
	for _, id := range given {
		x, w := values[id].number, 1.0
		if s.Weights != nil {
			w = s.Weights[slices.Index(s.Of, id)]
		}
		xs = append(xs, x)
		sum += float64(w * x)
		weights += w
	}
	switch s.Formula { //nolint:exhaustive // the first value is what is left
	case risk.Sum:
		return sum
	case risk.Mean:
		return sum / weights
	case risk.Maximum:
		return slices.Max(xs)
	case risk.Minimum:
		return slices.Min(xs)
	case risk.Quotient:
		return xs[0] / xs[1]
	case risk.Product:
		p := 1.0
		for _, x := range xs {
			p *= x
		}
		return p
	}
	return xs[0]
}

// cell reads a table by its words.
func cell(t risk.Table, at map[string]string) string {
	lead := len(at) - 1
	var rest string
	for id := range at {
		if !slices.Contains(t[0][:lead], id) {
			rest = id
		}
	}
	for _, row := range t[1:] {
		fits := true
		for c := range lead {
			fits = fits && row[c] == at[t[0][c]]
		}
		if fits {
			return row[lead+slices.Index(t[0][lead:], at[rest])]
		}
	}
	return ""
}

// randomDerived makes a method without problems that has steps and formulas.
func randomDerived(r *rand.Rand) risk.Method {
	m := risk.Method{ID: "random/derived", Version: "1"}
	var free []string
	scales := map[string]risk.Scale{}
	for i := range 2 + r.IntN(4) {
		f := risk.Factor{ID: fmt.Sprintf("f%d", i), Optional: r.IntN(4) == 0, Scale: randomNumbers(r, 1)}
		m.Factors, free, scales[f.ID] = append(m.Factors, f), append(free, f.ID), f.Scale
	}
	for i := 0; len(free) > 1 && i < 4; i++ {
		r.Shuffle(len(free), func(a, b int) { free[a], free[b] = free[b], free[a] })
		n := 1 + r.IntN(min(3, len(free)))
		s := risk.Step{ID: fmt.Sprintf("s%d", i), Title: "t", Of: slices.Clone(free[:n]), Scale: randomNumbers(r, -1e9)}
		s.Table, s.Formula, s.Weights = randomRule(r, s.Of, scales, s.Scale.Levels)
		m.Steps, free, scales[s.ID] = append(m.Steps, s), append(free[n:], s.ID), s.Scale
	}
	if m.Levels = randomNumbers(r, -1e9).Levels; r.IntN(4) > 0 {
		m.Of = free
	}
	of := free
	if m.Of == nil { // as the method puts them in order
		of = nil
		for _, f := range m.Factors {
			if slices.Contains(free, f.ID) {
				of = append(of, f.ID)
			}
		}
		for _, s := range m.Steps {
			if slices.Contains(free, s.ID) {
				of = append(of, s.ID)
			}
		}
	}
	m.Table, m.Formula, m.Weights = randomRule(r, of, scales, m.Levels)
	if m.Of == nil {
		m.Weights = nil
	}
	for i := range 2 {
		if len(m.Steps) > i {
			m.Steps[i].Role = risk.Role(i + 1)
		}
	}
	return m
}

// randomNumbers makes a scale of levels with values and bounds, open at its ends.
func randomNumbers(r *rand.Rand, lowest float64) risk.Scale {
	var s risk.Scale
	for i := range 1 + r.IntN(4) {
		l := risk.Level{ID: fmt.Sprintf("v%d", i), Value: new(float64(1 + r.IntN(9)))}
		if i > 0 {
			l.Min = new(max(lowest, float64(4*i)))
		}
		s.Levels = append(s.Levels, l)
	}
	return s
}

func randomRule(r *rand.Rand, of []string, scales map[string]risk.Scale, result []risk.Level) (risk.Table, risk.Formula, []float64) {
	f := risk.Formula(r.IntN(8))
	if f == risk.Quotient && len(of) != 2 {
		f = risk.Sum
	}
	var weights []float64
	if (f == risk.Sum || f == risk.Mean) && r.IntN(2) == 0 {
		for range of {
			weights = append(weights, float64(1+r.IntN(4)))
		}
	}
	if f != 0 {
		return nil, f, weights
	}
	whole := risk.Method{Levels: result}
	for _, id := range of {
		whole.Factors = append(whole.Factors, risk.Factor{ID: id, Scale: scales[id]})
	}
	fill(r, &whole)
	return whole.Table, 0, nil
}

// TestRateDerived compares Rate with the slow reading for every combination of
// the inputs of random methods, and holds that the reasons give the level.
func TestRateDerived(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 4))
	rated, refused := 0, 0
	for range 300 {
		m := randomDerived(r)
		require.Empty(t, m.Problems(), "%+v", m)
		for in := range options(m) {
			got, err := m.Rate(in)
			want, ok := bySentence(m, in)
			if !ok {
				refused++
				require.ErrorIs(t, err, risk.ErrMissingFactor)
				continue
			}
			rated++
			require.NoError(t, err)
			require.Equal(t, want, got.Level)
			e, err := m.Explain(in)
			require.NoError(t, err)
			require.Equal(t, got, e.Rating)
			require.Equal(t, want, e.Reasons[len(e.Reasons)-1].Value)
		}
	}
	require.Greater(t, rated, 10_000)
	require.Greater(t, refused, 1_000)
}
