package plot

import (
	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/internal/mathx"
)

// Scale is how an axis is divided.
type Scale uint8

// On a Linear axis equal steps are equal amounts, on a Log axis equal factors.
// The zero value is what a chart uses unless told otherwise.
const (
	Linear Scale = iota + 1
	Log
)

var scaleWords = enum.Words{"", "linear", "log"}

// MarshalText returns the word.
func (s Scale) MarshalText() ([]byte, error) { return scaleWords.Marshal("plot: scale", uint8(s)) }

// UnmarshalText reads the word.
func (s *Scale) UnmarshalText(text []byte) error {
	v, err := scaleWords.Unmarshal("plot: scale", text)
	*s = Scale(v)
	return err
}

// or returns the scale, or the other where none is stated.
func (s Scale) or(other Scale) Scale {
	if s == 0 {
		return other
	}
	return s
}

// axis places numbers on a line of the picture.
type axis struct {
	scale      Scale
	from, to   float64 // the numbers at its ends
	start, end float64 // and where these are
	ticks      []tick
}

// tick is a division of an axis. Minor ones have no label.
type tick struct {
	at    float64 // in the picture
	label string
}

// at returns where a number is, beyond the ends where it is beyond them. On a
// log axis zero is two of its lengths before the start.
func (a axis) at(x float64) float64 {
	const far = 1e6 // what is farther away is only a direction
	return a.start + float64(min(far, max(-far, a.part(x)))*(a.end-a.start))
}

func (a axis) part(x float64) float64 {
	switch {
	case a.scale != Log:
		return (x - a.from) / (a.to - a.from)
	case x <= 0:
		return -2
	}
	return mathx.Log(x/a.from) / mathx.Log(a.to/a.from)
}

// labelWidth is that of the widest label.
func (a axis) labelWidth() float64 {
	most := 0.0
	for _, t := range a.ticks {
		most = max(most, width(t.label, tickSize))
	}
	return most
}

// leftmost is where the labels of a level axis begin.
func (a axis) leftmost() float64 {
	least := a.end
	for _, t := range a.ticks {
		least = min(least, t.at-float64(width(t.label, tickSize)/2))
	}
	return least
}

// rightmost is how far the labels of a level axis go.
func (a axis) rightmost() float64 {
	most := 0.0
	for _, t := range a.ticks {
		most = max(most, t.at+float64(width(t.label, tickSize)/2))
	}
	return most
}
