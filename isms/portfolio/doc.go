// Package portfolio runs the risks of a register that stand in a loss model as
// one portfolio: what may be lost today, what once the treatments act, and which
// risk is how much of it. The outcome becomes assessments (clauses 6.1.2 and 8.2)
// from which anybody can compute the same figures again.
//
//	p, err := portfolio.New(view, model, portfolio.Options{})
//	out, err := p.Run(ctx, loss.SimOptions{Trials: 1 << 18, Seed: 1})
//	risks := out.Record(isms.Party{Kind: isms.KindRole, ID: "ciso"})
//
// # What is linked
//
// A risk names the scenarios that stand for it ([isms.Risk].Modeled), a treatment
// the controls of the model ([isms.Treatment].Modeled). [New] finds everything
// that does not fit at once, as isms.Problems: see [Codes]. Only risks that are
// open at the date of the view count.
//
// # Today and after treatment
//
// Controls whose treatment is in force at the date of the view act already: that
// is today. After treatment those act as well whose treatment begins later.
// Controls that no treatment stands for act in neither; [Portfolio].Today is a
// loss.Plan, which says what they would be worth. Both are simulated with the
// same events: what they differ by is not noise.
//
// # One risk and all of them
//
// The figures of a risk are those of the model restricted to its scenarios
// ([Alone]): the risk by itself, before what others share. Layers are left out,
// as others use them up too, and so are links and hits of causes with scenarios
// of other risks. So the figures of risks do not add up to those of all: years
// that are bad for one are seldom bad for the other, and a layer bears its part.
// What adds up is what each risk contributes to the expected loss, before layers:
// [Share].Adds.
//
// All figures are over the horizon of the model, as present values. A model of
// one year has those of a year.
package portfolio
