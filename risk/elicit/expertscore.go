package elicit

import (
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
)

// An ExpertScore is how well an expert answered.
type ExpertScore struct {
	Expert string `json:"expert"`

	// Hits is how many answers were below the first quantile, between the first
	// and the second, …, above the last. One that is a quantile is below it.
	Hits []int `json:"hits"`

	// Calibration is the probability that somebody whose quantiles are right gets
	// hits as far from the expected ones, or further:
	//
	//	C = P(χ² ≥ 2 n Σ s log (s/p))
	//
	// for shares s of the n answers where p were expected, with a degree of
	// freedom less than there are intervals.
	Calibration float64 `json:"calibration"`

	// Information is how narrow the intervals are: the mean over the seeds of the
	// relative information with regard to a uniform distribution,
	//
	//	I = Σ p log (p/r)
	//
	// where r is the share of the intrinsic range that an interval takes.
	Information float64 `json:"information"`

	Product float64 `json:"product"` // Calibration × Information

	// Weight is the share in the pool: the product, or 0 below the cutoff.
	Weight float64 `json:"weight"`
}

// scores returns the scores of the experts, with no weights yet.
func (r reading) scores() []ExpertScore {
	scores := make([]ExpertScore, len(r.Experts))
	for e, name := range r.Experts {
		answers := make([][]float64, len(r.seeds))
		for i, s := range r.seeds {
			answers[i] = s.quantiles[e]
		}
		scores[e] = r.score(name, answers)
	}
	return scores
}

// score returns that of somebody with such answers.
func (r reading) score(name string, answers [][]float64) ExpertScore {
	s := ExpertScore{Expert: name, Hits: make([]int, len(r.expected))}
	for i, seed := range r.seeds {
		s.Hits[interval(answers[i], seed.answer)]++
		s.Information += r.information(seed, answers[i]) / float64(len(r.seeds))
	}
	s.Calibration = calibration(s.Hits, r.expected)
	s.Product = float64(s.Calibration * s.Information)
	return s
}

// interval returns in which one x is.
func interval(quantiles []float64, x float64) int {
	i, _ := slices.BinarySearch(quantiles, x)
	return i
}

// calibration returns P(χ² ≥ 2 n Σ s log (s/p)).
func calibration(hits []int, expected []float64) float64 {
	n, total := 0.0, 0.0
	for _, k := range hits {
		n += float64(k)
	}
	for i, k := range hits {
		if k > 0 {
			total += float64(float64(k) * mathx.Log(float64(k)/n/expected[i]))
		}
	}
	return mathx.GammaQ(float64(0.5*float64(len(hits)-1)), max(total, 0))
}

// information returns Σ p log (p/r) over the intervals of one answer.
func (r reading) information(s scaled, quantiles []float64) float64 {
	total, before := 0.0, s.low
	for i, p := range r.expected {
		end := s.high
		if i < len(quantiles) {
			end = quantiles[i]
		}
		share := max((end-before)/(s.high-s.low), 0x1p-1022)
		total += float64(p * mathx.Log(p/share))
		before = end
	}
	return total
}
