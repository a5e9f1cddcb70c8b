package yaml_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/risk/yaml"
)

func TestDecodeTranslation(t *testing.T) {
	unknown := "from: iso27005/qualitativ@2022\nto: nobody/has@1\nfactors: [{factor: a, of: b}]\n"
	_, err := yaml.DecodeTranslation("t.yaml", []byte(unknown), methods.All())
	require.EqualError(t, err, `t.yaml:1:7: /from: method is not known: got "iso27005/qualitativ@2022" (RT001); did you mean "iso27005/qualitative@2022"?
t.yaml:2:5: /to: method is not known: got "nobody/has@1" (RT001)`)

	m := risk.Method{
		ID: "own", Version: "1", Factors: []risk.Factor{{ID: "likelihood", Scale: risk.Scale{Levels: []risk.Level{{ID: "no"}, {ID: "yes"}}}}},
		Levels: []risk.Level{{ID: "no"}, {ID: "yes"}}, Table: risk.Table{{"no", "yes"}, {"no", "yes"}},
	}
	require.Empty(t, m.Problems())
	ms := append(methods.All(), m)
	src := "from: iso27005/qualitative@2022\nto: own@1\nfactors:\n  - {factor: likelihood, of: likelihood, levels: {1: no, 5: yse}}\n"
	_, err = yaml.DecodeTranslation("t.yaml", []byte(src), ms)
	require.EqualError(t, err, `t.yaml:4:61: /factors/0/levels/5: level is not on the scale: got "yse", want one of no, yes (RT005); did you mean "yes"?`)
}

func ExampleDecodeTranslation() {
	own := risk.Method{
		ID: "own", Version: "1", Factors: []risk.Factor{{ID: "often", Scale: risk.Scale{Levels: []risk.Level{{ID: "no"}, {ID: "yes"}}}}},
		Levels: []risk.Level{{ID: "no"}, {ID: "yes"}}, Table: risk.Table{{"no", "yes"}, {"no", "yes"}},
	}
	known := append(methods.All(), own)
	t, err := yaml.DecodeTranslation("to-own.yaml", []byte(`
from: iso27005/qualitative@2022
to: own@1
factors:
  - factor: often
    of: likelihood
    levels: {1: no, 2: no, 4: yes, 5: yes}
`), known)
	if err != nil {
		fmt.Println(err)
		return
	}
	from, _ := known.Find(t.From.String())
	fmt.Println(t.Inputs(from, risk.Inputs{"likelihood": "very likely", "consequence": "3"}))
	fmt.Println(t.Inputs(from, risk.Inputs{"likelihood": "3", "consequence": "3"}))
	// Output:
	// map[often:yes] <nil>
	// map[] risk: translation to own@1: level "3" of factor "likelihood" has no translation for factor "often"
}

func ExampleDecodeHarmonization() {
	h, err := yaml.DecodeHarmonization("common.yaml", []byte(`
common:
  levels: [{id: green}, {id: red}]
methods:
  - method: iso27005/qualitative@2022
    levels: {very-low: green, low: green, medium: green, high: red, very-high: red}
`), methods.All())
	if err != nil {
		fmt.Println(err)
		return
	}
	common, ok := h.Level(risk.Rating{Method: risk.MethodRef{ID: "iso27005/qualitative", Version: "2022"}, Level: "high"})
	fmt.Println(common.ID, ok)
	// Output: red true
}
