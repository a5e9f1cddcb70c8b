package fit

import (
	"math"
	"strings"

	"github.com/ismskit/ismskit/risk/dist"
)

// A family is how one kind of distribution is fitted. The search goes over
// points without bounds: logarithms of what has to be positive.
type family struct {
	name   string
	params []string

	// Makes the law of a point; an error where there is no such distribution.
	law func(point []float64) (law, error)

	// Returns the points to start from, and how far to look from there.
	starts func(s sample) (points [][]float64, reach []float64)

	// Returns the parameters at a point in the unit of the data, with the
	// derivatives of each by each coordinate.
	natural func(point []float64, unit float64) (values []float64, jacobian [][]float64)

	positive []bool // which parameters are above 0

	// Makes the distribution of those parameters.
	make func(values []float64) (dist.Dist, error)
}

// fit returns the most likely distribution of the family.
func (f family) fit(data []Observation, s sample) (Fit, error) {
	if err := f.enough(s); err != nil {
		return Fit{}, err
	}
	score := func(point []float64) float64 { return f.score(s, point) }
	points, reach := f.starts(s)
	top, ok := maximize(score, points, reach)
	if !ok {
		return Fit{}, f.without(top)
	}
	values, jacobian := f.natural(top.at, s.unit)
	d, err := f.make(values)
	if err != nil {
		return Fit{}, &Error{f.name, "data", "a most likely distribution that cannot be: " + err.Error(), "data of another size"}
	}
	estimate := newEstimate(f.params, f.positive, values, top, jacobian)
	found := Fit{Dist: d, Text: d.String(), Estimate: estimate.scored(top.height-float64(s.exact*s.logUnit()), s.n)}
	return found.measured(data), nil
}

// score returns the log-likelihood at a point.
func (f family) score(s sample, point []float64) float64 {
	l, err := f.law(point)
	if err != nil {
		return impossible
	}
	return s.logLikelihood(l)
}

// enough returns the error about data that no search will find an answer for.
func (f family) enough(s sample) error {
	k := len(f.params)
	names := strings.Join(f.params, " and ")
	switch {
	case s.n <= float64(k):
		return &Error{f.name, "data", number(s.n) + " observations", "more than the parameters " + names}
	case s.every(func(i item) bool { return math.IsInf(i.high, 1) }):
		return &Error{f.name, "data", "nothing but limits that were reached", "a value, or an interval with an end"}
	case k > 1 && s.one():
		return &Error{f.name, "data", "values that may all be the same", "values that differ: the likelihood has no bound"}
	case s.every(func(i item) bool { return i.low == i.from }):
		return &Error{f.name, "data", "nothing that is known to be above the threshold", "a value, or an interval, above it"}
	}
	return nil
}

// without returns the error about a search that ended nowhere.
func (f family) without(top summit) error {
	names := strings.Join(f.params, " and ")
	found := "a likelihood that goes on rising"
	if top.flat {
		found = "a likelihood that hardly changes"
	}
	return &Error{f.name, "data", found, "data that tell " + names + ": more of them, a lower threshold, or another family"}
}
