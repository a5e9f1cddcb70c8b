package tolerance

import (
	"fmt"
	"math"
	"sort"
	"strconv"

	"github.com/ismskit/ismskit/internal/mathx"
)

// mostPoints bounds the points of a curve.
const mostPoints = 100_000

// A Point of an exceedance curve is the probability of losing more than a loss.
type Point struct {
	Loss        float64 `json:"loss"`        // at least 0
	Probability float64 `json:"probability"` // 0 to 1
}

// PointError says which point makes no exceedance curve.
type PointError struct {
	Field string // "points/2/loss"; "points" is all of them
	Found string
	Want  string
}

func (e *PointError) Error() string {
	return fmt.Sprintf("tolerance: %s: got %s, want %s", e.Field, e.Found, e.Want)
}

// A Curve is an exceedance curve, of a risk or of what is tolerated. It is
// immutable; the zero value has no point, and nothing is over or under it.
type Curve struct {
	points []Point
	knots  []knot
	begins bool // a point of the loss 0 says what holds below the first knot
}

// A knot is a loss with the probability just below it and at it: they differ at
// a step.
type knot struct {
	log, loss    float64
	below, above float64
}

// New returns the curve through 1 to 100,000 points, at least one of a loss above
// 0: losses do not fall, probabilities do not rise. They may be the points of
// another package, such as the AEP of a result of package loss.
func New[P ~struct {
	Loss        float64 `json:"loss"`
	Probability float64 `json:"probability"`
}](points []P,
) (Curve, error) {
	if len(points) == 0 || len(points) > mostPoints {
		return Curve{}, &PointError{"points", strconv.Itoa(len(points)), "1 to 100000"}
	}
	c := Curve{points: make([]Point, len(points))}
	for i, p := range points {
		c.points[i] = Point(p)
		if err := c.check(i); err != nil {
			return Curve{}, err
		}
	}
	return c.knotted()
}

// check returns the error about a point, after those before it.
func (c Curve) check(i int) error {
	p, before := c.points[i], Point{0, 1}
	if i > 0 {
		before = c.points[i-1]
	}
	name := "points/" + strconv.Itoa(i)
	switch {
	case !(p.Loss >= before.Loss) || math.IsInf(p.Loss, 1):
		return &PointError{name + "/loss", number(p.Loss), "a finite number of at least " + number(before.Loss)}
	case !(p.Probability >= 0 && p.Probability <= before.Probability):
		return &PointError{name + "/probability", number(p.Probability), "a probability from 0 to " + number(before.Probability)}
	}
	return nil
}

// knotted returns the curve with its knots.
func (c Curve) knotted() (Curve, error) {
	head := 1.0
	for _, p := range c.points {
		last := len(c.knots) - 1
		switch {
		case p.Loss == 0:
			head, c.begins = p.Probability, true
		case last >= 0 && c.knots[last].loss == p.Loss:
			c.knots[last].above = p.Probability
		default:
			c.knots = append(c.knots, knot{mathx.Log(p.Loss), p.Loss, p.Probability, p.Probability})
		}
	}
	if len(c.knots) == 0 {
		return Curve{}, &PointError{"points", "none of a loss above 0", "one at least"}
	}
	if c.begins {
		c.knots[0].below = head
	}
	return c, nil
}

// Points returns the points that the curve was made of.
func (c Curve) Points() []Point { return append([]Point(nil), c.points...) }

// Probability returns the probability of losing more than a loss; ok is false
// before the first point and after the last.
func (c Curve) Probability(loss float64) (p float64, ok bool) {
	if len(c.knots) == 0 || !(loss >= 0 && loss <= c.last().loss) || loss < c.knots[0].loss && !c.begins {
		return 0, false
	}
	return c.at(mathx.Log(loss), loss), true
}

// Loss returns the least loss that is exceeded with a probability of at most p;
// ok is false where the curve does not go that far.
func (c Curve) Loss(p float64) (loss float64, ok bool) {
	return c.loss(p, func(q float64) bool { return q <= p })
}

// loss returns the least loss whose probability is under p, which comes after
// all that are not: at most p, or below it.
func (c Curve) loss(p float64, under func(q float64) bool) (loss float64, ok bool) {
	i := sort.Search(len(c.knots), func(i int) bool { return under(c.knots[i].above) })
	if i == len(c.knots) {
		return 0, false
	}
	k := c.knots[i]
	switch {
	case i == 0 && c.begins && under(k.below):
		return 0, true
	case k.below >= p: // a step, or the end of a line
		return k.loss, true
	case i == 0:
		return 0, false
	}
	before := c.knots[i-1]
	t := (before.above - p) / (before.above - k.below)
	return mathx.Exp(before.log + float64(t*(k.log-before.log))), true
}

func (c Curve) last() knot { return c.knots[len(c.knots)-1] }

// at returns the probability at a loss, given with its logarithm; before the
// first knot and after the last it is that of the knot.
func (c Curve) at(log, loss float64) float64 {
	i := sort.Search(len(c.knots), func(i int) bool { return c.knots[i].loss > loss })
	switch {
	case i == 0:
		return c.knots[0].below
	case i == len(c.knots):
		return c.knots[i-1].above
	}
	return line(c.knots[i-1], c.knots[i], log)
}

// below returns the probability just below a loss.
func (c Curve) below(log, loss float64) float64 {
	i := sort.Search(len(c.knots), func(i int) bool { return c.knots[i].loss >= loss })
	switch {
	case i == 0:
		return c.knots[0].below
	case i == len(c.knots):
		return c.knots[i-1].above
	case c.knots[i].loss == loss:
		return c.knots[i].below
	}
	return line(c.knots[i-1], c.knots[i], log)
}

// line returns the probability between two knots.
func line(from, to knot, log float64) float64 {
	t := (log - from.log) / (to.log - from.log)
	return from.above - float64((from.above-to.below)*min(max(t, 0), 1))
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
