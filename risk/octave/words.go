package octave

import (
	"strconv"

	"github.com/ismskit/ismskit/internal/enum"
)

// Value is a step of the scale of impact and of probability. In the score low
// counts 1, medium 2, high 3.
type Value uint8

// The values.
const (
	Low    Value = iota + 1 // "low"
	Medium                  // "medium"
	High                    // "high"
)

var valueWords = enum.Words{"", "low", "medium", "high"}

// MarshalText returns the word of the value.
func (v Value) MarshalText() ([]byte, error) { return valueWords.Marshal("octave: value", uint8(v)) }

// UnmarshalText reads the word of a value.
func (v *Value) UnmarshalText(text []byte) error {
	n, err := valueWords.Unmarshal("octave: value", text)
	if err == nil {
		*v = Value(n)
	}
	return err
}

// valid counts round below Low, so that one comparison is enough.
func (v Value) valid() bool { return v-Low <= High-Low }

// Pool says how to approach a risk, the most pressing first.
type Pool uint8

// The pools.
const (
	Pool1 Pool = iota + 1 // "pool-1": mitigate
	Pool2                 // "pool-2": mitigate or defer
	Pool3                 // "pool-3": defer or accept
	Pool4                 // "pool-4": accept
)

var (
	poolWords  = enum.Words{"", "pool-1", "pool-2", "pool-3", "pool-4"}
	approaches = [...]string{"mitigate", "mitigate or defer", "defer or accept", "accept"}
)

// MarshalText returns the word of the pool.
func (p Pool) MarshalText() ([]byte, error) { return poolWords.Marshal("octave: pool", uint8(p)) }

// UnmarshalText reads the word of a pool.
func (p *Pool) UnmarshalText(text []byte) error {
	n, err := poolWords.Unmarshal("octave: pool", text)
	if err == nil {
		*p = Pool(n)
	}
	return err
}

// put adds the word of a value to inputs where the value is stated; of one that
// has no word the number, so that an error can show it.
func put(in map[string]string, factor string, v Value) {
	switch {
	case v == 0:
	case int(v) < len(valueWords):
		in[factor] = valueWords[v]
	default:
		in[factor] = "number " + strconv.Itoa(int(v))
	}
}
