package dist

import (
	"fmt"
	"math"
	"strconv"
)

// ParamError says which parameter a distribution refuses.
type ParamError struct {
	Dist  string // the word of the text form: "pert"
	Param string // the name of the text form, with the index of a list: "mode", "weights/2"
	Found string // the value as given
	Want  string // what it would take
}

func (e *ParamError) Error() string {
	return fmt.Sprintf("dist: %s: %s: got %s, want %s", e.Dist, e.Param, e.Found, e.Want)
}

// refuse returns the error for a parameter that is a number.
func refuse(dist, param string, found float64, want string) error {
	return &ParamError{Dist: dist, Param: param, Found: number(found), Want: want}
}

// number writes x so that reading it gives the same bits.
func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// A condition is what a parameter has to fulfill.
type condition struct {
	param string
	value float64
	holds bool
	want  string
}

// check returns the error for the first parameter that is not finite, or whose
// condition does not hold.
func check(dist string, conditions ...condition) error {
	for _, c := range conditions {
		if !finite(c.value) {
			return refuse(dist, c.param, c.value, "a finite number")
		}
	}
	for _, c := range conditions {
		if !c.holds {
			return refuse(dist, c.param, c.value, c.want)
		}
	}
	return nil
}

// positive is the condition of scales.
func positive(param string, value float64) condition { return between(param, value, 1e-290, 1e290) }

// between is the condition of what is above 0 and of a size that the functions
// behind keep their accuracy for.
func between(param string, value, least, most float64) condition {
	if value <= 0 {
		return condition{param, value, false, "a number above 0"}
	}
	return condition{param, value, least <= value && value <= most, "a number from " + number(least) + " to " + number(most)}
}

// any real number will do.
func anyNumber(param string, value float64) condition {
	return condition{param, value, true, ""}
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
