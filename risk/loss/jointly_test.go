package loss_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// counted returns a model of two Poisson scenarios whose events cost what is
// given.
func counted(rates, amounts [2]float64) loss.Model {
	m := loss.Model{ID: "jointly"}
	for i, id := range []string{"a", "b"} {
		m.Scenarios = append(m.Scenarios, loss.Scenario{
			ID: id, Frequency: loss.Poisson{Rate: loss.Fixed(rates[i])}, Severity: must(dist.NewConstant(amounts[i])),
		})
	}
	return m
}

// correlation is that of the normal variables behind the numbers of events.
const correlation = 0.6

// both returns P(X ≤ x, Y ≤ y) of normal variables with that correlation r: the
// integral of φ(u) Φ((y - r u)/√(1-r²)) up to x, by Simpson's rule.
func both(x, y float64) float64 {
	const r = correlation
	if math.IsInf(x, -1) || math.IsInf(y, -1) {
		return 0
	}
	const low, n = -9.0, 4000
	x = min(x, 9)
	sum, step := 0.0, (x-low)/n
	for i := range n + 1 {
		u := low + step*float64(i)
		f := math.Exp(-u*u/2) / math.Sqrt(2*math.Pi) * mathx.NormCDF((y-r*u)/math.Sqrt(1-r*r))
		switch {
		case i == 0 || i == n:
			sum += f
		case i%2 == 1:
			sum += 4 * f
		default:
			sum += 2 * f
		}
	}
	return sum * step / 3
}

// Numbers of events by a Gaussian copula: P(N₁ = j, N₂ = k) is the probability of
// a rectangle of two normal variables.
func TestCopulaOfCounts(t *testing.T) {
	const r = correlation
	rates, amounts := [2]float64{0.5, 1.2}, [2]float64{1, 10}
	m := counted(rates, amounts)
	m.Links = []loss.Link{{On: loss.OnFrequency, Scenarios: []string{"a", "b"}, Correlation: [][]float64{{1, r}, {r, 1}}}}
	s := must(must(loss.Compile(m)).Simulate(context.Background(), loss.SimOptions{Trials: 1 << 18, Seed: 4}))

	const most = 12
	var below [2][most + 1]float64 // Φ⁻¹(P(N < k))
	for i, rate := range rates {
		n := must(dist.NewPoisson(rate))
		below[i][0] = math.Inf(-1)
		for k := range most {
			below[i][k+1] = mathx.NormQuantile(n.CDF(k))
		}
	}
	more, none := map[float64]float64{0: 0, 5: 0, 11: 0, 22: 0}, 0.0
	for j := range most {
		for k := range most {
			p := both(below[0][j+1], below[1][k+1]) - both(below[0][j], below[1][k+1]) -
				both(below[0][j+1], below[1][k]) + both(below[0][j], below[1][k])
			lost := float64(j)*amounts[0] + float64(k)*amounts[1]
			for x := range more {
				if lost > x {
					more[x] += p
				}
			}
			if lost == 0 {
				none = p
			}
		}
	}
	near(t, "none", none, s.P0())
	for x, p := range more {
		near(t, "more", p, s.Exceedance(x))
	}
	near(t, "mean", rates[0]*amounts[0]+rates[1]*amounts[1], s.Mean())
	require.Greater(t, none, 1.3*math.Exp(-rates[0]-rates[1]), "independent numbers would fail")
}

// A layer with an annual limit over two scenarios of known amounts: what is left
// depends on the numbers of events alone.
func TestLayerOverTwo(t *testing.T) {
	rates, amounts := [2]float64{0.8, 0.6}, [2]float64{100, 250}
	l := loss.Layer{ID: "policy", Retention: 50, Limit: 150, Annual: 300, Premium: 60}
	m := counted(rates, amounts)
	m.Layers = []loss.Layer{l}
	s := must(must(loss.Compile(m)).Simulate(context.Background(), loss.SimOptions{Trials: 1 << 18, Seed: 5}))

	a, b := must(dist.NewPoisson(rates[0])), must(dist.NewPoisson(rates[1]))
	mean, square, recovered, attached, exhausted, over := 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
	for j := range 30 {
		for k := range 30 {
			p := a.P(j) * b.P(k)
			borne := min(50*float64(j)+150*float64(k), l.Annual)
			left := amounts[0]*float64(j) + amounts[1]*float64(k) - borne
			mean += p * left
			square += p * left * left
			recovered += p * borne
			if borne > 0 {
				attached += p
			}
			if borne == l.Annual {
				exhausted += p
			}
			if left > 150 {
				over += p
			}
		}
	}
	near(t, "mean", mean, s.Mean())
	near(t, "SD", math.Sqrt(square-mean*mean), s.SD())
	near(t, "over", over, s.Exceedance(150))
	require.Len(t, s.Layers(), 1)
	of := s.Layers()[0]
	near(t, "recovery", recovered, of.Recovery)
	near(t, "attached", attached, of.Attached)
	near(t, "exhausted", exhausted, of.Exhausted)
	require.InDelta(t, of.Recovery.Value-60, of.Net, 1e-9)
}
