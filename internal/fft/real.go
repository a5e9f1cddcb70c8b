package fft

import "github.com/ismskit/ismskit/internal/mathx"

// A real sequence is transformed as a complex one of half the length, with the
// even values as real and the odd as imaginary parts: Z = E + iO. As E and O are
// the transforms of real sequences, E(k) = ½ (Z(k) + conj Z(m-k)) and
// iO(k) = ½ (Z(k) - conj Z(m-k)); and X(k) = E(k) + w^k O(k), w = exp(-2πi/n)
// (Press et al., Numerical Recipes, 12.3.2).

// separate turns Z, the first n/2 values, into X.
func (p Plan) separate(z []complex128) {
	m := p.n / 2
	z[0], z[m] = complex(real(z[0])+imag(z[0]), 0), complex(real(z[0])-imag(z[0]), 0)
	if m > 1 {
		z[m/2] = conj(z[m/2])
	}
	for k, l := 1, m-1; k < l; k, l = k+1, l-1 {
		even, odd := half(z[k]+conj(z[l])), half(turn(z[k]-conj(z[l])))
		odd = mathx.MulC(odd, p.odd[k])
		z[k], z[l] = even+odd, conj(even-odd)
	}
}

// combine turns X into Z/m, with real and imaginary parts swapped.
func (p Plan) combine(x []complex128) {
	m := p.n / 2
	scale := 1 / float64(p.n)
	first, last := real(x[0]), real(x[m])
	x[0] = complex(float64((first-last)*scale), float64((first+last)*scale))
	if m > 1 {
		x[m/2] = complex(float64(-2*imag(x[m/2])*scale), float64(2*real(x[m/2])*scale))
	}
	for k, l := 1, m-1; k < l; k, l = k+1, l-1 {
		even, odd := x[k]+conj(x[l]), mathx.MulC(x[k]-conj(x[l]), conj(p.odd[k]))
		// Z(k) = E + iO, and Z(m-k) = conj E + i conj O.
		x[k] = complex(float64((imag(even)+real(odd))*scale), float64((real(even)-imag(odd))*scale))
		x[l] = complex(float64((real(odd)-imag(even))*scale), float64((real(even)+imag(odd))*scale))
	}
}

func conj(z complex128) complex128 { return complex(real(z), -imag(z)) }

func half(z complex128) complex128 { return complex(float64(0.5*real(z)), float64(0.5*imag(z))) }
