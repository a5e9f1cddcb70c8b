package fit

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// Goodness says how far data and fitted distribution are apart. Where a value
// was seen only above a threshold it is compared with the distribution above
// that threshold. Zero is not stated: where a value is known only by an
// interval, or for AD and P by a limit that was reached.
type Goodness struct {
	// KS is the distance of Kolmogorov and Smirnov: the largest difference of the
	// share of the data up to a value and the probability of that. With limits
	// that were reached the share is that of Kaplan and Meier, up to the largest
	// value that is known.
	KS float64 `json:"ks,omitzero"`

	// AD is the distance of Anderson and Darling: n times the mean of the squared
	// difference over F(1-F), so that the tails count.
	AD float64 `json:"ad,omitzero"`

	// P is the probability of a larger AD if the family is right. It is stated
	// for the log-normal family alone, where it is known with parameters that were
	// estimated: for 8 or more values that are all known, without thresholds and
	// weights. The usual tables, for a distribution that was known beforehand,
	// would be far too kind, and are used nowhere.
	P float64 `json:"p,omitzero"`
}

// String returns a sentence for each distance.
func (g Goodness) String() string {
	var words []string
	if g.KS > 0 {
		words = append(words, "Kolmogorov-Smirnov distance "+four(g.KS))
	}
	if g.AD > 0 {
		words = append(words, "Anderson-Darling distance "+four(g.AD))
	}
	switch {
	case len(words) == 0:
		return "no distance: some values are known only by an interval"
	case g.P > 0:
		return strings.Join(words, ", ") + ": one as large has the probability " + four(g.P) + " if the family is right"
	}
	return strings.Join(words, ", ") + ": no p-value, the parameters were estimated from the same data"
}

// A Quantile is a value that is known beside what the distribution has at its
// place in the order.
type Quantile struct {
	P        float64 `json:"p"` // the share of the data below, half of the value included
	Observed float64 `json:"observed"`
	Fitted   float64 `json:"fitted"`
}

// mostQuantiles bounds the points of a picture: of more, some are left out.
const mostQuantiles = 1000

// A place is an observation where the distribution has it: Survival and CDF,
// above its threshold.
type place struct {
	of                 Observation
	survival, cdf      float64
	before, after, mid float64 // share of the data: below, up to, and with half of it
}

// measured returns the fit with what compares it with its data.
func (f Fit) measured(data []Observation) Fit {
	places, censored, ok := placed(f.Dist, data)
	if !ok {
		return f
	}
	f.Goodness.KS = kolmogorov(places)
	if !censored {
		f.Goodness.AD = anderson(places, f.Observations)
		f.Goodness.P = f.normality(places)
	}
	stride := (len(places) + mostQuantiles - 1) / mostQuantiles
	for i := 0; i < len(places); i += max(stride, 1) {
		p := places[i]
		q := f.Dist.Upper(float64(f.Dist.Survival(p.of.Threshold) * (1 - p.mid)))
		f.Quantiles = append(f.Quantiles, Quantile{P: p.mid, Observed: p.of.Low, Fitted: q})
	}
	return f
}

// placed returns the values that are known in the order of their places, with
// the share of the data by the product-limit formula (Kaplan and Meier, Journal
// of the American Statistical Association 53, 1958). It is not ok where a value
// is known by an interval.
func placed(d dist.Dist, data []Observation) (places []place, censored, ok bool) {
	all := make([]place, len(data))
	for i, o := range data {
		if !o.exact() && !math.IsInf(o.High, 1) {
			return nil, false, false
		}
		all[i] = placeOf(d, o)
	}
	slices.SortStableFunc(all, func(a, b place) int { // a limit comes after the values that are equal to it
		return cmp.Or(cmp.Compare(b.survival, a.survival), cmp.Compare(boolean(!a.of.exact()), boolean(!b.of.exact())))
	})
	var total sum
	for _, p := range all {
		total.add(p.of.Weight)
	}
	left, above := total.value(), 1.0
	for _, p := range all {
		share := p.of.Weight / left
		left = max(left-p.of.Weight, 0)
		if !p.of.exact() {
			censored = true
			continue
		}
		p.before = 1 - above
		above = float64(above * max(1-share, 0))
		p.after = 1 - above
		p.mid = float64(0.5 * (p.before + p.after))
		places = append(places, p)
	}
	return places, censored, len(places) > 0
}

// placeOf returns where an observation is in the distribution above its
// threshold.
func placeOf(d dist.Dist, o Observation) place {
	if o.Threshold == 0 {
		return place{of: o, survival: d.Survival(o.Low), cdf: d.CDF(o.Low)}
	}
	s := d.Survival(o.Low) / d.Survival(o.Threshold)
	return place{of: o, survival: s, cdf: 1 - s}
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// kolmogorov returns the largest difference on either side of a value.
func kolmogorov(places []place) float64 {
	most := 0.0
	for _, p := range places {
		most = max(most, math.Abs(p.after-p.cdf), math.Abs(p.cdf-p.before))
	}
	return most
}

// anderson returns n ∫ (Fₙ - F)² / (F (1-F)) dF, which is a sum over the steps of
// Fₙ; for different values it is the usual formula of Anderson and Darling
// (Journal of the American Statistical Association 49, 1954).
func anderson(places []place, n float64) float64 {
	const least = 0x1p-1022
	var area sum
	area.add(-1)
	lower, upper := 0.0, 0.0 // logarithms of F and 1-F at the value before
	for i, p := range places {
		f, s := mathx.Log(max(p.cdf, least)), mathx.Log(max(p.survival, least))
		if i > 0 {
			area.add(float64(float64(p.before*p.before) * (f - lower)))
		}
		area.add(float64(float64((1-p.before)*(1-p.before)) * (upper - s)))
		lower, upper = f, s
	}
	area.add(-lower)
	return float64(n * max(area.value(), 0))
}

// normality returns the probability of Goodness.P, or 0: by D'Agostino and
// Stephens, Goodness-of-Fit Techniques, 1986, table 4.9, for the logarithms with
// the standard deviation of the divisor n-1.
func (f Fit) normality(places []place) float64 {
	_, ok := f.Dist.(dist.LogNormal)
	n := float64(len(places))
	if !ok || n != f.Observations || n < 8 {
		return 0
	}
	wider := math.Sqrt((n - 1) / n)
	again := slices.Clone(places)
	for i := range again {
		p := &again[i]
		if p.of.Threshold != 0 {
			return 0
		}
		z := float64(normalOf(*p) * wider)
		p.cdf, p.survival = mathx.NormCDF(z), mathx.NormSurvival(z)
	}
	return stephens(float64(anderson(again, n) * (1 + 0.75/n + 2.25/float64(n*n))))
}

// normalOf returns how many standard deviations a place is above the median.
func normalOf(p place) float64 {
	if p.cdf < 0.5 {
		return mathx.NormQuantile(p.cdf)
	}
	return mathx.NormSurvivalInv(p.survival)
}

// stephens returns the probability of a modified distance above a.
func stephens(a float64) float64 {
	square := float64(a * a)
	switch {
	case a < 0.2:
		return 1 - mathx.Exp(-13.436+float64(101.14*a)-float64(223.73*square))
	case a < 0.34:
		return 1 - mathx.Exp(-8.318+float64(42.796*a)-float64(59.938*square))
	case a < 0.6:
		return mathx.Exp(0.9177 - float64(4.279*a) - float64(1.38*square))
	case a < 13:
		return mathx.Exp(1.2937 - float64(5.709*a) + float64(0.0186*square))
	}
	return 3.7e-24
}
