package csv_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/csv"
)

// text gives what a text is after reading: line feeds, and U+FFFD for no text.
func text(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || 0x7f <= r && r < 0xa0 {
			return '\uFFFD'
		}
		return r
	}, s)
}

// Whatever stands in a cell comes back from the file, nothing in the file starts
// a formula, and items stay apart.
func FuzzWrite(f *testing.F) {
	for _, s := range []string{"", "a", "=1+1", "'=1", "-1", "a;b\\", "\"", "\r\n", "\t", "a\n=b", " x ", "\xff", "+1.5%", "''-", "; ", "a,@b", "＝"} {
		f.Add(s, "b", false)
		f.Add("x; y", s, true)
	}
	f.Fuzz(func(t *testing.T, a, b string, semicolon bool) {
		o := csv.Options{}
		comma := ','
		if semicolon {
			o.Comma, comma = ';', ';'
		}
		file := write(t, one(docinfo.Row{Cells: []docinfo.Cell{{Text: a}, {Items: []docinfo.Text{docinfo.Plain(a), docinfo.Plain(b)}}}}), o)
		lines := read(t, file, comma)
		require.Len(t, lines, 2)
		require.Equal(t, text(a), csv.Unescape(lines[1][0]))
		require.Equal(t, []string{text(a), text(b)}, csv.Split(csv.Unescape(lines[1][1])))
		for _, cell := range lines[1] {
			harmless(t, cell)
		}
	})
}

// harmless fails if a part of the cell, cut at any separator that a spreadsheet
// may be set to, starts like a formula and is no number.
func harmless(t *testing.T, cell string) {
	t.Helper()
	for _, part := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(",;\t|\"\n", r) }) {
		part = strings.Trim(part, " ")
		if r, size := utf8.DecodeRuneInString(part); size == 0 || !strings.ContainsRune("=+-@＝＋－＠", r) || part == "-" {
			continue
		}
		require.Regexp(t, `^[+-][0-9]+(\.[0-9]+)*%?$`, part, "%q", cell)
	}
	require.False(t, strings.HasPrefix(cell, "\t"), "%q", cell)
}
