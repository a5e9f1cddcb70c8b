package loss

import (
	"fmt"
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// Result is the distribution of the loss S of a year, or of the present value of
// all years: what [Plan.Exact] returns. It does not change, and is safe for
// concurrent use.
type Result struct { //nolint:recvcheck // it is put together in place, and then a value
	plan    Plan
	options ExactOptions
	terms   []term
	points  int

	mean, variance, zero float64

	// The distribution, and the same from lattices twice as coarse, to tell the
	// error of the step.
	now, before pair

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
const algorithm = "lattice/1"

// Provenance returns what the result was computed from.
func (r Result) Provenance() Provenance {
	return Provenance{r.plan.digest, algorithm, r.options, r.points, r.now.fine.top}
}

// moments fills in what has a formula.
func (r *Result) moments() {
	r.zero = 1
	for _, t := range r.terms {
		r.mean += t.mean()
		r.variance += t.variance()
		r.zero = float64(r.zero * t.zero())
	}
}

const infiniteMean = "the mean is infinite: single losses are so heavy that no average settles"

// Mean returns E[S], +Inf where it is infinite.
func (r Result) Mean() Estimate { return exactly(r.mean) }

// SD returns the standard deviation, +Inf where it is infinite.
func (r Result) SD() Estimate {
	if math.IsInf(r.mean, 1) {
		return refused(infiniteMean)
	}
	return exactly(math.Sqrt(r.variance))
}

// P0 returns P(S = 0), the probability of a year without loss.
func (r Result) P0() Estimate { return exactly(r.zero) }

// VaR returns the least x with P(S ≤ x) ≥ p, for p from 0 to below 1.
func (r Result) VaR(p float64) Estimate {
	switch {
	case !(p >= 0 && p < 1):
		return refused(notBelowOne(p))
	case p <= r.zero:
		return exactly(0)
	}
	v, before := quantile(r.now, p), quantile(r.before, p)
	slack, _ := r.slack(v)
	low, high := quantile(r.now, p-slack), quantile(r.now, p+slack)
	if p > r.options.At[len(r.options.At)-1] || math.IsInf(before, 1) || math.IsInf(high, 1) {
		return refused(r.beyond())
	}
	step := stepError(v, before, quantile(r.now.fine, p), quantile(r.now.coarse, p))
	e := Estimate{Value: v, Low: max(low-step, 0), High: high + step, Basis: Estimated}
	if r.bracket == nil {
		return e
	}
	return e.bounded(r.bracket.quantile(p))
}

// TVaR returns the mean of VaR over the probabilities above p, the expected
// shortfall, for p from 0 to below 1. It is refused where the mean is infinite.
//
//	q + (E[S] - E[min(S, q)]) / (1 - p), with q = VaR(p)
func (r Result) TVaR(p float64) Estimate {
	if math.IsInf(r.mean, 1) {
		return refused(infiniteMean)
	}
	q := r.VaR(p)
	switch {
	case q.Basis == Refused:
		return q
	case q.Value == 0:
		return exactly(r.mean / (1 - p))
	}
	tail := func(c distribution) float64 {
		q := quantile(c, p)
		return q + (r.mean-c.limited(q))/(1-p)
	}
	v := tail(r.now)
	_, slack := r.slack(q.Value)
	step := stepError(v, tail(r.before), tail(r.now.fine), tail(r.now.coarse))
	e := within(v, step+slack/(1-p), q.Value, math.Inf(1))
	if r.bracket == nil {
		return e
	}
	return e.bounded(r.bracket.shortfall(p, r.mean))
}

// Exceedance returns P(S > x), for any amount x up to about 1.4 times the largest
// VaR that was asked for.
func (r Result) Exceedance(x float64) Estimate {
	switch {
	case math.IsNaN(x):
		return refused("x: got NaN, want an amount")
	case x < 0:
		return exactly(1)
	case x == 0:
		return exactly(1 - r.zero)
	case x > float64(0.9*r.now.last()):
		return refused(r.beyond())
	}
	p := r.now.cdf(x)
	step := stepError(p, r.before.cdf(x), r.now.fine.cdf(x), r.now.coarse.cdf(x))
	slack, _ := r.slack(x)
	e := within(1-p, step+slack, 0, 1-r.zero)
	if r.bracket == nil {
		return e
	}
	below, above := r.bracket.cdf(x)
	return e.bounded(1-above, 1-below)
}

// Occurrence returns P(M > x) where M is the largest single event, with all that
// follows from it: 1 - Π G(P(Y ≤ x)), with the generating function G of the
// number of events. It is refused for events with stages.
func (r Result) Occurrence(x float64) Estimate {
	switch {
	case math.IsNaN(x):
		return refused("x: got NaN, want an amount")
	case x < 0:
		return exactly(1)
	}
	none := 0.0 // the logarithm of P(M ≤ x)
	for _, t := range r.terms {
		if len(t.event.then) > 0 {
			return refused(fmt.Sprintf("the largest event of %q has stages, and the distribution of their sum is not known",
				r.plan.model.Scenarios[t.scenario].ID))
		}
		none += mathx.Log(t.pgf(t.event.cdf(x)))
	}
	return exactly(-mathx.Expm1(none))
}

// Contribution is what one scenario adds to the mean.
type Contribution struct {
	Scenario string   `json:"scenario"`
	Mean     Estimate `json:"mean"`
}

// Contributions lists what each scenario adds to the mean, in the order of the
// model.
func (r Result) Contributions() []Contribution {
	all := make([]Contribution, len(r.plan.model.Scenarios))
	means := make([]float64, len(all))
	for _, t := range r.terms {
		means[t.scenario] += t.mean()
	}
	for i, s := range r.plan.model.Scenarios {
		all[i] = Contribution{s.ID, exactly(means[i])}
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
	var curve []Point
	least := 1 - r.options.At[len(r.options.At)-1]
	for q := 1 - r.zero; q > float64(least*(1+1e-9)); q = float64(q * 0.8912509381337456) { // 10^(-1/20)
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

// slack returns what is not the step's: see [curve.slack]. The extrapolation
// makes it at most 5/3 of that of its parts.
func (r Result) slack(x float64) (sum, area float64) {
	sum, area = r.now.fine.slack(x)
	other, otherArea := r.now.coarse.slack(x)
	return float64(5*max(sum, other)) / 3, float64(5*max(area, otherArea)) / 3
}

func (r Result) beyond() string {
	at := r.options.At
	return fmt.Sprintf("this is beyond the probability %v, up to which the result was computed: see ExactOptions.At", at[len(at)-1])
}

func notBelowOne(p float64) string {
	return fmt.Sprintf("p: got %v, want a probability from 0 to below 1", p)
}
