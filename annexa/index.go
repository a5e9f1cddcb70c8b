package annexa

import (
	"slices"
	"strings"
)

// key packs the up to three numbers of an identifier, "A.9.2.1" as 0x090201,
// so that keys have the order of the identifiers and a lookup is a binary search
// among integers. The prefix "A." is the caller's matter.
//
// Numbers run from 1 to 99 without leading zeros: "5.07" and "5.7" must not
// both name a control.
func key(id string) (uint32, bool) {
	var packed, part uint32
	shift := 16
	for i := range len(id) {
		switch c := id[i]; {
		case isDigit(c) && part < 10 && (part > 0 || c > '0'):
			part = 10*part + uint32(c-'0')
		case c == '.' && part > 0 && shift > 0:
			packed |= part << shift
			part, shift = 0, shift-8
		default:
			return 0, false
		}
	}
	return packed | part<<shift, part > 0
}

// find returns the row of an identifier in a table with these keys.
func find(keys []uint32, id string) (row int, ok bool) {
	k, ok := key(id)
	if !ok {
		return 0, false
	}
	return slices.BinarySearch(keys, k)
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
		return find(keys2022[:], number)
	case ISO27001v2013:
		return find(keys2013[:], number)
	}
	return 0, false
}
