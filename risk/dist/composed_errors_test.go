package dist_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
)

func TestComposedErrors(t *testing.T) {
	for text, want := range map[string]string{
		"metalog(p=[0.1], x=[1])":                                        "dist: at byte 0: metalog: terms: got 1, want 2 to 16, as many as quantiles if not said",
		"metalog(p=[0.1, 0.9], x=[1, 2], terms=3)":                       "dist: at byte 10: metalog: p: got 2 numbers, want at least 3, as many as terms",
		"metalog(p=[0.1, 0.9], x=[1])":                                   "dist: at byte 24: metalog: x: got 1 numbers, want 2, as many as in p",
		"metalog(p=[0.9, 0.1], x=[1, 2])":                                "dist: at byte 16: metalog: p/1: got 0.1, want a probability above 0.9, below 1",
		"metalog(p=[0.1, 0.9], x=[2, 1])":                                "dist: at byte 28: metalog: x/1: got 1, want a number above 2",
		"metalog(p=[0.1, 0.9], x=[2, 3], min=2)":                         "dist: at byte 25: metalog: x/0: got 2, want a number above 2",
		"metalog(p=[0.1, 0.9], x=[2, 3], max=2.5)":                       "dist: at byte 28: metalog: x/1: got 3, want a number below max 2.5",
		"metalog(p=[0.05, 0.25, 0.5, 0.75, 0.95], x=[1, 3, 4, 4.1, 12])": "dist: at byte 43: metalog: x: got a density that is not above 0 between the probabilities 0.518 and 0.664, want quantiles that 5 terms can follow, or fewer terms",
		"metalogspt(alpha=0.5, low=1, median=2, high=3)":                 "dist: at byte 17: metalogspt: alpha: got 0.5, want a probability between 0 and 0.5",
		"metalogspt(alpha=0.1, low=1, median=2, high=1.5)":               "dist: at byte 44: metalogspt: high: got 1.5, want a number above 2",
		"empirical(values=[])":                                           "dist: at byte 17: empirical: values: got none, want one at least",
		"empirical(values=[1], weights=[1, 2])":                          "dist: at byte 30: empirical: weights: got 2 numbers, want 1, one for each value",
		"empirical(values=[1, 2], weights=[1, 0])":                       "dist: at byte 37: empirical: weights/1: got 0, want a number above 0",
		"histogram(edges=[1], weights=[])":                               "dist: at byte 16: histogram: edges: got 1 numbers, want two at least",
		"histogram(edges=[1, 1], weights=[3])":                           "dist: at byte 20: histogram: edges/1: got 1, want a number above 1",
		"histogram(edges=[1, 2], weights=[0])":                           "dist: at byte 33: histogram: weights/0: got 0, want a number above 0: without it the support would end elsewhere",
		"histogram(edges=[1, 2, 3, 4], weights=[1, -1, 1])":              "dist: at byte 42: histogram: weights/1: got -1, want a number of at least 0",
		"mixture(weights=[], of=[])":                                     "dist: at byte 23: mixture: of: got none, want one distribution at least",
		"mixture(weights=[1, 2], of=[constant(value=1)])":                "dist: at byte 16: mixture: weights: got 2 numbers, want 1, one for each distribution",
		"truncated(of=uniform(min=0, max=1), min=2, max=1)":              "dist: at byte 47: truncated: max: got 1, want a number from min 2 on, or math.Inf(1) for an open end",
		"truncated(of=uniform(min=0, max=1), min=2)":                     "dist: at byte 40: truncated: min: got 2, want bounds with a probability of at least 1e-290 between them",
		"shifted(of=uniform(min=0, max=1), by=1e20)":                     "dist: at byte 37: shifted: by: got 1e+20, want a number that does not make all values the same",
		"scaled(of=uniform(min=0, max=1e30), by=1e290)":                  "dist: at byte 39: scaled: by: got 1e+290, want a number that keeps the distribution finite",
		"scaled(of=uniform(min=0, max=1), by=-1)":                        "dist: at byte 36: scaled: by: got -1, want a number above 0",
	} {
		t.Run(text, func(t *testing.T) {
			d, err := dist.Parse(text)
			require.EqualError(t, err, want)
			require.Nil(t, d)
		})
	}
}

func TestComposedWithoutBase(t *testing.T) {
	_, err := dist.NewTruncated(nil, 0, 1)
	require.EqualError(t, err, "dist: truncated: of: got nothing, want a distribution")
	_, err = dist.NewShifted(nil, 1)
	require.EqualError(t, err, "dist: shifted: of: got nothing, want a distribution")
	_, err = dist.NewScaled(nil, 1)
	require.EqualError(t, err, "dist: scaled: of: got nothing, want a distribution")
	_, err = dist.NewMixture([]float64{1}, []dist.Dist{nil})
	require.EqualError(t, err, "dist: mixture: of/0: got nothing, want a distribution")
	_, err = dist.NewMetalog([]float64{0.1, 0.9}, []float64{1, 2}, math.NaN(), 3)
	require.EqualError(t, err, "dist: metalog: min: got NaN, want a finite number, or math.Inf(-1) for an open end")
}
