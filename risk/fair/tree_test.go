package fair_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
)

func TestJSON(t *testing.T) {
	for name, tree := range map[string]fair.Tree{"full": full(), "yardstick": yardstick(), "nothing": {}} {
		t.Run(name, func(t *testing.T) {
			text := must(json.Marshal(tree))
			var back fair.Tree
			require.NoError(t, json.Unmarshal(text, &back))
			require.Equal(t, tree, back)
			require.Equal(t, string(text), string(must(json.Marshal(back))))
		})
	}
	golden.Equal(t, "full.json", string(must(json.MarshalIndent(full(), "", "  ")))+"\n")
	for _, text := range []string{
		`{"tCap":"normal("}`, `{"tef":{"per":"day"}}`, `{"primaryForms":{"response":3}}`, `{"secondary":[{"slm":"x"}]}`, `{"secondary":3}`, `[]`,
	} {
		require.Error(t, json.Unmarshal([]byte(text), &fair.Tree{}), text)
	}
}

// TestProblems has a tree with one fault each.
func TestProblems(t *testing.T) {
	value, rate, half := parse("exponential(mean=1)"), loss.Fixed(2), loss.Fixed(0.5)
	for name, c := range map[string]struct {
		change func(f *fair.Tree)
		want   string
	}{
		"nothing":                 {func(f *fair.Tree) { *f = fair.Tree{Primary: value} }, "FT003 /lef: got nothing, want the loss event frequency; or tef, or contactFrequency and probabilityOfAction, with vulnerability, or tCap and resistance"},
		"no threats":              {func(f *fair.Tree) { f.TEF = loss.Uncertain{} }, "FT003 /tef: got nothing, want the threat event frequency, or contactFrequency and probabilityOfAction: vulnerability is of threat events"},
		"no vulnerability":        {func(f *fair.Tree) { f.Vulnerability = loss.Uncertain{} }, "FT003 /vulnerability: got nothing, want the vulnerability, or tCap and resistance; where each threat event is a loss event, lef in place of what is above"},
		"lef and all below":       {func(f *fair.Tree) { f.LEF = rate }, "FT001 /tef: got a value, want none: lef, which would be derived from it, is given\nFT001 /vulnerability: got a value, want none: lef, which would be derived from it, is given"},
		"tef and contacts":        {func(f *fair.Tree) { f.ContactFrequency = rate }, "FT001 /contactFrequency: got a value, want none: tef, which would be derived from it, is given"},
		"tef and action":          {func(f *fair.Tree) { f.ProbabilityOfAction = half }, "FT001 /probabilityOfAction: got a value, want none: tef, which would be derived from it, is given"},
		"contact without action":  {func(f *fair.Tree) { f.TEF, f.ContactFrequency = loss.Uncertain{}, rate }, "FT002 /probabilityOfAction: got nothing, want a value: contactFrequency is given, and says nothing alone"},
		"action without contact":  {func(f *fair.Tree) { f.TEF, f.ProbabilityOfAction = loss.Uncertain{}, half }, "FT002 /contactFrequency: got nothing, want a value: probabilityOfAction is given, and says nothing alone"},
		"vulnerability and tCap":  {func(f *fair.Tree) { f.TCap = value }, "FT001 /tCap: got a value, want none: vulnerability, which would be derived from it, is given"},
		"tCap without resistance": {func(f *fair.Tree) { f.Vulnerability, f.TCap = loss.Uncertain{}, value }, "FT002 /resistance: got nothing, want a value: tCap is given, and says nothing alone"},
		"resistance without tCap": {func(f *fair.Tree) { f.Vulnerability, f.Resistance = loss.Uncertain{}, value }, "FT002 /tCap: got nothing, want a value: resistance is given, and says nothing alone"},
		"no magnitude":            {func(f *fair.Tree) { f.Primary = nil }, "FT003 /primary: got nothing, want a distribution of the loss of an event, or primaryForms"},
		"magnitude and forms":     {func(f *fair.Tree) { f.PrimaryForms.Response = value }, "FT001 /primaryForms: got 1, want none: primary, which would be their sum, is given"},
		"no slef":                 {func(f *fair.Tree) { f.Secondary = []fair.Secondary{{SLM: value}} }, "FT003 /secondary/0/slef: got nothing, want the probability that it follows, given a loss event"},
		"no slm":                  {func(f *fair.Tree) { f.Secondary = []fair.Secondary{{SLEF: half}} }, "FT003 /secondary/0/slm: got nothing, want a distribution of the loss of an event, or forms"},
		"slm and forms": {func(f *fair.Tree) {
			f.Secondary = []fair.Secondary{{SLEF: half, SLM: value, Forms: fair.Forms{Response: value}}}
		}, "FT001 /secondary/0/forms: got 1, want none: slm, which would be their sum, is given"},
		"streams without ids": {func(f *fair.Tree) {
			f.Secondary = []fair.Secondary{{ID: "a", SLEF: half, SLM: value}, {SLEF: half, SLM: value}}
		}, "FT004 /secondary/1/id: got nothing, want a word: there are several streams"},
		"streams with one id": {func(f *fair.Tree) {
			f.Secondary = []fair.Secondary{{ID: "a", SLEF: half, SLM: value}, {ID: "a", SLEF: half, SLM: value}}
		}, `FT004 /secondary/1/id: got "a", want one that no other stream has`},
		"too many streams":      {func(f *fair.Tree) { f.Secondary = streams(21) }, "FT005 /secondary: got 21, want at most 20 streams, and forms of primary loss beyond the first"},
		"a probability above 1": {func(f *fair.Tree) { f.Vulnerability = loss.Fixed(1.5) }, "LM006 /vulnerability: got 1.5, want a probability from 0 to 1"},
		"an uncertain one":      {func(f *fair.Tree) { f.Vulnerability = per(loss.Year, "uniform(min=0, max=2)") }, "LM006 /vulnerability/dist: got uniform(min=0, max=2), want a probability from 0 to 1"},
		"a slef that is a rate": {func(f *fair.Tree) { f.Secondary = []fair.Secondary{{SLEF: loss.Fixed(3), SLM: value}} }, "LM006 /secondary/0/slef: got 3, want a probability from 0 to 1"},
		"no number":             {func(f *fair.Tree) { f.Vulnerability = loss.Fixed(nan()) }, "LM006 /vulnerability: got no finite number, want a probability from 0 to 1"},
		"a negative rate":       {func(f *fair.Tree) { f.TEF = loss.Fixed(-1) }, "LM006 /tef: got -1, want a rate from 0 to 1e6 events a year"},
		"a rate per event":      {func(f *fair.Tree) { f.TEF = per(loss.Event, "uniform(min=0, max=2)") }, "LM007 /tef/per: got event, want year or once: a rate is of many events"},
		"how often":             {func(f *fair.Tree) { f.TEF = per(0, "uniform(min=0, max=2)") }, "LM007 /tef/per: got 0, want event, year or once"},
		"a negative loss":       {func(f *fair.Tree) { f.Primary = parse("normal(mean=0, sd=1)") }, "LM012 /primary: got normal(mean=0, sd=1), want a distribution of amounts from 0 to 1e30"},
		"a negative form":       {func(f *fair.Tree) { f.Primary, f.PrimaryForms.Reputation = nil, parse("constant(value=-1)") }, "LM012 /primaryForms/reputation: got constant(value=-1), want a distribution of amounts from 0 to 1e30"},
		"a negative secondary form": {func(f *fair.Tree) {
			f.Secondary = []fair.Secondary{{SLEF: half, Forms: fair.Forms{Response: parse("constant(value=-1)")}}}
		}, "LM012 /secondary/0/forms/response: got constant(value=-1), want a distribution of amounts from 0 to 1e30"},
		"a name of two": {func(f *fair.Tree) {
			f.Vulnerability = loss.Uncertain{Name: "n", Per: loss.Year, Dist: parse("uniform(min=0, max=1)")}
			f.Secondary = []fair.Secondary{{SLEF: loss.Uncertain{Name: "n", Per: loss.Year, Dist: parse("uniform(min=0, max=0.5)")}, SLM: value}}
		}, `LM008 /secondary/0/slef: got "n" for uniform(min=0, max=0.5), want what the name stands for elsewhere, uniform(min=0, max=1)`},
	} {
		t.Run(name, func(t *testing.T) {
			tree := fair.Tree{TEF: rate, Vulnerability: half, Primary: value}
			c.change(&tree)
			s, err := tree.Scenario("s")
			require.Zero(t, s)
			ps, ok := errors.AsType[fair.Problems](err)
			require.True(t, ok)
			var lines []string
			for _, p := range ps {
				lines = append(lines, p.Code+strings.TrimPrefix(p.Error(), "fair:"))
			}
			require.Equal(t, c.want, strings.Join(lines, "\n"))
			_, fault := tree.Product("s")
			require.Equal(t, err, fault)
			_, fault = tree.Explain(t.Context())
			require.Equal(t, err, fault)
		})
	}
}

