package file_test

import (
	"bytes"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/loss/file"
	"github.com/ismskit/ismskit/risk/loss/yaml"
)

// TestFair: a tree in a file is the scenario that package fair makes of it, with
// what else stands beside it.
func TestFair(t *testing.T) {
	tree := fair.Tree{
		Title: "Phishing", ContactFrequency: loss.Uncertain{Name: "contacts", Per: loss.Year, Dist: must(dist.NewPERT(20, 60, 200))}, ProbabilityOfAction: loss.Fixed(0.1),
		TCap: must(dist.NewUniform(0, 1)), Resistance: must(dist.NewPERT(0.2, 0.6, 0.9)),
		PrimaryForms: fair.Forms{Productivity: must(dist.NewConstant(2500)), Response: must(dist.NewExponential(1e4))},
		Secondary:    []fair.Secondary{{ID: "fine", SLEF: loss.Fixed(0.05), SLM: must(dist.NewPERT(1e4, 5e4, 1e6))}},
	}
	const text = `
id: m
scenarios:
  - id: phishing
    %s:
      title: Phishing
      contactFrequency: {name: contacts, per: year, dist: "pert(min=20, mode=60, max=200)"}
      probabilityOfAction: 0.1
      tCap: uniform(min=0, max=1)
      resistance: pert(min=0.2, mode=0.6, max=0.9)
      primaryForms: {productivity: 2500, response: exponential(mean=1e4)}
      secondary: [{id: fine, slef: 0.05, slm: "pert(min=1e4, mode=5e4, max=1e6)"}]
    eventLimit: 1e6
    lossTrend: 0.02
`
	for member, of := range map[string]func(fair.Tree, string) (loss.Scenario, error){"fair": fair.Tree.Scenario, "fairProduct": fair.Tree.Product} {
		m, err := yaml.Decode("m.yaml", bytes.Replace([]byte(text), []byte("%s"), []byte(member), 1))
		require.NoError(t, err)
		want := must(of(tree, "phishing"))
		want.EventLimit, want.LossTrend = 1e6, 0.02
		require.Equal(t, []loss.Scenario{want}, m.Scenarios)

		var b bytes.Buffer
		require.NoError(t, file.Encode(&b, m))
		again, err := file.Decode("m.json", b.Bytes())
		require.NoError(t, err)
		require.Equal(t, m, again, "written as the scenario that it is")
	}
}

// TestEveryFactor: each factor of a tree has a member, by the name it has in Go.
func TestEveryFactor(t *testing.T) {
	for _, c := range []struct {
		of     reflect.Type
		within string
	}{
		{reflect.TypeFor[fair.Tree](), `{"id":"m","scenarios":[{"id":"s","fair":{%s:{"no such":1}}}]}`},
		{reflect.TypeFor[fair.Secondary](), `{"id":"m","scenarios":[{"id":"s","fair":{"secondary":[{%s:{"no such":1}}]}}]}`},
		{reflect.TypeFor[fair.Forms](), `{"id":"m","scenarios":[{"id":"s","fair":{"primaryForms":{%s:{"no such":1}}}}]}`},
	} {
		for f := range c.of.Fields() {
			name, _, _ := bytes.Cut([]byte(f.Tag.Get("json")), []byte(","))
			_, err := file.Decode("m.json", bytes.Replace([]byte(c.within), []byte("%s"), []byte(`"`+string(name)+`"`), 1))
			require.ErrorContains(t, err, "/"+string(name), "it is known")
			require.NotContains(t, err.Error(), `unknown member "`+string(name)+`"`)
		}
	}
}

func TestBadFair(t *testing.T) {
	for name, c := range map[string]struct{ src, want string }{
		"beside what it stands for": {
			"id: m\nscenarios:\n  - id: s\n    fair: {lef: 2, primary: 5}\n    severity: 5\n    period: 2\n",
			"m.yaml:5:15: /scenarios/0/severity: got severity beside fair, want one of the two (LF001)\n" +
				"m.yaml:6:13: /scenarios/0/period: got period beside fair, want one of the two (LF001)",
		},
		"both kinds": {
			"id: m\nscenarios:\n  - id: s\n    fair: {lef: 2, primary: 5}\n    fairProduct: {lef: 2, primary: 5}\n",
			"m.yaml:4:11: /scenarios/0/fair: got fair beside fairProduct, want one of the two (LF001)\n" +
				"m.yaml:5:18: /scenarios/0/fairProduct: got fairProduct beside fair, want one of the two (LF001)",
		},
		"an unknown factor": {
			"id: m\nscenarios:\n  - id: s\n    fair: {lef: 2, primry: 5}\n",
			"m.yaml:4:20: /scenarios/0/fair/primry: unknown member \"primry\" (D022); did you mean \"primary\"?",
		},
		"too much, for reasons beside the tree": {
			"id: m\nyears: 50\nscenarios:\n  - id: s\n    fair: {lef: 2, primary: 5}\n    lossTrend: 10\n",
			"m.yaml:5:11: /scenarios/0/fair: got constant(value=5), want a mean up to 1e30 in each year (LM014)",
		},
		"no object": {
			"id: m\nscenarios:\n  - id: s\n    fair: 5\n",
			"m.yaml:4:11: /scenarios/0/fair: got the number 5, want an object (D021)",
		},
	} {
		t.Run(name, func(t *testing.T) {
			m, err := yaml.Decode("m.yaml", []byte(c.src))
			require.EqualError(t, err, c.want)
			require.Zero(t, m)
		})
	}
	_, err := yaml.Decode("m.yaml", []byte("id: m\nscenarios:\n  - id: s\n    fair:\n      tef: -2\n      primary: 5\n      tCap: 5\n"))
	require.ErrorContains(t, err, "m.yaml:5:12: /scenarios/0/fair/tef: got -2")
	require.ErrorContains(t, err, "/scenarios/0/fair/resistance: got nothing")
}
