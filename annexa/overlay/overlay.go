package overlay

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ismskit/ismskit/internal/doc"
)

// An Overlay is texts in one language, each at the address that it is laid over.
type Overlay struct {
	// Language is a BCP 47 tag, "de-AT". A licensed English text has "en".
	Language string `json:"language" doc:"required"`
	Texts    []Text `json:"texts" doc:"required"`
}

// A Text is what an overlay says at one address.
type Text struct {
	// Address is where it belongs, "A.5.7/S1"; see the package comment.
	Address string `json:"address" doc:"required"`
	// Revision is that of the guidance item for which the text was made, 0 where
	// it is not known or there is none.
	Revision int `json:"revision,omitzero"`
	// Ours is our text for which it was made: for translators to look at, and for
	// Check to compare with that of today. It is never shown in place of Text.
	Ours string `json:"ours,omitzero"`
	// Text is the text, with line feeds where it has several lines. "" is missing:
	// what is looked for is looked for elsewhere.
	Text string `json:"text,omitzero"`
}

// Validate returns what no overlay may have, nil if there is nothing: a language
// that is none, an address that is not one or stands twice, a text with
// characters that cannot be printed. Whether an address exists is for Check.
func (o Overlay) Validate() Problems {
	return problems(o.faults(nil), o)
}

// faults returns what is wrong with an overlay. Where a fault stands at or below
// a text already, nothing more is said of it.
func (o Overlay) faults(known []doc.Fault) []doc.Fault {
	var list []doc.Fault
	add := func(path string, f doc.Fault) {
		f.Path = path
		list = doc.Report(list, f, 0)
	}
	bad := map[int]bool{}
	languageRead := true
	for _, f := range known {
		if i, ok := textAt(f.Path); ok {
			bad[i] = true
		}
		languageRead = languageRead && f.Path != "" && f.Path != "/language"
	}
	if _, err := language(o.Language); err != nil && languageRead {
		add("/language", fault(codeLanguage, "the language is none", o.Language, "a BCP 47 tag as in de or de-AT"))
	}
	first := make(map[string]int, len(o.Texts))
	for i, t := range o.Texts {
		if bad[i] {
			continue
		}
		path := "/texts/" + strconv.Itoa(i)
		if j, again := first[t.Address]; again {
			f := fault(codeRepeated, "the address has a text already, number "+strconv.Itoa(j+1), t.Address, "each address once")
			f.Hint = "keep one of the two"
			add(path+"/address", f)
			continue
		}
		first[t.Address] = i
		t.faults(path, add)
	}
	return list
}

func (t Text) faults(path string, add func(string, doc.Fault)) {
	if !isAddress(t.Address) {
		add(path+"/address", fault(codeAddress, "the address is none", t.Address, "item and part, as in A.5.7/title or A.5.7/S1"))
	}
	if t.Revision < 0 {
		add(path+"/revision", fault(codeRevision, "the revision is none", strconv.Itoa(t.Revision), "a whole number from 0"))
	}
	for _, field := range []struct{ name, text string }{{"/ours", t.Ours}, {"/text", t.Text}} {
		if r, found := unprintable(field.text); found {
			add(path+field.name, fault(codeText, "a character cannot be printed", fmt.Sprintf("%U", r), "text, line feeds and tabs"))
		}
	}
}

// unprintable returns the first character of a text that is a control character
// other than a line feed or a tab, or no character at all.
func unprintable(text string) (rune, bool) {
	for i, r := range text {
		control := r < ' ' && r != '\n' && r != '\t' || 0x7f <= r && r < 0xa0
		if r == utf8.RuneError {
			_, width := utf8.DecodeRuneInString(text[i:])
			control = width == 1
		}
		if control {
			return r, true
		}
	}
	return 0, false
}

// isAddress reports whether a text has the form of an address: an item and a
// part of it, as identifiers are written.
func isAddress(s string) bool {
	item, part := cut(s)
	if item == "" || part == "" || len(s) > 128 || strings.HasSuffix(s, "/") || strings.Contains(s, "//") {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
		return !letter && !strings.ContainsRune("/.:-_() ", r)
	})
}

// cut splits an address into the item and the part. The item of another set has
// a slash of its own: iso27001:2013/A.9.2.1/title.
func cut(address string) (item, part string) {
	item, part, _ = strings.Cut(address, "/")
	if strings.Contains(item, ":") {
		id, rest, _ := strings.Cut(part, "/")
		item, part = item+"/"+id, rest
	}
	return item, part
}

// Fresh returns the overlay without the texts that are stale.
func (o Overlay) Fresh() Overlay {
	stale := o.stale()
	o.Texts = slices.DeleteFunc(slices.Clone(o.Texts), func(t Text) bool { return stale[t.Address] })
	return o
}

// stale returns the addresses whose texts are stale.
func (o Overlay) stale() map[string]bool {
	stale := map[string]bool{}
	for _, s := range o.Check().Stale {
		stale[s.Address] = true
	}
	return stale
}
