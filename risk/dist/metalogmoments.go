package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// window is the t beyond which M is μ(±½) + s(±½) t to the last bit, and the
// rest of a mean has a formula.
const window = 45

// Mean returns E[X], the integral of the quantile.
func (d Metalog) Mean() float64 {
	if !finite(d.min) && !finite(d.max) {
		return d.meanOfM()
	}
	if d.upperSlope() >= 1 {
		return math.Inf(1)
	}
	median := d.Quantile(0.5)
	mean := median + d.integral(-window, window, func(x float64) float64 { return x - median })
	switch {
	case !finite(d.max):
		mean += d.rest(1, 0.5)
	case !finite(d.min):
		mean -= d.rest(1, -0.5)
	}
	return mean
}

// upperSlope is what the mean of a tail without an end depends on: X grows as
// (1-y)^-S there. It is 0 for a tail that has all moments.
func (d Metalog) upperSlope() float64 {
	switch {
	case finite(d.min) && !finite(d.max):
		return polynomial(d.s, 0.5)
	case finite(d.max) && !finite(d.min):
		return polynomial(d.s, -0.5)
	}
	return 0
}

// meanOfM returns ∫ M(y) dy: of (y-½)^k it is 2^-k/(k+1) for even k and, with
// the logarithm, 2^-k (1 + 1/3 + … + 1/k) / ((k+1)/2)/2 for odd k.
func (d Metalog) meanOfM() float64 {
	mean, half := 0.0, 1.0
	for k, c := range d.mu {
		if k%2 == 0 {
			mean += float64(c * half / float64(k+1))
		}
		half /= 2
	}
	half = 0.5
	odd := 0.0
	for k := 1; k < len(d.s); k += 2 {
		odd += 1 / float64(k)
		mean += float64(d.s[k] * half / float64(k+1) * float64(2*odd))
		half /= 4
	}
	return mean
}

// integral returns ∫ g(x) dy between two t.
func (d Metalog) integral(low, high float64, g func(x float64) float64) float64 {
	return gaussIntegral(low, high, func(t float64) float64 {
		y := fractionAt(t)
		return float64(float64(y.s*y.c) * g(d.value(d.m(y, t))))
	})
}

// rest returns ∫ |x - end|^n dy beyond the window, on the side of at = ±½:
// ∫ e^(n(c+St)-t) dt for t > window.
func (d Metalog) rest(n, at float64) float64 {
	c, s := polynomial(d.mu, at), polynomial(d.s, at)
	if at < 0 {
		c = -c
	}
	falling := 1 - float64(n*s)
	return mathx.Exp(float64(n*c)-float64(falling*window)) / falling
}

// Variance returns E[(X - E[X])²].
func (d Metalog) Variance() float64 {
	mean, s := d.Mean(), d.upperSlope()
	switch {
	case math.IsInf(mean, 0):
		return math.NaN()
	case s >= 0.5:
		return math.Inf(1)
	}
	far := float64(window)
	if s == 0 {
		far = 60 // where t² e^-t is nothing, too
	}
	variance := d.integral(-far, far, func(x float64) float64 { return float64((x - mean) * (x - mean)) })
	switch {
	case s == 0:
		return variance
	case !finite(d.max):
		return variance + d.restSquare(0.5, mean-d.min)
	}
	return variance + d.restSquare(-0.5, d.max-mean)
}

// restSquare returns ∫ (|x - end| - from)² dy beyond the window.
func (d Metalog) restSquare(at, from float64) float64 {
	return d.rest(2, at) - float64(2*float64(from*d.rest(1, at)))
}

// LimitedMean returns E[min(X, limit)]: below the median limit less what X is
// below it on average, above the median from there.
func (d Metalog) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	median, t := d.Quantile(0.5), d.find(limit)
	if limit <= median {
		return limit - d.integral(t-window, t, func(x float64) float64 { return max(limit-x, 0) })
	}
	below := d.integral(-window, t, func(x float64) float64 { return x - median })
	if finite(d.max) && !finite(d.min) {
		below -= d.rest(1, -0.5)
	}
	return min(median+below+float64((limit-median)*fractionAt(t).c), limit)
}
