package guidance_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/guidance"
)

// list reads a reviewed word list: words separated by white space, lines that
// begin with # are remarks.
func list(t *testing.T, name string) map[string]bool {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	words := make(map[string]bool)
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		for word := range strings.FieldsSeq(lines.Text()) {
			require.False(t, words[word], "%s has %q twice", name, word)
			words[word] = true
		}
	}
	require.NoError(t, lines.Err())
	return words
}

// TestStepsNameAVerbAndAnArtifact: a step begins with a verb and names something
// that can be held in a hand or opened on a screen.
func TestStepsNameAVerbAndAnArtifact(t *testing.T) {
	verbs, artifacts := list(t, "verbs.txt"), list(t, "artifacts.txt")
	usedVerbs, usedArtifacts := make(map[string]bool), make(map[string]bool)
	for item := range guidance.All() {
		for _, s := range item.Steps {
			words := tokens(s.Text)
			usedVerbs[words[0]] = true
			if !verbs[words[0]] {
				t.Errorf("%s/%s begins with %q, which is not among the reviewed verbs", item.Item, s.ID, words[0])
			}
			found := false
			for _, w := range words {
				w = strings.TrimSuffix(w, "'s")
				found = found || artifacts[w]
				usedArtifacts[w] = true
			}
			if !found {
				t.Errorf("%s/%s names no artifact: %q", item.Item, s.ID, s.Text)
			}
		}
	}
	unused(t, "verbs.txt", verbs, usedVerbs)
	unused(t, "artifacts.txt", artifacts, usedArtifacts)
}

// TestSpelling: every word of the texts is in the reviewed list, so that a new
// word is looked at before it is printed.
func TestSpelling(t *testing.T) {
	known, used := list(t, "words.txt"), make(map[string]bool)
	for item := range guidance.All() {
		for _, text := range append(append(texts(item), item.Owner), item.Documents...) {
			for _, word := range tokens(text) {
				word = strings.Trim(strings.TrimSuffix(word, "'s"), "'-")
				if word == "" || strings.ContainsAny(word, "0123456789") {
					continue
				}
				used[word] = true
				if !known[word] {
					t.Errorf("%s: %q is not among the reviewed words: %q", item.Item, word, text)
				}
			}
		}
	}
	unused(t, "words.txt", known, used)
}

// unused reports words of a list that no text uses any more.
func unused(t *testing.T, name string, words, used map[string]bool) {
	t.Helper()
	for word := range words {
		if !used[word] {
			t.Errorf("%s: nothing uses %q any more", name, word)
		}
	}
}
