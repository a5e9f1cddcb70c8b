package fit_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/dist/fit"
)

func TestLogNormalFormula(t *testing.T) {
	var mean, square float64
	n := float64(len(dataSetB))
	for _, x := range dataSetB {
		mean += math.Log(x) / n
	}
	for _, x := range dataSetB {
		square += (math.Log(x) - mean) * (math.Log(x) - mean) / n
	}
	sigma := math.Sqrt(square)
	f := must(t)(fit.LogNormal(fit.Exact(dataSetB...)))
	require.InDeltaSlice(t, []float64{mean, sigma}, []float64{f.Params[0].Value, f.Params[1].Value}, 1e-9)
	require.InDeltaSlice(t, []float64{sigma / math.Sqrt(n), sigma / math.Sqrt(2*n)}, []float64{f.Params[0].SE, f.Params[1].SE}, 1e-7)
	require.InDelta(t, 0, f.Covariance[0][1], 1e-8)
	require.IsType(t, dist.LogNormal{}, f.Dist)
	require.InDelta(t, 4-2*f.LogLikelihood, f.AIC, 1e-12)
	require.InDelta(t, 2*math.Log(n)-2*f.LogLikelihood, f.BIC, 1e-12)
}

func TestExponentialFormula(t *testing.T) {
	data := fit.Reported(50, fit.Exact(70, 90, 210, 400))
	limit := fit.AtLeast(500)
	limit.Threshold, limit.Weight = 100, 3
	data = append(data, limit)
	total := 20.0 + 40 + 160 + 350 + 3*400
	f := must(t)(fit.Exponential(data))
	require.InEpsilon(t, total/4, f.Params[0].Value, 1e-10)
	require.InEpsilon(t, total/4/2, f.Params[0].SE, 1e-7)
}

// TestGroupedExponentialFormula has values that are known to the whole number
// alone: e^(-1/mean) is then the mean of the lower ends over one more.
func TestGroupedExponentialFormula(t *testing.T) {
	var data []fit.Observation
	total := 0.0
	for _, low := range []float64{0, 0, 1, 3, 4, 4, 9, 12} {
		data = append(data, fit.Between(low, low+1))
		total += low
	}
	q := total / (8 + total)
	f := must(t)(fit.Exponential(data))
	require.InEpsilon(t, -1/math.Log(q), f.Params[0].Value, 1e-10)
}

func TestGammaMean(t *testing.T) {
	f := must(t)(fit.Gamma(fit.Exact(dataSetB...)))
	require.InEpsilon(t, 1424.4, f.Dist.Mean(), 1e-12)
}

func TestPoissonFormula(t *testing.T) {
	f := counted(t)(fit.Poisson([]fit.Tally{{Events: 3, Exposure: 2}, {Events: 0, Exposure: 0.5}, {Events: 4, Exposure: 1, Weight: 2}}))
	require.InEpsilon(t, 11/4.5, f.Params[0].Value, 1e-15)
	require.InEpsilon(t, math.Sqrt(11)/4.5, f.Params[0].SE, 1e-15)
	want := 0.0
	for _, c := range [][2]float64{{3, 2}, {0, 0.5}, {4, 1}, {4, 1}} {
		m := 11 / 4.5 * c[1]
		l, _ := math.Lgamma(c[0] + 1)
		want += c[0]*math.Log(m) - m - l
	}
	require.InEpsilon(t, want, f.LogLikelihood, 1e-13)
}

// TestNegBinomialMean holds what has a formula: the mean is events over
// exposure, and its variance mean (1 + mean dispersion)/exposure.
func TestNegBinomialMean(t *testing.T) {
	f := counted(t)(fit.NegBinomial([]fit.Tally{{Events: 9}, {Events: 0, Exposure: 2}, {Events: 4, Exposure: 0.5}, {Events: 1}}))
	m, d := f.Params[0].Value, f.Params[1].Value
	require.InEpsilon(t, 14/4.5, m, 1e-15)
	require.InEpsilon(t, math.Sqrt(m*(1+m*d)/4.5), f.Params[0].SE, 1e-6)
}

func TestJSON(t *testing.T) {
	f := must(t)(fit.Weibull(fit.Exact(1, 2, 4, 9)))
	text, err := json.Marshal(f)
	require.NoError(t, err)
	var again fit.Fit
	require.NoError(t, json.Unmarshal(text, &again))
	again.Dist, err = dist.Parse(again.Text)
	require.NoError(t, err)
	require.Equal(t, f, again)
}

// samples has data of each family, in which each kind of observation occurs.
func samples() map[string][]fit.Observation {
	all := map[string][]fit.Observation{}
	for name, text := range map[string]string{
		"lognormal": "lognormal(mu=5, sigma=1.2)", "gamma": "gamma(shape=1.5, scale=120)", "weibull": "weibull(shape=0.8, scale=150)",
		"exponential": "exponential(mean=200)", "gpd": "gpd(threshold=0, scale=150, shape=0.2)",
	} {
		d, err := dist.Parse(text)
		if err != nil {
			panic(err)
		}
		all[name] = drawn(d, rand.New(rand.NewPCG(1, 2)), 120)
	}
	return all
}

