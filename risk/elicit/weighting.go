package elicit

import (
	"cmp"
	"slices"
)

// A Weighting is what the classical model makes of a panel.
type Weighting struct {
	Cutoff float64       `json:"cutoff"` // the least calibration that counts
	Scores []ExpertScore `json:"scores"` // in the order of the experts

	// Pool is the score of the weighted pool, as if it were one more expert. It
	// should beat the best of them; if it does not, listen to that one.
	Pool ExpertScore `json:"pool"`
}

// Weights returns those of the experts, in their order, for [Opinion].
func (w Weighting) Weights() []float64 {
	weights := make([]float64, len(w.Scores))
	for i, s := range w.Scores {
		weights[i] = s.Weight
	}
	return weights
}

// weigh returns the weighting at a cutoff.
func (r reading) weigh(scores []ExpertScore, cutoff float64) (Weighting, error) {
	w := Weighting{Cutoff: cutoff, Scores: slices.Clone(scores)}
	total := 0.0
	for _, s := range scores {
		if s.Calibration >= cutoff {
			total += s.Product
		}
	}
	if !(total > 0) {
		return Weighting{}, &InputError{"cutoff", number(cutoff), "at most the largest calibration " + number(best(scores)) + ", above 0"}
	}
	for i := range w.Scores {
		if s := &w.Scores[i]; s.Calibration >= cutoff {
			s.Weight = s.Product / total
		}
	}
	answers := make([][]float64, len(r.seeds))
	for i, s := range r.seeds {
		answers[i] = r.pooled(s, w.Weights())
	}
	w.Pool = r.score("pool", answers)
	w.Pool.Weight = 1
	return w, nil
}

func best(scores []ExpertScore) float64 {
	return slices.MaxFunc(scores, func(a, b ExpertScore) int { return cmp.Compare(a.Calibration, b.Calibration) }).Calibration
}

// pooled returns the quantiles of the weighted pool of answers to one question,
// each uniform between its quantiles and the ends of the intrinsic range.
func (r reading) pooled(s scaled, weights []float64) []float64 {
	points := []float64{s.low, s.high}
	for e, q := range s.quantiles {
		if weights[e] > 0 {
			points = append(points, q...)
		}
	}
	slices.Sort(points)
	points = slices.Compact(points)
	var quantiles []float64
	below, i := 0.0, 0
	for _, p := range r.Probabilities {
		for i+1 < len(points)-1 && r.cdf(s, weights, points[i+1]) < p {
			i++
			below = r.cdf(s, weights, points[i])
		}
		above := 1.0
		if i+1 < len(points)-1 {
			above = r.cdf(s, weights, points[i+1])
		}
		t := 1.0
		if above > below {
			t = (p - below) / (above - below)
		}
		quantiles = append(quantiles, points[i]+float64(t*(points[i+1]-points[i])))
	}
	return quantiles
}

// cdf returns what the pool has up to x.
func (r reading) cdf(s scaled, weights []float64, x float64) float64 {
	total := 0.0
	for e, q := range s.quantiles {
		if weights[e] == 0 {
			continue
		}
		i := interval(q, x)
		low, high, below := s.low, s.high, 0.0
		if i > 0 {
			low, below = q[i-1], r.Probabilities[i-1]
		}
		if i < len(q) {
			high = q[i]
		}
		total += float64(weights[e] * (below + float64(r.expected[i]*((x-low)/(high-low)))))
	}
	return total
}
