package elicit

import (
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// A Rate is what is known of how often something happens in a year: a gamma
// distribution, as if Events had been seen in Years. They need not be whole. With
// k events of a Poisson process in t more years
//
//	gamma(Events, 1/Years) becomes gamma(Events + k, 1/(Years + t))
//
// (Gelman et al., Bayesian Data Analysis, section 2.6). So Years says how much a
// prior weighs: as much as observing for that long. Any other unit of time, or
// years times machines, does as well, if it is the same everywhere.
type Rate struct {
	Events float64 `json:"events"` // 0 to 1e6
	Years  float64 `json:"years"`  // 0 to 1e9
}

// JeffreysRate returns the prior of somebody who knows nothing (Jeffreys, Theory
// of Probability, 1961): half an event in no time. It is no distribution before
// something was counted.
func JeffreysRate() Rate { return Rate{Events: 0.5} }

// OneIn returns the prior "about one in so many years": one event in that time,
// an exponential distribution of the rate with the mean 1/years. It weighs no
// more than that one event.
func OneIn(years float64) (Rate, error) {
	if err := check(condition{"years", years, years >= 1e-6 && years <= 1e6, "a number from 1e-6 to 1e6"}); err != nil {
		return Rate{}, err
	}
	return Rate{1, years}, nil
}

// RateBetween returns the prior of somebody who is 90 % sure of an interval: one
// time in twenty the rate is below low, one time in twenty above high.
func RateBetween(low, high float64) (Rate, error) {
	err := check(condition{"low", low, low >= 1e-9 && low <= 1e9, "a number from 1e-9 to 1e9"},
		condition{"high", high, high <= 1e9 && float64(1.01*low) <= high, "a number from 1.01 × low " + number(low) + " to 1e9"})
	if err != nil {
		return Rate{}, err
	}
	ratio := mathx.Log(high) - mathx.Log(low)
	log, ok := rises(func(log float64) float64 { // the larger the shape, the narrower
		shape := mathx.Exp(log)
		return ratio - (mathx.Log(mathx.GammaQInv(shape, 0.05)) - mathx.Log(mathx.GammaPInv(shape, 0.05)))
	}, -4, 13)
	if !ok {
		return Rate{}, &InputError{"high", number(high), "an interval that a gamma distribution can have"}
	}
	shape := mathx.Exp(log)
	return Rate{shape, mathx.GammaQInv(shape, 0.05) / high}, nil
}

// RateMode returns the prior of somebody who says which rate is the most likely,
// and which is exceeded one time in twenty; 0 ≤ mode < high.
func RateMode(mode, high float64) (Rate, error) {
	err := check(condition{"mode", mode, mode >= 0 && mode <= 1e9, "a number from 0 to 1e9"},
		condition{"high", high, high >= 1e-9 && high <= 1e9 && float64(1.01*mode) <= high, "a number from 1e-9, and 1.01 × mode " + number(mode) + ", to 1e9"})
	if err != nil {
		return Rate{}, err
	}
	share := mode / high
	log, ok := rises(func(log float64) float64 { // the more years, the less beyond high
		years := mathx.Exp(log) // times high
		return 0.05 - mathx.GammaQ(1+float64(share*years), years)
	}, 0, 14)
	if !ok {
		return Rate{}, &InputError{"high", number(high), "a rate that a gamma distribution of that mode can have"}
	}
	years := mathx.Exp(log)
	return Rate{1 + float64(share*years), years / high}, nil
}

// problem returns the error about a rate that cannot be.
func (r Rate) problem() error {
	return check(condition{"events", r.Events, r.Events >= 0 && r.Events <= 1e6, "a number from 0 to 1e6"},
		condition{"years", r.Years, r.Years >= 0 && r.Years <= 1e9, "a number from 0 to 1e9"})
}

// After returns what is known after events were counted, in that many years.
func (r Rate) After(events int, years float64) (Rate, error) {
	if err := r.problem(); err != nil {
		return Rate{}, err
	}
	if events < 0 || events > 1e6 {
		return Rate{}, refused("events", events, "0 to 1e6")
	}
	if err := check(condition{"years", years, years >= 0 && years <= 1e9 && (years > 0 || events == 0), "a number above 0, up to 1e9"}); err != nil {
		return Rate{}, err
	}
	after := Rate{r.Events + float64(events), r.Years + years}
	if err := after.problem(); err != nil {
		return Rate{}, err
	}
	return after, nil
}

// Dist returns the distribution of the rate: an error where there is none, as of
// [JeffreysRate].
func (r Rate) Dist() (dist.Gamma, error) {
	if err := r.problem(); err != nil {
		return dist.Gamma{}, err
	}
	err := check(condition{"events", r.Events, r.Events >= 1e-6, "1e-6 at least: without any event, not even of a prior, every rate is too large"},
		condition{"years", r.Years, r.Years >= 1e-15, "more than that: in no time nothing was observed"})
	if err != nil {
		return dist.Gamma{}, err
	}
	return dist.NewGamma(r.Events, 1/r.Years)
}

// Count returns the distribution of how many events there will be in so many
// years: negative binomial, for the rate is not known. It is what a loss model
// takes as a number of events, and wider than Poisson with the mean rate.
func (r Rate) Count(years float64) (dist.NegBinomial, error) {
	if _, err := r.Dist(); err != nil {
		return dist.NegBinomial{}, err
	}
	if err := check(condition{"years", years, years >= 1e-9 && years <= 1e9, "a number from 1e-9 to 1e9"}); err != nil {
		return dist.NegBinomial{}, err
	}
	return dist.NewNegBinomialMean(float64(r.Events/r.Years*years), 1/r.Events)
}

// Interval returns where the rate is with a probability, such as 0.9, with as
// much beyond on either side.
func (r Rate) Interval(within float64) (low, high float64, err error) {
	d, err := r.Dist()
	if err != nil {
		return 0, 0, err
	}
	return credible(d, within)
}

func credible(d dist.Dist, within float64) (low, high float64, err error) {
	if err := check(condition{"probability", within, within > 0 && within < 1, "above 0 and below 1"}); err != nil {
		return 0, 0, err
	}
	beyond := float64(0.5 * (1 - within))
	return d.Quantile(beyond), d.Upper(beyond), nil
}

// A RateUpdate is a prior beside what the incidents made of it.
type RateUpdate struct {
	Prior     Rate    `json:"prior"`
	Events    int     `json:"events"`
	Years     float64 `json:"years"`
	Posterior Rate    `json:"posterior"`

	// Surprise is the probability, by the prior, of a number of events as far
	// out as that on its side, or further (Box, Journal of the Royal Statistical
	// Society A 143, 1980). Small, such as 0.01, it says that the prior and the
	// incidents speak of different things: find out why before using either.
	// 0 is not stated: the prior is no distribution.
	Surprise float64 `json:"surprise,omitzero"`
}

// Update is After with the prior beside it.
func (r Rate) Update(events int, years float64) (RateUpdate, error) {
	after, err := r.After(events, years)
	if err != nil {
		return RateUpdate{}, err
	}
	if _, err := after.Dist(); err != nil {
		return RateUpdate{}, err
	}
	u := RateUpdate{Prior: r, Events: events, Years: years, Posterior: after}
	if expected, err := r.Count(years); err == nil {
		u.Surprise = min(expected.CDF(events), expected.Survival(events-1))
	}
	return u, nil
}

// String returns a few lines for people, without a line break at the end.
func (u RateUpdate) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "prior: %s\n", u.Prior)
	fmt.Fprintf(&b, "counted: %d in %s years", u.Events, four(u.Years))
	if u.Surprise > 0 {
		fmt.Fprintf(&b, "; the prior gave so far out %s", percent(u.Surprise))
	}
	fmt.Fprintf(&b, "\nposterior: %s", u.Posterior)
	if next, err := u.Posterior.Count(1); err == nil {
		fmt.Fprintf(&b, "\nnext year: none with %s, two or more with %s", percent(next.CDF(0)), percent(next.Survival(1)))
	}
	return b.String()
}

