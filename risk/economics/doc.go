// Package economics has the published formulas that put risk and its treatment
// in money: expected losses, the return of a control, how much to spend at
// most.
//
//	sle, err := economics.SingleLoss{AssetValue: 2e6, ExposureFactor: 0.4}.Expectancy()
//	ale, err := economics.AnnualLoss{SLE: sle, ARO: 0.75}.Expectancy()
//	net, err := economics.Investment{Before: ale, After: 90e3, Cost: 120e3}.Net() // 390000
//
// # What is here
//
//   - [SingleLoss] and [AnnualLoss]: single loss expectancy and annual loss
//     expectancy, SLE = value × exposure, ALE = SLE × rate.
//   - [Investment] and [Mitigation]: return on security investment, as an
//     amount and as a ratio (ENISA 2012; Sonnenreich; Hubbard's return on
//     control is the same ratio).
//   - [ClassI], [ClassII] and [Stake]: the model of Gordon and Loeb, with the
//     optimal investment and the bound 1/e.
//   - [Interval], [LogNormal], [Scenario], [RapidAudit] and [Tolerance]: the
//     quantities of Hubbard and Seiersen.
//   - [Succession]: Laplace's rule for events seen seldom or never.
//   - [Series]: controls one behind the other.
//
// None of them is a method of risk assessment that gives a level: they are
// functions of amounts. An expected loss is one figure, the mean. Two risks
// with the same mean may differ in everything that matters; where that is the
// question, simulate.
//
// # Units
//
// Amounts are in one currency, whichever, the same in all fields of a value;
// where amounts of several values are summed each names its currency, an ISO
// 4217 code, and different ones are refused: there are no exchange rates here.
// Losses are estimates, so they are float64. Shares and probabilities go from
// 0 to 1, never 0 to 100. Rates are events per year, and may exceed 1: a rate
// is no probability.
//
// # Errors
//
// An input outside its range, NaN or infinite is refused by name, all of them
// at once, in an [InputErrors]; nothing is clamped. [ErrOverflow] says
// that inputs each in their range give no finite figure. With an error the
// result is the zero value.
//
// # Certainty
//
// The doc comment of each type names its source. Two things are known from
// memory only, and say so there: Laplace's rule as the book prints it, and the
// figures of Sonnenreich's example.
//
// The same inputs give the same bits on every platform: products are rounded
// before anything is added to them.
package economics
