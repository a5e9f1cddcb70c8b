// Package loss computes how much a year may cost: scenarios that happen some
// number of times, each time with a loss, summed to the distribution of the
// annual loss.
//
//	plan, err := loss.Compile(loss.Model{ID: "acme", Currency: "EUR", Scenarios: []loss.Scenario{{
//		ID: "ransomware", Frequency: loss.Poisson{Rate: loss.Fixed(0.4)}, Severity: severity}}})
//	r, err := plan.Exact(ctx, loss.ExactOptions{})
//	fmt.Println(r.Mean(), r.VaR(0.95), r.TVaR(0.95), r.Exceedance(1e6))
//
// # What an annual loss is
//
// In each year there is a number of events, N, and each has a loss of its own:
// S = Y₁ + … + Yₙ. The product of a frequency and one severity is something
// else, with the same mean: it has no years without loss, and its VaR is wrong.
//
// A parameter that is uncertain says whether it is so per event, per year or
// once: see [Uncertain].
//
// # What is computed
//
// VaR(p) is the least x with P(S ≤ x) ≥ p; TVaR(p) is the mean of VaR over the
// probabilities above p. Each figure is an [Estimate]: a value between a low and
// a high one, and the basis of these: a formula, or an estimate of the error.
//
// [Plan.Exact] computes the distribution without drawing random numbers, by
// Fourier transforms. [Plan.Simulate] draws trials, event by event; its figures
// have the interval that chance leaves open, and any number of workers, or of
// machines with a part each, gives the same bits. [Plan.Engines] says what forbids
// either for a model. [Sample.Against] has both side by side.
//
// # Models as files
//
// People write a model in YAML, see package risk/loss/yaml, and programs in JSON,
// see package risk/loss/file: every fault has its line and column. The program
// examples/losscurve prints what both engines say of one.
//
// # Units
//
// Amounts are in the one currency of the model. Probabilities go from 0 to 1.
// Rates are events per year, or per the period of the scenario.
//
// # Errors
//
// [Compile] finds every fault of a model at once, each with its place and what
// would do: see [Problems]. Nothing panics on a model, whatever its numbers are.
// A distribution of one's own has to keep to the contract of [dist.Dist].
//
// # Same bits
//
// The same model and options give the same bits on every platform, under the
// same name of the algorithm in [Provenance].
package loss
