// Package mathx is the mathematics of the engine: elementary functions, error
// function, gamma and beta functions with their inverses, normal and Student
// probabilities, each with the same bits on every platform.
//
// Package math does not promise that: its Exp, Log, Erf and Lgamma have
// assembly on one port and not on the other, and a port may fuse x*y + z into
// one rounding. Here every product is rounded by a conversion, every fused
// operation is spelled math.FMA, and of package math nothing is used but Sqrt,
// Abs, Floor, FMA, the tests for NaN and infinity, and the bits of a number.
// Digests in the tests hold the bits.
//
// # Accuracy
//
// An ulp is the distance of neighboring numbers. Exp, Expm1, Log, Log1p and Pow
// are off by less than 0.6 ulp, sine, cosine and Atan2 by less than 1; the error
// functions, the normal ones and Lgamma by at most 3, also far out in the tails.
// The incomplete functions and the densities have a relative error below 1e-14
// in both tails, for parameters from 1e-3 to 1e6; mostly it is below 1e-15.
// Tails come in pairs, one function for each, because 1 - p cannot be undone:
// ask for the one you mean.
//
// # Special values
//
// An argument outside of the domain, and NaN, give NaN. Nothing panics, and
// every iteration is bounded.
package mathx

//go:generate go run ./internal/gen
