package main

import (
	"fmt"
	"math/big"
	"strings"
)

const (
	temmeOrders = 12 // powers of 1/a
	temmePowers = 26 // powers of η
)

// temmeTable is the coefficients of Temme's uniform expansion of the incomplete
// gamma function, C(k, η) = Σ d(k, n) η^n (DLMF 8.12.9 to 8.12.12), from exact
// fractions.
//
// With ½η² = μ - log(1+μ), μ = Σ m(n) η^n solves μ μ' = η (1 + μ). C(0) is
// 1/μ - 1/η, and C(k) = C'(k-1)/η + (-1)^k g(k)/μ, where g(k) is the coefficient
// of a^-k in 1/Γ*(a), and its value is what keeps C(k) free of 1/η.
func temmeTable() (file, error) {
	powers := temmePowers + 2*temmeOrders + 2
	reciprocal := reciprocalOfMu(powers)
	row := make([]*big.Rat, len(reciprocal)) // C(k), from η^-1
	for i, c := range reciprocal {
		row[i] = new(big.Rat).Set(c)
	}
	row[0].Sub(row[0], big.NewRat(1, 1))
	var b strings.Builder
	b.WriteString("// temmeTable[k][n] is the coefficient of η^n/a^k in Temme's expansion.\n")
	fmt.Fprintf(&b, "var temmeTable = [%d][%d]float64{\n", temmeOrders, temmePowers)
	for range temmeOrders {
		b.WriteString("{")
		for n := range temmePowers {
			f, _ := row[n+1].Float64()
			b.WriteString(literal(f) + ", ")
		}
		b.WriteString("},\n")
		row = nextTemme(row, reciprocal)
	}
	b.WriteString("}\n")
	return source("temme_table.go", b.String())
}

// nextTemme returns C' / η + g/μ, with g such that the coefficient of 1/η is 0.
// All begin with the coefficient of 1/η.
func nextTemme(row, reciprocal []*big.Rat) []*big.Rat {
	next := make([]*big.Rat, len(row)-2)
	g := new(big.Rat).Neg(row[2]) // d(k-1, 1), over the coefficient 1 of 1/η in 1/μ
	for i := range next {
		// The coefficient of η^(i-1): (i+1) d(i+1) from the derivative.
		next[i] = new(big.Rat).Mul(row[i+2], big.NewRat(int64(i+1), 1))
		next[i].Add(next[i], new(big.Rat).Mul(g, reciprocal[i]))
	}
	return next
}

// reciprocalOfMu returns the coefficients of 1/μ from η^-1 on.
func reciprocalOfMu(n int) []*big.Rat {
	m := mu(n + 2)
	all := make([]*big.Rat, n) // (Σ m(i+1) η^i) (Σ all(i) η^i) = 1
	for i := range all {
		sum := new(big.Rat)
		if i == 0 {
			sum.SetInt64(1)
		}
		for j := range i {
			sum.Sub(sum, new(big.Rat).Mul(all[j], m[i-j+1]))
		}
		all[i] = sum
	}
	return all
}

// mu returns the coefficients of μ: m(1) = 1, and the coefficient of η^n in
// μ μ' = η + η μ gives m(n).
func mu(n int) []*big.Rat {
	m := make([]*big.Rat, n+1)
	m[0], m[1] = new(big.Rat), big.NewRat(1, 1)
	for k := 2; k <= n; k++ {
		// Σ i+j=k+1, i,j ≥ 1 of j m(i) m(j) = (k+1)/2 Σ m(i) m(j) = m(k-1)
		sum := new(big.Rat).Mul(m[k-1], big.NewRat(2, int64(k+1)))
		for i := 2; i < k; i++ {
			sum.Sub(sum, new(big.Rat).Mul(m[i], m[k+1-i]))
		}
		m[k] = sum.Quo(sum, big.NewRat(2, 1))
	}
	return m
}
