package audit

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

// Gap is one thing that a check found: a place in the records to which an
// auditor would object, with its cause. It is computed and therefore not an
// isms.Finding, which an auditor records.
type Gap struct {
	// Code is that of the check, Title says in words what it is.
	Code  string `json:"code"`
	Title string `json:"title"`
	// Clause is the clause of the standard that asks for what is not there.
	Clause   annexa.ClauseRef `json:"clause"`
	Severity Severity         `json:"severity"`
	// Record is the record in which it can be mended, Field the place in it, as a
	// JSON Pointer (RFC 6901), "" for the record as a whole.
	Record isms.Ref `json:"record"`
	// Name is what people call the record: its title, the title of the reference
	// control where it is about one. "" where the identifier says it all.
	Name  string `json:"name,omitzero"`
	Field string `json:"field,omitzero"`
	// Item names the entry where several stand in the field, in words that do
	// not change when the list does: the title of an interface, a stage.
	Item string `json:"item,omitzero"`
	// Control is the reference control that it is about, where it is about one.
	Control annexa.ControlRef `json:"control,omitzero"`
	// Message says what was found, Remedy what to do about it.
	Message string `json:"message"`
	Remedy  string `json:"remedy,omitzero"`
	// Records are the other records that play a part: the risks that rest on
	// a control, the evidence that lapsed.
	Records []isms.Ref `json:"records,omitzero"`
	// Due is the last day on which it was not yet a gap, where a day bounds it;
	// DaysOverdue counts the days since.
	Due         isms.Date `json:"due,omitzero"`
	DaysOverdue int       `json:"daysOverdue,omitzero"`
	// Worst is the highest risk among Record and Records.
	Worst Worst `json:"worst,omitzero"`
}

// Worst is the highest risk that a gap touches, at its present level. Levels
// of different methods are set beside each other by their place on the scale.
type Worst struct {
	Risk isms.RiskID `json:"risk"`
	// Level is the label of the level.
	Level string `json:"level"`
	// Rank is the place of the level on a scale of so many levels, 1 the lowest.
	Rank int `json:"rank"`
	Of   int `json:"of"`
}

// compare orders by the share of the scale, none at all the lowest.
func (w Worst) compare(other Worst) int {
	return cmp.Compare(w.Rank*max(other.Of, 1), other.Rank*max(w.Of, 1))
}

// Key identifies the gap: the same gap has the same key tomorrow, whatever
// else is found, so a ticket is opened once. It is made of code, record, field
// and item.
func (g Gap) Key() string { return g.Code + " " + g.Place() }

// Place returns where it can be mended: record, field and item, as in
// "risk/R-001/owners" or "risk/R-001/assessments current".
func (g Gap) Place() string {
	place := strings.TrimSuffix(g.Record.String(), "/") + g.Field // the System has no identifier
	if g.Item != "" {
		place += " " + g.Item
	}
	return place
}

// String returns the gap in one line.
func (g Gap) String() string {
	return fmt.Sprintf("%s: %s: %s (%s, clause %s)", g.Severity, g.Place(), g.Message, g.Code, g.Clause)
}

// Compare orders gaps by what matters most: severity, then the level of the
// worst risk touched, then days overdue, then code; gaps that agree in all of
// that stand in the order of their records, fields and items.
func (g Gap) Compare(other Gap) int {
	return cmp.Or(
		cmp.Compare(g.Severity, other.Severity),
		other.Worst.compare(g.Worst),
		cmp.Compare(other.DaysOverdue, g.DaysOverdue),
		strings.Compare(g.Code, other.Code),
		g.comparePlace(other),
	)
}

// comparePlace orders the gaps of one check.
func (g Gap) comparePlace(other Gap) int {
	return cmp.Or(
		cmp.Compare(g.Record.Kind, other.Record.Kind),
		g.Control.Compare(other.Control),
		g.Record.Compare(other.Record),
		strings.Compare(g.Field, other.Field),
		strings.Compare(g.Item, other.Item),
	)
}

// Top returns the n gaps that matter most, in the order of Compare, or all of
// them where there are fewer. The given list is left as it is.
func Top(gaps []Gap, n int) []Gap {
	sorted := slices.Clone(gaps)
	slices.SortStableFunc(sorted, Gap.Compare)
	return sorted[:min(max(n, 0), len(sorted))]
}
