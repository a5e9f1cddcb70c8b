package simple

import (
	"fmt"
	"math"

	"github.com/ismskit/ismskit/risk"
)

// Levels of the methods of SimpleRisk.
const (
	Low      = "low"
	Medium   = "medium"
	High     = "high"
	VeryHigh = "very-high" // no score reaches it
)

// thresholds are the scores, of at most 100, at which the levels begin: those
// of SimpleRisk in tenths.
var thresholds = [...]struct {
	level, label string
	from         int
}{{Low, "", 0}, {Medium, "", 40}, {High, "", 70}, {VeryHigh, "very high", 101}}

// levelOf returns the level of a raw score of at most top.
func levelOf(raw, top int) string {
	for i := len(thresholds) - 1; i > 0; i-- {
		if raw*100 >= thresholds[i].from*top {
			return thresholds[i].level
		}
	}
	return thresholds[0].level
}

// normalized returns raw·10/top, rounded to two decimals, half up.
func normalized(raw, top int) float64 {
	return float64((2000*raw+top)/(2*top)) / 100
}

// bands returns the levels of SimpleRisk, unit being one point of ten.
func bands(unit float64) []risk.Level {
	list := make([]risk.Level, len(thresholds))
	for i, t := range thresholds {
		list[i] = risk.Level{ID: t.level, Label: t.label, Min: new(float64(t.from) * unit / 10)}
	}
	return list
}

// Residual returns the residual score of SimpleRisk: score·(100-percent)/100,
// rounded to two decimals, half up. Score is from 0 to 10. Percent, from 0 to
// 100, is that of the mitigation where it has one of its own, else the greatest
// of its controls.
func Residual(score, percent float64) (float64, error) {
	if !(score >= 0 && score <= 10) {
		return 0, fmt.Errorf("simple: score: got %v, want 0 to 10", score)
	}
	if !(percent >= 0 && percent <= 100) {
		return 0, fmt.Errorf("simple: mitigation: got %v percent, want 0 to 100", percent)
	}
	return math.Floor(score*(100-percent)+0.5) / 100, nil
}
