package fair

import (
	"cmp"
	"context"
	"fmt"
	"math"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// Node is a factor of a tree with what is known of it. A frequency is a rate: its
// P5 and P95 are about the rate of a year, not about the number of events. So a
// probability that is drawn per event adds nothing to the spread of a frequency.
type Node struct {
	Factor  string `json:"factor"`           // a JSON Pointer of the tree, or "/magnitude"
	Derived string `json:"derived,omitzero"` // from what; "" of what is given

	Mean loss.Estimate `json:"mean"`
	P5   loss.Estimate `json:"p5"`  // one value in twenty is below
	P95  loss.Estimate `json:"p95"` // one value in twenty is above
}

// Explain returns the factors of the tree from top to bottom, given or derived:
// what an analyst looks at before the losses of a year. "/magnitude" is the loss
// of an event with all that may follow.
//
// Percentiles of what is derived are estimates to six digits, or refused with
// the reason. The error is [Problems], or that of ctx.
func (t Tree) Explain(ctx context.Context) ([]Node, error) {
	ps := t.check()
	if err := ps.err(); err != nil {
		return nil, err
	}
	all := t.frequencies(ctx)
	magnitude, err := t.magnitudes(ctx)
	if err := cmp.Or(ctx.Err(), err); err != nil {
		return nil, err
	}
	return append(all, magnitude...), nil
}

// frequencies returns the nodes of the loss event frequency.
func (t Tree) frequencies(ctx context.Context) []Node {
	if t.LEF.Dist != nil {
		return []Node{given("/lef", t.LEF.Dist)}
	}
	threats, rates := t.threats(ctx)
	overcome, vulnerability := t.overcome()
	lef := derived(ctx, "/lef", "tef × vulnerability", append(rates, vulnerability)...)
	return append(append([]Node{lef}, threats...), overcome...)
}

// threats returns the nodes of the threat event frequency, and what it is the
// product of.
func (t Tree) threats(ctx context.Context) ([]Node, []loss.Uncertain) {
	if t.TEF.Dist != nil {
		return []Node{given("/tef", t.TEF.Dist)}, []loss.Uncertain{t.TEF}
	}
	factors := []loss.Uncertain{t.ContactFrequency, t.ProbabilityOfAction}
	return []Node{
		derived(ctx, "/tef", "contactFrequency × probabilityOfAction", factors...),
		given("/contactFrequency", t.ContactFrequency.Dist), given("/probabilityOfAction", t.ProbabilityOfAction.Dist),
	}, factors
}

// overcome returns the nodes of the vulnerability, and its value.
func (t Tree) overcome() ([]Node, loss.Uncertain) {
	value := t.vulnerability()
	if t.TCap == nil {
		return []Node{given("/vulnerability", value.Dist)}, value
	}
	v := value.Dist.Mean()
	known := loss.Estimate{Value: v, Low: max(v-quadratureError, 0), High: min(v+quadratureError, 1), Basis: loss.Estimated}
	return []Node{
		{Factor: "/vulnerability", Derived: "P(tCap > resistance)", Mean: known, P5: known, P95: known},
		given("/tCap", t.TCap), given("/resistance", t.Resistance),
	}, value
}

// magnitudes returns the nodes of the loss of an event.
func (t Tree) magnitudes(ctx context.Context) ([]Node, error) {
	severity, then := t.losses()
	for i := range then { // of one event, only the mean of a probability matters
		then[i].Probability = loss.Fixed(then[i].Probability.Dist.Mean())
	}
	from := "primary"
	if len(t.Secondary) > 0 {
		from = "primary + secondary"
	}
	whole, err := amount(ctx, "/magnitude", from, severity, then)
	all := []Node{whole}
	add := func(path string, given dist.Dist, formsPath string, forms Forms) {
		nodes, fault := parts(ctx, path, given, formsPath, forms)
		all = append(all, nodes...)
		if err == nil {
			err = fault
		}
	}
	add("/primary", t.Primary, "/primaryForms", t.PrimaryForms)
	for i, s := range t.Secondary {
		path := fmt.Sprintf("/secondary/%d", i)
		all = append(all, given(path+"/slef", s.SLEF.Dist))
		add(path+"/slm", s.SLM, path+"/forms", s.Forms)
	}
	if err != nil {
		return nil, err
	}
	return all, nil
}

// parts returns the node of a loss, and those of its forms.
func parts(ctx context.Context, path string, amountGiven dist.Dist, formsPath string, forms Forms) ([]Node, error) {
	if amountGiven != nil {
		return []Node{given(path, amountGiven)}, nil
	}
	stated := forms.stated()
	then := make([]loss.Stage, 0, len(stated))
	var below []Node
	for i, f := range stated {
		below = append(below, given(formsPath+"/"+f.name, f.amount))
		if i > 0 {
			then = append(then, loss.Stage{ID: f.name, Probability: loss.Fixed(1), Severity: f.amount})
		}
	}
	sum, err := amount(ctx, path, "the sum of its forms", stated[0].amount, then)
	return append([]Node{sum}, below...), err
}

// amount returns the node of what one event costs, which the exact engine
// computes. The error is that of ctx.
func amount(ctx context.Context, path, from string, severity dist.Dist, then []loss.Stage) (Node, error) {
	if len(then) == 0 {
		n := given(path, severity)
		n.Derived = from
		return n, nil
	}
	mean := severity.Mean()
	for _, s := range then {
		if p := s.Probability.Dist.Mean(); p > 0 { // 0 of an infinite mean is 0
			mean += float64(p * meanOf(s))
		}
	}
	n := Node{Factor: path, Derived: from, Mean: exactly(mean)}
	r, err := oneEvent(ctx, loss.Scenario{ID: "event", Frequency: loss.Exactly{Events: 1}, Severity: severity, Then: then})
	switch {
	case ctx.Err() != nil:
		return Node{}, ctx.Err()
	case err != nil:
		n.P5, n.P95 = refused(err.Error()), refused(err.Error())
	default:
		n.P5, n.P95 = r.VaR(0.05), r.VaR(0.95)
	}
	return n, nil
}

// meanOf returns the mean loss of a stage that happens.
func meanOf(s loss.Stage) float64 {
	sum := s.Severity.Mean()
	for _, d := range s.With {
		sum += d.Mean()
	}
	return sum
}

func oneEvent(ctx context.Context, s loss.Scenario) (loss.Result, error) {
	plan, err := loss.Compile(loss.Model{ID: "event", Scenarios: []loss.Scenario{s}})
	if err != nil {
		return loss.Result{}, err
	}
	return plan.Exact(ctx, loss.ExactOptions{At: []float64{0.95}, Tolerance: 1e-6})
}

// given returns the node of what is.
func given(path string, d dist.Dist) Node {
	return Node{Factor: path, Mean: exactly(d.Mean()), P5: exactly(d.Quantile(0.05)), P95: exactly(d.Upper(0.05))}
}

func exactly(x float64) loss.Estimate {
	return loss.Estimate{Value: x, Low: x, High: x, Basis: loss.Exact}
}

func refused(why string) loss.Estimate { return loss.Estimate{Basis: loss.Refused, Reason: why} }

// within returns the estimate x, of which y is another, not as good.
func within(x, y float64) loss.Estimate {
	off := math.Abs(x-y) + float64(1e-11*math.Abs(x))
	return loss.Estimate{Value: x, Low: max(x-off, 0), High: x + off, Basis: loss.Estimated}
}
