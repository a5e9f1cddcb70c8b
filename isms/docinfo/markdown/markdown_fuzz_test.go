package markdown_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms/docinfo"
)

// everywhere gives a document with s at each place that takes a text.
func everywhere(s string) docinfo.Document {
	x := docinfo.Plain(s)
	says := "x" + s // where a text is required
	return docinfo.Document{
		Name: "d", Title: says, Subtitle: s, Mark: s, Footer: s, Meta: []docinfo.Field{{Name: says, Value: x}},
		Blocks: []docinfo.Block{
			x,
			docinfo.List{Items: []docinfo.Text{x}},
			docinfo.Notice{Title: says, Text: x, Items: []docinfo.Text{x}},
			docinfo.Section{Title: says, Blocks: []docinfo.Block{
				docinfo.Text{{Text: s, Link: "#" + "r" + s, Strong: true}},
				docinfo.Figure{SVG: []byte("<svg/>"), Alt: says, Caption: s},
			}},
			docinfo.Table{
				ID: "t", Caption: says, Empty: s,
				Columns: []docinfo.Column{{ID: "a", Title: says}, {ID: "b", Title: says}},
				Rows:    []docinfo.Row{{ID: "r" + s, Group: s, Cells: []docinfo.Cell{{Text: s, Note: s}, {Text: s, Items: []docinfo.Text{x, x}}}}},
			},
		},
	}
}

var (
	ours    = regexp.MustCompile(`<br>|</?strong>|</?em>|<a id="[A-Za-z0-9._:/~-]*"></a>`)
	escaped = regexp.MustCompile(`\\.`)
)

// Whatever the texts are, no line is more or less than it should be, tables keep
// their columns and no tag is there but ours.
func FuzzWrite(f *testing.F) {
	for _, s := range []string{"", "x", "|", "\n| a |", "<b>", "# x", "- x", "1. x", "```\n", "\\", "\\|", "&lt;", "a  \nb", "> x", "---", "![x](y)", "\xff", "\t", "\u2028", "==="} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 200 {
			return // an ID may have 256 bytes
		}
		md := write(t, everywhere(s))
		require.NotContains(t, ours.ReplaceAllString(md, ""), "<")
		require.NotContains(t, md, "\r")
		for line := range strings.Lines(md) {
			require.True(t, beginning.MatchString(line), "%q", line)
			if strings.HasPrefix(line, "|") {
				require.Equal(t, 3, strings.Count(escaped.ReplaceAllString(line, ""), "|"), "%q", line)
			}
		}
	})
}

// beginning is how a line of a document may begin: with a sign of ours before a
// space, or with anything that is no sign.
var beginning = regexp.MustCompile(`^(\n|#{1,2} |> |>\n|[-*] |\*\*|---\n|\||[^#>\-*+=|\x60~ \t])`)
