package economics_test

import (
	"errors"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/economics"
)

var nan, inf = math.NaN(), math.Inf(1)

func first[T any](_ T, err error) error { return err }

// TestErrors holds what is refused, and in which words.
func TestErrors(t *testing.T) {
	interval := economics.Interval{Lower: 1, Upper: 2}
	cases := map[string]struct {
		err  error
		want string
	}{
		"a share of more than all": {
			first(economics.SingleLoss{AssetValue: 1, ExposureFactor: 1.2}.Expectancy()),
			"economics: exposureFactor: got 1.2, want a share from 0 to 1",
		},
		"a percentage for a share": {
			first(economics.Mitigation{Before: 100, Share: 75, Cost: 25}.Investment()),
			"economics: share: got 75, want a share from 0 to 1",
		},
		"all at once": {
			first(economics.AnnualLoss{SLE: -1, ARO: nan}.Expectancy()),
			"economics: sle: got -1, want an amount of at least 0\neconomics: aro: got NaN, want events per year, at least 0",
		},
		"an infinite amount": {
			first(economics.Investment{Before: inf, After: 1, Cost: 1}.Net()),
			"economics: before: got +Inf, want an amount of at least 0",
		},
		"a ratio to nothing": {
			first(economics.Investment{Before: 1}.Ratio()),
			"economics: cost: got 0, want an amount above 0: a ratio to nothing is none",
		},
		"class I": {
			first(economics.ClassI{Vulnerability: -0.1, Loss: -1, Alpha: 0, Beta: 0.5}.Optimum()),
			"economics: vulnerability: got -0.1, want a probability from 0 to 1\n" +
				"economics: loss: got -1, want an amount of at least 0\n" +
				"economics: alpha: got 0, want a number above 0, per unit of currency\n" +
				"economics: beta: got 0.5, want a number of at least 1",
		},
		"class I, an investment below nothing": {
			first(economics.ClassI{Vulnerability: 0.5, Loss: 1, Alpha: 1, Beta: 1}.Breach(-1)),
			"economics: z: got -1, want an amount of at least 0",
		},
		"class II": {
			first(economics.ClassII{Vulnerability: 1.5, Loss: 1, Alpha: inf}.Optimum()),
			"economics: vulnerability: got 1.5, want a probability from 0 to 1\n" +
				"economics: alpha: got +Inf, want a number above 0, per unit of currency",
		},
		"class II, an investment below nothing": {
			first(economics.ClassII{Vulnerability: 0.5, Loss: 1, Alpha: 1}.Breach(nan)),
			"economics: z: got NaN, want an amount of at least 0",
		},
		"a bound": {
			first(economics.Stake{Vulnerability: 1, Loss: 1, Externality: -0.1}.Bound()),
			"economics: externality: got -0.1, want a number of at least 0",
		},
		"an interval from nothing": {
			first(economics.Interval{Lower: 0, Upper: 5}.LogNormal()),
			"economics: lower: got 0, want an amount above 0",
		},
		"an interval turned round": {
			first(economics.Interval{Lower: 5, Upper: 5}.LogNormal()),
			"economics: upper: got 5, want an amount above the lower bound",
		},
		"a distribution of nothing": {
			first(economics.LogNormal{Mu: nan}.Mean()),
			"economics: mu: got NaN, want a finite number\neconomics: sigma: got 0, want a number above 0",
		},
		"a quantile of certainty": {
			first(economics.LogNormal{Sigma: 1}.Quantile(1)),
			"economics: p: got 1, want a probability above 0 and below 1",
		},
		"an exceedance of less than nothing": {
			first(economics.LogNormal{Sigma: 1}.Exceedance(-1)),
			"economics: x: got -1, want an amount of at least 0",
		},
		"a tolerance that rises": {
			first(economics.Tolerance{
				Often: economics.Point{Loss: 2, Exceedance: 0.1}, Seldom: economics.Point{Loss: 1, Exceedance: 0.5},
			}.LogNormal()),
			"economics: seldom/loss: got 1, want an amount above that of often\n" +
				"economics: seldom/exceedance: got 0.5, want a probability below that of often",
		},
		"a tolerance of nothing": {
			first(economics.Tolerance{
				Often: economics.Point{Loss: 0, Exceedance: 1}, Seldom: economics.Point{Loss: 1, Exceedance: 0.5},
			}.LogNormal()),
			"economics: often/loss: got 0, want an amount above 0\n" +
				"economics: often/exceedance: got 1, want a probability above 0 and below 1",
		},
		"a rate for a probability": {
			first(economics.Scenario{Probability: 3, Loss: economics.Interval{Lower: -1, Upper: 1}, Currency: "euros, please, as always"}.RapidLoss()),
			"economics: probability: got 3, want a probability from 0 to 1\n" +
				`economics: currency: got "euros, please, as al…", want an ISO 4217 code such as EUR, or none` + "\n" +
				"economics: loss/lower: got -1, want an amount above 0",
		},
		"an expectation of nothing": {
			first(economics.Scenario{Probability: 0.1}.ExpectedLoss()),
			"economics: loss/lower: got 0, want an amount above 0\neconomics: loss/upper: got 0, want an amount above the lower bound",
		},
		"two currencies": {
			first(economics.RapidAudit([]economics.Scenario{
				{Probability: 0.1, Loss: interval, Currency: "EUR"}, {Probability: 0.1, Loss: interval, Currency: "CHF"},
			})),
			`economics: scenarios/1/currency: got "CHF", want "EUR" as the first: amounts of different currencies are not summed`,
		},
		"a currency and none": {
			first(economics.RapidAudit([]economics.Scenario{
				{Probability: 0.1, Loss: interval, Currency: "EUR"}, {Probability: 2, Loss: interval},
			})),
			"economics: scenarios/1/probability: got 2, want a probability from 0 to 1\n" +
				`economics: scenarios/1/currency: got "", want "EUR" as the first: amounts of different currencies are not summed`,
		},
		"more hits than shots": {
			first(economics.Succession{Hits: 3, Observations: 2}.Probability()),
			"economics: hits: got 3, want a count from 0 to the observations",
		},
		"fewer than none": {
			first(economics.Succession{Hits: -1, Observations: -1}.Probability()),
			"economics: observations: got -1, want a count of at least 0\neconomics: hits: got -1, want a count from 0 to the observations",
		},
		"a control": {
			first(economics.Control{Effectiveness: 1.01, Coverage: -0.01, Reliability: nan}.Reduction()),
			"economics: effectiveness: got 1.01, want a share from 0 to 1\n" +
				"economics: coverage: got -0.01, want a share from 0 to 1\n" +
				"economics: reliability: got NaN, want a share from 0 to 1",
		},
		"a control of a series": {
			first(economics.Series{Frequency: -1, Controls: []economics.Control{{}, {Coverage: 2}}}.Residual()),
			"economics: frequency: got -1, want events per year, at least 0\n" +
				"economics: controls/1/coverage: got 2, want a share from 0 to 1",
		},
		"a correlation": {
			first(economics.Series{}.CorrelatedHeuristic(-0.5)),
			"economics: correlation: got -0.5, want a share from 0 to 1",
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			require.EqualError(t, c.err, c.want)
			list, ok := errors.AsType[economics.InputErrors](c.err)
			require.True(t, ok)
			require.NotEmpty(t, list)
			one, ok := errors.AsType[*economics.InputError](c.err)
			require.True(t, ok)
			require.Same(t, list[0], one)
		})
	}
}

