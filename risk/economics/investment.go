package economics

// Investment is a control as an investment: the expected annual losses without
// and with it, and what it costs a year, all in one currency.
//
// The two figures of return on security investment (ROSI) are
//
//	Net    = Before − After − Cost             an amount
//	Ratio  = (Before − After − Cost) / Cost    1.4 is 140 %
//
// The ratio is that of ENISA, "Introduction to Return on Security Investment"
// (December 2012), and of Sonnenreich, Albanese and Stout (2006); written as
// loss reduction / cost − 1 it is the return on control of Hubbard and
// Seiersen. The figures of Sonnenreich's worked example (100,000 at risk, 75 %
// mitigated, cost 25,000, so 200 %) are quoted from memory.
//
// A ratio prefers what is cheap: rank by it only where the budget is what
// binds, else by the amount.
type Investment struct {
	Before float64 `json:"before,omitzero"` // amount per year without the control, at least 0
	After  float64 `json:"after,omitzero"`  // amount per year with it, at least 0; more than Before where it does harm
	Cost   float64 `json:"cost,omitzero"`   // amount per year, all included, at least 0
}

func (i Investment) inspect() inspection {
	var in inspection
	in.amount("before", i.Before)
	in.amount("after", i.After)
	in.amount("cost", i.Cost)
	return in
}

// Net returns the absolute return: what remains of the avoided loss once the
// control is paid. It is negative where the control costs more than it saves.
func (i Investment) Net() (float64, error) {
	in := i.inspect()
	return in.figure(func() float64 { return i.Before - i.After - i.Cost })
}

// Ratio returns the return per unit of cost, −1 and less where nothing is
// avoided. The cost must not be 0.
func (i Investment) Ratio() (float64, error) {
	in := i.inspect()
	if i.Cost == 0 {
		in.refuse("cost", "0", "an amount above 0: a ratio to nothing is none")
	}
	return in.figure(func() float64 { return (i.Before - i.After - i.Cost) / i.Cost })
}

// Mitigation is an investment whose effect is stated as the share of the loss
// that it avoids: ENISA's mitigation ratio, Sonnenreich's risk mitigated.
type Mitigation struct {
	Before float64 `json:"before,omitzero"` // amount per year without the control, at least 0
	Share  float64 `json:"share,omitzero"`  // share of Before that it avoids, 0 to 1
	Cost   float64 `json:"cost,omitzero"`   // amount per year, at least 0
}

// Investment returns the same with the loss that remains:
// After = Before − Before × Share.
func (m Mitigation) Investment() (Investment, error) {
	var in inspection
	in.amount("before", m.Before)
	in.share("share", m.Share)
	in.amount("cost", m.Cost)
	if err := in.err(); err != nil {
		return Investment{}, err
	}
	return Investment{Before: m.Before, After: m.Before - float64(m.Before*m.Share), Cost: m.Cost}, nil
}
