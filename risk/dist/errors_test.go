package dist_test

import (
	"errors"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
)

func failure[T any](_ T, err error) error { return err }

func TestParamErrors(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"constant infinite":        {failure(dist.NewConstant(inf)), "dist: constant: value: got +Inf, want a finite number"},
		"uniform reversed":         {failure(dist.NewUniform(2, 1)), "dist: uniform: min: got 2, want a number below max 1"},
		"uniform NaN":              {failure(dist.NewUniform(0, nan)), "dist: uniform: max: got NaN, want a finite number"},
		"uniform too wide":         {failure(dist.NewUniform(-1e308, 1e308)), "dist: uniform: max: got 1e+308, want max - min from 1e-290 to 1.8e+308"},
		"triangular mode":          {failure(dist.NewTriangular(0, 2, 1)), "dist: triangular: mode: got 2, want between min 0 and max 1"},
		"pert mode":                {failure(dist.NewPERT(5, 3, 9)), "dist: pert: mode: got 3, want between min 5 and max 9"},
		"pert shape":               {failure(dist.NewPERTShape(5, 6, 9, 0)), "dist: pert: shape: got 0, want a number above 0"},
		"vosepert bounds":          {failure(dist.NewVosePERT(5, 5, 5)), "dist: vosepert: min: got 5, want a number below max 5"},
		"beta shape":               {failure(dist.NewBeta(1e9, 2)), "dist: beta: a: got 1e+09, want a number from 1e-06 to 1e+06"},
		"normal sd":                {failure(dist.NewNormal(0, -1)), "dist: normal: sd: got -1, want a number above 0"},
		"truncated normal bounds":  {failure(dist.NewTruncatedNormal(0, 1, 2, 2)), "dist: truncatednormal: min: got 2, want a number below max 2"},
		"truncated normal far":     {failure(dist.NewTruncatedNormal(0, 1, 50, inf)), "dist: truncatednormal: min: got 50, want at most 37 sd above the mean"},
		"truncated normal below":   {failure(dist.NewTruncatedNormal(0, 1, -inf, -50)), "dist: truncatednormal: max: got -50, want at most 37 sd below the mean"},
		"lognormal sigma":          {failure(dist.NewLogNormal(0, 0)), "dist: lognormal: sigma: got 0, want a number above 0"},
		"lognormal median":         {failure(dist.NewLogNormal(800, 1)), "dist: lognormal: mu: got 800, want a median e^mu that float64 can hold"},
		"lognormal mean":           {failure(dist.NewLogNormal(0, 40)), "dist: lognormal: sigma: got 40, want a mean e^(mu+sigma²/2) that float64 can hold"},
		"lognormal by mean":        {failure(dist.NewLogNormalMean(0, 1)), "dist: lognormal: mean: got 0, want a number above 0"},
		"lognormal by mean, sd":    {failure(dist.NewLogNormalMean(1, 1e-170)), "dist: lognormal: sd: got 1e-170, want a number in proportion to the mean 1"},
		"lognormal by quantiles":   {failure(dist.NewLogNormalQuantiles(0.5, 1, 0.5, 2)), "dist: lognormal: p1: got 0.5, want a probability above 0 and below p2 0.5"},
		"lognormal by quantiles x": {failure(dist.NewLogNormalQuantiles(0.5, 3, 0.9, 2)), "dist: lognormal: x1: got 3, want a number above 0 and below x2 2"},
		"lognormal90 reversed":     {failure(dist.LogNormal90(10, 1)), "dist: lognormal90: low: got 10, want a number above 0 and below high 1"},
		"gamma scale":              {failure(dist.NewGamma(1, 0)), "dist: gamma: scale: got 0, want a number above 0"},
		"gamma far too large":      {failure(dist.NewGamma(1e6, 1e305)), "dist: gamma: scale: got 1e+305, want a number from 1e-290 to 1e+290"},
		"weibull mean":             {failure(dist.NewWeibull(0.001, 1)), "dist: weibull: shape: got 0.001, want a mean scale Γ(1+1/shape) that float64 can hold"},
		"exponential mean":         {failure(dist.NewExponential(0)), "dist: exponential: mean: got 0, want a number above 0"},
		"pareto min":               {failure(dist.NewPareto(0, 1)), "dist: pareto: min: got 0, want a number above 0"},
		"lomax shape":              {failure(dist.NewLomax(-1, 1)), "dist: lomax: shape: got -1, want a number above 0"},
		"gpd shape":                {failure(dist.NewGeneralizedPareto(0, 1, 1000)), "dist: gpd: shape: got 1000, want a number from -100 to 100"},
		"gpd end":                  {failure(dist.NewGeneralizedPareto(1, 1e-20, -1)), "dist: gpd: shape: got -1, want an end threshold - scale/shape that float64 can hold"},
		"burr c":                   {failure(dist.NewBurr(0, 1, 1)), "dist: burr: c: got 0, want a number above 0"},
	} {
		t.Run(name, func(t *testing.T) {
			require.EqualError(t, c.err, c.want)
			_, ok := errors.AsType[*dist.ParamError](c.err)
			require.True(t, ok)
		})
	}
}

func TestRefusedIsZero(t *testing.T) {
	d, err := dist.NewLogNormal(0, 40)
	require.Error(t, err)
	require.Equal(t, dist.LogNormal{}, d)
}
