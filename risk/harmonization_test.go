//nolint:dupword // a table says a word twice
package risk_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk"
)

// shared are office and a second method in the common terms of a third, which
// are words of its own.
func shared() (risk.Harmonization, risk.Methods) {
	lab := risk.Method{
		ID: "acme/lab", Version: "1",
		Factors: []risk.Factor{
			{ID: "chance", Role: risk.Likelihood, Scale: risk.Scale{Levels: levels("a b")}},
			{ID: "damage", Role: risk.Consequence, Scale: risk.Scale{Levels: levels("x y")}},
		},
		Levels: levels("fine bad"),
		Table:  table("chance x y", "a fine fine", "b fine bad"),
	}
	h := risk.Harmonization{
		Common: risk.Matrix{
			Likelihood: risk.Scale{Levels: levels("seldom often")}, Consequence: risk.Scale{Levels: levels("small large")},
			Levels: levels("low medium high"), Cells: table("low medium", "medium high"),
		},
		Methods: []risk.Mapping{
			{
				Method: office().Ref(), Levels: map[string]string{"green": "low", "amber": "medium", "red": "high"},
				Likelihood:  map[string]string{"rare": "seldom", "likely": "often"},
				Consequence: map[string]string{"minor": "small", "major": "small", "severe": "large"},
			},
			{Method: lab.Ref(), Levels: map[string]string{"fine": "low", "bad": "high"}},
		},
	}
	return h, risk.Methods{office(), lab}
}

// brokenHarmonizations are shared with one thing changed.
func brokenHarmonizations() []struct {
	name   string
	change func(h *risk.Harmonization)
	want   []string
} {
	return []struct {
		name   string
		change func(h *risk.Harmonization)
		want   []string
	}{
		{"nothing", func(*risk.Harmonization) {}, nil},
		{"levels alone", func(h *risk.Harmonization) {
			h.Common = risk.Matrix{Levels: h.Common.Levels}
			h.Methods[0].Likelihood, h.Methods[0].Consequence = nil, nil
		}, nil},
		{"no common level", func(h *risk.Harmonization) { h.Common, h.Methods = risk.Matrix{}, nil }, []string{"RM008 /common/levels"}},
		{"a common level twice", func(h *risk.Harmonization) { h.Common.Levels[1].ID = "low" }, []string{
			"RM011 /common/levels/1/id", "RH004 /methods/0/levels/amber",
		}},
		{"a matrix without consequence", func(h *risk.Harmonization) { h.Common.Consequence, h.Methods = risk.Scale{}, nil }, []string{"RM008 /common/consequence/levels"}},
		{"a matrix without a row", func(h *risk.Harmonization) { h.Common.Cells = h.Common.Cells[:1] }, []string{"RH001 /common/cells"}},
		{"a short row", func(h *risk.Harmonization) { h.Common.Cells[1] = h.Common.Cells[1][:1] }, []string{"RH001 /common/cells/1"}},
		{"a cell of no level", func(h *risk.Harmonization) { h.Common.Cells[1][1] = "hgih" }, []string{"RH001 /common/cells/1/1"}},
		{"a method that is not known", func(h *risk.Harmonization) { h.Methods[0].Method.Version = "9" }, []string{"RH002 /methods/0/method"}},
		{"a method without version", func(h *risk.Harmonization) { h.Methods[0].Method.Version = "" }, []string{"RH002 /methods/0/method"}},
		{"a method twice", func(h *risk.Harmonization) { h.Methods[1] = h.Methods[0] }, []string{"RH002 /methods/1/method"}},
		{"a level is forgotten", func(h *risk.Harmonization) { delete(h.Methods[0].Levels, "amber") }, []string{"RH003 /methods/0/levels"}},
		{"a consequence is forgotten", func(h *risk.Harmonization) { delete(h.Methods[0].Consequence, "major") }, []string{"RH003 /methods/0/consequence"}},
		{"a level that is not common", func(h *risk.Harmonization) { h.Methods[0].Levels["red"] = "top" }, []string{"RH004 /methods/0/levels/red"}},
		{"a level of no method", func(h *risk.Harmonization) { h.Methods[0].Levels["a/b"] = "low" }, []string{"RH004 /methods/0/levels/a~1b"}},
		{"an order that is turned", func(h *risk.Harmonization) { h.Methods[0].Levels["red"] = "low" }, []string{"RH005 /methods/0/levels/red"}},
		{"a coordinate of no method", func(h *risk.Harmonization) {
			h.Methods[1].Likelihood, h.Common = map[string]string{"a": "seldom"}, risk.Matrix{Levels: h.Common.Levels}
			h.Methods = h.Methods[1:]
		}, []string{"RH006 /methods/0/likelihood"}},
	}
}

