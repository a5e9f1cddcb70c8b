package annexa

import "strings"

// An index finds the row of an identifier without a search: it tells at which
// single row to look. The generator chose the factor so that the identifiers of
// the table fall into slots of their own.
type index struct {
	factor uint64
	rows   [1024]uint8 // by slot
}

// candidate returns the only row that can hold an identifier, given without its
// "A.". Whether the row does hold it, the caller compares.
func (x *index) candidate(number string) int {
	var packed uint64
	for i := range len(number) {
		packed = packed<<8 | uint64(number[i])
	}
	return int(x.rows[packed*x.factor>>(64-10)])
}

// row returns the row of a control in the table of its set.
func row(set Set, id string) (int, bool) {
	number, prefixed := strings.CutPrefix(id, "A.")
	if !prefixed {
		return 0, false
	}
	return rowOf(set, number)
}

// rowOf is row for an identifier without its "A.".
func rowOf(set Set, number string) (int, bool) {
	switch set {
	case ISO27001v2022:
		i := index2022.candidate(number)
		return i, controls2022[i].Ref.ID[len("A."):] == number
	case ISO27001v2013:
		i := index2013.candidate(number)
		return i, controls2013[i].Ref.ID[len("A."):] == number
	}
	return 0, false
}
