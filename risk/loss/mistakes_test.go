package loss_test

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// What other tools get wrong, that no other test here is about:
// docs/quant/mistakes.md lists them all.

// TestEqualScenariosAreIndependent: two scenarios that say the same do not lose
// at the same time, as they do with one seed for both.
func TestEqualScenariosAreIndependent(t *testing.T) {
	one, other := typical(), typical()
	other.ID = "other"
	alone, both := exact(t, loss.ExactOptions{}, one), exact(t, loss.ExactOptions{}, one, other)
	holds(t, "mean", 2*alone.Mean().Value, both.Mean(), 1e-14)
	holds(t, "sd", math.Sqrt2*alone.SD().Value, both.SD(), 1e-14) // 2 with equal seeds
	require.Less(t, both.VaR(0.99).Value, 0.8*2*alone.VaR(0.99).Value)

	s := simulated(t, loss.Model{ID: "m", Scenarios: []loss.Scenario{one, other}}, loss.SimOptions{Trials: 1 << 18, Seed: 1})
	require.InEpsilon(t, both.SD().Value, s.SD().Value, 0.05)
	require.InEpsilon(t, both.VaR(0.99).Value, s.VaR(0.99).Value, 0.02)
}

// TestShortfallOfRareLosses: where a year without loss is more likely than p, the
// worst 1-p of years hold all of the mean. The mean of all losses at or above
// VaR = 0 is 100 times less.
func TestShortfallOfRareLosses(t *testing.T) {
	r := exact(t, loss.ExactOptions{}, loss.Scenario{
		ID: "s", Frequency: loss.Bernoulli{Probability: loss.Fixed(0.005)}, Severity: must(dist.LogNormal90(20e3, 1e6)),
	})
	holds(t, "VaR", 0, r.VaR(0.99), 0)
	holds(t, "TVaR", 100*r.Mean().Value, r.TVaR(0.99), 1e-14)
}

// TestShortfallIsNotBinned: on a heavy tail, the mean of what is above VaR, taken
// from the middles of bins of equal width, is another number.
func TestShortfallIsNotBinned(t *testing.T) {
	v := readVectors(t).Models[5]
	require.Contains(t, v.ID, "very heavy")
	r := exact(t, loss.ExactOptions{}, v.Parts[0].scenario(t, "s"))
	const bins = 100
	width, p := r.VaR(0.999).Value/bins, 0.95
	sum, share := 0.0, 0.0
	for i := range bins {
		low, high := float64(i)*width, float64(i+1)*width
		if high <= r.VaR(p).Value {
			continue
		}
		in := r.Exceedance(low).Value - r.Exceedance(high).Value
		sum, share = sum+in*(low+high)/2, share+in
	}
	want := v.TVaR["0.95"]
	holds(t, "TVaR", want, r.TVaR(p), 1e-6, v.TVaRError["0.95"])
	require.Greater(t, math.Abs(sum/share/want-1), 0.3, "binned: %v", sum/share)
}

// TestOneDistribution: all figures are of one distribution, that is not drawn
// anew for each.
func TestOneDistribution(t *testing.T) {
	r := exact(t, loss.ExactOptions{}, typical())
	before := 0.0
	for i := range 999 {
		p := float64(i+1) / 1000
		x, tail, again := r.VaR(p).Value, r.TVaR(p).Value, r.VaR(p).Value
		require.GreaterOrEqual(t, x, before)
		require.Greater(t, tail, x)
		require.Equal(t, math.Float64bits(x), math.Float64bits(again))
		if x > 0 {
			require.InDelta(t, 1-p, r.Exceedance(x).Value, 1e-6)
		}
		before = x
	}
}

