package main

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/ismskit/ismskit/internal/mathx/internal/exact"
)

// vectors returns values of the incomplete functions, too slow to compute in a
// test.
func vectors() (file, error) {
	var b strings.Builder
	b.WriteString("# Made by go run ./internal/gen vectors, in the folder of package mathx.\n")
	b.WriteString("# function, its arguments, lower and upper tail\n")
	for _, a := range []float64{1e-3, 0.01, 0.1, 0.5, 0.999, 1, 1.5, 2.5, 7, 19.9, 20, 35, 100, 333.25, 1e3, 7e3, 1e4, 1e5, 1e6} {
		for _, x := range places(a, math.Sqrt(a)) {
			p, q := exact.Gamma(exact.New(a, bits), exact.New(x, bits))
			line(&b, p, q, "gamma", a, x)
		}
	}
	for _, ab := range shapes() {
		a, c := ab[0], ab[1]
		for _, odds := range places(a/c, a/c*math.Sqrt(1/a+1/c)) {
			x := odds / (1 + odds)
			if x == 0 || x == 1 {
				continue
			}
			p, q := exact.Beta(exact.New(a, bits), exact.New(c, bits), exact.New(x, bits))
			line(&b, p, q, "beta", a, c, x)
		}
	}
	for _, nu := range []float64{0.01, 0.5, 1, 2, 3.25, 10, 100, 1e3} {
		for _, t := range []float64{1e-10, 0.01, 0.5, 1, 1.75, 3, 6, 12, 37, 1e3, 1e10, 1e100} {
			q := student(nu, t)
			line(&b, exact.Sub(exact.New(1, q.Prec()), q), q, "student", nu, t)
		}
	}
	return file{"testdata/incomplete.tsv", []byte(b.String())}, nil
}

// places returns arguments in both tails and between, for a distribution over
// the positive numbers of about this mean and deviation.
func places(mean, deviation float64) []float64 {
	all := []float64{mean}
	for _, far := range []float64{0.01, 0.3, 1, 2, 4, 8, 15, 25, 36} {
		all = append(all, mean+far*deviation)
		if x := mean - far*deviation; x > 0 {
			all = append(all, x)
		} else {
			all = append(all, mean*math.Pow(10, -far*far/5))
		}
	}
	return all
}

// shapes returns pairs of parameters, without those that a series of 10^7 terms
// would be needed for.
func shapes() [][2]float64 {
	one := []float64{1e-3, 0.1, 0.5, 1, 1.75, 6, 40, 500, 1e4, 1e6}
	var all [][2]float64
	for _, a := range one {
		for _, b := range one {
			if max(a, b) <= 500 || min(a, b) >= 1e4 {
				all = append(all, [2]float64{a, b})
			}
		}
	}
	return all
}

// student returns the upper tail, ½ I(ν/(ν+t²); ν/2, ½).
func student(nu, t float64) *big.Float {
	const more = 320 // for 1 - x
	n, u := exact.New(nu, more), exact.New(t, more)
	x := exact.Quo(n, exact.Add(n, exact.Mul(u, u)))
	p, _ := exact.Beta(exact.New(nu/2, more), exact.New(0.5, more), x)
	return new(big.Float).SetMantExp(p, -1)
}

// line writes the values, unless one is too small for a number.
func line(b *strings.Builder, p, q *big.Float, function string, args ...float64) {
	const least = -1000 // as a power of two
	if p.MantExp(nil) < least || q.MantExp(nil) < least || p.Sign() <= 0 || q.Sign() <= 0 {
		return
	}
	b.WriteString(function)
	for _, x := range args {
		b.WriteString("\t" + literal(x))
	}
	fmt.Fprintf(b, "\t%s\t%s\n", p.Text('g', 25), q.Text('g', 25))
}
