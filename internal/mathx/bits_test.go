package mathx_test

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/internal/mathx"
)

// An argument is drawn from the numbers between low and high, each as likely as
// any other, so that every power of two has its share; signed ones are negated
// half of the time. No arithmetic is involved that a platform could do its own
// way.
type argument struct {
	low, high float64
	signed    bool
}

func (a argument) draw(r *rand.Rand) float64 {
	low, high := math.Float64bits(a.low), math.Float64bits(a.high)
	x := math.Float64frombits(low + r.Uint64N(high-low+1))
	if a.signed && r.Uint64()&1 == 1 {
		return -x
	}
	return x
}

var (
	anything    = argument{0, math.Inf(1), true}
	moderate    = argument{1e-10, 1000, true}
	positive    = argument{0, math.MaxFloat64, false}
	probability = argument{0, 1, false}
	usual       = argument{1e-6, 1, false}
	shape       = argument{1e-3, 1e6, false}
	factor      = argument{0.25, 4, false}
)

// Each function is called with drawn arguments; those of one argument with any
// at all, too.
var functions = []struct {
	name string
	args []argument
	f    func(x ...float64) []float64
}{
	{"Exp", []argument{moderate}, one(mathx.Exp)},
	{"Expm1", []argument{moderate}, one(mathx.Expm1)},
	{"Log", []argument{positive}, one(mathx.Log)},
	{"Log about 1", []argument{factor}, one(mathx.Log)},
	{"Log1p", []argument{moderate}, one(mathx.Log1p)},
	{"Pow", []argument{positive, moderate}, two(mathx.Pow)},
	{"SinCos", []argument{{1e-10, 0x1p50, true}}, func(x ...float64) []float64 { s, c := mathx.SinCos(x[0]); return []float64{s, c} }},
	{"SinCosPi", []argument{moderate}, func(x ...float64) []float64 { s, c := mathx.SinCosPi(x[0]); return []float64{s, c} }},
	{"Atan2", []argument{moderate, moderate}, two(mathx.Atan2)},
	{"Erf", []argument{{1e-10, 8, true}}, one(mathx.Erf)},
	{"Erfc", []argument{{1e-10, 30, true}}, one(mathx.Erfc)},
	{"ErfInv", []argument{{0, 1, true}}, one(mathx.ErfInv)},
	{"ErfcInv", []argument{{0, 2, false}}, one(mathx.ErfcInv)},
	{"NormCDF", []argument{{1e-10, 40, true}}, one(mathx.NormCDF)},
	{"NormSurvival", []argument{{1e-10, 40, true}}, one(mathx.NormSurvival)},
	{"NormQuantile", []argument{probability}, one(mathx.NormQuantile)},
	{"NormSurvivalInv", []argument{usual}, one(mathx.NormSurvivalInv)},
	{"Lgamma", []argument{moderate}, func(x ...float64) []float64 { y, s := mathx.Lgamma(x[0]); return []float64{y, float64(s)} }},
	{"GammaP", []argument{shape, factor}, around(mathx.GammaP)},
	{"GammaQ", []argument{shape, factor}, around(mathx.GammaQ)},
	{"GammaPInv", []argument{shape, usual}, two(mathx.GammaPInv)},
	{"GammaQInv", []argument{shape, usual}, two(mathx.GammaQInv)},
	{"BetaI", []argument{shape, shape, usual}, three(mathx.BetaI)},
	{"BetaC", []argument{shape, shape, usual}, three(mathx.BetaC)},
	{"BetaInv", []argument{shape, shape, usual}, three(mathx.BetaInv)},
	{"BetaCInv", []argument{shape, shape, usual}, three(mathx.BetaCInv)},
	{"GammaDensity", []argument{shape, factor}, around(mathx.GammaDensity)},
	{"BetaDensity", []argument{shape, shape, usual}, three(mathx.BetaDensity)},
	{"StudentCDF", []argument{shape, moderate}, two(mathx.StudentCDF)},
	{"StudentSurvival", []argument{shape, moderate}, two(mathx.StudentSurvival)},
	{"StudentQuantile", []argument{shape, usual}, two(mathx.StudentQuantile)},
	{"StudentSurvivalInv", []argument{shape, usual}, two(mathx.StudentSurvivalInv)},
	{"MulC", []argument{moderate, moderate, moderate, moderate}, func(x ...float64) []float64 {
		return parts(mathx.MulC(complex(x[0], x[1]), complex(x[2], x[3])))
	}},
	{"ExpC", []argument{moderate, moderate}, func(x ...float64) []float64 { return parts(mathx.ExpC(complex(x[0], x[1]))) }},
	{"LogC", []argument{positive, positive}, func(x ...float64) []float64 { return parts(mathx.LogC(complex(x[0], x[1]))) }},
	{"PowC", []argument{usual, usual, moderate}, func(x ...float64) []float64 { return parts(mathx.PowC(complex(x[0], x[1]), x[2])) }},
}

func one(f func(x float64) float64) func(x ...float64) []float64 {
	return func(x ...float64) []float64 { return []float64{f(x[0])} }
}

func two(f func(x, y float64) float64) func(x ...float64) []float64 {
	return func(x ...float64) []float64 { return []float64{f(x[0], x[1])} }
}

func three(f func(x, y, z float64) float64) func(x ...float64) []float64 {
	return func(x ...float64) []float64 { return []float64{f(x[0], x[1], x[2])} }
}

// around calls a function of a and x with x about a.
func around(f func(a, x float64) float64) func(x ...float64) []float64 {
	return func(x ...float64) []float64 { return []float64{f(x[0], float64(x[0]*x[1]))} }
}

func parts(z complex128) []float64 { return []float64{real(z), imag(z)} }

// TestBits holds that each function gives the same bits as ever, on whichever
// platform. A change of a digest is a change of what simulations give.
func TestBits(t *testing.T) {
	var b strings.Builder
	for _, f := range functions {
		r, h := rand.New(rand.NewPCG(3, 4)), fnv.New64a()
		for i := range 600 {
			x := make([]float64, len(f.args))
			for j, a := range f.args {
				if i%10 == 0 {
					a = anything
				}
				x[j] = a.draw(r)
			}
			for _, y := range f.f(x...) {
				bits := math.Float64bits(y)
				if math.IsNaN(y) { // of which there are many, and all the same
					bits = 1
				}
				_, _ = fmt.Fprintf(h, "%016x", bits)
			}
		}
		fmt.Fprintf(&b, "%-20s %016x\n", f.name, h.Sum64())
	}
	golden.Equal(t, "bits.txt", b.String())
}
