package risk_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
)

// toPlant translates from office: its likelihood is a threat there, its harm a
// value, and no guard is assumed.
func toPlant() risk.Translation {
	return risk.Translation{
		From: office().Ref(), To: plant().Ref(),
		Factors: []risk.TranslatedFactor{
			{Factor: "value", Of: "harm", Levels: map[string]string{"minor": "low", "severe": "high"}},
			{Factor: "threat", Of: "likelihood", Levels: map[string]string{"rare": "rare", "likely": "often"}},
			{Factor: "guard", Always: "none"},
		},
	}
}

func brokenTranslations() []struct {
	name   string
	change func(t *risk.Translation)
	want   []string
} {
	return []struct {
		name   string
		change func(t *risk.Translation)
		want   []string
	}{
		{"nothing", func(*risk.Translation) {}, nil},
		{"levels of the same id", func(t *risk.Translation) { t.Factors[1].Levels = nil }, nil},
		{"from another method", func(t *risk.Translation) { t.From.Version = "4" }, []string{"RT001 /from"}},
		{"to another method", func(t *risk.Translation) { t.To = t.From }, []string{"RT001 /to"}},
		{"no such factor", func(t *risk.Translation) { t.Factors[2].Factor = "gard" }, []string{"RT002 /factors/2/factor", "RT004 /factors"}},
		{"of no factor", func(t *risk.Translation) { t.Factors[0].Of = "value" }, []string{"RT002 /factors/0/of"}},
		{"a factor twice", func(t *risk.Translation) { t.Factors = append(t.Factors, t.Factors[0]) }, []string{"RT003 /factors/3/factor"}},
		{"a factor is forgotten", func(t *risk.Translation) { t.Factors = t.Factors[:2] }, []string{"RT004 /factors"}},
		{"a level of no scale", func(t *risk.Translation) { t.Factors[0].Levels["major/"] = "low" }, []string{"RT005 /factors/0/levels/major~1"}},
		{"to a level of no scale", func(t *risk.Translation) { t.Factors[0].Levels["major"] = "top" }, []string{"RT005 /factors/0/levels/major"}},
		{"always no level", func(t *risk.Translation) { t.Factors[2].Always = "nine" }, []string{"RT005 /factors/2/always"}},
		{"of nothing", func(t *risk.Translation) { t.Factors[2].Always = "" }, []string{"RT006 /factors/2"}},
		{"of something and always", func(t *risk.Translation) { t.Factors[2].Of = "harm" }, []string{"RT006 /factors/2"}},
		{"always, by level", func(t *risk.Translation) { t.Factors[2].Levels = map[string]string{"minor": "none"} }, []string{"RT006 /factors/2"}},
	}
}

func TestTranslationProblems(t *testing.T) {
	for _, c := range brokenTranslations() {
		t.Run(c.name, func(t *testing.T) {
			tr := toPlant()
			c.change(&tr)
			require.Equal(t, c.want, places(tr.Problems(office(), plant())))
		})
	}
}

func TestTranslationInputs(t *testing.T) {
	for name, c := range map[string]struct {
		in, want, err string
	}{
		"by id":          {in: "likelihood=likely, harm=severe", want: "guard=none, threat=often, value=high"},
		"by label":       {in: "likelihood=Rare, harm=minor", want: "guard=none, threat=rare, value=low"},
		"no counterpart": {in: "likelihood=likely, harm=Major", err: `risk: translation to acme/plant@1: level "major" of factor "harm" has no translation for factor "value"`},
		"not an input":   {in: "likelihood=likely, harm=sever", err: `risk: method acme/office@3: factor "harm": got "sever", want one of minor, major, severe; did you mean "severe"?`},
	} {
		t.Run(name, func(t *testing.T) {
			in, err := risk.ParseInputs(c.in)
			require.NoError(t, err)
			out, err := toPlant().Inputs(office(), in)
			if c.err != "" {
				require.EqualError(t, err, c.err)
				require.Nil(t, out)
				return
			}
			require.NoError(t, err)
			require.Equal(t, c.want, out.Text())
			_, err = plant().Rate(out)
			require.NoError(t, err)
		})
	}
	_, err := toPlant().Inputs(plant(), risk.Inputs{})
	require.EqualError(t, err, "risk: translation: got inputs of method acme/plant@1, want acme/office@3")
}

func TestTranslationLeavesOut(t *testing.T) {
	from := office()
	from.Factors[1].Optional = true
	out, err := toPlant().Inputs(from, risk.Inputs{"likelihood": "rare"})
	require.NoError(t, err)
	require.Equal(t, risk.Inputs{"threat": "rare", "guard": "none"}, out)
}
