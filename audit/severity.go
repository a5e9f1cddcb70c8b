package audit

import "github.com/ismskit/ismskit/internal/enum"

// Severity says what kind of objection a gap is. It is no grade: whether a
// finding is a major or a minor nonconformity is for an auditor to say, who
// knows more than the records.
type Severity uint8

// The severities, the gravest first.
const (
	Contradiction Severity = iota + 1 // contradiction: the records refute each other
	Missing                           // gap: the records lack what the clause asks for
	Weak                              // weak: the records hold it, and an auditor would ask
	Note                              // note: worth a look
)

var severityWords = enum.Words{"", "contradiction", "gap", "weak", "note"}

// MarshalText writes the word.
func (s Severity) MarshalText() ([]byte, error) {
	return severityWords.Marshal("audit: severity", uint8(s))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (s *Severity) UnmarshalText(text []byte) (err error) {
	*(*uint8)(s), err = severityWords.Unmarshal("audit: severity", text)
	return err
}

// String returns the word, which gaps are printed with.
func (s Severity) String() string {
	word, err := s.MarshalText()
	if err != nil {
		return "unknown"
	}
	return string(word)
}
