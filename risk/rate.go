package risk

import (
	"errors"
	"fmt"
)

// ErrMalformed is the error of a method that cannot rate inputs that name its
// levels: its table has no cell for them, or a cell names no level of risk.
// [Method.Problems] says what is wrong with it.
var ErrMalformed = errors.New("method is malformed")

// Rate gives the rating of the inputs. Each factor needs a word that is the ID
// or the label of a level of its scale, and there may be no further inputs;
// otherwise the error is an [InputErrors] that names them all. It allocates
// nothing when it succeeds.
//
// Rate trusts the method: call [Method.Problems] once before. For a malformed
// method the error is [ErrMalformed] or the rating the one its table gives; it
// never panics.
func (m Method) Rate(in Inputs) (Rating, error) {
	rating, _, _, err := m.rate(in)
	return rating, err
}

// rate also returns the place of the cell that gave the level.
func (m Method) rate(in Inputs) (rating Rating, row, column int, err error) {
	var at tuple
	if !m.read(in, &at) {
		return Rating{}, 0, 0, m.refuse(in)
	}
	row, column, ok := m.Table.cell(m.Factors, &at)
	if !ok {
		return Rating{}, 0, 0, fmt.Errorf("risk: %w: %s: the table has no cell for %s", ErrMalformed, m.Ref(), clip(fmt.Sprint(in)))
	}
	rating.Method, rating.Level = m.Ref(), m.Table[row][column]
	if find(m.Levels, rating.Level) < 0 {
		return Rating{}, 0, 0, fmt.Errorf("risk: %w: %s: /table/%d/%d: got %q, want %s",
			ErrMalformed, m.Ref(), row, column, clip(rating.Level), oneOf(words(m.Levels)))
	}
	for i := range m.Factors {
		switch id := m.Factors[i].Scale.Levels[at[i]].ID; m.Factors[i].Role {
		case Likelihood:
			rating.Likelihood = id
		case Consequence:
			rating.Consequence = id
		}
	}
	return rating, row, column, nil
}

// read finds the level of each factor; false where an input is missing,
// unknown or too many.
func (m Method) read(in Inputs, at *tuple) bool {
	if len(in) != len(m.Factors) || len(in) > maxFactors {
		return false
	}
	for i := range m.Factors {
		level := read(m.Factors[i].Scale.Levels, in[m.Factors[i].ID])
		if level < 0 || level >= maxLevels {
			return false
		}
		at[i] = uint8(level)
	}
	return true
}

// refuse says why read found nothing.
func (m Method) refuse(in Inputs) error {
	if errs := m.inputErrors(in); len(errs) > 0 {
		return errs
	}
	return fmt.Errorf("risk: %w: %s: want at most %d factors with ids of their own and %d levels each",
		ErrMalformed, m.Ref(), maxFactors, maxLevels)
}
