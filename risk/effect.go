package risk

import (
	"fmt"
	"math"
)

// Effect is what a control does to a scenario, as already judged: whether the
// control operates on the day in question is decided by whoever keeps the
// controls, and comes with the reason.
type Effect struct {
	Control string `json:"control,omitzero"` // ID of the control
	// Scenario and Threat say what the effect is declared for: a scenario, a
	// threat, or a threat within a scenario. On anything else it has none.
	Scenario string `json:"scenario,omitzero"`
	Threat   string `json:"threat,omitzero"`
	// On is the ID of the factor that it lowers, or of a step with levels.
	On string `json:"on,omitzero"`
	// Steps is by how many levels, on an ordinal scale. A rank is moved, never
	// multiplied.
	Steps int `json:"steps,omitzero"`
	// Effectiveness, Coverage and Reliability are shares between 0 and 1, on a
	// scale whose levels have bounds: how much it reduces where it works, how
	// much of the scenario it covers, how often it works. Their product is the
	// reduction. A coverage or reliability that is not stated is 1.
	Effectiveness float64  `json:"effectiveness,omitzero"`
	Coverage      *float64 `json:"coverage,omitzero"`    // nil is 1; 0 covers nothing
	Reliability   *float64 `json:"reliability,omitzero"` // nil is 1; 0 never works
	// Operating says whether the control operates, and the inputs were judged
	// without it; Why gives the reason.
	Operating bool   `json:"operating,omitzero"`
	Why       string `json:"why,omitzero"`
	// UnverifiedSince is the day on which the evidence for it expired, "" where
	// the evidence is current.
	UnverifiedSince string `json:"unverifiedSince,omitzero"`
}

// Reduction is the share by which the effect reduces a quantity.
func (e Effect) Reduction() float64 {
	r := e.Effectiveness
	for _, share := range []*float64{e.Coverage, e.Reliability} {
		if share != nil {
			r *= *share
		}
	}
	return r
}

// EffectError says what is wrong with one effect.
type EffectError struct {
	Effect   int    // its place in the list
	Control  string // ID of its control
	Member   string // the member at fault: "steps", "coverage", "on"
	Found    string
	Expected string
}

func (e *EffectError) Error() string {
	return fmt.Sprintf("risk: effect %d of control %q: %s: got %s, want %s", e.Effect, clip(e.Control), e.Member, clip(e.Found), e.Expected)
}

// fault finds what is wrong with the numbers of an effect.
func (e Effect) fault() *EffectError {
	bad := func(member, found, expected string) *EffectError {
		return &EffectError{Control: e.Control, Member: member, Found: found, Expected: expected}
	}
	if e.Steps < 0 || e.Steps > maxLevels {
		return bad("steps", fmt.Sprint(e.Steps), fmt.Sprintf("0 to %d", maxLevels))
	}
	shares := []struct {
		member string
		x      *float64
	}{{"effectiveness", &e.Effectiveness}, {"coverage", e.Coverage}, {"reliability", e.Reliability}}
	for _, s := range shares {
		if s.x != nil && (math.IsNaN(*s.x) || *s.x < 0 || *s.x > 1) {
			return bad(s.member, number(*s.x), "a share between 0 and 1")
		}
	}
	if e.Steps > 0 && e.Effectiveness > 0 {
		return bad("steps", fmt.Sprint(e.Steps), "steps or effectiveness, not both")
	}
	return nil
}

// actsOn reports whether the effect is declared for a situation, and why not.
func (e Effect) actsOn(s Situation) (ok bool, why string) {
	switch {
	case e.Scenario == "" && e.Threat == "":
		return false, "declared for no scenario and no threat"
	case e.Scenario != "" && e.Scenario != s.Scenario:
		return false, fmt.Sprintf("declared for scenario %q", clip(e.Scenario))
	case e.Threat != "" && s.Threat == "":
		return false, fmt.Sprintf("declared for threat %q, and the scenario is not judged by threat", clip(e.Threat))
	case e.Threat != "" && e.Threat != s.Threat:
		return false, fmt.Sprintf("declared for threat %q", clip(e.Threat))
	}
	return true, ""
}
