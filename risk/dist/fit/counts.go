package fit

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// A Tally is a number of events and the time in which they were counted.
type Tally struct {
	Events int `json:"events"` // 0 to 1e9

	// Exposure is the time, in the unit that the result is for: years, or years
	// times machines. 1 if it is zero; from 1e-9 to 1e9.
	Exposure float64 `json:"exposure,omitzero"`

	// Weight is how many such tallies there are, 1 if it is zero. At most 1e9.
	Weight float64 `json:"weight,omitzero"`
}

// Counted returns tallies of one unit of exposure each: the events of years.
func Counted(events ...int) []Tally {
	data := make([]Tally, len(events))
	for i, k := range events {
		data[i] = Tally{Events: k}
	}
	return data
}

// A CountFit is the most likely distribution of its family, for numbers of
// events in one unit of exposure.
type CountFit struct {
	// Count is the distribution, of the type that the function is named for.
	Count dist.Count `json:"-"`

	Text string `json:"count"` // the text form of Count

	Estimate

	// Pearson is the sum of (events - mean)² / variance over the tallies, and
	// Freedom how many more tallies there are than parameters. If the family is
	// right they are about equal; a Poisson fit with a much larger sum misses
	// that the rate varies. With few events in a tally the distribution of the
	// sum is not known well enough for a p-value.
	Pearson float64 `json:"pearson"`
	Freedom float64 `json:"freedom"`
}

// String returns a few lines for people, without a line break at the end.
func (f CountFit) String() string {
	return fmt.Sprintf("%s\n%s\nPearson's sum %s at %s degrees of freedom", f.Count, f.Estimate, four(f.Pearson), four(f.Freedom))
}

// Poisson fits [dist.Poisson]: the mean is the number of all events over the
// whole exposure, and its standard error the mean over the root of the number of
// events. A standard error needs many events; for few, or none, update a prior
// with package elicit.
func Poisson(data []Tally) (CountFit, error) {
	const name = "poisson"
	all, err := tallied(name, data)
	if err != nil {
		return CountFit{}, err
	}
	events, exposure, n := totals(all)
	if events == 0 {
		return CountFit{}, &Error{name, "data", "no event", "1 at least: a rate above 0 needs a prior then"}
	}
	mean := events / exposure
	d, err := dist.NewPoisson(mean)
	if err != nil {
		return CountFit{}, &Error{name, "data", "a mean that cannot be: " + err.Error(), "fewer events"}
	}
	se := mean / math.Sqrt(events)
	e := Estimate{Params: []Param{{"mean", mean, se, true}}, Covariance: [][]float64{{float64(se * se)}}}
	var likelihood sum
	for _, t := range all {
		m := float64(mean * t.Exposure)
		likelihood.add(float64(t.Weight * logPoisson(t.Events, m)))
	}
	found := CountFit{Count: d, Text: d.String(), Estimate: e.scored(likelihood.value(), n)}
	return found.measured(all, func(t Tally) float64 { return float64(mean * t.Exposure) }), nil
}

// logPoisson returns log (e^-m m^k / k!).
func logPoisson(k int, m float64) float64 {
	if p := mathx.GammaDensity(float64(k)+1, m); p > 1e-290 {
		return mathx.Log(p)
	}
	l, _ := mathx.Lgamma(float64(k) + 1)
	return float64(float64(k)*mathx.Log(m)) - m - l
}

// NegBinomial fits [dist.NegBinomial] by its mean and dispersion. Periods are
// independent of each other: in an exposure e the mean is e times as large, and
// the dispersion an e-th.
//
// There is none for counts that vary no more than those of a Poisson process
// (Levin and Reeds, Annals of Statistics 5, 1977): then it is [Poisson] that is
// the most likely.
func NegBinomial(data []Tally) (CountFit, error) {
	const name = "negbinomialmean"
	all, err := tallied(name, data)
	if err != nil {
		return CountFit{}, err
	}
	events, exposure, n := totals(all)
	if err := overdispersed(name, all, events/exposure, n); err != nil {
		return CountFit{}, err
	}
	// For any dispersion the best mean is events/exposure; the search would find
	// it, but here it is without error.
	mean := events / exposure
	unit := math.Ldexp(1, exponentOf(exposure/n)) // so that a tally has about one
	score := func(p []float64) float64 { return negBinomial(all, mathx.Exp(p[0]), mathx.Exp(p[1]), unit) }
	at := []float64{mathx.Log(float64(mean * unit)), 0}
	top, ok := maximize(score, [][]float64{at}, []float64{0.2, 1})
	if !ok {
		return CountFit{}, &Error{name, "data", "a likelihood that hardly changes with the dispersion", "more tallies, or Poisson"}
	}
	dispersion := float64(unit * mathx.Exp(top.at[1]))
	d, err := dist.NewNegBinomialMean(mean, dispersion)
	if err != nil {
		return CountFit{}, &Error{name, "data", "parameters that cannot be: " + err.Error(), "fewer events, or Poisson"}
	}
	e := newEstimate([]string{"mean", "dispersion"}, []bool{true, true}, []float64{mean, dispersion}, top, [][]float64{{mean, 0}, {0, dispersion}})
	found := CountFit{Count: d, Text: d.String(), Estimate: e.scored(top.height, n)}
	return found.measured(all, func(t Tally) float64 {
		m := float64(mean * t.Exposure)
		return m + float64(m*float64(mean*dispersion))
	}), nil
}

