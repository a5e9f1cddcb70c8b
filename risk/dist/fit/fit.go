package fit

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/dist"
)

// A Fit is the most likely distribution of its family, for values.
type Fit struct {
	// Dist is the distribution, of the type that the function is named for.
	Dist dist.Dist `json:"-"`

	Text string `json:"dist"` // the text form of Dist

	Estimate

	Goodness Goodness `json:"goodness"`

	// Quantiles has one point for each different value that is known, to be
	// drawn: on a straight line if the family is right.
	Quantiles []Quantile `json:"quantiles,omitzero"`
}

// String returns a few lines for people, without a line break at the end.
func (f Fit) String() string {
	return fmt.Sprintf("%s\n%s\n%s", f.Dist, f.Estimate, f.Goodness)
}

// fitted returns the fit of data that are not in order yet.
func fitted(f family, data []Observation) (Fit, error) {
	all, err := sorted(f.name, data)
	if err != nil {
		return Fit{}, err
	}
	return f.fit(all, newSample(all))
}
