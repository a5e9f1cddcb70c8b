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
		return law{
			Dist: d,
			logDensity: func(x, logx float64) float64 {
				z := x / scale
				if shape > 16 { // the terms are large, and their sum is not
					if f := mathx.GammaDensity(shape, z); f > 1e-290 {
						return mathx.Log(f) - p[0] + p[1]
					}
				}
				return float64((shape-1)*(logx-p[0]+p[1])) - z - l - p[0] + p[1]
			},
			logSurvival: func(x float64) float64 { return mathx.Log(d.Survival(x)) },
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
