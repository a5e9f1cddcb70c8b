package fit

import (
	"math"
	"strconv"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// leastShape bounds the shape of a generalized Pareto distribution: from -½
// down its end is so near to the largest value that standard errors are not
// what they are elsewhere (Smith, Biometrika 72, 1985), and below -1 the
// likelihood has no bound.
const leastShape = -0.5

// GeneralizedPareto fits [dist.GeneralizedPareto] to what exceeds a threshold,
// at least 0. Values up to the threshold are left out; an interval may not
// contain it. The distribution says nothing of how many values exceed the
// threshold: that is a frequency.
//
// The threshold is a choice: high enough for the tail to have its form, low
// enough to leave data. Fit over several, and see whether the shape stays.
func GeneralizedPareto(threshold float64, data []Observation) (Fit, error) {
	const name = "gpd"
	if !(threshold >= 0 && finite(threshold)) {
		return Fit{}, &Error{name, "threshold", number(threshold), "a finite number of at least 0"}
	}
	all, err := sorted(name, data)
	if err != nil {
		return Fit{}, err
	}
	var over, excesses []Observation
	for _, o := range all {
		switch {
		case o.High <= threshold || o.Low == threshold && math.IsInf(o.High, 1):
			continue
		case o.Low < threshold:
			return Fit{}, &Error{name, "data", "a value between " + number(o.Low) + " and " + number(o.High), "intervals on one side of the threshold " + number(threshold)}
		}
		over = append(over, o)
		o.Threshold = max(o.Threshold-threshold, 0)
		o.Low, o.High = o.Low-threshold, o.High-threshold
		excesses = append(excesses, o)
	}
	if len(over) == 0 {
		return Fit{}, &Error{name, "data", "0 observations above the threshold", "3 at least"}
	}
	for i := range over {
		over[i].Threshold = max(over[i].Threshold, threshold)
	}
	return gpd(threshold).fit(over, newSample(excesses))
}

// The coordinates are log scale and the shape, for excesses of the threshold.
func gpd(threshold float64) family {
	return family{
		name:     "gpd",
		params:   []string{"scale", "shape"},
		positive: []bool{true, false},
		law:      excess,
		starts: func(s sample) ([][]float64, []float64) {
			_, _, mean := s.logs()
			at := func(shape float64) []float64 { return []float64{mathx.Log(float64(mean * max(1-shape, 0.3))), shape} }
			return [][]float64{at(0.1), at(0.7), at(-0.2)}, []float64{0.5, 0.2}
		},
		natural: func(p []float64, unit float64) ([]float64, [][]float64) {
			scale := float64(unit * mathx.Exp(p[0]))
			return []float64{scale, p[1]}, [][]float64{{scale, 0}, {0, 1}}
		},
		make: func(v []float64) (dist.Dist, error) { return dist.NewGeneralizedPareto(threshold, v[0], v[1]) },
	}
}

// excess returns the law of excesses at a point.
func excess(p []float64) (law, error) {
	scale, shape := mathx.Exp(p[0]), p[1]
	_, err := dist.NewGeneralizedPareto(0, scale, shape)
	if err == nil && shape <= leastShape {
		err = &Error{"gpd", "data", strconv.FormatFloat(shape, 'g', 3, 64), "a shape above -0.5"}
	}
	hazard := func(x float64) float64 {
		z := x / scale
		if shape == 0 {
			return z
		}
		return mathx.Log1p(max(float64(shape*z), -1)) / shape
	}
	return law{
		logDensity: func(x, _ float64) float64 {
			if h := hazard(x); !math.IsInf(h, 1) {
				return -p[0] - float64((1+shape)*h)
			}
			return impossible
		},
		logSurvival: func(x float64) float64 { return -hazard(x) },
		logCDF:      func(x float64) float64 { return logLess(-hazard(x)) },
	}, err
}
