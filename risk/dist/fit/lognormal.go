package fit

import (
	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// LogNormal fits [dist.LogNormal]. Where all values are known and none was cut
// off, mu and sigma are mean and standard deviation of their logarithms (with
// the divisor n), and their standard errors sigma/√n and sigma/√2n.
func LogNormal(data []Observation) (Fit, error) { return fitted(lognormal, data) }

// The coordinates are mu and log sigma.
var lognormal = family{
	name:     "lognormal",
	params:   []string{"mu", "sigma"},
	positive: []bool{false, true},
	law: func(p []float64) (law, error) {
		mu, sigma := p[0], mathx.Exp(p[1])
		d, err := dist.NewLogNormal(mu, sigma)
		return law{
			logDensity: func(_, logx float64) float64 {
				z := (logx - mu) / sigma
				return -float64(0.5*float64(z*z)) - p[1] - logx - halfLog2Pi
			},
			logSurvival: func(x float64) float64 { return logTail(d.Survival(x), (mathx.Log(x)-mu)/sigma) },
			logCDF:      func(x float64) float64 { return logTail(d.CDF(x), (mu-mathx.Log(x))/sigma) },
		}, err
	},
	starts: func(s sample) ([][]float64, []float64) {
		mu, sd, _ := s.logs()
		points := [][]float64{{mu, mathx.Log(sd)}}
		if s.truncated() { // the bulk may lie below
			points = append(points,
				[]float64{mu - float64(2*sd), mathx.Log(float64(1.5 * sd))},
				[]float64{mu - float64(8*sd), mathx.Log(float64(3 * sd))})
		}
		return points, []float64{sd, 0.5}
	},
	natural: func(p []float64, unit float64) ([]float64, [][]float64) {
		sigma := mathx.Exp(p[1])
		return []float64{p[0] + mathx.Log(unit), sigma}, [][]float64{{1, 0}, {0, sigma}}
	},
	make: func(v []float64) (dist.Dist, error) { return dist.NewLogNormal(v[0], v[1]) },
}

const halfLog2Pi = 0.918938533204672741780329736405617640

// logTail returns log p for the probability p above z of a standard normal
// variable; where that is too small, by its asymptotic expansion (Abramowitz and
// Stegun 26.2.12).
func logTail(p, z float64) float64 {
	if p > 1e-290 {
		return mathx.Log(p)
	}
	sum, y := 0.0, 1/float64(z*z)
	for k := 13.0; k >= 1; k -= 2 {
		sum = float64(-k * y * (1 + sum))
	}
	return mathx.Log1p(sum) - float64(0.5*float64(z*z)) - mathx.Log(z) - halfLog2Pi
}
