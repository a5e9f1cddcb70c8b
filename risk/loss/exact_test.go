package loss_test

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// exact compiles a model of the scenarios and computes it.
func exact(t testing.TB, o loss.ExactOptions, scenarios ...loss.Scenario) loss.Result {
	t.Helper()
	plan, err := loss.Compile(loss.Model{ID: "test", Scenarios: scenarios})
	require.NoError(t, err)
	r, err := plan.Exact(t.Context(), o)
	require.NoError(t, err)
	return r
}

// holds fails the test unless the figure is right to a relative error, and its
// interval holds what is right, up to the error of that.
func holds(t testing.TB, what string, want float64, got loss.Estimate, relative float64, err ...float64) {
	t.Helper()
	require.NotEqual(t, loss.Refused, got.Basis, "%s: %s", what, got.Reason)
	tolerance := relative*math.Abs(want) + 1e-15
	require.InDelta(t, want, got.Value, tolerance, "%s: off by %.1e", what, got.Value/want-1)
	slack := 1e-9 * math.Abs(want)
	for _, err := range err {
		slack += 3 * err
	}
	require.True(t, got.Low-slack <= want && want <= got.High+slack, "%s: want %v in %v to %v", what, want, got.Low, got.High)
}

func prob(t testing.TB, text string) float64 {
	t.Helper()
	p, err := strconv.ParseFloat(text, 64)
	require.NoError(t, err)
	return p
}

var wide = loss.ExactOptions{At: []float64{0.95, 0.99, 0.999, 0.9999}}

func TestVectors(t *testing.T) {
	for _, v := range readVectors(t).Models {
		t.Run(v.ID, func(t *testing.T) {
			var all []loss.Scenario
			for i, p := range v.Parts {
				all = append(all, p.scenario(t, fmt.Sprint("s", i)))
			}
			v.check(t, exact(t, v.options(t), all...))
		})
	}
}

// options ask for the probabilities of the vector.
func (v vector) options(t testing.TB) loss.ExactOptions {
	t.Helper()
	var o loss.ExactOptions
	for p := range v.VaR {
		if p := prob(t, p); p >= 0.5 {
			o.At = append(o.At, p)
		}
	}
	return o
}

func (v vector) check(t *testing.T, r loss.Result) {
	t.Helper()
	const relative = 1e-6
	holds(t, "mean", v.Mean, r.Mean(), 1e-12)
	if v.Variance != 0 {
		holds(t, "sd", math.Sqrt(v.Variance), r.SD(), 1e-12)
	}
	if v.Zero != 0 {
		holds(t, "P(0)", v.Zero, r.P0(), 1e-12)
	}
	for p, want := range v.VaR {
		holds(t, "VaR "+p, want, r.VaR(prob(t, p)), relative, v.VaRError[p])
	}
	for p, want := range v.TVaR {
		holds(t, "TVaR "+p, want, r.TVaR(prob(t, p)), relative, v.TVaRError[p])
	}
	for x, want := range v.Exceedance {
		if want > 1.1e-4 {
			holds(t, "P(S > "+x+")", want, r.Exceedance(prob(t, x)), relative)
		}
	}
}

func TestOneEventOrNone(t *testing.T) {
	for _, v := range readVectors(t).Closed {
		if v.P == 0 {
			continue
		}
		t.Run(v.ID, func(t *testing.T) {
			v.check(t, exact(t, wide, loss.Scenario{
				ID: "s", Frequency: loss.Bernoulli{Probability: loss.Fixed(v.P)}, Severity: must(dist.NewLogNormal(v.Mu, v.Sigma)),
			}))
		})
	}
}

// TestHubbard is a published table: ten events of one row each.
func TestHubbard(t *testing.T) {
	v := readVectors(t).Published[0]
	var all []loss.Scenario
	for _, row := range v.Rows {
		all = append(all, loss.Scenario{
			ID: row.Event, Frequency: loss.Bernoulli{Probability: loss.Fixed(row.P)}, Severity: must(dist.NewLogNormal(row.Mu, row.Sigma)),
		})
	}
	whole := vector{Mean: v.Expected, Variance: v.SD * v.SD, Zero: v.Zero, VaR: v.VaR, Exceedance: v.Exceedance}
	o := whole.options(t)
	o.At, o.Tolerance = append(o.At, 0.6, 0.7, 0.9999), 2e-6
	whole.check(t, exact(t, o, all...))
}

