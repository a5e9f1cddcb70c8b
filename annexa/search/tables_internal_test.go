package search

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestStem holds the whole algorithm: the example of the paper that goes through
// several steps, and words of this catalogue.
func TestStem(t *testing.T) {
	for word, want := range map[string]string{
		"generalizations": "gener", "oscillators": "oscil", // section 2 of the paper
		"connect": "connect", "connected": "connect", "connecting": "connect", "connection": "connect", "connections": "connect", // section 1
		"policies": "polici", "policy": "polici", "encryption": "encrypt", "encrypted": "encrypt", "backups": "backup",
		"is": "is", "as": "as", "": "", "größe": "größe", "8.13": "8.13", "sky": "sky", "yy": "yy", "yyy": "yyi",
	} {
		require.Equal(t, want, stem(word), word)
	}
}

// TestSteps holds the examples that the paper gives for each rule. Those of step
// 5 are whole words; before it comes what an earlier step made of a word.
//
//nolint:dupword,misspell // pairs of a word and what becomes of it
func TestSteps(t *testing.T) {
	second := func(word string) string { return replace(word, step2, 0) }
	third := func(word string) string { return replace(word, step3, 0) }
	for _, c := range []struct {
		name  string
		step  func(string) string
		pairs string
	}{
		{"1a", step1a, "caresses caress, ponies poni, ties ti, caress caress, cats cat"},
		{"1b", step1b, "feed feed, agreed agree, plastered plaster, bled bled, motoring motor, sing sing, conflated conflate, troubled trouble, " +
			"sized size, hopping hop, tanned tan, falling fall, hissing hiss, fizzed fizz, failing fail, filing file"},
		{"1c", step1c, "happy happi, sky sky"},
		{"2", second, "relational relate, conditional condition, rational rational, valenci valence, hesitanci hesitance, digitizer digitize, " +
			"conformabli conformable, radicalli radical, differentli different, vileli vile, analogousli analogous, vietnamization vietnamize, " +
			"predication predicate, operator operate, feudalism feudal, decisiveness decisive, hopefulness hopeful, callousness callous, " +
			"formaliti formal, sensitiviti sensitive, sensibiliti sensible"},
		{"3", third, "triplicate triplic, formative form, formalize formal, electriciti electric, electrical electric, hopeful hope, goodness good"},
		{"4", step4, "revival reviv, allowance allow, inference infer, airliner airlin, gyroscopic gyroscop, adjustable adjust, defensible defens, " +
			"irritant irrit, replacement replac, adjustment adjust, dependent depend, adoption adopt, homologou homolog, communism commun, " +
			"activate activ, angulariti angular, homologous homolog, effective effect, bowdlerize bowdler"},
		{"5", step5, "probate probat, rate rate, cease ceas, controll control, roll roll"},
	} {
		for pair := range strings.SplitSeq(c.pairs, ", ") {
			from, to, _ := strings.Cut(pair, " ")
			require.Equal(t, to, c.step(from), "step %s of %q", c.name, from)
		}
	}
}

func TestMeasure(t *testing.T) {
	for m, words := range []string{"tr ee tree y by", "trouble oats trees ivy", "troubles private oaten orrery"} {
		for word := range strings.FieldsSeq(words) {
			require.Equal(t, m, measure(word), word)
		}
	}
}

// TestTablesAreSound holds what the tables of words promise: each entry can be
// met, none is there twice, and no synonym is a stop word.
func TestTablesAreSound(t *testing.T) {
	seen := map[string]bool{}
	for _, line := range append(append([]string{}, variants[:]...), synonyms[:]...) {
		require.False(t, seen[line], line)
		seen[line] = true
		members := strings.Fields(line)
		require.Equal(t, line, strings.Join(members, " "))
		require.Greater(t, len(members), 1, line)
		for _, member := range members {
			require.False(t, isStop(member), "%q of %q is a stop word", member, line)
			var read []string
			words(member, func(w word) bool { read = append(read, w.text); return true })
			require.Equal(t, []string{member}, read, line)
		}
	}
	stops := strings.Fields(stopWords)
	for i, word := range stops {
		require.NotContains(t, stops[:i], word)
	}
}

func TestLog2(t *testing.T) {
	for x, want := range map[float64]float64{1: 0, 2: 1, 3: 1.5849625, 10: 3.3219281, 1024: 10, 1.5: 0.5849625} {
		require.InDelta(t, want, log2(x), 1.0/1024)
	}
}
