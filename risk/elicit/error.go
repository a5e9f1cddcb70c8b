package elicit

import (
	"fmt"
	"math"
	"strconv"
)

// InputError says which input was refused.
type InputError struct {
	Input string // the JSON name, with the index of a list: "seeds/2/quantiles/0"
	Found string
	Want  string
}

func (e *InputError) Error() string {
	return fmt.Sprintf("elicit: %s: got %s, want %s", e.Input, e.Found, e.Want)
}

// A condition is what an input has to fulfill.
type condition struct {
	input string
	value float64
	holds bool
	want  string
}

// check returns the error for the first input that is no number, or whose
// condition does not hold.
func check(conditions ...condition) error {
	for _, c := range conditions {
		if !c.holds || !finite(c.value) {
			return &InputError{c.input, number(c.value), c.want}
		}
	}
	return nil
}

// refused returns the error about a number of things.
func refused(input string, found int, want string) error {
	return &InputError{input, strconv.Itoa(found), want}
}

// at returns the name of an element of a list.
func at(list string, i int) string { return list + "/" + strconv.Itoa(i) }

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// four writes x to four digits.
func four(x float64) string { return strconv.FormatFloat(x, 'g', 4, 64) }

// percent writes a probability to three digits.
func percent(p float64) string { return strconv.FormatFloat(float64(p*100), 'g', 3, 64) + " %" }

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
