package risk

// Method rates a risk: it takes a level for each of finitely many factors and
// gives one level of risk. It is data throughout, so an organization writes
// its own in YAML or JSON, and needs no constructor: fill it, ask
// [Method.Problems] once, then rate.
//
// ISO/IEC 27001:2022 asks in 6.1.2 b) for assessments that can be repeated and
// compared. A table does the same for the same inputs, whoever reads it.
type Method struct { //nolint:recvcheck // what is inside a rating must not copy the method
	// ID names the method, Version its edition: a rating remembers both, and
	// a changed table is a new version. Neither may hold a space or "@".
	ID      string `json:"id,omitzero"`
	Version string `json:"version,omitzero"`
	Title   string `json:"title,omitzero"`
	// Source says where the scales and the table come from.
	Source  string   `json:"source,omitzero"`
	Factors []Factor `json:"factors,omitzero"`
	// Steps are values derived on the way, each from factors and earlier steps.
	Steps []Step `json:"steps,omitzero"`
	// Levels are the levels of risk, the result scale, lowest first.
	Levels []Level `json:"levels,omitzero"`
	// Of names the factors and steps that the last rule reads, which gives the
	// level of risk. Nil is every one that no step reads.
	Of []string `json:"of,omitzero"`
	// The last rule is either Table, with a level of risk for every combination,
	// or Formula, whose number is put on Levels by their Min.
	Table   Table   `json:"table,omitzero"`
	Formula Formula `json:"formula,omitzero"`
	// Weights has one number for each of Of, for [Sum] and [Mean]. Nil is 1 for
	// each.
	Weights []float64 `json:"weights,omitzero"`
}

// Ref names this version of the method.
func (m Method) Ref() MethodRef { return MethodRef{ID: m.ID, Version: m.Version} }

// Factor returns the factor with this ID.
func (m Method) Factor(id string) (Factor, bool) {
	for _, f := range m.Factors {
		if f.ID == id && id != "" {
			return f, true
		}
	}
	return Factor{}, false
}

// Coordinate returns the factor or step with this role, which gives a
// coordinate of the rating: its ID, its title and the scale of its levels.
func (m Method) Coordinate(r Role) (Coordinate, bool) {
	for _, f := range m.Factors {
		if f.Role == r && r != 0 {
			return Coordinate{ID: f.ID, Title: f.Title, Scale: f.Scale}, true
		}
	}
	for _, s := range m.Steps {
		if s.Role == r && r != 0 {
			return Coordinate{ID: s.ID, Title: s.Title, Scale: s.Scale}, true
		}
	}
	return Coordinate{}, false
}

// Coordinate is the factor or step of a method that gives a coordinate of its
// ratings.
type Coordinate struct {
	ID    string
	Title string
	Scale Scale
}

// Level returns the level of risk with this ID.
func (m Method) Level(id string) (Level, bool) {
	if i := find(m.Levels, id); i >= 0 {
		return m.Levels[i], true
	}
	return Level{}, false
}

// Rank returns the place of a level of risk in the order of the result scale,
// 0 for the lowest.
func (m Method) Rank(level string) (int, bool) {
	i := find(m.Levels, level)
	return max(i, 0), i >= 0
}

// Compare orders two ratings by their level of risk: negative where a is lower
// than b, 0 where they are at the same level, positive where a is higher. Only
// ratings of this version of this method, with levels on its result scale, are
// comparable.
func (m Method) Compare(a, b Rating) (order int, ok bool) {
	if a.Method != m.Ref() || b.Method != m.Ref() {
		return 0, false
	}
	i, j := find(m.Levels, a.Level), find(m.Levels, b.Level)
	if i < 0 || j < 0 {
		return 0, false
	}
	return i - j, true
}
