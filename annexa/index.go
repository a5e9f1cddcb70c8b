package annexa

import "strings"

// An index finds the row of a control in the table of its set.
type index struct {
	controls []Control
	slots    []uint8
	factor   uint64
	prefix   string // what every identifier begins with
}

// The tables, laid out by the compiler: nothing is made when a program starts.
var indexes = [...]index{
	none:      {},
	of2022:    {controls2022, slots2022, factor2022, "A."},
	of2013:    {controls2013, slots2013, factor2013, "A."},
	of27017:   {controls27017v2015, slots27017v2015, factor27017v2015, "CLD."},
	of27018v1: {controls27018v2019, slots27018v2019, factor27018v2019, "A."},
	of27018:   {controls27018v2025, slots27018v2025, factor27018v2025, "A."},
	of27701:   {controls27701v2025, slots27701v2025, factor27701v2025, "A."},
}

// A place is where indexes has a set.
type place uint8

const (
	none place = iota
	of2022
	of2013
	of27017
	of27018v1
	of27018
	of27701
)

// of returns the place of a set. It asks first for the one that most references
// are to, which costs two comparisons of words.
func of(set Set) place {
	if set == ISO27001v2022 {
		return of2022
	}
	switch set {
	case ISO27001v2013:
		return of2013
	case ISO27017v2015:
		return of27017
	case ISO27018v2019:
		return of27018v1
	case ISO27018v2025:
		return of27018
	case ISO27701v2025:
		return of27701
	default:
		return none
	}
}

// controls returns the table of the set.
func (p place) controls() []Control { return indexes[p].controls }

// row returns the row of an identifier.
func (p place) row(id string) (int, bool) {
	if p == of2022 {
		number, prefixed := strings.CutPrefix(id, "A.")
		if !prefixed {
			return 0, false
		}
		return p.rowOf(number)
	}
	number, prefixed := strings.CutPrefix(id, indexes[p].prefix)
	if p == none || !prefixed {
		return 0, false
	}
	return p.rowOf(number)
}

// rowOf is row for an identifier without its prefix, of a set with a table. The
// index tells the only row that can hold the identifier; whether it does is
// compared.
func (p place) rowOf(number string) (int, bool) {
	if p == of2022 { // what most references are to: nothing has to be looked up
		i := int(slots2022[slot(number, factor2022)])
		return i, controls2022[i].Ref.ID[len("A."):] == number
	}
	x := indexes[p]
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
