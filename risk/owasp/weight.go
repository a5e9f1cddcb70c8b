package owasp

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/ismskit/ismskit/risk"
)

// Weights are by factor id, each 0 or more. A factor that is not named weighs 1.
type Weights map[string]float64

// Weighted returns a method like [Method] whose means are weighted, under an id
// and a version of the caller's own. The factors of a mean may not all weigh 0:
// the eight of the likelihood, the four of each impact. The error names every
// weight that is wrong.
func Weighted(id, version string, weights Weights) (risk.Method, error) {
	m := Method()
	errs := weights.check()
	if id == m.ID {
		errs = append(errs, fmt.Errorf("owasp: id of a weighted method: got %q, want one of its own", id))
	}
	m.ID, m.Version, m.Title, m.Source = id, version, m.Title+", weighted", m.Source+"; weights of the organization"
	for i := range m.Steps {
		if s := &m.Steps[i]; s.Formula == risk.Mean {
			s.Weights = weights.of(s.Of)
		}
	}
	if len(errs) == 0 {
		for _, p := range m.Problems() {
			errs = append(errs, fmt.Errorf("owasp: weighted method: %s", p))
		}
	}
	if len(errs) > 0 {
		return risk.Method{}, errors.Join(errs...)
	}
	return m, nil
}

// check finds weights that are no numbers or are for no factor.
func (w Weights) check() []error {
	var errs []error
	known := ids(threatAgent, all)
	for _, id := range slices.Sorted(maps.Keys(w)) {
		if !slices.Contains(known, id) {
			errs = append(errs, fmt.Errorf("owasp: weight of factor %q: got no factor, want one of %v", id, known))
		}
		if x := w[id]; !(x >= 0) || math.IsInf(x, 0) {
			errs = append(errs, fmt.Errorf("owasp: weight of factor %q: got %v, want a number of 0 or more", id, x))
		}
	}
	return errs
}

// of returns the weights of these factors.
func (w Weights) of(ids []string) []float64 {
	list := make([]float64, len(ids))
	for i, id := range ids {
		x, given := w[id]
		if !given {
			x = 1
		}
		list[i] = x
	}
	return list
}
