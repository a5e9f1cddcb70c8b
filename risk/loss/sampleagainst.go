package loss

import (
	"fmt"
	"math"
)

// Agreement is a figure of both engines, side by side.
type Agreement struct {
	Figure  string   `json:"figure"` // "mean", "VaR 0.99"
	Exact   Estimate `json:"exact"`
	Sampled Estimate `json:"sampled"`

	// Distance is how far the sampled value is from the exact one, in standard
	// errors of the first: beyond 4 it is no chance. It is +Inf if they differ
	// and have no error, and NaN where one is refused.
	Distance float64 `json:"distance"`
}

// Against compares the sample with what the exact engine says of the same model:
// at the probabilities that were asked of that.
func (s Sample) Against(r Result) []Agreement {
	l := s.Losses
	if year := r.options.Year; year != 0 {
		l, _ = s.Year(year)
	}
	all := []Agreement{
		agreement("mean", r.Mean(), l.Mean()),
		agreement("SD", r.SD(), l.SD()),
		agreement("P(0)", r.P0(), l.P0()),
	}
	at := r.options.At
	for i, e := range l.Quantiles(at...) {
		all = append(all, agreement(fmt.Sprintf("VaR %v", at[i]), r.VaR(at[i]), e))
	}
	for _, p := range at {
		all = append(all, agreement(fmt.Sprintf("TVaR %v", p), r.TVaR(p), l.TVaR(p)))
	}
	return all
}

func agreement(figure string, exact, sampled Estimate) Agreement {
	a := Agreement{Figure: figure, Exact: exact, Sampled: sampled}
	off := math.Abs(sampled.Value - exact.Value)
	err := (sampled.High - sampled.Value) / confidence // on the side where the exact value is
	if exact.Value < sampled.Value {
		err = (sampled.Value - sampled.Low) / confidence
	}
	switch {
	case exact.Basis == Refused || sampled.Basis == Refused:
		a.Distance = math.NaN()
	case off <= float64(1e-12*math.Abs(exact.Value)): // rounding is no difference
	default:
		a.Distance = off / err
	}
	return a
}
