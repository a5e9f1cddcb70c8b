package nist80030 //nolint:dupl // two types, so that the one likelihood cannot be taken for the other

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// NonAdversarial is the assessment of one threat event without an adversary:
// an error, a failure, a disaster.
type NonAdversarial struct {
	Occurrence    Level // likelihood that the event occurs, Table G-3; [OfFrequency] finds it from a frequency
	AdverseImpact Level // likelihood that the event, once it occurred, results in adverse impact, Table G-4
	Impact        Level // level of impact, Table H-3
}

// Rate gives the overall likelihood and the level of risk. A level that is not
// stated, or none of the five, is refused with the [risk.InputErrors] of
// [NonAdversarialMethod].
func (x NonAdversarial) Rate() (Rating, error) {
	if x.Occurrence.valid() && x.AdverseImpact.valid() && x.Impact.valid() {
		return rate(x.Occurrence, x.AdverseImpact, x.Impact), nil
	}
	return Rating{}, typed.Refuse(NonAdversarialMethod(), x.Inputs())
}

// Explain rates by [NonAdversarialMethod] and gives the reasons.
func (x NonAdversarial) Explain() (risk.Explanation, error) {
	return NonAdversarialMethod().Explain(x.Inputs())
}

// Inputs returns the words of what is stated, by factor of the method.
func (x NonAdversarial) Inputs() risk.Inputs {
	return inputs("occurrence", x.Occurrence, x.AdverseImpact, x.Impact)
}

// MarshalText returns the inputs in one line, as [risk.Inputs.Text] does, ""
// for the zero value. What Rate refuses has no text.
func (x NonAdversarial) MarshalText() ([]byte, error) {
	if x == (NonAdversarial{}) {
		return nil, nil
	}
	return typed.Marshal(NonAdversarialMethod(), x.Inputs())
}

// UnmarshalText reads the text form. Words are ids or labels of levels.
func (x *NonAdversarial) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*x = NonAdversarial{}
		return nil
	}
	return typed.Unmarshal(NonAdversarialMethod(), text, (*uint8)(&x.Occurrence), (*uint8)(&x.AdverseImpact), (*uint8)(&x.Impact))
}
