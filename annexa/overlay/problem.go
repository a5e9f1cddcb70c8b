package overlay

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/internal/doc"
)

// Problem is one thing wrong with the text of an overlay.
type Problem struct {
	Code     string `json:"code"`              // permanent, see docs/overlays.md
	Line     int    `json:"line,omitzero"`     // from 1
	Column   int    `json:"column,omitzero"`   // in Unicode code points, from 1
	Address  string `json:"address,omitzero"`  // the text's, where it is known
	Message  string `json:"message"`           // what is wrong, was found and was expected
	Found    string `json:"found,omitzero"`    //
	Expected string `json:"expected,omitzero"` //
	Hint     string `json:"hint,omitzero"`     // what to do about it
}

// The codes are permanent: none is given again for anything else. Codes that
// begin with D are those of every document that this library reads.
const (
	codeLanguage = "O001"
	codeAddress  = "O002"
	codeRepeated = "O003"
	codeText     = "O004"
	codeRevision = "O005"
	codeHeader   = "O006"
	codeRow      = "O007"
	codeQuote    = "O008"
)

// String returns the problem in one line.
func (p Problem) String() string {
	var b strings.Builder
	if p.Line > 0 {
		fmt.Fprintf(&b, "%d:%d: ", p.Line, p.Column)
	}
	if p.Address != "" {
		b.WriteString(p.Address + ": ")
	}
	fmt.Fprintf(&b, "%s (%s)", p.Message, p.Code)
	if p.Hint != "" {
		b.WriteString("; " + p.Hint)
	}
	return b.String()
}

// Problems are all that is wrong with a text, in its order. As an error it is
// never empty.
type Problems []Problem

// Error lists the problems, a line each.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = "overlay: " + p.String()
	}
	return strings.Join(lines, "\n")
}

// fault makes a fault of what was found and what was expected.
func fault(code, message, found, expected string) doc.Fault {
	return doc.Fault{
		Code: code, Message: fmt.Sprintf("%s: got %q, want %s", message, clip(found), expected),
		Found: clip(found), Expected: expected,
	}
}

// problems turns faults into problems. Those below a text have its address.
func problems(faults []doc.Fault, o Overlay) Problems {
	ps := make(Problems, len(faults))
	for i, f := range faults {
		ps[i] = Problem{
			Code: f.Code, Line: f.Line, Column: f.Column,
			Message: f.Message, Found: f.Found, Expected: f.Expected, Hint: f.Hint,
		}
		if n, ok := textAt(f.Path); ok && n < len(o.Texts) {
			ps[i].Address = clip(o.Texts[n].Address)
		}
	}
	return ps
}

// textAt returns which text a pointer such as /texts/3/text leads to.
func textAt(pointer string) (int, bool) {
	rest, ok := strings.CutPrefix(pointer, "/texts/")
	if !ok {
		return 0, false
	}
	index, _, _ := strings.Cut(rest, "/")
	n, err := strconv.Atoi(index)
	return n, err == nil && n >= 0
}

// clip keeps a quoted input short enough to read.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
