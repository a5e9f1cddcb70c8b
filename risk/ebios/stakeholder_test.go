package ebios_test

import (
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/ebios"
	"github.com/ismskit/ismskit/risk/internal/facts"
)

func TestStakeholder(t *testing.T) {
	m, rated := ebios.ThreatLevel(), 0
	each := []int{-1, 0, 1, 2, 3, 4, 5}
	for _, d := range each {
		for _, p := range each {
			for _, s := range each {
				for _, c := range each {
					x := ebios.Stakeholder{Dependency: d, Penetration: p, Maturity: s, Trust: c}
					threat, err := x.Rate()
					if err != nil {
						same(t, m, x.Inputs(), "", err)
						continue
					}
					rated++
					zone, err := ebios.Thresholds{}.Zone(threat.Level)
					require.NoError(t, err)
					same(t, m, x.Inputs(), facts.Text(t, zone), nil)
					requireReasons(t, x, threat)
				}
			}
		}
	}
	require.Equal(t, 256, rated)
}

// requireReasons recomputes the zone from the reasons, and compares the steps.
func requireReasons(t *testing.T, x ebios.Stakeholder, threat ebios.Threat) {
	t.Helper()
	e, err := x.Explain()
	require.NoError(t, err)
	require.Len(t, e.Reasons, 3)
	got := map[string]float64{}
	for i, of := range [][]string{{"dependency", "penetration"}, {"maturity", "trust"}} {
		product := 1.0
		for k, term := range e.Reasons[i].Terms {
			require.Equal(t, of[k], term.Of)
			require.Equal(t, term.Level, strconv.Itoa(int(term.Number)))
			product *= term.Number
		}
		got[e.Reasons[i].Step] = product
	}
	require.InDelta(t, threat.Exposure, got["exposure"], 0)
	require.InDelta(t, threat.Reliability, got["reliability"], 0)
	exposure, reliability := threat.Bands()
	require.Equal(t, facts.Text(t, exposure), e.Reasons[0].Value)
	require.Equal(t, facts.Text(t, reliability), e.Reasons[1].Value)
	require.InDelta(t, threat.Level, got["exposure"]/got["reliability"], 0)
	require.InDelta(t, threat.Level, *e.Reasons[2].Number, 0)
	zone := "out-of-scope"
	for _, z := range []struct {
		from float64
		word string
	}{{0.2, "watch"}, {0.9, "control"}, {2.5, "danger"}} {
		if *e.Reasons[2].Number >= z.from {
			zone = z.word
		}
	}
	require.Equal(t, zone, e.Reasons[2].Value)
	require.Equal(t, zone, e.Rating.Level)
}

func TestStakeholderVectors(t *testing.T) {
	for _, v := range vectors(t, "ebios-threat-level", 8) {
		t.Run(v.ID, func(t *testing.T) {
			threat, err := ebios.Stakeholder{
				Dependency: number(v, "dependency"), Penetration: number(v, "penetration"), Maturity: number(v, "maturity"), Trust: number(v, "trust"),
			}.Rate()
			require.NoError(t, err)
			require.InDelta(t, v.Expected["threat_level"], threat.Level, 0)
			require.InDelta(t, v.Expected["printed"], threat.Level, v.Tolerance)
		})
	}
	for _, v := range vectors(t, "ebios-threat-zone", 6) {
		t.Run(v.ID, func(t *testing.T) {
			thresholds := v.Inputs["thresholds"]
			level := float(v.Inputs, "threat_level")
			given := ebios.Thresholds{Watch: float(thresholds, "watch"), Control: float(thresholds, "control"), Danger: float(thresholds, "danger")}
			for _, th := range []ebios.Thresholds{given, {}} {
				zone, err := th.Zone(level)
				require.NoError(t, err)
				require.Equal(t, v.Expected["zone"], map[ebios.Zone]string{
					ebios.OutOfScope: "out of scope", ebios.Watch: "watch", ebios.Control: "control", ebios.Danger: "danger",
				}[zone])
			}
		})
	}
}

func TestBands(t *testing.T) {
	for product, want := range map[int][2]string{
		1: {"<3", "<4"}, 2: {"<3", "<4"}, 3: {"3-6", "<4"}, 4: {"3-6", "4-5"}, 6: {"3-6", "6-7"},
		8: {"7-9", ">7"}, 9: {"7-9", ">7"}, 12: {">9", ">7"}, 16: {">9", ">7"},
	} {
		for a := 1; a <= 4; a++ {
			b := product / a
			if a*b != product || b > 4 {
				continue
			}
			threat, err := ebios.Stakeholder{Dependency: a, Penetration: b, Maturity: b, Trust: a}.Rate()
			require.NoError(t, err)
			exposure, reliability := threat.Bands()
			require.Equal(t, want, [2]string{facts.Text(t, exposure), facts.Text(t, reliability)}, product)
		}
	}
}

func TestBandsOfNothing(t *testing.T) {
	exposure, reliability := ebios.Threat{}.Bands()
	require.Zero(t, exposure)
	require.Zero(t, reliability)
}

