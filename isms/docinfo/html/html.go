package html

import (
	"bytes"
	"fmt"
	"io"

	"github.com/ismskit/ismskit/isms/docinfo"
)

// Write writes d to w as one HTML file in UTF-8. The same document gives the
// same bytes. A document with problems is not written: the error is then a
// docinfo.Problems value. Any other error is one of w.
func Write(w io.Writer, d docinfo.Document) error {
	if err := d.Validate(); err != nil {
		return err
	}
	p := newPage(d)
	p.document()
	if _, err := w.Write(p.Bytes()); err != nil {
		return fmt.Errorf("docinfo/html: %w", err)
	}
	return nil
}

// A page is the file as it grows.
type page struct {
	bytes.Buffer
	doc    docinfo.Document
	words  words
	tables int // met so far: the number of a table ties it to its style rules
}

func newPage(d docinfo.Document) *page {
	if d.Language == "" {
		d.Language = "en"
	}
	return &page{doc: d, words: wordsFor(d.Language)}
}

func (p *page) document() {
	p.raw("<!DOCTYPE html>\n<html")
	p.attr("lang", p.doc.Language)
	if rightToLeft(p.doc.Language) {
		p.raw(` dir="rtl"`)
	}
	p.raw(">\n")
	p.head()
	p.raw("<body>\n")
	p.skipLink()
	p.raw(sprite)
	p.mark()
	p.header()
	p.contents()
	p.raw("<main id=\"~content\">\n")
	p.blocks(p.doc.Blocks, 2)
	p.raw("</main>\n")
	p.footer()
	p.raw("<script>")
	p.raw(markup(script))
	p.raw("</script>\n</body>\n</html>\n")
}

func (p *page) head() {
	own, style := ownStyle(p.doc, p.words), styleSheet()
	p.raw("<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"")
	p.attr("content", policy(style, own))
	p.raw(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	p.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
	p.raw("<link rel=\"icon\" href=\"data:,\">\n<title>")
	if p.doc.Mark != "" {
		p.text(p.doc.Mark + " – ")
	}
	p.text(p.doc.Title)
	if p.doc.Subtitle != "" {
		p.text(" – " + p.doc.Subtitle)
	}
	p.raw("</title>\n<style>")
	p.raw(markup(style))
	p.raw("</style>\n<style>")
	p.raw(markup(own))
	p.raw("</style>\n</head>\n")
}

func (p *page) skipLink() {
	p.raw(`<a class="skip" href="#~content"`)
	p.foreign()
	p.raw(">")
	p.text(p.words.Skip)
	p.raw("</a>\n")
}

// mark sets the mark twice: a bar that stays in sight, and the letters across
// each sheet of paper, which those who listen to the page need not hear again.
func (p *page) mark() {
	if p.doc.Mark == "" {
		return
	}
	p.raw("<p class=\"mark\"><strong>")
	p.text(p.doc.Mark)
	p.raw("</strong></p>\n<div class=\"across\" aria-hidden=\"true\">")
	p.text(p.doc.Mark)
	p.raw("</div>\n")
}

func (p *page) header() {
	p.raw("<header>\n<h1>")
	p.text(p.doc.Title)
	p.raw("</h1>\n")
	if p.doc.Subtitle != "" {
		p.raw("<p class=\"subtitle\">")
		p.text(p.doc.Subtitle)
		p.raw("</p>\n")
	}
	if len(p.doc.Meta) > 0 {
		p.fields(p.doc.Meta)
	}
	p.raw("</header>\n")
}

// contents lists the sections of the first level, where there are several.
func (p *page) contents() {
	var titles, anchors []string
	for i, b := range p.doc.Blocks {
		if s, ok := b.(docinfo.Section); ok {
			titles, anchors = append(titles, s.Title), append(anchors, sectionAnchor(s, i))
		}
	}
	if len(titles) < 2 {
		return
	}
	p.raw("<nav aria-labelledby=\"~contents\">\n<h2 id=\"~contents\"")
	p.foreign()
	p.raw(">")
	p.text(p.words.Contents)
	p.raw("</h2>\n<ol>\n")
	for i, title := range titles {
		p.raw("<li><a")
		p.attr("href", "#"+anchors[i])
		p.raw(">")
		p.text(title)
		p.raw("</a></li>\n")
	}
	p.raw("</ol>\n</nav>\n")
}

func (p *page) footer() {
	if p.doc.Footer == "" {
		return
	}
	p.raw("<footer>\n<p>")
	p.text(p.doc.Footer)
	p.raw("</p>\n</footer>\n")
}
