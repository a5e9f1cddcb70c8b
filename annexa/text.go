package annexa

import "strings"

// isName reports whether s can be half of the name of a set: lower-case letters,
// digits, "." and "-", at most 32 bytes, beginning with a letter or a digit.
func isName(s string) bool {
	if s == "" || len(s) > 32 || s[0] == '.' || s[0] == '-' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isLower(c) && !isDigit(c) && c != '.' && c != '-' {
			return false
		}
	}
	return true
}

// isID reports whether s can be an identifier within a set. The alphabet is
// narrow on purpose: identifiers become file names, anchors and cells of
// spreadsheets.
func isID(s string) bool {
	if s == "" || len(s) > 64 || strings.IndexByte(".-_()", s[0]) >= 0 {
		return false
	}
	for i := range len(s) {
		c := s[i]
		letter := isLower(c) || 'A' <= c && c <= 'Z'
		if !letter && !isDigit(c) && strings.IndexByte(".-_()", c) < 0 {
			return false
		}
	}
	return true
}

// letters returns the letters and digits of s, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(s))
}

// isItem reports whether s is the letter of a list item.
func isItem(s string) bool { return len(s) == 1 && isLower(s[0]) }

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// natural compares two identifiers as a person sorts them: runs of digits by
// their number, everything else bytewise. It is a total order: texts that differ
// only in leading zeros are ordered bytewise.
func natural(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		if !isDigit(x[0]) || !isDigit(y[0]) {
			if x[0] != y[0] {
				return strings.Compare(x[:1], y[:1])
			}
			x, y = x[1:], y[1:]
			continue
		}
		var m, n string
		m, x = number(x)
		n, y = number(y)
		if len(m) != len(n) {
			return sign(len(m) - len(n))
		}
		if c := strings.Compare(m, n); c != 0 {
			return c
		}
	}
	if c := sign(len(x) - len(y)); c != 0 {
		return c
	}
	return strings.Compare(a, b)
}

// number splits the leading run of digits, without its leading zeros, from the
// rest of s. The number has no upper bound: it stays text.
func number(s string) (digits, rest string) {
	end := 0
	for end < len(s) && isDigit(s[end]) {
		end++
	}
	return strings.TrimLeft(s[:end], "0"), s[end:]
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// clip keeps a quoted input short enough to read in an error.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
