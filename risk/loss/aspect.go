package loss

import "github.com/ismskit/ismskit/internal/enum"

// Aspect is what of a scenario a [Link] or an [Effect] acts on.
type Aspect uint8

// The aspects. A link acts on the frequency or the annual loss; an effect on
// anything but the annual loss.
const (
	OnFrequency     Aspect = iota + 1 // the number of events, or of threat events
	OnAnnualLoss                      // the loss of a year
	OnVulnerability                   // the probability that a threat event becomes a loss
	OnSeverity                        // the loss of an event, or of a stage
	OnProbability                     // the probability of a stage
)

var aspectWords = enum.Words{"", "frequency", "annualLoss", "vulnerability", "severity", "probability"}

// MarshalText returns the word.
func (a Aspect) MarshalText() ([]byte, error) {
	return aspectWords.Marshal("loss: aspect", uint8(a))
}

// UnmarshalText reads the word.
func (a *Aspect) UnmarshalText(text []byte) error {
	v, err := aspectWords.Unmarshal("loss: aspect", text)
	*a = Aspect(v)
	return err
}
