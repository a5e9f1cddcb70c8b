package exact_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/mathx/internal/exact"
)

// TestKnownValues compares 50 digits with values of mpmath 1.3.0 (mpmath.org),
// computed with 300 bits, which is another program on other algorithms.
func TestKnownValues(t *testing.T) {
	n := func(x float64) *big.Float { return exact.New(x, 256) }
	lower, upper := exact.Gamma(n(2.5), n(30))
	left, right := exact.Gamma(n(250.5), n(220))
	below, above := exact.Beta(n(2.5), n(7), n(0.75))
	for _, c := range []struct {
		name string
		got  *big.Float
		want string
	}{
		{"exp(1.5)", exact.Exp(n(1.5)), "4.481689070338064822602055460119275819005749868369667"},
		{"exp(-700.25)", exact.Exp(n(-700.25)), "7.678723813110872211649887444378944459692534463601073e-305"},
		{"expm1(1e-5)", exact.Expm1(n(1e-5)), "1.000005000016666790137288615466171942537702622393092e-5"},
		{"log 3", exact.Log(n(3)), "1.098612288668109691395245236922525704647490557822749"},
		{"log(1+2^-50)", exact.Log(n(1 + 0x1p-50)), "8.881784197001248379084527239669870938797714946297971e-16"},
		{"log1p(1e-10)", exact.Log1p(n(1e-10)), "9.999999999500000364355306451876051813134481477697117e-11"},
		{"π", exact.Pi(256), "3.141592653589793238462643383279502884197169399375106"},
		{"erf 0.7", exact.Erf(n(0.7)), "0.677801193837418442276858154351309836473909337094245"},
		{"erfc 20", exact.Erfc(n(20)), "5.395865611607900928934999167905345604088272670923605e-176"},
		{"log Γ(0.3)", exact.Lgamma(n(0.3)), "1.095797994818075560562998500309163090233267010997916"},
		{"log Γ(1000.5)", exact.Lgamma(n(1000.5)), "5908.67417584867748868387473406262488049701546825862"},
		{"Stirling(1.25)", exact.Stirling(n(1.25)), "0.06543196688785677993109514316537064238202900859356122"},
		{"normal quantile of 1e-20", exact.NormUpper(n(1e-20), 9), "9.262340089798407579572094604282236104801198716719511"},
		{"P(2.5, 30)", lower, "0.9999999999878454302228169610516514700016224229646776"},
		{"Q(2.5, 30)", upper, "1.215456977718303894834852999837757703532238626303953e-11"},
		{"P(250.5, 220)", left, "0.02329202855445072948820041803119896813076338126000597"},
		{"Q(250.5, 220)", right, "0.976707971445549270511799581968801031869236618739994"},
		{"I(0.75; 2.5, 7)", below, "0.9992492204248697383895823979611607367993979970505678"},
		{"1 - I(0.75; 2.5, 7)", above, "7.507795751302616104176020388392632006020029494322315e-4"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want, _, err := big.ParseFloat(c.want, 10, 256, big.ToNearestEven)
			require.NoError(t, err)
			off := exact.Quo(exact.Sub(c.got, want), want)
			require.True(t, off.Sign() == 0 || off.MantExp(nil) < -160, "got %.50g, want %s", c.got, c.want)
		})
	}
}

// TestErfcOnBothSides holds that the series and the continued fraction agree
// where one takes over from the other.
func TestErfcOnBothSides(t *testing.T) {
	step := exact.New(0x1p-60, 256)
	below, above := exact.New(5, 256), exact.Add(exact.New(5, 256), step)
	series, fraction := exact.Erfcx(below), exact.Erfcx(above)
	// The derivative is 2x erfcx x - 2/√π.
	slope := exact.Sub(exact.Mul(exact.New(10, 256), series), exact.Quo(exact.New(2, 256), exact.Sqrt(exact.Pi(256))))
	off := exact.Sub(exact.Sub(fraction, series), exact.Mul(slope, step))
	require.Less(t, off.MantExp(nil), -120)
	require.Negative(t, fraction.Cmp(series))
}

// TestIdentities holds what must be so whatever the argument.
func TestIdentities(t *testing.T) {
	for _, f := range []float64{1e-10, 0.3, 1, 2.75, 100, 12345.5} {
		x := exact.New(f, 200)
		one := exact.New(1, 200)
		sin, cos := exact.Sin(x), exact.Cos(x)
		for name, off := range map[string]*big.Float{
			"log exp":        exact.Sub(exact.Quo(exact.Log(exact.Exp(x)), x), one),
			"expm1 log1p":    exact.Sub(exact.Quo(exact.Expm1(exact.Log1p(x)), x), one),
			"sin² + cos²":    exact.Sub(exact.Add(exact.Mul(sin, sin), exact.Mul(cos, cos)), one),
			"tan arctan":     exact.Sub(exact.Quo(exact.Quo(exact.Sin(exact.Arctan(x)), exact.Cos(exact.Arctan(x))), x), one),
			"Γ(x+1) = xΓ(x)": exact.Sub(exact.Exp(exact.Sub(exact.Lgamma(exact.Add(x, one)), exact.Lgamma(x))), x),
			"pow":            exact.Sub(exact.Quo(exact.Pow(x, exact.New(3, 200)), exact.Mul(x, exact.Mul(x, x))), one),
		} {
			require.True(t, off.Sign() == 0 || off.MantExp(nil) < -150, "%s at %g: off by %.3g", name, f, off)
		}
	}
}
