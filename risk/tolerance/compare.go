package tolerance

import (
	"cmp"
	"math"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
)

// A Range is of losses.
type Range struct {
	From float64 `json:"from"`
	To   float64 `json:"to,omitzero"` // 0 where there is no end
}

// A Crossing is where one curve passes the other.
type Crossing struct {
	Loss        float64 `json:"loss"`
	Probability float64 `json:"probability"` // that is tolerated there

	// Over says that the risk is over the tolerance from there on.
	Over bool `json:"over,omitzero"`
}

// A Comparison is a risk against a tolerance.
type Comparison struct {
	// Within says that the risk is nowhere over the tolerance, and cannot be.
	Within bool `json:"within"`

	// Compared is where both curves are known.
	Compared Range `json:"compared"`

	// Over are the losses at which the risk is over the tolerance, in ascending
	// order: also before its first point, where it can only be higher.
	Over []Range `json:"over,omitzero"`

	// Open are the losses at which it may be: the curve of the risk does not say.
	Open []Range `json:"open,omitzero"`

	Crossings []Crossing `json:"crossings,omitzero"`

	// Difference is the worst place by the difference of the probabilities, Ratio
	// by their ratio, Excess by the difference of the losses of the same
	// probability. Nil where the risk is nowhere over the tolerance.
	Difference *Place `json:"difference,omitzero"`
	Ratio      *Place `json:"ratio,omitzero"`
	Excess     *Place `json:"excess,omitzero"`
}

// Compare compares a risk with a tolerance.
func Compare(risk, tolerated Curve) Comparison {
	if len(risk.knots) == 0 || len(tolerated.knots) == 0 {
		return Comparison{}
	}
	pieces := overlap(risk, tolerated)
	c := Comparison{Open: open(risk, tolerated)}
	if from, to := max(begin(risk), begin(tolerated)), risk.last().loss; from <= to {
		c.Compared = Range{from, to}
	}
	for _, p := range pieces {
		c.Over = add(c.Over, p)
	}
	c.Crossings = c.crossings(tolerated)
	c.Difference, c.Ratio = worst(risk, pieces)
	if c.Over != nil {
		c.Excess = farthest(risk, tolerated)
	}
	c.Within = len(c.Over) == 0 && len(c.Open) == 0
	return c
}

// A piece is a range of losses over whose logarithm both curves are straight:
// each has the risk and the tolerance at both ends.
type piece struct{ from, to end }

type end struct{ log, loss, risk, tolerated float64 }

func (e end) over() float64 { return e.risk - e.tolerated }

// overlap returns the pieces from where something is tolerated to the last point
// of the risk. Before its first point the risk is at least what it is there.
func overlap(risk, tolerated Curve) []piece {
	var knots []knot
	last := risk.last().loss
	for _, k := range slices.Concat(risk.knots, tolerated.knots) {
		if k.loss <= last {
			knots = append(knots, k)
		}
	}
	slices.SortFunc(knots, func(a, b knot) int { return cmp.Compare(a.loss, b.loss) })
	knots = slices.CompactFunc(knots, func(a, b knot) bool { return a.loss == b.loss })
	first := begin(tolerated)
	if first == 0 {
		knots = append([]knot{{math.Inf(-1), 0, 0, 0}}, knots...)
	}
	var pieces []piece
	for i, k := range knots[:len(knots)-1] {
		if k.loss < first {
			continue
		}
		to := knots[i+1]
		pieces = append(pieces, piece{
			end{k.log, k.loss, risk.at(k.log, k.loss), tolerated.at(k.log, k.loss)},
			end{to.log, to.loss, risk.below(to.log, to.loss), tolerated.below(to.log, to.loss)},
		})
	}
	if first <= last { // the last loss itself
		k := risk.last()
		at := end{k.log, k.loss, k.above, tolerated.at(k.log, k.loss)}
		pieces = append(pieces, piece{at, at})
	}
	return pieces
}

// begin returns from which loss on a curve is known.
func begin(c Curve) float64 {
	if c.begins {
		return 0
	}
	return c.knots[0].loss
}

// open returns where the curve of the risk has no points, and it may be over the
// tolerance.
func open(risk, tolerated Curve) []Range {
	var all []Range
	if from, to := begin(tolerated), begin(risk); from < to && tolerated.at(mathx.Log(from), from) < 1 {
		least := risk.knots[0].below // of what it may be there
		if x, ok := tolerated.loss(least, func(q float64) bool { return q < least }); ok {
			to = min(to, x)
		}
		if from < to {
			all = append(all, Range{from, to})
		}
	}
	end := risk.last()
	if tolerated.last().above < end.above {
		from := end.loss
		if x, ok := tolerated.Loss(end.above); ok { // before that more is tolerated
			from = max(from, x)
		}
		all = append(all, Range{From: max(from, begin(tolerated))})
	}
	return all
}

// add adds the part of a piece in which the risk is over the tolerance.
func add(over []Range, p piece) []Range {
	from, to := p.from.loss, p.to.loss
	switch a, b := p.from.over(), p.to.over(); {
	case a <= 0 && b <= 0:
		return over
	case a <= 0:
		from = p.root().loss
	case b <= 0:
		to = p.root().loss
	}
	if last := len(over) - 1; last >= 0 && over[last].To == from {
		over[last].To = to
		return over
	}
	if from < to || p.from == p.to {
		over = append(over, Range{from, to})
	}
	return over
}

// root returns where the curves of a piece meet, whose ends are on different
// sides.
func (p piece) root() end {
	a, b := p.from.over(), p.to.over()
	t := a / (a - b)
	switch {
	case math.IsInf(p.from.log, -1) || t <= 0:
		return p.from
	case t >= 1:
		return p.to
	}
	log := p.from.log + float64(t*(p.to.log-p.from.log))
	both := p.from.tolerated - float64(t*(p.from.tolerated-p.to.tolerated))
	return end{log, min(max(mathx.Exp(log), p.from.loss), p.to.loss), both, both}
}

// crossings returns the ends of where the risk is over, but for the ends of what
// is compared.
func (c Comparison) crossings(tolerated Curve) []Crossing {
	var all []Crossing
	for _, r := range c.Over {
		if r.From > c.Compared.From { // before that it may have crossed anywhere
			all = append(all, Crossing{r.From, tolerated.at(mathx.Log(r.From), r.From), true})
		}
		if r.To < c.Compared.To {
			all = append(all, Crossing{r.To, tolerated.at(mathx.Log(r.To), r.To), false})
		}
	}
	return all
}
