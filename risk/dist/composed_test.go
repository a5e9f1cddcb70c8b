package dist_test

import (
	"math"
	"slices"

	"github.com/ismskit/ismskit/risk/dist"
)

// composed are instances of the families that are built of data, or of other
// distributions: usual ones and the corners of their parameters.
var composed = []string{
	"metalog(p=[0.1, 0.5, 0.9], x=[17, 24, 35])",
	"metalog(p=[0.05, 0.5, 0.95], x=[20000, 141421.35623730952, 1e+06], min=0)",
	"metalog(p=[0.1, 0.5, 0.9], x=[0.02, 0.08, 0.2], min=0, max=1)",
	"metalog(p=[0.1, 0.5, 0.9], x=[0.02, 0.08, 0.2], max=1)",
	"metalog(p=[0.1, 0.9], x=[-3, 5])",
	"metalog(p=[0.01, 0.99], x=[1, 1000], min=0)",
	"metalog(p=[0.05, 0.25, 0.5, 0.75, 0.95], x=[1, 3, 4, 6, 12], min=0)",
	"metalog(p=[0.1, 0.3, 0.5, 0.7, 0.9, 0.97], x=[-4, -1.6, 0, 1.7, 4.5, 7.2])",
	"metalog(p=[0.02, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.98], x=[2.15, 3.16, 4.28, 5.29, 6, 6.81, 8.41, 11.39, 16.75], terms=4, min=0)",
	"metalog(p=[0.25, 0.5, 0.75], x=[1e+06, 1.000001e+06, 1.000002e+06])",
	"empirical(values=[3])",
	"empirical(values=[1, 2, 2, 2, 3.5, 100])",
	"empirical(values=[-1, 0, 5], weights=[1e-10, 1, 1e-09])",
	"empirical(values=[10, 20, 40, 80, 160], weights=[5, 4, 3, 2, 1])",
	"histogram(edges=[0, 1], weights=[7])",
	"histogram(edges=[0, 10, 100, 1000, 10000], weights=[3, 7, 4, 1])",
	"histogram(edges=[-2, -1, 1, 4], weights=[1e-08, 0, 3])",
	"mixture(weights=[1], of=[uniform(min=0, max=1)])",
	"mixture(weights=[0.9, 0.1], of=[lognormal(mu=9, sigma=1), lognormal(mu=13, sigma=0.5)])",
	"mixture(weights=[3, 1], of=[uniform(min=0, max=1), uniform(min=5, max=6)])",
	"mixture(weights=[0.7, 0.2, 0.1], of=[constant(value=0), pert(min=1, mode=2, max=9), constant(value=4)])",
	"mixture(weights=[0.5, 0.5], of=[normal(mean=-1, sd=1), normal(mean=3, sd=0.5)])",
	"mixture(weights=[0.99, 0.01], of=[exponential(mean=1), pareto(min=10, shape=1.5)])",
	"mixture(weights=[1, 1], of=[exponential(mean=1), pareto(min=10, shape=0.9)])",
	"truncated(of=lognormal(mu=0, sigma=1), max=10)",
	"truncated(of=lognormal(mu=0, sigma=1), min=2)",
	"truncated(of=normal(mean=0, sd=1), min=-1, max=2.5)",
	"truncated(of=normal(mean=0, sd=1), min=5, max=6)",
	"truncated(of=normal(mean=0, sd=1), min=-0.001, max=0.002)",
	"truncated(of=pareto(min=1, shape=3), min=7)",
	"truncated(of=pareto(min=1, shape=0.8), max=1e+06)",
	"truncated(of=empirical(values=[1, 2, 2, 3.5, 100]), min=1.5, max=50)",
	"truncated(of=mixture(weights=[0.7, 0.3], of=[constant(value=2), gamma(shape=2, scale=3)]), min=2, max=9)",
	"truncated(of=mixture(weights=[3, 1], of=[uniform(min=0, max=1), uniform(min=5, max=6)]), min=0.5, max=3)",
	"truncated(of=triangular(min=0, mode=5, max=10), min=1, max=8)",
	"shifted(of=exponential(mean=3), by=-10)",
	"shifted(of=lognormal(mu=0, sigma=1), by=1000)",
	"shifted(of=empirical(values=[0.1, 0.2, 0.7]), by=0.2)",
	"shifted(of=triangular(min=0, mode=0.1, max=0.3), by=0.6)",
	"scaled(of=pert(min=0.5, mode=2, max=12), by=1.07)",
	"scaled(of=empirical(values=[0.1, 0.3, 0.7]), by=0.3)",
	"scaled(of=pareto(min=1, shape=1.5), by=250000)",
	"scaled(of=shifted(of=histogram(edges=[0, 1, 3], weights=[1, 2]), by=0.1), by=1e-05)",
}

// jumps returns where the quantile of a tail, 0 for the lower, is not smooth as
// a function of -log 2p, in ascending order.
func jumps(d dist.Dist, tail int) []float64 {
	var all []float64
	add := func(lower, upper float64) {
		if p := []float64{lower, upper}[tail]; p > 0 && p < 0.5 {
			all = append(all, -math.Log(2*p))
		}
	}
	if k, ok := d.(dist.Kinked); ok {
		for _, x := range k.Kinks() {
			add(d.CDF(x), d.Survival(x))
		}
	}
	for _, a := range atoms(d) {
		add(d.CDF(a.At), d.Survival(a.At))
		add(d.CDF(a.At)-a.P, d.Survival(a.At)+a.P)
	}
	slices.Sort(all)
	return all
}
