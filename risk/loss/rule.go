package loss

import (
	"context"
	"math"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// A node is a value of a parameter with a weight.
type node struct{ x, weight float64 }

// The rule of quadrature is the trapezoidal one in the normal score of the
// parameter, x = Q(Φ(z)). For what is smooth in x its error falls faster than any
// power of the step (Trefethen and Weideman, The exponentially convergent
// trapezoidal rule, SIAM Review 56, 2014).
//
// A third of the score of 95 % is the widest step, so that the values which 5 %
// and 95 % are below are nodes.
const (
	widest    = 1.6448536269514722 / 3
	mostScore = 12 // beyond is a probability of 1e-33
)

// nodes returns those of a rule for a distribution. It is cut where the quantile
// is not smooth.
func nodes(d dist.Dist, step float64) []node {
	var all []node
	for _, s := range stretches(d) {
		if s.atom {
			all = append(all, node{s.at, s.width})
			continue
		}
		most := math.Floor(mostScore / step)
		for j := -most; j <= most; j++ {
			z := float64(j * step)
			density := mathx.Exp(float64(-0.5*float64(z*z))) / math.Sqrt(2*math.Pi)
			all = append(all, node{s.quantile(d, z), float64(float64(s.width*step) * density)})
		}
	}
	sum := 0.0
	for _, n := range all {
		sum += n.weight
	}
	for i := range all {
		all[i].weight /= sum
	}
	return all
}

// A stretch is a part of a distribution with a smooth quantile, or an atom.
type stretch struct {
	p, q, width float64 // the probability below, above, and in it
	atom        bool
	at          float64
}

// quantile returns the value at a normal score.
func (s stretch) quantile(d dist.Dist, z float64) float64 {
	below, above := s.p+float64(s.width*mathx.NormSurvival(-z)), s.q+float64(s.width*mathx.NormSurvival(z))
	if below < above {
		return d.Quantile(below)
	}
	return d.Upper(above)
}

func stretches(d dist.Dist) []stretch {
	type cut struct{ p, q float64 }
	cuts := []cut{{0, 1}, {1, 0}}
	for _, x := range kinksOf(d) {
		cuts = append(cuts, cut{d.CDF(x), d.Survival(x)})
	}
	flat := map[cut]float64{}
	for _, a := range atomsOf(d) {
		from, to := cut{max(d.CDF(a.At)-a.P, 0), min(d.Survival(a.At)+a.P, 1)}, cut{d.CDF(a.At), d.Survival(a.At)}
		cuts = append(cuts, from, to)
		flat[from] = a.At
	}
	slices.SortFunc(cuts, func(a, b cut) int {
		switch low := a.p < 0.5 || b.p < 0.5; {
		case low && a.p < b.p || !low && a.q > b.q:
			return -1
		case low && a.p > b.p || !low && a.q < b.q:
			return 1
		}
		return 0
	})
	var all []stretch
	for i, from := range cuts[:len(cuts)-1] {
		to := cuts[i+1]
		s := stretch{p: from.p, q: to.q, width: to.p - from.p}
		if from.q < 0.5 {
			s.width = from.q - to.q
		}
		if s.at, s.atom = flat[from]; s.width > 1e-15 {
			all = append(all, s)
		}
	}
	return all
}

// A ruleError tells what the rule of quadrature changes: the same distribution by
// it, and by one with half the step, on lattices that are otherwise the same.
type ruleError struct { //nolint:recvcheck // it is put together in place, and then a value
	known          bool
	rule, finer    pair
	mean, variance float64 // the change
	zero           float64
}

func (e *ruleError) compare(ctx context.Context, rule, finer branch, top float64) error {
	e.known = true
	var mean, variance, zero [2]float64
	for i, of := range []struct {
		branch
		to *pair
	}{{rule, &e.rule}, {finer, &e.finer}} {
		b, err := of.solved(ctx, top, 2*firstPoints)
		if err != nil {
			return err
		}
		c, err := solve(ctx, b, extent{top, usual}, 2*firstPoints, firstPoints)
		if err != nil {
			return err
		}
		*of.to = pair{c[0], c[1]}
		mean[i], variance[i] = b.moments()
		zero[i] = b.product(term.zero)
	}
	change := func(x [2]float64) float64 {
		if x[0] == x[1] {
			return 0
		}
		return math.Abs(x[0] - x[1])
	}
	e.mean, e.variance, e.zero = change(mean), change(variance), change(zero)
	return nil
}

// at returns what the rule changes in P(S ≤ x), and in the integral of it.
func (e ruleError) at(x float64) (sum, area float64) {
	if !e.known {
		return 0, 0
	}
	x = min(x, e.rule.last())
	return math.Abs(e.rule.cdf(x) - e.finer.cdf(x)), math.Abs(e.rule.limited(x) - e.finer.limited(x))
}

// worst returns the largest relative change of VaR.
func (e ruleError) worst(at []float64) float64 {
	most := 0.0
	for _, p := range at {
		v := quantile(e.rule, p)
		if other := quantile(e.finer, p); v != other {
			most = max(most, math.Abs(other-v)/v)
		}
	}
	return most
}
