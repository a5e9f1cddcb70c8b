package elicit_test

import (
	"errors"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/elicit"
)

func failure[T any](_ T, err error) error { return err }

func TestErrors(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	u := parsed(t, "uniform(min=0, max=1)")
	weigh := func(change func(p *elicit.Panel)) error {
		p := elicit.Panel{Experts: []string{"A", "B"}, Seeds: []elicit.Seed{{Answer: 2, Quantiles: [][]float64{{1, 2, 3}, {2, 4, 6}}}}}
		change(&p)
		return failure(p.Weigh(0))
	}
	quantiles := elicit.Panel{Experts: []string{"A"}}
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"nobody":          {failure(elicit.Pool(nil)), "elicit: opinions: got 0, want 1 to 1000"},
		"no distribution": {failure(elicit.Pool([]elicit.Opinion{{Dist: u}, {Expert: "B"}})), "elicit: opinions/1/dist: got nothing, want a distribution"},
		"weight":          {failure(elicit.Pool([]elicit.Opinion{{Dist: u, Weight: -1}})), "elicit: opinions/0/weight: got -1, want 0, or a number from 1e-9 to 1e9"},
		"no probability":  {failure(elicit.LinearPool([]elicit.Judgment{{P: 50}})), "elicit: judgments/0/p: got 50, want a probability from 0 to 1"},
		"weight NaN":      {failure(elicit.LogarithmicPool([]elicit.Judgment{{P: 0.5, Weight: nan}})), "elicit: judgments/0/weight: got NaN, want 0, or a number from 1e-9 to 1e9"},
		"no experts":      {weigh(func(p *elicit.Panel) { p.Experts = nil }), "elicit: experts: got 0, want 1 to 100"},
		"no seeds":        {weigh(func(p *elicit.Panel) { p.Seeds = nil }), "elicit: seeds: got 0, want 1 to 1000"},
		"probabilities":   {weigh(func(p *elicit.Panel) { p.Probabilities = []float64{0.1, 0.1, 0.9} }), "elicit: probabilities/1: got 0.1, want a probability above 0.1 and below 1"},
		"many":            {weigh(func(p *elicit.Panel) { p.Probabilities = make([]float64, 101) }), "elicit: probabilities: got 101, want at most 100"},
		"too much": {weigh(func(p *elicit.Panel) {
			p.Experts, p.Seeds = make([]string, 100), make([]elicit.Seed, 67)
		}), "elicit: seeds: got 20100, want at most 20000 quantiles in all"},
		"overshoot":        {weigh(func(p *elicit.Panel) { p.Overshoot = -1 }), "elicit: overshoot: got -1, want a share from 0.001 to 10"},
		"missing answers":  {weigh(func(p *elicit.Panel) { p.Seeds[0].Quantiles = p.Seeds[0].Quantiles[:1] }), "elicit: seeds/0/quantiles: got 1, want 2, those of each expert"},
		"missing quantile": {weigh(func(p *elicit.Panel) { p.Seeds[0].Quantiles[1] = []float64{1} }), "elicit: seeds/0/quantiles/1: got 1, want 3 quantiles"},
		"falling":          {weigh(func(p *elicit.Panel) { p.Seeds[0].Quantiles[1] = []float64{1, 3, 3} }), "elicit: seeds/0/quantiles/1/2: got 3, want a number above 3"},
		"infinite":         {weigh(func(p *elicit.Panel) { p.Seeds[0].Quantiles[1] = []float64{1, 3, inf} }), "elicit: seeds/0/quantiles/1/2: got +Inf, want a number up to 1e290"},
		"log of 0":         {weigh(func(p *elicit.Panel) { p.Seeds[0].Log, p.Seeds[0].Answer = true, 0 }), "elicit: seeds/0/answer: got 0, want a number above 0, from 1e-290 to 1e290"},
		"a point": {weigh(func(p *elicit.Panel) {
			p.Probabilities, p.Seeds[0].Quantiles = []float64{0.5}, [][]float64{{2}, {2}}
		}), "elicit: seeds/0/quantiles: got a single value, want quantiles that differ from the answer"},
		"cutoff":            {failure(elicit.Panel{}.Weigh(2)), "elicit: cutoff: got 2, want a probability from 0 to 1"},
		"pool weights":      {failure(quantiles.Quantiles(elicit.Seed{}, nil)), "elicit: weights: got 0, want 1, one for each expert"},
		"pool question":     {failure(quantiles.Quantiles(elicit.Seed{}, []float64{1})), "elicit: seeds/0/quantiles: got 0, want 1, those of each expert"},
		"no forecasts":      {failure(elicit.Score(nil)), "elicit: forecasts: got 0, want 1 to 5000"},
		"forecast":          {failure(elicit.Score([]elicit.Forecast{{P: nan}})), "elicit: forecasts/0/p: got NaN, want a probability from 0 to 1"},
		"no intervals":      {failure(elicit.Hits(nil, 0)), "elicit: intervals: got 0, want 1 to 5000"},
		"confidence":        {failure(elicit.Hits([]elicit.Interval{{}}, 90)), "elicit: confidence: got 90, want a probability above 0 and below 1"},
		"reversed":          {failure(elicit.Hits([]elicit.Interval{{Low: 2, High: 1}}, 0)), "elicit: intervals/0/low: got 2, want a number of at most high 1"},
		"answer":            {failure(elicit.Hits([]elicit.Interval{{Answer: inf}}, 0)), "elicit: intervals/0/answer: got +Inf, want a finite number"},
		"one in":            {failure(elicit.OneIn(0)), "elicit: years: got 0, want a number from 1e-6 to 1e6"},
		"rate low":          {failure(elicit.RateBetween(0, 1)), "elicit: low: got 0, want a number from 1e-9 to 1e9"},
		"rate narrow":       {failure(elicit.RateBetween(1, 1.001)), "elicit: high: got 1.001, want a number from 1.01 × low 1 to 1e9"},
		"rate mode":         {failure(elicit.RateMode(2, 1)), "elicit: high: got 1, want a number from 1e-9, and 1.01 × mode 2, to 1e9"},
		"rate":              {failure(elicit.Rate{Events: -1}.After(0, 1)), "elicit: events: got -1, want a number from 0 to 1e6"},
		"events":            {failure(elicit.Rate{Events: 1}.After(-1, 1)), "elicit: events: got -1, want 0 to 1e6"},
		"years":             {failure(elicit.Rate{Events: 1}.After(0, nan)), "elicit: years: got NaN, want a number above 0, up to 1e9"},
		"events in no time": {failure(elicit.Rate{Events: 1}.After(3, 0)), "elicit: years: got 0, want a number above 0, up to 1e9"},
		"no prior event":    {failure(elicit.Rate{Years: 3}.Dist()), "elicit: events: got 0, want 1e-6 at least: without any event, not even of a prior, every rate is too large"},
		"period":            {failure(elicit.Rate{Events: 1, Years: 1}.Count(0)), "elicit: years: got 0, want a number from 1e-9 to 1e9"},
		"update":            {failure(elicit.JeffreysRate().Update(0, 0)), "elicit: years: got 0, want more than that: in no time nothing was observed"},
		"quiet":             {failure(elicit.JeffreysRate().Quiet(make([]float64, 1001)...)), "elicit: years: got 1001, want at most 1000"},
		"chance":            {failure(elicit.Chance{}.Dist()), "elicit: hits: got 0, want a number from 1e-6 to 1e6"},
		"chance interval":   {failure(elicit.ChanceBetween(0.5, 0.5)), "elicit: high: got 0.5, want a probability above low 0.5, by some percent, and below 1"},
		"chance mode":       {failure(elicit.ChanceMode(0.5, 0.97)), "elicit: high: got 0.97, want a probability from 1e-6, and 1.01 × mode 0.5, to below 0.95"},
		"trials":            {failure(elicit.UniformChance().After(0, -1)), "elicit: trials: got -1, want 0 to 1e6"},
		"hits":              {failure(elicit.UniformChance().After(4, 3)), "elicit: hits: got 4, want 0 to the trials 3"},
		"next":              {failure(elicit.UniformChance().Next(-1)), "elicit: trials: got -1, want 0 to 1e6"},
	} {
		t.Run(name, func(t *testing.T) {
			require.EqualError(t, c.err, c.want)
			_, ok := errors.AsType[*elicit.InputError](c.err)
			require.True(t, ok)
		})
	}
	_, _, err := elicit.UniformChance().Interval(90)
	require.EqualError(t, err, "elicit: probability: got 90, want above 0 and below 1")
}
