package fit

import (
	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// Weibull fits [dist.Weibull].
func Weibull(data []Observation) (Fit, error) { return fitted(weibull, data) }

// The coordinates are the logarithms of the scale and of the shape.
var weibull = family{
	name:     "weibull",
	params:   []string{"shape", "scale"},
	positive: []bool{true, true},
	law: func(p []float64) (law, error) {
		shape := mathx.Exp(p[1])
		_, err := dist.NewWeibull(shape, mathx.Exp(p[0]))
		hazard := func(logx float64) float64 { return mathx.Exp(float64(shape * (logx - p[0]))) }
		return law{
			logDensity: func(_, logx float64) float64 {
				return p[1] - p[0] + float64((shape-1)*(logx-p[0])) - hazard(logx)
			},
			logSurvival: func(x float64) float64 { return -hazard(mathx.Log(x)) },
			logCDF: func(x float64) float64 {
				logx := mathx.Log(x)
				if h := hazard(logx); h > 1e-20 {
					return logLess(-h)
				}
				return float64(shape * (logx - p[0]))
			},
		}, err
	},
	starts: func(s sample) ([][]float64, []float64) {
		// The logarithm of a Weibull variable has the standard deviation
		// π/√6/shape, and its mean is Euler's constant/shape below log scale.
		mean, sd, _ := s.logs()
		points := [][]float64{{mean + float64(0.45*sd), mathx.Log(1.28255 / sd)}}
		if s.truncated() {
			points = append(points, []float64{mean - sd, mathx.Log(1.28255/sd) - 1})
		}
		return points, []float64{sd, 0.5}
	},
	natural: func(p []float64, unit float64) ([]float64, [][]float64) {
		shape, scale := mathx.Exp(p[1]), float64(unit*mathx.Exp(p[0]))
		return []float64{shape, scale}, [][]float64{{0, shape}, {scale, 0}}
	},
	make: func(v []float64) (dist.Dist, error) { return dist.NewWeibull(v[0], v[1]) },
}
