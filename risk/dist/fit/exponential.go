package fit

import (
	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// Exponential fits [dist.Exponential]. Where nothing is known by an interval,
// the mean is the sum of all values and limits, each less its threshold, over
// the number of values; its standard error is the mean over the root of that
// number.
func Exponential(data []Observation) (Fit, error) { return fitted(exponential, data) }

// The coordinate is the logarithm of the mean.
var exponential = family{
	name:     "exponential",
	params:   []string{"mean"},
	positive: []bool{true},
	law: func(p []float64) (law, error) {
		mean := mathx.Exp(p[0])
		_, err := dist.NewExponential(mean)
		return law{
			logDensity:  func(x, _ float64) float64 { return -x/mean - p[0] },
			logSurvival: func(x float64) float64 { return -x / mean },
			logCDF:      func(x float64) float64 { return logLess(-x / mean) },
		}, err
	},
	starts: func(s sample) ([][]float64, []float64) {
		_, _, mean := s.logs()
		return [][]float64{{mathx.Log(mean)}}, []float64{0.5}
	},
	natural: func(p []float64, unit float64) ([]float64, [][]float64) {
		mean := float64(unit * mathx.Exp(p[0]))
		return []float64{mean}, [][]float64{{mean}}
	},
	make: func(v []float64) (dist.Dist, error) { return dist.NewExponential(v[0]) },
}
