package fft

import (
	"math/bits"

	"github.com/ismskit/ismskit/internal/mathx"
)

// stages returns how many passes a transform takes: one for two bits of the
// length, and one for a bit that is left.
func (p Plan) stages() int { return bits.Len(uint(p.n/2)) / 2 }

// transform is the complex transform of half the length. Each pass reads one
// buffer and writes the other; the result is in the first after an even number
// of passes, and in natural order (Stockham's autosort: Cochran et al., What is
// the fast Fourier transform?, Proc. IEEE 55, 1967; radix 4 as in Van Loan,
// Computational Frameworks for the FFT, 1992, 1.7 and 2.4).
func (p Plan) transform(from, to []complex128) {
	stride := 1
	for length := len(from); length > 1; length /= 4 {
		switch {
		case length == 2:
			two(to, from)
		case length == 4:
			four(to, from)
		case stride == 1:
			p.first(to, from)
		default:
			p.pass(to, from, stride)
		}
		from, to = to, from
		stride *= 4
	}
}

// first is the pass where neighbors belong to different transforms: for each
// j, four values a quarter of the length apart.
func (p Plan) first(to, from []complex128) {
	quarter := len(from) / 4
	a, b, c, d := from[:quarter], from[quarter:2*quarter], from[2*quarter:3*quarter], from[3*quarter:]
	b, c, d = b[:len(a)], c[:len(a)], d[:len(a)]
	for j := range a {
		out := to[4*j : 4*j+4 : 4*j+4]
		w1, w2, w3 := p.roots[j], p.roots[2*j], p.roots[3*j]
		sum, difference := a[j]+c[j], a[j]-c[j]
		other, turned := b[j]+d[j], turn(b[j]-d[j])
		out[0] = sum + other
		out[1] = mathx.MulC(difference+turned, w1)
		out[2] = mathx.MulC(sum-other, w2)
		out[3] = mathx.MulC(difference-turned, w3)
	}
}

// pass is the same for groups of values that have the roots in common.
func (p Plan) pass(to, from []complex128, stride int) {
	quarter := len(from) / 4
	for j := 0; j < quarter; j += stride {
		a, b := from[j:j+stride], from[j+quarter:j+quarter+stride]
		c, d := from[j+2*quarter:j+2*quarter+stride], from[j+3*quarter:j+3*quarter+stride]
		out := to[4*j : 4*j+4*stride]
		r, s, t, u := out[:stride], out[stride:2*stride], out[2*stride:3*stride], out[3*stride:]
		b, c, d, r, s, t, u = b[:len(a)], c[:len(a)], d[:len(a)], r[:len(a)], s[:len(a)], t[:len(a)], u[:len(a)]
		w1, w2, w3 := p.roots[j], p.roots[2*j], p.roots[3*j]
		for i := range a {
			sum, difference := a[i]+c[i], a[i]-c[i]
			other, turned := b[i]+d[i], turn(b[i]-d[i])
			r[i] = sum + other
			s[i] = mathx.MulC(difference+turned, w1)
			t[i] = mathx.MulC(sum-other, w2)
			u[i] = mathx.MulC(difference-turned, w3)
		}
	}
}

// four is the last pass, for transforms of four values.
func four(to, from []complex128) {
	quarter := len(from) / 4
	a, b, c, d := from[:quarter], from[quarter:2*quarter], from[2*quarter:3*quarter], from[3*quarter:]
	r, s, t, u := to[:quarter], to[quarter:2*quarter], to[2*quarter:3*quarter], to[3*quarter:]
	b, c, d, r, s, t, u = b[:len(a)], c[:len(a)], d[:len(a)], r[:len(a)], s[:len(a)], t[:len(a)], u[:len(a)]
	for i := range a {
		sum, difference := a[i]+c[i], a[i]-c[i]
		other, turned := b[i]+d[i], turn(b[i]-d[i])
		r[i] = sum + other
		s[i] = difference + turned
		t[i] = sum - other
		u[i] = difference - turned
	}
}

// two is the last pass, for transforms of two values.
func two(to, from []complex128) {
	half := len(from) / 2
	a, b := from[:half], from[half:]
	r, s := to[:half], to[half:]
	b, r, s = b[:len(a)], r[:len(a)], s[:len(a)]
	for i := range a {
		r[i], s[i] = a[i]+b[i], a[i]-b[i]
	}
}

// turn returns -i z.
func turn(z complex128) complex128 { return complex(imag(z), -real(z)) }
