package risk

// Harmonization says which levels of several methods mean the same as a common
// one. It is a decision of an organization: by themselves the levels of
// different methods have nothing in common. Where it is made, risks assessed by
// these methods stand in one order; where it covers likelihood and consequence
// too, on one heat map.
//
// Whether the decision was made, by whom and when, is recorded where decisions
// are.
type Harmonization struct {
	// Common are the common levels of risk, lowest first. Likelihood,
	// Consequence and Cells are stated together, for a heat map that is shared,
	// or not at all.
	Common  Matrix    `json:"common,omitzero"`
	Methods []Mapping `json:"methods,omitzero"` // one for each method and version
}

// Mapping gives the common levels that the levels of one method stand for, IDs
// by IDs.
type Mapping struct {
	Method MethodRef `json:"method,omitzero"`
	// Levels has every level of risk of the method.
	Levels map[string]string `json:"levels,omitzero"`
	// Likelihood and Consequence have every level of the coordinates of the
	// method, where risks by it are to stand on the common heat map.
	Likelihood  map[string]string `json:"likelihood,omitzero"`
	Consequence map[string]string `json:"consequence,omitzero"`
}

// Identity maps every level of a method to itself: for the method whose levels
// are the common ones.
func Identity(m Method) Mapping {
	same := func(levels []Level) map[string]string {
		if len(levels) == 0 {
			return nil
		}
		all := make(map[string]string, len(levels))
		for _, l := range levels {
			all[l.ID] = l.ID
		}
		return all
	}
	likelihood, _ := m.Coordinate(Likelihood)
	consequence, _ := m.Coordinate(Consequence)
	return Mapping{Method: m.Ref(), Levels: same(m.Levels), Likelihood: same(likelihood.Scale.Levels), Consequence: same(consequence.Scale.Levels)}
}

// For returns the mapping of a method.
func (h Harmonization) For(ref MethodRef) (Mapping, bool) {
	for _, m := range h.Methods {
		if m.Method == ref {
			return m, true
		}
	}
	return Mapping{}, false
}

// Rating returns what a rating is in common terms: the common level and, where
// they are mapped, the common likelihood and consequence, all of no method. ok
// is false where the level of the rating has no common level.
func (h Harmonization) Rating(r Rating) (common Rating, ok bool) {
	m, ok := h.For(r.Method)
	if !ok {
		return Rating{}, false
	}
	common.Level = m.Levels[r.Level]
	if find(h.Common.Levels, common.Level) < 0 {
		return Rating{}, false
	}
	common.Likelihood, common.Consequence = m.Likelihood[r.Likelihood], m.Consequence[r.Consequence]
	return common, true
}

// Level returns the common level of a rating.
func (h Harmonization) Level(r Rating) (Level, bool) {
	common, ok := h.Rating(r)
	if !ok {
		return Level{}, false
	}
	return h.Common.Levels[find(h.Common.Levels, common.Level)], true
}

// Compare orders ratings of several methods by their common levels: negative
// where a is lower than b, 0 where both mean the same level, positive where a is
// higher. ok is false where one of them has no common level.
func (h Harmonization) Compare(a, b Rating) (order int, ok bool) {
	x, okX := h.Level(a)
	y, okY := h.Level(b)
	if !okX || !okY {
		return 0, false
	}
	return find(h.Common.Levels, x.ID) - find(h.Common.Levels, y.ID), true
}
