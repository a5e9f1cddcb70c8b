package file

import (
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/internal/doc"
)

// Problem is one fault of a text, at one place of it.
type Problem struct {
	// Code is permanent. Codes that begin with D are about the form of the text
	// (docs/problems.md), the others are those of loss.Codes.
	Code string
	// Path is the JSON Pointer (RFC 6901) of the value: "/scenarios/0/severity".
	Path string
	// Message says what was found and what was expected; Found and Expected are
	// the parts of it, where it has them.
	Message, Found, Expected string
	// Hint says what to do, or what may have been meant; "" where that is not
	// known.
	Hint string
	// File is the name that was given. Line and Column say where the value stands,
	// or what it should stand in; both count from 1, columns in Unicode code points.
	File         string
	Line, Column int
}

// String returns the problem in one line, its position first.
func (p Problem) String() string {
	s := fmt.Sprintf("%s:%d:%d: ", p.File, p.Line, p.Column)
	if p.Path != "" {
		s += p.Path + ": "
	}
	s += fmt.Sprintf("%s (%s)", p.Message, p.Code)
	if p.Hint != "" {
		s += "; " + p.Hint
	}
	return s
}

// Problems are all faults of a text, in its order. As an error it is never empty.
type Problems []Problem

// Error lists the problems, a line each.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// units says of the members that hold a number what it is of. People write them
// as 3 %, quarter or EUR 5,000.
var units = map[string]string{
	"period":    "the number of years that the frequency is of: 0.25 for a quarter, 10 for a decade",
	"discount":  "a share for each year: 0.05 for 5 %",
	"rateTrend": "a share for each year: 0.03 for 3 % more events than in the year before",
	"lossTrend": "a share for each year: 0.03 for 3 % more than in the year before",
	"rate":      "events per period, on average: 0.4, or {per: year, dist: …} if it is not known",
	"mean":      "events per period, on average",

	"probability":   "from 0 to 1: 0.2 for 20 %, or {per: event, dist: …} if it is not known",
	"vulnerability": "from 0 to 1: 0.2 for 20 %, or {per: event, dist: …} if it is not known",
	"reduces":       "from 0 to 1: 0.2 for 20 %, or {per: once, dist: …} if it is not known",

	"eventRetention": amount, "eventLimit": amount, "annualRetention": amount, "annualLimit": amount,
	"retention": amount, "limit": amount, "annual": amount, "premium": amount, "cost": amount,
}

const amount = "digits alone: 5000 or 5e3; the currency is that of the model"

// hint says what to write where something else than a number stands, "" where
// that is not known.
func hint(f doc.Fault) string {
	if f.Code == doc.CodeText && strings.Count(f.Found, "(") > strings.Count(f.Found, ")") {
		return "within { } or [ ] a distribution stands in double quotes, because of its commas"
	}
	if f.Code != doc.CodeKind || !strings.HasPrefix(f.Found, "the text ") {
		return ""
	}
	path := strings.TrimRight(f.Path, "/0123456789")
	return units[path[strings.LastIndexByte(path, '/')+1:]]
}
