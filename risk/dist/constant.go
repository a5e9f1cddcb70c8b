package dist

import "math"

// Constant is a quantity that is known: all probability is in one point.
type Constant struct{ value float64 }

// NewConstant returns the distribution of what always is value.
func NewConstant(value float64) (Constant, error) {
	if err := check("constant", anyNumber("value", value)); err != nil {
		return Constant{}, err
	}
	return Constant{value}, nil
}

// CDF returns 1 from the value on, 0 below.
func (d Constant) CDF(x float64) float64 { return 1 - d.Survival(x) }

// Survival returns 1 below the value, 0 from it on.
func (d Constant) Survival(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x < d.value:
		return 1
	}
	return 0
}

// Quantile returns the value.
func (d Constant) Quantile(p float64) float64 {
	if x, ok := end(p, d.value, d.value); ok {
		return x
	}
	return d.value
}

// Upper returns the value.
func (d Constant) Upper(q float64) float64 { return d.Quantile(q) }

// Density returns 0: there is no continuous part.
func (d Constant) Density(x float64) float64 {
	if math.IsNaN(x) {
		return x
	}
	return 0
}

// Mean returns the value.
func (d Constant) Mean() float64 { return d.value }

// Variance returns 0.
func (d Constant) Variance() float64 { return 0 }

// LimitedMean returns the lesser of value and limit.
func (d Constant) LimitedMean(limit float64) float64 { return min(d.value, limit) }

// Support returns the value twice.
func (d Constant) Support() (low, high float64) { return d.value, d.value }

// Atoms returns the value, with probability 1.
func (d Constant) Atoms() []Atom { return []Atom{{d.value, 1}} }

func (d Constant) String() string { return call("constant", num("value", d.value)) }

// MarshalText returns the text form.
func (d Constant) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
