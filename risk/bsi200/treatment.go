package bsi200

import (
	"fmt"

	"github.com/ismskit/ismskit/internal/enum"
)

// Treatment is an option of risk treatment (BSI-Standard 200-3). The standard
// names them by letters, which are their text form.
type Treatment uint8

// The options. In the words of ISO/IEC 27005:2022, 8.2: avoid, modify, share,
// retain.
const (
	Avoid    Treatment = iota + 1 // "A": avoid the risk (Risikovermeidung)
	Reduce                        // "B": reduce it by safeguards (Risikoreduktion)
	Transfer                      // "C": transfer it (Risikotransfer)
	Accept                        // "D": accept it (Risikoakzeptanz)
)

var treatmentWords = enum.Words{"", "A", "B", "C", "D"}

// MarshalText returns the letter, "" where none is stated.
func (t Treatment) MarshalText() ([]byte, error) {
	return treatmentWords.Marshal("bsi200: treatment", uint8(t))
}

// UnmarshalText reads the letter.
func (t *Treatment) UnmarshalText(text []byte) (err error) {
	*(*uint8)(t), err = treatmentWords.Unmarshal("bsi200: treatment", text)
	return err
}

// Treated is a hazard judged twice: as things stand, and with the treatment
// carried out.
type Treated struct {
	Before    Hazard    `json:"before,omitzero"`
	Treatment Treatment `json:"treatment,omitzero"`
	// After is the hazard once the treatment is carried out. It is the zero
	// value where there is nothing to judge: a risk that is accepted stays what
	// it is, one that is avoided is gone.
	After Hazard `json:"after,omitzero"`
}

// Change is the risk before and after a treatment.
type Change struct {
	Before Risk `json:"before,omitzero"`
	After  Risk `json:"after,omitzero"` // not stated for a risk that is avoided
}

// Rate rates both judgements. It does not say that the treatment suffices:
// whether what remains is acceptable is decided by the criteria of the
// organization. It fails where
//   - Before, or an After that is wanted, cannot be rated;
//   - the treatment is not stated or not one of the four;
//   - an accepted risk has an After other than Before, an avoided one any.
func (t Treated) Rate() (Change, error) {
	before, err := t.Before.Rate()
	if err != nil {
		return Change{}, fmt.Errorf("bsi200: before the treatment: %w", err)
	}
	c := Change{Before: before}
	switch t.Treatment {
	case Avoid:
		if t.After != (Hazard{}) {
			return Change{}, fmt.Errorf("bsi200: treatment A: after: got %s, want nothing: an avoided risk is gone", t.After.Inputs().Text())
		}
	case Accept:
		if t.After != (Hazard{}) && t.After != t.Before {
			return Change{}, fmt.Errorf("bsi200: treatment D: after: got %s, want %s or nothing: an accepted risk stays",
				t.After.Inputs().Text(), t.Before.Inputs().Text())
		}
		c.After = before
	case Reduce, Transfer:
		if c.After, err = t.After.Rate(); err != nil {
			return Change{}, fmt.Errorf("bsi200: after the treatment: %w", err)
		}
	default:
		return Change{}, fmt.Errorf("bsi200: treatment: got the number %d, want A, B, C or D", t.Treatment)
	}
	return c, nil
}
