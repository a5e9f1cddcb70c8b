package owasp_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/owasp"
)

// of makes an assessment of scores in the order of the factors.
func of(s [16]owasp.Score) owasp.Assessment {
	return owasp.Assessment{
		ThreatAgent:   owasp.ThreatAgent{SkillLevel: s[0], Motive: s[1], Opportunity: s[2], Size: s[3]},
		Vulnerability: owasp.Vulnerability{EaseOfDiscovery: s[4], EaseOfExploit: s[5], Awareness: s[6], IntrusionDetection: s[7]},
		Technical: &owasp.TechnicalImpact{
			LossOfConfidentiality: s[8], LossOfIntegrity: s[9], LossOfAvailability: s[10], LossOfAccountability: s[11],
		},
		Business: &owasp.BusinessImpact{FinancialDamage: s[12], ReputationDamage: s[13], NonCompliance: s[14], PrivacyViolation: s[15]},
	}
}

// slow is the publication read aloud: means, bands, table.
func slow(t *testing.T, scores []owasp.Score) (mean float64, level string) {
	t.Helper()
	for _, s := range scores {
		mean += float64(s)
	}
	mean /= float64(len(scores))
	switch {
	case mean < 3:
		return mean, "low"
	case mean < 6:
		return mean, "medium"
	}
	return mean, "high"
}

func check(t *testing.T, m risk.Method, s [16]owasp.Score) {
	t.Helper()
	table := severities(t)
	full := of(s)
	likelihood, likelihoodLevel := slow(t, s[:8])
	technical, technicalLevel := slow(t, s[8:12])
	business, businessLevel := slow(t, s[12:])
	for _, c := range []struct {
		name             string
		technical, known bool
	}{{"both", true, true}, {"technical only", true, false}, {"business only", false, true}} {
		x, impact := full, technicalLevel
		if !c.technical {
			x.Technical = nil
		}
		if c.known {
			impact = businessLevel
		} else {
			x.Business = nil
		}
		got, err := x.Rate()
		require.NoError(t, err)
		require.InDelta(t, likelihood, got.Likelihood.Score, 0)
		require.Equal(t, likelihoodLevel, text(t, got.Likelihood.Level))
		require.Equal(t, table[[2]string{impact, likelihoodLevel}], text(t, got.Severity), "%s: %v", c.name, s)
		if c.technical {
			require.Equal(t, owasp.Mean{Score: technical, Level: got.Technical.Level}, got.Technical)
			require.Equal(t, technicalLevel, text(t, got.Technical.Level))
			require.Equal(t, table[[2]string{technicalLevel, likelihoodLevel}], text(t, got.TechnicalSeverity))
		} else {
			require.Zero(t, got.Technical)
			require.Zero(t, got.TechnicalSeverity)
		}
		if c.known {
			require.InDelta(t, business, got.Business.Score, 0)
			require.Equal(t, businessLevel, text(t, got.Business.Level))
			require.Equal(t, got.Severity, got.BusinessSeverity)
		} else {
			require.Zero(t, got.Business)
			require.Zero(t, got.BusinessSeverity)
		}
		r, err := m.Rate(x.Inputs())
		require.NoError(t, err)
		require.Equal(t, risk.Rating{
			Method: m.Ref(), Likelihood: likelihoodLevel, Consequence: impact, Level: text(t, got.Severity),
		}, r)
		reasons(t, x, table)
	}
}

// reasons recomputes the severity from the reasons alone.
func reasons(t *testing.T, x owasp.Assessment, table map[[2]string]string) {
	t.Helper()
	e, err := x.Explain()
	require.NoError(t, err)
	levels := map[string]string{}
	for _, r := range e.Reasons[:len(e.Reasons)-1] {
		sum := 0.0
		for _, term := range r.Terms {
			require.InDelta(t, 1.0, term.Weight, 0)
			sum += term.Number
		}
		if r.Formula == risk.First {
			require.InDelta(t, r.Terms[0].Number, *r.Number, 0)
			require.Equal(t, levels[r.Terms[0].Of], r.Value)
		} else {
			require.InDelta(t, sum/float64(len(r.Terms)), *r.Number, 0)
		}
		_, ok := levels[r.Step]
		require.False(t, ok)
		levels[r.Step] = map[bool]string{true: "low"}[*r.Number < 3]
		if *r.Number >= 3 {
			levels[r.Step] = map[bool]string{true: "medium", false: "high"}[*r.Number < 6]
		}
		require.Equal(t, levels[r.Step], r.Value)
	}
	require.Equal(t, table[[2]string{levels["impact"], levels["likelihood"]}], e.Rating.Level)
}

