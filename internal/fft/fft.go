// Package fft is the discrete Fourier transform of real sequences whose length
// is a power of two, with the same bits on every platform.
//
//	plan, err := fft.NewPlan(len(x))
//	spectrum, work := plan.Buffers()
//	err = plan.Forward(spectrum, x, work)
//	// ... a function of each frequency ...
//	err = plan.Inverse(x, spectrum, work)
//
// The transform of x is X(k) = Σ x(j) exp(-2πi jk/n); of a real x, the first
// n/2+1 values say all. Forward and Inverse allocate nothing.
//
// The root mean square error of either is about 0.6 log2(n) 2^-53 of that of the
// values. Products are rounded one by one and the roots of unity come from
// package mathx, so the result does not depend on the processor.
package fft

import (
	"fmt"
	"math/bits"

	"github.com/ismskit/ismskit/internal/mathx"
)

// A Plan holds the roots of unity for transforms of one length. It does not
// change, and may be used by many at once, each with buffers of its own.
type Plan struct {
	n     int          // of the real sequence
	roots []complex128 // exp(-2πi k/(n/2)), for the transform of half the length
	odd   []complex128 // exp(-2πi k/n) up to a quarter turn, to tell even from odd
}

// NewPlan returns the plan for n real numbers; n is a power of two from 2 to 2^30.
func NewPlan(n int) (Plan, error) {
	if n < 2 || n > 1<<30 || bits.OnesCount(uint(n)) != 1 {
		return Plan{}, fmt.Errorf("fft: length: got %d, want a power of two from 2 to 2^30", n)
	}
	return Plan{n: n, roots: roots(n/2, n/2), odd: roots(n, n/4+1)}, nil
}

// roots returns the first count of the n-th roots of unity, clockwise. Those of an
// eighth of a turn are computed; the others are these, turned and reflected, and
// have the same bits as if they had been computed.
func roots(n, count int) []complex128 {
	all := make([]complex128, count)
	if n < 8 {
		for k := range all {
			sin, cos := mathx.SinCosPi(float64(2*k) / float64(n))
			all[k] = complex(cos, -sin)
		}
		return all
	}
	first := make([]complex128, n/8+1) // cosines and sines
	for k := range first {
		sin, cos := mathx.SinCosPi(float64(2*k) / float64(n))
		first[k] = complex(cos, sin)
	}
	quarter := n / 4
	for k := range min(count, quarter) {
		if k < len(first) {
			all[k] = conj(first[k])
			continue
		}
		z := first[quarter-k]
		all[k] = complex(imag(z), -real(z))
	}
	for k := quarter; k < count; k++ { // a quarter of a turn further
		z := all[k-quarter]
		all[k] = complex(imag(z), -real(z))
	}
	return all
}

// Half returns the plan for half as many numbers, at least 2. It has the same bits
// as that of NewPlan, and costs less.
func (p Plan) Half() Plan {
	if p.n < 4 {
		return p
	}
	return Plan{n: p.n / 2, roots: second(p.roots), odd: second(p.odd)}
}

// second returns every second value, from the first on.
func second(z []complex128) []complex128 {
	half := make([]complex128, (len(z)+1)/2)
	for k := range half {
		half[k] = z[2*k]
	}
	return half
}

// Buffers returns a spectrum and work space for transforms of the plan.
func (p Plan) Buffers() (spectrum, work []complex128) {
	return make([]complex128, p.n/2+1), make([]complex128, p.n/2)
}

// Forward sets spectrum to the transform of x. The lengths are n/2+1, n, and at
// least n/2; x is not changed.
func (p Plan) Forward(spectrum []complex128, x []float64, work []complex128) error {
	if err := p.check(spectrum, x, work); err != nil {
		return err
	}
	m := p.n / 2
	from, to := p.start(spectrum[:m], work[:m])
	for j := range from {
		from[j] = complex(x[2*j], x[2*j+1])
	}
	p.transform(from, to)
	p.separate(spectrum)
	return nil
}

// Inverse sets x to what has the transform spectrum, and destroys that. The
// imaginary parts of the first and the last value are taken to be 0.
func (p Plan) Inverse(x []float64, spectrum, work []complex128) error {
	if err := p.check(spectrum, x, work); err != nil {
		return err
	}
	m := p.n / 2
	p.combine(spectrum)
	z := spectrum[:m]
	p.transform(z, work[:m])
	if p.stages()%2 == 1 {
		z = work[:m]
	}
	// The transform of swapped numbers is the inverse one, swapped.
	for j, z := range z {
		x[2*j], x[2*j+1] = imag(z), real(z)
	}
	return nil
}

func (p Plan) check(spectrum []complex128, x []float64, work []complex128) error {
	if len(x) != p.n || len(spectrum) != p.n/2+1 || len(work) < p.n/2 || p.n == 0 {
		return fmt.Errorf("fft: buffers: got %d numbers, %d frequencies, work space of %d, want %d, %d, at least %d",
			len(x), len(spectrum), len(work), p.n, p.n/2+1, p.n/2)
	}
	return nil
}

// start returns where the data have to be for transform to leave its result in
// the first of the buffers.
func (p Plan) start(result, other []complex128) (from, to []complex128) {
	if p.stages()%2 == 1 {
		return other, result
	}
	return result, other
}
