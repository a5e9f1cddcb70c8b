package elicit

import (
	"math"
	"strconv"

	"github.com/ismskit/ismskit/internal/mathx"
)

// A Seed is a question with its answer and what each expert said.
type Seed struct {
	Question string  `json:"question,omitzero"`
	Answer   float64 `json:"answer"`

	// Log says that the quantity goes over several powers of ten: information is
	// then measured by its logarithm, and everything is above 0.
	Log bool `json:"log,omitzero"`

	// Quantiles has those of each expert, in the order of Experts, rising.
	Quantiles [][]float64 `json:"quantiles"`
}

// A scaled is a question with its numbers as they are, or their logarithms.
type scaled struct {
	log       bool
	answer    float64
	quantiles [][]float64
	low, high float64 // the intrinsic range
}

// scaled returns the numbers of a seed on its scale.
func (s Seed) scaled(name string, experts, quantiles int, overshoot float64) (scaled, error) {
	if len(s.Quantiles) != experts {
		return scaled{}, refused(name+"/quantiles", len(s.Quantiles), strconv.Itoa(experts)+", those of each expert")
	}
	scale := func(x float64) float64 {
		if s.Log {
			return mathx.Log(x)
		}
		return x
	}
	possible := func(input string, x float64) condition {
		if s.Log {
			return condition{input, x, x >= 1e-290 && x <= 1e290, "a number above 0, from 1e-290 to 1e290"}
		}
		return condition{input, x, math.Abs(x) <= 1e290, "a number up to 1e290"}
	}
	if err := check(possible(name+"/answer", s.Answer)); err != nil {
		return scaled{}, err
	}
	to := scaled{log: s.Log, answer: scale(s.Answer), low: scale(s.Answer), high: scale(s.Answer)}
	for e, qs := range s.Quantiles {
		of := at(name+"/quantiles", e)
		if len(qs) != quantiles {
			return scaled{}, refused(of, len(qs), strconv.Itoa(quantiles)+" quantiles")
		}
		on := make([]float64, quantiles)
		for i, q := range qs {
			if err := check(possible(at(of, i), q)); err != nil {
				return scaled{}, err
			}
			on[i] = scale(q)
			if i > 0 && !(on[i] > on[i-1]) {
				return scaled{}, &InputError{at(of, i), number(q), "a number above " + number(qs[i-1])}
			}
		}
		to.quantiles = append(to.quantiles, on)
		to.low, to.high = min(to.low, on[0]), max(to.high, on[quantiles-1])
	}
	if to.low == to.high {
		return scaled{}, &InputError{name + "/quantiles", "a single value", "quantiles that differ from the answer"}
	}
	beyond := float64(overshoot * (to.high - to.low))
	to.low, to.high = to.low-beyond, to.high+beyond
	return to, nil
}
