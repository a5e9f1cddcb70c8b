package loss

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
)

// Result is the distribution of the loss S of a year, or of the present value of
// all years: what [Plan.Exact] returns. It does not change, and is safe for
// concurrent use.
type Result struct { //nolint:recvcheck // it is put together in place, and then a value
	plan    Plan
	options ExactOptions
	branch  branch
	step    float64 // of the rule for what is drawn
	points  int

	mean, variance, zero figure
	contributions        []figure
	slackInside          float64 // of sums within the sum
	most                 float64 // the largest loss that is possible
	rule                 ruleError

	// The distribution, and the same from lattices twice as coarse, to tell the
	// error of the step.
	now, before pair

	largest, largestBefore branch // for the largest event

	bracket *bracket // nil where no bounds were asked for
}

// Provenance says what a result was computed from, and how: enough to compute it
// again, to the last bit.
type Provenance struct {
	Model     string       `json:"model"`     // SHA-256 of its JSON
	Algorithm string       `json:"algorithm"` // another name when any figure changes
	Options   ExactOptions `json:"options"`
	Points    int          `json:"points"` // of the finest lattice
	Reach     float64      `json:"reach"`  // the amount at its end
}

// algorithm is the name of how the exact engine computes.
const algorithm = "lattice/2"

// Provenance returns what the result was computed from.
func (r Result) Provenance() Provenance {
	return Provenance{r.plan.digest, algorithm, r.options, r.points, r.now.fine.top}
}

// A figure is a number that may come from lattices or rules, with its error.
type figure struct{ value, err float64 }

// next returns the figure from a finer lattice.
func (f figure) next(value, rule float64) figure {
	err := float64(2*math.Abs(value-f.value)) + rule
	if math.IsNaN(err) {
		err = 0 // both infinite
	}
	return figure{value, err}
}

func (f figure) estimate() Estimate {
	if f.err == 0 {
		return exactly(f.value)
	}
	return within(f.value, f.err, 0, math.Inf(1))
}

// moments fills in what has a formula, but for limits of sums.
func (r *Result) moments(b branch) {
	mean, variance := b.moments()
	zero := b.product(term.zero)
	means := b.means(len(r.plan.model.Scenarios))
	if r.contributions == nil || b.plain() {
		r.mean, r.variance, r.zero = figure{mean, 0}, figure{variance, 0}, figure{zero, 0}
		r.contributions = make([]figure, len(means))
		for i, m := range means {
			r.contributions[i].value = m
		}
	}
	r.mean, r.variance = r.mean.next(mean, r.rule.mean), r.variance.next(variance, r.rule.variance)
	r.zero = r.zero.next(zero, r.rule.zero)
	for i, m := range means {
		r.contributions[i] = r.contributions[i].next(m, r.rule.mean)
	}
	r.most = b.most()
	r.slackInside = b.sum(func(t term) float64 { return float64(t.count.Mean() * t.event.slack()) })
}

// means returns those of the scenarios.
func (b branch) means(scenarios int) []float64 {
	all := make([]float64, scenarios)
	b.each(1, func(t term, weight float64) {
		if t.scenario >= 0 {
			all[t.scenario] += float64(weight * t.mean())
		}
		for _, h := range t.event.hits {
			all[h.scenario] += float64(float64(weight*t.count.Mean()) * h.mean())
		}
	})
	return all
}

const infiniteMean = "the mean is infinite: single losses are so heavy that no average settles"

const noResult = "there is no distribution: this is no result of Plan.Exact"

// empty tells whether the result is the zero value.
func (r Result) empty() bool { return r.points == 0 }

// Mean returns E[S], +Inf where it is infinite.
func (r Result) Mean() Estimate {
	if r.empty() {
		return refused(noResult)
	}
	return r.mean.estimate()
}

// SD returns the standard deviation, +Inf where it is infinite.
func (r Result) SD() Estimate {
	switch {
	case r.empty():
		return refused(noResult)
	case math.IsInf(r.mean.value, 1):
		return refused(infiniteMean)
	}
	sd := math.Sqrt(r.variance.value)
	if r.variance.err == 0 {
		return exactly(sd)
	}
	return within(sd, sd-math.Sqrt(max(r.variance.value-r.variance.err, 0)), 0, math.Inf(1))
}

// P0 returns P(S = 0), the probability of a year without loss.
func (r Result) P0() Estimate {
	switch {
	case r.empty():
		return refused(noResult)
	case r.zero.err == 0:
		return exactly(r.zero.value)
	}
	return within(r.zero.value, r.zero.err, 0, 1)
}

