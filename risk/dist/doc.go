// Package dist has the probability distributions of quantitative risk: losses,
// rates, probabilities and durations as [Dist], numbers of events as [Count].
//
//	loss, err := dist.LogNormal90(20e3, 1e6)     // 9 in 10 losses are between
//	rate, err := dist.NewPERT(0.5, 2, 12)        // events a year
//	fmt.Println(dist.Implied(loss, 5e6))         // what that says about mean and tail
//	same, err := dist.Parse("pert(min=0.5, mode=2, max=12)")
//
// A distribution is an immutable value, made by its constructor or by [Parse],
// safe for concurrent use. The zero value of its type is no distribution: what
// it returns means nothing.
//
// # Both tails
//
// Risk lives in the upper tail, where 1 - CDF(x) has no digits left. So
// probabilities come in pairs: CDF and Survival, Quantile and Upper. Each is
// accurate to 1e-12 of its value in its own tail, down to 1e-12 and beyond.
//
// # Units
//
// A distribution has the unit of its parameters: money, events per year,
// hours. Probabilities go from 0 to 1, never 0 to 100.
//
// # Errors
//
// A constructor that refuses its parameters says which, what it got and what it
// wants, in a [ParamError]; [Parse] adds where in the text, in a [ParseError].
// NaN and infinities are refused, but for bounds that may be absent. So are
// parameters so large or small that the functions would lose their accuracy.
// Nothing panics.
//
// # Same bits
//
// Every function is one of internal/mathx or exact, and every product is
// rounded before anything is added to it: a result has the same bits on every
// platform.
package dist