// negBinomial returns the log-likelihood for a mean and a dispersion in a unit
// of exposure: with r = e/dispersion and p = 1/(1 + mean dispersion) the
// probability of k events is p/(r+k) times the density of beta(r, k+1) at p.
func negBinomial(data []Tally, mean, dispersion, unit float64) float64 {
	odds := float64(mean * dispersion)
	p := 1 / (1 + odds)
	log := -mathx.Log1p(odds)
	var all sum
	for _, t := range data {
		r, k := t.Exposure/unit/dispersion, float64(t.Events)
		term := float64(r * log)
		if t.Events > 0 {
			term = log - mathx.Log(r+k) + mathx.Log(mathx.BetaDensity(r, k+1, p))
		}
		if !finite(term) {
			return impossible
		}
		all.add(float64(t.Weight * term))
	}
	return all.value()
}

// overdispersed returns the error about counts without more variance than a
// Poisson process has: the likelihood then falls with the dispersion from 0 on,
// where its derivative is ½ Σ ((k-m)² - k)/e.
func overdispersed(name string, data []Tally, mean, n float64) error {
	if n <= 2 {
		return &Error{name, "data", number(n) + " tallies", "more than the parameters mean and dispersion"}
	}
	var excess sum
	for _, t := range data {
		off, k := float64(t.Events)-float64(mean*t.Exposure), float64(t.Events)
		excess.add(float64(t.Weight * ((float64(off*off) - k) / t.Exposure)))
	}
	if !(excess.value() > float64(1e-9*n*mean)) {
		return &Error{name, "data", "counts that vary no more than those of a Poisson process", "more variance than mean: use Poisson"}
	}
	return nil
}

// measured returns the fit with the sum of Pearson.
func (f CountFit) measured(data []Tally, variance func(t Tally) float64) CountFit {
	mean := f.Count.Mean()
	var all sum
	for _, t := range data {
		off := float64(t.Events) - float64(mean*t.Exposure)
		all.add(float64(t.Weight * (float64(off*off) / variance(t))))
	}
	f.Pearson, f.Freedom = all.value(), f.Observations-float64(len(f.Params))
	return f
}

// totals returns the events, the exposure and the number of the tallies.
func totals(data []Tally) (events, exposure, n float64) {
	var k, e, w sum
	for _, t := range data {
		k.add(float64(t.Weight * float64(t.Events)))
		e.add(float64(t.Weight * t.Exposure))
		w.add(t.Weight)
	}
	return k.value(), e.value(), w.value()
}

// tallied returns the tallies in an order of their own, each once.
func tallied(family string, data []Tally) ([]Tally, error) {
	if len(data) == 0 || len(data) > mostData {
		return nil, &Error{family, "data", strconv.Itoa(len(data)) + " tallies", "1 to " + strconv.Itoa(mostData)}
	}
	all := slices.Clone(data)
	for i := range all {
		if field, found, want := all[i].problem(); field != "" {
			return nil, &Error{family, "data/" + strconv.Itoa(i) + "/" + field, found, want}
		}
		all[i].Exposure, all[i].Weight = cmp.Or(all[i].Exposure, 1), cmp.Or(all[i].Weight, 1)
	}
	slices.SortFunc(all, func(a, b Tally) int {
		return cmp.Or(cmp.Compare(a.Events, b.Events), cmp.Compare(a.Exposure, b.Exposure), cmp.Compare(a.Weight, b.Weight))
	})
	last := 0
	for _, t := range all[1:] {
		if all[last].Events == t.Events && all[last].Exposure == t.Exposure {
			all[last].Weight += t.Weight
			continue
		}
		last++
		all[last] = t
	}
	return all[:last+1], nil
}

// problem returns the field that cannot be, with what was found and is wanted.
func (t Tally) problem() (field, found, want string) {
	switch {
	case t.Events < 0 || t.Events > 1e9:
		return "events", strconv.Itoa(t.Events), "a number from 0 to 1e9"
	case t.Exposure != 0 && !(t.Exposure >= 1e-9 && t.Exposure <= 1e9):
		return "exposure", number(t.Exposure), "a number from 1e-9 to 1e9, or nothing for 1"
	case !(t.Weight >= 0 && t.Weight <= 1e9):
		return "weight", number(t.Weight), "a number from 0 to 1e9"
	}
	return "", "", ""
}
