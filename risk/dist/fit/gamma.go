package fit

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// Gamma fits [dist.Gamma]. Where all values are known and none was cut off, the
// mean of the distribution is that of the values, and independent of the shape.
func Gamma(data []Observation) (Fit, error) { return fitted(gamma, data) }

// The coordinates are the logarithms of the mean and of the shape.
var gamma = family{
	name:     "gamma",
	params:   []string{"shape", "scale"},
	positive: []bool{true, true},
	law: func(p []float64) (law, error) {
		shape, scale := mathx.Exp(p[1]), mathx.Exp(p[0]-p[1])
		d, err := dist.NewGamma(shape, scale)
		l, _ := mathx.Lgamma(shape)
		density := func(x, logx float64) float64 {
			z := x / scale
			if shape > 16 { // the terms are large, and their sum is not
				if f := mathx.GammaDensity(shape, z); f > 1e-290 {
					return mathx.Log(f) - p[0] + p[1]
				}
			}
			return float64((shape-1)*(logx-p[0]+p[1])) - z - l - p[0] + p[1]
		}
		// A tail is the density times what varies slowly.
		tail := func(x, probability float64, factor func(a, x float64) float64) float64 {
			if probability > 1e-290 {
				return mathx.Log(probability)
			}
			return density(x, mathx.Log(x)) + mathx.Log(float64(scale*factor(shape, x/scale)))
		}
		return law{
			logDensity:  density,
			logSurvival: func(x float64) float64 { return tail(x, d.Survival(x), upperFactor) },
			logCDF:      func(x float64) float64 { return tail(x, d.CDF(x), lowerFactor) },
		}, err
	},
	starts: func(s sample) ([][]float64, []float64) {
		logs, sd, mean := s.logs()
		// Minka, Estimating a Gamma distribution, 2002: the shape from what the
		// logarithm of the mean is above the mean of the logarithms.
		above := max(mathx.Log(mean)-logs, 1e-12)
		root := math.Sqrt(float64((above-3)*(above-3)) + float64(24*above))
		shape := max((3-above+root)/float64(12*above), 1e-3)
		points := [][]float64{{mathx.Log(mean), mathx.Log(shape)}}
		if s.truncated() {
			points = append(points, []float64{mathx.Log(mean) - 1, mathx.Log(shape) - 1})
		}
		return points, []float64{min(sd, 1), 0.5}
	},
	natural: func(p []float64, unit float64) ([]float64, [][]float64) {
		shape, scale := mathx.Exp(p[1]), float64(unit*mathx.Exp(p[0]-p[1]))
		return []float64{shape, scale}, [][]float64{{0, shape}, {scale, -scale}}
	},
	make: func(v []float64) (dist.Dist, error) { return dist.NewGamma(v[0], v[1]) },
}

// upperFactor returns Q(a, x) over the density at x, far above a: Legendre's
// continued fraction (Abramowitz and Stegun 6.5.31) from its end.
func upperFactor(a, x float64) float64 {
	const depth = 100
	under := x + 2*depth + 1 - a
	for k := float64(depth); k > 0; k-- {
		under = x + float64(2*k) - 1 - a - float64(k*(k-a))/under
	}
	return x / under
}

// lowerFactor returns P(a, x) over the density at x, below a: the series of
// Abramowitz and Stegun 6.5.29.
func lowerFactor(a, x float64) float64 {
	sum, term := 0.0, x/a
	for k := 1.0; k < 1000 && term > float64(1e-17*sum); k++ {
		sum += term
		term = float64(term * (x / (a + k)))
	}
	return sum
}
