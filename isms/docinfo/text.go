package docinfo

import "strings"

// Text is running text. As a Block it is a paragraph. A line break in it is
// kept; everything else in it is plain characters, never markup.
type Text []Span

// A Span is a run of characters of one kind.
type Span struct {
	Text string
	// Link is where the span leads: "#" and the ID of a section, table, row,
	// figure or notice of the same document, or an absolute http, https or
	// mailto URL. Empty means that it is no link.
	Link string
	// Strong sets the span apart as important.
	Strong bool
}

// Plain returns s as text without links or emphasis.
func Plain(s string) Text { return Text{{Text: s}} }

// Link returns s as text that leads to a target, written as in Span.Link.
func Link(s, target string) Text { return Text{{Text: s, Link: target}} }

// String gives the characters of the text without links and emphasis.
func (t Text) String() string {
	if len(t) == 1 {
		return t[0].Text
	}
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Text)
	}
	return b.String()
}
