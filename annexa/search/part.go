package search

import "strings"

// A part is what a text is to its item.
type part uint8

const (
	partID       part = iota // the identifier itself
	partTitle                //
	partName                 // the short name
	partHeading              // the title of the clause above
	partText                 // what the standard says, where it is laid over
	partWhy                  //
	partAgainst              // the threats that a control helps against
	partStep                 //
	partPitfall              //
	partAsked                // evidence, questions, metrics
	partDocument             //
	partAside                // everything else
)

// weights are what a word in each part counts, next to one in a step. They were
// chosen with the questions of testdata/questions.tsv in view.
var weights = [...]float64{
	partID: 20, partTitle: 14, partName: 10, partHeading: 7, partText: 2,
	partWhy: 1.2, partAgainst: 1.2, partStep: 1, partPitfall: 1, partAsked: 0.8, partDocument: 0.8, partAside: 0.5,
}

// shown reports whether a text can be what a hit is shown with: one that can stand
// alone. Identifier and titles are there anyway.
func (p part) shown() bool { return p >= partText && p <= partAsked && p != partAgainst }

// partOf returns the part that an address names.
func partOf(name string) part {
	switch name {
	case "title":
		return partTitle
	case "name":
		return partName
	case "text":
		return partText
	case "why":
		return partWhy
	case "effect/against":
		return partAgainst
	}
	if strings.HasPrefix(name, "documents/") {
		return partDocument
	}
	if len(name) < 2 || strings.Contains(name, "/") || name[1] < '0' || name[1] > '9' {
		return partAside
	}
	switch name[0] {
	case 'S':
		return partStep
	case 'P':
		return partPitfall
	case 'E', 'Q', 'M':
		return partAsked
	}
	return partAside
}
