package loss_test

import (
	"encoding/json"
	"errors"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// full is a model with every field in use.
func full() loss.Model {
	tef := loss.Uncertain{Name: "tef", Per: loss.Year, Dist: must(dist.NewPERT(0.5, 2, 12))}
	return loss.Model{
		ID: "acme-2026", Title: "Acme", Currency: "EUR", Years: 2, Discount: 0.05,
		Scenarios: []loss.Scenario{
			{
				ID: "ransomware", Title: "Ransomware", Frequency: loss.Poisson{Rate: tef}, Severity: must(dist.LogNormal90(20e3, 1e6)),
				Period: 2, RateTrend: 0.1, LossTrend: 0.03,
				Then: []loss.Stage{{ID: "fine", Probability: loss.Fixed(0.2), Severity: must(dist.NewPERT(5e4, 2.5e5, 3e6))}},
			},
			{
				ID: "fraud", Frequency: loss.NegativeBinomial{Mean: 3, Dispersion: 0.5}, Severity: must(dist.NewGamma(2, 1e4)),
				EventRetention: 5e3, EventLimit: 5e4,
			},
			{ID: "faults", Frequency: loss.Binomial{Trials: 12, Probability: loss.Fixed(0.25)}, Severity: must(dist.NewUniform(1e3, 9e3))},
			{ID: "fire", Frequency: loss.Bernoulli{Probability: loss.Fixed(0.01)}, Severity: must(dist.NewConstant(1e6))},
			{ID: "fees", Frequency: loss.Exactly{Events: 4}, Severity: must(dist.NewExponential(2e3))},
		},
	}
}

func TestJSON(t *testing.T) {
	m := full()
	text, err := json.MarshalIndent(m, "", "\t")
	require.NoError(t, err)
	var back loss.Model
	require.NoError(t, json.Unmarshal(text, &back))
	require.Equal(t, m, back)
	for name, frequency := range map[string]string{
		"two":     `{"poisson":{},"exactly":{}}`,
		"unknown": `{"exactly":{"events":"four"}}`,
	} {
		require.Error(t, json.Unmarshal([]byte(`{"frequency":`+frequency+`}`), &loss.Scenario{}), name)
	}
	for _, text := range []string{`{"severity":"normal("}`, `{"severity":3}`, `{"then":[{"severity":"x"}]}`, `{"then":[{"probability":{"per":"day"}}]}`} {
		require.Error(t, json.Unmarshal([]byte(text), &loss.Scenario{}), text)
	}
	var none loss.Scenario
	require.NoError(t, json.Unmarshal([]byte(`{"id":"a"}`), &none))
	require.Equal(t, loss.Scenario{ID: "a"}, none)
}

func TestProblems(t *testing.T) {
	severity, rate := must(dist.NewExponential(1)), loss.Poisson{Rate: loss.Fixed(1)}
	for name, c := range map[string]struct {
		change func(m *loss.Model, s *loss.Scenario)
		want   string
	}{
		"no id":         {func(m *loss.Model, _ *loss.Scenario) { m.ID = "" }, "loss: /id: got nothing, want a word"},
		"no scenarios":  {func(m *loss.Model, _ *loss.Scenario) { m.Scenarios = nil }, "loss: /scenarios: got 0, want 1 to 1000, and times the years at most 5000"},
		"currency":      {func(m *loss.Model, _ *loss.Scenario) { m.Currency = "euro" }, `loss: /currency: got "euro", want three capital letters of ISO 4217`},
		"years":         {func(m *loss.Model, _ *loss.Scenario) { m.Years = 51 }, "loss: /years: got 51, want 1 to 50"},
		"discount":      {func(m *loss.Model, _ *loss.Scenario) { m.Discount = math.NaN() }, "loss: /discount: got no finite number, want a share from -0.5 to 10"},
		"the same id":   {func(m *loss.Model, s *loss.Scenario) { m.Scenarios = append(m.Scenarios, *s) }, `loss: /scenarios/1/id: got "s", want one that no other has`},
		"no frequency":  {func(_ *loss.Model, s *loss.Scenario) { s.Frequency = nil }, "loss: /scenarios/0/frequency: got nothing, want poisson, negativeBinomial, binomial, bernoulli, exactly or multiplied"},
		"a pointer":     {func(_ *loss.Model, s *loss.Scenario) { s.Frequency = (*loss.Poisson)(nil) }, "loss: /scenarios/0/frequency: got *loss.Poisson, want poisson, negativeBinomial, binomial, bernoulli, exactly or multiplied"},
		"negative rate": {func(_ *loss.Model, s *loss.Scenario) { s.Frequency = loss.Poisson{Rate: loss.Fixed(-3)} }, "loss: /scenarios/0/frequency/rate: got -3, want a rate from 0 to 1e6 events a year"},
		"rate of NaN":   {func(_ *loss.Model, s *loss.Scenario) { s.Frequency = loss.Poisson{Rate: loss.Fixed(math.NaN())} }, "loss: /scenarios/0/frequency/rate: got no finite number, want a rate from 0 to 1e6 events a year"},
		"no rate":       {func(_ *loss.Model, s *loss.Scenario) { s.Frequency = loss.Poisson{} }, "loss: /scenarios/0/frequency/rate: got nothing, want a rate from 0 to 1e6 events a year"},
		"how often": {func(_ *loss.Model, s *loss.Scenario) {
			s.Frequency = loss.Poisson{Rate: loss.Uncertain{Dist: severity}}
		}, "loss: /scenarios/0/frequency/rate/per: got 0, want event, year or once"},
		"rate per event": {func(_ *loss.Model, s *loss.Scenario) {
			s.Frequency = loss.Poisson{Rate: loss.Uncertain{Per: loss.Event, Dist: severity}}
		}, "loss: /scenarios/0/frequency/rate/per: got event, want year or once: a rate is of many events"},
		"probability": {func(_ *loss.Model, s *loss.Scenario) { s.Frequency = loss.Bernoulli{Probability: loss.Fixed(1.5)} }, "loss: /scenarios/0/frequency/probability: got 1.5, want a probability from 0 to 1"},
		"uncertain": {func(_ *loss.Model, s *loss.Scenario) {
			s.Frequency = loss.Bernoulli{Probability: loss.Uncertain{Per: loss.Year, Dist: severity}}
		}, "loss: /scenarios/0/frequency/probability/dist: got exponential(mean=1), want a probability from 0 to 1"},
		"trials": {func(_ *loss.Model, s *loss.Scenario) {
			s.Frequency = loss.Binomial{Trials: -1, Probability: loss.Fixed(0.5)}
		}, "loss: /scenarios/0/frequency/trials: got -1, want a number from 0 to 1e6"},
		"dispersion":        {func(_ *loss.Model, s *loss.Scenario) { s.Frequency = loss.NegativeBinomial{Mean: 1} }, "loss: /scenarios/0/frequency/dispersion: got 0, want a number from 1e-9 to 1e9"},
		"events":            {func(_ *loss.Model, s *loss.Scenario) { s.Frequency = loss.Exactly{Events: 1e7} }, "loss: /scenarios/0/frequency/events: got 1e+07, want a number from 0 to 1e6"},
		"period":            {func(_ *loss.Model, s *loss.Scenario) { s.Period = -1 }, "loss: /scenarios/0/period: got -1, want a number of years from 1e-4 to 1e4"},
		"period of a trial": {func(_ *loss.Model, s *loss.Scenario) { s.Frequency, s.Period = loss.Exactly{Events: 1}, 0.5 }, "loss: /scenarios/0/period: got 0.5, want 1: of this frequency, the number in another time does not follow"},
		"trend of a trial":  {func(_ *loss.Model, s *loss.Scenario) { s.Frequency, s.RateTrend = loss.Exactly{Events: 1}, 0.5 }, "loss: /scenarios/0/rateTrend: got 0.5, want 0: of this frequency, the number in another time does not follow"},
		"no severity":       {func(_ *loss.Model, s *loss.Scenario) { s.Severity = nil }, "loss: /scenarios/0/severity: got nothing, want a distribution of amounts from 0 to 1e30"},
		"negative loss":     {func(_ *loss.Model, s *loss.Scenario) { s.Severity = must(dist.NewNormal(0, 1)) }, "loss: /scenarios/0/severity: got normal(mean=0, sd=1), want a distribution of amounts from 0 to 1e30"},
		"too large":         {func(_ *loss.Model, s *loss.Scenario) { s.Severity = must(dist.NewExponential(1e31)) }, "loss: /scenarios/0/severity: got exponential(mean=1e+31), want a distribution of amounts from 0 to 1e30"},
		"retention":         {func(_ *loss.Model, s *loss.Scenario) { s.EventRetention = math.Inf(1) }, "loss: /scenarios/0/eventRetention: got +Inf, want an amount from 0 to 1e30"},
		"limit":             {func(_ *loss.Model, s *loss.Scenario) { s.EventLimit = -1 }, "loss: /scenarios/0/eventLimit: got -1, want an amount from 0 to 1e30"},
		"stage without id": {func(_ *loss.Model, s *loss.Scenario) {
			s.Then = []loss.Stage{{Probability: loss.Fixed(0), Severity: severity}}
		}, "loss: /scenarios/0/then/0/id: got nothing, want a word"},
		"stage without loss": {func(_ *loss.Model, s *loss.Scenario) { s.Then = []loss.Stage{{ID: "f", Probability: loss.Fixed(0)}} }, "loss: /scenarios/0/then/0/severity: got nothing, want a distribution of amounts from 0 to 1e30"},
		"what comes with a stage": {func(_ *loss.Model, s *loss.Scenario) {
			s.Then = []loss.Stage{{ID: "f", Probability: loss.Fixed(0), Severity: severity, With: []dist.Dist{severity, nil}}}
		}, "loss: /scenarios/0/then/0/with/1: got nothing, want a distribution of amounts from 0 to 1e30"},
		"much with a stage": {func(_ *loss.Model, s *loss.Scenario) {
			s.Then = []loss.Stage{{ID: "f", Probability: loss.Fixed(0), Severity: severity, With: make([]dist.Dist, 21)}}
		}, "loss: /scenarios/0/then/0/with: got 21, want at most 20 losses"},
		"stages": {func(_ *loss.Model, s *loss.Scenario) { s.Then = make([]loss.Stage, 21) }, "loss: /scenarios/0/then: got 21, want at most 20 stages"},
		"a name of two": {func(_ *loss.Model, s *loss.Scenario) {
			s.Frequency = loss.Poisson{Rate: loss.Uncertain{Name: "a", Per: loss.Year, Dist: must(dist.NewUniform(0, 1))}}
			s.Then = []loss.Stage{{ID: "f", Probability: loss.Uncertain{Name: "a", Per: loss.Year, Dist: must(dist.NewUniform(0, 0.5))}, Severity: severity}}
		}, `loss: /scenarios/0/then/0/probability: got "a" for uniform(min=0, max=0.5), want what the name stands for elsewhere, uniform(min=0, max=1)`},
	} {
		t.Run(name, func(t *testing.T) {
			m := loss.Model{ID: "m", Scenarios: []loss.Scenario{{ID: "s", Frequency: rate, Severity: severity}}}
			c.change(&m, &m.Scenarios[0])
			_, err := loss.Compile(m)
			require.EqualError(t, err, c.want)
		})
	}
}

func TestAllProblemsAtOnce(t *testing.T) {
	_, err := loss.Compile(loss.Model{Years: -1, Scenarios: []loss.Scenario{{}}})
	problems, ok := errors.AsType[loss.Problems](err)
	require.True(t, ok)
	var paths []string
	for _, p := range problems {
		paths = append(paths, p.Path)
	}
	require.Equal(t, []string{"/id", "/years", "/scenarios/0/id", "/scenarios/0/frequency", "/scenarios/0/severity"}, paths)
}

func TestForbidden(t *testing.T) {
	uniform, severity := must(dist.NewUniform(0, 1)), must(dist.NewExponential(1))
	perEvent := loss.Uncertain{Name: "f", Per: loss.Event, Dist: uniform}
	irrational := points{{At: 1, P: 0.5}, {At: math.Pi, P: 0.5}}
	plan := must(loss.Compile(loss.Model{
		ID: "m", Scenarios: []loss.Scenario{
			{ID: "a", Frequency: loss.Bernoulli{Probability: perEvent}, Severity: severity},
			{ID: "b", Frequency: loss.Bernoulli{Probability: perEvent}, Severity: severity, AnnualLimit: 1},
			{ID: "c", Frequency: loss.Multiplied{Rate: loss.Fixed(1)}, Severity: severity},
			{ID: "d", Own: &loss.Own{Name: "mine", Loss: func(*loss.Draws) float64 { return 0 }}},
			{
				ID: "e", Frequency: poisson(1), Severity: severity, LossFactor: loss.Uncertain{Per: loss.Event, Dist: uniform},
				Then: []loss.Stage{{ID: "s", Probability: loss.Fixed(0.5), Severity: severity, Correlation: 0.5}},
			},
			{ID: "f", Frequency: poisson(1), Severity: must(dist.NewConstant(1)), LossFactor: yearly("", uniform)},
			{ID: "g", Frequency: loss.Exactly{Events: 2}, Severity: irrational},
			{ID: "h", Frequency: loss.Exactly{Events: 1}, Severity: irrational}, // can be served
			{
				ID: "i", Frequency: loss.Binomial{Trials: 3, Probability: yearly("", uniform)}, Severity: severity,
				Vulnerability: yearly("", uniform), LossFactor: yearly("", uniform),
			},
			{ID: "j", Frequency: loss.Poisson{Rate: unknown("", uniform)}, Severity: severity},
			{ID: "k", Frequency: loss.Poisson{Rate: unknown("", uniform)}, Severity: severity, Vulnerability: unknown("", uniform)},
		},
		Links:  []loss.Link{{On: loss.OnFrequency, Scenarios: []string{"a", "b"}, Correlation: [][]float64{{1, 0.5}, {0.5, 1}}}},
		Causes: []loss.Cause{{ID: "x", Rate: loss.Fixed(1), Hits: []loss.Hit{{Scenario: "b", Probability: loss.Fixed(1)}}}},
		Layers: []loss.Layer{
			{ID: "l", Limit: 1, Scenarios: []string{"a", "e"}},
			{ID: "m", Limit: 1, Scenarios: []string{"f"}, Annual: 1},
			{ID: "n", Limit: 1, Scenarios: []string{"b"}},
		},
	}))
	exact := plan.Engines()[0]
	require.Equal(t, loss.Engine{Name: "exact", Forbids: []string{
		`/scenarios/1/frequency/probability: "f" is drawn per event, and an event of one scenario is none of another`,
		"/scenarios/2/frequency: the product of a rate and a loss is no sum",
		"/scenarios/3/own: of a function only draws are known",
		"/scenarios/4/lossFactor: the product of two losses that are drawn for an event is not known, but for a severity that is known and has no stages",
		"/scenarios/4/then/0/correlation: losses of an event that depend on each other have to be drawn",
		"/scenarios/5/lossFactor: a factor that is drawn spreads the steps of a severity, and they cannot be listed",
		"/scenarios/6: the loss of an event has too many points of positive probability without a common unit",
		"/links: scenarios that depend on each other by a copula have to be drawn",
		"/causes/0/hits/0: a retention or limit of the year, of a scenario that shares events with others",
		"/layers/0: a layer over several scenarios has to be drawn",
		"/layers/1/annual: what is left of a year depends on its events and on their sum",
		"/layers/2: a layer over a scenario with a retention or limit of the year",
		"/scenarios/8/lossFactor: more than two values, drawn once or once a year, that several losses have in common: simulate",
		"/scenarios: more than two values that are drawn once make too large a family of curves: simulate",
	}}, exact)
	_, err := plan.Exact(t.Context(), loss.ExactOptions{})
	forbidden, ok := errors.AsType[*loss.ForbiddenError](err)
	require.True(t, ok)
	require.Equal(t, exact, forbidden.Engine)
}

func TestOptions(t *testing.T) {
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{typical()}}))
	for want, o := range map[string]loss.ExactOptions{
		"loss: exact: At: got 1, want probabilities from 0.5 to 0.9999999":            {At: []float64{1}},
		"loss: exact: Tolerance: got 1, want 1e-9 to 0.1":                             {Tolerance: 1},
		"loss: exact: Year: got 2, want 0 to 1":                                       {Year: 2},
		"loss: exact: MostPoints: got 3000, want a power of two from 2^11 to 2^18":    {MostPoints: 3000},
		"loss: exact: tolerance: got 3.1e-08 at probability 0.95 with 2048 points, w": {Tolerance: 1e-9, MostPoints: 2048},
	} {
		_, err := plan.Exact(t.Context(), o)
		require.ErrorContains(t, err, want[:24])
	}
	_, err := loss.Plan{}.Exact(t.Context(), loss.ExactOptions{})
	require.EqualError(t, err, "loss: exact: got an empty plan, want one of Compile")
}