func TestWeighted(t *testing.T) {
	f3 := ebios.Stakeholder{Dependency: 3, Penetration: 4, Maturity: 2, Trust: 2}
	for _, c := range []struct {
		name    string
		x       ebios.Stakeholder
		weights ebios.Weights
		want    float64
		err     string
	}{
		{name: "none", x: f3, want: 3},
		{name: "all 1", x: f3, weights: ebios.Weights{1, 1, 1, 1}, want: 3},
		{name: "without trust", x: f3, weights: ebios.Weights{1, 1, 1, 0}, want: 6},
		{name: "without trust, which is not judged", x: ebios.Stakeholder{Dependency: 3, Penetration: 4, Maturity: 2}, weights: ebios.Weights{1, 1, 1, 0}, want: 6},
		{name: "penetration twice", x: f3, weights: ebios.Weights{1, 2, 1, 1}, want: 12},
		{name: "maturity twice", x: f3, weights: ebios.Weights{1, 1, 2, 1}, want: 1.5},
		{name: "most", x: ebios.Stakeholder{4, 4, 1, 1}, weights: ebios.Weights{4, 4, 4, 4}, want: 65536},
		{name: "too much", x: f3, weights: ebios.Weights{1, 1, 5, 1}, err: "ebios: weights {1 1 5 1}: got 5, want 0 to 4"},
		{name: "too little", x: f3, weights: ebios.Weights{1, 1, 1, -1}, err: "ebios: weights {1 1 1 -1}: got -1, want 0 to 4"},
		{name: "not judged", x: ebios.Stakeholder{Dependency: 3, Penetration: 4, Trust: 2}, err: `risk: method ebios/threat-level@2024: factor "maturity": got "0", want one of 1, 2, 3, 4`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.x.Weighted(c.weights)
			if c.err != "" {
				require.EqualError(t, err, c.err)
				require.Zero(t, got)
				return
			}
			require.NoError(t, err)
			require.InDelta(t, c.want, got.Level, 0)
		})
	}
}

func TestThresholds(t *testing.T) {
	own := ebios.Thresholds{Watch: 0.25, Control: 1, Danger: 4}
	for level, want := range map[float64]ebios.Zone{
		0: ebios.OutOfScope, 0.2499: ebios.OutOfScope, 0.25: ebios.Watch, 0.999: ebios.Watch, 1: ebios.Control, 3.99: ebios.Control, 4: ebios.Danger, 16: ebios.Danger,
	} {
		zone, err := own.Zone(level)
		require.NoError(t, err)
		require.Equal(t, want, zone, "equal to a threshold is in its zone: %v", level)
	}
	for _, level := range []float64{-0.1, math.NaN(), math.Inf(-1)} {
		_, err := own.Zone(level)
		require.ErrorContains(t, err, "want 0 or more")
	}
	for _, bad := range []ebios.Thresholds{{Watch: 0.2}, {1, 1, 2}, {1, 3, 2}, {-1, 1, 2}, {math.NaN(), 1, 2}, {1, 2, math.NaN()}} {
		_, err := bad.Zone(1)
		require.ErrorContains(t, err, "want rising numbers above 0")
	}
}

// TestExampleThresholdsAreNotMet: by the formula without weights no stakeholder
// is at a threshold of the guide's example, so what equality means cannot
// change its zones.
func TestExampleThresholdsAreNotMet(t *testing.T) {
	for exposure := range 17 {
		for reliability := 1; reliability <= 16; reliability++ {
			for _, th := range []float64{0.2, 0.9, 2.5} {
				if level := float64(exposure) / float64(reliability); level == th {
					require.True(t, reliability%5 == 0 || exposure%5 == 0, "%d / %d: no product of two numbers up to 4", exposure, reliability)
				}
			}
		}
	}
}

func TestCritical(t *testing.T) {
	for z, want := range map[ebios.Zone]bool{0: false, ebios.OutOfScope: false, ebios.Watch: false, ebios.Control: true, ebios.Danger: true} {
		require.Equal(t, want, z.Critical())
	}
}

func TestProportions(t *testing.T) {
	const o, w, c, d = ebios.OutOfScope, ebios.Watch, ebios.Control, ebios.Danger
	for _, x := range []struct {
		name   string
		p      ebios.Proportions
		levels []float64
		want   []ebios.Zone
	}{
		{"nobody", ebios.Proportions{}, nil, []ebios.Zone{}},
		{"one", ebios.Proportions{}, []float64{0}, []ebios.Zone{d}},
		{"ten, lowest first", ebios.Proportions{}, []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, []ebios.Zone{o, w, w, w, w, c, c, c, c, d}},
		{"nine of the guide", ebios.Proportions{}, []float64{1. / 3, 1. / 6, 1. / 3, 1, .25, 2.25, 4. / 3, 2, 3}, []ebios.Zone{w, w, w, c, w, c, c, c, d}},
		{"all alike", ebios.Proportions{}, []float64{2, 2, 2}, []ebios.Zone{d, d, d}},
		{"alike across a boundary", ebios.Proportions{Danger: 50, Watch: 50}, []float64{1, 2, 2, 3}, []ebios.Zone{w, d, d, d}},
		{"own", ebios.Proportions{Danger: 25, Control: 25}, []float64{4, 3, 2, 1}, []ebios.Zone{d, c, o, o}},
		{"everybody", ebios.Proportions{Danger: 100}, []float64{1, 2}, []ebios.Zone{d, d}},
	} {
		t.Run(x.name, func(t *testing.T) {
			got, err := x.p.Zones(x.levels)
			require.NoError(t, err)
			require.Equal(t, x.want, got)
		})
	}
	for _, bad := range []ebios.Proportions{{Danger: -1}, {Watch: 101}, {Danger: 50, Control: 40, Watch: 11}, {Control: math.MaxInt, Watch: math.MaxInt}} {
		_, err := bad.Zones([]float64{1})
		require.ErrorContains(t, err, "ebios: proportions: got ")
	}
	_, err := ebios.Proportions{}.Zones([]float64{1, math.NaN()})
	require.EqualError(t, err, "ebios: threat level 1: got NaN, want 0 or more")
}
