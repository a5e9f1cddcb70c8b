// Package fit finds the distribution that makes data most likely: losses,
// durations, numbers of incidents.
//
//	data := fit.Exact(12e3, 14e3, 18e3, 25e3, 33e3, 40e3, 62e3, 95e3, 140e3, 310e3)
//	data = append(data, fit.Between(20e3, 50e3))   // "a good ten thousands"
//	data = append(data, fit.AtLeast(500e3))        // the insurer's limit was reached
//	data = fit.Reported(5e3, data)                 // nothing below is in the books
//	found, err := fit.LogNormal(data)
//	fmt.Println(found)
//
// [LogNormal], [Gamma], [Weibull], [Exponential] and [GeneralizedPareto] take
// values that are known, values that are known to be in an interval, values
// that reached a limit, and values that were seen only because they exceed a
// reporting threshold. [Poisson] and [NegBinomial] take numbers of events with
// the time in which they were counted.
//
// A [Fit] has the distribution, the parameters with standard errors and
// covariance, what is needed to compare families, and how far data and
// distribution are apart.
//
// # What a fit is not
//
// Maximum likelihood takes the family for granted and lets the data choose in
// it. It never says that the family is right, least of all in the tail, where
// there are few data or none. Standard errors are those of many data: below 20
// observations or so they are a rough guide. They are the uncertainty of a
// parameter that is drawn once, for all years.
//
// # When there is none
//
// Not all data have a most likely distribution: values that are all equal,
// limits that were all reached, counts that vary less than a Poisson process.
// The error is an [Error] that names what is missing. Nothing panics, every
// search ends after a bounded number of steps, and the order of the data does
// not matter.
//
// # Same bits
//
// Like package dist, this one gives the same bits on every platform.
package fit
