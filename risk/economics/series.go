package economics

import "fmt"

// Control is how much one control does against one kind of event.
//
// All three shares have to be stated: one that is left out is 0, and no credit
// is taken. (CRML takes coverage and reliability as 1 where they are left out.)
type Control struct {
	Title         string  `json:"title,omitzero"`
	Effectiveness float64 `json:"effectiveness,omitzero"` // share of the events it stops where it stands and works, 0 to 1
	Coverage      float64 `json:"coverage,omitzero"`      // share of what is exposed that it stands before, 0 to 1
	Reliability   float64 `json:"reliability,omitzero"`   // share of the time that it works, 0 to 1
}

func (c Control) inspect(in *inspection, at string) {
	in.at = at
	in.share("effectiveness", c.Effectiveness)
	in.share("coverage", c.Coverage)
	in.share("reliability", c.Reliability)
	in.at = ""
}

// Reduction returns the share of the events that the control takes away:
// Effectiveness × Coverage × Reliability.
func (c Control) Reduction() (float64, error) {
	var in inspection
	c.inspect(&in, "")
	return in.figure(c.reduction)
}

func (c Control) reduction() float64 { return float64(c.Effectiveness * c.Coverage * c.Reliability) }

// Series is controls one behind the other: an event has to pass them all.
//
// The rules are those of CRML, the Cyber Risk Modeling Language
// (github.com/Faux16/crml, tests of its engine).
type Series struct {
	Frequency float64   `json:"frequency,omitzero"` // events per year before any control, at least 0
	Controls  []Control `json:"controls,omitzero"`
}

// Residual is what a series of controls leaves.
type Residual struct {
	Frequency float64 `json:"frequency,omitzero"` // events per year that remain
	Reduction float64 `json:"reduction,omitzero"` // share of the events taken away, 0 to 1; also where there were none
	// Implausible warns: more than 99.9 % taken away is seldom true of controls,
	// and mostly of estimates that forgot what the controls have in common.
	Implausible bool `json:"implausible,omitzero"`
}

// leastPlausible is the share of events that controls leave at the least before
// the result is called implausible. A thousandth computed as a product is not
// always the thousandth; who is just at it is not warned.
const leastPlausible = 0.001 * (1 - 1e-9)

// Residual returns what remains where the controls fail independently of each
// other:
//
//	Frequency × Π (1 − reduction)
//
// Controls that share a cause of failure (one directory, one administrator, one
// vendor) do less than this says.
func (s Series) Residual() (Residual, error) {
	in := s.inspect()
	if err := in.err(); err != nil {
		return Residual{}, err
	}
	return s.residual(s.remaining()), nil
}

// CorrelatedHeuristic returns what remains where the controls are correlated,
// by the heuristic of CRML: it gives back a part of the reduction,
//
//	(base − reduced) × correlation × mean reduction of a control × 0.5
//
// This is a rule of thumb and follows from nothing: at correlation 1 two
// controls of 80 % come out at 58 %, less than one of them alone. Use it to see
// whether a decision hangs on independence, not as a figure to quote.
// Correlation is 0 to 1; one control alone is left as it is.
func (s Series) CorrelatedHeuristic(correlation float64) (Residual, error) {
	in := s.inspect()
	in.share("correlation", correlation)
	if err := in.err(); err != nil {
		return Residual{}, err
	}
	remaining := s.remaining()
	if n := len(s.Controls); n > 1 {
		var sum float64
		for _, c := range s.Controls {
			sum += c.reduction()
		}
		remaining += float64((1 - remaining) * correlation * sum / float64(n) * 0.5)
	}
	return s.residual(remaining), nil
}

func (s Series) inspect() inspection {
	var in inspection
	in.rate("frequency", s.Frequency)
	for i, c := range s.Controls {
		c.inspect(&in, fmt.Sprintf("controls/%d/", i))
	}
	return in
}

// remaining is the share of the events that passes all controls.
func (s Series) remaining() float64 {
	share := 1.0
	for _, c := range s.Controls {
		share = float64(share * (1 - c.reduction()))
	}
	return share
}

func (s Series) residual(remaining float64) Residual {
	return Residual{
		Frequency:   s.Frequency * remaining,
		Reduction:   1 - remaining,
		Implausible: remaining < leastPlausible,
	}
}
