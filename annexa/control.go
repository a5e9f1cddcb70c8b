package annexa

import (
	"cmp"
	"iter"
)

// A Control is one reference control of Annex A of ISO/IEC 27001, as the
// Statement of Applicability compares with (6.1.3 c): a name and properties, not
// something that an organization operates.
//
// Theme, New, Title27002 and Attributes are of the 2022 edition, Clause and
// Category of the 2013 edition; elsewhere they are zero.
type Control struct {
	Ref        ControlRef                   `json:"ref"`
	ShortName  string                       `json:"shortName"`           // two to five words of our own, never a title of ISO's; always there
	Title      string                       `json:"title,omitzero"`      // in the wording of ISO/IEC 27001; "" where titles are left out
	Title27002 string                       `json:"title27002,omitzero"` // in the wording of ISO/IEC 27002:2022: other at 5.21, 5.34 and 8.1 only
	Theme      Theme                        `json:"theme,omitzero"`      //
	New        bool                         `json:"newIn2022,omitzero"`  // one of the 11 without a predecessor in 2013
	Attributes `json:"attributes,omitzero"` // the five sets of ISO/IEC 27002:2022
	Clause     Group                        `json:"clause,omitzero"`   // of 2013, such as A.9
	Category   Group                        `json:"category,omitzero"` // of 2013, such as A.9.2
}

// A Group is a heading of Annex A of 2013: a clause or a category of controls.
type Group struct {
	ID    string `json:"id"`             // "A.9" or "A.9.2"
	Title string `json:"title,omitzero"` // "" where titles are left out
}

// Rows of the generated tables.
type (
	control2022 struct {
		id, short string
		theme     Theme
		isNew     bool
	}
	control2013 struct {
		id, short        string
		clause, category uint8 // rows of groups2013
	}
	title struct {
		iso27001 string
		iso27002 string // where it differs
	}
)

// Lookup returns the control that ref names. It is false for a set that this
// package has no table of, and for an identifier that is not in the set. It
// allocates nothing.
func Lookup(ref ControlRef) (Control, bool) {
	i, ok := row(ref.Set, ref.ID)
	if !ok {
		return Control{}, false
	}
	return at(ref.Set, i), true
}

// Controls iterates over the controls of a set in the order of the standard: 93
// for [ISO27001v2022], 114 for [ISO27001v2013], none for a set that this package
// has no table of.
func Controls(set Set) iter.Seq[Control] {
	return func(yield func(Control) bool) { each(set, yield) }
}

func each(set Set, yield func(Control) bool) {
	for i := range size(set) {
		if !yield(at(set, i)) {
			return
		}
	}
}

// size returns how many controls the table of a set has.
func size(set Set) int {
	switch set {
	case ISO27001v2022:
		return len(controls2022)
	case ISO27001v2013:
		return len(controls2013)
	}
	return 0
}

// at returns a row of the table of a set.
func at(set Set, i int) Control {
	if set == ISO27001v2013 {
		return at2013(i)
	}
	return at2022(i)
}

func at2022(i int) Control {
	c, t := controls2022[i], titles2022[i]
	return Control{
		Ref:        ControlRef{ISO27001v2022, c.id},
		ShortName:  c.short,
		Title:      t.iso27001,
		Title27002: cmp.Or(t.iso27002, t.iso27001),
		Theme:      c.theme,
		New:        c.isNew,
		Attributes: attributes2022[i],
	}
}

func at2013(i int) Control {
	c := controls2013[i]
	return Control{
		Ref:       ControlRef{ISO27001v2013, c.id},
		ShortName: c.short,
		Title:     titles2013[i],
		Clause:    Group{groups2013[c.clause], groupTitles2013[c.clause]},
		Category:  Group{groups2013[c.category], groupTitles2013[c.category]},
	}
}
