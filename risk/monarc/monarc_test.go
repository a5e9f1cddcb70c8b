package monarc_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/monarc"
)

// all yields every information risk whose impacts are 0 to 4 where affected, and
// not set elsewhere.
func all(yield func(monarc.Information) bool) {
	for k := range 6 * 6 * 6 * 5 * 6 {
		c, i, a := k%6-1, k/6%6-1, k/36%6-1
		x := monarc.Information{
			Impact:  monarc.ByCriterion{Confidentiality: c, Integrity: i, Availability: a},
			Affects: monarc.Affects{Confidentiality: c >= 0, Integrity: i >= 0, Availability: a >= 0},
			Threat:  k / 216 % 5, Vulnerability: k / 1080,
		}
		if x.Affects != (monarc.Affects{}) && !yield(x) {
			return
		}
	}
}

// TestInformationLikeTheMethod compares all 6,450 risks with the method, and the
// level with one computed from the reasons.
func TestInformationLikeTheMethod(t *testing.T) {
	m, n := monarc.InformationRisk(monarc.Thresholds{}), 0
	for x := range all {
		n++
		got, err := x.Rate()
		require.NoError(t, err)
		r, err := m.Rate(x.Inputs())
		require.NoError(t, err)
		impact := max(x.Impact.Confidentiality, x.Impact.Integrity, x.Impact.Availability)
		require.Equal(t, impact*x.Threat*x.Vulnerability, got.Max)
		require.Equal(t, risk.Rating{
			Method: m.Ref(), Level: word(t, got.Level), Consequence: strconv.Itoa(impact), Likelihood: strconv.Itoa(x.Threat * x.Vulnerability),
		}, r)
	}
	require.Equal(t, 6450, n)
}

// TestExplain recomputes the level from the reasons alone, for one risk in 50.
func TestExplain(t *testing.T) {
	n := 0
	for x := range all {
		if n++; n%50 != 0 {
			continue
		}
		e, err := x.Explain()
		require.NoError(t, err)
		require.Equal(t, e.Rating.Level, recompute(t, e))
	}
}

// recompute follows the reasons by hand: every term is a word that was read or
// what an earlier reason gave.
func recompute(t *testing.T, e risk.Explanation) string {
	t.Helper()
	known, level := map[string]float64{}, ""
	for _, r := range e.Readings {
		n, err := strconv.ParseFloat(r.Given, 64)
		require.NoError(t, err)
		known[r.Factor] = n
	}
	for _, r := range e.Reasons {
		highest, product := 0.0, 1.0
		for _, term := range r.Terms {
			require.Contains(t, known, term.Of)
			highest, product = max(highest, known[term.Of]), product*known[term.Of]
		}
		switch known[r.Step] = product; {
		case r.Step == "impact":
			known[r.Step] = highest
		case r.Step != "": // likelihood
		case product <= 8:
			level = "low"
		case product <= 27:
			level = "medium"
		default:
			level = "high"
		}
		require.InDelta(t, known[r.Step], *r.Number, 0)
	}
	return level
}

func word(t *testing.T, m interface{ MarshalText() ([]byte, error) }) string {
	t.Helper()
	text, err := m.MarshalText()
	require.NoError(t, err)
	return string(text)
}

// TestOperationalLikeTheMethod compares all risks of three kinds of consequence.
func TestOperationalLikeTheMethod(t *testing.T) {
	m := monarc.OperationalRisk(monarc.Thresholds{})
	for p := range 5 {
		for a := range 6 {
			for b := range 6 {
				for c := range 5 {
					x := monarc.Operational{Probability: p, Consequences: monarc.Consequences{a - 1, -1, b - 1, c, -1}}
					got, err := x.Rate()
					require.NoError(t, err)
					highest := max(a-1, b-1, c)
					require.Equal(t, p*highest, got.Risk)
					r, err := m.Rate(x.Inputs())
					require.NoError(t, err)
					require.Equal(t, risk.Rating{
						Method: m.Ref(), Level: word(t, got.Level), Likelihood: strconv.Itoa(p), Consequence: strconv.Itoa(highest),
					}, r)
				}
			}
		}
	}
}

