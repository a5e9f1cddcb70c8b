package dist

import (
	"math"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
)

// Metalog is the distribution that goes through any quantiles that an expert
// states, two of them or more. Its quantile function is
//
//	M(y) = μ(y-½) + s(y-½) log(y/(1-y))
//
// where μ and s are polynomials, which begin as a1 + a4 (y-½) + a5 (y-½)² + …
// and a2 + a3 (y-½) + a6 (y-½)² + …; with a1 and a2 alone it is the logistic
// distribution. With an end of the support M is the quantile of log(X-min), of
// -log(max-X) or, with both, of log((X-min)/(max-X)).
//
// Not all quantiles can be followed: the density of a sum is below 0 where M
// falls. The constructors prove that it nowhere does, or say where.
//
// Keelin, The metalog distributions, Decision Analysis 13, 2016.
type Metalog struct {
	p, x     []float64 // the quantiles, as given
	terms    int
	min, max float64   // infinite where the end is open
	mu, s    []float64 // the coefficients by powers of y-½
}

// mostTerms bounds the terms; with more the coefficients lose their digits.
const mostTerms = 16

// NewMetalog returns the metalog distribution with the quantiles x at the
// probabilities p: both ascend, and p is within 0 and 1. There are as many
// terms as quantiles, 2 to 16. The support ends at least and most, which are
// math.Inf(-1) and math.Inf(1) for an end that is open.
func NewMetalog(p, x []float64, least, most float64) (Metalog, error) {
	return FitMetalog(p, x, len(p), least, most)
}

// NewMetalogSPT returns the metalog distribution of three terms through a
// symmetric percentile triplet: low is the quantile of alpha, which is above 0
// and below ½, high that of 1 - alpha. Ends as for [NewMetalog].
func NewMetalogSPT(alpha, low, median, high, least, most float64) (Metalog, error) {
	if err := check("metalogspt", condition{"alpha", alpha, alpha > 0 && alpha < 0.5, "a probability between 0 and 0.5"}); err != nil {
		return Metalog{}, err
	}
	d, err := NewMetalog([]float64{alpha, 0.5, 1 - alpha}, []float64{low, median, high}, least, most)
	return d, renamed(err, "metalogspt", map[string]string{"x/0": "low", "x/1": "median", "x/2": "high", "x": "median"})
}

// FitMetalog returns the metalog distribution of the given number of terms
// that is closest to the quantiles x at the probabilities p, by least squares.
// Quantiles and ends as for [NewMetalog], of any number that is at least that
// of the terms.
func FitMetalog(p, x []float64, terms int, least, most float64) (Metalog, error) {
	d := Metalog{p: slices.Clone(p), x: slices.Clone(x), terms: terms, min: least, max: most}
	if err := d.check(); err != nil {
		return Metalog{}, err
	}
	d.mu, d.s = byPower(d.fit())
	if err := d.feasible(); err != nil {
		return Metalog{}, err
	}
	return d, nil
}

// fractionAt returns the y with log(y/(1-y)) = t.
func fractionAt(t float64) fraction {
	small := mathx.Exp(-math.Abs(t))
	at := fraction{small / (1 + small), 1 / (1 + small)}
	if t > 0 {
		at.s, at.c = at.c, at.s
	}
	return at
}

// offset returns y - ½, without loss at either end.
func (y fraction) offset() float64 {
	if y.s < 0.5 {
		return y.s - 0.5
	}
	return 0.5 - y.c
}

// m returns M for t = log(y/(1-y)).
func (d Metalog) m(y fraction, t float64) float64 {
	return polynomial(d.mu, y.offset()) + float64(polynomial(d.s, y.offset())*t)
}

// slope returns dM/dt = y(1-y) M'(y).
func (d Metalog) slope(y fraction, t float64) float64 {
	at := y.offset()
	rest := derivative(d.mu, at) + float64(derivative(d.s, at)*t)
	return polynomial(d.s, at) + float64(float64(y.s*y.c)*rest)
}

// polynomial returns Σ c[k] x^k.
func polynomial(c []float64, x float64) float64 {
	sum := 0.0
	for _, c := range slices.Backward(c) {
		sum = float64(sum*x) + c
	}
	return sum
}

// derivative returns Σ k c[k] x^(k-1).
func derivative(c []float64, x float64) float64 {
	sum := 0.0
	for k := len(c) - 1; k > 0; k-- {
		sum = float64(sum*x) + float64(float64(k)*c[k])
	}
	return sum
}

