package dist

// usualShape is the weight of the mode that [NewPERT] and [NewVosePERT] give.
const usualShape = 4

// mostVoseShape is the largest weight of the mode in VosePERT, whose parameters
// grow with its square.
const mostVoseShape = 1000

// PERT is the distribution of an estimate by three points, least, most likely
// and greatest: a beta distribution between min and max with the parameters
//
//	a = 1 + shape (mode - min)/(max - min)
//	b = 1 + shape (max - mode)/(max - min)
//
// so that the mean is (min + shape mode + max)/(shape + 2). With shape 4 it is
// the classic form (Malcolm et al., Application of a Technique for Research and
// Development Program Evaluation, Operations Research 7, 1959), that of R's mc2d
// too; another shape says how sure the estimator is of the mode. Some tools
// mean [VosePERT] by the name.
//
// Nothing is ever beyond max: who gives a greatest loss that is exceeded once in
// twenty times wants [LogNormal90] instead.
type PERT struct {
	scaledBeta
	mode, shape float64
}

// NewPERT returns the classic PERT distribution, min ≤ mode ≤ max and
// min < max.
func NewPERT(low, mode, high float64) (PERT, error) {
	return NewPERTShape(low, mode, high, usualShape)
}

// NewPERTShape returns the PERT distribution in which the mode has the weight
// shape, above 0: 4 is the classic one.
func NewPERTShape(low, mode, high, shape float64) (PERT, error) {
	if err := pertPoints("pert", low, mode, high, shape, mostShape); err != nil {
		return PERT{}, err
	}
	a := 1 + float64(shape*((mode-low)/(high-low)))
	b := 1 + float64(shape*((high-mode)/(high-low)))
	return PERT{newScaledBeta(a, b, low, high), mode, shape}, nil
}

func pertPoints(dist string, low, mode, high, weight, most float64) error {
	if err := threePoints(dist, low, mode, high); err != nil {
		return err
	}
	return check(dist, between("shape", weight, leastShape, most))
}

func (d PERT) String() string { return pertText("pert", d.min, d.mode, d.max, d.shape) }

func pertText(name string, low, mode, high, shape float64) string {
	weight := ""
	if shape != usualShape {
		weight = num("shape", shape)
	}
	return call(name, num("min", low), num("mode", mode), num("max", high), weight)
}

// MarshalText returns the text form.
func (d PERT) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// VosePERT is the other distribution that goes by the name of PERT: the beta
// distribution between min and max with
//
//	mean = (min + shape mode + max)/(shape + 2)
//	standard deviation = (max - min)/(shape + 2)
//
// With shape 4 that is a sixth of the range, the rule of thumb of 1959 taken for
// a definition. Its 95th percentile is up to some 5 % from that of [PERT], and
// its mode is not the one asked for. It is here to reproduce the results of
// tools that use it, such as pyfair.
type VosePERT struct {
	scaledBeta
	mode, shape float64
}

// NewVosePERT returns that distribution, min ≤ mode ≤ max and min < max, with
// shape 4.
func NewVosePERT(low, mode, high float64) (VosePERT, error) {
	return NewVosePERTShape(low, mode, high, usualShape)
}

// NewVosePERTShape returns that distribution with another shape, above
// 0 and at most 1000.
func NewVosePERTShape(low, mode, high, shape float64) (VosePERT, error) {
	if err := pertPoints("vosepert", low, mode, high, shape, mostVoseShape); err != nil {
		return VosePERT{}, err
	}
	// Where the mode is between the bounds, hence the mean, and both moments matched.
	rise, fall := (mode-low)/(high-low), (high-mode)/(high-low)
	t, u := (1+float64(shape*rise))/(shape+2), (1+float64(shape*fall))/(shape+2)
	sum := float64(shape * (1 + float64(shape*float64(rise*fall)))) // t u (shape+2)² - 1
	return VosePERT{newScaledBeta(float64(t*sum), float64(u*sum), low, high), mode, shape}, nil
}

func (d VosePERT) String() string { return pertText("vosepert", d.min, d.mode, d.max, d.shape) }

// MarshalText returns the text form.
func (d VosePERT) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
