package risk_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
)

func ratings(m risk.Method, levels ...string) []risk.Rating {
	var list []risk.Rating
	for _, l := range levels {
		list = append(list, risk.Rating{Method: m.Ref(), Level: l})
	}
	return list
}

func TestAggregate(t *testing.T) {
	three := risk.Escalation{Count: 3, At: "amber", Gives: "red"}
	two := risk.Escalation{Count: 2, At: "green", Gives: "amber"}
	for _, c := range []struct {
		name  string
		parts []string
		a     risk.Aggregation
		want  risk.Aggregate
	}{
		{"one", []string{"amber"}, risk.Aggregation{}, risk.Aggregate{Level: "amber", Of: []int{0}}},
		{"the highest", []string{"green", "red", "amber", "red"}, risk.Aggregation{}, risk.Aggregate{Level: "red", Of: []int{1, 3}}},
		{
			"many",
			[]string{"green", "amber", "amber", "amber"},
			risk.Aggregation{Escalations: []risk.Escalation{three, two}},
			risk.Aggregate{Level: "red", Of: []int{1, 2, 3}, Escalation: three},
		},
		{
			"the highest that holds",
			[]string{"green", "green"},
			risk.Aggregation{Escalations: []risk.Escalation{three, two}},
			risk.Aggregate{Level: "amber", Of: []int{0, 1}, Escalation: two},
		},
		{
			"never below the highest",
			[]string{"red", "green"},
			risk.Aggregation{Escalations: []risk.Escalation{two}},
			risk.Aggregate{Level: "red", Of: []int{0}},
		},
		{"too few", []string{"amber", "green", "amber"}, risk.Aggregation{Escalations: []risk.Escalation{three}}, risk.Aggregate{Level: "amber", Of: []int{0, 2}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := office().Aggregate(ratings(office(), c.parts...), c.a)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
}

func TestAggregateRefused(t *testing.T) {
	m := office()
	_, err := m.Aggregate(nil, risk.Aggregation{})
	require.ErrorIs(t, err, risk.ErrNoParts)
	other := m
	other.Version = "4"
	_, err = m.Aggregate(append(ratings(m, "red"), ratings(other, "red")...), risk.Aggregation{})
	require.EqualError(t, err, `risk: aggregate: part 1: got level "red" of method acme/office@4, want a level of acme/office@3`)
	_, err = m.Aggregate(ratings(m, "rde"), risk.Aggregation{})
	require.ErrorContains(t, err, `part 0: got level "rde"`)
	for want, e := range map[string]risk.Escalation{
		`risk: aggregate: /escalations/0/count: count is not usable: got "0", want at least 1 (RG001)`:                                                                               {At: "green", Gives: "red"},
		`risk: aggregate: /escalations/0/at: method has no such level of risk: got "gren", want one of green, amber, red (RG001); did you mean "green"?`:                             {Count: 1, At: "gren", Gives: "red"},
		`risk: aggregate: /escalations/0/gives: escalation does not raise the level: got "amber", want one above amber (RG001)`:                                                      {Count: 1, At: "amber", Gives: "amber"},
		`risk: aggregate: /escalations/0/gives: method has no such level of risk: got "High", want one of green, amber, red (RG001); write the id "red" of the level labeled "High"`: {Count: 1, At: "amber", Gives: "High"},
	} {
		_, err := m.Aggregate(ratings(m, "red"), risk.Aggregation{Escalations: []risk.Escalation{e}})
		require.EqualError(t, err, want)
	}
}

// TestAggregateGrows: the order of the parts does not matter, and neither a
// further part nor a higher one lowers the whole.
func TestAggregateGrows(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	m, ids := office(), []string{"green", "amber", "red"}
	var a risk.Aggregation
	level := func(parts []risk.Rating) int {
		got, err := m.Aggregate(parts, a)
		require.NoError(t, err)
		rank, ok := m.Rank(got.Level)
		require.True(t, ok)
		return rank
	}
	for range 5000 {
		a.Escalations = nil
		for range r.IntN(4) {
			at := r.IntN(2)
			a.Escalations = append(a.Escalations, risk.Escalation{Count: 1 + r.IntN(5), At: ids[at], Gives: ids[at+1+r.IntN(2-at)]})
		}
		var parts []risk.Rating
		for range 1 + r.IntN(6) {
			parts = append(parts, ratings(m, ids[r.IntN(3)])...)
		}
		before := level(parts)
		r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		require.Equal(t, before, level(parts))
		require.GreaterOrEqual(t, level(append(slices.Clone(parts), ratings(m, ids[r.IntN(3)])...)), before)
		parts[0].Level = "red"
		require.GreaterOrEqual(t, level(parts), before)
	}
}

func TestRateParts(t *testing.T) {
	m := office()
	b, err := m.RateParts(risk.Inputs{"likelihood": "rare"}, []risk.Part{
		{Property: "confidentiality", Category: "legal", Inputs: risk.Inputs{"harm": "severe"}},
		{Property: "integrity", Inputs: risk.Inputs{"harm": "major"}},
		{Property: "availability", Inputs: risk.Inputs{"harm": "major", "likelihood": "likely"}},
	}, risk.Aggregation{})
	require.NoError(t, err)
	require.Equal(t, []string{"amber", "green", "red"}, []string{b.Parts[0].Level, b.Parts[1].Level, b.Parts[2].Level})
	require.Equal(t, risk.Aggregate{Level: "red", Of: []int{2}}, b.Overall)

	_, err = m.RateParts(risk.Inputs{"likelihood": "rare"}, []risk.Part{
		{Property: "integrity", Inputs: risk.Inputs{"harm": "major"}},
		{Property: "confidentiality", Category: "legal", Inputs: risk.Inputs{"harm": "sever"}},
	}, risk.Aggregation{})
	require.EqualError(t, err, `risk: part 1 (confidentiality, legal): risk: method acme/office@3: factor "harm": got "sever", want one of minor, major, severe; did you mean "severe"?`)
	require.ErrorIs(t, err, risk.ErrUnknownLevel)
	_, err = m.RateParts(nil, nil, risk.Aggregation{})
	require.ErrorIs(t, err, risk.ErrNoParts)
}
