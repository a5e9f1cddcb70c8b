package annexa_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

// baseline is a set without problems.
func baseline() annexa.Catalogue {
	return annexa.Catalogue{
		Set: "acme:1", Title: "Acme baseline", Source: "Acme policy board, 2026-03-01",
		Groups: []annexa.Group{{ID: "access", Title: "Access"}, {ID: "cloud", Title: "Cloud"}},
		Controls: []annexa.CatalogueControl{
			{ID: "X-1", Title: "Sign-in with keys", Group: "access", Text: "Everybody signs in with a hardware key."},
			{ID: "X-2", Title: "Two accounts for administrators", Group: "access"},
			{ID: "X-10", Title: "Approved regions only", Group: "cloud"},
			{ID: "5.07", Title: "A number stays as typed"},
		},
	}
}

func TestCatalogueProblems(t *testing.T) {
	require.Empty(t, baseline().Problems())
	for _, c := range []struct {
		name   string
		change func(*annexa.Catalogue)
		want   []string
	}{
		{"no name", func(c *annexa.Catalogue) { c.Set = "" }, []string{"CA001 /set"}},
		{"no edition", func(c *annexa.Catalogue) { c.Set = "acme" }, []string{"CA001 /set"}},
		{"upper case", func(c *annexa.Catalogue) { c.Set = "Acme:1" }, []string{"CA001 /set"}},
		{"the name of a shipped set", func(c *annexa.Catalogue) { c.Set = annexa.ISO27017v2015 }, []string{"CA002 /set"}},
		{"an edition without a table", func(c *annexa.Catalogue) { c.Set = annexa.ISO27701v2019 }, nil},
		{"no title", func(c *annexa.Catalogue) { c.Title = "" }, []string{"CA003 /title"}},
		{"a title of two lines", func(c *annexa.Catalogue) { c.Controls[1].Title = "a\nb" }, []string{"CA003 /controls/1/title"}},
		{"a title with a space before", func(c *annexa.Catalogue) { c.Controls[1].Title = " a" }, []string{"CA003 /controls/1/title"}},
		{"a title too long", func(c *annexa.Catalogue) { c.Controls[1].Title = strings.Repeat("x", 501) }, []string{"CA003 /controls/1/title"}},
		{"a title not in UTF-8", func(c *annexa.Catalogue) { c.Controls[1].Title = "\xff" }, []string{"CA003 /controls/1/title"}},
		{"a group without a title", func(c *annexa.Catalogue) { c.Groups[0].Title = "" }, []string{"CA003 /groups/0/title"}},
		{"no control", func(c *annexa.Catalogue) { c.Controls = nil }, []string{"CA004 /controls"}},
		{"an id with a space", func(c *annexa.Catalogue) { c.Controls[0].ID = "X 1" }, []string{"CA005 /controls/0/id"}},
		{"an id with a slash", func(c *annexa.Catalogue) { c.Controls[0].ID = "X/1" }, []string{"CA005 /controls/0/id"}},
		{"no id", func(c *annexa.Catalogue) { c.Controls[0].ID, c.Controls[1].ID = "", "" }, []string{"CA005 /controls/0/id", "CA005 /controls/1/id"}},
		{"a group with a bad id", func(c *annexa.Catalogue) { c.Groups[1].ID = "-" }, []string{"CA005 /groups/1/id", "CA007 /controls/2/group"}},
		{"an id twice", func(c *annexa.Catalogue) { c.Controls[2].ID = "X-1" }, []string{"CA006 /controls/2/id"}},
		{"a group twice", func(c *annexa.Catalogue) { c.Groups[1].ID = "access" }, []string{"CA006 /groups/1/id", "CA007 /controls/2/group"}},
		{"another case is another id", func(c *annexa.Catalogue) { c.Controls[2].ID = "x-1" }, nil},
		{"no such group", func(c *annexa.Catalogue) { c.Controls[2].Group = "clout" }, []string{"CA007 /controls/2/group"}},
		{"no groups at all", func(c *annexa.Catalogue) { c.Groups = nil }, []string{"CA007 /controls/0/group", "CA007 /controls/1/group", "CA007 /controls/2/group"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			broken := baseline()
			c.change(&broken)
			var got []string
			for _, p := range broken.Problems() {
				got = append(got, p.Code+" "+p.Path)
				require.NotEmpty(t, p.Message)
				require.NotEmpty(t, p.Expected)
			}
			require.Equal(t, c.want, got)
		})
	}
}

// TestCataloguesAreAsReferencesNameThem holds that each control of a set without
// problems can be named, written and read.
func TestCataloguesAreAsReferencesNameThem(t *testing.T) {
	c := baseline()
	for _, control := range c.Controls {
		ref, err := annexa.Parse(string(c.Set) + "/" + control.ID)
		require.NoError(t, err)
		got, ok := c.Lookup(ref)
		require.True(t, ok)
		require.Equal(t, control, got)
		group, ok := c.Heading(control)
		require.Equal(t, control.Group != "", ok)
		require.Equal(t, control.Group, group.ID)
	}
	for _, ref := range []annexa.ControlRef{{}, in("acme:1", "X-3"), in("acme:2", "X-1"), a("5.7")} {
		_, ok := c.Lookup(ref)
		require.False(t, ok)
	}
}

func TestProblemSentence(t *testing.T) {
	broken := baseline()
	broken.Controls[2].Group = "clout"
	require.Equal(t, `/controls/2/group: the control stands under no group of the set: got "clout", want the id of one of its groups (CA007); did you mean "cloud"?`,
		broken.Problems()[0].String())
	require.Equal(t, "it is empty", annexa.Problem{Message: "it is empty"}.Sentence())
}

// TestCatalogueCodes holds that docs/sets.md lists the codes as they are.
func TestCatalogueCodes(t *testing.T) {
	source, err := os.ReadFile("catalogue_problem.go")
	require.NoError(t, err)
	page, err := os.ReadFile("../docs/sets.md")
	require.NoError(t, err)
	codes := regexp.MustCompile(`"(CA\d{3})"`).FindAllStringSubmatch(string(source), -1)
	rows := regexp.MustCompile(`(?m)^\| (CA\d{3}) \|`).FindAllStringSubmatch(string(page), -1)
	require.Len(t, rows, len(codes))
	for i, code := range codes {
		require.Equal(t, code[1], rows[i][1])
		require.Equal(t, fmt.Sprintf("CA%03d", i+1), code[1])
	}
}

func ExampleCatalogue() {
	acme := annexa.Catalogue{
		Set: "acme:1", Title: "Acme baseline",
		Controls: []annexa.CatalogueControl{{ID: "X-1", Title: "Sign-in with keys"}, {ID: "X-1", Title: "Approved regions only"}},
	}
	for _, p := range acme.Problems() {
		fmt.Println(p)
	}
	ref, err := annexa.Parse("acme:1/X-1")
	if err != nil {
		panic(err)
	}
	control, ok := acme.Lookup(ref)
	fmt.Println(control.Title, ok)
	// Output:
	// /controls/1/id: the id is that of /controls/0 already: got "X-1", want each id once (CA006)
	// Sign-in with keys true
}
