package economics_test

import (
	"errors"
	"math"
	"testing"

	"github.com/ismskit/ismskit/risk/economics"
)

// FuzzFigures holds for any inputs that a figure is finite, or there is an
// error of this package and no figure.
func FuzzFigures(f *testing.F) {
	f.Add(0.64, 4e5, 1e-5, 1.0, 3, 8)
	f.Add(0.5, 1.0, 2.0, 0.1, 0, 0)
	f.Add(1.0, math.MaxFloat64, math.SmallestNonzeroFloat64, 1e300, math.MaxInt, math.MinInt)
	f.Add(math.NaN(), math.Inf(1), -1.0, 0.0, -1, 1)
	f.Fuzz(func(t *testing.T, a, b, c, d float64, m, n int) {
		for i, x := range everything(a, b, c, d, m, n) {
			_, invalid := errors.AsType[economics.InputErrors](x.err)
			switch {
			case x.err != nil && !invalid && !errors.Is(x.err, economics.ErrOverflow):
				t.Fatalf("%d: %v", i, x.err)
			case x.err != nil && x.figure != 0:
				t.Fatalf("%d: got %v with %v", i, x.figure, x.err)
			case math.IsNaN(x.figure) || math.IsInf(x.figure, 0):
				t.Fatalf("%d: got %v", i, x.figure)
			}
		}
	})
}

type outcome struct {
	figure float64
	err    error
}

// everything computes each figure of the package.
func everything(a, b, c, d float64, m, n int) []outcome {
	var all []outcome
	add := func(figure float64, err error) { all = append(all, outcome{figure, err}) }
	i := economics.Interval{Lower: b, Upper: c}
	s := economics.Scenario{Probability: a, Loss: i}
	v := economics.Investment{Before: b, After: c, Cost: d}
	one, two := economics.ClassI{Vulnerability: a, Loss: b, Alpha: c, Beta: d}, economics.ClassII{Vulnerability: a, Loss: b, Alpha: c}
	controls := economics.Series{Frequency: b, Controls: []economics.Control{
		{Effectiveness: a, Coverage: c, Reliability: d}, {Effectiveness: d, Coverage: a, Reliability: c},
	}}
	add(economics.SingleLoss{AssetValue: b, ExposureFactor: a}.Expectancy())
	add(economics.AnnualLoss{SLE: b, ARO: c}.Expectancy())
	add(v.Net())
	add(v.Ratio())
	with, err := economics.Mitigation{Before: b, Share: a, Cost: c}.Investment()
	add(with.After, err)
	add(one.Breach(d))
	o, err := one.Optimum()
	add(o.Investment+o.Share, err)
	add(two.Breach(d))
	o, err = two.Optimum()
	add(o.Investment+o.Share, err)
	add(economics.Stake{Vulnerability: a, Loss: b, Externality: d}.Bound())
	l, err := i.LogNormal()
	add(l.Sigma, err)
	l = economics.LogNormal{Mu: c, Sigma: d}
	add(l.Mean())
	add(l.Quantile(a))
	add(l.Exceedance(b))
	l, err = economics.Tolerance{Often: economics.Point{Loss: b, Exceedance: a}, Seldom: economics.Point{Loss: c, Exceedance: d}}.LogNormal()
	add(l.Sigma, err)
	add(s.RapidLoss())
	add(s.ExpectedLoss())
	sum, err := economics.RapidAudit([]economics.Scenario{s, s})
	add(sum.Value, err)
	add(economics.Succession{Hits: m, Observations: n}.Probability())
	r, err := controls.Residual()
	add(r.Frequency+r.Reduction, err)
	r, err = controls.CorrelatedHeuristic(a)
	add(r.Frequency+r.Reduction, err)
	return all
}
