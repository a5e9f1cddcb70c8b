package yaml_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/yaml"
)

// TestDocs reads the methods of docs/risk.md and holds that what the page says
// of them is so.
func TestDocs(t *testing.T) {
	src, err := os.ReadFile("../../docs/risk.md")
	require.NoError(t, err)
	page := strings.ReplaceAll(string(src), "\r\n", "\n")
	var blocks []string
	for _, part := range strings.Split(page, "\n```yaml\n")[1:] {
		block, _, _ := strings.Cut(part, "```\n")
		blocks = append(blocks, block)
	}
	require.Len(t, blocks, 5)

	office, err := yaml.Decode("office.yaml", []byte(blocks[0]))
	require.NoError(t, err)
	require.Equal(t, "acme/office@1", office.Ref().String())
	require.Empty(t, office.Advice())
	rows := regexp.MustCompile("(?m)^\\| `(.*?)` \\| `(.*?)` \\| `(.*?)` \\| `(.*?)` \\|$").FindAllStringSubmatch(page, -1)
	require.Len(t, rows, 3)
	for _, row := range rows {
		e, err := office.Explain(risk.Inputs{"likelihood": row[1], "harm": row[2]})
		require.NoError(t, err)
		require.Equal(t, row[3], e.Rating.Level)
		require.Equal(t, row[4], e.Reasons[0].Path)
	}
	require.InDelta(t, 10_000, *office.Factors[1].Scale.Levels[0].Max, 0)

	plant, err := yaml.Decode("plant.yaml", []byte(blocks[1]))
	require.NoError(t, err)
	require.Empty(t, plant.Advice())

	apps, err := yaml.Decode("apps.yaml", []byte(blocks[2]))
	require.NoError(t, err)
	require.Empty(t, apps.Advice())
	for _, f := range risk.Check(apps) {
		require.Equal(t, risk.Proved, f.Verdict, f)
	}
	in := risk.Inputs{"skill": "user", "reward": "some", "data": "secret"}
	r, err := apps.Rate(in)
	require.NoError(t, err)
	require.Equal(t, "red", r.Level)
	in["money"] = "small"
	r, err = apps.Rate(in)
	require.NoError(t, err)
	require.Equal(t, "amber", r.Level, "the damage in money comes first")

	_, err = yaml.Decode("small.yaml", []byte(blocks[3]))
	require.Error(t, err)
	require.Contains(t, page, "```\n"+err.Error()+"\n```")

	criteria, err := yaml.DecodeCriteria("criteria.yaml", []byte(blocks[4]), office)
	require.NoError(t, err)
	amber, ok := criteria.For("amber")
	require.True(t, ok)
	require.Equal(t, risk.LevelCriterion{Level: "amber", Authority: risk.OwnerAuthority}, amber)
}
