package portfolio_test

import (
	"context"
	"errors"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/portfolio"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/methods"
)

func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

func day(s string) isms.Date { return must(isms.ParseDate(s)) }

var at = day("2026-11-30")

// model has what scenarios can have in common: a link, a cause, a layer, a name.
func model() loss.Model {
	severity := must(dist.LogNormal90(20e3, 1e6))
	rate := loss.Uncertain{Name: "attempts", Per: loss.Once, Dist: must(dist.NewPERT(0.1, 0.4, 1))}
	scenario := func(id string, f loss.Frequency) loss.Scenario {
		return loss.Scenario{ID: id, Frequency: f, Severity: severity}
	}
	control := func(id string, cost float64, effects ...loss.Effect) loss.Control {
		return loss.Control{ID: id, Cost: []float64{cost}, Effects: effects}
	}
	reduces := func(scenario string, x float64) loss.Effect {
		return loss.Effect{Scenario: scenario, On: loss.OnFrequency, Reduces: loss.Fixed(x)}
	}
	return loss.Model{
		ID: "acme-2027", Currency: "EUR",
		Scenarios: []loss.Scenario{
			scenario("ransomware", loss.Poisson{Rate: rate}), scenario("fraud", loss.Poisson{Rate: rate}),
			scenario("outage", loss.Poisson{Rate: loss.Fixed(0.5)}), scenario("flood", loss.Bernoulli{Probability: loss.Fixed(0.01)}),
		},
		Links:  []loss.Link{{On: loss.OnFrequency, Scenarios: []string{"ransomware", "outage", "flood"}, Correlation: [][]float64{{1, 0.5, 0.1}, {0.5, 1, 0.2}, {0.1, 0.2, 1}}}},
		Causes: []loss.Cause{{ID: "update", Rate: loss.Fixed(0.1), Hits: []loss.Hit{{Scenario: "outage", Probability: loss.Fixed(0.5)}, {Scenario: "fraud", Probability: loss.Fixed(0.5)}}}},
		Layers: []loss.Layer{{ID: "policy", Retention: 1e5, Limit: 1e6}},
		Controls: []loss.Control{
			control("mfa", 1e4, reduces("ransomware", 0.5), reduces("fraud", 0.2)),
			control("backup", 2e4, loss.Effect{Scenario: "ransomware", On: loss.OnSeverity, Reduces: loss.Fixed(0.5)}),
			control("stand-by", 5e4, reduces("outage", 0.6)),
		},
	}
}

func modeled(names ...string) []isms.Modeled {
	var all []isms.Modeled
	for _, n := range names {
		all = append(all, isms.Modeled{Model: "acme-2027", Name: n})
	}
	return all
}

// system has a method that has become another one since risks were assessed.
func system() isms.System {
	return isms.System{
		ID: "acme", SchemaVersion: 1, Currency: "EUR",
		Roles: []isms.Role{{ID: "ciso"}},
		Methods: []isms.RiskMethod{{ID: "m", Versions: []isms.MethodVersion{
			{Number: "1", From: day("2025-01-01"), Published: "iso27005/qualitative@2022"},
			{Number: "2", From: day("2026-06-01"), Published: "owasp/rating@2021"},
		}}},
		Risks: []isms.Risk{
			{ID: "R-1", Modeled: modeled("ransomware", "fraud"), Assessments: []isms.Assessment{
				{Stage: isms.Current, On: day("2026-01-15"), Method: "m", Inputs: risk.Inputs{"likelihood": "likely", "consequence": "critical"}, Note: "as seen by IT"},
				{Stage: isms.Residual, On: day("2026-01-15"), Method: "m", Inputs: risk.Inputs{"likelihood": "unlikely", "consequence": "critical"}},
			}},
			{ID: "R-2", Modeled: modeled("outage"), Assessments: []isms.Assessment{
				{Stage: isms.Current, On: day("2026-02-01"), Method: "iso27005/qualitative", Inputs: risk.Inputs{"likelihood": "likely", "consequence": "minor"}, Override: isms.Override{Level: "high"}},
			}},
			{ID: "R-3", Title: "Nobody knows in money"},
			{ID: "R-4", Modeled: modeled("flood"), Status: []isms.RiskFact{{Is: isms.Closed, Since: day("2026-03-01")}}},
		},
		Treatments: []isms.Treatment{
			{ID: "T-1", Risks: []isms.RiskID{"R-1"}, Modeled: modeled("mfa"), From: day("2025-01-01")},
			{ID: "T-2", Risks: []isms.RiskID{"R-1"}, Modeled: modeled("backup"), From: day("2027-02-01")},
		},
	}
}

