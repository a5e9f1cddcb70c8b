package docinfo

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

const (
	maxDepth = 5   // levels of sections: headings 2 to 6 under the title
	maxID    = 256 // bytes: a kind and an ID of the model, with room
)

var (
	nameForm     = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`)
	languageForm = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
)

// Validate returns nil, or all problems of the document as a Problems value.
// Its effort grows with the size of the document; it never panics.
func (d Document) Validate() error {
	c := checker{ids: map[string]bool{}, seen: map[string]bool{}}
	c.collect(d.Blocks, 1)
	c.document(d)
	if len(c.problems) == 0 {
		return nil
	}
	return c.problems
}

// checker walks a document and notes its problems.
type checker struct {
	path     []byte          // JSON Pointer of the current place
	ids      map[string]bool // every ID of the document
	seen     map[string]bool // IDs met so far
	problems Problems
}

// at checks the member or element key with f.
func (c *checker) at(key string, f func()) {
	n := len(c.path)
	c.path = append(append(c.path, '/'), key...)
	f()
	c.path = c.path[:n]
}

// each checks n elements of the member key with f.
func (c *checker) each(key string, n int, f func(i int)) {
	c.at(key, func() {
		for i := range n {
			k := len(c.path)
			c.path = strconv.AppendInt(append(c.path, '/'), int64(i), 10)
			f(i)
			c.path = c.path[:k]
		}
	})
}

// reportf notes a problem of the member key; "" is the current place itself.
func (c *checker) reportf(code, key, format string, args ...any) {
	path := string(c.path)
	if key != "" {
		path += "/" + key
	}
	c.problems = append(c.problems, Problem{Code: code, Path: path, Message: fmt.Sprintf(format, args...)})
}

func (c *checker) required(key, text string) {
	if strings.TrimSpace(text) == "" {
		c.reportf(CodeMissing, key, "got nothing, want a text")
	}
}

// collect notes every ID, so that links may point forward.
func (c *checker) collect(blocks []Block, depth int) {
	for _, b := range blocks {
		switch b := b.(type) {
		case Section:
			c.ids[b.ID] = true
			if depth <= maxDepth {
				c.collect(b.Blocks, depth+1)
			}
		case Table:
			c.ids[b.ID] = true
			for _, r := range b.Rows {
				c.ids[r.ID] = true
			}
		case Figure:
			c.ids[b.ID] = true
		case Notice:
			c.ids[b.ID] = true
		}
	}
	delete(c.ids, "")
}

func (c *checker) document(d Document) {
	if !nameForm.MatchString(d.Name) {
		c.reportf(CodeName, "name", "got %q, want letters, digits, \".\", \"_\" and \"-\", at most 100, beginning with a letter or digit", clip(d.Name))
	}
	c.required("title", d.Title)
	if d.Language != "" && !languageForm.MatchString(d.Language) {
		c.reportf(CodeLanguage, "language", "got %q, want a BCP 47 tag such as \"en\" or \"de-CH\"", clip(d.Language))
	}
	c.at("meta", func() { c.fields(d.Meta) })
	c.blocks(d.Blocks, 1)
}

func (c *checker) blocks(blocks []Block, depth int) {
	c.each("blocks", len(blocks), func(i int) { c.block(blocks[i], depth) })
}

func (c *checker) block(b Block, depth int) {
	switch b := b.(type) {
	case Section:
		c.section(b, depth)
	case Text:
		c.text(b)
	case List:
		c.items(b.Items)
	case Fields:
		c.fields(b)
	case Table:
		c.table(b)
	case Figure:
		c.figure(b)
	case Notice:
		c.notice(b)
	default:
		c.reportf(CodeBlock, "", "got %T, want a block of this package as a value", b)
	}
}

func (c *checker) section(s Section, depth int) {
	if depth > maxDepth {
		c.reportf(CodeDepth, "", "got a section at depth %d, want at most %d", depth, maxDepth)
		return
	}
	c.id(s.ID)
	c.required("title", s.Title)
	c.blocks(s.Blocks, depth+1)
}

func (c *checker) id(id string) {
	switch {
	case id == "":
	case len(id) > maxID:
		c.reportf(CodeID, "id", "got %d bytes, want at most %d", len(id), maxID)
	case c.seen[id]:
		c.reportf(CodeID, "id", "got %q a second time, want it once in the document", clip(id))
	default:
		c.seen[id] = true
	}
}

func (c *checker) text(t Text) {
	for i, s := range t {
		if s.Link == "" {
			continue
		}
		key := strconv.Itoa(i) + "/link"
		if fragment, ok := strings.CutPrefix(s.Link, "#"); ok {
			if !c.ids[fragment] {
				c.reportf(CodeLink, key, "got %q, want an ID of this document", clip(s.Link))
			}
			continue
		}
		if !absolute(s.Link) {
			c.reportf(CodeLink, key, "got %q, want \"#\" and an ID, or an absolute http, https or mailto URL", clip(s.Link))
		}
	}
}

// absolute says whether a link leads out of the document by a harmless scheme.
func absolute(link string) bool {
	u, err := url.Parse(link)
	if err != nil {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Host != ""
	case "mailto":
		return u.Opaque != ""
	}
	return false
}

func (c *checker) items(items []Text) {
	c.each("items", len(items), func(i int) { c.text(items[i]) })
}

func (c *checker) fields(fields []Field) {
	for i, f := range fields {
		c.at(strconv.Itoa(i), func() {
			c.required("name", f.Name)
			c.at("value", func() { c.text(f.Value) })
		})
	}
}

func (c *checker) notice(n Notice) {
	c.id(n.ID)
	c.tone(n.Tone)
	c.required("title", n.Title)
	c.at("text", func() { c.text(n.Text) })
	c.items(n.Items)
}

func (c *checker) tone(t Tone) {
	if _, err := t.MarshalText(); err != nil {
		c.reportf(CodeTone, "tone", "%v", err)
	}
}

func (c *checker) figure(f Figure) {
	c.id(f.ID)
	c.required("alt", f.Alt)
	if err := wellFormed(f.SVG); err != nil {
		c.reportf(CodeSVG, "svg", "got no SVG document: %v", err)
	}
}

// wellFormed says why a picture is not one SVG element.
func wellFormed(svg []byte) error {
	d := xml.NewDecoder(bytes.NewReader(svg))
	root, err := "", error(nil)
	for err == nil {
		var t xml.Token
		t, err = d.Token()
		if e, ok := t.(xml.StartElement); ok && root == "" {
			root = e.Name.Local
		}
	}
	switch {
	case !errors.Is(err, io.EOF):
		return err
	case root != "svg":
		return fmt.Errorf("the root element is %q, want \"svg\"", clip(root))
	}
	return nil
}

// clip keeps a quoted input short enough to read.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
