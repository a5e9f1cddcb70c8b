package loss

import (
	"fmt"
	"math"

	"github.com/ismskit/ismskit/risk/dist"
)

// scaled is a distribution with amounts, or rates, multiplied by a factor above
// 0.
type scaled struct {
	of     dist.Dist
	factor float64
}

// times returns d scaled by a factor.
func times(d dist.Dist, factor float64) dist.Dist {
	if factor == 1 {
		return d
	}
	return scaled{d, factor}
}

func (d scaled) CDF(x float64) float64      { return d.of.CDF(x / d.factor) }
func (d scaled) Survival(x float64) float64 { return d.of.Survival(x / d.factor) }
func (d scaled) Quantile(p float64) float64 { return float64(d.of.Quantile(p) * d.factor) }
func (d scaled) Upper(q float64) float64    { return float64(d.of.Upper(q) * d.factor) }
func (d scaled) Density(x float64) float64  { return d.of.Density(x/d.factor) / d.factor }
func (d scaled) Mean() float64              { return float64(d.of.Mean() * d.factor) }
func (d scaled) Variance() float64          { return float64(float64(d.of.Variance()*d.factor) * d.factor) }

func (d scaled) LimitedMean(x float64) float64 {
	return float64(d.of.LimitedMean(x/d.factor) * d.factor)
}

func (d scaled) Support() (low, high float64) {
	low, high = d.of.Support()
	return float64(low * d.factor), float64(high * d.factor)
}

func (d scaled) Atoms() []dist.Atom {
	all := atomsOf(d.of)
	for i := range all {
		all[i].At = float64(all[i].At * d.factor)
	}
	return all
}

func (d scaled) Kinks() []float64 {
	all := kinksOf(d.of)
	for i := range all {
		all[i] = float64(all[i] * d.factor)
	}
	return all
}

func (d scaled) String() string { return fmt.Sprintf("%v × %s", d.factor, d.of) }

func atomsOf(d dist.Dist) []dist.Atom {
	if a, ok := d.(dist.Atomic); ok {
		return a.Atoms()
	}
	return nil
}

func kinksOf(d dist.Dist) []float64 {
	if k, ok := d.(dist.Kinked); ok {
		return k.Kinks()
	}
	return nil
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
