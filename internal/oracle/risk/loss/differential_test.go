package loss_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/stretchr/testify/require"
)

// Both engines agree on models that nobody chose. ISMSKIT_MODELS is how many are
// tried; each is made from its number.
func TestDifferential(t *testing.T) {
	models := 8
	if text := os.Getenv("ISMSKIT_MODELS"); text != "" {
		models = must(strconv.Atoi(text))
	}
	for i := range models {
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			plan := must(loss.Compile(anyOf(uint64(i)).model()))
			r, err := plan.Exact(t.Context(), loss.ExactOptions{Tolerance: 1e-3})
			if err != nil {
				t.Log(err) // it says that it cannot
				return
			}
			s := must(plan.Simulate(t.Context(), loss.SimOptions{Trials: 1 << 17, Seed: 1}))
			for _, a := range s.Against(r) {
				within := a.Exact.High - a.Exact.Low
				if off := a.Sampled.Value - a.Exact.Value; off*off <= within*within {
					continue // what the exact engine leaves open
				}
				require.LessOrEqual(t, a.Distance, 4.5, "%s: exact %v, sampled %v", a.Figure, a.Exact, a.Sampled)
			}
		})
	}
}

// A source of models.
type source struct{ *rand.Rand }

func anyOf(n uint64) source { return source{rand.New(rand.NewPCG(n, 77))} }

func (g source) in(a, b float64) float64 { return a + float64((b-a)*g.Float64()) }

// maybe returns a number from a to b, or as a rule 0.
func (g source) maybe(a, b float64) float64 {
	if x := g.in(a, b); g.IntN(4) == 0 {
		return x
	}
	return 0
}

func (g source) model() loss.Model {
	m := loss.Model{ID: "any", Years: 1 + g.IntN(2), Discount: g.maybe(0, 0.1)}
	for i := range 1 + g.IntN(3) {
		s := loss.Scenario{
			ID: strconv.Itoa(i), Frequency: g.frequency(), Severity: g.severity(),
			EventRetention: g.maybe(0.2, 4), EventLimit: g.maybe(2, 12), LossTrend: g.maybe(-0.2, 0.3),
			AnnualRetention: g.maybe(0.2, 6), AnnualLimit: g.maybe(4, 40),
		}
		if g.IntN(3) == 0 {
			s.Vulnerability = g.probability()
		}
		for j := range g.IntN(5) / 3 {
			s.Then = append(s.Then, loss.Stage{ID: fmt.Sprint("then", j), Probability: g.probability(), Severity: g.severity()})
		}
		m.Scenarios = append(m.Scenarios, s)
	}
	return m
}

func (g source) frequency() loss.Frequency {
	switch g.IntN(7) {
	case 0:
		return loss.NegativeBinomial{Mean: g.in(0.1, 4), Dispersion: g.in(0.05, 2)}
	case 1:
		return loss.Binomial{Trials: 1 + g.IntN(6), Probability: g.probability()}
	case 2:
		return loss.Bernoulli{Probability: g.probability()}
	case 3:
		return loss.Exactly{Events: g.IntN(4)}
	case 4:
		return loss.Poisson{Rate: loss.Uncertain{Per: loss.Year, Dist: must(dist.NewGamma(g.in(0.7, 3), 1))}}
	default:
		return loss.Poisson{Rate: loss.Fixed(g.in(0.02, 4))}
	}
}

func (g source) probability() loss.Uncertain {
	if g.IntN(3) > 0 {
		return loss.Fixed(g.in(0.05, 0.95))
	}
	return loss.Uncertain{Per: loss.Event, Dist: must(dist.NewBeta(g.in(0.8, 4), g.in(0.8, 4)))}
}

func (g source) severity() dist.Dist {
	switch g.IntN(8) {
	case 0:
		return must(dist.NewPERT(0, g.in(1, 5), g.in(6, 30)))
	case 1:
		return must(dist.NewConstant(g.in(0.5, 10)))
	case 2:
		return must(dist.NewPareto(g.in(0.5, 3), g.in(4.5, 6))) // SD has an error: the fourth moment is finite
	case 3:
		return must(dist.NewHistogram([]float64{0, 1, 3, 10}, []float64{2, 1, 1}))
	case 4:
		return must(dist.NewTruncated(must(dist.NewLogNormal(1, 1.5)), 0.1, 40))
	case 5:
		return must(dist.NewMixture([]float64{0.3, 0.7}, []dist.Dist{must(dist.NewConstant(0)), must(dist.NewExponential(2))}))
	default:
		return must(dist.NewLogNormal(g.in(-1, 3), g.in(0.2, 1.6)))
	}
}
