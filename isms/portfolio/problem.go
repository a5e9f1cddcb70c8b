package portfolio

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/isms"
)

// The codes of what does not fit together. Each keeps its meaning for good; a
// code that falls out of use is not given again. Those from Q101 on are notices:
// they forbid nothing.
const (
	CodeModel    = "Q001" // a record names another model
	CodeScenario = "Q002" // a risk names a scenario that the model does not have
	CodeControl  = "Q003" // a treatment names a control that the model does not have
	CodeCurrency = "Q004" // the System and the model count in different currencies
	CodeNone     = "Q005" // no open risk names a scenario of the model

	NoticeUnlinked  = "Q101" // no open risk names a scenario; its loss is in the whole all the same
	NoticeProposal  = "Q102" // no treatment names a control; it acts neither today nor after treatment
	NoticeShared    = "Q103" // several risks name a scenario; it counts in each
	NoticeNotOpen   = "Q104" // a risk that names scenarios is not open, and left out
	NoticeUnmodeled = "Q105" // an open risk names no scenario, and is left out
	NoticeEnded     = "Q106" // a treatment that names controls has ended, and is left out
	NoticeTogether  = "Q107" // controls that act together exclude each other, or one needs another
)

// Code is what a problem or a notice of one code means.
type Code struct{ ID, Means string }

// Codes lists the codes in their order.
func Codes() []Code {
	return []Code{
		{CodeModel, "a record names another model"},
		{CodeScenario, "a risk names a scenario that the model does not have"},
		{CodeControl, "a treatment names a control that the model does not have"},
		{CodeCurrency, "the System and the model count in different currencies"},
		{CodeNone, "no open risk names a scenario of the model"},
		{NoticeUnlinked, "no open risk names a scenario; its loss is in the whole all the same"},
		{NoticeProposal, "no treatment names a control; it acts neither today nor after treatment"},
		{NoticeShared, "several risks name a scenario; it counts in each"},
		{NoticeNotOpen, "a risk that names scenarios is not open, and left out"},
		{NoticeUnmodeled, "an open risk names no scenario, and is left out"},
		{NoticeEnded, "a treatment that names controls has ended, and is left out"},
		{NoticeTogether, "controls that act together exclude each other, or one needs another"},
	}
}

// found collects problems and notices.
type found struct{ problems, notices isms.Problems }

// refuse adds a problem of a record.
func (f *found) refuse(code string, ref isms.Ref, path, got, want, hint string) {
	f.problems = append(f.problems, isms.Problem{
		Code: code, Record: ref, Path: path, Found: got, Expected: want, Hint: hint,
		Message: fmt.Sprintf("got %s, want %s", got, want),
	})
}

// note adds a notice.
func (f *found) note(code string, ref isms.Ref, message string) {
	f.notices = append(f.notices, isms.Problem{Code: code, Record: ref, Message: message})
}

// err returns the problems in the order of records, fields and codes; nil if
// there are none.
func (f *found) err() error {
	if len(f.problems) == 0 {
		return nil
	}
	order(f.problems)
	return f.problems
}

func order(ps isms.Problems) {
	slices.SortStableFunc(ps, func(a, b isms.Problem) int {
		return cmp.Or(a.Record.Compare(b.Record), strings.Compare(a.Path, b.Path), strings.Compare(a.Code, b.Code))
	})
}

// has lists what a model has, and finds what may have been meant.
type has []string

// want says what may stand there: all of a short list.
func (h has) want(what string) string {
	const most = 12
	quoted := make([]string, 0, most)
	for _, id := range h[:min(len(h), most)] {
		quoted = append(quoted, quote(id))
	}
	switch {
	case len(h) == 0:
		return what + ", of which the model has none"
	case len(h) > most:
		return what + ": " + strings.Join(quoted, ", ") + fmt.Sprintf(" or one of %d more", len(h)-most)
	}
	return what + ": " + strings.Join(quoted, ", ")
}

func (h has) hint(word string) string {
	if near, ok := enum.Nearest(word, h); ok {
		return "did you mean " + quote(near) + "?"
	}
	return ""
}

// quote writes a name that came from outside, at a length that can be read.
func quote(s string) string {
	const most = 64
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strconv.Quote(s)
}
