package nist80030 //nolint:dupl // two types, so that the one likelihood cannot be taken for the other

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Adversarial is the assessment of one threat event that an adversary
// initiates.
type Adversarial struct {
	Initiation    Level // likelihood that the adversary initiates the event, Table G-2
	AdverseImpact Level // likelihood that the event, once initiated, results in adverse impact, Table G-4
	Impact        Level // level of impact, Table H-3
}

// Rate gives the overall likelihood and the level of risk. A level that is not
// stated, or none of the five, is refused with the [risk.InputErrors] of
// [AdversarialMethod].
func (x Adversarial) Rate() (Rating, error) {
	if x.Initiation.valid() && x.AdverseImpact.valid() && x.Impact.valid() {
		return rate(x.Initiation, x.AdverseImpact, x.Impact), nil
	}
	return Rating{}, typed.Refuse(AdversarialMethod(), x.Inputs())
}

// Explain rates by [AdversarialMethod] and gives the reasons.
func (x Adversarial) Explain() (risk.Explanation, error) {
	return AdversarialMethod().Explain(x.Inputs())
}

// Inputs returns the words of what is stated, by factor of the method.
func (x Adversarial) Inputs() risk.Inputs {
	return inputs("initiation", x.Initiation, x.AdverseImpact, x.Impact)
}

// MarshalText returns the inputs in one line, as [risk.Inputs.Text] does, ""
// for the zero value. What Rate refuses has no text.
func (x Adversarial) MarshalText() ([]byte, error) {
	if x == (Adversarial{}) {
		return nil, nil
	}
	return typed.Marshal(AdversarialMethod(), x.Inputs())
}

// UnmarshalText reads the text form. Words are ids or labels of levels.
func (x *Adversarial) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*x = Adversarial{}
		return nil
	}
	return typed.Unmarshal(AdversarialMethod(), text, (*uint8)(&x.Initiation), (*uint8)(&x.AdverseImpact), (*uint8)(&x.Impact))
}
