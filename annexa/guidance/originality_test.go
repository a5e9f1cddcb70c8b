package guidance_test

import (
	"math"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/guidance"
)

// tokens are the words of a text, in lower case, without punctuation.
func tokens(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '\''
	})
}

// TestNothingIsSaidTwice: no run of eight words stands in two places.
func TestNothingIsSaidTwice(t *testing.T) {
	const run = 8
	first := make(map[string]string)
	for item := range guidance.All() {
		for _, text := range texts(item) {
			words := tokens(text)
			for i := 0; i+run <= len(words); i++ {
				key := strings.Join(words[i:i+run], " ")
				if where, again := first[key]; again {
					t.Errorf("%s and %s both say %q", where, item.Item, key)
				}
				first[key] = item.Item
			}
		}
	}
}

// vector counts the words of texts, weighted by how few items use them.
type vector map[string]float64

func (v vector) cosine(w vector) float64 {
	var dot, a, b float64
	for word, x := range v {
		dot += x * w[word]
		a += x * x
	}
	for _, y := range w {
		b += y * y
	}
	if a == 0 || b == 0 {
		return 0
	}
	return dot / math.Sqrt(a*b)
}

// stem cuts the commonest endings, so that backup and backups are one word.
func stem(word string) string {
	for _, ending := range []string{"ing", "ed", "es", "s"} {
		if cut, ok := strings.CutSuffix(word, ending); ok && len(cut) > 3 {
			return cut
		}
	}
	return word
}

func vectorOf(lists ...string) vector {
	v := make(vector)
	for _, text := range lists {
		for _, word := range tokens(text) {
			v[stem(word)]++
		}
	}
	return v
}

func weigh(v, idf vector) vector {
	w := make(vector, len(v))
	for word, n := range v {
		w[word] = (1 + math.Log(n)) * idf[word]
	}
	return w
}

// TestEachItemIsRecognizedByItsWords: half of an item's texts, without titles
// and identifiers, are nearer to the other half than to any other item.
func TestEachItemIsRecognizedByItsWords(t *testing.T) {
	var names []string
	var halves [][2]vector
	uses := make(vector)
	for item := range guidance.All() {
		var half [2][]string
		for i, text := range texts(item) {
			half[i%2] = append(half[i%2], text)
		}
		names = append(names, item.Item)
		halves = append(halves, [2]vector{vectorOf(half[0]...), vectorOf(half[1]...)})
		for word := range vectorOf(texts(item)...) {
			uses[word]++
		}
	}
	idf := make(vector, len(uses))
	for word, n := range uses {
		idf[word] = math.Log(float64(len(names)+1) / n)
	}
	for i, name := range names {
		query, best, nearest := weigh(halves[i][0], idf), -1.0, ""
		for j, other := range names {
			if c := query.cosine(weigh(halves[j][1], idf)); c > best {
				best, nearest = c, other
			}
		}
		require.Equal(t, name, nearest, "half of the texts of %s read like %s", name, nearest)
	}
}
