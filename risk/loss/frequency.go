package loss

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ismskit/ismskit/risk/dist"
)

// Frequency is a number of events per period: [Poisson], [NegativeBinomial],
// [Binomial], [Bernoulli] or [Exactly]; or [Multiplied], which is none.
type Frequency interface {
	// check adds the faults of the parameters.
	check(ps *problems, path string)

	// count returns the distribution of the number of events in a year, where
	// the period is in years and growth is what the trend makes of the mean.
	count(period, growth float64) (dist.Count, error)

	// scales tells whether another period than a year, or a trend, has a
	// meaning.
	scales() bool
}

// Poisson is the number of events that happen independently of each other. With
// a rate that is another one each year, it varies more than that.
type Poisson struct {
	Rate Uncertain `json:"rate,omitzero"` // events per period, on average
}

// NegativeBinomial is the number of events of a Poisson process whose rate varies
// with a gamma distribution. Its variance is Mean + Dispersion × Mean².
//
// The years of a longer period are independent, so that the dispersion of a year
// is as many times larger.
type NegativeBinomial struct {
	Mean       float64 `json:"mean,omitzero"`       // events per period
	Dispersion float64 `json:"dispersion,omitzero"` // above 0
}

// Binomial is the number of successes in trials that are independent: of twelve
// deliveries, those with a fault. The trials are those of a year.
type Binomial struct {
	Trials      int       `json:"trials,omitzero"`
	Probability Uncertain `json:"probability,omitzero"`
}

// Bernoulli is an event that happens in a year or not, and not twice.
type Bernoulli struct {
	Probability Uncertain `json:"probability,omitzero"`
}

// Exactly is a number of events, in a year, that is known.
type Exactly struct {
	Events int `json:"events,omitzero"`
}

// Multiplied is no number of events: the rate of a year is multiplied by one loss,
//
//	S = rate × vulnerability × (X + P₁Z₁ + P₂Z₂ + …)
//
// with probabilities as factors, each drawn once a year. Tools that draw the
// nodes of a FAIR tree and multiply them compute this. Its mean is that of the
// events, but it has no years without a loss, and its VaR is not that of an
// annual loss: it is here to compare with such tools.
type Multiplied struct {
	Rate Uncertain `json:"rate,omitzero"` // events per period

	// Capability and Resistance, if given, are drawn each year, and the
	// vulnerability is 1 if capability is above resistance, else 0.
	Capability dist.Dist `json:"capability,omitzero"`
	Resistance dist.Dist `json:"resistance,omitzero"`
}

func (Poisson) scales() bool          { return true }
func (NegativeBinomial) scales() bool { return true }
func (Binomial) scales() bool         { return false }
func (Bernoulli) scales() bool        { return false }
func (Exactly) scales() bool          { return false }
func (Multiplied) scales() bool       { return true }

func (f Poisson) check(ps *problems, path string) {
	ps.uncertain(path+"/rate", f.Rate, mostEvents, "a rate from 0 to 1e6 events "+ps.time)
	if f.Rate.Per == Event {
		ps.add(codePer, path+"/rate/per", "event", "year or once: a rate is of many events")
	}
}

func (f NegativeBinomial) check(ps *problems, path string) {
	ps.number(path+"/mean", f.Mean, 0, mostEvents, "a mean from 0 to 1e6 events "+ps.time)
	ps.number(path+"/dispersion", f.Dispersion, 1e-9, 1e9, "a number from 1e-9 to 1e9")
}

func (f Binomial) check(ps *problems, path string) {
	ps.number(path+"/trials", float64(f.Trials), 0, mostEvents, "a number from 0 to 1e6")
	ps.probability(path+"/probability", f.Probability)
}

func (f Bernoulli) check(ps *problems, path string) {
	ps.probability(path+"/probability", f.Probability)
}

func (f Exactly) check(ps *problems, path string) {
	ps.number(path+"/events", float64(f.Events), 0, mostEvents, "a number from 0 to 1e6")
}

func (f Multiplied) check(ps *problems, path string) {
	Poisson{f.Rate}.check(ps, path)
	if (f.Capability == nil) != (f.Resistance == nil) {
		ps.add(codeProduct, path, "one of capability and resistance", "both or none")
	}
}

func (f Poisson) count(period, growth float64) (dist.Count, error) {
	factor := growth / period
	if rate, known := f.Rate.value(); known {
		return counted(dist.NewPoisson(float64(rate * factor)))
	}
	return counted(dist.NewMixedPoisson(scaled{f.Rate.Dist, factor}))
}

