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
func NewTriangular(min, mode, max float64) (Triangular, error) {
	if err := threePoints("triangular", min, mode, max); err != nil {
		return Triangular{}, err
	}
	return Triangular{min, mode, max}, nil
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

// below returns F(x) for x from min to the mode, above the rest from there on.
func (d Triangular) below(x float64) float64 {
	return float64(((x - d.min) / d.width()) * ((x - d.min) / (d.mode - d.min)))
}

func (d Triangular) above(x float64) float64 {
	return float64(((d.max - x) / d.width()) * ((d.max - x) / (d.max - d.mode)))
}

// CDF returns P(X ≤ x).
func (d Triangular) CDF(x float64) float64 {
	switch {
	case x <= d.min:
		return 0
	case x >= d.max:
		return 1
	case x <= d.mode:
		return d.below(x)
	}
	return 1 - d.above(x)
}

// Survival returns P(X > x).
func (d Triangular) Survival(x float64) float64 {
	switch {
	case x <= d.min:
		return 1
	case x >= d.max:
		return 0
	case x <= d.mode:
		return 1 - d.below(x)
	}
	return d.above(x)
}

// Quantile returns the least x with CDF(x) ≥ p.
func (d Triangular) Quantile(p float64) float64 {
	if x, ok := end(p, d.min, d.max); ok {
		return x
	}
	if p <= d.rise() {
		return d.fromMin(p)
	}
	return d.fromMax(1 - p)
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Triangular) Upper(q float64) float64 {
	if x, ok := end(q, d.max, d.min); ok {
		return x
	}
	if q <= d.fall() {
		return d.fromMax(q)
	}
	return d.fromMin(1 - q)
}

func (d Triangular) fromMin(p float64) float64 {
	return d.min + float64(d.width()*math.Sqrt(float64(p*d.rise())))
}

func (d Triangular) fromMax(q float64) float64 {
	return d.max - float64(d.width()*math.Sqrt(float64(q*d.fall())))
}

// Density returns the height of the triangle.
func (d Triangular) Density(x float64) float64 {
	switch {
	case x < d.min || x > d.max:
		return 0
	case x < d.mode:
		return 2 / d.width() * ((x - d.min) / (d.mode - d.min))
	case x > d.mode:
		return 2 / d.width() * ((d.max - x) / (d.max - d.mode))
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
	if limit <= d.mode {
		return d.min + float64((limit-d.min)*(1-d.below(limit)/3))
	}
	return d.Mean() - float64((d.max-limit)*d.above(limit))/3
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
