// Package order finds order statistics: the quantiles of results that are all
// kept, exactly and without sorting them.
//
//	var s order.Selector
//	err := s.Select(out, losses, ranks)
//	tail := order.TailMean(losses, out[0], 0.99)
//
// It takes two passes. The first counts values in buckets by their upper bits,
// which are in the order of the values. The second gathers the few values of
// those buckets that hold a wanted rank, and these are sorted. Where they are not
// few, as all years are much the same, two more passes over them have buckets
// that lie about a sample of them; where many values are the same, as most years
// are without a loss, these are only counted. Whatever the values, the result is
// the one that sorting all gives.
package order

// Rank returns which of n values in ascending order is their quantile of p: the
// least k from 1 to n with k/n ≥ p, as VaR is the least loss that is not
// exceeded with a probability of p, for n up to 2^50. It returns 0 if n is 0, and
// for a p that is no probability.
func Rank(n uint64, p float64) uint64 {
	if n == 0 || !(p >= 0 && p <= 1) {
		return 0
	}
	all := float64(n)
	k := min(max(uint64(float64(p*all)), 1), n)
	for k < n && float64(k)/all < p {
		k++
	}
	return k
}

// TailMean returns the mean of the quantiles above p, TVaR, of values whose
// quantile of p is q:
//
//	q + Σ max(x - q, 0) / (n (1 - p))
//
// For p = 1 it is q. The sum has the same bits for values in the same order.
func TailMean(values []float64, q, p float64) float64 {
	if p == 1 {
		return q
	}
	return q + excess(values, q)/float64(float64(len(values))*(1-p))
}

// excess returns Σ max(x - q, 0), of four sums, as one addition need not wait
// for the other.
func excess(values []float64, q float64) float64 {
	var a, b, c, d float64
	for ; len(values) >= 4; values = values[4:] {
		a += max(values[0]-q, 0)
		b += max(values[1]-q, 0)
		c += max(values[2]-q, 0)
		d += max(values[3]-q, 0)
	}
	for _, x := range values {
		a += max(x-q, 0)
	}
	return (a + b) + (c + d)
}
