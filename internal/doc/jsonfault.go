package doc

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

func (p *jsonParser) report(f Fault) { p.faults = Report(p.faults, f, MaxFaults) }

// syntax reports what stands at pos, and ends the parsing.
func (p *jsonParser) syntax(path, want, hint string) bool {
	return p.fail(path, p.found(), want, hint)
}

// fail reports a fault of syntax at pos, and ends the parsing.
func (p *jsonParser) fail(path, found, want, hint string) bool {
	p.report(Fault{
		Code: CodeSyntax, Path: path, Line: p.line, Column: p.column(),
		Message: fmt.Sprintf("got %s, want %s", clip(found), want),
		Found:   clip(found), Expected: want, Hint: hint,
	})
	return false
}

// found describes what stands at pos.
func (p *jsonParser) found() string {
	rest := p.rest()
	if rest == "" {
		return "the end of the document"
	}
	if length := literalLength(rest); length > 0 {
		return rest[:length]
	}
	r, size := utf8.DecodeRuneInString(rest)
	if r == utf8.RuneError && size == 1 {
		return fmt.Sprintf("the byte 0x%02X", rest[0])
	}
	if r < ' ' {
		return fmt.Sprintf("the control character U+%04X", r)
	}
	return rest[:size]
}

// numberLength measures the JSON number at the beginning of s; it is -1 where
// there is none.
func numberLength(s string) int {
	i := 0
	if i < len(s) && s[i] == '-' {
		i++
	}
	whole := digits(s[i:])
	if whole == 0 || whole > 1 && s[i] == '0' {
		return -1
	}
	i += whole
	if i < len(s) && s[i] == '.' {
		n := digits(s[i+1:])
		if n == 0 {
			return -1
		}
		i += 1 + n
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		sign := 0
		if i+1 < len(s) && (s[i+1] == '+' || s[i+1] == '-') {
			sign = 1
		}
		n := digits(s[i+1+sign:])
		if n == 0 {
			return -1
		}
		i += 1 + sign + n
	}
	return i
}

// IsNumber reports whether s is a number as JSON writes it.
func IsNumber(s string) bool { return s != "" && numberLength(s) == len(s) }

func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// literalLength measures what a person means as one word or number.
func literalLength(s string) int {
	n := 0
	for n < len(s) && isWordByte(s[n]) {
		n++
	}
	return n
}

func isWordByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' || c == '.' || c == '+' || c == '-'
}

func numberHint(literal string) string {
	switch {
	case strings.HasPrefix(strings.TrimPrefix(literal, "-"), "0"):
		return "a number has no leading zero; if it is a text, put it in double quotes"
	case len(literal) > 1 && strings.HasSuffix(literal, "."):
		return "write a digit after the point"
	}
	return "if it is a text, put it in double quotes"
}

func wordHint(word string) string {
	switch strings.ToLower(word) {
	case "true", "false", "null":
		return "write " + strings.ToLower(word)
	case "none", "nil", "undefined":
		return "leave the member out"
	case "nan", "inf", "infinity":
		return "JSON has finite numbers only"
	}
	if c := word[0]; c == '+' || c == '.' || '0' <= c && c <= '9' {
		return "a number begins with a digit or a minus"
	}
	return "put a text in double quotes"
}

func valueHint(rest string) string {
	switch {
	case strings.HasPrefix(rest, "'"):
		return "a text takes double quotes"
	case strings.HasPrefix(rest, "//"), strings.HasPrefix(rest, "/*"), strings.HasPrefix(rest, "#"):
		return "JSON has no comments"
	}
	return ""
}

func nameHint(rest string) string {
	if literalLength(rest) > 0 || strings.HasPrefix(rest, "'") {
		return "put the name in double quotes"
	}
	return valueHint(rest)
}

// quote shows a text of the document in a message: short, on one line.
func quote(s string) string { return fmt.Sprintf("%q", clip(s)) }

// clip keeps what a message shows short enough to read.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
