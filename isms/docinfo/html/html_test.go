package html_test

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/isms/docinfo/internal/sample"
)

func write(t *testing.T, d docinfo.Document) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, html.Write(&b, d))
	return b.String()
}

func TestWriteGolden(t *testing.T) {
	golden.Equal(t, "statement.html", write(t, sample.Statement()))
}

// body gives what is between the header and the script of a document of blocks.
func body(t *testing.T, blocks ...docinfo.Block) string {
	t.Helper()
	page := write(t, docinfo.Document{Name: "d", Title: "D", Blocks: blocks})
	_, page, ok := strings.Cut(page, "<main id=\"~content\">\n")
	require.True(t, ok)
	page, _, ok = strings.Cut(page, "</main>\n")
	require.True(t, ok)
	return page
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		name  string
		block docinfo.Block
		want  string
	}{
		{"text", docinfo.Text{{Text: "a <b> & \"c\"\r\nd\re "}, {Text: "f'", Strong: true}}, "<p>a &lt;b&gt; &amp; &#34;c&#34;<br>d<br>e <strong>f&#39;</strong></p>\n"},
		{"no letters", docinfo.Plain("a\x00b\xffc\u0085\td"), "<p>a\uFFFDb\uFFFDc\uFFFD\td</p>\n"},
		{"link out", docinfo.Link("x", "https://example.org/?a=b&c=\"d"), "<p><a href=\"https://example.org/?a=b&amp;c=&#34;d\">x</a></p>\n"},
		{"dates and IDs", docinfo.Plain("R-001 until 2027-01-31, well-known"), `<p><span class="k">R-001</span> until <span class="k">2027-01-31,</span> well-known</p>` + "\n"},
		{"long words", docinfo.Plain("sha256:0123456789abcdef0123456789"), "<p>sha256:<wbr>0123456789abcdef<wbr>0123456789</p>\n"},
		{"long words of letters with accents", docinfo.Plain("ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ"), "<p>ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ</p>\n"},
		{"list", docinfo.List{Items: []docinfo.Text{docinfo.Plain("a"), nil}}, "<ul>\n<li>a</li>\n<li></li>\n</ul>\n"},
		{"numbered list", docinfo.List{Ordered: true}, "<ol>\n</ol>\n"},
		{"fields", docinfo.Fields{{Name: "a", Value: docinfo.Plain("b")}, {Name: "c", Value: docinfo.Plain(strings.Repeat("d ", 21))}}, "<dl>\n<div><dt>a</dt><dd>b</dd></div>\n<div class=\"long\"><dt>c</dt><dd>" + strings.Repeat("d ", 21) + "</dd></div>\n</dl>\n"},
		{"figure", docinfo.Figure{ID: "f", SVG: []byte("<svg/>"), Alt: "a\nb", Caption: "c"}, "<figure id=\"f\"><img alt=\"a&#10;b\" src=\"data:image/svg+xml;base64,PHN2Zy8+\">\n<figcaption>c</figcaption></figure>\n"},
		{"notice", docinfo.Notice{ID: "n", Title: "t", Text: docinfo.Plain("x"), Items: []docinfo.Text{docinfo.Link("y", "#n")}}, "<div id=\"n\" class=\"notice\" role=\"note\">\n<p class=\"point\"><svg class=\"shape\" aria-hidden=\"true\"><use href=\"#~note\"/></svg><strong>t</strong></p>\n<p>x</p>\n<ul class=\"short\">\n<li><a href=\"#n\">y</a></li>\n</ul>\n</div>\n"},
		{"notice, bad, long items", docinfo.Notice{Tone: docinfo.Bad, Title: "t", Items: []docinfo.Text{docinfo.Plain("more than a few words here")}}, "<div class=\"notice bad\" role=\"note\">\n<p class=\"point\"><svg class=\"shape\" aria-hidden=\"true\"><use href=\"#~bad\"/></svg><strong>t</strong></p>\n<ul>\n<li>more than a few words here</li>\n</ul>\n</div>\n"},
		{"sections", docinfo.Section{Title: "a", NewPage: true, Blocks: []docinfo.Block{docinfo.Section{ID: "b b", Title: "b"}}}, "<section id=\"~section1\" class=\"sheet\">\n<h2>a</h2>\n<section id=\"b~20b\">\n<h3>b</h3>\n</section>\n</section>\n"},
		{"no rows", docinfo.Table{ID: "t", Caption: "c", Columns: []docinfo.Column{{ID: "a", Title: "A", Width: 30}, {ID: "b", Title: "B"}}}, "<table id=\"t\" class=\"t1 narrow\">\n<caption>c</caption>\n<col class=\"c1\"><col>\n<thead>\n<tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr>\n</thead>\n<tbody><tr class=\"none\"><td colspan=\"2\">No entries.</td></tr></tbody>\n</table>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, body(t, c.block))
		})
	}
}