func TestHarmonizationProblems(t *testing.T) {
	for _, c := range brokenHarmonizations() {
		t.Run(c.name, func(t *testing.T) {
			h, ms := shared()
			c.change(&h)
			require.Equal(t, c.want, places(h.Problems(ms)))
			_, _ = h.Level(risk.Rating{Method: office().Ref(), Level: "red"})
		})
	}
}

// places are the codes of problems with where they are.
func places(ps []risk.Problem) []string {
	var list []string
	for _, p := range ps {
		list = append(list, p.Code+" "+p.Path)
	}
	return list
}

func TestHarmonization(t *testing.T) {
	h, ms := shared()
	rate := func(m risk.Method, text string) risk.Rating {
		in, err := risk.ParseInputs(text)
		require.NoError(t, err)
		r, err := m.Rate(in)
		require.NoError(t, err)
		return r
	}
	red, amber := rate(ms[0], "likelihood=likely, harm=severe"), rate(ms[0], "likelihood=rare, harm=severe")
	fine, bad := rate(ms[1], "chance=a, damage=x"), rate(ms[1], "chance=b, damage=y")

	common, ok := h.Rating(red)
	require.True(t, ok)
	require.Equal(t, risk.Rating{Likelihood: "often", Consequence: "large", Level: "high"}, common)
	common, ok = h.Rating(bad)
	require.True(t, ok)
	require.Equal(t, risk.Rating{Level: "high"}, common, "its coordinates are not mapped")

	for _, c := range []struct {
		a, b  risk.Rating
		order int
	}{{red, bad, 0}, {amber, bad, -1}, {amber, fine, 1}, {fine, red, -2}, {fine, fine, 0}} {
		order, ok := h.Compare(c.a, c.b)
		require.True(t, ok)
		require.Equal(t, c.order, order, "%v %v", c.a, c.b)
	}
	for _, r := range []risk.Rating{{}, {Level: "red"}, {Method: office().Ref()}, {Method: office().Ref(), Level: "blue"}, {Method: risk.MethodRef{ID: "acme/office", Version: "2"}, Level: "red"}} {
		_, ok := h.Compare(red, r)
		require.False(t, ok, r)
		_, ok = h.Level(r)
		require.False(t, ok, r)
	}
}

func TestIdentity(t *testing.T) {
	for _, m := range []risk.Method{office(), plant()} {
		h := risk.Harmonization{Common: risk.Matrix{Levels: m.Levels}, Methods: []risk.Mapping{risk.Identity(m)}}
		if x, ok := m.Matrix(); ok {
			h.Common = x
		}
		require.Empty(t, h.Problems(risk.Methods{m}))
		require.Empty(t, h.Advice(risk.Methods{m}))
		for in := range tuples(m) {
			r, err := m.Rate(in)
			require.NoError(t, err)
			common, ok := h.Rating(r)
			require.True(t, ok)
			r.Method = risk.MethodRef{}
			require.Equal(t, r, common)
		}
	}
}

func TestHarmonizationAdvice(t *testing.T) {
	h, ms := shared()
	var lines string
	for _, p := range h.Advice(ms) {
		lines += p.String() + "\n"
	}
	golden.Equal(t, "harmonization_advice.txt", lines)
	h.Common.Cells = nil
	require.Empty(t, h.Advice(ms), "with problems there is no advice")
}
