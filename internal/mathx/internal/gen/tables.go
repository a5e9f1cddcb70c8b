package main

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/ismskit/ismskit/internal/mathx/internal/exact"
)

// expTable is 2^(j/128) in two parts.
func expTable() (file, error) {
	var b strings.Builder
	b.WriteString("// expTable[j] is 2^(j/128), as the sum of two numbers.\n")
	b.WriteString("var expTable = [128][2]float64{\n")
	for j := range 128 {
		high, low := split(exact.Exp(exact.Mul(exact.Ln2(bits), exact.New(float64(j)/128, bits))))
		fmt.Fprintf(&b, "{%s, %s},\n", literal(high), literal(low))
	}
	b.WriteString("}\n\n")
	b.WriteString(logTwo("ln2Over128", exact.Quo(exact.Ln2(bits), exact.New(128, bits)), 36))
	return source("exp_table.go", b.String())
}

// logTable is, for 128 parts of [0.6875, 1.375), a short number about the
// reciprocal of the part's middle, and the logarithm of what it is the
// reciprocal of. About 1 the number is 1, so that the logarithm starts from an
// exact difference there.
func logTable() (file, error) {
	var b strings.Builder
	b.WriteString("// logTable[j] is, for the part j of [0.6875, 1.375), a number r of 11 bits next to\n")
	b.WriteString("// the reciprocal, and -log r: a multiple of 2^-42, and the rest.\n")
	b.WriteString("var logTable = [128][3]float64{\n")
	for j := range 128 {
		low := math.Float64frombits(math.Float64bits(0.6875) + uint64(j)<<45)
		high := math.Float64frombits(math.Float64bits(0.6875) + uint64(j+1)<<45)
		r := math.Round(1024/((low+high)/2)) / 1024
		if low >= 1-1./128 && high <= 1+1./128 {
			r = 1
		}
		value := new(big.Float).SetPrec(bits)
		if r != 1 {
			value = exact.Neg(exact.Log(exact.New(r, bits)))
		}
		first, rest := quantized(value, 42)
		fmt.Fprintf(&b, "{%s, %s, %s},\n", literal(r), literal(first), literal(rest))
	}
	b.WriteString("}\n\n")
	b.WriteString(logTwo("ln2", exact.Ln2(bits), 42))
	return source("log_table.go", b.String())
}

// arctanTable is arctan(j/64) in two parts.
func arctanTable() (file, error) {
	var b strings.Builder
	b.WriteString("// arctanTable[j] is arctan(j/64), as the sum of two numbers.\n")
	b.WriteString("var arctanTable = [65][2]float64{\n")
	for j := range 65 {
		var high, low float64
		if j > 0 {
			high, low = split(exact.Arctan(exact.New(float64(j)/64, bits)))
		}
		fmt.Fprintf(&b, "{%s, %s},\n", literal(high), literal(low))
	}
	b.WriteString("}\n")
	return source("arctan_table.go", b.String())
}

// logTwo declares a constant in two parts, the first a multiple of 2^-places.
func logTwo(name string, x *big.Float, places int) string {
	high, low := quantized(x, places)
	return fmt.Sprintf("const (\n%sHigh = %s // a multiple of 2^-%d\n%sLow = %s\n)\n",
		name, literal(high), places, name, literal(low))
}

// quantized returns x as a multiple of 2^-places, and the rest.
func quantized(x *big.Float, places int) (high, low float64) {
	high = math.Ldexp(math.Round(math.Ldexp(float(x), places)), -places)
	return high, float(exact.Sub(x, exact.New(high, bits)))
}

// erfcTable is exp(x²) erfc(x) on [0.5, 32).
func erfcTable() (file, error) {
	text, err := pieces("erfcxTable", octaves(0.5, 32), exact.Erfcx, 55, false)
	if err != nil {
		return file{}, err
	}
	return source("erfc_table.go", "// erfcxTable is exp(x²) erfc(x) on [0.5, 32), eight pieces an octave.\n"+text)
}

// stirlingTable is what Stirling's formula leaves on [1, 16).
func stirlingTable() (file, error) {
	text, err := pieces("stirlingTable", octaves(1, 16), exact.Stirling, 58, true)
	if err != nil {
		return file{}, err
	}
	return source("stirling_table.go", "// stirlingTable is log Γ(x) - ((x-½) log x - x + ½ log 2π) on [1, 16), eight\n// pieces an octave.\n"+text)
}

// lgammaTable is log Γ(x), divided by what vanishes with it, on [0.5, 4).
func lgammaTable() (file, error) {
	text, err := pieces("lgammaTable", octaves(0.5, 4), func(x *big.Float) *big.Float {
		one, two := exact.New(1, bits), exact.New(2, bits)
		return exact.Quo(exact.Lgamma(x), exact.Mul(exact.Sub(x, one), exact.Sub(x, two)))
	}, 54, false)
	if err != nil {
		return file{}, err
	}
	return source("lgamma_table.go", "// lgammaTable is log Γ(x) / ((x-1)(x-2)) on [0.5, 4), eight pieces an octave.\n"+text)
}

// normTable is the quantile of the normal distribution: about the median by the
// distance from 1/2, in the tail by √(-2 log p).
func normTable() (file, error) {
	center, err := pieces("normCenterTable", even(0.3125, 1./64), func(q *big.Float) *big.Float {
		p := exact.Sub(exact.New(0.5, bits), q)
		return exact.Quo(exact.NormUpper(p, guess(math.Sqrt(-2*math.Log(float(p))))), q)
	}, 55, false)
	if err != nil {
		return file{}, err
	}
	tail, err := pieces("normTailTable", octaves(1.75, 40), func(s *big.Float) *big.Float {
		p := exact.Exp(exact.Neg(exact.Quo(exact.Mul(s, s), exact.New(2, bits))))
		return exact.NormUpper(p, guess(float(s)))
	}, 55, false)
	if err != nil {
		return file{}, err
	}
	return source("norm_table.go", "// normCenterTable is x/q, where q = Φ(x) - ½ on [0, 0.3125), in 64ths.\n"+center+
		"\n// normTailTable is x, where s = √(-2 log(1-Φ(x))) on [1.75, 40), eight pieces an\n// octave.\n"+tail)
}

// guess returns about the x that a normal variable exceeds with probability
// exp(-t²/2), by AS 26.2.22.
func guess(t float64) float64 {
	return t - (2.30753+0.27061*t)/(1+0.99229*t+0.04481*t*t)
}
