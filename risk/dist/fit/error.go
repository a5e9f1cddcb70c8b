package fit

import (
	"fmt"
	"math"
	"strconv"
)

// Error says why data were refused, or have no most likely distribution.
type Error struct {
	Family string // the word of the text form: "lognormal"
	Field  string // the JSON name, with the index of a list: "data/3/low"; "data" is all of them
	Found  string
	Want   string
}

func (e *Error) Error() string {
	return fmt.Sprintf("fit: %s: %s: got %s, want %s", e.Family, e.Field, e.Found, e.Want)
}

// number writes x so that reading it gives the same bits.
func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