// TestStagesAdd: what follows an event is added to it, never multiplied.
func TestStagesAdd(t *testing.T) {
	constant := func(x float64) dist.Dist { return must(dist.NewConstant(x)) }
	r := exact(t, loss.ExactOptions{}, loss.Scenario{
		ID: "s", Frequency: loss.Exactly{Events: 1}, Severity: constant(100),
		Then: []loss.Stage{
			{ID: "fine", Probability: loss.Fixed(1), Severity: constant(10)},
			{ID: "notice", Probability: loss.Fixed(0.25), Severity: constant(20)},
		},
	})
	holds(t, "mean", 115, r.Mean(), 1e-14)
	holds(t, "VaR 50", 110, r.VaR(0.5), 1e-14)
	holds(t, "VaR 80", 130, r.VaR(0.8), 1e-14)
	holds(t, "more than 110", 0.25, r.Exceedance(110), 1e-12)
}

// TestMixturesAreWhole: a mixture is as good as a process for each of its parts.
func TestMixturesAreWhole(t *testing.T) {
	small, large := must(dist.LogNormal90(1e3, 2e4)), must(dist.LogNormal90(1e5, 5e6))
	mixed := loss.Scenario{ID: "mixed", Frequency: poisson(4), Severity: must(dist.NewMixture([]float64{3, 1}, []dist.Dist{small, large}))}
	r := exact(t, loss.ExactOptions{}, mixed)
	parts := exact(t, loss.ExactOptions{},
		loss.Scenario{ID: "small", Frequency: poisson(3), Severity: small}, loss.Scenario{ID: "large", Frequency: poisson(1), Severity: large})
	holds(t, "mean", parts.Mean().Value, r.Mean(), 1e-12)
	holds(t, "sd", parts.SD().Value, r.SD(), 1e-12)
	for _, p := range []float64{0.5, 0.95, 0.99} {
		holds(t, "VaR", parts.VaR(p).Value, r.VaR(p), 2e-6)
	}
	first := exact(t, loss.ExactOptions{}, loss.Scenario{ID: "first", Frequency: poisson(4), Severity: small})
	require.Greater(t, r.VaR(0.95).Value, 10*first.VaR(0.95).Value)
}

// TestMeanOfAnUncertainRate: it is the mean that counts, not the mode.
func TestMeanOfAnUncertainRate(t *testing.T) {
	rate := must(dist.NewPERT(0.5, 2, 12))
	severity := must(dist.LogNormal90(20e3, 1e6))
	r := exact(t, loss.ExactOptions{}, loss.Scenario{
		ID: "s", Frequency: loss.Poisson{Rate: loss.Uncertain{Per: loss.Year, Dist: rate}}, Severity: severity,
	})
	holds(t, "mean", (0.5+4*2+12)/6*severity.Mean(), r.Mean(), 1e-12)
}

// TestTenThousandIterations: what they leave open of VaR, with 95 % confidence, is
// √(p(1-p)/n) over the density there.
func TestTenThousandIterations(t *testing.T) {
	r := exact(t, loss.ExactOptions{At: []float64{0.9995}}, typical())
	for p, want := range map[float64]float64{0.95: 0.034, 0.99: 0.063, 0.999: 0.176} {
		x := r.VaR(p).Value
		step := 0.01 * x
		density := (r.Exceedance(x-step).Value - r.Exceedance(x+step).Value) / (2 * step)
		require.InDelta(t, want, 1.96*math.Sqrt(p*(1-p)/10_000)/density/x, 0.002, "VaR %v", p)
	}
}

// TestMistakes: the tests that the page names are there.
func TestMistakes(t *testing.T) {
	var tests strings.Builder
	for _, pattern := range []string{"*_test.go", "../fair/*_test.go", "../dist/*_test.go"} {
		for _, name := range must(filepath.Glob(pattern)) {
			tests.Write(must(os.ReadFile(name)))
		}
	}
	named := regexp.MustCompile("`(Test\\w+)`").FindAllStringSubmatch(string(must(os.ReadFile("../../docs/quant/mistakes.md"))), -1)
	require.Greater(t, len(named), 30)
	for _, name := range named {
		require.Contains(t, tests.String(), "func "+name[1]+"(t *testing.T)")
	}
}
