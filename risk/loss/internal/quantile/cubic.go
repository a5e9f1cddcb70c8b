package quantile

import "math"

// A cubic is c[0] + c[1] v + c[2] v² + c[3] v³, for v from the left end of where
// it holds.
type cubic [4]float64

func (c *cubic) at(v float64) float64 {
	return c[0] + float64(v*(c[1]+float64(v*(c[2]+float64(v*c[3])))))
}

// shift returns the same polynomial with v counted from h on.
func (c *cubic) shift(h float64) cubic {
	if h == 0 {
		return *c
	}
	second := c[2] + float64(3*float64(h*c[3]))
	return cubic{
		c.at(h),
		c[1] + float64(h*(c[2]+second)),
		second,
		c[3],
	}
}

// slope returns the derivative at v.
func (c *cubic) slope(v float64) float64 {
	return c[1] + float64(v*(float64(2*c[2])+float64(3*float64(v*c[3]))))
}

// finite tells whether all coefficients are numbers.
func (c *cubic) finite() bool {
	for _, x := range c {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}

// hermite returns the cubic over [0, h] with the values x and z at the ends, and
// the derivatives dx and dz.
func hermite(h, x, dx, z, dz float64) cubic {
	mean := (z - x) / h
	first, last := dx-mean, dz-mean
	return cubic{x, dx, -(first + first + last) / h, (first + last) / h / h}
}

// steady tells whether that cubic goes from x to z without turning, by its
// Bernstein coefficients: then the polynomial is between the least and the
// greatest of them, and monotone as they are.
func steady(h, x, dx, z, dz float64) bool {
	second, third := float64(h*dx)/3, (z-x)-float64(h*dz)/3
	if z < x {
		second, third = -second, -third
	}
	return 0 <= second && second <= third && third <= math.Abs(z-x)
}