// VaR returns the least x with P(S ≤ x) ≥ p, for p from 0 to below 1.
func (r Result) VaR(p float64) Estimate {
	e, _ := r.quantiles(p)
	return e
}

// quantiles are those of the distribution, and of what it comes from.
type quantiles struct{ now, before, fine, coarse float64 }

// quantiles returns VaR, and what TVaR needs where that is above 0.
func (r Result) quantiles(p float64) (Estimate, quantiles) {
	switch {
	case r.empty():
		return refused(noResult), quantiles{}
	case !(p >= 0 && p < 1):
		return refused(notBelowOne(p)), quantiles{}
	case p <= r.zero.value:
		return exactly(0), quantiles{}
	}
	v := near(r.now, p, r.now.fine.about(p), float64(2*r.now.fine.step))
	q, low, high := r.about(p, v)
	if p > r.options.At[len(r.options.At)-1] || math.IsInf(q.before, 1) || math.IsInf(high, 1) {
		return refused(r.beyond()), q
	}
	step := stepError(v, q.before, q.fine, q.coarse)
	e := Estimate{Value: v, Low: max(low-step, 0), High: high + step, Basis: Estimated}
	if r.bracket == nil {
		return e, q
	}
	return e.bounded(r.bracket.quantile(p)), q
}

// about returns the quantiles of what the distribution comes from, and those of
// probabilities that are off by what the step does not explain, all of which are
// close to v. Where no atoms are near, the slope of the distribution tells them.
func (r Result) about(p, v float64) (q quantiles, low, high float64) {
	slack, _ := r.slack(v)
	far := float64(1e-4 * v)
	rise := 0.0
	if v+far < r.now.last() && !r.now.fine.stepped(v-far, v+far) {
		rise = r.now.cdf(v+far) - r.now.cdf(v-far)
	}
	if rise <= float64(4*slack) {
		at := func(c distribution, p float64) float64 { return near(c, p, v, far) }
		q = quantiles{v, at(r.before, p), at(r.now.fine, p), at(r.now.coarse, p)}
		return q, at(r.now, p-slack), at(r.now, p+slack)
	}
	slope := float64(2*far) / rise
	at := func(c distribution) float64 { return v + float64(slope*(p-c.cdf(v))) }
	off := float64(slope * slack)
	return quantiles{v, at(r.before), at(r.now.fine), at(r.now.coarse)}, v - off, v + off
}

// TVaR returns the mean of VaR over the probabilities above p, the expected
// shortfall, for p from 0 to below 1. It is refused where the mean is infinite.
//
//	q + (E[S] - E[min(S, q)]) / (1 - p), with q = VaR(p)
func (r Result) TVaR(p float64) Estimate {
	v, q := r.quantiles(p)
	return r.shortfall(p, v, q)
}

func (r Result) shortfall(p float64, v Estimate, q quantiles) Estimate {
	switch {
	case math.IsInf(r.mean.value, 1):
		return refused(infiniteMean)
	case v.Basis == Refused:
		return v
	case v.Value == 0:
		return figure{r.mean.value / (1 - p), r.mean.err / (1 - p)}.estimate()
	}
	tail := func(c distribution, q float64) float64 { return q + (r.mean.value-c.limited(q))/(1-p) }
	now := tail(r.now, q.now)
	_, slack := r.slack(v.Value)
	step := stepError(now, tail(r.before, q.before), tail(r.now.fine, q.fine), tail(r.now.coarse, q.coarse))
	e := within(now, step+(slack+r.mean.err)/(1-p), v.Value, r.most)
	if r.bracket == nil {
		return e
	}
	return e.bounded(r.bracket.shortfall(p, r.mean.value))
}

// Exceedance returns P(S > x), for any amount x up to about 1.4 times the largest
// VaR that was asked for.
func (r Result) Exceedance(x float64) Estimate {
	switch {
	case r.empty():
		return refused(noResult)
	case math.IsNaN(x):
		return refused("x: got NaN, want an amount")
	case x < 0:
		return exactly(1)
	case x == 0:
		return figure{1 - r.zero.value, r.zero.err}.estimate()
	case x > float64(0.9*r.now.last()):
		return refused(r.beyond())
	}
	p := r.now.cdf(x)
	step := stepError(p, r.before.cdf(x), r.now.fine.cdf(x), r.now.coarse.cdf(x))
	slack, _ := r.slack(x)
	e := within(1-p, step+slack, 0, 1-r.zero.value)
	if r.bracket == nil {
		return e
	}
	below, above := r.bracket.cdf(x)
	return e.bounded(1-above, 1-below)
}

