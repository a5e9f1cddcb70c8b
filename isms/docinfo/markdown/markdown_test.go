package markdown_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/internal/sample"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
)

func write(t *testing.T, d docinfo.Document) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, markdown.Write(&b, d))
	return b.String()
}

func TestWriteGolden(t *testing.T) {
	golden.Equal(t, "statement.md", write(t, sample.Statement()))
}

func TestWrite(t *testing.T) {
	table := docinfo.Table{
		ID: "t", Caption: "T", Columns: []docinfo.Column{{ID: "a", Title: "A|B"}, {ID: "b", Title: "N", Align: docinfo.AlignEnd}, {ID: "c", Title: "C", Align: docinfo.AlignCenter}},
		Rows: []docinfo.Row{
			{ID: "r 1", Group: "G", Cells: []docinfo.Cell{{Text: "a|b\nc"}, {Text: "-1"}, {Items: []docinfo.Text{docinfo.Plain("x"), {{Text: "y", Strong: true}}}, Note: "(n)", Tone: docinfo.Muted}}},
			{Group: "G", Cells: []docinfo.Cell{{Text: "only"}, {}, {}}},
		},
	}
	for _, c := range []struct {
		name  string
		block docinfo.Block
		want  string
	}{
		{"signs", docinfo.Plain("# *a* _b_ `c` [d](e) <f> & g|h ~i~ $j$ \\ ![k]"), `\# \*a\* \_b\_ \` + "`c\\`" + ` \[d\](e) &lt;f&gt; & g\|h \~i\~ \$j\$ \\ \!\[k\]` + "\n"},
		{"entities", docinfo.Text{{Text: "&lt; &#60; R&D R & D &"}, {Text: "lt;"}}, "&amp;lt; &amp;#60; R&amp;D R & D &amp;lt;\n"},
		{"begins like a list", docinfo.Plain("- a"), "\\- a\n"},
		{"begins like a number", docinfo.Plain("12. a"), "12\\. a\n"},
		{"begins like code", docinfo.Plain("    a\tb"), "a b\n"},
		{"lines", docinfo.Plain("a\r\nb\rc\nd"), "a<br>b<br>c<br>d\n"},
		{"no letters", docinfo.Plain("\x00\xff\u0085"), "\uFFFD\uFFFD\uFFFD\n"},
		{"links", docinfo.Text{{Text: "a", Link: "https://example.org/a_(b)?c=d&e=f|g"}, {Text: " "}, {Text: "b]", Link: "#d d", Strong: true}}, `[a](https://example.org/a_\(b\)?c=d&amp;e=f%7Cg) [<strong>b\]</strong>](#d~20d)` + "\n"},
		{"list", docinfo.List{Ordered: true, Items: []docinfo.Text{docinfo.Plain("a"), docinfo.Plain("# b")}}, "1. a\n2. \\# b\n"},
		{"neighbors", docinfo.Section{Title: "S", Blocks: []docinfo.Block{
			docinfo.List{Items: []docinfo.Text{docinfo.Plain("a")}}, docinfo.Fields{{Name: "n:", Value: docinfo.Plain("v")}}, docinfo.List{}, docinfo.List{Items: []docinfo.Text{docinfo.Plain("b")}},
		}}, "## S\n\n- a\n\n* **n:**: v\n\n- b\n"},
		{"figure", docinfo.Figure{SVG: []byte("<svg/>"), Alt: "Two bars."}, "Two bars.\n"},
		{"figure with caption", docinfo.Figure{SVG: []byte("<svg/>"), Alt: "Two bars.", Caption: "Growth"}, "**Growth**<br>Two bars.\n"},
		{"notice", docinfo.Notice{Tone: docinfo.Bad, Title: "Stop!", Text: docinfo.Plain("a\nb"), Items: []docinfo.Text{docinfo.Plain("c")}}, "> ✗ **Stop\\!**\n>\n> a<br>b\n>\n> - c\n"},
		{"notice, good", docinfo.Notice{Tone: docinfo.Good, Title: "Go"}, "> ✓ **Go**\n"},
		{"table", table, "**T**\n\n| A\\|B | N | C |\n| --- | --: | :-: |\n| **G** |  |  |\n| a\\|b<br>c | \\-1 | ○ x<br>**y**<br><em>(n)</em> |\n| only |  |  |\n"},
		{"no rows", docinfo.Table{ID: "t", Caption: "T", Columns: table.Columns}, "**T**\n\n–\n"},
		{"no rows, said", docinfo.Table{ID: "t", Caption: "T", Columns: table.Columns, Empty: "Nothing."}, "**T**\n\nNothing.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := docinfo.Document{Name: "d", Title: "D", Blocks: []docinfo.Block{c.block, docinfo.Section{ID: "d d", Title: "End"}}}
			end := "\n## End\n"
			if c.name == "links" {
				end = "\n## <a id=\"d~20d\"></a>End\n"
			}
			require.Equal(t, "# D\n\n"+c.want+end, write(t, d))
		})
	}
}

func TestWriteRefuses(t *testing.T) {
	var b bytes.Buffer
	_, ok := errors.AsType[docinfo.Problems](markdown.Write(&b, docinfo.Document{}))
	require.True(t, ok)
	require.Zero(t, b.Len())
	require.ErrorIs(t, markdown.Write(broken{}, sample.Statement()), errBroken)
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }
