package plot

import (
	"fmt"
	"math"
	"unicode/utf8"
)

// checkAmount refuses what is no amount, or none within reason.
func checkAmount(where string, x float64) error {
	if !(math.Abs(x) <= mostAmount) {
		return fmt.Errorf("%s: got %v, want an amount of at most %g", where, x, float64(mostAmount))
	}
	return nil
}

// checkLoss refuses amounts below zero too.
func checkLoss(where string, x float64) error {
	if !(x >= 0 && x <= mostAmount) {
		return fmt.Errorf("%s: got %v, want an amount from 0 to %g", where, x, float64(mostAmount))
	}
	return nil
}

// checkOn refuses what a log axis has no place for.
func checkOn(s Scale, where string, x float64) error {
	if s == Log && !(x >= leastAmount && x <= mostAmount) {
		return fmt.Errorf("%s: got %v, want an amount from %g to %g on a log axis", where, x, leastAmount, float64(mostAmount))
	}
	return nil
}

// mostSign is how many characters a currency may have, and a sign of a number.
const mostSign = 8

func checkCurrency(s string) error {
	if n := utf8.RuneCountInString(s); n > mostSign {
		return fmt.Errorf("Currency: got %d characters, want %d at most", n, mostSign)
	}
	return checkText("Currency", s)
}

func checkProbability(where string, p float64) error {
	if !(p >= 0 && p <= 1) {
		return fmt.Errorf("%s: got %v, want a probability from 0 to 1", where, p)
	}
	return nil
}

func checkScale(where string, s Scale) error {
	if s > Log {
		return fmt.Errorf("%s: got the number %d, want linear or log", where, s)
	}
	return nil
}

func checkCount(where string, n, least, most int) error {
	if n < least || n > most {
		return fmt.Errorf("%s: got %d, want %d to %d", where, n, least, most)
	}
	return nil
}

// each returns the first error of so many things, which get their place.
func each(where string, n int, check func(where string, i int) error) error {
	for i := range n {
		if err := check(fmt.Sprintf("%s[%d]", where, i), i); err != nil {
			return err
		}
	}
	return nil
}