// Occurrence returns P(M > x) where M is the largest single event, with all that
// follows from it, before what layers bear: 1 - Π G(P(Y ≤ x)), with the generating
// function G of the number of events. All that a common cause brings at once is
// one event. Beyond the reach of [Provenance] it is refused for events with
// stages, and of causes.
func (r Result) Occurrence(x float64) Estimate {
	switch {
	case r.empty():
		return refused(noResult)
	case math.IsNaN(x):
		return refused("x: got NaN, want an amount")
	case x < 0:
		return exactly(1)
	}
	p := -mathx.Expm1(r.largest.none(x))
	if !r.largest.nested() {
		return figure{p, r.rule.zero}.estimate()
	}
	if x > r.now.last() {
		return refused(r.beyond())
	}
	slack := r.largest.sum(func(t term) float64 { return float64(t.count.Mean() * t.event.slack()) })
	step := float64(2 * math.Abs(p+mathx.Expm1(r.largestBefore.none(x))))
	return within(p, step+slack+r.rule.zero, 0, 1)
}

// largestEvents computes what Occurrence needs.
func (r *Result) largestEvents(ctx context.Context) error {
	r.largest = r.branch
	m := r.plan.model
	if len(m.Causes) == 0 && len(m.Layers) == 0 && !slices.ContainsFunc(m.Scenarios, func(s Scenario) bool { return s.annual() || len(s.Then) > 0 }) {
		return nil
	}
	b := newBuilder(ctx, m, r.options, r.step)
	b.largest = true
	all, err := b.branch()
	if err != nil {
		return err
	}
	if r.largest, err = all.solved(ctx, r.now.last(), r.points); err != nil {
		return err
	}
	r.largestBefore, err = all.solved(ctx, r.now.last(), r.points/2)
	return err
}

// none returns the logarithm of the probability that no event is above x.
func (b branch) none(x float64) float64 {
	sum := 0.0
	for _, t := range b.terms {
		sum += mathx.Log(t.pgf(t.event.cdf(x)))
	}
	for _, g := range b.groups {
		some := 0.0
		for _, b := range g {
			if b.weight >= seen {
				some -= float64(b.weight * mathx.Expm1(b.none(x)))
			}
		}
		sum += mathx.Log1p(-some)
	}
	return sum
}

// Contribution is what one scenario adds to the mean.
type Contribution struct {
	Scenario string   `json:"scenario"`
	Mean     Estimate `json:"mean"`
}

// Contributions lists what each scenario adds to the mean, in the order of the
// model.
func (r Result) Contributions() []Contribution {
	all := make([]Contribution, len(r.contributions))
	for i, s := range r.plan.model.Scenarios {
		all[i] = Contribution{s.ID, r.contributions[i].estimate()}
	}
	return all
}

// Point is one of a curve: a loss, and the probability of more.
type Point struct {
	Loss        float64 `json:"loss"`
	Probability float64 `json:"probability"`
}

// AEP returns the exceedance curve of the loss of the year: VaR against 1 - p,
// at 20 probabilities for each power of ten.
func (r Result) AEP() []Point {
	if r.empty() {
		return nil
	}
	var curve []Point
	least := 1 - r.options.At[len(r.options.At)-1]
	for q := 1 - r.zero.value; q > float64(least*(1+1e-9)); q = float64(q * 0.8912509381337456) { // 10^(-1/20)
		curve = append(curve, Point{quantile(r.now, 1-q), q})
	}
	return append(curve, Point{quantile(r.now, 1-least), least})
}

// OEP returns the exceedance curve of the largest event of the year at the
// losses of AEP; nothing where [Result.Occurrence] is refused.
func (r Result) OEP() []Point {
	curve := r.AEP()
	for i, p := range curve {
		of := r.Occurrence(p.Loss)
		if of.Basis == Refused {
			return nil
		}
		curve[i].Probability = of.Value
	}
	return curve
}

// slack returns what is not the step's: see [curve.slack], of which the
// extrapolation makes at most 5/3, and what is off inside and by the rule.
func (r Result) slack(x float64) (sum, area float64) {
	sum, area = r.now.fine.slack(x)
	other, otherArea := r.now.coarse.slack(x)
	sum, area = float64(5*max(sum, other))/3+r.slackInside, float64(5*max(area, otherArea))/3+float64(r.slackInside*x)
	ruled, ruledArea := r.rule.at(x)
	return sum + ruled, area + ruledArea
}

func (r Result) beyond() string {
	at := r.options.At
	return fmt.Sprintf("this is beyond the probability %v, up to which the result was computed: see ExactOptions.At", at[len(at)-1])
}

func notBelowOne(p float64) string {
	return fmt.Sprintf("p: got %v, want a probability from 0 to below 1", p)
}
