package risk

// Method rates a risk: it takes a level for each of finitely many factors and
// gives one level of risk. It is data throughout, so an organization writes
// its own in YAML or JSON, and needs no constructor: fill it, ask
// [Method.Problems] once, then rate.
//
// ISO/IEC 27001:2022 asks in 6.1.2 b) for assessments that can be repeated and
// compared. A table does the same for the same inputs, whoever reads it.
type Method struct {
	// ID names the method, Version its edition: a rating remembers both, and
	// a changed table is a new version. Neither may hold a space or "@".
	ID      string `json:"id,omitzero"`
	Version string `json:"version,omitzero"`
	Title   string `json:"title,omitzero"`
	// Source says where the scales and the table come from.
	Source  string   `json:"source,omitzero"`
	Factors []Factor `json:"factors,omitzero"`
	// Levels are the levels of risk, the result scale, lowest first.
	Levels []Level `json:"levels,omitzero"`
	// Table gives the level of risk for every combination of factors.
	Table Table `json:"table,omitzero"`
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

// Coordinate returns the factor with this role, which gives a coordinate of
// the rating.
func (m Method) Coordinate(r Role) (Factor, bool) {
	for _, f := range m.Factors {
		if f.Role == r && r != 0 {
			return f, true
		}
	}
	return Factor{}, false
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
