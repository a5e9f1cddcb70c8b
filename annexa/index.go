package annexa

import "strings"

// An index finds the row of a control in the table of its set.
type index struct {
	controls []Control
	slots    *[1 << slotBits]uint8 // nil for a set without a table
	factor   uint64
	prefix   string // what every identifier begins with
}

// The tables, each laid out by the compiler: nothing is made when a program starts.
var (
	of2022      = index{controls2022, &slots2022, factor2022, "A."}
	of2013      = index{controls2013, &slots2013, factor2013, "A."}
	of27017     = index{controls27017v2015, &slots27017v2015, factor27017v2015, "CLD."}
	of27018Past = index{controls27018v2019, &slots27018v2019, factor27018v2019, "A."}
	of27018     = index{controls27018v2025, &slots27018v2025, factor27018v2025, "A."}
	of27701     = index{controls27701v2025, &slots27701v2025, factor27701v2025, "A."}
	ofNone      = index{}
)

// of returns the table of a set.
func of(set Set) *index {
	switch set {
	case ISO27001v2022:
		return &of2022
	case ISO27001v2013:
		return &of2013
	case ISO27017v2015:
		return &of27017
	case ISO27018v2019:
		return &of27018Past
	case ISO27018v2025:
		return &of27018
	case ISO27701v2025:
		return &of27701
	default:
		return &ofNone
	}
}

// row returns the row of an identifier.
func (x *index) row(id string) (int, bool) {
	number, prefixed := strings.CutPrefix(id, x.prefix)
	if !prefixed {
		return 0, false
	}
	return x.rowOf(number)
}

// rowOf is row for an identifier without its prefix. The index tells the only
// row that can hold the identifier; whether it does is compared.
func (x *index) rowOf(number string) (int, bool) {
	if x.slots == nil {
		return 0, false
	}
	i := int(x.slots[slot(number, x.factor)])
	return i, x.controls[i].Ref.ID[len(x.prefix):] == number
}

// slotBits is the logarithm of the number of slots of an index.
const slotBits = 10

// slot returns where an index has the row of an identifier: the upper bits of
// its packed bytes × factor. The generator chose the factor so that the
// identifiers of a table fall into slots of their own.
func slot(number string, factor uint64) uint64 {
	var packed uint64
	for i := range len(number) {
		packed = packed<<8 | uint64(number[i])
	}
	return packed * factor >> (64 - slotBits)
}
