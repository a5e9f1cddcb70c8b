package elicit

import (
	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// mostExperts bounds the experts of a pool.
const mostExperts = 1000

// An Opinion is what one expert says of a quantity.
type Opinion struct {
	Expert string  `json:"expert,omitzero"`
	Dist   dist.Of `json:"dist"`

	// Weight is of any unit, at least 0. Where nobody has one all count alike;
	// otherwise who has none does not count.
	Weight float64 `json:"weight,omitzero"`
}

// Pool returns the linear opinion pool (Stone, Annals of Mathematical Statistics
// 32, 1961): the distribution with the density
//
//	f(x) = Σ w f_i(x) / Σ w
//
// It is as wide as the experts disagree: somebody is right, and nobody knows who.
// Averaging their quantiles instead would hide that.
func Pool(opinions []Opinion) (dist.Dist, error) {
	weights := make([]float64, len(opinions))
	for i, o := range opinions {
		if o.Dist.Dist == nil {
			return nil, &InputError{at("opinions", i) + "/dist", "nothing", "a distribution"}
		}
		weights[i] = o.Weight
	}
	weights, err := shares("opinions", weights)
	if err != nil {
		return nil, err
	}
	var counted []float64
	var parts []dist.Dist
	for i, w := range weights {
		if w > 0 {
			counted, parts = append(counted, w), append(parts, opinions[i].Dist.Dist)
		}
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return dist.NewMixture(counted, parts)
}

// A Judgment is what one expert says of a probability.
type Judgment struct {
	Expert string  `json:"expert,omitzero"`
	P      float64 `json:"p"`               // 0 to 1
	Weight float64 `json:"weight,omitzero"` // as in Opinion
}

// LinearPool returns the weighted mean of the probabilities.
func LinearPool(judgments []Judgment) (float64, error) {
	weights, err := judged(judgments)
	if err != nil {
		return 0, err
	}
	p := 0.0
	for i, j := range judgments {
		p += float64(weights[i] * j.P)
	}
	return min(p, 1), nil
}

// LogarithmicPool returns the probability whose odds are the weighted geometric
// mean of the odds:
//
//	P/(1-P) = Π (p_i/(1-p_i))^w_i, with Σ w = 1
//
// Unlike the linear pool it does not matter to it whether experts are pooled
// before or after new evidence that they judge alike (Genest, Annals of
// Statistics 12, 1984). One who is certain decides alone, and two who are certain
// of the contrary are refused.
func LogarithmicPool(judgments []Judgment) (float64, error) {
	weights, err := judged(judgments)
	if err != nil {
		return 0, err
	}
	sure, odds := "", 0.0
	for i, j := range judgments {
		switch {
		case weights[i] == 0:
		case j.P == 0 || j.P == 1:
			if sure != "" && sure != number(j.P) {
				return 0, &InputError{at("judgments", i) + "/p", number(j.P), "no certainty of the contrary of another's"}
			}
			sure = number(j.P)
		default:
			odds += float64(weights[i] * (mathx.Log(j.P) - mathx.Log1p(-j.P)))
		}
	}
	switch sure {
	case "0":
		return 0, nil
	case "1":
		return 1, nil
	}
	return 1 / (1 + mathx.Exp(-odds)), nil
}

// judged returns the shares of the experts.
func judged(judgments []Judgment) ([]float64, error) {
	weights := make([]float64, len(judgments))
	for i, j := range judgments {
		if err := check(probability(at("judgments", i)+"/p", j.P)); err != nil {
			return nil, err
		}
		weights[i] = j.Weight
	}
	return shares("judgments", weights)
}

// shares returns weights with the sum 1, equal ones if there are none.
func shares(list string, weights []float64) ([]float64, error) {
	if len(weights) == 0 || len(weights) > mostExperts {
		return nil, refused(list, len(weights), "1 to 1000")
	}
	total := 0.0
	for i, w := range weights {
		if err := check(condition{at(list, i) + "/weight", w, w == 0 || w >= 1e-9 && w <= 1e9, "0, or a number from 1e-9 to 1e9"}); err != nil {
			return nil, err
		}
		total += w
	}
	share := make([]float64, len(weights))
	for i, w := range weights {
		if total == 0 {
			share[i] = 1 / float64(len(weights))
		} else {
			share[i] = w / total
		}
	}
	return share, nil
}

func probability(input string, p float64) condition {
	return condition{input, p, p >= 0 && p <= 1, "a probability from 0 to 1"}
}
