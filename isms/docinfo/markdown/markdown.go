package markdown

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/isms/docinfo"
)

// Write writes d to w as Markdown in UTF-8 with line feeds. The same document
// gives the same bytes. A document with problems is not written: the error is
// then a docinfo.Problems value. Any other error is one of w.
func Write(w io.Writer, d docinfo.Document) error {
	if err := d.Validate(); err != nil {
		return err
	}
	p := page{targets: map[string]bool{}}
	p.collect(d)
	p.document(d)
	if _, err := w.Write(p.Bytes()); err != nil {
		return fmt.Errorf("docinfo/markdown: %w", err)
	}
	return nil
}

// A page is the file as it grows.
type page struct {
	bytes.Buffer
	targets map[string]bool // IDs that a link of the document leads to
	quote   string          // what begins every line: "> " in a notice
	after   string          // the sign of the list just written, if it was one
}

func (p *page) document(d docinfo.Document) {
	p.mark(d.Mark)
	p.line("# " + escape(d.Title))
	if d.Subtitle != "" {
		p.line(escape(d.Subtitle))
	}
	p.fields(d.Meta)
	p.blocks(d.Blocks, 2)
	if d.Footer != "" {
		p.line("---")
		p.line(escape(d.Footer))
	}
	p.mark(d.Mark)
}

func (p *page) mark(mark string) {
	if mark != "" {
		p.line(strong(mark))
	}
}

// line writes a block of one line, and the empty line that parts it from others.
func (p *page) line(s string) {
	if p.Len() > 0 {
		p.WriteString(strings.TrimRight(p.quote, " ") + "\n")
	}
	p.next(s)
	p.after = ""
}

// next writes one more line of a block.
func (p *page) next(s string) { p.WriteString(p.quote + s + "\n") }

func (p *page) blocks(blocks []docinfo.Block, level int) {
	for _, b := range blocks {
		switch b := b.(type) {
		case docinfo.Section:
			p.line(strings.Repeat("#", level) + " " + p.anchor(b.ID) + escape(b.Title))
			p.blocks(b.Blocks, level+1)
		case docinfo.Text:
			p.text(b)
		case docinfo.List:
			p.items(b.Items, b.Ordered)
		case docinfo.Fields:
			p.fields(b)
		case docinfo.Table:
			p.table(b)
		case docinfo.Figure:
			p.figure(b)
		case docinfo.Notice:
			p.notice(b)
		}
	}
}

func (p *page) text(t docinfo.Text) {
	if s := inline(t); s != "" {
		p.line(s)
	}
}

func (p *page) items(items []docinfo.Text, ordered bool) {
	lines := make([]string, len(items))
	for i, item := range items {
		lines[i] = inline(item)
	}
	p.listing(lines, ordered)
}

func (p *page) fields(fields []docinfo.Field) {
	lines := make([]string, len(fields))
	for i, f := range fields {
		lines[i] = strong(f.Name) + ": " + inline(f.Value)
	}
	p.listing(lines, false)
}

// listing writes a list. One that follows another takes the other sign, without
// which Markdown would take both for one.
func (p *page) listing(lines []string, ordered bool) {
	if len(lines) == 0 {
		return
	}
	sign := "-"
	if p.after == "-" {
		sign = "*"
	}
	if ordered {
		sign = "."
		if p.after == "." {
			sign = ")"
		}
	}
	for i, line := range lines {
		begin := sign
		if ordered {
			begin = strconv.Itoa(i+1) + sign
		}
		if line = begin + " " + line; i == 0 {
			p.line(line)
		} else {
			p.next(line)
		}
	}
	p.after = sign
}

func (p *page) figure(f docinfo.Figure) {
	alt := p.anchor(f.ID) + escape(f.Alt)
	if f.Caption != "" {
		alt = p.anchor(f.ID) + strong(f.Caption) + "<br>" + escape(f.Alt)
	}
	p.line(alt)
}

func (p *page) notice(n docinfo.Notice) {
	outer := p.quote
	p.line("> " + p.anchor(n.ID) + shape(n.Tone) + strong(n.Title))
	p.quote += "> "
	p.text(n.Text)
	p.items(n.Items, false)
	p.quote = outer
}

// anchor gives the place that links to an ID lead to, if there are any.
func (p *page) anchor(id string) string {
	if !p.targets[id] {
		return ""
	}
	return `<a id="` + docinfo.Anchor(id) + `"></a>`
}
