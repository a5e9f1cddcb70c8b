package annexa

import "iter"

// A Control is one reference control of Annex A of ISO/IEC 27001 or of another
// set, as the Statement of Applicability compares with (6.1.3 c): a name and
// properties, not something that an organization operates.
//
// Title27002, Theme, New and Attributes are of Annex A of 2022 and zero in every
// other control, which stands under [Headings] instead. Roles and Uncertain are
// zero in the controls of ISO/IEC 27001.
type Control struct {
	Ref        ControlRef                   `json:"ref"`
	ShortName  string                       `json:"shortName"`           // two to five words of our own, never a title of ISO's; always there
	Title      string                       `json:"title,omitzero"`      // in the wording of ISO/IEC 27001; "" where titles are left out
	Title27002 string                       `json:"title27002,omitzero"` // in the wording of ISO/IEC 27002:2022: other at 5.21, 5.34 and 8.1 only
	Theme      Theme                        `json:"theme,omitzero"`      //
	New        bool                         `json:"newIn2022,omitzero"`  // one of the 11 without a predecessor in 2013
	Attributes `json:"attributes,omitzero"` // the five sets of ISO/IEC 27002:2022
	Roles      Role                         `json:"roles,omitzero"`     // whom it addresses
	Uncertain  bool                         `json:"uncertain,omitzero"` // sources disagree which control has this identifier: A.11.9 and A.11.10 of ISO/IEC 27018:2025
}

// A Group is a heading that controls stand under: a clause or a category of Annex
// A of 2013, an objective, a principle.
type Group struct {
	ID    string `json:"id"`             // "A.9", "A.9.2", "CLD.9.5"
	Title string `json:"title,omitzero"` // "" where titles are left out
}

// A heading is a row of the generated table: rows of groups2013.
type heading struct{ clause, category uint8 }

// Lookup returns the control that ref names. It is false for a set that this
// package has no table of, and for an identifier that is not in the set. It
// allocates nothing.
func Lookup(ref ControlRef) (Control, bool) {
	x := of(ref.Set)
	i, ok := x.row(ref.ID)
	if !ok {
		return Control{}, false
	}
	return x.controls()[i], true
}

// Controls iterates over the controls of a set in the order of the standard: 93
// for [ISO27001v2022], none for a set that this package has no table of. [Sets]
// lists those that it has.
func Controls(set Set) iter.Seq[Control] {
	return func(yield func(Control) bool) { each(set, yield) }
}

func each(set Set, yield func(Control) bool) {
	for _, c := range of(set).controls() {
		if !yield(c) {
			return
		}
	}
}

// Headings returns what a control stands under: in Annex A of 2013 a clause and a
// category, such as A.9 and A.9.2; elsewhere one group and a zero category, which
// is the objective in ISO/IEC 27017 (CLD.9.5), the privacy principle in ISO/IEC
// 27018 (A.11), the table in ISO/IEC 27701 (A.1 for controllers). It is false for
// Annex A of 2022, which has a [Theme], and for what is not in a table.
func Headings(ref ControlRef) (clause, category Group, ok bool) {
	i, ok := of(ref.Set).row(ref.ID)
	if !ok {
		return Group{}, Group{}, false
	}
	switch ref.Set {
	case ISO27001v2013:
		h := headings2013[i]
		return groups2013[h.clause], groups2013[h.category], true
	case ISO27017v2015:
		return groups27017[headings27017v2015[i]], Group{}, true
	case ISO27018v2019:
		return groups27018[headings27018v2019[i]], Group{}, true
	case ISO27018v2025:
		return groups27018[headings27018v2025[i]], Group{}, true
	case ISO27701v2025:
		return groups27701[headings27701v2025[i]], Group{}, true
	default:
		return Group{}, Group{}, false
	}
}
