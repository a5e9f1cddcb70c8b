package yamldoc_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/doc/doctest"
	"github.com/ismskit/ismskit/internal/doc/yamldoc"
	"github.com/ismskit/ismskit/internal/golden"
)

// TestParseFaults compares with a page of bad documents and what is said about
// each.
func TestParseFaults(t *testing.T) {
	var b strings.Builder
	for _, c := range []struct{ name, src string }{
		{"nothing", ""},
		{"comments", "# only\n\n"},
		{"second document", "a: 1\n---\nb: 2\n"},
		{"second document after an end", "a: 1\n...\n---\n"},
		{"latin 1", "a: 1\nbä: \"\xe4\"\n"},
		{"UTF-16", "\xff\xfea\x00:\x00"},
		{"line separator", "a: ä\u2028b\nc: \"d\u0085\"\n"},
		{"control", "a: ä\nb: x\x01\n"},
		{"nul", "a: \x00\n"},
		{"tab as indentation", "a:\n\tb: 1\n"},
		{"tab within indentation", "a:\n  b: 1\n \tc: 1\n"},
		{"colon in a text", "title: Note: read\n"},
		{"wrong indentation", "a:\n    b: 1\n  c: 2\n"},
		{"deeper than before", "a: 1\n  b: 2\n"},
		{"list in an object", "a: 1\n- b\n"},
		{"object in a list", "- a\nb: 1\n"},
		{"list on the line of the name", "a: - b\n"},
		{"open double quote", "a: \"b\nc: 1\n"},
		{"open single quote", "a: 1\nb: 'it's\nc: 1\n"},
		{"open bracket", "a: [1, 2\nb: 1\n"},
		{"open brace", "a: {b: 1\n"},
		{"closing bracket", "a: ]\n"},
		{"text after a quote", "a: \"b\" c\n"},
		{"unknown escape", "a: \"C:\\Users\"\n"},
		{"at sign", "a: @team\n"},
		{"percent", "a: %5\n"},
		{"backtick", "a: `x`\n"},
		{"asterisk", "a: *all\n"},
		{"anchor and alias", "a: &x [1]\nb: *x\n"},
		{"tags", "a: !!str 5\nb: !own {c: ! 1}\n"},
		{"merge", "a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n"},
		{"names that are no texts", "? [a, b]\n: 1\n? {c: d}\n: 2\n: 3\n*z : 4\n"},
		{"names that are no texts, anchors known", "a: &z 1\n? [a, b]\n: 1\n? {c: d}\n: 2\n: 3\n*z : 4\n&y e: 5\n!!str f: 6\n"},
		{"names twice", "a: 1\nb:\n  c/d: 1\n  'c/d': [2]\n\"a\": 3\n"},
		{"too deep", strings.Repeat("- ", 101) + "a\n"},
		{"too deep in flow", strings.Repeat("[", 101) + strings.Repeat("]", 101)},
		{"far too deep", strings.Repeat("- ", 10_000) + "a\n"},
		{"far too deep in flow", strings.Repeat("[", 1_000_000)},
		{"unknown directive and a tag", "%TAG ! x:\n---\na: !b 1\n"},
		{"unknown version", "%YAML 3.0\n---\na: 1\n"},
		{"wide characters before", "ä😀漢: &x 1\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, faults := yamldoc.Parse([]byte(c.src))
			require.NotEmpty(t, faults)
			for _, f := range faults {
				require.NotEmpty(t, f.Found, f)
				require.NotEmpty(t, f.Expected, f)
			}
			fmt.Fprintf(&b, "%s: %.60q\n%s\n", c.name, c.src, doctest.Page(faults))
		})
	}
	golden.Equal(t, "faults.txt", b.String())
}
