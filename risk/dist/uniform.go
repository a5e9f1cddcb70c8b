package dist

import "math"

// Uniform is the distribution of a quantity that may be anywhere between two
// bounds, with no value more likely than another:
//
//	F(x) = (x - min) / (max - min)
//
// It says that nothing else is known. Where a value in the middle is more
// likely, see [PERT].
type Uniform struct{ min, max float64 }

// NewUniform returns the uniform distribution between two bounds, min < max.
func NewUniform(low, high float64) (Uniform, error) {
	if err := ordered("uniform", low, high); err != nil {
		return Uniform{}, err
	}
	return Uniform{low, high}, nil
}

func (d Uniform) width() float64 { return d.max - d.min }

// CDF returns P(X ≤ x).
func (d Uniform) CDF(x float64) float64 { return unit((x - d.min) / d.width()) }

// Survival returns P(X > x).
func (d Uniform) Survival(x float64) float64 { return unit((d.max - x) / d.width()) }

// Quantile returns the least x with CDF(x) ≥ p.
func (d Uniform) Quantile(p float64) float64 {
	if x, ok := end(p, d.min, d.max); ok {
		return x
	}
	if p > 0.5 {
		return d.max - float64(d.width()*(1-p))
	}
	return d.min + float64(d.width()*p)
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Uniform) Upper(q float64) float64 {
	if x, ok := end(q, d.max, d.min); ok {
		return x
	}
	if q > 0.5 {
		return d.min + float64(d.width()*(1-q))
	}
	return d.max - float64(d.width()*q)
}

// Density returns 1 / (max - min) between the bounds.
func (d Uniform) Density(x float64) float64 {
	switch {
	case x < d.min || x > d.max:
		return 0
	case math.IsNaN(x):
		return x
	}
	return 1 / d.width()
}

// Mean returns (min + max) / 2.
func (d Uniform) Mean() float64 { return d.min + float64(d.width()/2) }

// Variance returns (max - min)² / 12.
func (d Uniform) Variance() float64 { return float64(d.width()*d.width()) / 12 }

// LimitedMean returns E[min(X, limit)].
func (d Uniform) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	t := (limit - d.min) / d.width()
	return min(d.min+float64(d.width()*(t-float64(float64(t*t)/2))), limit)
}

// Support returns min and max.
func (d Uniform) Support() (low, high float64) { return d.min, d.max }

func (d Uniform) String() string { return call("uniform", num("min", d.min), num("max", d.max)) }

// MarshalText returns the text form.
func (d Uniform) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