// String returns mean and 90 % interval.
func (r Rate) String() string {
	d, err := r.Dist()
	if err != nil {
		return fmt.Sprintf("%s events in %s years, no distribution", four(r.Events), four(r.Years))
	}
	return fmt.Sprintf("%s a year, 90 %% from %s to %s", four(d.Mean()), four(d.Quantile(0.05)), four(d.Upper(0.05)))
}

// A Quiet is what is known after years without an event.
type Quiet struct {
	Years float64 `json:"years"` // how many more
	Mean  float64 `json:"mean"`  // expected rate
	High  float64 `json:"high"`  // exceeded with 5 %
	None  float64 `json:"none"`  // probability that the year after has none either
}

// Quiet returns what would be known after that many more years without an event:
// how slowly silence becomes evidence. The years are each from now.
func (r Rate) Quiet(years ...float64) ([]Quiet, error) {
	if len(years) > 1000 {
		return nil, refused("years", len(years), "at most 1000")
	}
	var all []Quiet
	for _, y := range years {
		after, err := r.After(0, y)
		if err != nil {
			return nil, err
		}
		d, err := after.Dist()
		if err != nil {
			return nil, err
		}
		none := mathx.Exp(float64(-after.Events * mathx.Log1p(1/after.Years)))
		all = append(all, Quiet{Years: y, Mean: d.Mean(), High: d.Upper(0.05), None: none})
	}
	return all, nil
}
