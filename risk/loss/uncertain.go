package loss

import (
	"encoding/json"
	"math"

	"github.com/ismskit/ismskit/risk/dist"
)

// Uncertain is a parameter that may be known or not: a distribution, and how
// often a value is drawn from it.
//
//	loss.Fixed(0.2)                                           // it is 0.2
//	loss.Uncertain{Per: loss.Year, Dist: rate}                // another rate each year
//	loss.Uncertain{Name: "tef", Per: loss.Once, Dist: rate}   // one rate, that nobody knows
//
// A parameter with a name is shared: it has the same value wherever the name
// stands, and has to be the same there.
type Uncertain struct {
	Name string    `json:"name,omitzero"`
	Per  Per       `json:"per,omitzero"` // needed unless the value is known
	Dist dist.Dist `json:"dist,omitzero"`
}

// Fixed returns the parameter that is known to be x. What is no finite number is
// refused by [Compile].
func Fixed(x float64) Uncertain {
	d, err := dist.NewConstant(x)
	if err != nil {
		return Uncertain{Dist: notANumber{}}
	}
	return Uncertain{Dist: d}
}

// notANumber stands for the value that no distribution has.
type notANumber struct{ dist.Dist }

func (notANumber) String() string { return "no finite number" }

// value returns the value if it is known.
func (u Uncertain) value() (x float64, known bool) {
	switch u.Dist.(type) {
	case nil:
		return 0, false
	case notANumber:
		return math.NaN(), true
	}
	low, high := u.Dist.Support()
	return low, low == high
}

type (
	plainUncertain Uncertain
	heldUncertain  struct {
		*plainUncertain
		Dist dist.Of `json:"dist,omitzero"`
	}
)

// MarshalJSON writes the distribution in its text form.
func (u Uncertain) MarshalJSON() ([]byte, error) {
	plain := plainUncertain(u)
	return json.Marshal(heldUncertain{&plain, dist.Of{Dist: u.Dist}}) //nolint:musttag // what it embeds has them
}

// UnmarshalJSON reads what MarshalJSON writes.
func (u *Uncertain) UnmarshalJSON(text []byte) error {
	var plain plainUncertain
	held := heldUncertain{plainUncertain: &plain}
	if err := json.Unmarshal(text, &held); err != nil { //nolint:musttag // what it embeds has them
		return err
	}
	plain.Dist = held.Dist.Dist
	*u = Uncertain(plain)
	return nil
}
