package risk_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/iso27005"
	"github.com/ismskit/ismskit/risk/owasp"
)

// BenchmarkRate rates by a method and by the method prepared; "inputs" is what
// looking up the words of the inputs costs by itself, below which neither can go.
func BenchmarkRate(b *testing.B) {
	reversed := iso27005.Qualitative()
	slices.Reverse(reversed.Table[1:])
	web := owasp.Assessment{ThreatAgent: owasp.ThreatAgent{SkillLevel: 5}, Technical: &owasp.TechnicalImpact{LossOfIntegrity: 7}, Business: &owasp.BusinessImpact{}}
	for _, c := range []struct {
		name string
		m    risk.Method
		in   risk.Inputs
	}{
		{"ids", iso27005.Qualitative(), risk.Inputs{"likelihood": "4", "consequence": "4"}},
		{"labels", iso27005.Qualitative(), risk.Inputs{"likelihood": "very likely", "consequence": "critical"}},
		{"highest first", reversed, risk.Inputs{"likelihood": "1", "consequence": "5"}},
		{"steps and formulas", bureau(), risk.Inputs{"skill": "1", "motive": "9", "data": "many", "money": "none", "name": "some"}},
		{"three factors", plant(), risk.Inputs{"value": "high", "threat": "often", "guard": "good"}},
		{"sixteen factors", owasp.Method(), web.Inputs()},
	} {
		prepared, err := c.m.Prepare()
		require.NoError(b, err)
		b.Run(c.name+"/method", func(b *testing.B) { rate(b, func(in risk.Inputs) (risk.Rating, error) { return c.m.Rate(in) }, c.in) })
		b.Run(c.name+"/prepared", func(b *testing.B) { rate(b, prepared.Rate, c.in) })
		b.Run(c.name+"/inputs", func(b *testing.B) { rate(b, lookUp(c.m), c.in) })
	}
}

func rate(b *testing.B, by func(risk.Inputs) (risk.Rating, error), in risk.Inputs) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := by(in); err != nil {
			b.Fatal(err)
		}
	}
}

// lookUp looks up the word of each factor, and does nothing with it.
func lookUp(m risk.Method) func(risk.Inputs) (risk.Rating, error) {
	ids := make([]string, len(m.Factors))
	for i, f := range m.Factors {
		ids[i] = f.ID
	}
	return func(in risk.Inputs) (risk.Rating, error) {
		n := 0
		for _, id := range ids {
			n += len(in[id])
		}
		if n == 0 {
			return risk.Rating{}, risk.ErrMissingFactor
		}
		return risk.Rating{}, nil
	}
}

func BenchmarkPrepare(b *testing.B) {
	for name, m := range map[string]risk.Method{"two factors": iso27005.Qualitative(), "sixteen factors": owasp.Method()} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := m.Prepare(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkProblems(b *testing.B) {
	m := iso27005.Qualitative()
	b.ReportAllocs()
	for b.Loop() {
		if len(m.Problems()) > 0 {
			b.Fatal("problems")
		}
	}
}
