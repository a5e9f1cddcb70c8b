package octave

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Risk is the assessment of one threat scenario: its probability, and its
// impact on the five areas of the worksheets.
type Risk struct {
	Probability  Value
	Reputation   Value // and customer confidence
	Financial    Value
	Productivity Value
	Safety       Value // and health
	Fines        Value // and legal penalties
}

// Rating is what a risk comes to under a [Ranking].
type Rating struct {
	Score int  // relative risk score, 15 to 45
	Pool  Pool // from memory, see the package comment
}

// pools is by band of the score, 0–15, 16–29, 30–45, and probability, low to
// high. It is from memory.
var pools = [3][3]Pool{
	{Pool4, Pool3, Pool2},
	{Pool3, Pool2, Pool2},
	{Pool3, Pool2, Pool1},
}

// bandFrom has the least scores of the bands above the first, from memory.
var (
	bandFrom  = [...]int{16, 30}
	bandWords = [...]string{"0-15", "16-29", "30-45"}
)

// band is the place of a score among the bands.
func band(score int) int {
	switch {
	case score >= bandFrom[1]:
		return 2
	case score >= bandFrom[0]:
		return 1
	}
	return 0
}

// Rate gives score and pool under the zero [Ranking]. What is not stated is a
// [risk.InputErrors].
func (x Risk) Rate() (Rating, error) {
	if !all(x.Probability, x.Reputation, x.Financial, x.Productivity, x.Safety, x.Fines) {
		return Rating{}, typed.Refuse(Allegro(), x.Inputs())
	}
	return rating(x.Probability, reputation*int(x.Reputation)+financial*int(x.Financial)+productivity*int(x.Productivity)+
		safety*int(x.Safety)+fines*int(x.Fines)), nil
}

// rating sorts a score into its pool.
func rating(probability Value, score int) Rating {
	return Rating{Score: score, Pool: pools[band(score)][probability-Low]}
}

// all reports whether every value is stated and on the scale. It takes them one
// by one: to copy six bytes at once costs more than the rest of a rating.
func all(a, b, c, d, e, f Value) bool {
	return a.valid() && b.valid() && c.valid() && d.valid() && e.valid() && f.valid()
}

// areas are the impacts in the order of the worksheets.
func (x Risk) areas() [5]Value {
	return [...]Value{x.Reputation, x.Financial, x.Productivity, x.Safety, x.Fines}
}

// Inputs returns what is stated as inputs of [Allegro].
func (x Risk) Inputs() risk.Inputs {
	in := risk.Inputs{}
	put(in, "probability", x.Probability)
	for i, v := range x.areas() {
		put(in, areaIDs[i], v)
	}
	return in
}

// Explain rates under the zero [Ranking], with the reasons.
func (x Risk) Explain() (risk.Explanation, error) { return Allegro().Explain(x.Inputs()) }

// MarshalText returns "financial=high, fines=low, probability=medium,
// productivity=low, reputation=high, safety=low", or the error of Rate.
func (x Risk) MarshalText() ([]byte, error) { return typed.Marshal(Allegro(), x.Inputs()) }

// UnmarshalText reads that text. What Rate would refuse is an error.
func (x *Risk) UnmarshalText(text []byte) error {
	return typed.Unmarshal(Allegro(), text, (*uint8)(&x.Probability), (*uint8)(&x.Reputation), (*uint8)(&x.Financial),
		(*uint8)(&x.Productivity), (*uint8)(&x.Safety), (*uint8)(&x.Fines))
}
