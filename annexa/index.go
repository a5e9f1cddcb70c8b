package annexa

import "strings"

// row returns the row of a control in the table of its set.
func row(set Set, id string) (int, bool) {
	number, prefixed := strings.CutPrefix(id, "A.")
	if !prefixed {
		return 0, false
	}
	return rowOf(set, number)
}

// rowOf is row for an identifier without its "A.". The index tells the only row
// that can hold the identifier; whether it does is compared.
func rowOf(set Set, number string) (int, bool) {
	if set == ISO27001v2022 {
		i := int(slots2022[slot(number, factor2022)])
		return i, controls2022[i].Ref.ID[len("A."):] == number
	}
	if set == ISO27001v2013 {
		i := int(slots2013[slot(number, factor2013)])
		return i, controls2013[i].Ref.ID[len("A."):] == number
	}
	return 0, false
}

// slot returns where an index has the row of an identifier: the upper ten bits
// of its packed bytes × factor. The generator chose the factor so that the
// identifiers of a table fall into slots of their own.
func slot(number string, factor uint64) uint64 {
	var packed uint64
	for i := range len(number) {
		packed = packed<<8 | uint64(number[i])
	}
	return packed * factor >> (64 - 10)
}
