// Package enum gives closed enumerations their text form: the words are the
// contract, the numbers behind them are stored nowhere.
package enum

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Words lists the words of an enumeration. Index 0 is "", which means not
// stated; the word of the value n stands at index n. New words are appended.
type Words []string

// Marshal returns the word of v, or an error when v names no word.
func (w Words) Marshal(what string, v uint8) ([]byte, error) {
	if int(v) >= len(w) {
		return nil, fmt.Errorf("%s: got the number %d, want 0 to %d", what, v, len(w)-1)
	}
	return []byte(w[v]), nil
}

// Unmarshal returns the value of the word in text. The empty word is 0. An
// unknown word yields an error that lists the words and names the nearest.
func (w Words) Unmarshal(what string, text []byte) (uint8, error) {
	for i, word := range w {
		if word == string(text) {
			return uint8(i), nil
		}
	}
	var hint string
	if near, ok := Nearest(string(text), w[1:]); ok {
		hint = fmt.Sprintf("; did you mean %q?", near)
	}
	return 0, fmt.Errorf("%s: got %q, want one of %s%s", what, clip(string(text)), strings.Join(w[1:], ", "), hint)
}

// clip keeps a quoted input short enough to read.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// Nearest returns the word with the fewest edits to the given one, if that is
// near enough to be a slip: a third of its length, at least one edit.
func Nearest(word string, words []string) (string, bool) {
	if word == "" || len(word) > 64 {
		return "", false
	}
	best, at := "", max(1, len([]rune(word))/3)+1
	first, _ := utf8.DecodeRuneInString(strings.ToLower(word))
	for _, w := range words {
		// People seldom miss the first letter; of a short word nothing else is
		// left to tell done from none.
		if r, _ := utf8.DecodeRuneInString(strings.ToLower(w)); r != first && len(w) <= 5 {
			continue
		}
		if d := distance(strings.ToLower(word), strings.ToLower(w)); d < at {
			best, at = w, d
		}
	}
	return best, best != ""
}

// distance counts the edits (insert, delete, replace, swap of neighbors) that
// turn a into b.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, row, next := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := range s {
		next[0] = i + 1
		for j := range t {
			cost := 1
			if s[i] == t[j] {
				cost = 0
			}
			next[j+1] = min(next[j]+1, row[j+1]+1, row[j]+cost)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(t)]
}
