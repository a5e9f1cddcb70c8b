// Package elicit turns what people judge, and what was counted, into
// distributions: several experts into one, a judgment and the incidents since
// into another. And it tells how good somebody's judgments are.
//
//	pooled, err := elicit.Pool([]elicit.Opinion{
//		{Expert: "operations", Dist: dist.Of{Dist: first}, Weight: 2},
//		{Expert: "finance", Dist: dist.Of{Dist: second}, Weight: 1},
//	})
//
// # Several experts
//
// [Pool] is the linear pool of distributions, [LinearPool] and
// [LogarithmicPool] are those of probabilities. The weights are chosen, or
// earned: a [Panel] answers questions whose answers are known, and Cooke's
// classical model weighs each expert by calibration and information.
//
// # How good are judgments?
//
// [Hits] compares 90 % intervals with the answers, [Score] probabilities with
// what happened: Brier score with Murphy's decomposition, logarithmic score. Both
// say in words what can be said, and with what probability a calibrated person
// looks as bad. [Questions] and [Statements] are for training.
//
// # What was counted
//
// A [Rate] is what is known of how often something happens in a year, a [Chance]
// how likely it is each time. A prior comes from an interval or a mode that was
// stated, or states that nothing is known; After is what is known when events,
// and years without any, were counted. A year without an incident is an
// observation like any other.
//
//	prior, err := elicit.RateBetween(0.1, 2) // 90 % sure
//	update, err := prior.Update(0, 5)        // nothing happened in 5 years
//	fmt.Println(update)
//
// # Errors
//
// Bad input is an [InputError] that names the field. Nothing panics. Like package
// dist, this one gives the same bits on every platform.
package elicit

//go:generate go run ./internal/gen
