package risk

// OwnerAuthority is the authority of a level that the owner of the risk may
// accept (ISO/IEC 27001:2022, 6.1.3 f).
const OwnerAuthority = "risk owner"

// Criteria are the risk acceptance criteria for the levels of one method
// (ISO/IEC 27001:2022, 6.1.2 a 1).
type Criteria struct {
	Levels []LevelCriterion `json:"levels,omitzero"` // one a level of risk
}

// LevelCriterion says what may be done with a risk at one level.
type LevelCriterion struct {
	Level string `json:"level,omitzero"` // ID of a level of risk
	// Acceptable risks may be retained without a further decision.
	Acceptable bool `json:"acceptable,omitzero"`
	// Authority is a word for who may accept a risk at this level, such as
	// [OwnerAuthority]. What it stands for is said elsewhere.
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