func TestMethods(t *testing.T) {
	for _, m := range []risk.Method{
		monarc.InformationRisk(monarc.Thresholds{}), monarc.InformationRisk(monarc.Thresholds{Low: 10, Medium: 30}),
		monarc.OperationalRisk(monarc.Thresholds{}), monarc.OperationalRisk(monarc.Thresholds{Low: 0, Medium: 15}),
	} {
		require.Empty(t, m.Problems())
		require.Empty(t, m.Advice(), "every level reachable, none falls")
		for _, f := range risk.Check(m) {
			require.Equal(t, risk.Proved, f.Verdict, f.String())
		}
	}
	require.Equal(t, "monarc/information@2.13.1", monarc.InformationRisk(monarc.Thresholds{Low: 8, Medium: 27}).Ref().String())
	require.Equal(t, "monarc/information@2.13.1+10-30", monarc.InformationRisk(monarc.Thresholds{Low: 10, Medium: 30}).Ref().String())
	require.Equal(t, "monarc/operational@2.13.1+0-15", monarc.OperationalRisk(monarc.Thresholds{Medium: 15}).Ref().String())
	require.NotEmpty(t, monarc.InformationRisk(monarc.Thresholds{Low: 30, Medium: 10}).Problems(), "thresholds out of order")
}

// TestThresholds holds that the method and the typed form agree on thresholds.
func TestThresholds(t *testing.T) {
	for _, c := range []struct{ low, medium int }{{0, 1}, {8, 27}, {10, 30}, {78, 79}} {
		th := monarc.Thresholds{Low: c.low, Medium: c.medium}
		m := monarc.InformationRisk(th)
		for x := range all {
			if x.Affects.Integrity || x.Affects.Availability {
				continue
			}
			got, err := x.RateBy(th)
			require.NoError(t, err)
			r, err := m.Rate(x.Inputs())
			require.NoError(t, err)
			require.Equal(t, word(t, got.Level), r.Level)
		}
	}
	x := monarc.Information{Impact: monarc.ByCriterion{Integrity: 1}, Affects: monarc.Affects{Integrity: true}}
	for _, bad := range []monarc.Thresholds{{-1, 5}, {5, 5}, {5, 4}, {5, 80}} {
		_, err := x.RateBy(bad)
		require.EqualError(t, err, fmt.Sprintf("monarc: thresholds: got %d and %d, want 0 ≤ low < medium < 80", bad.Low, bad.Medium))
	}
	_, err := monarc.Operational{}.RateBy(monarc.Thresholds{Low: 3, Medium: 16})
	require.EqualError(t, err, "monarc: thresholds: got 3 and 16, want 0 ≤ low < medium < 16")
}

func TestBadInputs(t *testing.T) {
	good := monarc.Information{
		Impact: monarc.ByCriterion{Confidentiality: 2, Integrity: -1, Availability: 3}, Threat: 1, Vulnerability: 3,
		Affects: monarc.Affects{Confidentiality: true, Availability: true},
	}
	r, err := good.Rate()
	require.NoError(t, err)
	require.Equal(t, monarc.ByCriterion{Confidentiality: 6, Integrity: -1, Availability: 9}, r.Risk)
	for _, c := range []struct {
		name   string
		change func(x *monarc.Information)
		want   string
		unset  bool
	}{
		{"threat not set", func(x *monarc.Information) { x.Threat = -1 }, "monarc: threat: not set, want 0 to 4", true},
		{"vulnerability not set", func(x *monarc.Information) { x.Vulnerability = -1 }, "monarc: vulnerability: not set, want 0 to 5", true},
		{"impact not set", func(x *monarc.Information) { x.Impact.Availability = -1 }, "monarc: impact on availability: not set, want 0 to 4", true},
		{"threat too great", func(x *monarc.Information) { x.Threat = 5 }, "monarc: threat: got 5, want 0 to 4", false},
		{"vulnerability below", func(x *monarc.Information) { x.Vulnerability = -2 }, "monarc: vulnerability: got -2, want 0 to 5", false},
		{"impact that does not count", func(x *monarc.Information) { x.Impact.Integrity = 9 }, "monarc: impact on integrity: got 9, want 0 to 4", false},
		{"nothing affected", func(x *monarc.Information) { x.Affects = monarc.Affects{} }, "monarc: the threat affects no criterion", false},
		{
			"two at once", func(x *monarc.Information) { x.Threat, x.Vulnerability = -1, 6 },
			"monarc: threat: not set, want 0 to 4\nmonarc: vulnerability: got 6, want 0 to 5", true,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := good
			c.change(&x)
			got, err := x.Rate()
			require.Zero(t, got)
			require.EqualError(t, err, c.want)
			if c.unset {
				require.ErrorIs(t, err, monarc.ErrUnset)
			} else {
				require.NotErrorIs(t, err, monarc.ErrUnset)
			}
			_, err = x.MarshalText()
			require.EqualError(t, err, c.want)
		})
	}
}

// TestMethodRefuses holds what the method says where something is not set.
func TestMethodRefuses(t *testing.T) {
	m := monarc.InformationRisk(monarc.Thresholds{})
	_, err := m.Rate(risk.Inputs{"confidentiality": "2", "threat": "1"})
	require.EqualError(t, err, `risk: method monarc/information@2.13.1: factor "vulnerability": is missing, want one of 0, 1, 2, 3, 4, 5`)
	_, err = m.Rate(risk.Inputs{"confidentiality": "-1", "threat": "1", "vulnerability": "1"})
	require.EqualError(t, err, `risk: method monarc/information@2.13.1: factor "confidentiality": got "-1", want one of 0, 1, 2, 3, 4`)
	_, err = m.Rate(risk.Inputs{"threat": "1", "vulnerability": "1"})
	require.ErrorIs(t, err, risk.ErrMissingFactor, "no criterion is affected")
	_, err = monarc.OperationalRisk(monarc.Thresholds{}).Rate(risk.Inputs{"probability": "1"})
	require.ErrorIs(t, err, risk.ErrMissingFactor, "no consequence")
}

func TestReduced(t *testing.T) {
	x := monarc.Information{Vulnerability: 3}
	for _, c := range []struct {
		from, by int
		want     string
	}{
		{3, 4, "monarc: reduction: got 4, want 0 to 3"},
		{3, -2, "monarc: reduction: got -2, want 0 to 3"},
		{-1, 0, "monarc: vulnerability: not set, want 0 to 5"},
		{6, 1, "monarc: vulnerability: got 6, want 0 to 5"},
	} {
		x.Vulnerability = c.from
		got, err := x.Reduced(c.by)
		require.Zero(t, got)
		require.EqualError(t, err, c.want)
	}
}

func TestBadOperational(t *testing.T) {
	for _, c := range []struct {
		name string
		x    monarc.Operational
		want string
	}{
		{"probability not set", monarc.Operational{Probability: -1}, "monarc: probability: not set, want 0 to 4"},
		{
			"no consequence",
			monarc.Operational{Probability: 1, Consequences: monarc.Consequences{-1, -1, -1, -1, -1}},
			"monarc: consequences: not set, want one at least",
		},
		{
			"consequence off its scale",
			monarc.Operational{Probability: 1, Consequences: monarc.Consequences{-1, 5, -1, -2, -1}},
			"monarc: operational: got 5, want 0 to 4\nmonarc: financial: got -2, want 0 to 4",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.x.Rate()
			require.Zero(t, got)
			require.EqualError(t, err, c.want)
			_, err = c.x.MarshalText()
			require.EqualError(t, err, c.want)
			_, err = monarc.Stages{Inherent: c.x, Net: monarc.NotJudged(), Target: monarc.NotJudged()}.Rate()
			require.EqualError(t, err, "monarc: inherent stage: "+c.want)
		})
	}
}

// TestStagesJSON holds that stages that nobody judged survive being written.
func TestStagesJSON(t *testing.T) {
	s := monarc.Stages{
		Inherent: monarc.NotJudged(),
		Net:      monarc.Operational{Probability: 4, Consequences: monarc.Consequences{2, 1, 2, 2, -1}},
	}
	src, err := json.Marshal(s)
	require.NoError(t, err)
	require.JSONEq(t, `{"inherent": "", "net": "financial=2, legal=2, operational=1, probability=4, reputation=2",
		"target": "financial=0, legal=0, operational=0, personal=0, probability=0, reputation=0"}`, string(src))
	var again monarc.Stages
	require.NoError(t, json.Unmarshal(src, &again))
	require.Equal(t, s, again)
}

func TestWords(t *testing.T) {
	require.EqualError(t, new(monarc.Level).UnmarshalText([]byte("hihg")), `monarc: level: got "hihg", want one of low, medium, high; did you mean "high"?`)
	require.EqualError(t, new(monarc.Treatment).UnmarshalText([]byte("x")),
		`monarc: treatment: got "x", want one of reduction, denied, accepted, shared, not treated`)
	for i, want := range []string{"", "reduction", "denied", "accepted", "shared", "not treated"} {
		require.Equal(t, want, word(t, monarc.Treatment(i)), "MONARC's numbers")
	}
	_, err := monarc.Treatment(6).MarshalText()
	require.Error(t, err)
	_, err = monarc.Level(4).MarshalText()
	require.Error(t, err)
}
