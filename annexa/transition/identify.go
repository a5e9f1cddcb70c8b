package transition

import (
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/internal/enum"
)

const (
	of2013 = string(annexa.ISO27001v2013) + "/"
	of2022 = string(annexa.ISO27001v2022) + "/"
)

// find returns the control of 2013 that an identifier names, or the problem
// with it.
func find(id string) (annexa.ControlRef, Problem) {
	number := strings.TrimPrefix(strings.TrimPrefix(id, of2013), "A.")
	if c, ok := annexa.Lookup(annexa.ControlRef{Set: annexa.ISO27001v2013, ID: "A." + number}); ok {
		return c.Ref, Problem{}
	}
	p := fault(id)
	p.Found = clip(id)
	return annexa.ControlRef{}, p
}

// fault tells the likely reason why an identifier names no control of 2013.
func fault(id string) Problem {
	if strings.TrimSpace(id) == "" {
		return Problem{Code: codeNone, Message: "row names no control", Expected: "an identifier such as \"A.9.2.1\""}
	}
	if isDate(id) {
		return Problem{Code: codeDate, Message: "row has a date in place of a control; spreadsheets turn 9.2.1 into one", Expected: "the identifier as text"}
	}
	number := loose(id)
	below := under(number)
	new2022 := annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A." + number}
	_, isNew := annexa.Lookup(new2022)
	switch {
	case isNew && (len(below) == 0 || strings.HasPrefix(id, of2022)):
		return ofNewEdition(new2022)
	case len(below) > 0:
		p := Problem{Code: codeHeading, Message: "row names a heading of 2013, not a control", Expected: "one of " + below[0] + " to " + below[len(below)-1], Nearest: below[0]}
		if len(below) == 1 {
			p.Expected = below[0]
		}
		if isNew {
			p.Message = "row names a heading of 2013 (or a control of 2022), not a control"
		}
		return p
	}
	return Problem{Code: codeUnknown, Message: "row names no control of 2013", Expected: "one of the 114, A.5.1.1 to A.18.2.3", Nearest: nearest(number)}
}

// ofNewEdition is the problem of a row that names a control of 2022: what it was
// in 2013, if it was anything.
func ofNewEdition(ref annexa.ControlRef) Problem {
	p := Problem{Code: codeOf2022, Message: "row names a control of 2022", Expected: "a control of 2013; this one is new in 2022"}
	var old []string
	for c := range annexa.Predecessors(ref) {
		old = append(old, c.Old.ID)
	}
	if len(old) > 0 {
		p.Expected, p.Nearest = "of 2013 "+strings.Join(old, " or "), old[0]
	}
	return p
}

// loose returns the number in an identifier that is written otherwise: "9.2.1"
// of "a.09.2.1", "A 9.2.1 ", "A.9.2.1 User registration". One of another set
// has none.
func loose(id string) string {
	if set, _, qualified := strings.Cut(id, "/"); qualified && set+"/" != of2013 && set+"/" != of2022 {
		return ""
	}
	digit := func(r rune) bool { return '0' <= r && r <= '9' }
	id = strings.TrimRightFunc(strings.ReplaceAll(id, ",", "."), func(r rune) bool { return !digit(r) })
	start := strings.LastIndexFunc(id, func(r rune) bool { return !digit(r) && r != '.' })
	parts := strings.Split(strings.Trim(id[start+1:], "."), ".")
	for i, part := range parts {
		parts[i] = strings.TrimLeft(part, "0")
	}
	return strings.Join(parts, ".")
}

// isDate reports whether an identifier is what a spreadsheet makes of one:
// 2009-02-01, 01/02/2009, 9.2.2001.
func isDate(id string) bool {
	parts := strings.FieldsFunc(id, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	year := false
	for _, part := range parts {
		if _, err := strconv.ParseUint(part, 10, 16); err != nil {
			return false
		}
		year = year || len(part) == 4
	}
	return len(parts) == 3 && year
}

// under returns the controls of 2013 under a heading, "9" or "9.2".
func under(number string) []string {
	var all []string
	if number == "" {
		return nil
	}
	for c := range annexa.Controls(annexa.ISO27001v2013) {
		if strings.HasPrefix(c.Ref.ID, "A."+number+".") {
			all = append(all, c.Ref.ID)
		}
	}
	return all
}

// nearest returns the control of 2013 that a number is most like: of the same
// category the one that is next to it, else the one with the fewest edits.
func nearest(number string) string {
	dot := strings.LastIndexByte(number, '.')
	if last, err := strconv.ParseUint(number[dot+1:], 10, 16); err == nil && dot > 0 {
		if all := under(number[:dot]); len(all) > 0 && strings.Count(number, ".") == 2 {
			return all[min(max(int(last), 1), len(all))-1]
		}
	}
	var all []string
	for c := range annexa.Controls(annexa.ISO27001v2013) {
		all = append(all, strings.TrimPrefix(c.Ref.ID, "A."))
	}
	if near, ok := enum.Nearest(number, all); ok {
		return "A." + near
	}
	return ""
}
