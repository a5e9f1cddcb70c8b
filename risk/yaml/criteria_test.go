package yaml_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/bsi200"
	"github.com/ismskit/ismskit/risk/yaml"
)

func TestDecodeCriteria(t *testing.T) {
	for name, c := range map[string]struct{ src, text string }{
		"levels that are not decided well": {
			"levels:\n  - {level: gering, authority: risk owner}\n  - {level: mitel, authority: management}\n" +
				"  - {level: hoch, acceptable: true, authority: management}\n  - {level: sehr hoch}\n",
			"c.yaml:2:3: /levels: level of risk has no criterion, want mittel (RC001)\n" +
				`c.yaml:3:13: /levels/1/level: criterion is for no level of method bsi200/matrix@1.0: got "mitel", want one of gering, mittel, hoch, sehr hoch (RC002); did you mean "mittel"?` + "\n" +
				`c.yaml:4:31: /levels/2/acceptable: level is acceptable although a lower one is not: got "hoch", want no acceptable level above gering (RC005)` + "\n" +
				"c.yaml:5:5: /levels/3/authority: authority is missing (RC004)",
		},
		"a member that is not one": {
			"levels:\n  - {level: gering, authorty: management}\n",
			`c.yaml:2:21: /levels/0/authorty: unknown member "authorty" (D022); did you mean "authority"?`,
		},
	} {
		got, err := yaml.DecodeCriteria("c.yaml", []byte(c.src), bsi200.Matrix())
		require.EqualError(t, err, c.text, name)
		require.Zero(t, got)
	}
}

func ExampleDecodeCriteria() {
	c, err := yaml.DecodeCriteria("criteria.yaml", []byte(`
levels:
  - {level: gering,    authority: risk owner, acceptable: true}
  - {level: mittel,    authority: risk owner}
  - {level: hoch,      authority: management}
  - {level: sehr hoch, authority: board}
`), bsi200.Matrix())
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := bsi200.Matrix().Rate(risk.Inputs{"frequency": "häufig", "damage": "beträchtlich"})
	if err != nil {
		fmt.Println(err)
		return
	}
	decide, _ := c.For(r.Level)
	fmt.Println(r.Level, decide.Acceptable, decide.Authority)
	// Output: hoch false management
}
