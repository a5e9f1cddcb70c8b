package main

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/internal/mathx/internal/exact"
)

const (
	bits   = 200 // of the values that a table is made from
	degree = 10  // of the polynomials
)

// A function is one that a table stands for.
type function func(x *big.Float) *big.Float

// A span is a part of the argument, with a polynomial of its own.
type span struct{ low, high float64 }

// octaves cuts [low, high) into spans of an eighth of a power of two.
func octaves(low, high float64) []span {
	var all []span
	for x := low; x < high; {
		_, e := math.Frexp(x)
		next := x + math.Ldexp(1, e-4)
		all = append(all, span{x, next})
		x = next
	}
	return all
}

// even cuts [0, high) into spans of the same width.
func even(high, width float64) []span {
	var all []span
	for x := 0.0; x < high; x += width {
		all = append(all, span{x, x + width})
	}
	return all
}

// pieces returns a Go table of f, one polynomial a span. Its error, before
// rounding, is at most 2^-exponent of the value, or as an absolute one when
// absolute is set.
func pieces(name string, spans []span, f function, exponent int, absolute bool) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "var %s = [...]piece{\n", name)
	for _, s := range spans {
		p := interpolate(s, f)
		if err := p.check(s, f, exponent, absolute); err != nil {
			return "", fmt.Errorf("%s: %w", name, err)
		}
		b.WriteString(p.text())
	}
	b.WriteString("}\n")
	return b.String(), nil
}

// A polynomial is Σ c[i] (x - center)^i.
type polynomial struct {
	center *big.Float
	c      []*big.Float
}

// interpolate returns the polynomial that agrees with f at the zeros of the
// Chebyshev polynomial of the span, which is close to the best there is.
func interpolate(s span, f function) polynomial {
	p := polynomial{center: exact.New((s.low+s.high)/2, bits)}
	half := (s.high - s.low) / 2
	x, y := make([]*big.Float, degree+1), make([]*big.Float, degree+1)
	for i := range x {
		// The zero need not be exact, but the same everywhere.
		zero := math.Round(math.Ldexp(math.Cos(math.Pi*(float64(i)+0.5)/(degree+1)), 20))
		x[i] = exact.New(math.Ldexp(zero, -20)*half, bits)
		y[i] = f(exact.Add(x[i], p.center))
	}
	p.c = monomials(x, y)
	return p
}

// monomials returns the coefficients of the polynomial through the points, by
// Newton's divided differences.
func monomials(x, y []*big.Float) []*big.Float {
	d := append([]*big.Float(nil), y...)
	for k := 1; k < len(x); k++ {
		for i := len(x) - 1; i >= k; i-- {
			d[i] = exact.Quo(exact.Sub(d[i], d[i-1]), exact.Sub(x[i], x[i-k]))
		}
	}
	c := []*big.Float{d[len(d)-1]}
	for k := len(x) - 2; k >= 0; k-- { // times x - x[k], and d[k] added
		next := append([]*big.Float{d[k]}, c...)
		for i := range c {
			next[i] = exact.Sub(next[i], exact.Mul(c[i], x[k]))
		}
		c = next
	}
	return c
}

func (p polynomial) at(x *big.Float) *big.Float {
	t := exact.Sub(x, p.center)
	sum := p.c[len(p.c)-1]
	for i := len(p.c) - 2; i >= 0; i-- {
		sum = exact.Add(exact.Mul(sum, t), p.c[i])
	}
	return sum
}

// check compares the polynomial with f between the points that made it.
func (p polynomial) check(s span, f function, exponent int, absolute bool) error {
	for _, part := range []float64{1. / 1024, 0.06, 0.2, 0.45, 0.8, 1 - 1./1024} {
		x := exact.New(s.low+part*(s.high-s.low), bits)
		want := f(x)
		off := exact.Sub(p.at(x), want)
		if !absolute {
			off = exact.Quo(off, want)
		}
		if off.Sign() != 0 && off.MantExp(nil) > -exponent {
			return fmt.Errorf("[%g, %g): got an error of %.3g, want at most 2^-%d", s.low, s.high, off, exponent)
		}
	}
	return nil
}

// text returns the polynomial as an element of a Go table: its center, the
// constant in two parts, the other coefficients.
func (p polynomial) text() string {
	words := []string{literal(float(p.center))}
	high, low := split(p.c[0])
	words = append(words, literal(high), literal(low))
	for _, c := range p.c[1:] {
		words = append(words, literal(float(c)))
	}
	return "{" + strings.Join(words, ", ") + "},\n"
}

// split returns x as the sum of two numbers, the first of them x rounded.
func split(x *big.Float) (high, low float64) {
	high = float(x)
	return high, float(exact.Sub(x, exact.New(high, bits)))
}

func float(x *big.Float) float64 {
	f, _ := x.Float64()
	return f
}

// literal returns f as Go writes it, to the last bit.
func literal(f float64) string { return strconv.FormatFloat(f, 'x', -1, 64) }
