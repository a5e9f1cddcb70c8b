package economics

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// ErrOverflow says that a result is not a finite number although each input
// is in its range: the inputs do not belong together.
var ErrOverflow = errors.New("economics: result is not a finite number")

// InputError says what is wrong with one input.
type InputError struct {
	Input string // its JSON name, with the place: "loss/upper", "controls/2/coverage"
	Found string // the value as given
	Want  string // the valid range
}

func (e *InputError) Error() string {
	return fmt.Sprintf("economics: %s: got %s, want %s", e.Input, e.Found, e.Want)
}

// InputErrors lists everything that is wrong with the inputs of one
// computation, in the order of the fields.
type InputErrors []*InputError

func (es InputErrors) Error() string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the single errors to errors.Is and errors.As.
func (es InputErrors) Unwrap() []error {
	errs := make([]error, len(es))
	for i, e := range es {
		errs[i] = e
	}
	return errs
}

// An inspection collects what is wrong with the inputs below one place.
type inspection struct {
	errs InputErrors
	at   string // prefix of the names
}

// require notes the input unless it holds. NaN never does.
func (in *inspection) require(holds bool, name string, value float64, want string) {
	if !holds || math.IsNaN(value) || math.IsInf(value, 0) {
		in.refuse(name, strconv.FormatFloat(value, 'g', -1, 64), want)
	}
}

func (in *inspection) refuse(name, found, want string) {
	in.errs = append(in.errs, &InputError{Input: in.at + name, Found: found, Want: want})
}

func (in *inspection) amount(name string, value float64) {
	in.require(value >= 0, name, value, "an amount of at least 0")
}

func (in *inspection) share(name string, value float64) {
	in.require(value >= 0 && value <= 1, name, value, "a share from 0 to 1")
}

func (in *inspection) probability(name string, value float64) {
	in.require(value >= 0 && value <= 1, name, value, "a probability from 0 to 1")
}

func (in *inspection) rate(name string, value float64) {
	in.require(value >= 0, name, value, "events per year, at least 0")
}

// figure returns what was computed, if the inputs were right and it is finite.
func (in *inspection) figure(compute func() float64) (float64, error) {
	if err := in.err(); err != nil {
		return 0, err
	}
	value := compute()
	if err := finite(value); err != nil {
		return 0, err
	}
	return value, nil
}

// err returns what was wrong, an untyped nil where nothing was.
func (in *inspection) err() error {
	if len(in.errs) == 0 {
		return nil
	}
	return in.errs
}

// finite returns [ErrOverflow] unless every value is a finite number.
func finite(values ...float64) error {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return ErrOverflow
		}
	}
	return nil
}
