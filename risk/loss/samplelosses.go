package loss

import (
	"fmt"
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// Losses is a distribution of which trials are known: the figures are those of
// the trials, with the interval that the figure of the model is in with a
// confidence of 95 %. Their [Basis] is Sampled.
//
// The mean has an interval by the normal distribution, VaR one from order
// statistics, which holds for any distribution, TVaR from the variance of
// q + max(S-q, 0)/(1-p), and a probability that of Wilson (Journal of the American
// Statistical Association 22, 1927). Where trials depend on each other, as those
// that share a value that is drawn once, and as those of a Latin hypercube or a
// Sobol sequence, intervals are by Student's t from 16 replicates.
type Losses struct {
	all        observed
	replicates []observed // nil if trials are independent

	noMean, noVariance bool // they are infinite
}

const (
	confidence = 1.959963984540054  // Φ⁻¹(0.975)
	student15  = 2.1314495455597747 // the same of Student's t with 15 degrees of freedom
)

const infiniteVariance = "the variance is infinite: single losses are so heavy that averages have no error that trials tell"

const noTrials = "there are no trials: this is no sample of a simulation"

// n returns how many trials there are.
func (l Losses) n() uint64 {
	if l.all == nil {
		return 0
	}
	return l.all.N()
}

// sampled returns a figure with its interval, from its error if trials are
// independent, or from the figures of replicates.
func (l Losses) sampled(figure func(o observed) float64, err func() float64) Estimate {
	if l.all == nil {
		return refused(noTrials)
	}
	x := figure(l.all)
	var half float64
	if l.replicates == nil {
		half = float64(confidence * err())
	} else {
		half = float64(student15 * l.deviation(figure))
	}
	return Estimate{Value: x, Low: max(x-half, 0), High: x + half, Basis: Sampled}
}

// deviation returns the standard error of a figure, from its spread over the
// replicates.
func (l Losses) deviation(figure func(o observed) float64) float64 {
	n := float64(len(l.replicates))
	sum, figures := 0.0, make([]float64, len(l.replicates))
	for i, r := range l.replicates {
		figures[i] = figure(r)
		sum += figures[i]
	}
	mean, squares := sum/n, 0.0
	for _, x := range figures {
		squares += float64((x - mean) * (x - mean))
	}
	return math.Sqrt(squares / float64(n*(n-1)))
}

// root returns √n of the trials.
func (l Losses) root() float64 { return math.Sqrt(float64(l.n())) }

// Mean returns E[S]. It is refused where it, or the variance, is infinite.
func (l Losses) Mean() Estimate {
	switch {
	case l.noMean:
		return refused(infiniteMean)
	case l.noVariance:
		return refused(infiniteVariance)
	}
	return l.sampled(observed.Mean, func() float64 { return l.all.SD() / l.root() })
}

// SD returns the standard deviation. It is refused where the variance is
// infinite.
func (l Losses) SD() Estimate {
	switch {
	case l.noMean:
		return refused(infiniteMean)
	case l.noVariance:
		return refused(infiniteVariance)
	}
	return l.sampled(observed.SD, func() float64 {
		sd, mean := l.all.SD(), l.all.Mean()
		if sd == 0 {
			return 0
		}
		fourth := l.all.Expect(func(x float64) float64 {
			square := float64((x - mean) / sd * ((x - mean) / sd))
			return float64((square - 1) * (square - 1))
		})
		return float64(sd*math.Sqrt(fourth)) / float64(2*l.root())
	})
}

// P0 returns P(S = 0), the probability of no loss.
func (l Losses) P0() Estimate {
	return l.share(func(o observed) float64 { return float64(o.Zeros()) / float64(o.N()) })
}

// Exceedance returns P(S > x).
func (l Losses) Exceedance(x float64) Estimate {
	if math.IsNaN(x) {
		return refused("x: got NaN, want an amount")
	}
	if x < 0 {
		return exactly(1)
	}
	return l.share(func(o observed) float64 {
		share, _, _ := o.Above(x)
		return share
	})
}

// share returns a probability with its interval.
func (l Losses) share(of func(o observed) float64) Estimate {
	if l.all == nil {
		return refused(noTrials)
	}
	if l.replicates != nil {
		least := l.least()
		e := l.sampled(of, nil)
		e.Low, e.High = max(min(e.Low, e.Value-least), 0), min(max(e.High, e.Value+least), 1)
		return e
	}
	p, n := of(l.all), float64(l.n())
	const z = confidence * confidence
	middle := (p + z/float64(2*n)) / (1 + z/n)
	half := float64(confidence*math.Sqrt(float64(p*(1-p))/n+z/float64(4*float64(n*n)))) / (1 + z/n)
	return Estimate{Value: p, Low: max(min(middle-half, p), 0), High: min(max(middle+half, p), 1), Basis: Sampled}
}

// VaR returns the least x with P(S ≤ x) ≥ p, for p from 0 to below 1. It is
// refused where too few trials are beyond.
func (l Losses) VaR(p float64) Estimate { return l.Quantiles(p)[0] }

// Quantiles returns VaR of each p. Several take little longer than one.
func (l Losses) Quantiles(ps ...float64) []Estimate {
	low, high, why := l.around(ps)
	var at []float64
	for i, p := range ps {
		if why[i] == "" {
			at = append(at, p, low[i], high[i])
		}
	}
	var found []spread
	if len(at) > 0 {
		found = l.all.quantiles(at)
	}
	all := make([]Estimate, len(ps))
	for i := range all {
		if why[i] != "" {
			all[i] = refused(why[i])
			continue
		}
		q := found[0]
		all[i] = Estimate{Value: q.value, Low: min(q.low, found[1].low), High: max(q.high, found[2].high), Basis: Sampled}
		found = found[3:]
	}
	return all
}

// around returns the probabilities whose quantiles are the interval of that of
// each p, or why there is none.
func (l Losses) around(ps []float64) (low, high []float64, why []string) {
	low, high, why = make([]float64, len(ps)), make([]float64, len(ps)), make([]string, len(ps))
	for i, p := range ps {
		if !(p >= 0 && p < 1) {
			why[i] = notBelowOne(p)
			continue
		}
		switch {
		case l.all == nil:
			why[i] = noTrials
			continue
		case l.replicates == nil:
			low[i], high[i] = independent(l.n(), p)
		default:
			low[i], high[i] = l.dependent(p)
		}
		if high[i] >= 1 {
			why[i] = fmt.Sprintf("with %d trials, too few are beyond the probability %v", l.n(), p)
		}
	}
	return low, high, why
}

// independent is around for n trials that are: as many of them are not above the
// quantile as a binomial number says.
func independent(n uint64, p float64) (low, high float64) {
	from, to := binomial(n, p, 0.025), binomial(n, p, 0.975)+1
	return (float64(max(from, 1)) - 0.5) / float64(n), (float64(to) - 0.5) / float64(n)
}

// dependent is around for replicates: the share of trials not above the quantile
// differs between them (Woodruff, Journal of the American Statistical Association
// 47, 1952).
func (l Losses) dependent(p float64) (low, high float64) {
	q := l.all.quantiles([]float64{p})[0].value
	half := l.least() + float64(student15*l.deviation(func(o observed) float64 {
		share, _, _ := o.Above(q)
		return share
	}))
	return max(p-half, 0), p + half
}

// least is how much a share may be off if it is the same in all replicates: by
// half a trial of each.
func (l Losses) least() float64 { return replicates / float64(2*float64(l.n())) }

// binomial returns the quantile of a number of successes.
func binomial(n uint64, p, at float64) uint64 {
	const most = 1 << 29
	if n <= most {
		if d, err := dist.NewBinomial(int(n), p); err == nil {
			return uint64(max(d.Quantile(at), 0))
		}
	}
	mean := float64(float64(n) * p)
	x := mean + float64(mathx.NormQuantile(at)*math.Sqrt(float64(mean*(1-p))))
	return uint64(min(max(math.Floor(x), 0), float64(n)))
}

// TVaR returns the mean of VaR over the probabilities above p, the expected
// shortfall, for p from 0 to below 1. It is refused where Mean is, or VaR.
func (l Losses) TVaR(p float64) Estimate {
	if m := l.Mean(); m.Basis == Refused {
		return m
	}
	q := l.VaR(p)
	if q.Basis == Refused {
		return q
	}
	e := l.sampled(func(o observed) float64 { return o.TailMean(p) }, func() float64 {
		over := func(x float64) float64 { return max(x-q.Value, 0) }
		mean := l.all.Expect(over)
		square := l.all.Expect(func(x float64) float64 { return float64((over(x) - mean) * (over(x) - mean)) })
		return math.Sqrt(square) / float64(l.root()*(1-p))
	})
	e.Value = max(e.Value, q.Value)
	return e
}

// AEP returns the exceedance curve of the loss: VaR against 1 - p, at 20
// probabilities for each power of ten, as far as ten trials are beyond.
func (l Losses) AEP() []Point {
	if l.all == nil {
		return nil
	}
	least := 10 / float64(l.n())
	var ps []float64
	for q := 1 - float64(l.all.Zeros())/float64(l.n()); q > least; q = float64(q * 0.8912509381337456) { // 10^(-1/20)
		ps = append(ps, 1-q)
	}
	curve := make([]Point, len(ps))
	for i, x := range l.all.quantiles(ps) {
		curve[i] = Point{x.value, 1 - ps[i]}
	}
	return curve
}

// measure returns a figure by its name.
func (l Losses) measure(m Measure, p float64) Estimate {
	switch m {
	case ValueAtRisk:
		return l.VaR(p)
	case TailValueAtRisk:
		return l.TVaR(p)
	default:
		return l.Mean()
	}
}
