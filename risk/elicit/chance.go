package elicit

import (
	"fmt"
	"math"
	"strings"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// A Chance is what is known of a probability: a beta distribution, as if it had
// come true in Hits cases and not in Misses. They need not be whole. With k more
// hits in n trials
//
//	beta(Hits, Misses) becomes beta(Hits + k, Misses + n - k)
//
// (Gelman et al., Bayesian Data Analysis, section 2.4).
type Chance struct {
	Hits   float64 `json:"hits"`   // 1e-6 to 1e6
	Misses float64 `json:"misses"` // 1e-6 to 1e6
}

// JeffreysChance returns the prior of somebody who knows nothing, by Jeffreys,
// Theory of Probability, 1961: half a hit and half a miss.
func JeffreysChance() Chance { return Chance{0.5, 0.5} }

// UniformChance returns the prior to which all probabilities are alike. The mean
// of what it becomes is Laplace's rule of succession, (1 + k)/(2 + n).
func UniformChance() Chance { return Chance{1, 1} }

// ChanceBetween returns the prior of somebody who is 90 % sure of an interval: one
// time in twenty the probability is below low, one time in twenty above high.
func ChanceBetween(low, high float64) (Chance, error) {
	err := check(condition{"low", low, low >= 1e-9 && low < 1, "a probability from 1e-9 to below 1"},
		condition{"high", high, high <= 1-1e-9 && float64(high-low) >= float64(0.005*min(high, 1-low)), "a probability above low " + number(low) + ", by some percent, and below 1"})
	if err != nil {
		return Chance{}, err
	}
	// For a sum of the parameters the mean follows from low; the larger the sum,
	// the more is below high.
	of := func(log float64) Chance {
		sum := mathx.Exp(log)
		odds, _ := rises(func(odds float64) float64 {
			a, b := split(sum, odds)
			return 0.05 - mathx.BetaI(a, b, low)
		}, -40, 40)
		a, b := split(sum, odds)
		return Chance{a, b}
	}
	log, ok := rises(func(log float64) float64 {
		c := of(log)
		return 0.05 - mathx.BetaC(c.Hits, c.Misses, high)
	}, -3, 13.8)
	c := of(log)
	if !ok || c.problem() != nil {
		return Chance{}, &InputError{"high", number(high), "an interval that a beta distribution can have"}
	}
	return c, nil
}

// split divides a sum by the logarithm of the odds.
func split(sum, odds float64) (a, b float64) {
	e := mathx.Exp(-math.Abs(odds))
	less, more := float64(sum*(e/(1+e))), sum/(1+e)
	if odds < 0 {
		return less, more
	}
	return more, less
}

// ChanceMode returns the prior of somebody who says which probability is the
// most likely, and which is exceeded one time in twenty; 0 ≤ mode < high < 0.95.
func ChanceMode(mode, high float64) (Chance, error) {
	err := check(condition{"mode", mode, mode >= 0 && mode < 1, "a probability from 0 to below 1"},
		condition{"high", high, high >= 1e-6 && high < 0.95 && float64(1.01*mode) <= high, "a probability from 1e-6, and 1.01 × mode " + number(mode) + ", to below 0.95"})
	if err != nil {
		return Chance{}, err
	}
	of := func(log float64) Chance {
		weight := mathx.Exp(log)
		return Chance{1 + float64(mode*weight), 1 + float64((1-mode)*weight)}
	}
	log, ok := rises(func(log float64) float64 {
		c := of(log)
		return 0.05 - mathx.BetaC(c.Hits, c.Misses, high)
	}, -40, 13.7)
	c := of(log)
	if !ok || c.problem() != nil {
		return Chance{}, &InputError{"high", number(high), "a probability that a beta distribution of that mode can have"}
	}
	return c, nil
}

// problem returns the error about a chance that cannot be.
func (c Chance) problem() error {
	return check(condition{"hits", c.Hits, c.Hits >= 1e-6 && c.Hits <= 1e6, "a number from 1e-6 to 1e6"},
		condition{"misses", c.Misses, c.Misses >= 1e-6 && c.Misses <= 1e6, "a number from 1e-6 to 1e6"})
}

// After returns what is known after so many hits in that many trials.
func (c Chance) After(hits, trials int) (Chance, error) {
	if err := c.problem(); err != nil {
		return Chance{}, err
	}
	if trials < 0 || trials > 1e6 {
		return Chance{}, refused("trials", trials, "0 to 1e6")
	}
	if hits < 0 || hits > trials {
		return Chance{}, refused("hits", hits, fmt.Sprintf("0 to the trials %d", trials))
	}
	after := Chance{c.Hits + float64(hits), c.Misses + float64(trials-hits)}
	if err := after.problem(); err != nil {
		return Chance{}, err
	}
	return after, nil
}

// Dist returns the distribution of the probability.
func (c Chance) Dist() (dist.Beta, error) {
	if err := c.problem(); err != nil {
		return dist.Beta{}, err
	}
	return dist.NewBeta(c.Hits, c.Misses)
}

// Interval returns where the probability is with a probability, such as 0.9, with
// as much beyond on either side.
func (c Chance) Interval(within float64) (low, high float64, err error) {
	d, err := c.Dist()
	if err != nil {
		return 0, 0, err
	}
	return credible(d, within)
}

// A Prospect is how many hits there will be in some more trials: the
// beta-binomial distribution.
type Prospect struct {
	Trials int     `json:"trials"`
	Mean   float64 `json:"mean"` // expected hits
	SD     float64 `json:"sd"`   // their standard deviation
	None   float64 `json:"none"` // probability of no hit at all
}

// Next returns what to expect of 0 to 1e6 more trials:
//
//	Mean = n h/(h+m), SD² = n h m (h+m+n)/((h+m)² (h+m+1)), None = B(h, m+n)/B(h, m)
func (c Chance) Next(trials int) (Prospect, error) {
	if err := c.problem(); err != nil {
		return Prospect{}, err
	}
	if trials < 0 || trials > 1e6 {
		return Prospect{}, refused("trials", trials, "0 to 1e6")
	}
	n, both := float64(trials), c.Hits+c.Misses
	mean := float64(n * (c.Hits / both))
	variance := float64(float64(mean*(c.Misses/both)) * ((both + n) / (both + 1)))
	return Prospect{trials, mean, math.Sqrt(variance), mathx.Exp(c.none(trials))}, nil
}

// none returns log B(h, m+n)/B(h, m) = Σ log (m+i)/(h+m+i).
func (c Chance) none(trials int) float64 {
	total := 0.0
	for i := range trials {
		total -= mathx.Log1p(c.Hits / (c.Misses + float64(i)))
	}
	return total
}

// A ChanceUpdate is a prior beside what the trials made of it.
type ChanceUpdate struct {
	Prior     Chance `json:"prior"`
	Hits      int    `json:"hits"`
	Trials    int    `json:"trials"`
	Posterior Chance `json:"posterior"`
}

// Update is After with the prior beside it.
func (c Chance) Update(hits, trials int) (ChanceUpdate, error) {
	after, err := c.After(hits, trials)
	if err != nil {
		return ChanceUpdate{}, err
	}
	return ChanceUpdate{c, hits, trials, after}, nil
}

// String returns a few lines for people, without a line break at the end.
func (u ChanceUpdate) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "prior: %s\ncounted: %d in %d\nposterior: %s", u.Prior, u.Hits, u.Trials, u.Posterior)
	return b.String()
}

// String returns mean and 90 % interval.
func (c Chance) String() string {
	d, err := c.Dist()
	if err != nil {
		return fmt.Sprintf("%s hits and %s misses, no distribution", four(c.Hits), four(c.Misses))
	}
	return fmt.Sprintf("%s, 90 %% from %s to %s", percent(d.Mean()), percent(d.Quantile(0.05)), percent(d.Upper(0.05)))
}
