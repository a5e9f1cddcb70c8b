package html

import (
	"encoding/base64"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/ismskit/ismskit/isms/docinfo"
)

// blocks writes blocks whose sections have headings of the given level, 2 to 6.
func (p *page) blocks(blocks []docinfo.Block, level int) {
	for i, b := range blocks {
		switch b := b.(type) {
		case docinfo.Section:
			p.section(b, level, i)
		case docinfo.Text:
			p.raw("<p>")
			p.spans(b)
			p.raw("</p>\n")
		case docinfo.List:
			p.list(b)
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

// sectionAnchor gives the anchor of the section at place i among its siblings;
// one without an ID needs an anchor only at the first level, for the contents.
func sectionAnchor(s docinfo.Section, i int) string {
	if s.ID != "" {
		return docinfo.Anchor(s.ID)
	}
	return "~section" + strconv.Itoa(i+1)
}

func (p *page) section(s docinfo.Section, level, i int) {
	p.raw("<section")
	if s.ID != "" || level == 2 {
		p.attr("id", sectionAnchor(s, i))
	}
	if s.NewPage {
		p.raw(` class="sheet"`)
	}
	heading := markup("h" + strconv.Itoa(level))
	p.raw(">\n<" + heading + ">")
	p.text(s.Title)
	p.raw("</" + heading + ">\n")
	p.blocks(s.Blocks, level+1)
	p.raw("</section>\n")
}

func (p *page) anchor(id string) {
	if id != "" {
		p.attr("id", docinfo.Anchor(id))
	}
}

func (p *page) spans(t docinfo.Text) {
	for _, s := range t {
		if s.Link != "" {
			p.raw("<a")
			p.attr("href", address(s.Link))
			p.raw(">")
		}
		if s.Strong {
			p.raw("<strong>")
		}
		p.flow(s.Text)
		if s.Strong {
			p.raw("</strong>")
		}
		if s.Link != "" {
			p.raw("</a>")
		}
	}
}

// address gives a validated link as an address.
func address(link string) string {
	if link[0] == '#' {
		return "#" + docinfo.Anchor(link[1:])
	}
	return link
}

func (p *page) list(l docinfo.List) {
	tag := markup("ul")
	if l.Ordered {
		tag = "ol"
	}
	p.raw("<" + tag + ">\n")
	p.items(l.Items)
	p.raw("</" + tag + ">\n")
}

func (p *page) items(items []docinfo.Text) {
	for _, item := range items {
		p.raw("<li>")
		p.spans(item)
		p.raw("</li>\n")
	}
}

func (p *page) fields(fields []docinfo.Field) {
	p.raw("<dl>\n")
	for _, f := range fields {
		p.raw("<div")
		if utf8.RuneCountInString(f.Value.String()) > 40 {
			p.raw(` class="long"`)
		}
		p.raw("><dt>")
		p.text(f.Name)
		p.raw("</dt><dd>")
		p.spans(f.Value)
		p.raw("</dd></div>\n")
	}
	p.raw("</dl>\n")
}

func (p *page) notice(n docinfo.Notice) {
	p.raw("<div")
	p.anchor(n.ID)
	p.raw(` class="notice`)
	p.raw(toneClass(n.Tone, " "))
	p.raw("\" role=\"note\">\n<p class=\"point\">")
	p.shape(n.Tone, "note")
	p.raw("<strong>")
	p.text(n.Title)
	p.raw("</strong></p>\n")
	if len(n.Text) > 0 {
		p.raw("<p>")
		p.spans(n.Text)
		p.raw("</p>\n")
	}
	if len(n.Items) > 0 {
		p.raw("<ul")
		if !slices.ContainsFunc(n.Items, func(t docinfo.Text) bool { return len(t.String()) > longWord }) {
			p.raw(` class="short"`)
		}
		p.raw(">\n")
		p.items(n.Items)
		p.raw("</ul>\n")
	}
	p.raw("</div>\n")
}

// figure sets the picture as an image of its own: no script in it runs, nothing
// in it is fetched, and its names cannot meet those of the page.
func (p *page) figure(f docinfo.Figure) {
	p.raw("<figure")
	p.anchor(f.ID)
	p.raw("><img")
	p.attr("alt", f.Alt)
	p.raw(` src="data:image/svg+xml;base64,`)
	p.raw(markup(base64.StdEncoding.EncodeToString(f.SVG)))
	p.raw(`">`)
	if f.Caption != "" {
		p.raw("\n<figcaption>")
		p.text(f.Caption)
		p.raw("</figcaption>")
	}
	p.raw("</figure>\n")
}
