package file_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/loss/file"
	"github.com/ismskit/ismskit/risk/loss/losstest"
	"github.com/ismskit/ismskit/risk/loss/yaml"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func encoded(t testing.TB, m loss.Model) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, file.Encode(&b, m))
	return b.String()
}

// TestRoundTrip: what is written in either format is read back equal from both,
// and so is what encoding/json writes.
func TestRoundTrip(t *testing.T) {
	for seed := range uint64(150) {
		m := losstest.Generate(rand.New(rand.NewPCG(seed, 7)))
		text := encoded(t, m)
		back, err := file.Decode("m.json", []byte(text))
		require.NoError(t, err, "seed %d\n%s", seed, text)
		require.Equal(t, m, back)
		require.Equal(t, text, encoded(t, back))

		var b bytes.Buffer
		require.NoError(t, yaml.Encode(&b, m))
		back, err = yaml.Decode("m.yaml", b.Bytes())
		require.NoError(t, err, "seed %d\n%s", seed, b.String())
		require.Equal(t, m, back)
		back, err = yaml.Decode("m.yaml", []byte(text)) // JSON is YAML
		require.NoError(t, err)
		require.Equal(t, m, back)

		plain, err := json.Marshal(m)
		require.NoError(t, err)
		back, err = file.Decode("m.json", plain)
		require.NoError(t, err)
		require.Equal(t, m, back)
	}
}

