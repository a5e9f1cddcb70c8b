package cvss

import (
	"fmt"
	"slices"
	"strings"
)

// words lists the words of an enumeration; the word of the value n stands at
// index n, and index 0 is "", which means not stated.
type words []string

func (w words) marshal(what string, n uint8) ([]byte, error) {
	if int(n) >= len(w) {
		return nil, fmt.Errorf("cvss: %s: got the number %d, want 0 to %d", what, n, len(w)-1)
	}
	return []byte(w[n]), nil
}

func (w words) unmarshal(what string, text []byte) (uint8, error) {
	if i := slices.Index(w, string(text)); i >= 0 {
		return uint8(i), nil //nolint:gosec // there are a handful of words
	}
	var hint string
	if near := nearest(string(text), w[1:]); near != "" {
		hint = fmt.Sprintf("; did you mean %q?", near)
	}
	return 0, fmt.Errorf("cvss: %s: got %q, want %s%s", what, clip(string(text)), oneOf(w[1:]), hint)
}

// nearest returns the word that was probably meant: the same in another case,
// or the only one that a slip of one letter leads to. Abbreviations are short;
// anything more would be a guess.
func nearest(word string, list []string) string {
	var near string
	for _, w := range list {
		switch {
		case strings.EqualFold(w, word):
			return w
		case !slip(strings.ToLower(word), strings.ToLower(w)):
		case near != "":
			return ""
		default:
			near = w
		}
	}
	return near
}

// slip tells whether one letter too many, one too few or one that is another
// makes the difference between two words, of which more than that is the same.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 2 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return len(a) == len(b) && i < len(a) && a[i+1:] == b[i+1:] || len(a) < len(b) && a[i:] == b[i+1:]
}

func oneOf(list []string) string {
	if len(list) == 1 {
		return list[0]
	}
	return "one of " + strings.Join(list, ", ")
}

// clip keeps a quoted word short enough to read.
func clip(s string) string {
	const most = 40
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