// streams returns n of them.
func streams(n int) []fair.Secondary {
	all := make([]fair.Secondary, n)
	for i := range all {
		all[i] = fair.Secondary{ID: fmt.Sprint("s", i), SLEF: loss.Fixed(0.5), SLM: parse("exponential(mean=1)")}
	}
	return all
}

func TestAllProblemsAtOnce(t *testing.T) {
	_, err := fair.Tree{
		LEF: loss.Fixed(-1), TEF: loss.Fixed(1), TCap: parse("uniform(min=0, max=1)"),
		Secondary: []fair.Secondary{{SLEF: loss.Fixed(2)}},
	}.Scenario("s")
	require.EqualError(t, err, `fair: /tef: got a value, want none: lef, which would be derived from it, is given
fair: /tCap: got a value, want none: lef, which would be derived from it, is given
fair: /primary: got nothing, want a distribution of the loss of an event, or primaryForms
fair: /secondary/0/slm: got nothing, want a distribution of the loss of an event, or forms
fair: /lef: got -1, want a rate from 0 to 1e6 events a year
fair: /secondary/0/slef: got 2, want a probability from 0 to 1`)
}

// TestCodes holds that codes stay what they are.
func TestCodes(t *testing.T) {
	var text strings.Builder
	for _, c := range fair.Codes() {
		fmt.Fprintf(&text, "%s\t%s\n", c.ID, c.Means)
	}
	golden.Equal(t, "codes.tsv", text.String())
}
