package loss_test

import (
	"fmt"
	"testing"
	"time"

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

// BenchmarkExact reports how many units a result takes: a unit is a transform of
// 2^12 real numbers there and back, ten of which are timed in each iteration.
func BenchmarkExact(b *testing.B) {
	transforms, err := fft.NewPlan(1 << 12)
	require.NoError(b, err)
	x := make([]float64, 1<<12)
	z, work := transforms.Buffers()
	for _, c := range []struct {
		name      string
		options   loss.ExactOptions
		scenarios []loss.Scenario
	}{
		{"one, 2e-6", loss.ExactOptions{Tolerance: 2e-6}, []loss.Scenario{typical()}},
		{"one, 1e-8", loss.ExactOptions{Tolerance: 1e-8}, []loss.Scenario{typical()}},
		{"fifty, 1e-5", loss.ExactOptions{Tolerance: 1e-5}, portfolio(50)},
		{"one, bound 1e-2", loss.ExactOptions{Tolerance: 1e-5, Bound: 1e-2}, []loss.Scenario{typical()}},
	} {
		b.Run(c.name, func(b *testing.B) {
			plan, err := loss.Compile(loss.Model{ID: "m", Scenarios: c.scenarios})
			require.NoError(b, err)
			b.ReportAllocs()
			var ours, unit time.Duration
			for b.Loop() {
				start := time.Now()
				r, err := plan.Exact(b.Context(), c.options)
				ours += time.Since(start)
				require.NoError(b, err)
				start = time.Now()
				for range 10 {
					_ = transforms.Forward(z, x, work)
					_ = transforms.Inverse(x, z, work)
				}
				unit += time.Since(start)
				b.ReportMetric(float64(r.Provenance().Points), "points")
			}
			b.ReportMetric(10*float64(ours)/float64(unit), "units")
		})
	}
}
