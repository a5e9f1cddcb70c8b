package yamldoc

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/ismskit/ismskit/internal/doc"
)

// Parse reads one YAML document into a tree. A nil tree means that the syntax
// is broken; otherwise the tree can be decoded, and the faults of both belong
// together (doc.Merge). The tree shares the text of one copy of src.
func Parse(src []byte) (*doc.Node, []doc.Fault) {
	if faults := readable(src); len(faults) > 0 {
		return nil, faults
	}
	if root, ok := parseSimple(src); ok {
		return root, nil
	}
	return parseAny(src)
}

const bom = "\ufeff"

// readable reports what the library would refuse or read differently from
// every editor.
func readable(src []byte) []doc.Fault {
	if len(src) > doc.MaxBytes {
		return []doc.Fault{{
			Code: doc.CodeSize, Line: 1, Column: 1, Message: "the document is too large",
			Found: fmt.Sprintf("%d bytes", len(src)), Expected: fmt.Sprintf("at most %d bytes", doc.MaxBytes),
		}}
	}
	if !utf8.Valid(src) {
		return []doc.Fault{notUTF8(src)}
	}
	return lineBreaks(src)
}

func notUTF8(src []byte) doc.Fault {
	at := 0
	for r, size := utf8.DecodeRune(src); r != utf8.RuneError || size > 1; r, size = utf8.DecodeRune(src[at:]) {
		at += size
	}
	line, column := place(src, at)
	return doc.Fault{
		Code: doc.CodeEncoding, Line: line, Column: column, Message: "the document is not UTF-8",
		Found: fmt.Sprintf("the byte 0x%02X", src[at]), Expected: "UTF-8", Hint: "save the file as UTF-8",
	}
}

// lineBreaks reports the three characters that YAML 1.1, and the library with
// it, takes for line breaks, while YAML 1.2 and editors do not: they would
// change the text and shift every position below.
func lineBreaks(src []byte) (faults []doc.Fault) {
	if !bytes.Contains(src, []byte("\u0085")) && !bytes.Contains(src, []byte("\u2028")) && !bytes.Contains(src, []byte("\u2029")) {
		return nil
	}
	line, column, before := 1, 1, ' '
	for _, r := range strings.TrimPrefix(string(src), bom) {
		switch {
		case r == '\n' && before == '\r':
		case r == '\n' || r == '\r':
			line, column = line+1, 1
		default:
			if r == 0x85 || r == 0x2028 || r == 0x2029 {
				faults = doc.Report(faults, lineBreak(r, line, column), 0)
			}
			column++
		}
		before = r
	}
	return faults
}

func lineBreak(r rune, line, column int) doc.Fault {
	found := fmt.Sprintf("the character %U", r)
	return doc.Fault{
		Code: doc.CodeLineBreak, Line: line, Column: column,
		Message: fmt.Sprintf("got %s, want it escaped", found),
		Found:   found, Expected: "an escape in double quotes",
		Hint: fmt.Sprintf(`put the text in double quotes and write it as \u%04x`, r),
	}
}

// place turns an offset in bytes into a line and a column.
func place(src []byte, offset int) (line, column int) {
	before := strings.TrimPrefix(string(src[:offset]), bom)
	before = strings.ReplaceAll(before, "\r\n", "\n")
	before = strings.ReplaceAll(before, "\r", "\n")
	last := strings.LastIndexByte(before, '\n')
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[last+1:]) + 1
}

// kindOf is what YAML 1.2 makes of an unquoted scalar: its core schema for
// null, true and false, and the numbers of JSON. Anything else is text, so
// that 0x1F, 010, 1_000, .5, no and 2026-11-21 stay as they were typed.
func kindOf(s string) doc.Kind {
	if s == "" {
		return doc.Null
	}
	switch c := s[0]; {
	case c == '-' || '0' <= c && c <= '9':
		if doc.IsNumber(s) {
			return doc.Number
		}
	case c == '~' || c|0x20 == 'n' || c|0x20 == 't' || c|0x20 == 'f':
		switch s {
		case "~", "null", "Null", "NULL":
			return doc.Null
		case "true", "True", "TRUE", "false", "False", "FALSE":
			return doc.Bool
		}
	}
	return doc.Text
}
