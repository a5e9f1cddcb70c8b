package elicit

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/internal/mathx"
)

// mostQuantiles bounds what the experts of a panel say in all.
const mostQuantiles = 20_000

// A Panel is some experts with their answers to questions whose answers are
// known: the seeds of the classical model (Cooke, Experts in Uncertainty, 1991,
// chapter 12; Cooke and Goossens, Reliability Engineering and System Safety 93,
// 2008). Ten seeds at least, about the same subject as what is asked for, are
// the custom.
type Panel struct {
	Experts []string `json:"experts"`

	// Probabilities are those of the quantiles that are asked for, in ascending
	// order; 0.05, 0.5 and 0.95 if there are none.
	Probabilities []float64 `json:"probabilities,omitzero"`

	Seeds []Seed `json:"seeds"`

	// Overshoot is by what share of the range of all answers the intrinsic range
	// goes beyond, on both sides: 0.1 if it is zero, from 0.001 to 10.
	Overshoot float64 `json:"overshoot,omitzero"`
}

// Weigh scores the experts, and gives those with a calibration of at least the
// cutoff a weight in proportion to calibration × information. A cutoff above 0
// is what makes it pay to say what one thinks; 0.05 is common.
func (p Panel) Weigh(cutoff float64) (Weighting, error) {
	if err := check(probability("cutoff", cutoff)); err != nil {
		return Weighting{}, err
	}
	r, err := p.read()
	if err != nil {
		return Weighting{}, err
	}
	return r.weigh(r.scores(), cutoff)
}

// Optimize is Weigh with the cutoff, of those that make a difference, whose pool
// has the largest calibration × information.
func (p Panel) Optimize() (Weighting, error) {
	r, err := p.read()
	if err != nil {
		return Weighting{}, err
	}
	scores := r.scores()
	var cutoffs []float64
	for _, s := range scores {
		cutoffs = append(cutoffs, s.Calibration)
	}
	slices.Sort(cutoffs)
	var best Weighting
	for _, cutoff := range slices.Compact(cutoffs) {
		w, err := r.weigh(scores, cutoff)
		if err != nil {
			return Weighting{}, err
		}
		if best.Scores == nil || w.Pool.Product > best.Pool.Product {
			best = w
		}
	}
	return best, nil
}

// A reading is a panel that was checked, its numbers on the scale of each seed.
type reading struct {
	Panel

	expected []float64 // probability of each interval
	seeds    []scaled
}

// Quantiles returns those of the weighted pool for a question whose answer is
// not known, at the probabilities of the panel: each expert is uniform between
// the quantiles stated, or log-uniform. The answer of the question is not used.
func (p Panel) Quantiles(question Seed, weights []float64) ([]float64, error) {
	if len(weights) != len(p.Experts) {
		return nil, refused("weights", len(weights), strconv.Itoa(len(p.Experts))+", one for each expert")
	}
	weights, err := shares("weights", weights)
	if err != nil {
		return nil, err
	}
	if question.Quantiles != nil && len(question.Quantiles) == len(p.Experts) && len(question.Quantiles[0]) > 0 {
		question.Answer = question.Quantiles[0][0] // so that it does not widen the range
	}
	p.Seeds = []Seed{question}
	r, err := p.read()
	if err != nil {
		return nil, err
	}
	quantiles := r.pooled(r.seeds[0], weights)
	if question.Log {
		for i, q := range quantiles {
			quantiles[i] = mathx.Exp(q)
		}
	}
	return quantiles, nil
}

// read checks the panel and puts its numbers on their scales.
func (p Panel) read() (reading, error) {
	p.Probabilities = slices.Clone(p.Probabilities)
	if len(p.Probabilities) == 0 {
		p.Probabilities = []float64{0.05, 0.5, 0.95}
	}
	p.Overshoot = cmp.Or(p.Overshoot, 0.1)
	r := reading{Panel: p}
	if err := p.problem(); err != nil {
		return reading{}, err
	}
	before := 0.0
	for _, q := range append(slices.Clone(p.Probabilities), 1) {
		r.expected = append(r.expected, q-before)
		before = q
	}
	for i, s := range p.Seeds {
		scaled, err := s.scaled(at("seeds", i), len(p.Experts), len(p.Probabilities), p.Overshoot)
		if err != nil {
			return reading{}, err
		}
		r.seeds = append(r.seeds, scaled)
	}
	return r, nil
}

// problem returns the error about the panel but for its seeds.
func (p Panel) problem() error {
	switch {
	case len(p.Experts) == 0 || len(p.Experts) > 100:
		return refused("experts", len(p.Experts), "1 to 100")
	case len(p.Seeds) == 0 || len(p.Seeds) > 1000:
		return refused("seeds", len(p.Seeds), "1 to 1000")
	case len(p.Probabilities) > 100:
		return refused("probabilities", len(p.Probabilities), "at most 100")
	}
	if all := len(p.Experts) * len(p.Seeds) * len(p.Probabilities); all > mostQuantiles {
		return refused("seeds", all, "at most 20000 quantiles in all")
	}
	for i, q := range p.Probabilities {
		least := 0.0
		if i > 0 {
			least = p.Probabilities[i-1]
		}
		if err := check(condition{at("probabilities", i), q, q > least && q < 1, "a probability above " + number(least) + " and below 1"}); err != nil {
			return err
		}
	}
	return check(condition{"overshoot", p.Overshoot, p.Overshoot >= 1e-3 && p.Overshoot <= 10, "a share from 0.001 to 10"})
}