// TestOverflow holds that inputs in their range never give a figure that is none.
func TestOverflow(t *testing.T) {
	most, least := math.MaxFloat64, math.SmallestNonzeroFloat64
	cases := map[string]error{
		"annual loss":      first(economics.AnnualLoss{SLE: most, ARO: 2}.Expectancy()),
		"ratio":            first(economics.Investment{Before: most, Cost: least}.Ratio()),
		"class I":          first(economics.ClassI{Vulnerability: 1, Loss: most, Alpha: most, Beta: 1}.Optimum()),
		"class II":         first(economics.ClassII{Vulnerability: 0.5, Loss: most, Alpha: most}.Optimum()),
		"bound":            first(economics.Stake{Vulnerability: 1, Loss: most, Externality: 9}.Bound()),
		"mean":             first(economics.LogNormal{Mu: 700, Sigma: 10}.Mean()),
		"interval":         first(economics.Interval{Lower: least, Upper: most}.LogNormal()),
		"expected loss":    first(economics.Scenario{Probability: 1, Loss: economics.Interval{Lower: least, Upper: most}}.ExpectedLoss()),
		"expected, mean":   first(economics.Scenario{Probability: 1, Loss: economics.Interval{Lower: 1, Upper: 1e300}}.ExpectedLoss()),
		"tolerance, width": first(economics.Tolerance{Often: economics.Point{Loss: 1e9, Exceedance: 0.5}, Seldom: economics.Point{Loss: math.Nextafter(1e9, 2e9), Exceedance: 0.1}}.LogNormal()),
		"rapid audit": first(economics.RapidAudit([]economics.Scenario{
			{Probability: 1, Loss: economics.Interval{Lower: 1, Upper: most}},
			{Probability: 1, Loss: economics.Interval{Lower: 1, Upper: most}},
			{Probability: 1, Loss: economics.Interval{Lower: 1, Upper: most}},
		})),
	}
	for name, err := range cases {
		t.Run(name, func(t *testing.T) { require.ErrorIs(t, err, economics.ErrOverflow) })
	}
	require.EqualError(t, economics.ErrOverflow, "economics: result is not a finite number")
}
