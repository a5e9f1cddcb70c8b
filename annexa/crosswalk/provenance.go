package crosswalk

import (
	"iter"

	"github.com/ismskit/ismskit/annexa"
)

// A Table states where one crosswalk comes from, and on what terms.
type Table struct {
	Name          string     `json:"name"`                // of the reviewed file, data/NAME.tsv; the Source of its pairs
	About         string     `json:"about"`               // what it holds
	From          annexa.Set `json:"from"`                //
	To            annexa.Set `json:"to"`                  //
	Publisher     string     `json:"publisher"`           // as published by
	Publication   string     `json:"publication"`         // in what, which version
	License       string     `json:"license"`             // of the published table
	Notice        string     `json:"notice"`              // what is to be said where the table is passed on
	Confidence    string     `json:"confidence,omitzero"` // how sure the publisher is, in its words; "" where it states nothing
	Transcription string     `json:"transcription"`       // how sure it is that this is what was published
	Sources       string     `json:"sources"`             // keys, explained in data/README.md
	Rows          int        `json:"rows"`                //
	Tag           string     `json:"tag"`                 // the build tag that leaves it out
	Digest        string     `json:"digest"`              // SHA-256 of the reviewed file, hexadecimal
}

// Tables iterates over the provenance of every crosswalk, also of those that a
// build tag left out.
func Tables() iter.Seq[Table] {
	return func(yield func(Table) bool) {
		for _, t := range tables {
			if !yield(t) {
				return
			}
		}
	}
}
