package loss

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/ismskit/ismskit/risk/loss/internal/rearrange"
)

// BoundsOptions says for which VaR [Plan.Bounds] looks at the dependence.
type BoundsOptions struct {
	P      float64 `json:"p,omitzero"`      // the probability, 0.5 to 0.9999; 0 is 0.99
	Points int     `json:"points,omitzero"` // of the tail of each scenario, 64 to 65536; 0 is 4096
	Year   int     `json:"year,omitzero"`   // as in ExactOptions
}

// Bounds is what VaR can be whatever it is that scenarios have to do with each
// other. Each scenario by itself stays as it is.
type Bounds struct {
	P float64 `json:"p"`

	// Least and Most are the smallest and the largest VaR that a dependence was
	// found for, between which all others can be had.
	Least Estimate `json:"least"`
	Most  Estimate `json:"most"`

	// Comonotone is VaR where all scenarios are high together: the sum of theirs.
	// It is not the most.
	Comonotone Estimate `json:"comonotone"`

	// TVaR is that of the comonotone sum, and there is no dependence with more:
	// the sum of those of the scenarios.
	TVaR Estimate `json:"tvar"`
}

// Bounds returns how much VaR depends on the dependence between scenarios, which
// is seldom known. Links are not asked, nor names of parameters: the scenarios
// are taken by themselves, from the exact engine. The error is that of
// [Plan.Exact] for one of them, a [ForbiddenError] for models whose loss is not
// the sum of its scenarios', or about an option.
//
// Least and Most come from a discrete tail, rounded down and up, by the
// rearrangement algorithm: what is found is possible, but there may be more.
func (p Plan) Bounds(ctx context.Context, o BoundsOptions) (Bounds, error) {
	if o.P == 0 {
		o.P = 0.99
	}
	if o.Points == 0 {
		o.Points = 4096
	}
	switch {
	case !(o.P >= 0.5 && o.P <= 0.9999):
		return Bounds{}, fmt.Errorf("loss: bounds: p: got %v, want a probability from 0.5 to 0.9999", o.P)
	case o.Points < 64 || o.Points > 65536:
		return Bounds{}, fmt.Errorf("loss: bounds: points: got %d, want 64 to 65536", o.Points)
	case p.digest == "":
		return Bounds{}, errors.New("loss: bounds: got an empty plan, want one of Compile")
	case len(p.model.Causes) > 0 || len(p.model.Layers) > 0:
		return Bounds{}, &ForbiddenError{Engine{"bounds", []string{"common causes and layers make the loss more than a sum of scenarios"}}}
	}
	alone, err := p.alone(ctx, o)
	if err != nil {
		return Bounds{}, err
	}
	b := Bounds{
		P: o.P, Comonotone: summed(alone, func(r Result) Estimate { return r.VaR(o.P) }),
		TVaR: summed(alone, func(r Result) Estimate { return r.TVaR(o.P) }),
	}
	if b.Most, err = mostVaR(ctx, alone, o); err != nil {
		return Bounds{}, err
	}
	if b.Least, err = leastVaR(ctx, alone, o); err != nil {
		return Bounds{}, err
	}
	return b, nil
}

// alone returns the distribution of each scenario by itself.
func (p Plan) alone(ctx context.Context, o BoundsOptions) ([]Result, error) {
	all := make([]Result, len(p.model.Scenarios))
	last := 1 - float64((1-o.P)/float64(2*o.Points))
	for i, s := range p.model.Scenarios {
		m := p.model
		m.Scenarios, m.Links, m.Controls = []Scenario{s}, nil, nil
		one, err := Compile(m)
		if err != nil {
			return nil, err
		}
		all[i], err = one.Exact(ctx, ExactOptions{Tolerance: 1e-4, At: []float64{o.P, last}, Year: o.Year})
		if err != nil {
			return nil, fmt.Errorf("loss: bounds: scenario %q: %w", s.ID, err)
		}
	}
	return all, nil
}

// mostVaR returns the largest VaR: the least sum of what is above it.
func mostVaR(ctx context.Context, alone []Result, o BoundsOptions) (Estimate, error) {
	low, high := make([][]float64, len(alone)), make([][]float64, len(alone))
	width := (1 - o.P) / float64(o.Points)
	for i, r := range alone {
		for k := range o.Points {
			at := o.P + float64(width*float64(k))
			low[i] = append(low[i], quantile(r.now, at))
			high[i] = append(high[i], quantile(r.now, at+width))
		}
		// The last value would be infinite; what is above the middle of the last
		// interval is taken to be there.
		high[i][o.Points-1] = quantile(r.now, 1-float64(width/2))
	}
	least, _, err := rearrange.Even(ctx, low, 1e-6)
	if err != nil {
		return Estimate{}, err
	}
	more, _, err := rearrange.Even(ctx, high, 1e-6)
	return between(least, more), err
}

// leastVaR returns the smallest VaR: the largest sum of what is below it.
func leastVaR(ctx context.Context, alone []Result, o BoundsOptions) (Estimate, error) {
	low, high := make([][]float64, len(alone)), make([][]float64, len(alone))
	width := o.P / float64(o.Points)
	for i, r := range alone {
		for k := range o.Points {
			at := float64(width * float64(k))
			low[i] = append(low[i], quantile(r.now, at))
			high[i] = append(high[i], quantile(r.now, at+width))
		}
	}
	_, largest, err := rearrange.Even(ctx, low, 1e-6)
	if err != nil {
		return Estimate{}, err
	}
	_, more, err := rearrange.Even(ctx, high, 1e-6)
	return between(largest, more), err
}

// between returns the estimate in the middle.
func between(low, high float64) Estimate {
	return Estimate{Value: low + float64((high-low)/2), Low: min(low, high), High: max(low, high), Basis: Estimated}
}

// summed returns the sum of a figure of each.
func summed(all []Result, figure func(Result) Estimate) Estimate {
	sum := exactly(0)
	for _, r := range all {
		e := figure(r)
		if e.Basis == Refused {
			return e
		}
		sum.Value, sum.Low, sum.High = sum.Value+e.Value, sum.Low+e.Low, sum.High+e.High
		sum.Basis = max(sum.Basis, e.Basis)
	}
	if math.IsInf(sum.Value, 1) {
		return refused(infiniteMean)
	}
	return sum
}
