package ebios

import (
	"fmt"
	"strconv"

	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Stakeholder is the assessment of one stakeholder of the ecosystem (workshop
// 3). Each criterion is a whole number from 1 to 4; there is no 0.
type Stakeholder struct {
	Dependency  int // of the business on the stakeholder
	Penetration int // of the stakeholder into the systems
	Maturity    int // of the stakeholder in cybersecurity
	Trust       int // in the stakeholder's intentions
}

// Threat is the threat level of a stakeholder and what it comes from.
type Threat struct {
	Exposure    int     // dependency × penetration, 1 to 16
	Reliability int     // maturity × trust, 1 to 16
	Level       float64 // exposure / reliability, 1/16 to 16, not rounded
}

// Weights are the exponents of the criteria in the formula
//
//	dependency^D × penetration^P / (maturity^M × trust^T)
//
// each from 0 to 4. The zero value is 1 for each, the formula of the guide;
// where any is stated, 0 drops a criterion, which then need not be judged. The
// guide names trust as the one to drop: Weights{1, 1, 1, 0}. It says that
// criteria may be weighted, not how. A factor before one would multiply the
// levels of all stakeholders alike and so weigh nothing, which is why the
// weights here are exponents; whole ones, so that nothing is rounded.
type Weights struct {
	Dependency, Penetration, Maturity, Trust int
}

// Rate gives the threat level by the formula of the guide. A criterion off its
// scale is a [risk.InputErrors].
func (x Stakeholder) Rate() (Threat, error) {
	if !x.valid() {
		return Threat{}, typed.Refuse(ThreatLevel(), x.Inputs())
	}
	return threat(x.Dependency*x.Penetration, x.Maturity*x.Trust), nil
}

// Weighted gives the threat level with weights. The bands are published for
// the formula without weights.
func (x Stakeholder) Weighted(w Weights) (Threat, error) {
	if w == (Weights{}) {
		w = Weights{1, 1, 1, 1}
	}
	for _, c := range [...]struct {
		criterion *int
		weight    int
	}{{&x.Dependency, w.Dependency}, {&x.Penetration, w.Penetration}, {&x.Maturity, w.Maturity}, {&x.Trust, w.Trust}} {
		switch {
		case c.weight < 0 || c.weight > 4:
			return Threat{}, fmt.Errorf("ebios: weights %v: got %d, want 0 to 4", w, c.weight)
		case c.weight == 0:
			*c.criterion = 1 // x is a copy
		}
	}
	if !x.valid() {
		return Threat{}, typed.Refuse(ThreatLevel(), x.Inputs())
	}
	return threat(power(x.Dependency, w.Dependency)*power(x.Penetration, w.Penetration),
		power(x.Maturity, w.Maturity)*power(x.Trust, w.Trust)), nil
}

func (x Stakeholder) valid() bool {
	return on4(x.Dependency) && on4(x.Penetration) && on4(x.Maturity) && on4(x.Trust)
}

func on4(v int) bool { return 1 <= v && v <= 4 }

// power is exact: at most 4^4.
func power(x, n int) int {
	p := 1
	for range n {
		p *= x
	}
	return p
}

func threat(exposure, reliability int) Threat {
	return Threat{Exposure: exposure, Reliability: reliability, Level: float64(exposure) / float64(reliability)}
}

// Bands returns the bands of exposure and reliability, which the map of
// threats shows as size and color of the mark. They are zero where these are
// below 1.
func (t Threat) Bands() (ExposureBand, ReliabilityBand) {
	if t.Exposure < 1 || t.Reliability < 1 {
		return 0, 0
	}
	return exposureBands[min(t.Exposure, 16)], reliabilityBands[min(t.Reliability, 16)]
}

// ExposureBand is the band of an exposure.
type ExposureBand uint8

// The bands of exposure. A product of two criteria is never 5 or 7, and 10 is
// the least whole number above 9.
const (
	ExposureBelow3 ExposureBand = iota + 1 // "<3"
	Exposure3To6                           // "3-6"
	Exposure7To9                           // "7-9"
	ExposureAbove9                         // ">9"
)

// ReliabilityBand is the band of a reliability.
type ReliabilityBand uint8

// The bands of reliability.
const (
	ReliabilityBelow4 ReliabilityBand = iota + 1 // "<4"
	Reliability4To5                              // "4-5"
	Reliability6To7                              // "6-7"
	ReliabilityAbove7                            // ">7"
)

// The bands by product, up to 16.
var (
	exposureBands    = [17]ExposureBand{1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4}
	exposureWords    = enum.Words{"", "<3", "3-6", "7-9", ">9"}
	reliabilityBands = [17]ReliabilityBand{1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4}
	reliabilityWords = enum.Words{"", "<4", "4-5", "6-7", ">7"}
)

// MarshalText returns the words of the band.
func (b ExposureBand) MarshalText() ([]byte, error) {
	return exposureWords.Marshal("ebios: band of exposure", uint8(b))
}

// UnmarshalText reads the words of a band.
func (b *ExposureBand) UnmarshalText(text []byte) error {
	return read((*uint8)(b), exposureWords, "ebios: band of exposure", text)
}

// MarshalText returns the words of the band.
func (b ReliabilityBand) MarshalText() ([]byte, error) {
	return reliabilityWords.Marshal("ebios: band of reliability", uint8(b))
}

// UnmarshalText reads the words of a band.
func (b *ReliabilityBand) UnmarshalText(text []byte) error {
	return read((*uint8)(b), reliabilityWords, "ebios: band of reliability", text)
}

// Inputs returns the four criteria as inputs of [ThreatLevel].
func (x Stakeholder) Inputs() risk.Inputs {
	return risk.Inputs{
		"dependency": strconv.Itoa(x.Dependency), "penetration": strconv.Itoa(x.Penetration),
		"maturity": strconv.Itoa(x.Maturity), "trust": strconv.Itoa(x.Trust),
	}
}

// Explain gives the zone by the example thresholds of the guide, with the reasons.
func (x Stakeholder) Explain() (risk.Explanation, error) { return ThreatLevel().Explain(x.Inputs()) }

// MarshalText returns "dependency=3, maturity=2, penetration=4, trust=2", or
// the error of Rate.
func (x Stakeholder) MarshalText() ([]byte, error) { return typed.Marshal(ThreatLevel(), x.Inputs()) }

// UnmarshalText reads that text. What Rate would refuse is an error.
func (x *Stakeholder) UnmarshalText(text []byte) error {
	ranks, err := typed.Ranks(ThreatLevel(), text)
	if err == nil {
		*x = Stakeholder{Dependency: ranks[0] + 1, Penetration: ranks[1] + 1, Maturity: ranks[2] + 1, Trust: ranks[3] + 1}
	}
	return err
}
