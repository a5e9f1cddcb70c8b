package annexa

import "iter"

// The editions that the tables state. They are facts about the tables, to be
// printed beside what was derived from them.
const (
	Edition      = "ISO/IEC 27001:2022 + Amd 1:2024"               // clauses and Annex A; the amendment changes nothing in Annex A
	Edition27002 = "ISO/IEC 27002:2022, corrected version 2022-03" // attributes and correspondences
	Edition2013  = "ISO/IEC 27001:2013"                            // the 114 controls
)

// A Description says what is known of one set of controls.
type Description struct {
	Set        Set    `json:"set"`
	Edition    string `json:"edition"`       // "ISO/IEC 27017:2015"
	Title      string `json:"title"`         // what it holds, in our words
	Controls   int    `json:"controls"`      //
	Confidence string `json:"confidence"`    // in numbers and titles, as that of a [Table]
	Sources    string `json:"sources"`       // keys, explained in data/README.md
	Note       string `json:"note,omitzero"` // what is not verified, and what else to know
}

// Sets iterates over the sets that this package has tables of.
func Sets() iter.Seq[Description] {
	return func(yield func(Description) bool) {
		for _, d := range descriptions {
			if !yield(d) {
				return
			}
		}
	}
}

// Describe returns what is known of a set; it is false for a set that this
// package has no table of.
func Describe(set Set) (Description, bool) {
	for _, d := range descriptions {
		if d.Set == set {
			return d, true
		}
	}
	return Description{}, false
}

// A Table states where one table of this package comes from.
type Table struct {
	Name       string `json:"name"`         // of the reviewed file, data/NAME.tsv
	About      string `json:"about"`        // what it holds
	Edition    string `json:"edition"`      // of the standards it follows
	Rows       int    `json:"rows"`         //
	Tag        string `json:"tag,omitzero"` // the build tag that leaves it out, "" where none does
	Confidence string `json:"confidence"`   // high: at least two independent sources agree on every value
	Sources    string `json:"sources"`      // keys, explained in data/README.md
	Digest     string `json:"digest"`       // SHA-256 of the reviewed file, hexadecimal
}

// Tables iterates over the provenance of every table, also of those that a build
// tag left out.
func Tables() iter.Seq[Table] {
	return func(yield func(Table) bool) {
		for _, t := range tables {
			if !yield(t) {
				return
			}
		}
	}
}
