package ssvc

import "github.com/ismskit/ismskit/internal/enum"

// Exploitation is the evidence of exploitation of the vulnerability (decision
// point Exploitation 1.1.0).
type Exploitation uint8

// The words of Exploitation, lowest first.
const (
	NoExploitation     Exploitation = iota + 1 // "none": no evidence, and no public proof of concept
	PublicPoC                                  // "public poc": a public proof of concept, or a well-known way
	ActiveExploitation                         // "active": reliably observed in the wild
)

var exploitationWords = enum.Words{"", "none", "public poc", "active"}

// MarshalText returns the word, "" where none is stated.
func (e Exploitation) MarshalText() ([]byte, error) {
	return exploitationWords.Marshal("ssvc: exploitation", uint8(e))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (e *Exploitation) UnmarshalText(text []byte) (err error) {
	*(*uint8)(e), err = exploitationWords.Unmarshal("ssvc: exploitation", text)
	return err
}

// Exposure is how accessible the attack surface of the system is (decision point
// System Exposure 1.0.1).
type Exposure uint8

// The words of Exposure, lowest first.
const (
	SmallExposure      Exposure = iota + 1 // "small": local, or highly controlled
	ControlledExposure                     // "controlled": networked, with some restriction
	OpenExposure                           // "open": on the internet, or on a network that cannot be restricted
)

var exposureWords = enum.Words{"", "small", "controlled", "open"}

// MarshalText returns the word, "" where none is stated.
func (e Exposure) MarshalText() ([]byte, error) {
	return exposureWords.Marshal("ssvc: system exposure", uint8(e))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (e *Exposure) UnmarshalText(text []byte) (err error) {
	*(*uint8)(e), err = exposureWords.Unmarshal("ssvc: system exposure", text)
	return err
}

// Automatable is whether an attacker can automate the attack as far as
// exploitation (decision point Automatable 2.0.0).
type Automatable uint8

// The words of Automatable, lowest first.
const (
	NotAutomatable Automatable = iota + 1 // "no"
	IsAutomatable                         // "yes"
)

var automatableWords = enum.Words{"", "no", "yes"}

// MarshalText returns the word, "" where none is stated.
func (a Automatable) MarshalText() ([]byte, error) {
	return automatableWords.Marshal("ssvc: automatable", uint8(a))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (a *Automatable) UnmarshalText(text []byte) (err error) {
	*(*uint8)(a), err = automatableWords.Unmarshal("ssvc: automatable", text)
	return err
}

// HumanImpact is what exploitation would do to people and to the mission
// (decision point Human Impact 2.0.2). [Harm] gives it.
type HumanImpact uint8

// The words of HumanImpact, lowest first.
const (
	LowImpact      HumanImpact = iota + 1 // "low"
	MediumImpact                          // "medium"
	HighImpact                            // "high"
	VeryHighImpact                        // "very high"
)

var humanImpactWords = enum.Words{"", "low", "medium", "high", "very high"}

// MarshalText returns the word, "" where none is stated.
func (h HumanImpact) MarshalText() ([]byte, error) {
	return humanImpactWords.Marshal("ssvc: human impact", uint8(h))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (h *HumanImpact) UnmarshalText(text []byte) (err error) {
	*(*uint8)(h), err = humanImpactWords.Unmarshal("ssvc: human impact", text)
	return err
}

// Safety is the harm to people and environment (decision point Safety Impact
// 2.0.1).
type Safety uint8

// The words of Safety, lowest first.
const (
	Negligible   Safety = iota + 1 // "negligible"
	Marginal                       // "marginal"
	Critical                       // "critical"
	Catastrophic                   // "catastrophic"
)

var safetyWords = enum.Words{"", "negligible", "marginal", "critical", "catastrophic"}

// MarshalText returns the word, "" where none is stated.
func (s Safety) MarshalText() ([]byte, error) {
	return safetyWords.Marshal("ssvc: safety impact", uint8(s))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (s *Safety) UnmarshalText(text []byte) (err error) {
	*(*uint8)(s), err = safetyWords.Unmarshal("ssvc: safety impact", text)
	return err
}

// Mission is the harm to what the organization is there for (decision point
// Mission Impact 2.0.0). MEF are mission essential functions.
type Mission uint8

// The words of Mission, lowest first.
const (
	Degraded           Mission = iota + 1 // "degraded"
	MEFSupportCrippled                    // "mef support crippled"
	MEFFailure                            // "mef failure"
	MissionFailure                        // "mission failure"
)

var missionWords = enum.Words{"", "degraded", "mef support crippled", "mef failure", "mission failure"}

// MarshalText returns the word, "" where none is stated.
func (m Mission) MarshalText() ([]byte, error) {
	return missionWords.Marshal("ssvc: mission impact", uint8(m))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (m *Mission) UnmarshalText(text []byte) (err error) {
	*(*uint8)(m), err = missionWords.Unmarshal("ssvc: mission impact", text)
	return err
}

// Priority is how soon a deployer acts (outcome Defer, Scheduled, Out-of-Cycle,
// Immediate 1.0.0), latest first. It states no number of days.
type Priority uint8

// The words of Priority, lowest first.
const (
	Defer      Priority = iota + 1 // "defer": do not act at present
	Scheduled                      // "scheduled": with the next regular maintenance
	OutOfCycle                     // "out-of-cycle": sooner than that
	Immediate                      // "immediate": now, at the expense of other work if need be
)

var priorityWords = enum.Words{"", "defer", "scheduled", "out-of-cycle", "immediate"}

// MarshalText returns the word, "" where none is stated.
func (p Priority) MarshalText() ([]byte, error) {
	return priorityWords.Marshal("ssvc: priority", uint8(p))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (p *Priority) UnmarshalText(text []byte) (err error) {
	*(*uint8)(p), err = priorityWords.Unmarshal("ssvc: priority", text)
	return err
}