// TestRate goes through all sums near the edges of the bands, and through
// scores drawn from a fixed seed: 10^16 assessments are too many.
func TestRate(t *testing.T) {
	m := owasp.Method()
	for sum := range 73 { // every mean of the likelihood
		var s [16]owasp.Score
		spread(s[:8], sum)
		spread(s[8:12], sum/2)
		spread(s[12:], 36-sum/2)
		check(t, m, s)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var s [16]owasp.Score
		for i := range s {
			s[i] = owasp.Score(random.IntN(10))
		}
		check(t, m, s)
	}
}

// TestSingle holds that each factor counts in its own mean alone.
func TestSingle(t *testing.T) {
	m := owasp.Method()
	for i := range 16 {
		for n := range owasp.Score(10) {
			var s [16]owasp.Score
			s[i] = n
			check(t, m, s)
		}
	}
}

// spread gives scores of 0 to 9 that have this sum.
func spread(scores []owasp.Score, sum int) {
	for i := range scores {
		n := min(sum, 9)
		scores[i] = owasp.Score(n)
		sum -= n
	}
}

// TestVectors runs worked examples; each names its source.
func TestVectors(t *testing.T) {
	src, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var file struct {
		Vectors []struct {
			ID, Method, Source string
			Inputs             json.RawMessage
			Expected           json.RawMessage
		}
	}
	require.NoError(t, json.Unmarshal(src, &file))
	require.Len(t, file.Vectors, 12)
	for _, v := range file.Vectors {
		t.Run(v.ID, func(t *testing.T) {
			require.NotEmpty(t, v.Source)
			run, ok := map[string]func(t *testing.T, in, want json.RawMessage){
				"owasp-rr": published16, "owasp-rr-band": band, "owasp-rr-severity": severity, "owasp-rr-cost": cost,
			}[v.Method]
			require.True(t, ok)
			run(t, v.Inputs, v.Expected)
		})
	}
}

func read(t *testing.T, src json.RawMessage, to any) {
	t.Helper()
	require.NoError(t, json.Unmarshal(src, to))
}

func published16(t *testing.T, src, expected json.RawMessage) {
	t.Helper()
	var in map[string][]int
	var want map[string]any
	read(t, src, &in)
	read(t, expected, &want)
	var s [16]owasp.Score
	for g, group := range []string{"threat_agent", "vulnerability", "technical_impact", "business_impact"} {
		require.Len(t, in[group], 4)
		for i, n := range in[group] {
			s[4*g+i] = owasp.Score(n)
		}
	}
	r, err := of(s).Rate()
	require.NoError(t, err)
	require.Equal(t, want, map[string]any{
		"likelihood": r.Likelihood.Score, "likelihood_level": strings.ToUpper(text(t, r.Likelihood.Level)),
		"technical_impact": r.Technical.Score, "technical_level": strings.ToUpper(text(t, r.Technical.Level)),
		"business_impact": r.Business.Score, "business_level": strings.ToUpper(text(t, r.Business.Level)),
		"severity_technical": capital(text(t, r.TechnicalSeverity)), "severity_business": capital(text(t, r.BusinessSeverity)),
		"overall": capital(text(t, r.Severity)),
	})
}

