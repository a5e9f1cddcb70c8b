package loss

import (
	"encoding/json"

	"github.com/ismskit/ismskit/risk/dist"
)

// Scenario is a kind of event that happens some number of times a year, each
// time with a loss of its own. Numbers and losses are independent.
//
// The loss of an event is its severity and what follows from it:
//
//	Y = X + B₁Z₁ + B₂Z₂ + …
//
// with an indicator B for each stage, and its loss Z, which is a severity and
// what comes with it. Of Y counts what is
// above EventRetention, up to EventLimit. The loss of a year is the sum over its
// events, of which counts what is above AnnualRetention, up to AnnualLimit.
type Scenario struct { //nolint:recvcheck // it is read in place, and else a value
	ID    string `json:"id,omitzero"`
	Title string `json:"title,omitzero"`

	// Frequency is the number of events per period.
	Frequency Frequency `json:"frequency,omitzero"`

	// Vulnerability is the probability that what Frequency counts becomes an
	// event with a loss; none is 1. Then the frequency is that of threat events.
	Vulnerability Uncertain `json:"vulnerability,omitzero"`

	// RateFactor multiplies the mean of the frequency, and LossFactor the amounts
	// of severities; none is 1. With a name, that is what several scenarios have
	// in common: a bad year, or exchange rates.
	RateFactor Uncertain `json:"rateFactor,omitzero"` // per year or once, and of poisson and multiplied only
	LossFactor Uncertain `json:"lossFactor,omitzero"`

	// Period is how many years the frequency is of: 0.25 for a quarter, 10 for a
	// decade; 0 is 1.
	Period float64 `json:"period,omitzero"`

	// Severity is the loss of an event, an amount that is not negative.
	Severity dist.Dist `json:"severity,omitzero"`

	// Then lists what an event may bring after it.
	Then []Stage `json:"then,omitzero"`

	// EventRetention is the part of each event's loss that does not count, and
	// EventLimit the most that counts of what is above; 0 is no limit.
	//
	//	min(max(Y - EventRetention, 0), EventLimit)
	EventRetention float64 `json:"eventRetention,omitzero"`
	EventLimit     float64 `json:"eventLimit,omitzero"`

	// AnnualRetention and AnnualLimit are the same for the sum of what counts of
	// the events of a year.
	AnnualRetention float64 `json:"annualRetention,omitzero"`
	AnnualLimit     float64 `json:"annualLimit,omitzero"`

	// RateTrend and LossTrend are by what share the number of events, and the
	// amounts of severities, grow from year to year: 0.03 for 3 %, more than -1.
	// The first year is as stated. Retention and limit do not grow.
	RateTrend float64 `json:"rateTrend,omitzero"`
	LossTrend float64 `json:"lossTrend,omitzero"`

	// Own is a function that draws the annual loss, in place of frequency,
	// severity and stages; annual retention and limit, and the trend of losses,
	// apply to what it returns.
	Own *Own `json:"own,omitzero"`
}

// Stage is a loss that follows an event with some probability: the fine after
// the breach. It counts as a part of the event.
type Stage struct {
	ID          string    `json:"id,omitzero"`
	Probability Uncertain `json:"probability,omitzero"` // given the event
	Severity    dist.Dist `json:"severity,omitzero"`

	// With lists further losses that come with the severity: all of them or none,
	// of independent amounts, which add up. At most 20.
	With []dist.Dist `json:"with,omitzero"`

	// Correlation is that of the normal variables behind a Gaussian copula of
	// this severity and that of the event, above -1 and below 1: where the breach
	// is large, so is the fine. What comes with it is independent of both.
	Correlation float64 `json:"correlation,omitzero"`
}

// losses lists what a stage adds up, the severity first.
func (s Stage) losses() []dist.Dist {
	return append([]dist.Dist{s.Severity}, s.With...)
}

// mean returns that of the loss of a stage that happens.
func (s Stage) mean() float64 {
	sum := s.Severity.Mean()
	for _, d := range s.With {
		sum += d.Mean()
	}
	return sum
}

func (s Scenario) period() float64 {
	if s.Period == 0 {
		return 1
	}
	return s.Period
}

// per is what faults say after a number of events.
func (s Scenario) per() string {
	if s.period() == 1 {
		return "a year"
	}
	return "in " + number(s.period()) + " years"
}

// counted tells whether the scenario is a number of events with a loss each.
func (s Scenario) counted() bool {
	_, multiplied := s.Frequency.(Multiplied)
	return s.Own == nil && !multiplied
}

// layered tells whether less than the whole loss of an event counts.
func (s Scenario) layered() bool { return s.EventRetention != 0 || s.EventLimit != 0 }

// The interfaces among the fields are written by holders that know how.
type (
	plainScenario Scenario
	plainStage    Stage

	heldScenario struct {
		*plainScenario
		Frequency heldFrequency `json:"frequency,omitzero"`
		Severity  dist.Of       `json:"severity,omitzero"`
	}
	heldStage struct {
		*plainStage
		Severity dist.Of   `json:"severity,omitzero"`
		With     []dist.Of `json:"with,omitzero"`
	}
)

// MarshalJSON writes the frequency as an object with one member, named as its
// type, and the severity in its text form.
func (s Scenario) MarshalJSON() ([]byte, error) {
	held, err := holdFrequency(s.Frequency)
	if err != nil {
		return nil, err
	}
	plain := plainScenario(s)
	return json.Marshal(heldScenario{&plain, held, dist.Of{Dist: s.Severity}}) //nolint:musttag // what it embeds has them
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Scenario) UnmarshalJSON(text []byte) error {
	var plain plainScenario
	held := heldScenario{plainScenario: &plain}
	if err := json.Unmarshal(text, &held); err != nil { //nolint:musttag // what it embeds has them
		return err
	}
	var err error
	plain.Severity = held.Severity.Dist
	plain.Frequency, err = held.Frequency.frequency()
	*s = Scenario(plain)
	return err
}

// MarshalJSON writes distributions in their text form.
func (s Stage) MarshalJSON() ([]byte, error) {
	plain := plainStage(s)
	held := heldStage{plainStage: &plain, Severity: dist.Of{Dist: s.Severity}}
	for _, d := range s.With {
		held.With = append(held.With, dist.Of{Dist: d})
	}
	return json.Marshal(held) //nolint:musttag // what it embeds has them
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Stage) UnmarshalJSON(text []byte) error {
	var plain plainStage
	held := heldStage{plainStage: &plain}
	if err := json.Unmarshal(text, &held); err != nil { //nolint:musttag // what it embeds has them
		return err
	}
	plain.Severity = held.Severity.Dist
	for _, of := range held.With {
		plain.With = append(plain.With, of.Dist)
	}
	*s = Stage(plain)
	return nil
}
