package economics

import "strconv"

// Succession is a record of something that either happened or did not, each
// time it could: years with and without an incident, companies with and
// without one.
type Succession struct {
	Hits         int `json:"hits,omitzero"`         // how often it happened, 0 to Observations
	Observations int `json:"observations,omitzero"` // how often it could have, at least 0
}

// Probability returns the probability that it happens the next time, by
// Laplace's rule of succession:
//
//	(1 + Hits) / (2 + Observations)
//
// It is the mean of what is known about the probability when nothing was known
// before. Without observations it is 1/2, so it is of use only where there are
// some; it never says that something is impossible because it was not seen.
//
// The rule is Laplace's. That Hubbard and Seiersen print it in this form is
// from memory and was not compared with the book.
func (s Succession) Probability() (float64, error) {
	var in inspection
	if s.Observations < 0 {
		in.refuse("observations", strconv.Itoa(s.Observations), "a count of at least 0")
	}
	if s.Hits < 0 || s.Hits > s.Observations {
		in.refuse("hits", strconv.Itoa(s.Hits), "a count from 0 to the observations")
	}
	return in.figure(func() float64 { return (1 + float64(s.Hits)) / (2 + float64(s.Observations)) })
}
