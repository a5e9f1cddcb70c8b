package ebios

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Thresholds are the threat levels from which a stakeholder is in a zone. A
// level equal to a threshold is in the zone: the guide does not say, this is
// our choice. The zero value is the example of the guide: 0.2, 0.9, 2.5. None
// of these is a quotient that the formula without weights can give.
type Thresholds struct {
	Watch, Control, Danger float64
}

var exampleThresholds = Thresholds{Watch: 0.2, Control: 0.9, Danger: 2.5}

// Zone gives the zone of a threat level. It fails for a level below 0 or not a
// number, and for thresholds that do not rise.
func (t Thresholds) Zone(level float64) (Zone, error) {
	if t == (Thresholds{}) {
		t = exampleThresholds
	}
	if !(0 < t.Watch && t.Watch < t.Control && t.Control < t.Danger) {
		return 0, fmt.Errorf("ebios: thresholds: got %v, %v, %v, want rising numbers above 0", t.Watch, t.Control, t.Danger)
	}
	switch {
	case level >= t.Danger:
		return Danger, nil
	case level >= t.Control:
		return Control, nil
	case level >= t.Watch:
		return Watch, nil
	case level >= 0:
		return OutOfScope, nil
	}
	return 0, fmt.Errorf("ebios: threat level: got %v, want 0 or more", level)
}

// Proportions share stakeholders out over the zones where there is no
// experience yet with thresholds: so many percent with the highest levels are
// in danger, the next so many under control, the next under watch, the rest
// out of scope. The zero value is that of the guide: 10, 40, 40.
type Proportions struct {
	Danger, Control, Watch int
}

var defaultProportions = Proportions{Danger: 10, Control: 40, Watch: 40}

// Zones gives the zone of each threat level. What the guide does not say is
// decided towards attention: a share that is no whole number of stakeholders
// is rounded up, counted from the top, and stakeholders with the same level
// share the highest of their zones. It fails for a level below 0 or not a
// number, a percentage below 0, and percentages of more than 100 together.
func (p Proportions) Zones(levels []float64) ([]Zone, error) {
	if p == (Proportions{}) {
		p = defaultProportions
	}
	if p.Danger < 0 || p.Control < 0 || p.Watch < 0 || p.Danger > 100 || p.Control > 100 || p.Watch > 100 ||
		p.Danger+p.Control+p.Watch > 100 {
		return nil, fmt.Errorf("ebios: proportions: got %d, %d, %d %%, want 0 or more and 100 together at most", p.Danger, p.Control, p.Watch)
	}
	order := make([]int, len(levels)) // highest level first
	for i, level := range levels {
		if !(level >= 0) {
			return nil, fmt.Errorf("ebios: threat level %d: got %v, want 0 or more", i, level)
		}
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(levels[j], levels[i]) })
	zones := make([]Zone, len(levels))
	for place, i := range order {
		if place > 0 && levels[order[place-1]] == levels[i] {
			zones[i] = zones[order[place-1]]
			continue
		}
		zones[i] = p.zone(place, len(levels))
	}
	return zones, nil
}

// zone is that of the stakeholder at a place, from 0, among n.
func (p Proportions) zone(place, n int) Zone {
	upTo := func(percent int) int { return (n*percent + 99) / 100 }
	switch {
	case place < upTo(p.Danger):
		return Danger
	case place < upTo(p.Danger+p.Control):
		return Control
	case place < upTo(p.Danger+p.Control+p.Watch):
		return Watch
	}
	return OutOfScope
}

// ThreatLevel returns the method "ebios/threat-level@2024": the zone of a
// stakeholder by the formula without weights and the example thresholds of the
// guide. Its levels are zones, not levels of risk. For thresholds of your own
// set Min of its levels, and give it an id and version of your own.
func ThreatLevel() risk.Method {
	zones := typed.Levels(zoneWords[OutOfScope:], zoneLabels[:]...)
	for i, least := range [...]float64{exampleThresholds.Watch, exampleThresholds.Control, exampleThresholds.Danger} {
		zones[i+1].Min = new(least)
	}
	return risk.Method{
		ID:      "ebios/threat-level",
		Version: version,
		Title:   "EBIOS Risk Manager, threat level of a stakeholder",
		Source:  "EBIOS Risk Manager, workshop 3 and method sheet 5; thresholds of the guide's example",
		Factors: []risk.Factor{
			{ID: "dependency", Title: "Dependency", Scale: criterion()},
			{ID: "penetration", Title: "Penetration", Scale: criterion()},
			{ID: "maturity", Title: "Maturity in cybersecurity", Scale: criterion()},
			{ID: "trust", Title: "Trust", Scale: criterion()},
		},
		Steps: []risk.Step{
			{ID: "exposure", Title: "Exposure", Of: []string{"dependency", "penetration"}, Formula: risk.Product, Scale: bands(exposureWords, exposureBands[:])},
			{ID: "reliability", Title: "Reliability", Of: []string{"maturity", "trust"}, Formula: risk.Product, Scale: bands(reliabilityWords, reliabilityBands[:])},
		},
		Of:      []string{"exposure", "reliability"},
		Formula: risk.Quotient,
		Levels:  zones,
	}
}

// criterion is the scale of the four criteria.
func criterion() risk.Scale {
	s := risk.Scale{Levels: typed.Levels([]string{"1", "2", "3", "4"})}
	for i := range s.Levels {
		s.Levels[i].Value = new(float64(i + 1))
	}
	return s
}

// bands is the scale of a product of two criteria, by the band of each product.
func bands[B ~uint8](words []string, by []B) risk.Scale {
	s := risk.Scale{Levels: typed.Levels(words[1:])}
	for product, b := range by {
		if level := &s.Levels[b-1]; level.Min == nil && b > 1 {
			level.Min = new(float64(product))
		}
	}
	return s
}
