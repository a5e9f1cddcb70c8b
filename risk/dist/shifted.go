package dist

// Shifted is the distribution of X + by: a loss that begins with a fixed cost.
type Shifted struct {
	moved
	by float64
}

// NewShifted returns the distribution of what base describes plus a number.
func NewShifted(base Dist, by float64) (Shifted, error) {
	if base == nil {
		return Shifted{}, &ParamError{"shifted", "of", "nothing", "a distribution"}
	}
	if err := check("shifted", anyNumber("by", by)); err != nil {
		return Shifted{}, err
	}
	d := Shifted{by: by}
	var err error
	d.moved, err = newMoved("shifted", base, by, d.image)
	if err != nil {
		return Shifted{}, err
	}
	return d, nil
}

func (d Shifted) image(x float64) float64 { return x + d.by }

func (d Shifted) inverse(x float64) float64 { return d.back(x, x-d.by) }

// CDF returns P(X ≤ x).
func (d Shifted) CDF(x float64) float64 { return d.base.CDF(d.inverse(x)) }

// Survival returns P(X > x).
func (d Shifted) Survival(x float64) float64 { return d.base.Survival(d.inverse(x)) }

// Quantile returns the least x with CDF(x) ≥ p.
func (d Shifted) Quantile(p float64) float64 { return d.image(d.base.Quantile(p)) }

// Upper returns the least x with Survival(x) ≤ q.
func (d Shifted) Upper(q float64) float64 { return d.image(d.base.Upper(q)) }

// Density returns that of the base.
func (d Shifted) Density(x float64) float64 { return d.base.Density(d.inverse(x)) }

// Mean returns that of the base plus the number.
func (d Shifted) Mean() float64 { return d.base.Mean() + d.by }

// Variance returns that of the base.
func (d Shifted) Variance() float64 { return d.base.Variance() }

// LimitedMean returns E[min(X, limit)].
func (d Shifted) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	return min(d.base.LimitedMean(d.inverse(limit))+d.by, limit)
}

// Support returns that of the base plus the number.
func (d Shifted) Support() (low, high float64) {
	low, high = d.base.Support()
	return d.image(low), d.image(high)
}

// Atoms returns those of the base.
func (d Shifted) Atoms() []Atom { return d.atoms(d.image) }

// Kinks returns those of the base.
func (d Shifted) Kinks() []float64 { return d.kinks(d.image) }

func (d Shifted) String() string { return call("shifted", sub("of", d.base), num("by", d.by)) }

// MarshalText returns the text form.
func (d Shifted) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
