package elicit

import (
	"cmp"
	"fmt"

	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/internal/mathx"
)

// A Verdict is what answers tell about somebody's confidence.
type Verdict uint8

// The verdicts. Of a calibrated person the first two are said one time in twenty
// each, at most.
const (
	Overconfident  Verdict = iota + 1 // sure more often than right
	Underconfident                    // right more often than sure
	Inconclusive                      // a calibrated person does as well or badly easily: no proof of calibration
)

var verdicts = enum.Words{"", "overconfident", "underconfident", "inconclusive"}

// MarshalText returns the word of v.
func (v Verdict) MarshalText() ([]byte, error) { return verdicts.Marshal("elicit: verdict", uint8(v)) }

// UnmarshalText reads the word of a verdict.
func (v *Verdict) UnmarshalText(text []byte) error {
	n, err := verdicts.Unmarshal("elicit: verdict", text)
	if err == nil {
		*v = Verdict(n)
	}
	return err
}

// A Confidence compares how sure somebody was with how often that was right.
type Confidence struct {
	Of     int     `json:"of"`     // how many answers
	Right  int     `json:"right"`  // how many of them were right
	Stated float64 `json:"stated"` // how sure, on average

	// Low and High are the exact 95 % interval of the true share of right answers
	// (Clopper and Pearson, Biometrika 26, 1934).
	Low  float64 `json:"low"`
	High float64 `json:"high"`

	// Fewer is the probability that a calibrated person is right as seldom, or
	// more seldom; More that one is right as often, or more often. They are exact.
	Fewer float64 `json:"fewer"`
	More  float64 `json:"more"`

	Verdict Verdict `json:"verdict"`
}

// String returns a sentence.
func (c Confidence) String() string {
	word, _ := c.Verdict.MarshalText()
	chance := "as few with probability " + percent(c.Fewer)
	if float64(c.Right) > float64(float64(c.Of)*c.Stated) {
		chance = "as many with probability " + percent(c.More)
	}
	return fmt.Sprintf("right in %d of %d, %s sure on average; a calibrated person has %s: %s", c.Right, c.Of, percent(c.Stated), chance, word)
}

// An Interval is a range that somebody was so and so sure of, and the answer.
type Interval struct {
	Low    float64 `json:"low"`
	High   float64 `json:"high"` // at least Low
	Answer float64 `json:"answer"`
}

// Hits compares intervals with the answers, 1 to 5000; those on an end are in. The
// confidence with which each was stated is 0.9 if it is zero.
//
// With 20 intervals of 90 % underconfidence cannot show: all 20 hold the answer
// with probability 12 % of somebody who is calibrated.
func Hits(intervals []Interval, confidence float64) (Confidence, error) {
	confidence = cmp.Or(confidence, 0.9)
	if len(intervals) == 0 || len(intervals) > mostForecasts {
		return Confidence{}, refused("intervals", len(intervals), "1 to 5000")
	}
	if err := check(condition{"confidence", confidence, confidence > 0 && confidence < 1, "a probability above 0 and below 1"}); err != nil {
		return Confidence{}, err
	}
	right, sure := 0, make([]float64, len(intervals))
	for i, in := range intervals {
		name := at("intervals", i)
		if err := check(condition{name + "/low", in.Low, in.Low <= in.High, "a number of at most high " + number(in.High)},
			condition{name + "/high", in.High, true, "a finite number"},
			condition{name + "/answer", in.Answer, true, "a finite number"}); err != nil {
			return Confidence{}, err
		}
		if in.Low <= in.Answer && in.Answer <= in.High {
			right++
		}
		sure[i] = confidence
	}
	return compared(sure, right), nil
}

// compared returns the comparison of how sure somebody was of each answer with
// how many were right.
func compared(sure []float64, right int) Confidence {
	n := len(sure)
	c := Confidence{Of: n, Right: right, Verdict: Inconclusive}
	c.Low, c.High = clopperPearson(right, n)
	chances := []float64{1} // of 0, 1, … right answers
	for _, p := range sure {
		c.Stated += p / float64(n)
		next := make([]float64, len(chances)+1)
		for k, q := range chances {
			next[k] += float64(q * (1 - p))
			next[k+1] += float64(q * p)
		}
		chances = next
	}
	for k, q := range chances {
		if k <= right {
			c.Fewer += q
		}
	}
	for k := n; k >= right; k-- {
		c.More += chances[k]
	}
	c.Fewer, c.More = min(c.Fewer, 1), min(c.More, 1)
	switch {
	case c.Fewer <= 0.05:
		c.Verdict = Overconfident
	case c.More <= 0.05:
		c.Verdict = Underconfident
	}
	return c
}

// clopperPearson returns the 95 % interval of a probability that came true k
// times in n.
func clopperPearson(k, n int) (low, high float64) {
	x, y := float64(k), float64(n-k)
	high = 1
	if k > 0 {
		low = mathx.BetaInv(x, y+1, 0.025)
	}
	if k < n {
		high = mathx.BetaCInv(x+1, y, 0.025)
	}
	return low, high
}
