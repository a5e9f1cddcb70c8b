package audit

import (
	"embed"
	"strings"

	"github.com/ismskit/ismskit/annexa"
)

// Check is one question that an auditor asks of the records. It is a value: a
// caller may leave some out, or add checks of its own.
type Check struct {
	// Code is permanent: it keeps its meaning and is never given to another check.
	Code string
	// Clause is the clause of the standard that asks for what the check looks for.
	Clause annexa.ClauseRef
	// Title says in a few words what is wrong where the check fires.
	Title string
	// Severity is that of its gaps, unless one states another.
	Severity Severity
	// Doc is the documentation in Markdown: what the clause asks, exactly what
	// triggers the check, what stays silent though it looks alike, and what to do.
	Doc string
	// Run reports the gaps to the pass. It must not keep the pass.
	Run func(*Pass)
}

// Remedy says what to do about a gap of the check: the section "What to do" of
// its documentation, in one line.
func (c Check) Remedy() string {
	_, rest, _ := strings.Cut(c.Doc, "\n## What to do\n")
	text, _, _ := strings.Cut(rest, "\n## ")
	return strings.Join(strings.Fields(text), " ")
}

//go:embed doc/*.md
var docs embed.FS

// check makes a check of this package: its documentation stands in a file of
// its code, and the first line of that is its title.
func check(code, clause string, severity Severity, run func(*Pass)) Check {
	text, _ := docs.ReadFile("doc/" + code + ".md") // a test reads every one
	doc := strings.ReplaceAll(string(text), "\r\n", "\n")
	title, _, _ := strings.Cut(doc, "\n")
	return Check{
		Code:     code,
		Clause:   annexa.ClauseRef{Standard: "iso27001", Edition: "2022", Number: clause},
		Title:    strings.TrimPrefix(title, "# "),
		Severity: severity,
		Doc:      doc,
		Run:      run,
	}
}