// capital writes a severity as the publication does.
func capital(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

func band(t *testing.T, src, expected json.RawMessage) {
	t.Helper()
	var in struct{ Score float64 }
	var want struct{ Level string }
	read(t, src, &in)
	read(t, expected, &want)
	l, err := owasp.LevelOf(in.Score)
	require.NoError(t, err)
	require.Equal(t, strings.ToLower(want.Level), text(t, l))
}

func severity(t *testing.T, src, expected json.RawMessage) {
	t.Helper()
	var in struct{ Impact, Likelihood string }
	var want struct{ Severity string }
	read(t, src, &in)
	read(t, expected, &want)
	var impact, likelihood owasp.Level
	require.NoError(t, impact.UnmarshalText([]byte(strings.ToLower(in.Impact))))
	require.NoError(t, likelihood.UnmarshalText([]byte(strings.ToLower(in.Likelihood))))
	s, err := owasp.SeverityOf(likelihood, impact)
	require.NoError(t, err)
	require.Equal(t, strings.ToLower(want.Severity), text(t, s))
}

func cost(t *testing.T, src, expected json.RawMessage) {
	t.Helper()
	var in, want map[string]float64
	read(t, src, &in)
	read(t, expected, &want)
	years, err := owasp.PaybackYears(in["control_cost"], in["annual_loss"])
	require.NoError(t, err)
	require.Equal(t, want, map[string]float64{"breakeven_years": years})
}

func TestLevelOf(t *testing.T) {
	for _, c := range []struct {
		mean float64
		want owasp.Level
	}{
		{0, owasp.LevelLow},
		{math.Nextafter(3, 0), owasp.LevelLow}, // not rounded
		{3, owasp.LevelMedium},
		{5.875, owasp.LevelMedium},
		{6, owasp.LevelHigh},
		{9, owasp.LevelHigh},
	} {
		got, err := owasp.LevelOf(c.mean)
		require.NoError(t, err)
		require.Equal(t, c.want, got, c.mean)
	}
	for _, x := range []float64{-0.1, 9.1, math.NaN()} {
		_, err := owasp.LevelOf(x)
		require.ErrorContains(t, err, "want 0 to 9")
	}
}

func TestPaybackYearsRefuses(t *testing.T) {
	for _, c := range [][2]float64{{-1, 1}, {math.NaN(), 1}, {1, 0}, {1, -1}, {1, math.NaN()}} {
		_, err := owasp.PaybackYears(c[0], c[1])
		require.Error(t, err)
	}
}

// TestEveryScore holds that exactly the scores above 9 are refused, whatever the
// factors beside them have.
func TestEveryScore(t *testing.T) {
	for _, others := range []owasp.Score{0, 9} {
		for i := range 16 {
			for n := range 256 {
				s := [16]owasp.Score(slices.Repeat([]owasp.Score{others}, 16))
				s[i] = owasp.Score(n)
				_, err := of(s).Rate()
				require.Equal(t, n > 9, err != nil, s)
			}
		}
	}
	_, err := of([16]owasp.Score{0: 250, 1: 9, 2: 255, 3: 9}).Rate()
	require.ErrorContains(t, err, `factor "skill-level": got "250"`)
	require.ErrorContains(t, err, `factor "opportunity": got "255"`)
}

func TestRefuses(t *testing.T) {
	full := of([16]owasp.Score{9})
	for name, c := range map[string]struct {
		change func(x *owasp.Assessment)
		want   string
	}{
		"a score above 9": {
			func(x *owasp.Assessment) { x.ThreatAgent.Motive = 10 },
			`risk: method owasp/risk-rating@036a366: factor "motive": got "10", want one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9`,
		},
		"a score above 9 in an impact that does not decide": {
			func(x *owasp.Assessment) { x.Technical.LossOfIntegrity = 200 }, `factor "loss-of-integrity": got "200"`,
		},
		"no impact": {
			func(x *owasp.Assessment) { x.Technical, x.Business = nil, nil }, "is missing",
		},
	} {
		t.Run(name, func(t *testing.T) {
			x := full
			technical, business := *full.Technical, *full.Business
			x.Technical, x.Business = &technical, &business
			c.change(&x)
			_, err := x.Rate()
			require.ErrorContains(t, err, c.want)
			var errs risk.InputErrors
			require.ErrorAs(t, err, &errs)
			_, err = x.Explain()
			require.ErrorContains(t, err, c.want)
			_, err = x.MarshalText()
			require.ErrorContains(t, err, c.want)
		})
	}
}
