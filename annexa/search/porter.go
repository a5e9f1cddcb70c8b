package search

import "strings"

// stem cuts the endings of an English word: M.F. Porter, An algorithm for suffix
// stripping, Program 14 (1980) 3, 130-137. The names of the steps are those of
// the paper. A stem is a key, not a word: policies and policy are both "polici".
//
// Words with other letters than a to z, and words of one or two letters, stay as
// they are.
func stem(word string) string {
	if len(word) < 3 || !isLetters(word) {
		return word
	}
	word = step1c(step1b(step1a(word)))
	word = replace(word, step2, 0)
	word = replace(word, step3, 0)
	return step5(step4(word))
}

func isLetters(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < 'a' || r > 'z' })
}

// consonant reports whether the letter at i is a consonant: other than a, e, i,
// o, u, and other than a y that follows a consonant.
func consonant(word string, i int) bool {
	switch word[i] {
	case 'a', 'e', 'i', 'o', 'u':
		return false
	case 'y':
		return i == 0 || !consonant(word, i-1)
	}
	return true
}

// measure counts how often vowels are followed by consonants, the m of the paper.
func measure(word string) int {
	m, vowel := 0, false
	for i := range len(word) {
		c := consonant(word, i)
		if c && vowel {
			m++
		}
		vowel = !c
	}
	return m
}

func hasVowel(word string) bool {
	for i := range len(word) {
		if !consonant(word, i) {
			return true
		}
	}
	return false
}

// double reports whether the word ends with twice the same consonant.
func double(word string) bool {
	n := len(word)
	return n >= 2 && word[n-1] == word[n-2] && consonant(word, n-1)
}

// cvc reports whether the word ends consonant, vowel, consonant, the last not w,
// x or y: *o in the paper.
func cvc(word string) bool {
	n := len(word)
	return n >= 3 && consonant(word, n-3) && !consonant(word, n-2) && consonant(word, n-1) && !strings.ContainsRune("wxy", rune(word[n-1]))
}

func step1a(word string) string {
	switch {
	case strings.HasSuffix(word, "sses"), strings.HasSuffix(word, "ies"):
		return word[:len(word)-2]
	case strings.HasSuffix(word, "ss"):
		return word
	}
	return strings.TrimSuffix(word, "s")
}

func step1b(word string) string {
	if base, ok := strings.CutSuffix(word, "eed"); ok {
		if measure(base) > 0 {
			return word[:len(word)-1]
		}
		return word
	}
	for _, ending := range []string{"ed", "ing"} {
		if base, ok := strings.CutSuffix(word, ending); ok {
			if !hasVowel(base) {
				return word
			}
			return mend(base)
		}
	}
	return word
}

// mend repairs what is left when -ed or -ing is cut off.
func mend(base string) string {
	switch {
	case strings.HasSuffix(base, "at"), strings.HasSuffix(base, "bl"), strings.HasSuffix(base, "iz"):
		return base + "e"
	case double(base) && !strings.ContainsRune("lsz", rune(base[len(base)-1])):
		return base[:len(base)-1]
	case measure(base) == 1 && cvc(base):
		return base + "e"
	}
	return base
}

func step1c(word string) string {
	if base, ok := strings.CutSuffix(word, "y"); ok && hasVowel(base) {
		return base + "i"
	}
	return word
}

// An ending is replaced by another.
type ending struct{ from, to string }

// Of two endings of which one ends with the other, the longer stands first.
var step2 = []ending{
	{"ational", "ate"},
	{"tional", "tion"},
	{"enci", "ence"},
	{"anci", "ance"},
	{"izer", "ize"},
	{"abli", "able"},
	{"alli", "al"},
	{"entli", "ent"},
	{"eli", "e"},
	{"ousli", "ous"},
	{"ization", "ize"},
	{"ation", "ate"},
	{"ator", "ate"},
	{"alism", "al"},
	{"iveness", "ive"},
	{"fulness", "ful"},
	{"ousness", "ous"},
	{"aliti", "al"},
	{"iviti", "ive"},
	{"biliti", "ble"},
}

var step3 = []ending{
	{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""},
}

var endings4 = []ending{
	{"al", ""},
	{"ance", ""},
	{"ence", ""},
	{"er", ""},
	{"ic", ""},
	{"able", ""},
	{"ible", ""},
	{"ant", ""},
	{"ement", ""},
	{"ment", ""},
	{"ent", ""},
	{"ou", ""},
	{"ism", ""},
	{"ate", ""},
	{"iti", ""},
	{"ous", ""},
	{"ive", ""},
	{"ize", ""},
}

// replace replaces the first ending that the word has, if the measure of what
// stands before it exceeds m.
func replace(word string, endings []ending, m int) string {
	for _, e := range endings {
		if base, ok := strings.CutSuffix(word, e.from); ok {
			if measure(base) > m {
				return base + e.to
			}
			return word
		}
	}
	return word
}

func step4(word string) string {
	if base, ok := strings.CutSuffix(word, "ion"); ok {
		if measure(base) > 1 && (strings.HasSuffix(base, "s") || strings.HasSuffix(base, "t")) {
			return base
		}
		return word
	}
	return replace(word, endings4, 1)
}

func step5(word string) string {
	if base, ok := strings.CutSuffix(word, "e"); ok {
		if m := measure(base); m > 1 || m == 1 && !cvc(base) {
			word = base
		}
	}
	if strings.HasSuffix(word, "ll") && measure(word) > 1 {
		word = word[:len(word)-1]
	}
	return word
}
