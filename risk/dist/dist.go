package dist

// Dist is a probability distribution of a real quantity X.
//
// Functions of NaN return NaN. Those of a probability return NaN outside of
// [0, 1].
type Dist interface {
	// CDF returns P(X ≤ x), without loss in the lower tail.
	CDF(x float64) float64

	// Survival returns P(X > x), without loss in the upper tail.
	Survival(x float64) float64

	// Quantile returns the least x with CDF(x) ≥ p. For 0 and 1 it is the low
	// and the high end of the support.
	Quantile(p float64) float64

	// Upper returns the least x with Survival(x) ≤ q: Quantile(1-q), without loss
	// for small q. For 0 and 1 it is the high and the low end of the support.
	Upper(q float64) float64

	// Density returns the density of the continuous part, 0 outside of the
	// support. It is +Inf at an end where it grows without bound.
	Density(x float64) float64

	// Mean returns E[X], +Inf where it is infinite.
	Mean() float64

	// Variance returns the variance, +Inf where it is infinite, NaN where there
	// is none because the mean is infinite.
	Variance() float64

	// LimitedMean returns E[min(X, d)], the limited expected value of actuarial
	// practice: what an insurer pays on average under a limit d, per event. It
	// is finite for finite d, and Mean for +Inf.
	LimitedMean(d float64) float64

	// Support returns the least interval that X is always in, -Inf and +Inf
	// where there is no end.
	Support() (low, high float64)

	// String returns the text form, which [Parse] reads back to the same value.
	String() string
}

// An Atom is a point of positive probability.
type Atom struct {
	At float64
	P  float64 // above 0, at most 1
}

// Atomic is a [Dist] with points of positive probability.
type Atomic interface {
	Dist

	// Atoms lists them in ascending order. The slice is the caller's.
	Atoms() []Atom
}

// Kinked is a [Dist] whose density is not smooth inside of its support: a jump,
// a corner, a gap.
type Kinked interface {
	Dist

	// Kinks lists the points in ascending order, without the ends of the
	// support. The slice is the caller's.
	Kinks() []float64
}

// Count is a probability distribution of a number N of events.
//
// Functions of NaN return NaN. Those of a probability return -1 outside of
// [0, 1], where the result is a number of events.
type Count interface {
	// P returns P(N = k), 0 for negative k.
	P(k int) float64

	// CDF returns P(N ≤ k), without loss in the lower tail.
	CDF(k int) float64

	// Survival returns P(N > k), without loss in the upper tail.
	Survival(k int) float64

	// Quantile returns the least k with CDF(k) ≥ p. For 0 and 1 it is the least
	// and the largest possible number; without a largest, math.MaxInt.
	Quantile(p float64) int

	// Mean returns E[N].
	Mean() float64

	// Variance returns the variance of N.
	Variance() float64

	// PGF returns the probability generating function E[z^N], for |z| ≤ 1.
	PGF(z complex128) complex128

	// String returns the text form, which [ParseCount] reads back to the same
	// value.
	String() string
}