func viewOf(t *testing.T, src isms.Source) *isms.View {
	t.Helper()
	v, err := isms.At(src, at, methods.All())
	require.NoError(t, err)
	return v
}

func link(t *testing.T, sys isms.System, m loss.Model) portfolio.Portfolio {
	t.Helper()
	p, err := portfolio.New(viewOf(t, sys), m, portfolio.Options{})
	require.NoError(t, err)
	return p
}

func TestNew(t *testing.T) {
	p := link(t, system(), model())
	require.Equal(t, []portfolio.Linked{{Risk: "R-1", Scenarios: []string{"ransomware", "fraud"}}, {Risk: "R-2", Scenarios: []string{"outage"}}}, p.Risks)
	require.Equal(t, []portfolio.Acting{{"T-1", []string{"mfa"}, true}, {"T-2", []string{"backup"}, false}}, p.Treatments)
	require.Equal(t, []string{"mfa"}, p.Today.Controls())
	require.Equal(t, []string{"mfa", "backup"}, p.Residual.Controls())
	var said []string
	for _, n := range p.Notices {
		said = append(said, n.String())
	}
	require.Equal(t, []string{
		`system: no open risk names the scenario "flood": its loss is in the whole all the same (Q101)`,
		`system: no treatment names the control "stand-by": it acts neither today nor after treatment (Q102)`,
		`risk/R-3: names no scenario: it has no part in the portfolio (Q105)`,
		`risk/R-4: is not open on 2026-11-30: it has no part in the portfolio (Q104)`,
	}, said)
}

// TestEverythingAtOnce: each mismatch names the record and what the model has.
func TestEverythingAtOnce(t *testing.T) {
	sys := system()
	sys.Currency = "CHF"
	sys.Risks[0].Modeled = append(modeled("ransomwear"), isms.Modeled{Model: "acme-2026", Name: "fraud"})
	sys.Treatments[1].Modeled = modeled("backups")
	_, err := portfolio.New(viewOf(t, sys), model(), portfolio.Options{})
	ps, ok := errors.AsType[isms.Problems](err)
	require.True(t, ok, err)
	require.Len(t, ps, 4)
	require.Equal(t, strings.Join([]string{
		`system/currency: got CHF, want EUR, in which the model "acme-2027" counts (Q004)`,
		`risk/R-1/modeled/0/name: got "ransomwear", want a scenario of the model "acme-2027": "ransomware", "fraud", "outage", "flood" (Q002); did you mean "ransomware"?`,
		`risk/R-1/modeled/1/model: got "acme-2026", want "acme-2027", the id of the model (Q001); did you mean "acme-2027"?`,
		`treatment/T-2/modeled/0/name: got "backups", want a control of the model "acme-2027": "mfa", "backup", "stand-by" (Q003); did you mean "backup"?`,
	}, "\n"), err.Error())
}

func TestOtherModels(t *testing.T) {
	sys := system()
	sys.Risks[0].Modeled = append(sys.Risks[0].Modeled, isms.Modeled{Model: "fraud-2027", Name: "invoices"})
	p, err := portfolio.New(viewOf(t, sys), model(), portfolio.Options{Others: []string{"fraud-2027"}})
	require.NoError(t, err)
	require.Equal(t, link(t, system(), model()).Risks, p.Risks)
}

