package fft

import "github.com/ismskit/ismskit/internal/mathx"

// Multiply sets each x[k] to x[k] y[k]: what had x for its transform is then
// convolved, around the end, with what has y. A longer y is cut.
func Multiply(x, y []complex128) {
	for k := range min(len(x), len(y)) {
		x[k] = mathx.MulC(x[k], y[k])
	}
}

// Power sets each x[k] to its n-th power, n ≥ 0, by squaring: what had x for its
// transform is convolved with itself.
func Power(x []complex128, n uint) {
	for k, z := range x {
		power := complex(1, 0)
		for rest := n; rest > 0; rest /= 2 {
			if rest%2 == 1 {
				power = mathx.MulC(power, z)
			}
			z = mathx.MulC(z, z)
		}
		x[k] = power
	}
}
