package annexa

import "iter"

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

// A heading is a row of the generated table: rows of groups2013.
type heading struct{ clause, category uint8 }

// Lookup returns the control that ref names. It is false for a set that this
// package has no table of, and for an identifier that is not in the set. It
// allocates nothing.
func Lookup(ref ControlRef) (Control, bool) {
	i, ok := row(ref.Set, ref.ID)
	switch {
	case !ok:
		return Control{}, false
	case ref.Set == ISO27001v2013:
		return controls2013[i], true
	}
	return controls2022[i], true
}

// Controls iterates over the controls of a set in the order of the standard: 93
// for [ISO27001v2022], 114 for [ISO27001v2013], none for a set that this package
// has no table of.
func Controls(set Set) iter.Seq[Control] {
	return func(yield func(Control) bool) { each(set, yield) }
}

func each(set Set, yield func(Control) bool) {
	for _, c := range controls(set) {
		if !yield(c) {
			return
		}
	}
}

// controls returns the table of a set.
func controls(set Set) []Control {
	switch set {
	case ISO27001v2022:
		return controls2022[:]
	case ISO27001v2013:
		return controls2013[:]
	}
	return nil
}

// Headings returns the clause and the category under which a control of 2013
// stands, such as A.9 and A.9.2; it is false for any other reference.
func Headings(ref ControlRef) (clause, category Group, ok bool) {
	i, ok := row(ref.Set, ref.ID)
	if !ok || ref.Set != ISO27001v2013 {
		return Group{}, Group{}, false
	}
	h := headings2013[i]
	return groups2013[h.clause], groups2013[h.category], true
}