// TestForms: a parameter and a distribution have a short form, which is written,
// and a long one.
func TestForms(t *testing.T) {
	const long = `{"id":"m","scenarios":[{"id":"s","frequency":{"poisson":{"rate":{"dist":"constant(value=0.4)"}}},"severity":"constant(value=2.5e4)"}]}`
	const short = `{"$schema":"loss.schema.json","id":"m","scenarios":[{"id":"s","frequency":{"poisson":{"rate":0.4}},"severity":25000}]}`
	want := loss.Model{ID: "m", Scenarios: []loss.Scenario{{
		ID: "s", Frequency: loss.Poisson{Rate: loss.Fixed(0.4)}, Severity: must(dist.NewConstant(2.5e4)),
	}}}
	for _, text := range []string{long, short} {
		got, err := file.Decode("m.json", []byte(text))
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	var b bytes.Buffer
	require.NoError(t, json.Compact(&b, []byte(encoded(t, want))))
	written := strings.Replace(short, `"$schema":"loss.schema.json",`, "", 1)
	require.Equal(t, written, b.String())
}

func TestBad(t *testing.T) {
	for name, c := range map[string]struct{ src, want string }{
		"nothing": {"", "m.yaml:1:1: the document is empty (D001)"},
		"a list":  {"- id: m\n", "m.yaml:1:1: got a list, want an object (D021)"},
		"no id":   {"scenarios: [{id: s, frequency: {exactly: {events: 1}}, severity: 1}]\n", "m.yaml:1:1: /id: got nothing, want a word (LM001)"},
		"both kinds of fault": {
			"id: m\ncurrency: euro\nscenarios:\n  - id: s\n    frequency: {poisson: {rate: -3}}\n    severty: 5\n    severity: 5\n",
			"m.yaml:2:11: /currency: got \"euro\", want three capital letters of ISO 4217 (LM003)\n" +
				"m.yaml:5:33: /scenarios/0/frequency/poisson/rate: got -3, want a rate from 0 to 1e6 events a year (LM006)\n" +
				"m.yaml:6:5: /scenarios/0/severty: unknown member \"severty\" (D022); did you mean \"severity\"?",
		},
		"what follows is not said": {
			"id: m\nscenarios:\n  - id: [s]\n    frequency: {poisson: {rate: {per: year, dist: 'uniform(min=0)'}}}\n    severity: normal\n" +
				"layers: [{id: l, scenarios: [s]}]\n",
			"m.yaml:3:9: /scenarios/0/id: got a list, want a text (D021)\n" +
				"m.yaml:4:51: /scenarios/0/frequency/poisson/rate/dist: at byte 0: uniform: got no max, want min, max (D025)\n" +
				"m.yaml:5:15: /scenarios/0/severity: at byte 6: got the end of the text, want \"(\" (D025)",
		},
		"a frequency that is none": {
			"id: m\nscenarios: [{id: s, frequency: {poison: {rate: 1}}, severity: 1}]\n",
			`m.yaml:2:33: /scenarios/0/frequency/poison: unknown member "poison" (D022); did you mean "poisson"?`,
		},
		"two frequencies": {
			"id: m\nscenarios: [{id: s, frequency: {poisson: {rate: 1}, exactly: {events: 1}}, severity: 1}]\n",
			"m.yaml:2:32: /scenarios/0/frequency: got an object with 2 members, want an object with one of poisson, negativeBinomial, binomial, bernoulli, exactly, multiplied (D021)",
		},
		"commas in braces": {
			"id: m\nscenarios: [{id: s, frequency: {exactly: {events: 1}}, severity: uniform(min=0, max=1)}]\n",
			"m.yaml:2:66: /scenarios/0/severity: at byte 13: got the end of the text, want \",\" or \")\" (D025); within { } or [ ] a distribution stands in double quotes, because of its commas\n" +
				"m.yaml:2:81: /scenarios/0/max=1): unknown member \"max=1)\" (D022)",
		},
		"units": {
			"id: m\ncurrency: EUR\ndiscount: 5 %\nscenarios:\n  - {id: s, period: quarter, frequency: {poisson: {rate: often}}, severity: 1, eventLimit: 5k}\n" +
				"  - {id: t, period: 0.25, frequency: {poisson: {rate: -1}}, severity: 1, eventLimit: -1}\n",
			"m.yaml:3:11: /discount: got the text \"5 %\", want a number (D021); a share for each year: 0.05 for 5 %\n" +
				"m.yaml:5:21: /scenarios/0/period: got the text \"quarter\", want a number (D021); the number of years that the frequency is of: 0.25 for a quarter, 10 for a decade\n" +
				"m.yaml:5:58: /scenarios/0/frequency/poisson/rate: got the text \"often\", want a number or an object (D021); events per period, on average: 0.4, or {per: year, dist: …} if it is not known\n" +
				"m.yaml:5:92: /scenarios/0/eventLimit: got the text \"5k\", want a number (D021); digits alone: 5000 or 5e3; the currency is that of the model\n" +
				"m.yaml:6:55: /scenarios/1/frequency/poisson/rate: got -1, want a rate from 0 to 1e6 events in 0.25 years (LM006)\n" +
				"m.yaml:6:86: /scenarios/1/eventLimit: got -1, want an amount from 0 to 1e30 EUR (LM005)",
		},
		"a function": {
			"id: m\nscenarios: [{id: s, own: {name: mine}}]\n",
			"m.yaml:2:26: /scenarios/0/own: got no function, want one that draws the annual loss; it is not read from files (LM015)",
		},
		"a matrix": {
			"id: m\nscenarios:\n  - {id: a, frequency: {exactly: {events: 1}}, severity: 1}\n  - {id: bravo, frequency: {exactly: {events: 1}}, severity: 1}\n" +
				"links: [{on: frequency, scenarios: [a, brava], correlation: [[1, 0.5], [0.4, 1]]}]\n",
			"m.yaml:5:40: /links/0/scenarios/1: got \"brava\", want the id of a scenario of the model (LM016); did you mean \"bravo\"?\n" +
				"m.yaml:5:73: /links/0/correlation/1/0: got 0.4, want 0.5, as on the other side of the diagonal (LM019)",
		},
	} {
		t.Run(name, func(t *testing.T) {
			m, err := yaml.Decode("m.yaml", []byte(c.src))
			require.EqualError(t, err, c.want)
			require.Zero(t, m)
			_, ok := errors.AsType[file.Problems](err)
			require.True(t, ok)
		})
	}
}

// TestManyFaults: as many are listed as anybody reads, and soon.
func TestManyFaults(t *testing.T) {
	var m loss.Model
	for i := range 1000 {
		s := loss.Scenario{ID: fmt.Sprint(i)}
		for range 20 {
			s.Then = append(s.Then, loss.Stage{Correlation: 5})
		}
		m.Scenarios = append(m.Scenarios, s)
	}
	_, err := file.Decode("m.json", []byte(encoded(t, m)))
	ps, ok := errors.AsType[file.Problems](err)
	require.True(t, ok)
	require.Len(t, ps, 1001)
	require.True(t, slices.ContainsFunc(ps, func(p file.Problem) bool { return p.Code == "D099" }))
}

func TestEncodeErrors(t *testing.T) {
	m := loss.Model{ID: "m", Discount: must(dist.NewPareto(1, 0.5)).Mean()}
	require.EqualError(t, file.Encode(&bytes.Buffer{}, m), "file: encode: doc: encode: /discount: got +Inf, want a finite number")
	m = loss.Model{Scenarios: []loss.Scenario{{Frequency: &loss.Poisson{}}}}
	require.EqualError(t, yaml.Encode(&bytes.Buffer{}, m),
		"yaml: encode: doc: encode: /scenarios/0/frequency: got a *loss.Poisson, want one of poisson, negativeBinomial, binomial, bernoulli, exactly, multiplied")
}

func ExampleDecode() {
	m, err := file.Decode("fire.json", []byte(`{
  "id": "fire", "currency": "EUR",
  "scenarios": [{"id": "server room", "frequency": {"bernoulli": {"probability": 0.01}}, "severity": "lognormal90(low=1e5, high=1e7)"}]
}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m.Scenarios[0].Severity.Mean() > 1e6)
	_, err = file.Decode("fire.json", []byte(`{
  "id": "fire", "currency": "EUR",
  "scenarios": [{"id": "server room", "frequency": {"bernoulli": {"probability": 1.01}}, "severity": "lognormal90(low=1e5, hihg=1e7)"}]
}`))
	fmt.Println(err)
	// Output:
	// true
	// fire.json:3:82: /scenarios/0/frequency/bernoulli/probability: got 1.01, want a probability from 0 to 1 (LM006)
	// fire.json:3:102: /scenarios/0/severity: at byte 21: lognormal90: got parameter "hihg", want "high" (D025)
}