func TestNotices(t *testing.T) {
	sys, m := system(), model()
	sys.Risks[1].Modeled = modeled("outage", "fraud")
	sys.Treatments = append(sys.Treatments,
		isms.Treatment{ID: "T-3", Modeled: modeled("stand-by"), From: day("2025-01-01"), Until: day("2026-01-01")})
	m.Controls[1].Excludes, m.Controls[0].Needs = []string{"mfa"}, []string{"stand-by"}
	p := link(t, sys, m)
	require.Equal(t, []string{"mfa", "backup"}, p.Residual.Controls())
	var codes []string
	for _, n := range p.Notices {
		codes = append(codes, n.Code)
	}
	require.Equal(t, []string{"Q101", "Q102", "Q107", "Q107", "Q103", "Q105", "Q104", "Q106"}, codes)
}

func TestNothingToRun(t *testing.T) {
	sys := system()
	sys.Risks, sys.Treatments = sys.Risks[2:], nil
	_, err := portfolio.New(viewOf(t, sys), model(), portfolio.Options{})
	require.EqualError(t, err, `system/risks: got no open risk that names a scenario of the model "acme-2027", want one that names a scenario: `+
		`"ransomware", "fraud", "outage", "flood" (Q005); write modeled: [{model: acme-2027, name: …}]`)
	bad := model()
	bad.Scenarios[0].Severity = nil
	_, err = portfolio.New(viewOf(t, system()), bad, portfolio.Options{})
	_, ok := errors.AsType[loss.Problems](err)
	require.True(t, ok, err)
}

// TestAlone: what a model has between its scenarios stays where they do.
func TestAlone(t *testing.T) {
	before := must(loss.Compile(model()))
	m := model()
	got := must(portfolio.Alone(m, "outage", "ransomware"))
	require.Equal(t, []string{"ransomware", "outage"}, []string{got.Scenarios[0].ID, got.Scenarios[1].ID})
	require.Equal(t, []loss.Link{{On: loss.OnFrequency, Scenarios: []string{"ransomware", "outage"}, Correlation: [][]float64{{1, 0.5}, {0.5, 1}}}}, got.Links)
	require.Equal(t, []loss.Cause{{ID: "update", Rate: loss.Fixed(0.1), Hits: []loss.Hit{{Scenario: "outage", Probability: loss.Fixed(0.5)}}}}, got.Causes)
	require.Empty(t, got.Layers)
	require.Len(t, got.Controls, 3)
	require.Len(t, got.Controls[0].Effects, 1)
	require.Equal(t, before, must(loss.Compile(m)), "the model stays as it is")

	m.Controls[0].Needs, m.Controls[0].Excludes = []string{"backup"}, []string{"stand-by"}
	one := must(portfolio.Alone(m, "fraud"))
	require.Empty(t, one.Links)
	require.Len(t, one.Controls, 1)
	require.Empty(t, one.Controls[0].Needs)
	require.Empty(t, one.Controls[0].Excludes)
	must(loss.Compile(one))
	_, err := portfolio.Alone(m, "fire")
	require.EqualError(t, err, `portfolio: alone: got "fire", want a scenario of the model: "ransomware", "fraud", "outage", "flood"`)
}

var options = loss.SimOptions{Trials: 1 << 16, Seed: 7}