func (f NegativeBinomial) count(period, growth float64) (dist.Count, error) {
	if f.Mean == 0 {
		return dist.NewFixed(0)
	}
	return counted(dist.NewNegBinomialMean(float64(f.Mean*growth)/period, float64(f.Dispersion*period)))
}

// Of a probability that is drawn for each event, or each trial, the number of
// events knows the mean alone.
func (f Binomial) count(float64, float64) (dist.Count, error) {
	return counted(dist.NewBinomial(f.Trials, f.Probability.Dist.Mean()))
}

func (f Bernoulli) count(float64, float64) (dist.Count, error) {
	return counted(dist.NewBernoulli(f.Probability.Dist.Mean()))
}

func (f Exactly) count(float64, float64) (dist.Count, error) {
	return counted(dist.NewFixed(f.Events))
}

func (f Multiplied) count(float64, float64) (dist.Count, error) {
	return nil, errors.New("loss: a product has no number of events")
}

// counted returns what a constructor returns as an interface that is nil with an
// error.
func counted[C dist.Count](c C, err error) (dist.Count, error) {
	if err != nil {
		return nil, err
	}
	return c, nil
}

// heldFrequency is how a frequency is written: pointers, because of the members
// only one is there.
type heldFrequency struct {
	Poisson          *Poisson          `json:"poisson,omitzero"`
	NegativeBinomial *NegativeBinomial `json:"negativeBinomial,omitzero"`
	Binomial         *Binomial         `json:"binomial,omitzero"`
	Bernoulli        *Bernoulli        `json:"bernoulli,omitzero"`
	Exactly          *Exactly          `json:"exactly,omitzero"`
	Multiplied       *Multiplied       `json:"multiplied,omitzero"`
}

func holdFrequency(f Frequency) (heldFrequency, error) {
	switch f := f.(type) {
	case nil:
		return heldFrequency{}, nil
	case Poisson:
		return heldFrequency{Poisson: &f}, nil
	case NegativeBinomial:
		return heldFrequency{NegativeBinomial: &f}, nil
	case Binomial:
		return heldFrequency{Binomial: &f}, nil
	case Bernoulli:
		return heldFrequency{Bernoulli: &f}, nil
	case Exactly:
		return heldFrequency{Exactly: &f}, nil
	case Multiplied:
		return heldFrequency{Multiplied: &f}, nil
	}
	return heldFrequency{}, fmt.Errorf("loss: frequency: got a %T, want a value, not a pointer", f)
}

func (h heldFrequency) frequency() (Frequency, error) {
	var found []Frequency
	if h.Poisson != nil {
		found = append(found, *h.Poisson)
	}
	if h.NegativeBinomial != nil {
		found = append(found, *h.NegativeBinomial)
	}
	if h.Binomial != nil {
		found = append(found, *h.Binomial)
	}
	if h.Bernoulli != nil {
		found = append(found, *h.Bernoulli)
	}
	if h.Exactly != nil {
		found = append(found, *h.Exactly)
	}
	if h.Multiplied != nil {
		found = append(found, *h.Multiplied)
	}
	switch len(found) {
	case 0:
		return nil, nil //nolint:nilnil // no frequency is what stands there; Compile says so
	case 1:
		return found[0], nil
	}
	return nil, errors.New("loss: frequency: got several, want one of poisson, negativeBinomial, binomial, bernoulli, exactly, multiplied")
}

type (
	plainMultiplied Multiplied
	heldMultiplied  struct {
		*plainMultiplied
		Capability dist.Of `json:"capability,omitzero"`
		Resistance dist.Of `json:"resistance,omitzero"`
	}
)

// MarshalJSON writes the distributions in their text form.
func (f Multiplied) MarshalJSON() ([]byte, error) {
	plain := plainMultiplied(f)
	return json.Marshal(heldMultiplied{&plain, dist.Of{Dist: f.Capability}, dist.Of{Dist: f.Resistance}}) //nolint:musttag // what it embeds has them
}

// UnmarshalJSON reads what MarshalJSON writes.
func (f *Multiplied) UnmarshalJSON(text []byte) error {
	var plain plainMultiplied
	held := heldMultiplied{plainMultiplied: &plain}
	if err := json.Unmarshal(text, &held); err != nil { //nolint:musttag // what it embeds has them
		return err
	}
	plain.Capability, plain.Resistance = held.Capability.Dist, held.Resistance.Dist
	*f = Multiplied(plain)
	return nil
}
