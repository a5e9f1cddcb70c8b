// Package exact computes the functions of package mathx slowly and to any
// precision, from the definitions in textbooks: series, recurrences and
// Newton's method over big.Float. It makes the tables of mathx and the values
// that its tests compare with, and nothing else uses it.
//
// A result has the precision of the argument; all but its last few bits are
// right. What cancels is the caller's to know: ask with more bits.
//
// The formulas are those of Abramowitz and Stegun, Handbook of Mathematical
// Functions, 1964 (AS), and of the NIST Digital Library of Mathematical
// Functions, dlmf.nist.gov (DLMF).
package exact

import "math/big"

// guard is how many bits more than asked are carried.
const guard = 64

// New returns x with the given precision.
func New(x float64, bits uint) *big.Float { return new(big.Float).SetPrec(bits).SetFloat64(x) }

// Round returns x with the given precision.
func Round(x *big.Float, bits uint) *big.Float { return new(big.Float).SetPrec(bits).Set(x) }

// Add returns x + y with the precision of x, as do the three below.
func Add(x, y *big.Float) *big.Float { return new(big.Float).SetPrec(x.Prec()).Add(x, y) }

// Sub returns x - y.
func Sub(x, y *big.Float) *big.Float { return new(big.Float).SetPrec(x.Prec()).Sub(x, y) }

// Mul returns x y.
func Mul(x, y *big.Float) *big.Float { return new(big.Float).SetPrec(x.Prec()).Mul(x, y) }

// Quo returns x / y.
func Quo(x, y *big.Float) *big.Float { return new(big.Float).SetPrec(x.Prec()).Quo(x, y) }

// Sqrt returns the square root of x.
func Sqrt(x *big.Float) *big.Float { return new(big.Float).SetPrec(x.Prec()).Sqrt(x) }

// Neg returns -x.
func Neg(x *big.Float) *big.Float { return new(big.Float).SetPrec(x.Prec()).Neg(x) }

// of returns a small number with the precision of x.
func of(x *big.Float, n int64) *big.Float { return new(big.Float).SetPrec(x.Prec()).SetInt64(n) }

// scale returns x 2^n.
func scale(x *big.Float, n int) *big.Float { return new(big.Float).SetMantExp(x, n) }

// negligible tells whether term no longer changes sum.
func negligible(term, sum *big.Float) bool {
	return term.Sign() == 0 || sum.Sign() != 0 && sum.MantExp(nil)-term.MantExp(nil) > int(sum.Prec())
}

// wider returns x with the guard bits.
func wider(x *big.Float) *big.Float { return Round(x, x.Prec()+guard) }