// drawn returns n values as they come to be known: some exactly, one in four in
// an interval, those above the 85 % quantile as limits, one in three only if
// they exceed the 20 % quantile.
func drawn(d dist.Dist, r *rand.Rand, n int) []fit.Observation {
	limit, threshold := d.Quantile(0.85), d.Quantile(0.2)
	var data []fit.Observation
	for len(data) < n {
		x := d.Quantile(r.Float64())
		o := fit.Observation{Low: x, High: x}
		switch k := len(data) % 12; {
		case k%3 == 0 && x <= threshold:
			continue // nobody ever hears of it
		case k%3 == 0:
			o.Threshold = threshold
		case k%4 == 1:
			low, high := d.Quantile(0.3), d.Quantile(0.6)
			switch {
			case x <= low:
				o = fit.Between(0, low)
			case x <= high:
				o = fit.Between(low, high)
			default:
				o = fit.AtLeast(high)
			}
		}
		if o.Low > limit {
			o.Low, o.High = limit, math.Inf(1)
		}
		data = append(data, o)
	}
	return data
}

func TestOrderDoesNotMatter(t *testing.T) {
	for name, data := range samples() {
		want := must(t)(families[name](data))
		other := slices.Clone(data)
		rand.New(rand.NewPCG(3, 4)).Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
		require.Equal(t, want, must(t)(families[name](other)), name)
	}
}

func TestWeightIsRepetition(t *testing.T) {
	for name, data := range samples() {
		want := must(t)(families[name](append(slices.Clone(data), data...)))
		twice := slices.Clone(data)
		for i := range twice {
			twice[i].Weight = 2
		}
		require.Equal(t, want, must(t)(families[name](twice)), name)
	}
}

// TestScale holds that another currency is another unit: exactly for powers of
// two, to rounding for any other.
func TestScale(t *testing.T) {
	for name, data := range samples() {
		for _, by := range []float64{0x1p-30, 0x1p40, 1000, 1. / 7} {
			scaled := slices.Clone(data)
			for i := range scaled {
				scaled[i].Low *= by
				scaled[i].High *= by
				scaled[i].Threshold *= by
			}
			f, g := must(t)(families[name](data)), must(t)(families[name](scaled))
			for _, p := range []float64{0.01, 0.5, 0.99} {
				require.InEpsilon(t, f.Dist.Quantile(p)*by, g.Dist.Quantile(p), 1e-8, "%s by %g", name, by)
			}
			for i, p := range f.Params {
				q := g.Params[i]
				if name == "lognormal" && i == 0 {
					q.Value = p.Value // mu moves by log by
				}
				require.InEpsilon(t, p.SE/p.Value, q.SE/q.Value, 1e-7, "%s by %g", name, by)
			}
			require.InDelta(t, f.Goodness.KS, g.Goodness.KS, 1e-8)
		}
	}
}

// TestMaximum holds with a likelihood of its own, in the parameters themselves,
// that it is greatest at the fit, and curved there as the covariance says.
func TestMaximum(t *testing.T) {
	for name, data := range samples() {
		f := must(t)(families[name](data))
		require.LessOrEqual(t, f.Search.Left, 1e-7, name)
		require.InEpsilon(t, f.LogLikelihood, textbook(f.Dist, data), 1e-12, name)
		for i, p := range f.Params {
			const step = 0.1
			up, down := textbook(moved(t, name, f, i, step), data), textbook(moved(t, name, f, i, -step), data)
			require.Less(t, max(up, down), f.LogLikelihood, "%s %s", name, p.Name)
		}
	}
}

// TestGradient holds that the slope of that likelihood is zero.
func TestGradient(t *testing.T) {
	for name, data := range samples() {
		f := must(t)(families[name](data))
		for i, p := range f.Params {
			at := func(k float64) float64 { return textbook(moved(t, name, f, i, k*0.02), data) }
			slope := (8*(at(1)-at(-1)) - (at(2) - at(-2))) / (12 * 0.02) // per standard error
			require.InDelta(t, 0, slope, 1e-5, "%s %s", name, p.Name)
		}
	}
}

// moved returns the distribution with one parameter so many standard errors off.
func moved(t *testing.T, name string, f fit.Fit, param int, by float64) dist.Dist {
	t.Helper()
	v := []float64{f.Params[0].Value, 0}
	if len(f.Params) > 1 {
		v[1] = f.Params[1].Value
	}
	v[param] += by * f.Params[param].SE
	d, err := map[string]func() (dist.Dist, error){
		"lognormal":   func() (dist.Dist, error) { return dist.NewLogNormal(v[0], v[1]) },
		"gamma":       func() (dist.Dist, error) { return dist.NewGamma(v[0], v[1]) },
		"weibull":     func() (dist.Dist, error) { return dist.NewWeibull(v[0], v[1]) },
		"exponential": func() (dist.Dist, error) { return dist.NewExponential(v[0]) },
		"gpd":         func() (dist.Dist, error) { return dist.NewGeneralizedPareto(0, v[0], v[1]) },
	}[name]()
	require.NoError(t, err)
	return d
}

// textbook is the log-likelihood, from what package dist has.
func textbook(d dist.Dist, data []fit.Observation) float64 {
	total := 0.0
	for _, o := range data {
		p := d.CDF(o.High) - d.CDF(o.Low)
		if o.Low == o.High {
			p = d.Density(o.Low)
		}
		w := o.Weight
		if w == 0 {
			w = 1
		}
		total += w * math.Log(p/d.Survival(o.Threshold))
	}
	return total
}
