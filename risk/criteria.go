package risk

import "fmt"

// OwnerAuthority is the authority for levels that the owner of the risk may
// accept (ISO/IEC 27001:2022, 6.1.3 f).
const OwnerAuthority = "risk owner"

// Criteria are the risk acceptance criteria for the levels of one version of
// one method (ISO/IEC 27001:2022, 6.1.2 a 1). They are kept beside the method,
// because the organization decides them and a published method does not.
type Criteria struct {
	Levels []LevelCriterion `json:"levels,omitzero"` // one for each level of risk, in any order
}

// LevelCriterion says what may be done with a risk at one level.
type LevelCriterion struct {
	// Level is the ID of a level of risk.
	Level string `json:"level,omitzero"`
	// Acceptable risks may be retained without a further decision.
	Acceptable bool `json:"acceptable,omitzero"`
	// Authority is a word for who may accept a risk at this level, such as
	// [OwnerAuthority] or "management". Whom it stands for is recorded where
	// the parties are.
	Authority string `json:"authority,omitzero"`
}

// For returns the criterion for a level of risk.
func (c Criteria) For(level string) (LevelCriterion, bool) {
	for _, l := range c.Levels {
		if l.Level == level && level != "" {
			return l, true
		}
	}
	return LevelCriterion{}, false
}

// Complete lists everything that keeps the criteria from deciding about every
// level of risk of the method: each level needs one criterion with an authority,
// and no level may be acceptable that is higher than one that is not. Paths
// point into the criteria.
func (c Criteria) Complete(m Method) []Problem {
	var ps problems
	seen := make(map[string]int, len(c.Levels))
	lowest := c.lowestRefused(m)
	for i, l := range c.Levels {
		path := fmt.Sprintf("/levels/%d", i)
		rank, known := m.Rank(l.Level)
		first, twice := seen[l.Level]
		switch {
		case !known:
			ps.add(Problem{
				Code: codeCriterion, Path: path + "/level", Message: "criterion is for no level of method " + clip(m.Ref().String()),
				Found: l.Level, Expected: oneOf(words(m.Levels)), Hint: levelHint(m.Levels, l.Level),
			})
		case twice:
			ps.add(Problem{
				Code: codeCriterionTwo, Path: path + "/level", Message: "level has a criterion already",
				Found: l.Level, Hint: fmt.Sprintf("the other is /levels/%d", first),
			})
		default:
			seen[l.Level] = i
		}
		if fault := wordFault(l.Authority); fault != "" {
			ps.add(Problem{Code: codeAuthority, Path: path + "/authority", Message: "authority " + fault, Found: l.Authority})
		}
		if known && l.Acceptable && rank > lowest {
			ps.add(Problem{
				Code: codeAcceptable, Path: path + "/acceptable", Message: "level is acceptable although a lower one is not",
				Found: l.Level, Expected: "no acceptable level above " + clip(m.Levels[lowest].ID),
			})
		}
	}
	for _, l := range m.Levels {
		if _, ok := seen[l.ID]; !ok {
			ps.add(Problem{Code: codeNoCriterion, Path: "/levels", Message: "level of risk has no criterion", Expected: clip(l.ID)})
		}
	}
	return ps
}

// lowestRefused returns the rank of the lowest level that is not acceptable.
func (c Criteria) lowestRefused(m Method) int {
	lowest := len(m.Levels)
	for _, l := range c.Levels {
		if rank, ok := m.Rank(l.Level); ok && !l.Acceptable {
			lowest = min(lowest, rank)
		}
	}
	return lowest
}
