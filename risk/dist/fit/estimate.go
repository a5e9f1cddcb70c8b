package fit

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/internal/mathx"
)

// A Param is a parameter as the data tell it.
type Param struct {
	Name  string  `json:"name"` // as in the text form of the distribution
	Value float64 `json:"value"`

	// SE is the standard error: about two in three times the truth is that near,
	// if there are many data and the family is right.
	SE float64 `json:"se"`

	// Positive says that the parameter is above 0.
	Positive bool `json:"positive,omitzero"`
}

// Interval returns where the parameter is with a confidence, such as 0.95:
// Value ± z SE or, for a positive parameter, the same for its logarithm,
// Value e^(± z SE/Value). NaN for a confidence that is not between 0 and 1.
func (p Param) Interval(confidence float64) (low, high float64) {
	if !(confidence > 0 && confidence < 1) {
		return math.NaN(), math.NaN()
	}
	z := mathx.NormSurvivalInv(float64(0.5 * (1 - confidence)))
	if !p.Positive {
		return p.Value - float64(z*p.SE), p.Value + float64(z*p.SE)
	}
	e := float64(z * (p.SE / p.Value))
	return float64(p.Value * mathx.Exp(-e)), float64(p.Value * mathx.Exp(e))
}

// An Estimate is what maximum likelihood says of parameters.
type Estimate struct {
	Params []Param `json:"params"`

	// Covariance is that of the parameters, in their order: the inverse of the
	// observed information, minus the second derivatives of the likelihood.
	Covariance [][]float64 `json:"covariance"`

	// LogLikelihood is the natural logarithm of the density of the data, in
	// their unit. Only differences mean something, for the same data.
	LogLikelihood float64 `json:"logLikelihood"`

	// AIC and BIC weigh it against the number k of parameters: 2k - 2 log L and
	// k log n - 2 log L. The family with the smaller one is preferred, by a
	// difference of 2 hardly, by 10 clearly.
	AIC float64 `json:"aic"`
	BIC float64 `json:"bic"`

	// Observations is how many there are, by their weights.
	Observations float64 `json:"observations"`

	Search Search `json:"search"`
}

// A Search says how the maximum was found.
type Search struct {
	Evaluations int `json:"evaluations,omitzero"` // of the likelihood; 0 where there is a formula
	Steps       int `json:"steps,omitzero"`       // of Newton's method, after the simplex

	// Left is how far the last step went, in standard errors: at most 1e-7, but
	// for what rounding leaves of more than a million observations.
	Left float64 `json:"left,omitzero"`
}

// newEstimate returns the estimate of parameters that are a function of where
// the search ended, with its derivatives.
func newEstimate(names []string, positive []bool, values []float64, top summit, jacobian [][]float64) Estimate {
	e := Estimate{
		Covariance: sandwich(jacobian, top.covariance),
		Search:     Search{Evaluations: top.evaluations, Steps: top.steps, Left: top.left},
	}
	for i, name := range names {
		e.Params = append(e.Params, Param{name, values[i], math.Sqrt(max(e.Covariance[i][i], 0)), positive[i]})
	}
	return e
}

// scored returns the estimate with what follows from the likelihood.
func (e Estimate) scored(logLikelihood, n float64) Estimate {
	k := float64(len(e.Params))
	e.LogLikelihood, e.Observations = logLikelihood, n
	e.AIC = float64(2*k) - float64(2*logLikelihood)
	e.BIC = float64(k*mathx.Log(n)) - float64(2*logLikelihood)
	return e
}

// String returns a line for each parameter and one for the likelihood.
func (e Estimate) String() string {
	var b strings.Builder
	for _, p := range e.Params {
		low, high := p.Interval(0.95)
		fmt.Fprintf(&b, "%s %s, standard error %s, 95 %% from %s to %s\n", p.Name, four(p.Value), four(p.SE), four(low), four(high))
	}
	fmt.Fprintf(&b, "%s observations, log-likelihood %s, AIC %s, BIC %s",
		four(e.Observations), fixed(e.LogLikelihood), fixed(e.AIC), fixed(e.BIC))
	return b.String()
}

// four writes x to four digits, fixed to two decimals.
func four(x float64) string { return strconv.FormatFloat(x, 'g', 4, 64) }

func fixed(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }
