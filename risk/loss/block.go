package loss

// A block is a polynomial of degree 8 through nine points that are evenly spaced,
// in the variable from -4 to 4.
type block [9]float64 // the coefficients, from the constant

// The polynomial of even and odd parts through sums and differences of the points
// about the middle: the inverses of the matrices j^2k and j^(2k-1), j and k = 1
// to 4.
var (
	evenPart = [4][4]float64{
		{8. / 5, -1. / 5, 8. / 315, -1. / 560},
		{-61. / 90, 169. / 720, -1. / 30, 7. / 2880},
		{29. / 360, -13. / 360, 1. / 120, -1. / 1440},
		{-1. / 360, 1. / 720, -1. / 2520, 1. / 20160},
	}
	oddPart = [4][4]float64{
		{8. / 5, -2. / 5, 8. / 105, -1. / 140},
		{-61. / 90, 169. / 360, -1. / 10, 7. / 720},
		{29. / 360, -13. / 180, 1. / 40, -1. / 360},
		{-1. / 360, 1. / 360, -1. / 840, 1. / 5040},
	}
)

// through returns the polynomial through nine values.
func through(f *[9]float64) block {
	b := block{f[4]}
	for k := range 4 {
		for j := range 4 {
			more, less := f[5+j]-f[4], f[3-j]-f[4]
			b[2*k+2] += float64(evenPart[k][j] * float64(0.5*(more+less)))
			b[2*k+1] += float64(oddPart[k][j] * float64(0.5*(more-less)))
		}
	}
	return b
}

// at returns the value of the polynomial.
func (b *block) at(u float64) float64 {
	v := float64(u * u)
	even := b[0] + float64(v*(b[2]+float64(v*(b[4]+float64(v*(b[6]+float64(v*b[8])))))))
	odd := b[1] + float64(v*(b[3]+float64(v*(b[5]+float64(v*b[7])))))
	return even + float64(u*odd)
}

// averaged returns the polynomial whose value is the mean of this one over an
// interval of some half width about the point:
//
//	mean of u^m = Σ C(m, i) u^(m-i) half^i / (i+1) over even i
func (b *block) averaged(half float64) block {
	s := float64(half * half)
	return block{
		b.mean(s),
		b[1] + float64(s*(b[3]+float64(s*(b[5]+float64(s*b[7]))))),
		b[2] + float64(s*(float64(2*b[4])+float64(s*(float64(3*b[6])+float64(s*float64(4*b[8])))))),
		b[3] + float64(s*(float64(10./3*b[5])+float64(s*float64(7*b[7])))),
		b[4] + float64(s*(float64(5*b[6])+float64(s*float64(14*b[8])))),
		b[5] + float64(s*float64(7*b[7])),
		b[6] + float64(s*float64(28./3*b[8])),
		b[7],
		b[8],
	}
}

// mean returns the mean over an interval about the middle, for the square of half
// its width.
func (b *block) mean(s float64) float64 {
	return b[0] + float64(s*(float64(1./3*b[2])+float64(s*(float64(1./5*b[4])+float64(s*(float64(1./7*b[6])+float64(s*float64(1./9*b[8]))))))))
}
