package loss

import (
	"strconv"

	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// Own is an annual loss that a function of one's own draws: for what no other
// scenario expresses.
type Own struct {
	// Name stands for the function in the digest of the model, where results say
	// what they are of: change it with what the function computes.
	Name string `json:"name,omitzero"`

	// Loss returns the loss of a year, not negative. It is called from several
	// goroutines at once, draws nothing but from what it is given, and then
	// results have the same bits for any number of them. A model that was read
	// from a file has none.
	Loss func(*Draws) float64 `json:"-"`
}

// Draws is what an [Own] loss is drawn from.
type Draws struct {
	Trial uint64 // from 0
	Year  int    // of the horizon, from 0

	from *streams.Stream
}

// Uniform returns the next number above 0 and below 1, each equally likely.
func (d *Draws) Uniform() float64 { return streams.Unit(d.from.Uint64()) }

// Uint64 returns the next 64 bits, so that Draws is a source of math/rand/v2.
func (d *Draws) Uint64() uint64 { return d.from.Uint64() }

// own adds the faults of a scenario whose loss is a function.
func (ps *problems) own(path string, s Scenario) {
	ps.word(path+"/own/name", s.Own.Name)
	if s.Own.Loss == nil {
		ps.add(codeOwn, path+"/own", "no function", "one that draws the annual loss; it is not read from files")
	}
	const why = "nothing beside own, whose function draws the whole loss"
	if s.Frequency != nil {
		ps.add(codeOwn, path+"/frequency", "a frequency", why)
	}
	if s.Severity != nil {
		ps.add(codeOwn, path+"/severity", s.Severity.String(), why)
	}
	if len(s.Then) > 0 {
		ps.add(codeOwn, path+"/then", strconv.Itoa(len(s.Then)), why)
	}
	for _, u := range []parameter{{s.Vulnerability, "/vulnerability", ""}, {s.RateFactor, "/rateFactor", ""}, {s.LossFactor, "/lossFactor", ""}} {
		if u.Dist != nil {
			ps.add(codeOwn, path+u.path, u.Dist.String(), why)
		}
	}
}
