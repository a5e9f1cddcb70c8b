package guidance

import "github.com/ismskit/ismskit/internal/enum"

// Phase is the place of a step in the order of work.
type Phase uint8

// The phases.
const (
	Decide Phase = iota + 1 // decide
	SetUp                   // setup
	RunIt                   // run
	Show                    // show
)

var phaseWords = enum.Words{"", "decide", "setup", "run", "show"}

// MarshalText writes the word.
func (p Phase) MarshalText() ([]byte, error) { return phaseWords.Marshal("guidance: phase", uint8(p)) }

// UnmarshalText reads the word; any other is an error that names the nearest.
func (p *Phase) UnmarshalText(text []byte) (err error) {
	*(*uint8)(p), err = phaseWords.Unmarshal("guidance: phase", text)
	return err
}

// Tier says who needs a step: everybody, whoever has grown to a trigger,
// whoever has a high risk.
type Tier uint8

// The tiers.
const (
	Foundation Tier = iota + 1 // foundation
	Grown                      // grown
	HighRisk                   // high-risk
)

var tierWords = enum.Words{"", "foundation", "grown", "high-risk"}

// MarshalText writes the word.
func (t Tier) MarshalText() ([]byte, error) { return tierWords.Marshal("guidance: tier", uint8(t)) }

// UnmarshalText reads the word; any other is an error that names the nearest.
func (t *Tier) UnmarshalText(text []byte) (err error) {
	*(*uint8)(t), err = tierWords.Unmarshal("guidance: tier", text)
	return err
}

// EvidenceKind is the kind of a piece of evidence.
type EvidenceKind uint8

// The kinds of evidence.
const (
	Record        EvidenceKind = iota + 1 // record
	Configuration                         // configuration
	Observation                           // observation
	Interview                             // interview
	Test                                  // test
)

var kindWords = enum.Words{"", "record", "configuration", "observation", "interview", "test"}

// MarshalText writes the word.
func (k EvidenceKind) MarshalText() ([]byte, error) {
	return kindWords.Marshal("guidance: kind of evidence", uint8(k))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (k *EvidenceKind) UnmarshalText(text []byte) (err error) {
	*(*uint8)(k), err = kindWords.Unmarshal("guidance: kind of evidence", text)
	return err
}

// Direction says which way a metric ought to go.
type Direction uint8

// The directions.
const (
	Up       Direction = iota + 1 // up
	Down                          // down
	OnTarget                      // target
)

var directionWords = enum.Words{"", "up", "down", "target"}

// MarshalText writes the word.
func (d Direction) MarshalText() ([]byte, error) {
	return directionWords.Marshal("guidance: direction", uint8(d))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (d *Direction) UnmarshalText(text []byte) (err error) {
	*(*uint8)(d), err = directionWords.Unmarshal("guidance: direction", text)
	return err
}

// Target is what a control lowers.
type Target uint8

// The targets.
const (
	Likelihood  Target = iota + 1 // likelihood
	Consequence                   // consequence
)

var targetWords = enum.Words{"", "likelihood", "consequence"}

// MarshalText writes the word.
func (t Target) MarshalText() ([]byte, error) {
	return targetWords.Marshal("guidance: target", uint8(t))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (t *Target) UnmarshalText(text []byte) (err error) {
	*(*uint8)(t), err = targetWords.Unmarshal("guidance: target", text)
	return err
}

// sources are where evidence usually comes from.
var sources = [...]string{
	"identity provider", "device management", "ticket system", "HR system", "cloud configuration",
	"code repository", "build pipeline", "monitoring system", "log store", "backup system",
	"vulnerability scanner", "network configuration", "document store", "contract store",
	"training platform", "facility records", "risk register", "asset inventory", "finance system",
	"interview", "walk-through", "mail and calendar", "incident log", "project board", "provider report",
}

// Sources returns the words that Evidence.Source uses.
func Sources() []string { return append([]string(nil), sources[:]...) }
