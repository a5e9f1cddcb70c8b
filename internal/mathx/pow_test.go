package mathx_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/internal/mathx/internal/exact"
)

func TestPowAccuracy(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		name string
		x, y argument
	}{
		{"moderate", argument{0.01, 100, false}, argument{0.01, 50, true}},
		{"next to 1, far", argument{1 - 0x1p-20, 1 + 0x1p-20, false}, argument{1, 1e8, true}},
		{"extreme", argument{1e-300, 1e300, false}, argument{1e-5, 1, true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			worst := 0.0
			for range 200 {
				x, y := c.x.draw(r), c.y.draw(r)
				worst = max(worst, ulps(mathx.Pow(x, y), exact.Pow(exact.New(x, bits), exact.New(y, bits))))
			}
			t.Logf("%.3f ulp", worst)
			require.LessOrEqual(t, worst, 0.55)
		})
	}
}

// TestComplex compares the parts of the complex functions with exact ones.
func TestComplex(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	number := argument{0.01, 4, true}
	var e, l, p float64
	for range 150 {
		x, y, a := number.draw(r), number.draw(r), number.draw(r)
		bx, by, ba := exact.New(x, bits), exact.New(y, bits), exact.New(a, bits)
		z := complex(x, y)

		got, size := mathx.ExpC(z), exact.Exp(bx)
		e = max(e, ulps(real(got), exact.Mul(size, exact.Cos(by))), ulps(imag(got), exact.Mul(size, exact.Sin(by))))

		got = mathx.LogC(z)
		logSize, angle := exactLog(bx, by), exactAngle(bx, by)
		l = max(l, ulps(real(got), logSize), ulps(imag(got), angle))

		// The power has an error relative to its size, larger with the exponent.
		got, size = mathx.PowC(z, a), exact.Exp(exact.Mul(ba, logSize))
		off := math.Hypot(
			difference(real(got), exact.Mul(size, exact.Cos(exact.Mul(ba, angle)))),
			difference(imag(got), exact.Mul(size, exact.Sin(exact.Mul(ba, angle)))))
		s, _ := size.Float64()
		p = max(p, off/s/(1+math.Abs(a)*math.Hypot(real(mathx.LogC(z)), imag(mathx.LogC(z)))))
	}
	t.Logf("ExpC %.2f ulp, LogC %.2f ulp, PowC %.2g", e, l, p)
	require.LessOrEqual(t, e, 2.0)
	require.LessOrEqual(t, l, 1.0)
	require.LessOrEqual(t, p, 3e-16)
}

func difference(got float64, want *big.Float) float64 {
	f, _ := exact.Sub(exact.New(got, bits), want).Float64()
	return f
}

// exactLog returns log √(x²+y²).
func exactLog(x, y *big.Float) *big.Float {
	return exact.Log(exact.Sqrt(exact.Add(exact.Mul(x, x), exact.Mul(y, y))))
}

// exactAngle returns the angle of the point, by quadrants.
func exactAngle(x, y *big.Float) *big.Float {
	angle := exact.Arctan(exact.Quo(y, x))
	switch {
	case x.Sign() > 0:
		return angle
	case y.Sign() >= 0:
		return exact.Add(angle, exact.Pi(bits))
	}
	return exact.Sub(angle, exact.Pi(bits))
}

// TestLogNearTheUnitCircle is where the logarithm of the size cancels.
func TestLogNearTheUnitCircle(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 150 {
		sin, cos := mathx.SinCos(6 * r.Float64())
		x, y := exact.New(cos, 400), exact.New(sin, 400)
		require.LessOrEqual(t, ulps(real(mathx.LogC(complex(cos, sin))), exact.Round(exactLog(x, y), bits)), 3.0)
	}
}

func TestLogOfExtremes(t *testing.T) {
	for _, c := range []struct{ x, y, want float64 }{
		{3e300, 4e300, math.Log(5) + 300*math.Ln10},
		{3e-300, 4e-300, math.Log(5) - 300*math.Ln10},
		{5e-324, 0, -744.4400719213812},
		{0, 0, math.Inf(-1)},
		{math.Inf(-1), 1, math.Inf(1)},
	} {
		got := real(mathx.LogC(complex(c.x, c.y)))
		require.True(t, got == c.want || math.Abs(got/c.want-1) < 1e-15, "log |%g+%gi|: got %g, want %g", c.x, c.y, got, c.want)
	}
}