// value returns the x whose transform is z.
func (d Metalog) value(z float64) float64 {
	lower, upper := finite(d.min), finite(d.max)
	switch {
	case lower && upper && z < 0:
		e := mathx.Exp(z)
		return d.min + float64((d.max-d.min)*(e/(1+e)))
	case lower && upper:
		e := mathx.Exp(-z)
		return d.max - float64((d.max-d.min)*(e/(1+e)))
	case lower:
		return d.min + mathx.Exp(z)
	case upper:
		return d.max - mathx.Exp(-z)
	}
	return z
}

// transform returns what M is the quantile of, for an x inside of the support.
func (d Metalog) transform(x float64) float64 {
	lower, upper := finite(d.min), finite(d.max)
	switch {
	case lower && upper:
		return logRatio(x-d.min, d.max-x)
	case lower:
		return mathx.Log(x - d.min)
	case upper:
		return -mathx.Log(d.max - x)
	}
	return x
}

// farthest is the t beyond which probabilities are not numbers any more.
const farthest = 800

// find returns the t of an x inside of the support, by Newton's method; a step
// that leaves the bracket is replaced by its middle.
func (d Metalog) find(x float64) float64 {
	z := d.transform(x)
	low, high := -float64(farthest), float64(farthest)
	t := min(max((z-polynomial(d.mu, 0))/polynomial(d.s, 0), low), high)
	for range 200 {
		y := fractionAt(t)
		miss := z - d.m(y, t)
		switch {
		case miss > 0:
			low = t
		case miss < 0:
			high = t
		default:
			return t
		}
		next := t + miss/d.slope(y, t)
		if !(next >= low && next <= high) {
			next = low + float64((high-low)/2)
		}
		if math.Abs(next-t) <= float64(0x1p-53*math.Abs(t)) {
			return next
		}
		t = next
	}
	return t
}

// CDF returns P(X ≤ x).
func (d Metalog) CDF(x float64) float64 { return d.at(x).s }

// Survival returns P(X > x).
func (d Metalog) Survival(x float64) float64 { return d.at(x).c }

// at returns both.
func (d Metalog) at(x float64) fraction {
	switch {
	case math.IsNaN(x):
		return fraction{x, x}
	case x <= d.min:
		return fraction{0, 1}
	case x >= d.max:
		return fraction{1, 0}
	}
	return fractionAt(d.find(x))
}

// Quantile returns the least x with CDF(x) ≥ p.
func (d Metalog) Quantile(p float64) float64 {
	if x, ok := end(p, d.min, d.max); ok {
		return x
	}
	return d.quantile(fraction{p, 1 - p})
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Metalog) Upper(q float64) float64 {
	if x, ok := end(q, d.max, d.min); ok {
		return x
	}
	return d.quantile(fraction{1 - q, q})
}

func (d Metalog) quantile(y fraction) float64 { return d.value(d.m(y, logRatio(y.s, y.c))) }

// Density returns 1/M'(y), times the derivative of the transform.
func (d Metalog) Density(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x < d.min || x > d.max:
		return 0
	case math.IsInf(x, 0):
		return 0
	case x == d.min || x == d.max:
		return d.endDensity(x)
	}
	t := d.find(x)
	y := fractionAt(t)
	density := float64(y.s*y.c) / d.slope(y, t)
	if finite(d.min) {
		density /= x - d.min
	}
	if finite(d.max) {
		density /= d.max - x
	}
	if finite(d.min) && finite(d.max) {
		density = float64(density * (d.max - d.min))
	}
	return density
}

// endDensity returns the limit of the density at an end: with S = s(∓½) the
// distance from it is about e^(c+St) and the probability e^t, so that it is
// infinite for S > 1 and 0 for S < 1.
func (d Metalog) endDensity(x float64) float64 {
	at, sign := -0.5, -1.0
	if x == d.max {
		at, sign = 0.5, 1
	}
	switch s := polynomial(d.s, at); {
	case s > 1:
		return math.Inf(1)
	case s < 1:
		return 0
	}
	density := mathx.Exp(float64(sign * polynomial(d.mu, at)))
	if finite(d.min) && finite(d.max) {
		density /= d.max - d.min
	}
	return density
}

// Support returns the ends.
func (d Metalog) Support() (low, high float64) { return d.min, d.max }

func (d Metalog) String() string {
	terms := ""
	if d.terms < len(d.p) {
		terms = num("terms", float64(d.terms))
	}
	return call("metalog", nums("p", d.p), nums("x", d.x), terms, open("min", d.min), open("max", d.max))
}

// open returns name=x, nothing for an end that is open.
func open(name string, x float64) string {
	if !finite(x) {
		return ""
	}
	return num(name, x)
}

// MarshalText returns the text form.
func (d Metalog) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
