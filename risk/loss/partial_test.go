package loss_test

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// all is a model with everything that is drawn.
func all() loss.Model {
	lognormal, pert := must(dist.LogNormal90(20e3, 1e6)), must(dist.NewPERT(5e4, 2.5e5, 3e6))
	yearly := loss.Uncertain{Name: "state", Per: loss.Year, Dist: must(dist.NewUniform(0.5, 1.5))}
	once := loss.Uncertain{Name: "skill", Per: loss.Once, Dist: must(dist.NewPERT(0.2, 0.5, 0.9))}
	return loss.Model{
		ID: "all", Currency: "EUR", Years: 2, Discount: 0.05,
		Scenarios: []loss.Scenario{
			{
				ID: "breach", Frequency: poisson(2), Vulnerability: once, RateFactor: yearly, Severity: lognormal,
				Then:       []loss.Stage{{ID: "fine", Probability: loss.Fixed(0.2), Severity: pert, Correlation: 0.5}},
				EventLimit: 5e6, RateTrend: 0.1, LossTrend: 0.03,
			},
			{ID: "fraud", Frequency: loss.NegativeBinomial{Mean: 4, Dispersion: 0.5}, Severity: must(dist.NewGamma(2, 2e4)), AnnualLimit: 4e5, LossFactor: yearly},
			{ID: "theft", Frequency: poisson(1), Severity: must(dist.NewGamma(2, 5e3)), EventRetention: 5e3},
			{ID: "fire", Frequency: loss.Bernoulli{Probability: loss.Fixed(0.05)}, Severity: must(dist.LogNormal90(1e5, 1e7))},
			{
				ID: "product", Frequency: loss.Multiplied{Rate: loss.Uncertain{Per: loss.Year, Dist: must(dist.NewPERT(0.5, 2, 12))}, Capability: must(dist.NewPERT(0.2, 0.5, 0.9)), Resistance: must(dist.NewPERT(0.3, 0.6, 0.95))},
				Severity: must(dist.NewPERT(20e3, 80e3, 600e3)), Then: []loss.Stage{{ID: "more", Probability: loss.Uncertain{Per: loss.Year, Dist: must(dist.NewPERT(0.05, 0.2, 0.6))}, Severity: pert}},
			},
			{ID: "own", Own: &loss.Own{Name: "a tenth", Loss: func(d *loss.Draws) float64 {
				if d.Uniform() < 0.1 {
					return 1e5 * d.Uniform()
				}
				return 0
			}}},
		},
		Links: []loss.Link{
			{On: loss.OnFrequency, Scenarios: []string{"breach", "fraud"}, Correlation: [][]float64{{1, 0.6}, {0.6, 1}}},
			{On: loss.OnAnnualLoss, Scenarios: []string{"fire", "theft"}, Correlation: [][]float64{{1, 0.5}, {0.5, 1}}, Freedom: 4},
		},
		Causes: []loss.Cause{{ID: "provider", Rate: loss.Fixed(0.3), Hits: []loss.Hit{
			{Scenario: "breach", Probability: loss.Fixed(0.5)}, {Scenario: "fraud", Probability: loss.Fixed(0.9)},
		}}},
		Layers: []loss.Layer{{ID: "policy", Scenarios: []string{"breach", "fraud", "fire"}, Retention: 1e5, Limit: 2e6, Annual: 4e6, Premium: 9e4}},
	}
}

// digest is of every bit of what a sample tells.
func digest(s loss.Sample) string {
	h := fnv.New64a()
	put := func(es ...loss.Estimate) {
		for _, e := range es {
			for _, x := range []float64{e.Value, e.Low, e.High} {
				_, _ = fmt.Fprintf(h, "%016x ", math.Float64bits(x))
			}
		}
	}
	figures := func(l loss.Losses) {
		put(l.Mean(), l.SD(), l.P0(), l.VaR(0.5), l.VaR(0.95), l.VaR(0.99), l.TVaR(0.95), l.Exceedance(1e5))
		for _, p := range l.AEP() {
			_, _ = fmt.Fprintf(h, "%016x %016x ", math.Float64bits(p.Loss), math.Float64bits(p.Probability))
		}
	}
	figures(s.Losses)
	for year := 1; ; year++ {
		l, err := s.Year(year)
		if err != nil {
			break
		}
		figures(l)
	}
	for _, c := range s.Contributions() {
		put(c.Mean)
	}
	for _, l := range s.Layers() {
		put(l.Recovery, l.Present, l.Attached, l.Exhausted)
	}
	for _, p := range s.OEP() {
		_, _ = fmt.Fprintf(h, "%016x %016x ", math.Float64bits(p.Loss), math.Float64bits(p.Probability))
	}
	return fmt.Sprintf("%016x", h.Sum64())
}

var samplings = map[string]loss.SimOptions{
	"plain":    {Sampling: loss.Plain},
	"streamed": {Sampling: loss.Plain, Streaming: true},
	"latin":    {Sampling: loss.LatinHypercube},
	"sobol":    {Sampling: loss.Sobol},
	"inner":    {Sampling: loss.Plain, Inner: 2},
}

