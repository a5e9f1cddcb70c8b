package tolerance

import (
	"strconv"

	"github.com/ismskit/ismskit/internal/mathx"
)

// A Shared is how many of a family of curves are over the tolerance: the
// probability that the risk is, where the curve itself is not known and each of
// the family is as likely.
type Shared struct {
	Curves int     `json:"curves"`
	Over   int     `json:"over"`          // somewhere
	Open   int     `json:"open,omitzero"` // of the others, those that may be, where they have no points
	Share  float64 `json:"share"`         // Over/Curves

	// Low and High are the exact 95 % interval of the share, for a family that
	// was drawn at random (Clopper and Pearson, Biometrika 26, 1934). It is the
	// error of drawing so few, and shrinks with more.
	Low  float64 `json:"low"`
	High float64 `json:"high"`

	// At has each point of the tolerance.
	At []SharedAt `json:"at"`
}

// A SharedAt is how many curves are over the tolerance at one of its points.
type SharedAt struct {
	Point

	Over  int     `json:"over"`
	Open  int     `json:"open,omitzero"` // not known there
	Share float64 `json:"share"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// Share compares each curve of a family, 1 to 100,000 of them, with a tolerance.
func Share(family []Curve, tolerated Curve) (Shared, error) {
	n := len(family)
	if n == 0 || n > mostPoints {
		return Shared{}, &PointError{"family", strconv.Itoa(n) + " curves", "1 to 100000"}
	}
	s := Shared{Curves: n}
	for _, p := range tolerated.points {
		s.At = append(s.At, SharedAt{Point: p})
	}
	for i, risk := range family {
		if len(risk.knots) == 0 {
			return Shared{}, &PointError{"family/" + strconv.Itoa(i), "no points", "a curve"}
		}
		switch c := Compare(risk, tolerated); {
		case len(c.Over) > 0:
			s.Over++
		case len(c.Open) > 0:
			s.Open++
		}
		for k := range s.At {
			s.At[k].count(risk)
		}
	}
	s.Share = float64(s.Over) / float64(n)
	s.Low, s.High = interval(s.Over, n)
	for k := range s.At {
		a := &s.At[k]
		a.Share = float64(a.Over) / float64(n)
		a.Low, a.High = interval(a.Over, n)
	}
	return s, nil
}

// count counts a curve at the point.
func (a *SharedAt) count(risk Curve) {
	p, known := risk.Probability(a.Loss)
	switch {
	case known && p > a.Probability:
		a.Over++
	case known:
	case a.Loss < begin(risk) && risk.knots[0].below > a.Probability: // more, the less the loss
		a.Over++
	case a.Loss < begin(risk) && a.Probability < 1, a.Loss > risk.last().loss && risk.last().above > a.Probability:
		a.Open++
	}
}

// interval returns the 95 % interval of a probability that came true k times in
// n.
func interval(k, n int) (low, high float64) {
	x, y := float64(k), float64(n-k)
	high = 1
	if k > 0 {
		low = mathx.BetaInv(x, y+1, 0.025)
	}
	if k < n {
		high = mathx.BetaCInv(x+1, y, 0.025)
	}
	return low, high
}