// TestRun: the whole is what the plan says, a risk adds what its scenarios do,
// and nothing is above today after treatment.
func TestRun(t *testing.T) {
	p := link(t, system(), model())
	out := must(p.Run(t.Context(), options))
	today := must(p.Today.Simulate(t.Context(), options))
	mean, _ := portfolio.Of(out.Today.Quantified, loss.ExpectedLoss, 0)
	require.Equal(t, []float64{today.Mean().Value}, []float64{mean.Amount.Value}, "to the last bit")
	require.Equal(t, isms.Provenance{
		Model: "acme-2027", Digest: today.Provenance().Model, Controls: []string{"mfa"}, Algorithm: today.Provenance().Algorithm, Seed: 7, Trials: 1 << 16,
	}, out.Today.Source)

	for _, s := range out.Risks {
		for i, f := range s.Today.Figures {
			require.LessOrEqual(t, s.Residual.Figures[i].Amount.Value, f.Amount.Value)
		}
		alone, _ := portfolio.Of(s.Today.Quantified, loss.ExpectedLoss, 0)
		require.InDelta(t, alone.Amount.Value, s.Today.Adds.Value, 4*(alone.High-alone.Low), "the same draws, but for the link")
	}
	require.Equal(t, []string{"backup"}, less(out.Risks[0].Residual.Source.Controls, out.Risks[0].Today.Source.Controls))
	require.Empty(t, out.Risks[1].Residual.Source.Controls, "no control does anything about R-2")
	require.Equal(t, out.Risks[1].Today, out.Risks[1].Residual)

	sum := 0.0
	for _, c := range today.Contributions()[:3] {
		sum += c.Mean.Value
	}
	require.InEpsilon(t, sum, out.Risks[0].Today.Adds.Value+out.Risks[1].Today.Adds.Value, 1e-12)
}

