package risk

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Text returns the inputs in one line, by factor: "consequence=3,
// likelihood=very likely". A word that could be read otherwise is quoted like a
// string of Go. [ParseInputs] reads it back.
func (in Inputs) Text() string {
	parts := make([]string, 0, len(in))
	for _, id := range slices.Sorted(maps.Keys(in)) {
		parts = append(parts, quoteWord(id)+"="+quoteWord(in[id]))
	}
	return strings.Join(parts, ", ")
}

func quoteWord(s string) string {
	if s == "" || strings.TrimSpace(s) != s || strings.ContainsAny(s, "=,\"") || strconv.Quote(s) != `"`+s+`"` {
		return strconv.Quote(s)
	}
	return s
}

// ParseInputs reads inputs from one line: "likelihood=very likely,
// consequence=3". Spaces around words do not count, the empty text is no
// inputs. Whether a method has these factors and levels is not asked here.
func ParseInputs(text string) (Inputs, error) {
	in, rest := Inputs{}, strings.TrimSpace(text)
	for rest != "" {
		id, after, err := cutWord(rest, "=")
		if err != nil {
			return nil, inputsError(text, rest, err.Error())
		}
		if id == "" || !strings.HasPrefix(after, "=") {
			return nil, inputsError(text, rest, "want factor=word")
		}
		word, after, err := cutWord(strings.TrimSpace(after[1:]), ",")
		if err != nil {
			return nil, inputsError(text, rest, err.Error())
		}
		if _, twice := in[id]; twice {
			return nil, inputsError(text, rest, fmt.Sprintf("factor %q is given twice", clip(id)))
		}
		in[id] = word
		if after == "" {
			return in, nil
		}
		if rest = strings.TrimSpace(after[1:]); rest == "" {
			return nil, inputsError(text, after, "want factor=word after the comma")
		}
	}
	return in, nil
}

// cutWord cuts a word, quoted or not, off the text before the mark.
func cutWord(s, mark string) (word, rest string, err error) {
	if strings.HasPrefix(s, `"`) {
		quoted, err := strconv.QuotedPrefix(s)
		if err != nil {
			return "", "", fmt.Errorf("the quotation mark is not closed")
		}
		word, _ = strconv.Unquote(quoted) // QuotedPrefix has checked it
		rest = strings.TrimSpace(s[len(quoted):])
		if rest != "" && !strings.HasPrefix(rest, mark) {
			return "", "", fmt.Errorf("want %q after the quotation mark", mark)
		}
		return word, rest, nil
	}
	end := strings.IndexAny(s, "=,\"")
	if end < 0 {
		end = len(s)
	}
	if end < len(s) && s[end:end+1] != mark {
		return "", "", fmt.Errorf("got %q within a word, want it in quotation marks", s[end:end+1])
	}
	return strings.TrimSpace(s[:end]), s[end:], nil
}

func inputsError(text, rest, what string) error {
	return fmt.Errorf("risk: inputs %q: at byte %d: %s", clip(text), len(text)-len(rest), what)
}
