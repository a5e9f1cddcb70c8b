package fit

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// They bound the observations of one fit.
const (
	mostData    = 100_000
	mostUnknown = 10_000 // of them that are no value
)

// An Observation is one value, as far as it is known: between Low and High. It
// is known where they are equal; High is +Inf where it is only known that the
// value reached a limit.
type Observation struct {
	Low  float64 `json:"low"`  // 0 to 1e100
	High float64 `json:"high"` // at least Low, above 0; or +Inf

	// Threshold is what the value had to reach to be seen at all: the limit from
	// which incidents are reported, a deductible. At least 0, at most Low.
	Threshold float64 `json:"threshold,omitzero"`

	// Weight is how many such observations there are, 1 if it is zero. At most
	// 1e9; it need not be whole.
	Weight float64 `json:"weight,omitzero"`
}

// Exact returns observations of values that are known, each above 0. Events
// without a loss belong to the probability of a loss, not to its size.
func Exact(values ...float64) []Observation {
	data := make([]Observation, len(values))
	for i, x := range values {
		data[i] = Observation{Low: x, High: x}
	}
	return data
}

// Between returns the observation of a value above low and up to high.
func Between(low, high float64) Observation { return Observation{Low: low, High: high} }

// AtLeast returns the observation of a value that is above a limit, nobody knows
// how far: a policy's limit, an outage that still lasts.
func AtLeast(limit float64) Observation { return Observation{Low: limit, High: math.Inf(1)} }

// Reported returns the observations as what was reported under a threshold: of
// smaller values nothing is known, not even how many there were.
func Reported(threshold float64, data []Observation) []Observation {
	data = slices.Clone(data)
	for i := range data {
		data[i].Threshold = threshold
	}
	return data
}

func (o Observation) exact() bool { return o.Low == o.High }

func (o Observation) weight() float64 {
	if o.Weight == 0 {
		return 1
	}
	return o.Weight
}

// problem returns the field that cannot be, with what was found and is wanted.
func (o Observation) problem() (field, found, want string) {
	switch {
	case !(o.Low >= 0 && o.Low <= 1e100):
		return "low", number(o.Low), "a number from 0 to 1e+100"
	case !(o.High >= o.Low):
		return "high", number(o.High), "a number of at least low " + number(o.Low)
	case o.High < 1e-100 || o.High > 1e100 && !math.IsInf(o.High, 1):
		return "high", number(o.High), "a number above 0, from 1e-100 to 1e+100, or +Inf"
	case !(o.Threshold >= 0 && o.Threshold <= o.Low):
		return "threshold", number(o.Threshold), "a number from 0 to low " + number(o.Low)
	case o.Threshold == o.Low && math.IsInf(o.High, 1):
		return "high", "+Inf", "a finite number, where nothing else is known than that the value is above " + number(o.Low)
	case !(o.Weight >= 0 && o.Weight <= 1e9):
		return "weight", number(o.Weight), "a number from 0 to 1e9"
	}
	return "", "", ""
}

// sorted returns the observations in an order of their own, each once, with the
// sum of its weights: so what is computed does not depend on the given order.
func sorted(family string, data []Observation) ([]Observation, error) {
	if len(data) == 0 || len(data) > mostData {
		return nil, &Error{family, "data", strconv.Itoa(len(data)) + " observations", "1 to " + strconv.Itoa(mostData)}
	}
	all := slices.Clone(data)
	for i, o := range all {
		if field, found, want := o.problem(); field != "" {
			return nil, &Error{family, "data/" + strconv.Itoa(i) + "/" + field, found, want}
		}
		all[i].Weight = o.weight()
	}
	slices.SortFunc(all, func(a, b Observation) int {
		return cmp.Or(cmp.Compare(a.Low, b.Low), cmp.Compare(a.High, b.High),
			cmp.Compare(a.Threshold, b.Threshold), cmp.Compare(a.Weight, b.Weight))
	})
	last := 0
	for _, o := range all[1:] {
		if l := all[last]; l.Low == o.Low && l.High == o.High && l.Threshold == o.Threshold {
			all[last].Weight += o.Weight
			continue
		}
		last++
		all[last] = o
	}
	all = all[:last+1]
	unknown := 0
	for _, o := range all {
		if !o.exact() {
			unknown++
		}
	}
	if unknown > mostUnknown {
		return nil, &Error{family, "data", strconv.Itoa(unknown) + " different intervals and limits", "at most " + strconv.Itoa(mostUnknown) + ": round their ends, so that some are the same"}
	}
	return all, nil
}
