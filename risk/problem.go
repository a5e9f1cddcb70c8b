package risk

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismskit/ismskit/internal/enum"
)

// Problem is one fault of a method or of criteria, at one place of their data.
type Problem struct {
	Code     string `json:"code,omitzero"`     // permanent, see [Codes]
	Path     string `json:"path,omitzero"`     // JSON Pointer: "/table/3/2"
	Message  string `json:"message,omitzero"`  // what is wrong, in one clause; see Sentence
	Hint     string `json:"hint,omitzero"`     // what may have been meant, "" where that is not known
	Found    string `json:"found,omitzero"`    // the word or the number there, "" where there is none
	Expected string `json:"expected,omitzero"` // what may stand there
}

// Sentence returns the message with what was found and what was expected.
func (p Problem) Sentence() string {
	s := p.Message
	if p.Found != "" {
		s += fmt.Sprintf(": got %q", p.Found)
	}
	if p.Expected != "" {
		s += ", want " + p.Expected
	}
	return s
}

// String returns the problem in one line.
func (p Problem) String() string {
	s := fmt.Sprintf("%s: %s (%s)", p.Path, p.Sentence(), p.Code)
	if p.Hint != "" {
		s += "; " + p.Hint
	}
	return s
}

// problems collects the faults of one value.
type problems []Problem

func (ps *problems) add(p Problem) {
	p.Found = clip(p.Found)
	*ps = append(*ps, p)
}

// Limits, so that a hostile document costs no more than its own size.
const (
	maxWord   = 128     // bytes of an ID
	maxLevels = 100     // levels of a scale
	maxCells  = 100_000 // cells of a table
)

// wordFault says what forbids s as an ID, "" where nothing does.
func wordFault(s string) string {
	switch {
	case s == "":
		return "is missing"
	case len(s) > maxWord:
		return fmt.Sprintf("has %d bytes, of at most %d", len(s), maxWord)
	case !utf8.ValidString(s):
		return "is not valid UTF-8"
	case strings.ContainsFunc(s, unicode.IsControl):
		return "holds a control character"
	case strings.TrimSpace(s) != s:
		return "begins or ends with a space"
	}
	return ""
}

// clip keeps a quoted word short enough to read.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// oneOf lists the words that are expected.
func oneOf(list []string) string {
	const most = 12
	if len(list) == 0 {
		return "none"
	}
	list, more := list[:min(len(list), most)], len(list) > most
	short := make([]string, len(list))
	for i, word := range list {
		short[i] = clip(word)
	}
	s := strings.Join(short, ", ")
	if more {
		s += ", …"
	}
	if len(list) > 1 {
		s = "one of " + s
	}
	return s
}

// levelHint names the level that a word may have been meant for: the one with
// that label, or the nearest.
func levelHint(levels []Level, word string) string {
	for _, l := range levels {
		if word != "" && l.Label == word {
			return fmt.Sprintf("write the id %q of the level labeled %q", clip(l.ID), clip(word))
		}
	}
	return didYouMean(word, words(levels))
}

func didYouMean(word string, list []string) string {
	if near := nearest(word, list); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return ""
}

// nearest returns the word of the list that was probably meant, "" where that
// is a guess: one or two letters are a slip away from any others.
func nearest(word string, list []string) string {
	near, _ := enum.Nearest(word, list)
	if len([]rune(word)) < 3 && !strings.EqualFold(near, word) {
		return ""
	}
	return near
}
