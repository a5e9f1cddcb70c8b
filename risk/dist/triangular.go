package dist

import "math"

// Triangular is the distribution whose density rises in a straight line from
// min to the mode and falls in one to max:
//
//	F(x) = (x - min)² / ((max - min)(mode - min))         for x ≤ mode
//	F(x) = 1 - (max - x)² / ((max - min)(max - mode))     for x ≥ mode
//
// It is the easiest to explain of those from three points, and gives more
// weight to both ends than [PERT]. For losses the end is the trouble: nothing
// is ever beyond max.
type Triangular struct{ min, mode, max float64 }

// NewTriangular returns the triangular distribution, min ≤ mode ≤ max and
// min < max.
func NewTriangular(low, mode, high float64) (Triangular, error) {
	if err := threePoints("triangular", low, mode, high); err != nil {
		return Triangular{}, err
	}
	return Triangular{low, mode, high}, nil
}

// threePoints returns the error about an estimate by three points.
func threePoints(dist string, low, mode, high float64) error {
	if err := ordered(dist, low, high); err != nil {
		return err
	}
	return check(dist, condition{"mode", mode, low <= mode && mode <= high, "between min " + number(low) + " and max " + number(high)})
}

func (d Triangular) width() float64 { return d.max - d.min }

// rise and fall are the probabilities below and above the mode.
func (d Triangular) rise() float64 { return (d.mode - d.min) / d.width() }
func (d Triangular) fall() float64 { return (d.max - d.mode) / d.width() }

// corner returns the part of the triangle between x and the end that is dx from
// it, for an x between that end and a mode dm from it.
func (d Triangular) corner(dx, dm float64) float64 {
	return float64((dx / d.width()) * (dx / dm))
}

// rest returns the part on the other side, 1 - corner, without loss where that
// is little: beyond, from the mode to x, is |mode - x|.
func (d Triangular) rest(x, beyond, dm float64) float64 {
	t, u := (x-d.min)/d.width(), (d.max-x)/d.width()
	return (beyond/d.width() + float64(t*u)) / (dm / d.width())
}

// CDF returns P(X ≤ x).
func (d Triangular) CDF(x float64) float64 {
	switch {
	case x <= d.min:
		return 0
	case x >= d.max:
		return 1
	case x <= d.mode:
		return d.corner(x-d.min, d.mode-d.min)
	}
	return d.rest(x, x-d.mode, d.max-d.mode)
}

// Survival returns P(X > x).
func (d Triangular) Survival(x float64) float64 {
	switch {
	case x <= d.min:
		return 1
	case x >= d.max:
		return 0
	case x >= d.mode:
		return d.corner(d.max-x, d.max-d.mode)
	}
	return d.rest(x, d.mode-x, d.mode-d.min)
}

// Quantile returns the least x with CDF(x) ≥ p.
func (d Triangular) Quantile(p float64) float64 {
	if x, ok := end(p, d.min, d.max); ok {
		return x
	}
	if p <= 0.5 {
		return d.min + float64(d.width()*triangle(p, d.rise(), d.fall()))
	}
	return d.max - float64(d.width()*triangle(1-p, d.fall(), d.rise()))
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Triangular) Upper(q float64) float64 {
	if x, ok := end(q, d.max, d.min); ok {
		return x
	}
	if q <= 0.5 {
		return d.max - float64(d.width()*triangle(q, d.fall(), d.rise()))
	}
	return d.min + float64(d.width()*triangle(1-q, d.rise(), d.fall()))
}

// triangle returns how far from an end, in widths, the corner of probability p
// is, where the mode is at rise: √(p rise) before it, 1 - √((1-p) fall) behind.
func triangle(p, rise, fall float64) float64 {
	if p <= rise {
		return math.Sqrt(float64(p * rise))
	}
	return (rise + float64(p*fall)) / (1 + math.Sqrt(float64((1-p)*fall)))
}

// Density returns the height of the triangle.
func (d Triangular) Density(x float64) float64 {
	switch {
	case x < d.min || x > d.max:
		return 0
	case x < d.mode:
		return float64(2 / d.width() * ((x - d.min) / (d.mode - d.min)))
	case x > d.mode:
		return float64(2 / d.width() * ((d.max - x) / (d.max - d.mode)))
	}
	return 2/d.width() + (x - d.mode) // NaN for NaN
}

// Mean returns (min + mode + max) / 3.
func (d Triangular) Mean() float64 { return d.min + float64(d.width()*((1+d.rise())/3)) }

// Variance returns ((max-min)² - (mode-min)(max-mode)) / 18.
func (d Triangular) Variance() float64 {
	return float64(d.width()*d.width()) * (1 - float64(d.rise()*d.fall())) / 18
}

// LimitedMean returns E[min(X, limit)].
func (d Triangular) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	t, rise := (limit-d.min)/d.width(), d.rise()
	switch {
	case limit <= d.mode:
		return min(d.min+float64((limit-d.min)*(1-d.CDF(limit)/3)), limit)
	case t <= 0.5:
		sum := float64(t*(3-float64(t*(3-t)))) - float64(rise*rise)
		return min(d.min+float64(d.width()*(sum/(3*d.fall()))), limit)
	}
	return min(d.Mean()-float64((d.max-limit)*d.Survival(limit))/3, limit)
}

// Support returns min and max.
func (d Triangular) Support() (low, high float64) { return d.min, d.max }

// Kinks returns the mode, if it is inside of the support.
func (d Triangular) Kinks() []float64 {
	if d.mode == d.min || d.mode == d.max {
		return nil
	}
	return []float64{d.mode}
}

func (d Triangular) String() string {
	return call("triangular", num("min", d.min), num("mode", d.mode), num("max", d.max))
}

// MarshalText returns the text form.
func (d Triangular) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
