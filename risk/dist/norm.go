package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// normDensity returns φ(z) = exp(-z²/2) / √2π.
func normDensity(z float64) float64 {
	const root = 2.50662827463100050241576528481104525 // √2π
	return mathx.Exp(float64(-float64(z*z)/2)) / root
}

// normExcess returns E[max(Z - z, 0)] = φ(z) - z (1 - Φ(z)) for a standard
// normal Z.
func normExcess(z float64) float64 {
	return normDensity(z) - times(mathx.NormSurvival(z), z)
}

// normBetween returns P(low < Z ≤ high) for a standard normal Z, with the
// difference of the two as it is before rounding. Where it is little of what is
// on either side, that of two tails has no digits left, and it is the integral
// of the density.
func normBetween(low, high, difference float64) float64 {
	switch {
	case normNarrow(low, difference):
		return normIntegral(low, difference)
	case low >= 0:
		return mathx.NormSurvival(low) - mathx.NormSurvival(high)
	case high <= 0:
		return mathx.NormCDF(high) - mathx.NormCDF(low)
	}
	return float64((mathx.Erf(high/math.Sqrt2) + mathx.Erf(-low/math.Sqrt2)) / 2)
}

// normNarrow tells whether the density changes by no more than a few times from
// z to z+h.
func normNarrow(z, h float64) bool {
	return float64(h*(1+max(math.Abs(z), math.Abs(z+h)))) <= 1
}

// normIntegral returns the integral of φ from z to z+h where that is narrow.
func normIntegral(z, h float64) float64 {
	return float64(normDensity(z) * panels(0, h, 1, func(s float64) float64 {
		return mathx.Exp(-float64(s * (z + float64(s/2))))
	}))
}

// normStep returns the x with P(z < Z ≤ x) = m, for an m of at most half of what
// is above z. If x is near z it returns their difference h.
func normStep(z, m float64) (x, h float64, near bool) {
	h = m / normDensity(z)
	if !normNarrow(z, float64(2*h)) {
		if z >= 0 {
			return mathx.NormSurvivalInv(mathx.NormSurvival(z) - m), 0, false
		}
		return mathx.NormQuantile(mathx.NormCDF(z) + m), 0, false
	}
	for range 20 {
		step := (normIntegral(z, h) - m) / normDensity(z+h)
		h -= step
		if math.Abs(step) <= float64(1e-15*h) {
			break
		}
	}
	return z + h, h, true
}

// normMoment returns the integral of s φ(z-s) over s from 0 to h.
func normMoment(z, h float64) float64 {
	reach := normReach(math.Abs(z))
	if z > 0 {
		reach = z + normReach(0)
	}
	return float64(normDensity(z) * gaussIntegral(0, min(h, reach), func(s float64) float64 {
		return float64(s * mathx.Exp(float64(s*(z-float64(s/2)))))
	}))
}

// normReach returns the s from which on φ(z+s) is below e^-45 φ(z), for z ≥ 0.
func normReach(z float64) float64 { return 90 / (z + math.Sqrt(float64(z*z)+90)) }
