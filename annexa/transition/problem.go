package transition

import (
	"fmt"
	"strings"
)

// A Problem is what is wrong with one row, or with the list as a whole.
type Problem struct {
	Code     string `json:"code"`              // permanent, see docs/transition.md
	Row      int    `json:"row,omitzero"`      // the number of the row, from 1; 0 = the list as a whole
	Line     int    `json:"line,omitzero"`     // in the file, from 1; 0 = from no file
	Column   int    `json:"column,omitzero"`   // in bytes, from 1
	Message  string `json:"message"`           // what is wrong, in one clause
	Found    string `json:"found,omitzero"`    // "" where there is nothing
	Expected string `json:"expected,omitzero"` // what may stand there
	Nearest  string `json:"nearest,omitzero"`  // what may have been meant, "" where that is not known
}

// The codes are permanent: none is given again for anything else.
const (
	codeNone      = "T001"
	codeUnknown   = "T002"
	codeHeading   = "T003"
	codeOf2022    = "T004"
	codeDate      = "T005"
	codeRepeated  = "T006"
	codeMissing   = "T007"
	codeInclusion = "T008"
	codeLeftOut   = "T009"
)

// String returns the problem in one line.
func (p Problem) String() string {
	var b strings.Builder
	switch {
	case p.Line > 0:
		fmt.Fprintf(&b, "%d:%d: ", p.Line, p.Column)
	case p.Row > 0:
		fmt.Fprintf(&b, "row %d: ", p.Row)
	}
	b.WriteString(p.Message)
	if p.Found != "" {
		fmt.Fprintf(&b, ": got %q", p.Found)
	}
	if p.Expected != "" {
		b.WriteString(", want " + p.Expected)
	}
	fmt.Fprintf(&b, " (%s)", p.Code)
	if p.Nearest != "" {
		fmt.Fprintf(&b, "; did you mean %q?", p.Nearest)
	}
	return b.String()
}

func repeated(id string, first int) Problem {
	return Problem{
		Code: codeRepeated, Message: fmt.Sprintf("control is named by row %d already", first),
		Found: clip(id), Expected: "one row for each control",
	}
}

// clip keeps a quoted input short enough to read.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