// TestWorkersChangeNothing holds that any number of workers, and any split into
// parts that are merged in any order and have been bytes, give the same bits.
func TestWorkersChangeNothing(t *testing.T) {
	plan := must(loss.Compile(all()))
	for name, o := range samplings {
		t.Run(name, func(t *testing.T) {
			o.Trials, o.Seed, o.Largest, o.Workers = 1<<16, 7, true, 1
			whole, err := plan.Simulate(t.Context(), o)
			require.NoError(t, err)
			want := digest(whole)
			workers, splits := []int{2, 3, 8}, 2
			if name != "plain" && name != "streamed" {
				workers, splits = []int{3}, 1
			}
			for _, o.Workers = range workers {
				s, err := plan.Simulate(t.Context(), o)
				require.NoError(t, err)
				require.Equal(t, want, digest(s), "%d workers", o.Workers)
			}
			random := rand.New(rand.NewPCG(1, 2))
			blocks := whole.Provenance().Trials / 4096
			for range splits {
				cuts := []int{0, 2 * random.IntN(blocks/2), 2 * random.IntN(blocks/2), blocks}
				slices.Sort(cuts)
				cuts = slices.Compact(cuts)
				var parts []loss.Partial
				for i, from := range cuts[1:] {
					o.Blocks = [2]int{cuts[i], from}
					part, err := plan.SimulatePart(t.Context(), o)
					require.NoError(t, err)
					bytes, err := part.MarshalBinary()
					require.NoError(t, err)
					var read loss.Partial
					require.NoError(t, read.UnmarshalBinary(bytes))
					parts = append(parts, read)
				}
				random.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
				s, err := plan.Gather(parts...)
				require.NoError(t, err)
				require.Equal(t, want, digest(s), "parts %v", cuts)
				require.Equal(t, whole.Provenance(), s.Provenance())
			}
		})
	}
}

// TestMergeIsAssociative holds that it is, and commutative, to the last byte.
func TestMergeIsAssociative(t *testing.T) {
	plan := must(loss.Compile(all()))
	var parts []loss.Partial
	for i := range 3 {
		parts = append(parts, must(plan.SimulatePart(t.Context(), loss.SimOptions{Blocks: [2]int{i, i + 1}, Largest: true})))
	}
	a, b, c := parts[0], parts[1], parts[2]
	want := must(must(must(a.Merge(b)).Merge(c)).MarshalBinary())
	require.Equal(t, want, must(must(a.Merge(must(b.Merge(c)))).MarshalBinary()))
	require.Equal(t, want, must(must(must(c.Merge(a)).Merge(b)).MarshalBinary()))

	_, err := a.Merge(a)
	require.ErrorContains(t, err, "loss: partial: blocks: got 0 in both")
	other := must(plan.SimulatePart(t.Context(), loss.SimOptions{Blocks: [2]int{1, 2}, Seed: 9, Largest: true}))
	_, err = a.Merge(other)
	require.ErrorContains(t, err, "loss: partial: options")
	_, err = plan.Gather(b)
	require.ErrorContains(t, err, "loss: gather: blocks: got 1 to 2, want all from 0 on, in multiples of 16")
	_, err = plan.Gather()
	require.ErrorContains(t, err, "loss: gather: parts: got none")
	_, err = must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{typical()}})).Gather(a)
	require.ErrorContains(t, err, "loss: gather: model")
}

// TestSimulationBits holds that trials have the same bits as ever, on whichever
// platform. If they change, so does the name of the algorithm.
func TestSimulationBits(t *testing.T) {
	plan := must(loss.Compile(all()))
	var b strings.Builder
	for _, name := range []string{"plain", "streamed", "latin", "sobol", "inner"} {
		o := samplings[name]
		o.Trials, o.Seed, o.Largest = 1<<16, 7, true
		s, err := plan.Simulate(t.Context(), o)
		require.NoError(t, err)
		p := s.Provenance()
		fmt.Fprintf(&b, "%-9s %s %s\n", name, p.Algorithm, digest(s))
	}
	golden.Equal(t, "simbits.txt", b.String())
}

// FuzzPartial holds that what is read is what would be written.
func FuzzPartial(f *testing.F) {
	small := must(loss.Compile(loss.Model{
		ID: "m", Years: 2, Layers: []loss.Layer{{ID: "l", Annual: 1}},
		Scenarios: []loss.Scenario{{ID: "a", Frequency: loss.Exactly{Events: 1}, Severity: must(dist.NewConstant(2))}},
	}))
	for _, o := range []loss.SimOptions{{Streaming: true, Largest: true}, {Streaming: true, Sampling: loss.Sobol}} {
		o.Blocks = [2]int{3, 4}
		f.Add(must(must(small.SimulatePart(f.Context(), o)).MarshalBinary()))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var p loss.Partial
		if err := p.UnmarshalBinary(b); err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		require.Equal(t, b, must(p.MarshalBinary()))
		_, _ = p.Merge(p)
		_, _ = small.Gather(p)
	})
}
