package monarc

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/ismskit/ismskit/risk"
)

// Unset is MONARC's number for what nobody has judged yet.
const Unset = -1

// The highest values of MONARC's default scales; all begin with 0.
const (
	maxImpact        = 4 // impact, consequence
	maxThreat        = 4 // probability of a threat, or of an operational risk
	maxVulnerability = 5
)

// version is the version of MONARC whose figures are reproduced.
const version = "2.13.1"

// ErrUnset is the cause where a value is needed and [Unset]: the risk is not
// evaluated.
var ErrUnset = errors.New("not set")

// InputError says which input has a value off its scale, or none.
type InputError struct {
	Input string // "threat", "impact on integrity"
	Value int
	Max   int // the scale is 0 to Max
}

func (e *InputError) Error() string {
	if e.Value == Unset {
		return fmt.Sprintf("monarc: %s: %v, want 0 to %d", e.Input, ErrUnset, e.Max)
	}
	return fmt.Sprintf("monarc: %s: got %d, want 0 to %d", e.Input, e.Value, e.Max)
}

// Unwrap returns ErrUnset where the value is [Unset], else nil.
func (e *InputError) Unwrap() error {
	if e.Value == Unset {
		return ErrUnset
	}
	return nil
}

// on reports whether v is on the scale 0 to highest.
func on(v, highest int) bool { return uint(v) <= uint(highest) } // a negative v wraps round

// inputErrors collects the inputs that are off their scales.
type inputErrors []error

func (errs *inputErrors) check(input string, v, highest int) {
	if !on(v, highest) {
		*errs = append(*errs, &InputError{Input: input, Value: v, Max: highest})
	}
}

// numbers returns the levels of a scale 0 to highest. Their ids are the numbers,
// which formulas read.
func numbers(highest int) []risk.Level {
	levels := make([]risk.Level, highest+1)
	for i := range levels {
		levels[i] = number(i)
	}
	return levels
}

// number returns the level for one number: as an input and as a result.
func number(n int) risk.Level {
	x := float64(n)
	return risk.Level{ID: strconv.Itoa(n), Value: new(x), Min: new(x)}
}
