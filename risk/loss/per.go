package loss

import "github.com/ismskit/ismskit/internal/enum"

// Per says how often an uncertain parameter has a new value.
type Per uint8

// Event and Year are chance: another event, another year, another value. Once is
// ignorance: there is one value, and it is not known.
const (
	Event Per = iota + 1
	Year
	Once
)

var perWords = enum.Words{"", "event", "year", "once"}

// MarshalText returns the word.
func (p Per) MarshalText() ([]byte, error) { return perWords.Marshal("loss: per", uint8(p)) }

// UnmarshalText reads the word.
func (p *Per) UnmarshalText(text []byte) error {
	v, err := perWords.Unmarshal("loss: per", text)
	*p = Per(v)
	return err
}
