package dist_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
)

func made[T dist.Dist](d T, err error) (dist.Dist, error) { return d, err }

// constructors are those of numbers alone.
var constructors = []func(a, b, c, e float64) (dist.Dist, error){
	func(a, _, _, _ float64) (dist.Dist, error) { return made(dist.NewConstant(a)) },
	func(a, b, _, _ float64) (dist.Dist, error) { return made(dist.NewUniform(a, b)) },
	func(a, b, c, _ float64) (dist.Dist, error) { return made(dist.NewTriangular(a, b, c)) },
	func(a, b, c, e float64) (dist.Dist, error) { return made(dist.NewPERTShape(a, b, c, e)) },
	func(a, b, c, e float64) (dist.Dist, error) { return made(dist.NewVosePERTShape(a, b, c, e)) },
	func(a, b, c, e float64) (dist.Dist, error) { return made(dist.NewBetaBetween(a, b, c, e)) },
	func(a, b, _, _ float64) (dist.Dist, error) { return made(dist.NewNormal(a, b)) },
	func(a, b, c, e float64) (dist.Dist, error) { return made(dist.NewTruncatedNormal(a, b, c, e)) },
	func(a, b, _, _ float64) (dist.Dist, error) { return made(dist.NewLogNormal(a, b)) },
	func(a, b, _, _ float64) (dist.Dist, error) { return made(dist.NewLogNormalMean(a, b)) },
	func(a, b, c, e float64) (dist.Dist, error) { return made(dist.NewLogNormalQuantiles(a, b, c, e)) },
	func(a, b, _, _ float64) (dist.Dist, error) { return made(dist.LogNormal90(a, b)) },
	func(a, b, _, _ float64) (dist.Dist, error) { return made(dist.NewGamma(a, b)) },
	func(a, b, _, _ float64) (dist.Dist, error) { return made(dist.NewWeibull(a, b)) },
	func(a, _, _, _ float64) (dist.Dist, error) { return made(dist.NewExponential(a)) },
	func(a, b, _, _ float64) (dist.Dist, error) { return made(dist.NewPareto(a, b)) },
	func(a, b, _, _ float64) (dist.Dist, error) { return made(dist.NewLomax(a, b)) },
	func(a, b, c, _ float64) (dist.Dist, error) { return made(dist.NewGeneralizedPareto(a, b, c)) },
	func(a, b, c, _ float64) (dist.Dist, error) { return made(dist.NewBurr(a, b, c)) },
}

// FuzzConstructors holds that whatever parameters are accepted make a
// distribution, however strange.
func FuzzConstructors(f *testing.F) {
	for i := range constructors {
		f.Add(byte(i), 0.5, 2.0, 12.0, 4.0, 0.25)
		f.Add(byte(i), 1.0, 1.0, 1e300, 1e-300, 1e-300)
		f.Add(byte(i), -1e-310, 1e-3, 1e-3, 1e5, 0.999)
	}
	f.Fuzz(func(t *testing.T, i byte, a, b, c, e, p float64) {
		d, err := constructors[int(i)%len(constructors)](a, b, c, e)
		if err != nil || !(p >= 0 && p <= 1) {
			return
		}
		sound(t, d, p)
	})
}

// sound holds what is true of every distribution at every probability.
func sound(t *testing.T, d dist.Dist, p float64) {
	t.Helper()
	low, high := d.Support()
	mean := d.Mean()
	require.True(t, low <= mean && mean <= high, "%s: mean %g", d, mean)
	if v := d.Variance(); !math.IsNaN(v) {
		require.GreaterOrEqual(t, v, 0.0, "%s: variance", d)
	}
	for _, x := range []float64{d.Quantile(p), d.Upper(p)} {
		require.True(t, low <= x && x <= high, "%s at %g: %g", d, p, x)
		require.InDelta(t, 1, d.CDF(x)+d.Survival(x), 1e-9, "%s at %g", d, x)
		require.GreaterOrEqual(t, d.Density(x), 0.0, "%s: density at %g", d, x)
		m := d.LimitedMean(x)
		require.True(t, m <= math.Nextafter(x, math.Inf(1)) && m >= math.Nextafter(low, math.Inf(-1)), "%s: limited mean at %g is %g", d, x, m)
	}
}
