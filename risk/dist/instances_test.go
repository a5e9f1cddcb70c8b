package dist_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
)

// closedForms are instances of the families that are a formula: usual ones and
// the corners of their parameters.
var closedForms = []string{
	"constant(value=0)",
	"constant(value=-12.5)",
	"uniform(min=0, max=1)",
	"uniform(min=-3, max=1e+06)",
	"uniform(min=1, max=1.0000001)",
	"triangular(min=0, mode=5, max=10)",
	"triangular(min=0, mode=0, max=1)",
	"triangular(min=-2, mode=7, max=7)",
	"triangular(min=1, mode=1.001, max=1e+09)",
	"pert(min=0.5, mode=2, max=12)",
	"pert(min=20000, mode=80000, max=600000)",
	"pert(min=0, mode=0, max=1)",
	"pert(min=0, mode=0.1, max=1, shape=2)",
	"pert(min=-5, mode=5, max=5, shape=40)",
	"pert(min=0, mode=0.001, max=1, shape=2000)",
	"vosepert(min=20000, mode=80000, max=600000)",
	"vosepert(min=0, mode=0, max=1)",
	"beta(a=0.5, b=0.5)",
	"beta(a=0.01, b=3)",
	"beta(a=2, b=300)",
	"beta(a=400000, b=600000)",
	"beta(a=1.5, b=2.5, min=10, max=20)",
	"normal(mean=0, sd=1)",
	"normal(mean=1000, sd=0.01)",
	"normal(mean=-5, sd=30)",
	"truncatednormal(mean=5, sd=2, min=0)",
	"truncatednormal(mean=-30, sd=1, min=0)",
	"truncatednormal(mean=0, sd=1, min=-0.001, max=0.002)",
	"truncatednormal(mean=10, sd=4, max=3)",
	"truncatednormal(mean=0, sd=1)",
	"truncatednormal(mean=0, sd=1, min=-9, max=2)",
	"lognormal(mu=0, sigma=1)",
	"lognormal(mu=11.8594990552502, sigma=1.189170556373027)",
	"lognormal(mu=12, sigma=0.001)",
	"lognormal(mu=-3, sigma=4)",
	"gamma(shape=2, scale=3)",
	"gamma(shape=0.05, scale=1000)",
	"gamma(shape=100000, scale=0.001)",
	"weibull(shape=1.5, scale=10)",
	"weibull(shape=0.2, scale=1)",
	"weibull(shape=500, scale=3)",
	"exponential(mean=1)",
	"exponential(mean=250000)",
	"pareto(min=1, shape=3)",
	"pareto(min=100000, shape=1.1)",
	"pareto(min=2, shape=1)",
	"pareto(min=2, shape=0.5)",
	"pareto(min=1, shape=1000)",
	"lomax(shape=3, scale=2)",
	"lomax(shape=1, scale=1e+06)",
	"lomax(shape=0.3, scale=5)",
	"gpd(threshold=0, scale=1, shape=0)",
	"gpd(threshold=100, scale=30, shape=0.25)",
	"gpd(threshold=-1, scale=2, shape=1.5)",
	"gpd(threshold=0, scale=1, shape=-0.5)",
	"gpd(threshold=5, scale=1, shape=-3)",
	"gpd(threshold=0, scale=1, shape=1e-09)",
	"burr(c=2, k=3, scale=10)",
	"burr(c=0.8, k=1.5, scale=1)",
	"burr(c=2, k=0.3, scale=1)",
	"burr(c=100, k=0.01, scale=7)",
	"burr(c=1, k=1, scale=1)",
	"burr(c=50, k=20, scale=1000)",
}

// instances returns them all.
func instances(t testing.TB) []dist.Dist {
	t.Helper()
	var all []dist.Dist
	for _, text := range slices.Concat(closedForms, composed) {
		d, err := dist.Parse(text)
		require.NoError(t, err)
		all = append(all, d)
	}
	return all
}
