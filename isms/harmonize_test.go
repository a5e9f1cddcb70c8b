package isms_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/methods"
)

// harmonized has a method whose levels are mapped to those of another.
func harmonized(t *testing.T) isms.System {
	t.Helper()
	same := func() (list []isms.CommonLevel) {
		for _, l := range ismstest.Levels {
			list = append(list, isms.CommonLevel{Level: l, Common: l})
		}
		return list
	}
	version := func(h isms.Harmonization) []isms.MethodVersion {
		return []isms.MethodVersion{{Number: "1", From: date(t, "2025-01-01"), Own: ismstest.Method("", ""), Harmonization: h}}
	}
	return isms.System{
		ID: "acme", SchemaVersion: isms.SchemaVersion, Persons: []isms.Person{{ID: "jo"}},
		Methods: []isms.RiskMethod{
			{ID: "house", Versions: version(isms.Harmonization{})},
			{ID: "web", Versions: version(isms.Harmonization{
				To: "house@1", Levels: same(), Likelihood: same(), Consequence: same(),
				Approval: isms.Decision{By: isms.Party{Kind: isms.KindPerson, ID: "jo"}, On: date(t, "2026-03-01")},
			})},
		},
	}
}

func TestValidateHarmonization(t *testing.T) {
	require.NoError(t, isms.Validate(harmonized(t), methods.All()))
	const at = " method/web/versions/0/harmonization/"
	for name, c := range map[string]struct {
		spoil func(h *isms.Harmonization)
		want  []string
	}{
		"words of one's own": {func(h *isms.Harmonization) {
			*h = isms.Harmonization{Levels: []isms.CommonLevel{{Level: "low", Common: "fine"}}}
		}, nil},
		"a level of no method":   {func(h *isms.Harmonization) { h.Levels[0].Level = "lo" }, []string{"V014" + at + "levels/0/level", "V015" + at + "levels"}},
		"a likelihood of none":   {func(h *isms.Harmonization) { h.Likelihood[2].Level = "often" }, []string{"V014" + at + "likelihood/2/level", "V015" + at + "likelihood"}},
		"a level twice":          {func(h *isms.Harmonization) { h.Levels = append(h.Levels, h.Levels[2]) }, []string{"V003" + at + "levels/3/level"}},
		"no common level":        {func(h *isms.Harmonization) { h.Levels[1].Common = "amber" }, []string{"V015" + at + "levels"}},
		"a level is forgotten":   {func(h *isms.Harmonization) { h.Levels = h.Levels[:2] }, []string{"V015" + at + "levels"}},
		"the order is turned":    {func(h *isms.Harmonization) { h.Levels[2].Common = "low"; h.Levels[1].Common = "high" }, []string{"V015" + at + "levels"}},
		"to itself":              {func(h *isms.Harmonization) { h.To = "web@1" }, []string{"V015" + at + "to"}},
		"to no version":          {func(h *isms.Harmonization) { h.To = "house@2" }, []string{"V012" + at + "to"}},
		"to a published method":  {func(h *isms.Harmonization) { h.To = "iso27005/qualitative" }, []string{"V015" + at + "likelihood", "V015" + at + "consequence"}},
		"to one that nobody has": {func(h *isms.Harmonization) { h.To = "nobody/knows@7" }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			sys := harmonized(t)
			c.spoil(&sys.Methods[1].Versions[0].Harmonization)
			require.ElementsMatch(t, c.want, keys(isms.Validate(sys, methods.All())))
		})
	}
	sys := harmonized(t)
	sys.Methods = append(sys.Methods, isms.RiskMethod{ID: "lab", Versions: sys.Methods[1].Versions})
	sys.Methods[2].Versions[0].Harmonization.To = "lab@1"
	require.NotEmpty(t, keys(isms.Validate(sys, methods.All())), "no chains, no circles")
}

func TestHarmonized(t *testing.T) {
	for on, want := range map[string]bool{"2026-02-28": false, "2026-03-01": true} {
		v, err := isms.At(harmonized(t), date(t, on), methods.All())
		require.NoError(t, err)
		use, ok := v.MethodOf("web", date(t, on))
		require.True(t, ok)
		common, h, ok := v.Harmonized(use)
		require.Equal(t, want, ok, on)
		if want {
			require.Equal(t, "house@1", common.Method.Ref().String())
			require.Empty(t, h.Problems(risk.Methods{use.Method}))
			rating, ok := h.Rating(risk.Rating{Method: use.Method.Ref(), Likelihood: "high", Consequence: "low", Level: "high"})
			require.True(t, ok)
			require.Equal(t, risk.Rating{Likelihood: "high", Consequence: "low", Level: "high"}, rating)
		}
		_, _, ok = v.Harmonized(common)
		require.False(t, ok, "the common method is mapped to no other")
	}
}

// keys are what problems are known by, once each.
func keys(err error) []string {
	var list []string
	ps, _ := errors.AsType[isms.Problems](err)
	for _, p := range ps {
		if k := p.Key(); !slices.Contains(list, k) {
			list = append(list, k)
		}
	}
	return list
}
