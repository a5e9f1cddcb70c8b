package fair_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/fair"
)

func BenchmarkVulnerability(b *testing.B) {
	for name, c := range map[string][2]string{
		"PERT":      {"pert(min=0.2, mode=0.5, max=0.9)", "pert(min=0.3, mode=0.6, max=0.95)"},
		"lognormal": {"lognormal(mu=0, sigma=1)", "lognormal(mu=1, sigma=1)"},
		"mixture":   {"pert(min=0.2, mode=0.5, max=0.9)", "mixture(weights=[3, 1], of=[pert(min=0, mode=0.2, max=1), constant(value=0.5)])"},
	} {
		b.Run(name, func(b *testing.B) {
			capability, resistance := parse(c[0]), parse(c[1])
			b.ReportAllocs()
			for b.Loop() {
				_, err := fair.Vulnerability(capability, resistance)
				require.NoError(b, err)
			}
		})
	}
}

func BenchmarkScenario(b *testing.B) {
	tree := full()
	b.ReportAllocs()
	for b.Loop() {
		_, err := tree.Scenario("s")
		require.NoError(b, err)
	}
}

func BenchmarkExplain(b *testing.B) {
	tree := full()
	b.ReportAllocs()
	for b.Loop() {
		_, err := tree.Explain(b.Context())
		require.NoError(b, err)
	}
}
