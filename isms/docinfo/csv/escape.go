package csv

import (
	"strings"
	"unicode/utf8"
)

const separator = "; "

// Join gives items as one text, from which Split recovers them.
func Join(items []string) string {
	escaped := make([]string, len(items))
	for i, item := range items {
		escaped[i] = itemSigns.Replace(item)
	}
	return strings.Join(escaped, separator)
}

var itemSigns = strings.NewReplacer(`\`, `\\`, `;`, `\;`)

// Split gives the items of a text that Join made. No items and one empty item
// are the same text; Split gives the empty item. Of a cell in a file, the
// formula escapes are removed first: Split(Unescape(cell)).
func Split(text string) []string {
	var items []string
	var item strings.Builder
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && i+1 < len(text):
			i++
			item.WriteByte(text[i])
		case strings.HasPrefix(text[i:], separator):
			i += len(separator) - 1
			items = append(items, item.String())
			item.Reset()
		default:
			item.WriteByte(text[i])
		}
	}
	return append(items, item.String())
}

// Escape gives a text as it stands in a file: beginnings that a spreadsheet would
// run get an apostrophe, as the package comment says. CR LF and CR become LF.
func Escape(text string) string {
	text = clean(text)
	if !strings.ContainsAny(text, starters) {
		return text
	}
	var b strings.Builder
	beginnings(text, func(part string) {
		lead := part[:len(part)-len(strings.TrimLeft(part, " "))]
		body := part[len(lead):]
		b.WriteString(lead)
		if runs(body) {
			b.WriteByte('\'')
		}
		b.WriteString(body)
	})
	return b.String()
}

// Unescape removes what Escape added.
func Unescape(cell string) string {
	var b strings.Builder
	beginnings(cell, func(part string) {
		body := strings.TrimLeft(part, " ")
		b.WriteString(part[:len(part)-len(body)])
		if strings.HasPrefix(body, "'") && starts(strings.TrimLeft(body, "'")) {
			body = body[1:]
		}
		b.WriteString(body)
	})
	return b.String()
}

const (
	starters   = "=+-@\t＝＋－＠" // what begins a formula
	separators = ",;\t|\"\n"  // after what a cell may begin, with other settings
)

// beginnings gives the parts of a text: each ends with a separator, or the text.
func beginnings(text string, part func(string)) {
	from := 0
	for i := range len(text) {
		if strings.IndexByte(separators, text[i]) >= 0 {
			part(text[from : i+1])
			from = i + 1
		}
	}
	part(text[from:])
}

// runs says whether a part needs an apostrophe.
func runs(body string) bool {
	if strings.HasPrefix(body, "'") {
		return starts(strings.TrimLeft(body, "'"))
	}
	return starts(body) && !isNumber(strings.TrimRight(body, separators+" "))
}

func starts(body string) bool {
	r, size := utf8.DecodeRuneInString(body)
	return size > 0 && strings.ContainsRune(starters, r)
}

// isNumber says whether a beginning is a plain number, or a dash for nothing.
func isNumber(s string) bool {
	if s == "-" {
		return true
	}
	s = strings.TrimSuffix(s, "%")
	if s == "" || s[0] != '-' && s[0] != '+' {
		return false
	}
	digit := false
	for i := 1; i < len(s); i++ {
		switch {
		case '0' <= s[i] && s[i] <= '9':
			digit = true
		case s[i] == '.' && digit && i+1 < len(s):
			digit = false
		default:
			return false
		}
	}
	return digit
}

// clean gives line feeds for other line breaks, and U+FFFD for what is no text.
func clean(s string) string {
	if !strings.ContainsFunc(s, control) && utf8.ValidString(s) {
		return s
	}
	s = lineBreaks.Replace(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		if control(r) && r != '\n' && r != '\t' {
			return utf8.RuneError
		}
		return r
	}, s)
}

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func control(r rune) bool { return r < ' ' || 0x7f <= r && r < 0xa0 }
