package simple

import (
	"strconv"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// most is the greatest number of both scales.
const most = 5

// Judgement is what the formulas read: two whole numbers from 1 to 5. 0 is not
// stated.
type Judgement struct {
	Likelihood int
	Impact     int
}

// Score is what a formula gives.
type Score struct {
	Raw int // of the formula
	// Normalized is Raw·10/max rounded to two decimals, half up, for the
	// formulas of SimpleRisk, else 0.
	Normalized float64
	// Level is the id of a level of the method of the formula.
	Level string
}

// Rate applies a formula. A number off its scale is refused with the
// [risk.InputErrors] of the method, a formula that is none with an error.
func (x Judgement) Rate(f Formula) (Score, error) {
	if !f.valid() {
		return Score{}, f.refuse()
	}
	if x.Likelihood < 1 || x.Likelihood > most || x.Impact < 1 || x.Impact > most {
		return Score{}, typed.Refuse(f.Method(), x.Inputs())
	}
	p := polynomials[f-1]
	raw := p.of(x.Likelihood, x.Impact)
	if f < SimpleRisk1 {
		return Score{Raw: raw, Level: strconv.Itoa(raw)}, nil
	}
	return Score{Raw: raw, Normalized: normalized(raw, p.top()), Level: levelOf(raw, p.top())}, nil
}

// Explain rates by the method of the formula and gives the reasons.
func (x Judgement) Explain(f Formula) (risk.Explanation, error) {
	if !f.valid() {
		return risk.Explanation{}, f.refuse()
	}
	return f.Method().Explain(x.Inputs())
}

// Inputs returns the numbers that are stated, by factor.
func (x Judgement) Inputs() risk.Inputs {
	return numbers([]string{"likelihood", "impact"}, x.Likelihood, x.Impact)
}

// MarshalText returns the inputs in one line, as [risk.Inputs.Text] does, ""
// for the zero value. Numbers off their scale have no text.
func (x Judgement) MarshalText() ([]byte, error) {
	if x == (Judgement{}) {
		return nil, nil
	}
	return typed.Marshal(Product.Method(), x.Inputs())
}

// UnmarshalText reads the text form, which is the same for all formulas.
func (x *Judgement) UnmarshalText(text []byte) error {
	var read Judgement
	if err := unmarshal(Product.Method(), text, &read.Likelihood, &read.Impact); err != nil {
		return err
	}
	*x = read
	return nil
}

// numbers returns inputs without those that are 0.
func numbers(factors []string, values ...int) risk.Inputs {
	in := make(risk.Inputs, len(factors))
	for i, v := range values {
		if v != 0 {
			in[factors[i]] = strconv.Itoa(v)
		}
	}
	return in
}

// unmarshal reads numbers from 1 for the factors of m. The empty text states
// none.
func unmarshal(m risk.Method, text []byte, values ...*int) error {
	if len(text) == 0 {
		return nil
	}
	ranks, err := typed.Ranks(m, text)
	if err != nil {
		return err
	}
	for i, rank := range ranks {
		*values[i] = rank + 1
	}
	return nil
}

// scale returns the numbers from 1 to n as levels.
func scale(n int) risk.Scale {
	s := risk.Scale{Levels: make([]risk.Level, n)}
	for i := range n {
		s.Levels[i] = risk.Level{ID: strconv.Itoa(i + 1), Value: new(float64(i + 1))}
	}
	return s
}
