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
// accurate to about 1e-13 relative in its own tail.
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
// NaN and infinities are refused. So are parameters whose mean, where there is
// one, or median is not a number that float64 can hold. Nothing panics.
//
// # Same bits
//
// Every function is one of internal/mathx or exact, and every product is
// rounded before anything is added to it: a result has the same bits on every
// platform.
package dist
