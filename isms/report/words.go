package report

import (
	"encoding"
	"fmt"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/isms/docinfo"
)

// name joins an identifier and what people call the thing.
func name(id, title string) string {
	if blank(title) || title == id {
		return id
	}
	return id + " " + title
}

// titled puts what people call a thing before its identifier.
func titled(title, id string) string {
	if blank(title) || title == id {
		return id
	}
	return title + " (" + id + ")"
}

// strong is a name with the identifier set apart, and what is said of it.
func strong(id, title, rest string) docinfo.Text {
	return docinfo.Text{{Text: id, Strong: true}, {Text: strings.TrimPrefix(name(id, title), id) + rest}}
}

// word returns the word of a value of an enumeration, "" for none.
func word(v encoding.TextMarshaler) string {
	text, err := v.MarshalText()
	if err != nil {
		return ""
	}
	return string(text)
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// seen returns the first text that a reader can see, "" if there is none.
func seen(texts ...string) string {
	for _, s := range texts {
		if !blank(s) {
			return s
		}
	}
	return ""
}

// joined joins the texts that a reader can see.
func joined(by string, texts ...string) string {
	var list []string
	for _, s := range texts {
		if !blank(s) {
			list = append(list, s)
		}
	}
	return strings.Join(list, by)
}

// phrase puts words before a text, and is nothing where the text is.
func phrase(words, text string) string {
	if blank(text) {
		return ""
	}
	return words + " " + text
}

// count gives a number with its noun: "1 risk", "2 risks".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

// some lists texts, not more than a reader wants to see in a sentence.
func some(list []string) string {
	const most = 6
	if len(list) <= most+1 { // "and 1 more" would be no shorter
		return strings.Join(list, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(list[:most], ", "), len(list)-most)
}

// texts turns identifiers into plain text.
func texts[T ~string](list []T) []string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return words
}

// items turns texts into the items of a cell or list.
func items(list []string) []docinfo.Text {
	out := make([]docinfo.Text, len(list))
	for i, s := range list {
		out[i] = docinfo.Plain(s)
	}
	return out
}
