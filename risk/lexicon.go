package risk

import "math/bits"

// lexicon finds the levels of a scale by their words: a table with open
// addresses.
type lexicon struct {
	entries []entry // a power of two of them, at least half free
	bits    uint8   // of a hash, that many entries
}

// entry is a word of a level, and the level's index. No word is a free entry.
type entry struct {
	word  string
	level uint8
}

func newLexicon(levels []Level) lexicon {
	n := bits.Len(uint(4 * len(levels)))
	l := lexicon{make([]entry, 1<<n), uint8(n)} //nolint:gosec // at most 9
	for i := range levels {
		l.put(levels[i].ID, i)
	}
	for i := range levels {
		l.put(levels[i].Label, i)
	}
	return l
}

// put adds a word, unless there is none or another level has it.
func (l *lexicon) put(word string, level int) {
	if word == "" || l.find(word) >= 0 {
		return
	}
	i := l.hash(word)
	for l.entries[i&(len(l.entries)-1)].word != "" {
		i++
	}
	l.entries[i&(len(l.entries)-1)] = entry{word, uint8(level)} //nolint:gosec // below maxLevels
}

// hash reads of a word, which is not empty, what words mostly differ in: length,
// first and last byte.
func (l *lexicon) hash(word string) int {
	n := len(word)
	h := uint32(n) + uint32(word[0])<<8 + uint32(word[n-1])<<16 //nolint:gosec // a hash
	return int(h * 0x9e3779b1 >> (32 - l.bits))
}

// find returns the index of the level with this ID or label, or -1: what read
// does, without looking at every level.
func (l *lexicon) find(word string) int {
	if word == "" {
		return -1
	}
	for i := l.hash(word); ; i++ {
		e := &l.entries[i&(len(l.entries)-1)]
		if same(e.word, word) {
			return int(e.level)
		}
		if e.word == "" {
			return -1
		}
	}
}
