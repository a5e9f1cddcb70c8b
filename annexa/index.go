package annexa

import "strings"

// A catalogue is the table of a set with its index.
//
// The index tells the only row that can hold an identifier, without a search:
// the generator chose the factor so that the identifiers of the table fall into
// slots of their own.
type catalogue struct {
	rows   []Control
	factor uint64
	slots  []uint8 // the row in each of 1024 slots, 0 in those that are empty
}

// catalogueOf returns the catalogue of a set, empty where there is none.
func catalogueOf(set Set) catalogue {
	if set == ISO27001v2022 {
		return catalogue{controls2022[:], factor2022, slots2022[:]}
	}
	if set == ISO27001v2013 {
		return catalogue{controls2013[:], factor2013, slots2013[:]}
	}
	return catalogue{}
}

// row returns the row of a control by its identifier.
func (c catalogue) row(id string) (int, bool) {
	number, prefixed := strings.CutPrefix(id, "A.")
	if !prefixed {
		return 0, false
	}
	return c.rowOf(number)
}

// rowOf is row for an identifier without its "A.".
func (c catalogue) rowOf(number string) (int, bool) {
	if len(c.rows) == 0 {
		return 0, false
	}
	i := int(c.slots[slot(number, c.factor)])
	return i, c.rows[i].Ref.ID[len("A."):] == number
}

// slot returns where an index has the row of an identifier: the upper ten bits
// of its packed bytes × factor.
func slot(number string, factor uint64) uint64 {
	var packed uint64
	for i := range len(number) {
		packed = packed<<8 | uint64(number[i])
	}
	return packed * factor >> (64 - 10)
}
