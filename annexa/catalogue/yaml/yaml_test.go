package yaml_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/catalogue"
	"github.com/ismskit/ismskit/annexa/catalogue/yaml"
	"github.com/ismskit/ismskit/internal/golden"
)

func source(t testing.TB) string {
	t.Helper()
	src, err := os.ReadFile("testdata/acme.yaml")
	require.NoError(t, err)
	return strings.ReplaceAll(string(src), "\r\n", "\n")
}

func acme(t testing.TB) annexa.Catalogue {
	t.Helper()
	c, err := yaml.Decode("acme.yaml", []byte(source(t)))
	require.NoError(t, err)
	return c
}

func TestDecode(t *testing.T) {
	require.Equal(t, annexa.Catalogue{
		Set: "acme:1", Title: "Acme baseline", Source: "Acme policy board, 2026-03-01",
		Groups: []annexa.Group{{ID: "access", Title: "Access"}, {ID: "cloud", Title: "Cloud"}},
		Controls: []annexa.CatalogueControl{
			{ID: "X-1", Title: "Sign-in with keys", Group: "access", Text: "Everybody signs in with a hardware key.\nExceptions are written down.\n"},
			{ID: "X-2", Title: "Two accounts for administrators", Group: "access"},
			{ID: "X-10", Title: "Approved regions only", Group: "cloud"},
			{ID: "5.10", Title: "no"},
			{ID: "010", Title: "1.50"},
		},
	}, acme(t))
}

// TestCanonical holds that what is written is canonical in both formats, and reads
// back the same across them.
func TestCanonical(t *testing.T) {
	c := acme(t)
	var inYAML, inJSON bytes.Buffer
	require.NoError(t, yaml.Encode(&inYAML, c))
	require.NoError(t, catalogue.Encode(&inJSON, c))
	golden.Equal(t, "acme.canonical.yaml", inYAML.String())
	golden.Equal(t, "acme.json", inJSON.String())
	fromYAML, err := yaml.Decode("a", inYAML.Bytes())
	require.NoError(t, err)
	fromJSON, err := catalogue.Decode("a", inJSON.Bytes())
	require.NoError(t, err)
	require.Equal(t, c, fromYAML)
	require.Equal(t, c, fromJSON)
}

// TestBad reads files that are broken by one change, or several, to a good one.
func TestBad(t *testing.T) {
	good := source(t)
	var text strings.Builder
	for _, c := range []struct {
		name    string
		changes []string // old, new, old, new …
		codes   string
	}{
		{"no edition", []string{"set: acme:1", "set: acme"}, "CA001"},
		{"no set", []string{"set: acme:1\n", ""}, "D023"},
		{"a shipped set", []string{"set: acme:1", "set: iso27017:2015"}, "CA002"},
		{"empty title", []string{"title: Acme baseline", `title: ""`}, "CA003"},
		{"id with a space", []string{"id: X-2", "id: X 2"}, "CA005"},
		{"id twice", []string{"id: X-2", "id: X-1"}, "CA006"},
		{"no such group", []string{"group: cloud", "group: clowd"}, "CA007"},
		{"unknown member", []string{"title: Two accounts", "titel: Two accounts"}, "D023 D022"},
		{"controls as an object", []string{"groups:\n  - {id: access, title: Access}\n  - {id: cloud, title: Cloud}", "groups: {id: access, title: Access}"}, "D021"},
		{"null", []string{"source: Acme policy board, 2026-03-01", "source: ~"}, "D020"},
		{"three places", []string{"set: acme:1", "set: ACME:1", "id: cloud", "id: Cloud", "id: X-10", "id: X-1"}, "CA001 CA006 CA007"},
		{"the form comes first", []string{"set: acme:1", "set: ACME:1", "title: Two accounts", "titel: Two accounts"}, "D023 D022"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := good
			for i := 0; i < len(c.changes); i += 2 {
				require.Equal(t, 1, strings.Count(src, c.changes[i]), c.changes[i])
				src = strings.Replace(src, c.changes[i], c.changes[i+1], 1)
			}
			got, err := yaml.Decode("bad.yaml", []byte(src))
			require.Zero(t, got)
			ps, ok := errors.AsType[catalogue.Problems](err)
			require.True(t, ok)
			var codes []string
			for _, p := range ps {
				codes = append(codes, p.Code)
			}
			require.Equal(t, c.codes, strings.Join(codes, " "), err)
			fmt.Fprintf(&text, "%s\n\t%s\n", c.name, strings.ReplaceAll(err.Error(), "\n", "\n\t"))

			_, crlf := yaml.Decode("bad.yaml", []byte(strings.ReplaceAll(src, "\n", "\r\n")))
			require.Equal(t, err, crlf, "line ends do not matter")
		})
	}
	golden.Equal(t, "bad.txt", text.String())
}

func TestDecodeNothing(t *testing.T) {
	for name, src := range map[string]string{
		"empty": "", "a comment": "# nothing\n", "a word": "acme:1\n", "a list": "- id: a\n", "broken": "set: [a\n", "two": "set: a:1\n---\nset: b:1\n",
	} {
		t.Run(name, func(t *testing.T) {
			for _, decode := range []func(string, []byte) (annexa.Catalogue, error){yaml.Decode, catalogue.Decode} {
				c, err := decode("x", []byte(src))
				require.Zero(t, c)
				ps, ok := errors.AsType[catalogue.Problems](err)
				require.True(t, ok)
				require.NotEmpty(t, ps)
				require.True(t, strings.HasPrefix(err.Error(), "x:"), err)
			}
		})
	}
}

func ExampleDecode() {
	_, err := yaml.Decode("acme.yaml", []byte(`
set: acme:1
title: Acme baseline
groups: [{id: access, title: Access}]
controls:
  - {id: X-1, title: Sign-in with keys, group: access}
  - {id: X-1, title: Two accounts, group: acces}
`))
	fmt.Println(err)
	// Output:
	// acme.yaml:7:10: /controls/1/id: the id is that of /controls/0 already: got "X-1", want each id once (CA006)
	// acme.yaml:7:43: /controls/1/group: the control stands under no group of the set: got "acces", want the id of one of its groups (CA007); did you mean "access"?
}

// FuzzDecode holds that nothing panics, that a set without error has no problems
// and can be named by references, and that it is the same set in both formats.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(source(f)))
	for _, src := range []string{
		"set: [a", "set: a:1\ntitle: t\ncontrols: [{id: X, title: y}]\n", "set: a:1\ntitle: t\ncontrols: [{id: X, title: y, group: g}]\n",
		`{"set":"a:1","title":"t","controls":[{"id":"010","title":"no","text":"a\nb "}]}`, "set: iso27017:2015\ntitle: t\ncontrols: []\n",
	} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		c, err := yaml.Decode("x.yaml", src)
		if err != nil {
			require.Zero(t, c)
			require.NotEmpty(t, err.Error())
			return
		}
		require.Empty(t, c.Problems())
		for _, control := range c.Controls {
			ref, err := annexa.Parse(string(c.Set) + "/" + control.ID)
			require.NoError(t, err)
			found, ok := c.Lookup(ref)
			require.True(t, ok)
			require.Equal(t, control, found)
		}
		var inYAML, inJSON bytes.Buffer
		require.NoError(t, yaml.Encode(&inYAML, c))
		require.NoError(t, catalogue.Encode(&inJSON, c))
		again, err := yaml.Decode("x.yaml", inYAML.Bytes())
		require.NoError(t, err)
		require.Equal(t, c, again)
		again, err = catalogue.Decode("x.json", inJSON.Bytes())
		require.NoError(t, err)
		require.Equal(t, c, again)
	})
}