// eventTree is the FAIR tree of the vectors, with a rate that is drawn once a
// year.
func eventTree(v float64) loss.Scenario {
	slef := must(dist.NewPERT(0.05, 0.2, 0.6))
	return loss.Scenario{
		ID:        "tree",
		Frequency: loss.Poisson{Rate: loss.Uncertain{Per: loss.Year, Dist: must(dist.NewPERT(0.5*v, 2*v, 12*v))}},
		Severity:  must(dist.NewPERT(20e3, 80e3, 600e3)),
		Then: []loss.Stage{{
			ID: "secondary", Probability: loss.Uncertain{Per: loss.Event, Dist: slef}, Severity: must(dist.NewPERT(50e3, 250e3, 3e6)),
		}},
	}
}

func TestEventTree(t *testing.T) {
	for _, v := range readVectors(t).Fair {
		v.check(t, exact(t, loss.ExactOptions{}, eventTree(v.V)))
	}
}

// TestLattice has losses that are all multiples of one amount, so that every
// figure is exact.
func TestLattice(t *testing.T) {
	for _, v := range readVectors(t).Lattice {
		if v.Frequency[0] != "poisson" {
			continue // any number of employees: not a frequency of ours
		}
		t.Run(v.ID, func(t *testing.T) {
			r := exact(t, loss.ExactOptions{At: []float64{0.9999999}}, loss.Scenario{
				ID: "s", Frequency: loss.Poisson{Rate: loss.Fixed(prob(t, v.Frequency[1]))}, Severity: newPoints(t, v.Severity),
			})
			holds(t, "mean", v.Mean, r.Mean(), 1e-14)
			holds(t, "sd", math.Sqrt(v.Variance), r.SD(), 1e-14)
			for k, want := range v.CDF {
				if want < 0.9999999 {
					require.InDelta(t, 1-want, r.Exceedance(float64(k)).Value, 1e-14, "P(S > %d)", k)
				}
			}
			for p, want := range v.VaR {
				require.InDelta(t, want, r.VaR(prob(t, p)).Value, 1e-12, "VaR %s", p)
			}
		})
	}
}

func TestCancel(t *testing.T) {
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{eventTree(0.3)}}))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := plan.Exact(ctx, loss.ExactOptions{})
	require.ErrorIs(t, err, context.Canceled)
}

// TestCancelInTime cancels in the middle of the work. The time allowed is ten
// times what is asked for, for slow machines.
func TestCancelInTime(t *testing.T) {
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: portfolio(300)}))
	ctx, cancel := context.WithCancel(t.Context())
	started := make(chan struct{})
	var done time.Time
	var err error
	finished := make(chan struct{})
	go func() {
		close(started)
		_, err = plan.Exact(ctx, loss.ExactOptions{Tolerance: 1e-9, MostPoints: 1 << 18})
		done = time.Now()
		close(finished)
	}()
	<-started
	time.Sleep(30 * time.Millisecond)
	canceled := time.Now()
	cancel()
	<-finished
	require.ErrorIs(t, err, context.Canceled)
	require.Less(t, done.Sub(canceled), 500*time.Millisecond)
}

func TestProgress(t *testing.T) {
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{typical()}}))
	var seen []int
	r, err := plan.Exact(t.Context(), loss.ExactOptions{Tolerance: 1e-7, Progress: func(done, total int) {
		seen = append(seen, done)
		require.Equal(t, 8, total)
	}})
	require.NoError(t, err)
	require.Equal(t, 3, seen[0])
	p := r.Provenance()
	require.Equal(t, 1<<(8+seen[len(seen)-1]), p.Points)
	require.Len(t, p.Model, 64)
	require.Equal(t, "lattice/2", p.Algorithm)
	require.Equal(t, []float64{0.95, 0.99, 0.999}, p.Options.At)
}
