package magerit

import "fmt"

// Quantity is the quantitative assessment of one threat to one asset in one
// dimension.
type Quantity struct {
	// Value is what the asset is worth, in any one currency, 0 or more: the
	// accumulated value for accumulated impact and risk, and for deflected ones
	// the own value of the asset above.
	Value float64
	// Degree is in which degree the asset whose value it is depends on the one
	// that the threat is to, from 0 to 1 (see [System.Degrees]). 0 is 1: the
	// threat is to the asset itself.
	Degree      float64
	Degradation float64  // the part of the value that is lost, 0 to 1
	Frequency   float64  // times a year that the threat comes true, 0 or more
	Efficacy    Efficacy // of the safeguards; zero is none
}

// Assessment is what a [Quantity] comes to.
type Assessment struct {
	Impact            float64 // value × degradation × degree
	Risk              float64 // impact × frequency, a year
	ResidualImpact    float64 // impact × (1 − ei)
	ResidualFrequency float64 // frequency × (1 − ef)
	ResidualRisk      float64 // residual impact × residual frequency, a year
}

// Rate computes impact and risk, before and after safeguards. Nothing is
// rounded. Numbers off their range are errors that name them.
func (x Quantity) Rate() (Assessment, error) {
	if err := x.check(); err != nil {
		return Assessment{}, err
	}
	degree := x.Degree
	if degree == 0 {
		degree = 1
	}
	a := Assessment{Impact: x.Value * x.Degradation * degree}
	a.Risk = a.Impact * x.Frequency
	a.ResidualImpact = a.Impact * (1 - x.Efficacy.Impact)
	a.ResidualFrequency = x.Frequency * (1 - x.Efficacy.Frequency)
	a.ResidualRisk = a.ResidualImpact * a.ResidualFrequency
	return a, nil
}

func (x Quantity) check() error {
	switch {
	case !finite(x.Value):
		return outside("value", x.Value, "0 or more")
	case !share(x.Degree):
		return outside("degree", x.Degree, "0 to 1")
	case !share(x.Degradation):
		return outside("degradation", x.Degradation, "0 to 1")
	case !finite(x.Frequency):
		return outside("frequency", x.Frequency, "0 or more times a year")
	}
	return x.Efficacy.check()
}

func share(x float64) bool { return 0 <= x && x <= 1 }

// finite reports whether x is a number from 0, leaving out infinity.
func finite(x float64) bool { return 0 <= x && x-x == 0 }

func outside(what string, got float64, want string) error {
	return fmt.Errorf("magerit: %s: got %v, want %s", what, got, want)
}

// Efficacy is how much safeguards reduce, each from 0, nothing, to 1, all.
type Efficacy struct {
	Impact    float64 `json:"impact,omitzero"`    // ei
	Frequency float64 `json:"frequency,omitzero"` // ef
}

// Overall is the efficacy e in the face of the risk: (1−ei)(1−ef) = 1−e.
func (e Efficacy) Overall() (float64, error) {
	if err := e.check(); err != nil {
		return 0, err
	}
	return join(e.Impact, e.Frequency), nil
}

func (e Efficacy) check() error {
	switch {
	case !share(e.Impact):
		return outside("efficacy on the impact", e.Impact, "0 to 1")
	case !share(e.Frequency):
		return outside("efficacy on the frequency", e.Frequency, "0 to 1")
	}
	return nil
}

// join is 1−(1−a)(1−b), for a and b from 0 to 1. With b = 0 it is a exactly.
func join(a, b float64) float64 {
	return min(1, a+float64(b*(1-a)))
}

// frequency is a year by probability.
var frequency = [5]float64{0.01, 0.1, 1, 10, 100}

// Frequency returns how often a year a threat of this probability comes true:
// MB 0.01, B 0.1, M 1, A 10, MA 100.
func Frequency(probability Level) (float64, error) {
	if !probability.valid() {
		return 0, fmt.Errorf("magerit: probability: got number %d, want MB, B, M, A or MA", probability)
	}
	return frequency[probability-VeryLow], nil
}
