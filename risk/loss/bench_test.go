package loss_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/fft"
	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// typical is three events a year, nine in ten of them between 20,000 and a
// million.
func typical() loss.Scenario {
	return loss.Scenario{
		ID: "typical", Frequency: loss.Poisson{Rate: loss.Fixed(3)}, Severity: must(dist.LogNormal90(20e3, 1e6)),
	}
}

// portfolio is n scenarios whose medians span four powers of ten.
func portfolio(n int) []loss.Scenario {
	all := make([]loss.Scenario, n)
	for i := range all {
		mu := mathx.Log(1e3) + 4*mathx.Log(10)*float64(i)/float64(n-1)
		all[i] = loss.Scenario{
			ID: fmt.Sprint("s", i), Frequency: loss.Poisson{Rate: loss.Fixed(0.5)}, Severity: must(dist.NewLogNormal(mu, 1)),
		}
	}
	return all
}

func BenchmarkExact(b *testing.B) {
	for _, c := range []struct {
		name      string
		tolerance float64
		scenarios []loss.Scenario
	}{
		{"one, 2e-6", 2e-6, []loss.Scenario{typical()}},
		{"one, 1e-8", 1e-8, []loss.Scenario{typical()}},
		{"fifty, 1e-5", 1e-5, portfolio(50)},
	} {
		b.Run(c.name, func(b *testing.B) {
			plan, err := loss.Compile(loss.Model{ID: "m", Scenarios: c.scenarios})
			require.NoError(b, err)
			b.ReportAllocs()
			for b.Loop() {
				r, err := plan.Exact(b.Context(), loss.ExactOptions{Tolerance: c.tolerance})
				require.NoError(b, err)
				b.ReportMetric(float64(r.Provenance().Points), "points")
			}
		})
	}
}

// BenchmarkUnit is a transform of 2^12 real numbers there and back.
func BenchmarkUnit(b *testing.B) {
	plan, err := fft.NewPlan(1 << 12)
	require.NoError(b, err)
	x := make([]float64, 1<<12)
	z, work := plan.Buffers()
	b.ReportAllocs()
	for b.Loop() {
		require.NoError(b, plan.Forward(z, x, work))
		require.NoError(b, plan.Inverse(x, z, work))
	}
}
