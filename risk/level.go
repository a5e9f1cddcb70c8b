package risk

// Level is one step of a scale. Levels compare by their place in the scale,
// never by their words: "high" of one method says nothing about "high" of
// another.
type Level struct {
	// ID is the word that records keep: short, without spaces at its ends.
	ID string `json:"id,omitzero"`
	// Label is the word that people read and may type instead of the ID.
	Label string `json:"label,omitzero"`
	// Meaning says when to choose this level, in the organization's words.
	Meaning string `json:"meaning,omitzero"`
	// Value is the number that formulas read for this level. Nil is no number:
	// the place of a level in its scale is none, so ranks are never added or
	// multiplied.
	Value *float64 `json:"value,omitzero"`
	// Min and Max bound the level in the unit of its scale, where the level
	// stands for a range of a quantity. The number of a formula is at the
	// highest level whose Min it reaches; a table does not read them. Nil is an
	// open end: 0 is a bound like any other.
	Min *float64 `json:"min,omitzero"`
	Max *float64 `json:"max,omitzero"`
}

// Scale is an ordered list of levels, lowest first.
type Scale struct {
	ID    string `json:"id,omitzero"`
	Title string `json:"title,omitzero"`
	// Unit is what Min and Max of the levels count: "EUR", "events per year".
	Unit   string  `json:"unit,omitzero"`
	Levels []Level `json:"levels,omitzero"`
}

// Read returns the level whose ID or label is the given word, exactly as
// written. An ID is found before a label. The empty word names no level.
func (s Scale) Read(word string) (Level, bool) {
	if i := read(s.Levels, word); i >= 0 {
		return s.Levels[i], true
	}
	return Level{}, false
}

// Rank returns the place of the level with this ID, 0 for the lowest.
func (s Scale) Rank(id string) (int, bool) {
	i := find(s.Levels, id)
	return max(i, 0), i >= 0
}

// find returns the index of the level with this ID, or -1.
func find(levels []Level, id string) int {
	if id == "" {
		return -1
	}
	for i := range levels {
		if same(levels[i].ID, id) {
			return i
		}
	}
	return -1
}

// read returns the index of the level with this ID or label, or -1.
func read(levels []Level, word string) int {
	if i := find(levels, word); i >= 0 || word == "" {
		return i
	}
	for i := range levels {
		if levels[i].Label == word {
			return i
		}
	}
	return -1
}

// words lists the IDs of levels.
func words(levels []Level) []string {
	list := make([]string, len(levels))
	for i := range levels {
		list[i] = levels[i].ID
	}
	return list
}
