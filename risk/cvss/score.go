package cvss

import "strconv"

// Score is one score of a vector. Quote it with its name and its vector: a
// number alone does not say what went into it.
type Score struct {
	Name     string   `json:"name,omitzero"`     // "base", "temporal", "environmental" in 3.1; "CVSS-B", "CVSS-BT", "CVSS-BE", "CVSS-BTE" in 4.0
	Value    float64  `json:"value"`             // 0 to 10, one decimal; 0 is a score
	Severity Severity `json:"severity,omitzero"` // what the value is in words
}

// String returns name, value and severity: "CVSS-B 9.3 critical".
func (s Score) String() string {
	text := s.Name + " " + strconv.FormatFloat(s.Value, 'f', 1, 64)
	if word, err := s.Severity.MarshalText(); err == nil && s.Severity != 0 {
		text += " " + string(word)
	}
	return text
}

// Scores returns the scores of a vector: base, temporal and environmental in
// 3.1, whatever groups it states; in 4.0 the one that there is, with the name
// that says which groups it states (4.0, section 1.3). The zero Vector has none.
//
// In 3.1 an environmental score may differ from the base score although no
// environmental metric is stated: where the scope is changed its formula is
// another (3.1, section 7.3).
func (v Vector) Scores() []Score {
	switch v.version {
	case V31:
		return []Score{
			score(groupWords[Base], v.v31.BaseScore()),
			score(groupWords[Temporal], v.v31.TemporalScore()),
			score(groupWords[Environmental], v.v31.EnvironmentalScore()),
		}
	case V40:
		return []Score{score(v.v40.Nomenclature(), v.v40.Score())}
	}
	return nil
}

// Score returns the score that takes in all that the vector states: in 3.1 the
// environmental one if it states an environmental metric, else the temporal one
// if it states a temporal metric, else the base score; in 4.0 the only one. The
// zero Vector has the zero Score.
func (v Vector) Score() Score {
	scores := v.Scores()
	switch {
	case len(scores) == 0:
		return Score{}
	case len(scores) == 1 || v.states(Environmental):
		return scores[len(scores)-1]
	case v.states(Temporal):
		return scores[1]
	}
	return scores[0]
}

func score(name string, value float64) Score {
	severity, _ := SeverityOf(value) // a vector that was read scores 0 to 10
	return Score{Name: name, Value: value, Severity: severity}
}
