package html_test

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
		Name: "d", Title: says, Subtitle: "x" + s, Mark: "x" + s, Footer: "x" + s, Meta: []docinfo.Field{{Name: says, Value: x}},
		Blocks: []docinfo.Block{
			x,
			docinfo.List{Items: []docinfo.Text{x}},
			docinfo.Notice{ID: "n" + s, Tone: docinfo.Good, Title: says, Text: x, Items: []docinfo.Text{x}},
			docinfo.Section{ID: "s" + s, Title: says, Blocks: []docinfo.Block{
				docinfo.Text{{Text: s, Link: "#r" + s, Strong: true}},
				docinfo.Figure{SVG: []byte("<svg/>"), Alt: says, Caption: "x" + s},
			}},
			docinfo.Table{
				ID: "t" + s, Caption: says, Empty: s, GroupTitle: "x" + s,
				Columns: []docinfo.Column{{ID: "a" + s, Title: says, Facet: true}, {ID: "b", Title: says, Width: 20, Align: docinfo.AlignEnd}},
				Rows: []docinfo.Row{
					{ID: "r" + s, Group: "x" + s, Cells: []docinfo.Cell{{Text: "x" + s, Note: "x" + s, Tone: docinfo.Bad}, {Text: s, Items: []docinfo.Text{x, x}}}},
					{Group: "other", Cells: []docinfo.Cell{{Text: "other"}, {}}},
				},
			},
		},
	}
}

var (
	// flowing are the tags that depend on the length and look of a text.
	flowing = regexp.MustCompile(`<br>|<wbr>|<span class="k">|</span>`)
	value   = regexp.MustCompile(`"[^"]*"`)
	tag     = regexp.MustCompile(`<[^>]*>`)
	classes = strings.NewReplacer(`<div class="long">`, "<div>", `<ul class="short">`, "<ul>") // so do these
	quoted  = regexp.MustCompile(`"(?:[^"\\\n]|\\[0-9a-f]+ )*"`)
)

// skeleton gives the tags of a page with their attributes' names, and its style
// sheets without what stands in strings.
func skeleton(page string) string {
	head, rest, _ := strings.Cut(page, "<style>")
	_, rest, _ = strings.Cut(rest, "</style>\n<style>")
	own, rest, _ := strings.Cut(rest, "</style>")
	text, _, _ := strings.Cut(rest, "<script>")
	tags := strings.Join(tag.FindAllString(flowing.ReplaceAllString(classes.Replace(head+text), ""), -1), "\n")
	own = regexp.MustCompile(`\.across\{font-size:[0-9]+pt\}`).ReplaceAllString(own, "")
	return value.ReplaceAllString(tags, `""`) + quoted.ReplaceAllString(own, `""`)
}

// Whatever the texts are, the page has the same tags, attributes and rules.
func FuzzWrite(f *testing.F) {
	for _, s := range []string{
		"", "x", "<b>", "</script>", "</style><script>", "<!--", "]]>", `" onload="x`, "'", "&lt;", "&#0;", "a\nb", "a\r\nb",
		"\\", `\"}`, "*/", "{}", "\x00", "\xff", "\u2028", "\u202e", "R-1", strings.Repeat("y", 100), "=`", "javascript:x", "\\22 ", "~", " ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 200 || s == "other" || strings.Contains(strings.Join(strings.Fields("x"+s), " "), "other") {
			return // an ID may have 256 bytes; the second value of the facet is taken
		}
		page := write(t, everywhere(s))
		require.Equal(t, skeleton(write(t, everywhere("x"))), skeleton(page))
		require.NotContains(t, page, "\r")
		require.NotContains(t, page, "\x00")
	})
}
