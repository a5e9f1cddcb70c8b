package soa_test

import (
	"encoding"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/soa"
)

func word(t testing.TB, m encoding.TextMarshaler) string {
	t.Helper()
	text, err := m.MarshalText()
	require.NoError(t, err)
	return string(text)
}

// TestStatus goes through the rule that the comment of Status prints. A state
// in brackets belongs to a control that realizes the reference in part.
func TestStatus(t *testing.T) {
	const none, planned, partial, done, retired = isms.NotImplemented, isms.Planned, isms.Partial, isms.Implemented, isms.Retired
	for name, c := range map[string]struct {
		full, part []isms.ControlState
		want       soa.Status
	}{
		"no control":                     {nil, nil, soa.NotImplemented},
		"without a state":                {[]isms.ControlState{0}, nil, soa.NotImplemented},
		"recorded as none":               {[]isms.ControlState{none}, nil, soa.NotImplemented},
		"retired":                        {[]isms.ControlState{retired}, nil, soa.NotImplemented},
		"planned":                        {[]isms.ControlState{planned}, nil, soa.Planned},
		"planned and none":               {[]isms.ControlState{planned, none}, nil, soa.Planned},
		"partial":                        {[]isms.ControlState{partial}, nil, soa.Partial},
		"implemented":                    {[]isms.ControlState{done}, nil, soa.Implemented},
		"implemented twice":              {[]isms.ControlState{done, done}, nil, soa.Implemented},
		"implemented, one planned":       {[]isms.ControlState{done, planned}, nil, soa.Partial},
		"implemented, one none":          {[]isms.ControlState{done, none}, nil, soa.Partial},
		"implemented, one partial":       {[]isms.ControlState{done, partial}, nil, soa.Partial},
		"implemented, one retired":       {[]isms.ControlState{done, retired}, nil, soa.Implemented},
		"implemented, one without state": {[]isms.ControlState{done, 0}, nil, soa.Implemented},
		"in part only":                   {nil, []isms.ControlState{done}, soa.Partial},
		"in part twice":                  {nil, []isms.ControlState{done, done}, soa.Partial},
		"fully and in part":              {[]isms.ControlState{done}, []isms.ControlState{done}, soa.Implemented},
		"fully, the part is planned":     {[]isms.ControlState{done}, []isms.ControlState{planned}, soa.Partial},
		"in part, the whole is planned":  {[]isms.ControlState{planned}, []isms.ControlState{done}, soa.Partial},
		"in part, the whole was retired": {[]isms.ControlState{retired}, []isms.ControlState{done}, soa.Partial},
		"planned in part":                {nil, []isms.ControlState{planned}, soa.Planned},
	} {
		t.Run(name, func(t *testing.T) {
			sys := small()
			add := func(state isms.ControlState, extent string) {
				control := isms.Control{ID: isms.ControlID(rune('a' + len(sys.Controls))), Realizes: realizes(extent)}
				if state != 0 {
					control.States = since("2026-01-01", state)
				}
				sys.Controls = append(sys.Controls, control)
			}
			for _, state := range c.full {
				add(state, "A.5.17")
			}
			for _, state := range c.part {
				add(state, "A.5.17 in part")
			}
			require.Equal(t, c.want, entry(t, derive(t, sys, at), "A.5.17").Status)
		})
	}
}

func TestATestDoesNotChangeTheStatus(t *testing.T) {
	sys := small()
	sys.Controls = []isms.Control{{
		ID: "C", Realizes: realizes("A.5.17"), States: since("2026-01-01", isms.Implemented),
		Tests: []isms.ControlTest{{On: day("2026-06-01"), Result: isms.Ineffective}},
	}}
	before, after := entry(t, derive(t, sys, "2026-05-31"), "A.5.17"), entry(t, derive(t, sys, "2026-06-01"), "A.5.17")
	require.Equal(t, []any{soa.Implemented, true}, []any{before.Status, before.RealizedBy[0].Operating})
	require.Equal(t, []any{soa.Implemented, false}, []any{after.Status, after.RealizedBy[0].Operating})
}

func TestExtentStatedTwice(t *testing.T) {
	sys := small()
	sys.Controls = []isms.Control{{ID: "C", Realizes: realizes("A.5.17 in part", "A.5.17"), States: since("2026-01-01", isms.Implemented)}}
	e := entry(t, derive(t, sys, at), "A.5.17")
	require.Len(t, e.RealizedBy, 1)
	require.Equal(t, isms.Full, e.RealizedBy[0].Extent)
}

func TestWords(t *testing.T) {
	for want, m := range map[string]encoding.TextMarshaler{
		"": soa.Status(0), "not implemented": soa.NotImplemented, "planned": soa.Planned, "partial": soa.Partial, "implemented": soa.Implemented,
		"internal": soa.Internal, "external": soa.External,
	} {
		require.Equal(t, want, word(t, m))
	}
	var s soa.Status
	require.NoError(t, s.UnmarshalText([]byte("partial")))
	require.Equal(t, soa.Partial, s)
	require.ErrorContains(t, s.UnmarshalText([]byte("implementd")), `did you mean "implemented"?`)
	_, err := soa.Status(9).MarshalText()
	require.Error(t, err)
	var a soa.Audience
	require.NoError(t, a.UnmarshalText([]byte("external")))
	require.Equal(t, soa.External, a)
	require.Error(t, a.UnmarshalText([]byte("public")))
}

func TestTotals(t *testing.T) {
	st := derive(t, sample(), at)
	require.Equal(t, soa.Totals{
		Controls: 95, Necessary: 89, Excluded: 5, Undecided: 1, Implemented: 8, Partial: 1, Planned: 2, NotImplemented: 78,
	}, st.Totals())
	themes := st.TotalsByTheme()
	require.Equal(t, []soa.ThemeTotals{
		{Theme: "Organizational controls", Totals: soa.Totals{Controls: 37, Necessary: 36, Undecided: 1, Implemented: 1, Partial: 1, NotImplemented: 34}},
		{Theme: "People controls", Totals: soa.Totals{Controls: 8, Necessary: 8, NotImplemented: 8}},
		{Theme: "Physical controls", Totals: soa.Totals{Controls: 14, Necessary: 13, Excluded: 1, Implemented: 3, Planned: 1, NotImplemented: 9}},
		{Theme: "Technological controls", Totals: soa.Totals{Controls: 34, Necessary: 30, Excluded: 4, Implemented: 3, NotImplemented: 27}},
		{Theme: "Own controls", Totals: soa.Totals{Controls: 2, Necessary: 2, Implemented: 1, Planned: 1}},
	}, themes)
}
