package ebios_test

import (
	"encoding"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/ebios"
	"github.com/ismskit/ismskit/risk/internal/facts"
)

// ratings are the inputs that have a text form, one new value each.
var ratings = map[string]func() textForm{
	"risk":        func() textForm { return new(ebios.Risk) },
	"pair":        func() textForm { return new(ebios.Pair) },
	"path":        func() textForm { return new(ebios.Path) },
	"stakeholder": func() textForm { return new(ebios.Stakeholder) },
}

type textForm = interface {
	encoding.TextMarshaler
	encoding.TextUnmarshaler
}

func TestText(t *testing.T) {
	for name, c := range map[string]struct {
		value textForm
		text  string
	}{
		"risk":        {&ebios.Risk{Severity: ebios.G2, Likelihood: ebios.V3}, "likelihood=V3, severity=G2"},
		"pair":        {&ebios.Pair{Motivation: ebios.Plus2, Resources: ebios.Plus1}, "motivation=++, resources=+"},
		"path":        {&ebios.Path{Probability: ebios.P3, Difficulty: ebios.D2}, "difficulty=2, probability=3"},
		"stakeholder": {&ebios.Stakeholder{Dependency: 3, Penetration: 4, Maturity: 2, Trust: 1}, "dependency=3, maturity=2, penetration=4, trust=1"},
	} {
		require.Equal(t, c.text, facts.Text(t, c.value))
		again := ratings[name]()
		require.NoError(t, again.UnmarshalText([]byte(c.text)))
		require.Equal(t, c.value, again)
		_, err := ratings[name]().MarshalText()
		require.Error(t, err, "nothing is stated")
	}
}

func TestTextRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"motivation=++":                            `factor "resources": is missing`,
		"motivation=++, resources=++++":            `factor "resources": got "++++", want one of +, ++, +++`,
		"motivation=++, resources=+, trust=3":      `factor "trust": is not of this method`,
		"motivation=++, motivation=+":              `factor "motivation" is given twice`,
		"resources":                                "want factor=word",
		"motivation=\"++\", resources=+, activity": "want factor=word",
	} {
		x := ebios.Pair{Motivation: ebios.Plus3, Resources: ebios.Plus3}
		require.ErrorContains(t, x.UnmarshalText([]byte(text)), want)
		require.Equal(t, ebios.Pair{Motivation: ebios.Plus3, Resources: ebios.Plus3}, x, "left alone")
	}
}

// FuzzText: what is read is written so that it reads as the same.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"likelihood=V3, severity=G2", "severity=critical, likelihood=likely", "motivation=++, resources=+",
		"difficulty=2, probability=3", `probability="above 90 %", difficulty=negligible`, "dependency=3, maturity=2, penetration=4, trust=1", "a=b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, value := range ratings {
			x := value()
			if x.UnmarshalText([]byte(s)) != nil {
				continue
			}
			written := facts.Text(t, x)
			again := value()
			require.NoError(t, again.UnmarshalText([]byte(written)), name)
			require.Equal(t, x, again, name)
		}
	})
}

// words are the enumerations.
var words = map[string]func() textForm{
	"level":       func() textForm { return new(ebios.Level) },
	"severity":    func() textForm { return new(ebios.Severity) },
	"likelihood":  func() textForm { return new(ebios.Likelihood) },
	"plus":        func() textForm { return new(ebios.Plus) },
	"zone":        func() textForm { return new(ebios.Zone) },
	"probability": func() textForm { return new(ebios.Probability) },
	"difficulty":  func() textForm { return new(ebios.Difficulty) },
	"exposure":    func() textForm { return new(ebios.ExposureBand) },
	"reliability": func() textForm { return new(ebios.ReliabilityBand) },
}

func TestWords(t *testing.T) {
	for name, all := range map[string][]string{
		"level":       {"low", "medium", "high"},
		"severity":    {"G1", "G2", "G3", "G4", "G5"},
		"likelihood":  {"V0", "V1", "V2", "V3", "V4"},
		"plus":        {"+", "++", "+++"},
		"zone":        {"out-of-scope", "watch", "control", "danger"},
		"probability": {"0", "1", "2", "3", "4"},
		"difficulty":  {"0", "1", "2", "3", "4"},
		"exposure":    {"<3", "3-6", "7-9", ">9"},
		"reliability": {"<4", "4-5", "6-7", ">7"},
	} {
		for _, word := range append(all, "") {
			v := words[name]()
			require.NoError(t, v.UnmarshalText([]byte(word)), name)
			require.Equal(t, word, facts.Text(t, v), name)
		}
		require.ErrorContains(t, words[name]().UnmarshalText([]byte("elsewhere")), `got "elsewhere", want one of `+all[0], name)
	}
	_, err := ebios.Zone(9).MarshalText()
	require.EqualError(t, err, "ebios: zone: got the number 9, want 0 to 4")
}

// FuzzWords: a word that is read is written the same.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "low", "G5", "V0", "+++", "out-of-scope", "4", "<3", ">7", "danger "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, value := range words {
			if v := value(); v.UnmarshalText([]byte(s)) == nil {
				require.Equal(t, s, facts.Text(t, v), name)
			}
		}
	})
}
