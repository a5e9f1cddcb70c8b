package dist

// Scaled is the distribution of X times a factor: another currency, another
// unit, prices of another year.
type Scaled struct {
	moved
	factor float64
}

// NewScaled returns the distribution of what base describes times a factor,
// above 0.
func NewScaled(base Dist, factor float64) (Scaled, error) {
	if base == nil {
		return Scaled{}, &ParamError{"scaled", "of", "nothing", "a distribution"}
	}
	if err := check("scaled", positive("by", factor)); err != nil {
		return Scaled{}, err
	}
	d := Scaled{factor: factor}
	var err error
	d.moved, err = newMoved("scaled", base, factor, d.image)
	if err != nil {
		return Scaled{}, err
	}
	return d, nil
}

func (d Scaled) image(x float64) float64 { return float64(x * d.factor) }

func (d Scaled) inverse(x float64) float64 { return d.back(x, x/d.factor) }

// CDF returns P(X ≤ x).
func (d Scaled) CDF(x float64) float64 { return d.base.CDF(d.inverse(x)) }

// Survival returns P(X > x).
func (d Scaled) Survival(x float64) float64 { return d.base.Survival(d.inverse(x)) }

// Quantile returns the least x with CDF(x) ≥ p.
func (d Scaled) Quantile(p float64) float64 { return d.image(d.base.Quantile(p)) }

// Upper returns the least x with Survival(x) ≤ q.
func (d Scaled) Upper(q float64) float64 { return d.image(d.base.Upper(q)) }

// Density returns that of the base by the factor.
func (d Scaled) Density(x float64) float64 { return d.base.Density(d.inverse(x)) / d.factor }

// Mean returns that of the base times the factor.
func (d Scaled) Mean() float64 { return float64(d.base.Mean() * d.factor) }

// Variance returns that of the base times the square of the factor.
func (d Scaled) Variance() float64 { return float64(float64(d.base.Variance()*d.factor) * d.factor) }

// LimitedMean returns E[min(X, limit)].
func (d Scaled) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	return min(float64(d.base.LimitedMean(d.inverse(limit))*d.factor), limit)
}

// Support returns that of the base times the factor.
func (d Scaled) Support() (low, high float64) {
	low, high = d.base.Support()
	return d.image(low), d.image(high)
}

// Atoms returns those of the base.
func (d Scaled) Atoms() []Atom { return d.atoms(d.image) }

// Kinks returns those of the base.
func (d Scaled) Kinks() []float64 { return d.kinks(d.image) }

func (d Scaled) String() string { return call("scaled", sub("of", d.base), num("by", d.factor)) }

// MarshalText returns the text form.
func (d Scaled) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
