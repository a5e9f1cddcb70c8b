package monarc

import (
	"fmt"

	"github.com/ismskit/ismskit/risk"
)

// Thresholds say which risks are low, medium and high: up to Low, up to Medium,
// above. The zero value has MONARC's defaults, 8 and 27 for information risks,
// 3 and 8 for operational risks.
type Thresholds struct {
	Low    int `json:"low,omitzero"`
	Medium int `json:"medium,omitzero"`
}

// Scales of results: their highest risk, and their thresholds unless others are
// given.
const (
	maxInformation = maxImpact * maxThreat * maxVulnerability // 80
	maxOperational = maxImpact * maxThreat                    // 16
)

var (
	informationDefault = Thresholds{Low: 8, Medium: 27}
	operationalDefault = Thresholds{Low: 3, Medium: 8}
)

// or returns t, or the default where t is zero.
func (t Thresholds) or(standard Thresholds) Thresholds {
	if t == (Thresholds{}) {
		return standard
	}
	return t
}

// level puts a risk from 0 to highest on the levels.
func (t Thresholds) level(r, highest int) (Level, error) {
	switch {
	case t.Low < 0 || t.Medium <= t.Low || t.Medium >= highest:
		return 0, fmt.Errorf("monarc: thresholds: got %d and %d, want 0 ≤ low < medium < %d", t.Low, t.Medium, highest)
	case r <= t.Low:
		return Low, nil
	case r <= t.Medium:
		return Medium, nil
	}
	return High, nil
}

// levels returns the result scale of a method.
func (t Thresholds) levels(highest int) []risk.Level {
	low, medium, high := t.Low, t.Medium, highest
	return []risk.Level{
		{ID: levelWords[Low], Min: new(0.0), Max: new(float64(low))},
		{ID: levelWords[Medium], Min: new(float64(low + 1)), Max: new(float64(medium))},
		{ID: levelWords[High], Min: new(float64(medium + 1)), Max: new(float64(high))},
	}
}

// version returns the version of a method with these thresholds: other
// thresholds are another method.
func (t Thresholds) version(standard Thresholds) string {
	if t == standard {
		return version
	}
	return fmt.Sprintf("%s+%d-%d", version, t.Low, t.Medium)
}
