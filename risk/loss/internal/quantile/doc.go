// Package quantile turns uniform numbers into draws of any distribution, by a
// table of its quantile function.
//
//	t, err := quantile.Build(d)
//	x := t.At(word)      // of any 64 uniform bits
//	t.Fill(xs, words)    // of many
//
// A draw does not decrease as its word increases, but for the last bits of the
// arithmetic, about 1e-15 of the spread. So the words decide the kind of
// simulation, and all kinds share one sampler: random words for plain Monte
// Carlo, stratified ones for a Latin hypercube, those of a Sobol sequence, those
// of a copula ([Word]), the same ones for two models that are compared, and ^word
// for the antithetic draw of word.
//
// # The uniform number
//
// A word w stands for the uniform number u = (w + ½) / 2^64. Half of the words
// are in the lower tail, where u is the probability below the draw, and half in
// the upper one, where 1 - u = (^w + ½) / 2^64 is the probability above it: both
// tails are equally fine, and neither 0 nor 1 occurs. [Uniform] gives both
// probabilities, to the digits of float64.
//
// # The table
//
// Each tail is divided into octaves, [2^-k, 2^-(k-1)) of its probability, down
// to 2^-45, and each octave into cells of equal width, as many as it takes. In a
// cell the quantile function is a cubic polynomial, which agrees with it and with
// its derivative, 1/density, at both ends. A cell with a kink or an atom of the
// distribution inside has a polynomial for each side. Where no cubic is found
// that is good enough, and beyond 2^-45, a draw is the distribution's own
// quantile.
//
// # The error
//
// Cubics are halved until the error in the middle of each, where a cubic that
// touches at both ends is furthest off, is at most half of [Tolerance]; where
// halving does not help as it should, the quarters are looked at too. That is a
// check and not a bound: the tests hold every family at many more places to
// Tolerance itself. The error is in proportion to
//
//	min(max(|x|, R/1024), R + |x - median|)
//
// for a quantile x, and R the distance of the quartiles (if these are equal, of
// quantiles further out): relative to the value, as a loss wants it, but for
// values that are nothing beside the others, and relative to the spread, as a
// narrow distribution wants it. Table.Error is the greatest one that was found.
//
// # Same bits
//
// A table is made and read by exact arithmetic and functions of internal/mathx
// alone: a draw has the same bits on every platform.
package quantile
