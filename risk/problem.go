package risk

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Problem is one fault of a method or of criteria.
type Problem struct {
	Code     string `json:"code,omitzero"` // permanent: see [Codes]
	Path     string `json:"path,omitzero"` // JSON Pointer: /table/3/2
	Message  string `json:"message,omitzero"`
	Hint     string `json:"hint,omitzero"`
	Found    string `json:"found,omitzero"`
	Expected string `json:"expected,omitzero"`
}

// String returns code, path, message and hint in one line.
func (p Problem) String() string {
	s := p.Code + " " + p.Path + ": " + p.Message
	if p.Hint != "" {
		s += " (" + p.Hint + ")"
	}
	return s
}

const (
	maxWord   = 128 // bytes of an ID
	maxLevels = 100 // levels of a scale
)

// wordFault says what forbids s as an ID, "" where nothing does.
func wordFault(s string) string {
	switch {
	case s == "":
		return "is empty"
	case len(s) > maxWord:
		return fmt.Sprintf("is %d bytes long, want at most %d", len(s), maxWord)
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
	switch {
	case len(list) == 0:
		return "none"
	case len(list) == 1:
		return clip(list[0])
	case len(list) > most:
		return fmt.Sprintf("one of %s … %s", strings.Join(list[:most-1], ", "), list[len(list)-1])
	}
	return "one of " + strings.Join(list, ", ")
}
