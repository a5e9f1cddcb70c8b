package loss_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/oracle/risk/loss/g1"
)

const million = 1 << 20

func pert(p g1.PERT) dist.PERT { return must(dist.NewPERT(p.Min, p.Mode, p.Max)) }

func yearly(p g1.PERT) loss.Uncertain { return loss.Uncertain{Per: loss.Year, Dist: pert(p)} }

// tree returns the FAIR tree of the yardstick as a product.
func tree() loss.Model {
	return loss.Model{ID: "tree", Scenarios: []loss.Scenario{{
		ID:        "a",
		Frequency: loss.Multiplied{Rate: yearly(g1.TEF), Capability: pert(g1.TCap), Resistance: pert(g1.RS)},
		Severity:  pert(g1.PL),
		Then:      []loss.Stage{{ID: "secondary", Probability: yearly(g1.SLEF), Severity: pert(g1.SLEM)}},
	}}}
}

// events returns it as events, with a threat event frequency for each year.
func events() loss.Model {
	return loss.Model{ID: "events", Scenarios: []loss.Scenario{{
		ID:            "a",
		Frequency:     loss.Poisson{Rate: yearly(g1.TEF)},
		Vulnerability: loss.Fixed(g1.Vulnerability),
		Severity:      pert(g1.PL),
		Then: []loss.Stage{{
			ID:          "secondary",
			Probability: loss.Uncertain{Per: loss.Event, Dist: pert(g1.SLEF)},
			Severity:    pert(g1.SLEM),
		}},
	}}}
}

// quantiles are those that the yardstick finds by sorting.
var quantiles = []float64{0.5, 0.95, 0.99, 0.999}

// BenchmarkTargets reports how many times as long the yardstick takes, on one
// core, and two cores as against one. All run in each iteration, and the least
// time of each counts: what else a machine does makes no run shorter.
func BenchmarkTargets(b *testing.B) {
	for _, c := range []struct {
		name   string
		model  loss.Model
		tail   bool // quantiles are a part of it
		stream bool // nothing is kept
		theirs func(out []float64, seed uint64)
	}{
		{"tree", tree(), false, false, g1.ProductTree},
		{"poisson3-quantiles", compound(3), true, false, func(out []float64, seed uint64) { g1.FrequencySeverity(out, 3, seed) }},
		{"poisson0.1", compound(0.1), false, true, func(out []float64, seed uint64) { g1.FrequencySeverity(out, 0.1, seed) }},
		{"event-tree", events(), false, false, g1.EventTree},
	} {
		b.Run(c.name, func(b *testing.B) {
			plan := must(loss.Compile(c.model))
			out := make([]float64, million)
			var theirs, one, two least
			seed := uint64(0)
			for b.Loop() {
				seed++
				start := time.Now()
				c.theirs(out, seed)
				if c.tail {
					sink = g1.Quantiles(out, quantiles...)[3]
				}
				theirs.add(time.Since(start))
				one.add(simulate(b, plan, c.tail, loss.SimOptions{Trials: million, Seed: seed, Workers: 1, Streaming: c.stream}))
				two.add(simulate(b, plan, c.tail, loss.SimOptions{Trials: million, Seed: seed, Workers: 2, Streaming: c.stream}))
			}
			b.ReportMetric(theirs.ns()/one.ns(), "×G1")
			b.ReportMetric(one.ns()/two.ns(), "cores")
			b.ReportMetric(one.ns()/million, "ns/trial")
		})
	}
}

func simulate(b *testing.B, plan loss.Plan, tail bool, o loss.SimOptions) time.Duration {
	b.Helper()
	start := time.Now()
	s, err := plan.Simulate(context.Background(), o)
	if err != nil {
		b.Fatal(err)
	}
	if tail {
		sink = s.Quantiles(quantiles...)[3].Value
	}
	return time.Since(start)
}

// BenchmarkCopula reports the time of a scenario in a trial, with ten Poisson
// scenarios whose numbers of events depend on each other.
func BenchmarkCopula(b *testing.B) {
	m := loss.Model{ID: "copula"}
	link := loss.Link{On: loss.OnFrequency}
	for i := range 10 {
		id := fmt.Sprint(i)
		m.Scenarios = append(m.Scenarios, loss.Scenario{
			ID: id, Frequency: loss.Poisson{Rate: loss.Fixed(0.2 + 0.1*float64(i))}, Severity: must(dist.NewConstant(1)),
		})
		link.Scenarios = append(link.Scenarios, id)
		row := make([]float64, 10)
		for j := range row {
			row[j] = 0.3
		}
		row[i] = 1
		link.Correlation = append(link.Correlation, row)
	}
	m.Links = []loss.Link{link}
	plan := must(loss.Compile(m))
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprint(workers), func(b *testing.B) {
			var ours least
			for b.Loop() {
				ours.add(simulate(b, plan, false, loss.SimOptions{Trials: million, Seed: 1, Workers: workers}))
			}
			b.ReportMetric(ours.ns()/(10*million), "ns/scenario-trial")
		})
	}
}

// BenchmarkStreaming draws a hundred million years, and reports the most memory
// that the process has had: run it alone.
func BenchmarkStreaming(b *testing.B) {
	plan, err := loss.Compile(compound(0.1))
	require.NoError(b, err)
	for b.Loop() {
		_ = simulate(b, plan, false, loss.SimOptions{Trials: 100_000_000, Seed: 1, Workers: 1, Streaming: true})
	}
	b.ReportMetric(peak(b), "MB-peak")
}

// least is the shortest of some times.
type least struct{ d time.Duration }

func (l *least) add(d time.Duration) {
	if l.d == 0 || d < l.d {
		l.d = d
	}
}

func (l *least) ns() float64 { return float64(l.d.Nanoseconds()) }
