package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// A text is lines for a terminal, wrapped to a width. It needs neither color nor
// a cursor.
type text struct {
	w     io.Writer
	width int
}

func (c *call) text() text { return text{c.out, c.width} }

// linef writes a line as it is.
func (t text) linef(format string, args ...any) { _, _ = fmt.Fprintf(t.w, format+"\n", args...) }

// heading begins a section.
func (t text) heading(s string) { t.linef("\n%s", strings.ToUpper(s)) }

// hang writes a paragraph behind a label; the lines that follow stand under the
// first word.
func (t text) hang(indent int, label, s string) {
	column := indent + utf8.RuneCountInString(label)
	if label != "" {
		column = max(column+1, indent+4)
	}
	lead := strings.Repeat(" ", indent) + label
	for paragraph := range strings.SplitSeq(s, "\n") {
		for _, l := range wrap(paragraph, t.width-column) {
			lead += strings.Repeat(" ", max(0, column-utf8.RuneCountInString(lead)))
			t.linef("%s", strings.TrimRight(lead+l, " "))
			lead = ""
		}
	}
}

// wrap breaks a text into lines of at most so many characters: where it has
// spaces, and where a word is longer than a line, behind a hyphen in it.
func wrap(s string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(s) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		for line == "" && utf8.RuneCountInString(word) > width {
			cut := 1 + strings.LastIndexAny(word[:min(width, len(word))], "-/")
			if cut == 0 {
				break
			}
			lines, word = append(lines, word[:cut]), word[cut:]
		}
		line += word
	}
	return append(lines, line)
}
