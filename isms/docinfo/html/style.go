package html

import (
	"crypto/sha256"
	_ "embed" // style and script
	"encoding/base64"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ismskit/ismskit/isms/docinfo"
)

//go:embed style.css
var style string

//go:embed cards.css
var cards string

//go:embed script.js
var script string

// policy allows the browser these two style sheets, the script of this package
// and pictures that the page holds, and nothing else.
func policy(style, own string) string {
	return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src " +
		digest(style) + " " + digest(own) + "; script-src " + digest(script)
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// ownStyle gives the rules that depend on the document: what stands at the edges
// of a sheet of paper, and the columns of each table.
func ownStyle(d docinfo.Document, w words) string {
	var b strings.Builder
	before, rest, _ := strings.Cut(w.Page, "{n}")
	between, after, _ := strings.Cut(rest, "{m}")
	title := d.Title
	if d.Subtitle != "" {
		title += " – " + d.Subtitle
	}
	b.WriteString("\n@page{@top-left{content:" + cssString(title) + "}")
	b.WriteString("@top-right{content:" + cssString(d.Mark) + "}")
	b.WriteString("@bottom-left{content:" + cssString(d.Footer) + "}")
	b.WriteString("@bottom-right{content:" + cssString(before) + " counter(page) " + cssString(between) + " counter(pages) " + cssString(after) + "}}\n")
	b.WriteString("@page:first{@top-left{content:none}}\n")
	if d.Mark != "" {
		b.WriteString(".across{font-size:" + strconv.Itoa(acrossSize(d.Mark)) + "pt}\n")
	}
	tables := 0
	columnRules(&b, d.Blocks, &tables)
	return b.String()
}

// acrossSize gives the size in points at which a mark fits across a sheet.
func acrossSize(mark string) int { return min(110, max(12, 900/utf8.RuneCountInString(mark))) }

// columnRules gives widths and alignments, and the titles that stand before the
// cells where a row is a card. Tables count in the order in which they are met.
func columnRules(b *strings.Builder, blocks []docinfo.Block, tables *int) {
	for _, block := range blocks {
		switch block := block.(type) {
		case docinfo.Section:
			columnRules(b, block.Blocks, tables)
		case docinfo.Table:
			*tables++
			for i, c := range block.Columns {
				columnRule(b, c, block, ".t"+strconv.Itoa(*tables), strconv.Itoa(i+1))
			}
		}
	}
}

func columnRule(b *strings.Builder, c docinfo.Column, t docinfo.Table, table, n string) {
	b.WriteString(table + " td:nth-child(" + n + "){--title:" + cssString(c.Title) + "}\n")
	rules := ""
	if c.Width > 0 {
		rules += table + " .c" + n + "{width:" + strconv.Itoa(c.Width) + "%}"
	}
	switch c.Align {
	case docinfo.AlignEnd:
		rules += table + " tr>:nth-child(" + n + "):not([colspan]){text-align:end}"
	case docinfo.AlignCenter:
		rules += table + " tr>:nth-child(" + n + "):not([colspan]){text-align:center}"
	}
	if rules != "" {
		b.WriteString("@media print,(min-width:" + sizeOf(t).below + "){" + rules + "}\n")
	}
}

// A size says below which width of the window the rows of a table become cards.
type size struct{ class, below string }

// The more columns, the sooner a line of a cell gets too short to read.
var (
	narrow = size{"narrow", "0rem"}
	medium = size{"medium", "44rem"}
	wide   = size{"wide", "66rem"}
)

func sizeOf(t docinfo.Table) size {
	switch n := len(t.Columns); {
	case n <= 2:
		return narrow
	case n <= 4:
		return medium
	}
	return wide
}

// cardsBelow gives the rules by which tables of a size become cards.
func cardsBelow(s size) string {
	return "@media screen and (max-width:calc(" + s.below + " - .01px)){\n" + strings.ReplaceAll(cards, "table", "."+s.class) + "}\n"
}

// styleSheet gives the rules that are the same for every document.
func styleSheet() string {
	return style + cardsBelow(medium) + cardsBelow(wide)
}

// cssString gives s as a string of a style sheet. Everything but letters,
// digits and spaces is escaped, so that it can end neither string nor element.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == ' ' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z':
			b.WriteRune(r)
		case r == '\n':
			b.WriteByte(' ')
		case r < ' ' || 0x7f <= r && r < 0xa0:
			b.WriteRune('\uFFFD')
		case r > 0xa0:
			b.WriteRune(r)
		default:
			b.WriteString(`\` + strconv.FormatInt(int64(r), 16) + " ")
		}
	}
	b.WriteByte('"')
	return b.String()
}
