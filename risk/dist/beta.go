package dist

// The parameters of shape that the functions behind keep their accuracy for.
const (
	leastShape = 1e-6
	mostShape  = 1e6
)

// shape is the condition of a parameter that is a power.
func shape(param string, value float64) condition {
	return between(param, value, leastShape, mostShape)
}

// Beta is the beta distribution between two bounds: with
// t = (x - min)/(max - min) its density is
//
//	f(x) = t^(a-1) (1-t)^(b-1) / (B(a, b) (max - min))
//
// Between 0 and 1 it is the usual one, for a share or a probability of which
// something was observed: after s successes and f failures a = 1 + s, b = 1 + f
// (Gelman et al., Bayesian Data Analysis, section 2.4). From judged points see
// [PERT].
type Beta struct{ scaledBeta }

// NewBeta returns the beta distribution between 0 and 1, for a, b > 0 (all shapes
// here go from 1e-6 to 1e6).
func NewBeta(a, b float64) (Beta, error) { return NewBetaBetween(a, b, 0, 1) }

// NewBetaBetween returns the beta distribution between two bounds, min < max,
// for a, b > 0.
func NewBetaBetween(a, b, low, high float64) (Beta, error) {
	err := ordered("beta", low, high)
	if shapes := check("beta", shape("a", a), shape("b", b)); shapes != nil {
		err = shapes
	}
	if err != nil {
		return Beta{}, err
	}
	return Beta{newScaledBeta(a, b, low, high)}, nil
}

func (d Beta) String() string {
	if d.min == 0 && d.max == 1 {
		return call("beta", num("a", d.a), num("b", d.b))
	}
	return call("beta", num("a", d.a), num("b", d.b), num("min", d.min), num("max", d.max))
}

// MarshalText returns the text form.
func (d Beta) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
