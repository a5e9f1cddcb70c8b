package annexa

import (
	"cmp"
	"iter"
)

// A Control is one reference control of Annex A of ISO/IEC 27001, as the
// Statement of Applicability compares with (6.1.3 c): a name and properties, not
// something that an organization operates.
//
// Title27002, Theme, New and Attributes are of the 2022 edition and zero in a
// control of 2013, which stands under [Headings] instead.
type Control struct {
	Ref        ControlRef                   `json:"ref"`
	ShortName  string                       `json:"shortName"`           // two to five words of our own, never a title of ISO's; always there
	Title      string                       `json:"title,omitzero"`      // in the wording of ISO/IEC 27001; "" where titles are left out
	Title27002 string                       `json:"title27002,omitzero"` // in the wording of ISO/IEC 27002:2022: other at 5.21, 5.34 and 8.1 only
	Theme      Theme                        `json:"theme,omitzero"`      //
	New        bool                         `json:"newIn2022,omitzero"`  // one of the 11 without a predecessor in 2013
	Attributes `json:"attributes,omitzero"` // the five sets of ISO/IEC 27002:2022
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
func Lookup(ref ControlRef) (c Control, ok bool) {
	i, ok := row(ref.Set, ref.ID)
	if ok {
		c.fill(ref.Set, i)
	}
	return c, ok
}

// Controls iterates over the controls of a set in the order of the standard: 93
// for [ISO27001v2022], 114 for [ISO27001v2013], none for a set that this package
// has no table of.
func Controls(set Set) iter.Seq[Control] {
	return func(yield func(Control) bool) { each(set, yield) }
}

func each(set Set, yield func(Control) bool) {
	for i := range size(set) {
		var c Control
		if c.fill(set, i); !yield(c) {
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

// refAt returns the reference in a row of the table of a set.
func refAt(set Set, i int) ControlRef {
	if set == ISO27001v2013 {
		return ControlRef{set, controls2013[i].id}
	}
	return ControlRef{set, controls2022[i].id}
}

// fill sets an empty control to a row of the table of a set.
func (c *Control) fill(set Set, i int) {
	c.Ref.Set = set
	if set == ISO27001v2013 {
		c.Ref.ID = controls2013[i].id
		c.ShortName = controls2013[i].short
		c.Title = titles2013[i]
		return
	}
	c.Ref.ID = controls2022[i].id
	c.ShortName = controls2022[i].short
	c.Title = titles2022[i].iso27001
	c.Title27002 = cmp.Or(titles2022[i].iso27002, c.Title)
	c.Theme = controls2022[i].theme
	c.New = controls2022[i].isNew
	c.Attributes = attributes2022[i]
}

// Headings returns the clause and the category under which a control of 2013
// stands, such as A.9 and A.9.2; it is false for any other reference.
func Headings(ref ControlRef) (clause, category Group, ok bool) {
	i, ok := row(ref.Set, ref.ID)
	if !ok || ref.Set != ISO27001v2013 {
		return Group{}, Group{}, false
	}
	c := controls2013[i]
	return groupAt(c.clause), groupAt(c.category), true
}

func groupAt(i uint8) Group { return Group{groups2013[i], groupTitles2013[i]} }