func TestTable(t *testing.T) {
	cell := func(s string) docinfo.Cell { return docinfo.Cell{Text: s} }
	got := body(t, docinfo.Table{
		ID: "t", Caption: "c", GroupTitle: "Theme",
		Columns: []docinfo.Column{
			{ID: "a", Title: "A", RowHeader: true},
			{ID: "s", Title: "Level", Facet: true, Values: []string{"low", "medium", "high"}},
			{ID: "m", Title: "All alike", Facet: true},
		},
		Rows: []docinfo.Row{
			{ID: "r", Group: "g", Cells: []docinfo.Cell{cell("x"), {Text: "high risk", Tone: docinfo.Bad, Note: "n"}, cell("1")}},
			{Group: "g", Cells: []docinfo.Cell{cell("y"), {Items: []docinfo.Text{docinfo.Plain("low"), docinfo.Plain("high  risk")}}, cell("1")}},
			{Cells: []docinfo.Cell{cell("z"), {Text: "and", Items: []docinfo.Text{docinfo.Plain("low")}, Tone: docinfo.Good}, cell("1")}},
		},
	})
	require.Equal(t, `<div class="tools" role="search" hidden data-table="t" data-shown="{n} of {m} rows shown" aria-label="Filter: c">
<label><span>Search</span><input type="search" autocomplete="off" spellcheck="false" name="t"></label>
<label><span>Level</span><select name="t.s"><option value="">All</option><option value="low" data-f="1">low (2)</option><option value="high risk" data-f="2">high risk (2)</option></select></label>
<button type="button" hidden>Clear filters</button>
<p class="count" role="status"></p>
</div>
<table id="t" class="t1 medium">
<caption>c</caption>
<col><col><col>
<thead>
<tr><th scope="col">A</th><th scope="col">Level</th><th scope="col">All alike</th></tr>
</thead>
<tbody>
<tr class="group"><th scope="rowgroup" colspan="3">g</th></tr>
<tr id="r" data-f="2"><th scope="row">x</th><td class="bad"><span class="k"><svg class="shape" aria-hidden="true"><use href="#~bad"/></svg>high</span> risk<small>n</small></td><td>1</td></tr>
<tr data-f="2 1"><th scope="row">y</th><td><ul><li>low</li><li>high  risk</li></ul></td><td>1</td></tr>
</tbody>
<tbody>
<tr data-f="1"><th scope="row">z</th><td class="good"><span class="k"><svg class="shape" aria-hidden="true"><use href="#~good"/></svg>and</span><ul><li>low</li></ul></td><td>1</td></tr>
</tbody>
</table>
`, got)
}

func TestLanguages(t *testing.T) {
	for _, c := range []struct{ language, html, search, page string }{
		{"", `<html lang="en">`, "<span>Search</span>", `content:"Page " counter(page) " of " counter(pages) ""`},
		{"en-GB", `<html lang="en-GB">`, "<span>Search</span>", `"Page "`},
		{"de-CH", `<html lang="de-CH">`, "<span>Suchen</span>", `"Seite " counter(page) " von "`},
		{"FR", `<html lang="FR">`, "<span>Rechercher</span>", `" sur "`},
		{"es", `<html lang="es">`, "<span>Buscar</span>", `"Página "`},
		{"nl", `<html lang="nl">`, `<span lang="en" dir="ltr">Search</span>`, `"Page "`},
		{"he", `<html lang="he" dir="rtl">`, `<span lang="en" dir="ltr">Search</span>`, `"Page "`},
		{"ku-Latn", `<html lang="ku-Latn">`, `<span lang="en" dir="ltr">Search</span>`, `"Page "`},
	} {
		t.Run(c.language, func(t *testing.T) {
			d := sample.Statement()
			d.Language = c.language
			page := write(t, d)
			require.Contains(t, page, c.html)
			require.Contains(t, page, c.search)
			require.Contains(t, page, c.page)
		})
	}
}

// Nothing in the file makes a browser fetch anything.
func TestStandsAlone(t *testing.T) {
	page := write(t, sample.Statement())
	for _, m := range regexp.MustCompile(`\b(?:src|href)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		ok := strings.HasPrefix(m[1], "#") || strings.HasPrefix(m[1], "data:") || m[1] == "https://www.iso.org/standard/27001"
		require.True(t, ok, m[0])
	}
	require.NotContains(t, page, "url(")
	require.NotContains(t, page, "@import")
	require.NotContains(t, page, "style=\"")
	require.NotRegexp(t, `<[^>]* on[a-z]+=`, page)
	require.Equal(t, 1, strings.Count(page, "<script"))
}

func TestWithoutMarkAndFooter(t *testing.T) {
	page := write(t, docinfo.Document{Name: "d", Title: "D"})
	require.NotContains(t, page, `class="mark"`)
	require.NotContains(t, page, `class="across"`)
	require.NotContains(t, page, "<footer")
	require.NotContains(t, page, "<nav")
	require.Contains(t, page, `@top-right{content:""}`)
}

func TestWriteRefuses(t *testing.T) {
	var b bytes.Buffer
	_, ok := errors.AsType[docinfo.Problems](html.Write(&b, docinfo.Document{}))
	require.True(t, ok)
	require.Zero(t, b.Len())
	require.ErrorIs(t, html.Write(broken{}, sample.Statement()), errBroken)
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }
