package loss_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/dsp/fourier"

	"github.com/ismskit/ismskit/internal/oracle/risk/loss/g1"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// compound is the model of the targets: a number of events a year, each with the
// lognormal loss of the yardstick.
func compound(rate float64) loss.Model {
	return loss.Model{ID: "compound", Scenarios: []loss.Scenario{{
		ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(rate)}, Severity: must(dist.NewLogNormal(g1.Mu, g1.Sigma)),
	}}}
}

// fifty returns fifty independent scenarios whose medians span 10^4.
func fifty() loss.Model {
	m := loss.Model{ID: "fifty"}
	for i := range 50 {
		mu := g1.Mu - 9.210340371976184*float64(i)/49 // ln 10^4
		m.Scenarios = append(m.Scenarios, loss.Scenario{
			ID:        fmt.Sprintf("s%02d", i),
			Frequency: loss.Poisson{Rate: loss.Fixed(0.1 + 0.1*float64(i))},
			Severity:  must(dist.NewLogNormal(mu, g1.Sigma)),
		})
	}
	return m
}

// A unit is a real transform of 2^12 points there and back, by gonum.
type unit struct {
	fft  *fourier.FFT
	x    []float64
	coef []complex128
}

func newUnit() unit {
	const n = 1 << 12
	u := unit{fft: fourier.NewFFT(n), x: make([]float64, n), coef: make([]complex128, n/2+1)}
	for i := range u.x {
		u.x[i] = 1 / float64(i+1)
	}
	return u
}

// run returns the time of one unit, as the mean of several.
func (u unit) run() time.Duration {
	const times = 8
	start := time.Now()
	for range times {
		u.fft.Coefficients(u.coef, u.x)
		u.fft.Sequence(u.x, u.coef)
		for i := range u.x {
			u.x[i] /= float64(len(u.x))
		}
	}
	return time.Since(start) / times
}

// BenchmarkExact reports what the exact engine costs in units. Both run in each
// iteration, and the least time of each counts.
func BenchmarkExact(b *testing.B) {
	for _, c := range []struct {
		name    string
		model   loss.Model
		options loss.ExactOptions
	}{
		{"one-2e-6", compound(3), loss.ExactOptions{Tolerance: 2e-6}},
		{"one-1e-8", compound(3), loss.ExactOptions{Tolerance: 1e-8}},
		{"fifty-1e-5", fifty(), loss.ExactOptions{Tolerance: 1e-5}},
	} {
		b.Run(c.name, func(b *testing.B) {
			plan, err := loss.Compile(c.model)
			require.NoError(b, err)
			u := newUnit()
			var ours, theirs least
			for b.Loop() {
				theirs.add(u.run())
				start := time.Now()
				r, err := plan.Exact(context.Background(), c.options)
				if err != nil {
					b.Fatal(err)
				}
				sink = r.VaR(0.95).Value + r.VaR(0.99).Value + r.VaR(0.999).Value
				ours.add(time.Since(start))
			}
			b.ReportMetric(ours.ns()/theirs.ns(), "units")
		})
	}
}

var sink float64
