package cvss

import (
	"fmt"
	"strconv"
)

// Severity is the qualitative rating of a score, the same scale in both
// versions (3.1, section 5; 4.0, section 6). A greater one is more severe; the
// zero value means that none is stated, which is not None.
type Severity uint8

// The severities, with the scores they stand for.
const (
	None     Severity = iota + 1 // 0.0
	Low                          // 0.1 to 3.9
	Medium                       // 4.0 to 6.9
	High                         // 7.0 to 8.9
	Critical                     // 9.0 to 10.0
)

var severityWords = words{"", "none", "low", "medium", "high", "critical"}

// MarshalText returns the name of the severity in lower case.
func (s Severity) MarshalText() ([]byte, error) { return severityWords.marshal("severity", uint8(s)) }

// UnmarshalText reads what MarshalText writes.
func (s *Severity) UnmarshalText(text []byte) error {
	n, err := severityWords.unmarshal("severity", text)
	*s = Severity(n)
	return err
}

// SeverityOf returns the severity of a score, 0 to 10. Scores have one decimal;
// what lies between two severities, such as 3.95, is of the lower one.
func SeverityOf(score float64) (Severity, error) {
	switch {
	case !(score >= 0 && score <= 10): // also what is no number
		return 0, fmt.Errorf("cvss: score: got %s, want 0 to 10", strconv.FormatFloat(score, 'g', -1, 64))
	case score >= 9:
		return Critical, nil
	case score >= 7:
		return High, nil
	case score >= 4:
		return Medium, nil
	case score >= 0.1:
		return Low, nil
	}
	return None, nil
}

// Levels says which level of a scale of one's own each severity stands for, so
// that a score can be one input of a method of one's own. All five have to be
// stated: that translation is a decision of the organization, and nobody else
// can take it.
//
// The factor it is meant for is one of severity, of weakness or of
// exploitability. It is not for a factor of likelihood: of two vulnerabilities
// with the same score one may be exploited everywhere and the other never.
// Where a probability is asked for, take EPSS, known exploitation or one's own
// figures.
type Levels struct {
	None     string `json:"none,omitzero"`
	Low      string `json:"low,omitzero"`
	Medium   string `json:"medium,omitzero"`
	High     string `json:"high,omitzero"`
	Critical string `json:"critical,omitzero"`
}

// Of returns the level for a severity. It is an error if any level is not
// stated, also one that is not asked for: a table with a hole in it is found
// the first time, not in the night of the first critical vulnerability.
func (l Levels) Of(s Severity) (string, error) {
	levels := []string{"", l.None, l.Low, l.Medium, l.High, l.Critical}
	for i, level := range levels[1:] {
		if level == "" {
			return "", fmt.Errorf("cvss: levels: got none for the severity %s, want a level for each", severityWords[i+1])
		}
	}
	if s == 0 || int(s) >= len(levels) {
		return "", fmt.Errorf("cvss: severity: got the number %d, want 1 to %d", s, len(levels)-1)
	}
	return levels[s], nil
}
