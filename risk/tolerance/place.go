package tolerance

import (
	"math"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
)

// A Place is a loss at which the risk is over the tolerance.
type Place struct {
	Loss      float64 `json:"loss"`
	Risk      float64 `json:"risk"`      // probability of losing more; at a step, just below it
	Tolerated float64 `json:"tolerated"` // what is tolerated of it

	// Difference is Risk - Tolerated. Ratio is Risk/Tolerated, 0 where nothing
	// is tolerated, or so little that there is no number for it.
	Difference float64 `json:"difference"`
	Ratio      float64 `json:"ratio,omitzero"`

	// Exceeded is the loss that the risk exceeds with the tolerated probability,
	// which should be no more than Loss: how far over, in money. 0 where the curve
	// of the risk does not go that far.
	Exceeded float64 `json:"exceeded,omitzero"`
}

// worst returns the places with the largest difference and the largest ratio of
// the probabilities: as both are straight, they are at ends of pieces.
func worst(risk Curve, pieces []piece) (difference, ratio *Place) {
	times := func(e end) float64 {
		if e.tolerated == 0 {
			return math.Inf(1)
		}
		return e.risk / e.tolerated
	}
	var most, often end
	for _, p := range pieces {
		for _, e := range []end{p.from, p.to} {
			if e.over() > 0 && e.over() > most.over() {
				most = e
			}
			if e.over() > 0 && (often.loss == 0 && often.risk == 0 || times(e) > times(often)) {
				often = e
			}
		}
	}
	if most.over() <= 0 {
		return nil, nil
	}
	return place(risk, most), place(risk, often)
}

func place(risk Curve, e end) *Place {
	p := &Place{Loss: e.loss, Risk: e.risk, Tolerated: e.tolerated, Difference: e.over()}
	if ratio := e.risk / e.tolerated; !math.IsInf(ratio, 0) {
		p.Ratio = ratio
	}
	p.Exceeded, _ = risk.Loss(e.tolerated)
	return p
}

// farthest returns the place with the largest difference of the losses that have
// the same probability. Over the probability both logarithms are straight, from
// one knot of either curve to the next; the difference has its largest value at
// an end of such a range, or where both losses change alike.
func farthest(risk, tolerated Curve) *Place {
	var ps []float64
	for _, k := range slices.Concat(risk.knots, tolerated.knots) {
		ps = append(ps, k.below, k.above)
	}
	slices.Sort(ps)
	ps = slices.Compact(ps)
	var best *Place
	try := func(p, tolerable, exceeded float64) {
		if exceeded > tolerable && (best == nil || exceeded-tolerable > best.Exceeded-best.Loss) {
			r := risk.at(mathx.Log(tolerable), tolerable)
			best = place(risk, end{loss: tolerable, risk: r, tolerated: p})
			best.Exceeded = exceeded
		}
	}
	for i, p := range ps {
		t, known := tolerated.Loss(p)
		r, also := risk.Loss(p)
		if !known || !also {
			continue
		}
		try(p, t, r)
		if i+1 == len(ps) {
			continue
		}
		next := ps[i+1]
		below := func(q float64) bool { return q < next }
		t2, known := tolerated.loss(next, below)
		r2, also := risk.loss(next, below)
		if !known || !also {
			continue
		}
		try(next, t2, r2)
		if s := alike(r, r2, t, t2); s > 0 && s < 1 {
			p += float64(s * (next - p))
			t, _ = tolerated.Loss(p)
			r, _ = risk.Loss(p)
			try(p, t, r)
		}
	}
	return best
}

// alike returns the share s of the way at which r (r2/r)^s and t (t2/t)^s change
// at the same rate.
func alike(r, r2, t, t2 float64) float64 {
	if !(r > 0 && r2 > 0 && t > 0 && t2 > 0) {
		return 0
	}
	a, b := mathx.Log(r2/r), mathx.Log(t2/t)
	return mathx.Log(float64(t*b)/float64(r*a)) / (a - b)
}