func less(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

func TestRunRefuses(t *testing.T) {
	p := link(t, system(), model())
	for name, o := range map[string]loss.SimOptions{
		"Sampling": {Sampling: loss.Sobol}, "Streaming": {Streaming: true}, "Inner": {Inner: 2},
		"Blocks": {Blocks: [2]int{0, 1}}, "Precision": {Precision: loss.Precision{Relative: 0.1}},
	} {
		_, err := p.Run(t.Context(), o)
		require.EqualError(t, err, "portfolio: run: "+name+": got one, want the zero value: a recorded figure says trials and seed alone")
	}
	_, err := p.Run(t.Context(), loss.SimOptions{Trials: -1})
	require.ErrorContains(t, err, "Trials")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = p.Run(ctx, options)
	require.ErrorIs(t, err, context.Canceled)
}

func TestProgress(t *testing.T) {
	p := link(t, system(), model())
	last, calls := -1.0, 0
	o := options
	o.Progress = func(done, total int) {
		share := float64(done) / float64(total)
		require.GreaterOrEqual(t, share, last)
		last, calls = share, calls+1
	}
	must(p.Run(t.Context(), o))
	require.InDelta(t, 1, last, 0)
	require.Greater(t, calls, 6)
}

// TestRecord: the assessments carry the figures, no level is lost, though the
// method has become another one since, and the view stays as it is.
func TestRecord(t *testing.T) {
	sys := system()
	v := viewOf(t, sys)
	before := v.System().Risks[0]
	levels := func(v *isms.View) (all []string) {
		for _, r := range v.System().Risks {
			for _, stage := range []isms.Stage{isms.Current, isms.Residual} {
				all = append(all, v.RateRisk(r, stage).Level)
			}
		}
		return all
	}
	p := must(portfolio.New(v, model(), portfolio.Options{}))
	out := must(p.Run(t.Context(), options))
	by := isms.Party{Kind: isms.KindRole, ID: "ciso"}
	risks := out.Record(by)
	require.Len(t, risks, 2)
	require.Equal(t, before, v.System().Risks[0])
	require.Len(t, v.System().Risks[0].Assessments, 2)

	var changes []isms.Record
	for _, r := range risks {
		changes = append(changes, r)
	}
	after := viewOf(t, isms.With(sys, changes...))
	require.Equal(t, levels(v), levels(after))
	a, ok := risks[0].AssessmentAt(isms.Current, at)
	require.True(t, ok)
	require.Equal(t, isms.Assessment{
		Stage: isms.Current, On: at, By: by, Method: "m@1", Inputs: before.Assessments[0].Inputs, Quantified: out.Risks[0].Today.Quantified,
		Note: "Figures in money; the rating is that of 2026-01-15.",
	}, a)
	r, _ := risks[0].AssessmentAt(isms.Residual, at)
	require.Equal(t, []isms.TreatmentID{"T-2"}, r.Presumes)
	b, _ := risks[1].AssessmentAt(isms.Current, at)
	require.Equal(t, "high", b.Override.Level)
	c, _ := risks[1].AssessmentAt(isms.Residual, at)
	require.Empty(t, c.Method, "there was none")

	// Again on the same day: the note still says of when the rating is.
	again := must(must(portfolio.New(after, model(), portfolio.Options{})).Run(t.Context(), options)).Record(by)
	a2, _ := again[0].AssessmentAt(isms.Current, at)
	require.Equal(t, a, a2)
}

// TestAgain: what was recorded and written can be computed again, to the last
// bit, by whoever has the model.
func TestAgain(t *testing.T) {
	var b strings.Builder
	sys := system()
	out := must(must(portfolio.New(viewOf(t, sys), model(), portfolio.Options{})).Run(t.Context(), options))
	for i, r := range out.Record(isms.Party{Kind: isms.KindRole, ID: "ciso"}) {
		sys.Risks[i] = r
	}
	require.NoError(t, isms.Encode(&b, sys))
	read := must(isms.Decode("isms.json", []byte(b.String())))
	n := 0
	for _, r := range read.Risks {
		for _, a := range r.Assessments {
			if len(a.Quantified.Figures) > 0 {
				require.Equal(t, a.Quantified, must(portfolio.Again(t.Context(), model(), r, a.Quantified)))
				n++
			}
		}
	}
	require.Equal(t, 4, n)

	r := read.Risks[0]
	q := r.Assessments[2].Quantified
	other := model()
	other.Scenarios[0].LossTrend = 0.1
	_, err := portfolio.Again(t.Context(), other, r, q)
	require.ErrorContains(t, err, "digest")
	other.ID = "acme-2028"
	_, err = portfolio.Again(t.Context(), other, r, q)
	require.EqualError(t, err, `portfolio: again: the model: got "acme-2028", want "acme-2027", of which the figures are`)
	r.Modeled = modeled("fire")
	_, err = portfolio.Again(t.Context(), model(), r, q)
	require.ErrorContains(t, err, `"fire"`)
	r.Modeled = modeled("ransomware", "fraud")
	q.Source.Algorithm = "another/1"
	_, err = portfolio.Again(t.Context(), model(), r, q)
	require.ErrorContains(t, err, "algorithm")
}

// TestCodes: the page has each code with what it means.
func TestCodes(t *testing.T) {
	page := string(must(os.ReadFile("../../docs/reports.md")))
	for _, c := range portfolio.Codes() {
		require.Contains(t, page, "| "+c.ID+" | "+c.Means+" |")
	}
}

// TestInfiniteMeanIsLeftOut: a figure that does not exist is no figure.
func TestInfiniteMeanIsLeftOut(t *testing.T) {
	m := model()
	m.Scenarios[0].Severity = must(dist.NewPareto(1e4, 0.9))
	p := link(t, system(), m)
	out := must(p.Run(t.Context(), options))
	_, ok := portfolio.Of(out.Today.Quantified, loss.ExpectedLoss, 0)
	require.False(t, ok)
	_, ok = portfolio.Of(out.Today.Quantified, loss.ValueAtRisk, 0.9)
	require.True(t, ok)
}

// TestAloneIsTheWhole: all scenarios by themselves are the model without layers,
// to the last bit.
func TestAloneIsTheWhole(t *testing.T) {
	m := model()
	all := must(portfolio.Alone(m, "ransomware", "fraud", "outage", "flood"))
	m.Layers = nil
	require.Equal(t, m, all)
	require.Equal(t,
		must(must(loss.Compile(m)).Simulate(t.Context(), options)).Provenance(),
		must(must(loss.Compile(all)).Simulate(t.Context(), options)).Provenance())
}

// TestConcurrent: a portfolio serves several goroutines, with the same figures.
func TestConcurrent(t *testing.T) {
	p := link(t, system(), model())
	want := must(p.Run(t.Context(), options)).Risks
	var group sync.WaitGroup
	for range 3 {
		group.Go(func() {
			out, err := p.Run(t.Context(), options)
			if err != nil || !reflect.DeepEqual(want, out.Risks) {
				t.Errorf("got other figures, or %v", err)
			}
		})
	}
	group.Wait()
}
