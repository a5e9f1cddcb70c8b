package overlay

import (
	"fmt"
	"strings"
)

// language returns a tag in the case that BCP 47 recommends: de-AT, zh-Hant.
//
// The tag must be well-formed (RFC 5646, 2.2.9); whether its parts are registered
// is not looked up. A first part of four letters or more is refused although the
// grammar reserves it: none was ever registered, and "german" is a slip. So are
// the irregular tags of old, such as i-klingon.
func language(tag string) (string, error) {
	canonical, ok := wellFormed(tag)
	if !ok {
		return "", fmt.Errorf("overlay: language: got %q, want a BCP 47 tag such as %q or %q", clip(tag), "de", "de-AT")
	}
	return canonical, nil
}

const longestTag = 100 // of 35 that every implementation must take

func wellFormed(tag string) (string, bool) {
	if len(tag) > longestTag {
		return "", false
	}
	parts := strings.Split(strings.ToLower(tag), "-")
	for _, part := range parts {
		if len(part) < 1 || len(part) > 8 || !isAlphanumeric(part) {
			return "", false
		}
	}
	if parts[0] == "x" {
		return strings.Join(parts, "-"), len(parts) > 1
	}
	rest, ok := langtag(parts)
	return strings.Join(parts, "-"), ok && tail(rest)
}

// langtag passes language, script, region and variants, puts them in their case,
// and returns what follows.
func langtag(parts []string) (rest []string, ok bool) {
	if n := len(parts[0]); n < 2 || n > 3 || !isLetters(parts[0]) {
		return nil, false
	}
	rest = parts[1:]
	for n := 0; n < 3 && len(rest) > 0 && len(rest[0]) == 3 && isLetters(rest[0]); n++ {
		rest = rest[1:] // extended language
	}
	if len(rest) > 0 && len(rest[0]) == 4 && isLetters(rest[0]) {
		rest[0] = strings.ToUpper(rest[0][:1]) + rest[0][1:]
		rest = rest[1:]
	}
	if len(rest) > 0 && isRegion(rest[0]) {
		rest[0] = strings.ToUpper(rest[0])
		rest = rest[1:]
	}
	seen := map[string]bool{}
	for len(rest) > 0 && isVariant(rest[0]) {
		if seen[rest[0]] {
			return nil, false
		}
		seen[rest[0]] = true
		rest = rest[1:]
	}
	return rest, true
}

// tail reports whether the parts are extensions, each singleton once, and what
// is for private use.
func tail(rest []string) bool {
	seen := map[string]bool{}
	for len(rest) > 0 {
		singleton := rest[0]
		if len(singleton) != 1 || len(rest) == 1 || seen[singleton] {
			return false
		}
		if singleton == "x" {
			return true
		}
		seen[singleton] = true
		if rest = rest[1:]; len(rest[0]) < 2 {
			return false
		}
		for len(rest) > 0 && len(rest[0]) > 1 {
			rest = rest[1:]
		}
	}
	return true
}

func isRegion(s string) bool {
	return len(s) == 2 && isLetters(s) || len(s) == 3 && !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

func isVariant(s string) bool {
	return len(s) >= 5 || len(s) == 4 && s[0] >= '0' && s[0] <= '9'
}

func isLetters(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < 'a' || r > 'z' })
}

func isAlphanumeric(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
}

// lookup lists the tags under which a wanted language is looked for: itself, and
// itself without its last part, again and again (RFC 4647, 3.4).
func lookup(tag string) []string {
	var tags []string
	for tag != "" {
		tags = append(tags, tag)
		tag = tag[:max(0, strings.LastIndexByte(tag, '-'))]
		if n := len(tag); n == 1 || n > 1 && tag[n-2] == '-' { // a singleton does not stand last
			tag = tag[:max(0, n-2)]
		}
	}
	return tags
}
