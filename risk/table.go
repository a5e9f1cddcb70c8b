package risk

// Table is the rule of a method as a grid of words, as one would draw it. The
// first row is the heading. With n factors the first n-1 columns are for n-1 of
// them: the heading has the factor's ID, each row below the ID of one of its
// levels. The other columns are for the levels of the remaining factor, whose
// IDs stand in the heading; their cells are IDs of levels of risk.
//
//	likelihood  minor  major  severe
//	rare        low    low    medium
//	likely      low    high   high
//
// Every combination of levels has exactly one cell. Because rows and columns
// carry their words, their order is free: highest first is as good as lowest
// first.
type Table [][]string

// maxFactors limits the factors of a method.
const maxFactors = 32

// tuple holds the index of a level for each factor of a method.
type tuple [maxFactors]uint8

// cell returns the place of the cell for the levels at of the factors, or ok
// false where the table has none. It allocates nothing.
func (t Table) cell(factors []Factor, at *tuple) (row, column int, ok bool) {
	lead := len(factors) - 1
	if lead < 0 || lead >= maxFactors || len(t) == 0 || len(t[0]) <= lead {
		return 0, 0, false
	}
	var order [maxFactors]uint8 // the factor of each column, the remaining one last
	if !t.order(factors, &order) {
		return 0, 0, false
	}
	last := order[lead]
	column, ok = t.column(factors[last], lead, int(at[last]))
	if !ok {
		return 0, 0, false
	}
	row, ok = t.row(factors, &order, at)
	return row, column, ok && column < len(t[row])
}

// order finds the factor of each leading column and, last, the one that is
// left for the heading.
func (t Table) order(factors []Factor, order *[maxFactors]uint8) bool {
	lead := len(factors) - 1
	var used uint64
	for c := range lead {
		i := factorIndex(factors, t[0][c])
		if i < 0 || used&(1<<i) != 0 {
			return false
		}
		used |= 1 << i
		order[c] = uint8(i) //nolint:gosec // i < maxFactors
	}
	for i := range factors {
		if used&(1<<i) == 0 {
			order[lead] = uint8(i)
		}
	}
	return true
}

func factorIndex(factors []Factor, id string) int {
	for i := range factors {
		if factors[i].ID == id {
			return i
		}
	}
	return -1
}

// column finds the column of level i of the factor in the heading: first where
// it stands when the levels are in order, then anywhere.
func (t Table) column(f Factor, lead, i int) (int, bool) {
	id := f.Scale.Levels[i].ID
	if c := lead + i; c < len(t[0]) && t[0][c] == id {
		return c, true
	}
	for c := lead; c < len(t[0]); c++ {
		if t[0][c] == id {
			return c, true
		}
	}
	return 0, false
}

// row finds the row of the leading factors' levels: first where it stands when
// the rows are in order, then anywhere.
func (t Table) row(factors []Factor, order *[maxFactors]uint8, at *tuple) (int, bool) {
	lead, r := len(factors)-1, 0
	for c := range lead {
		f := order[c]
		r = r*len(factors[f].Scale.Levels) + int(at[f])
		if r >= len(t) {
			break
		}
	}
	if r+1 < len(t) && t.heads(r+1, factors, order, at) {
		return r + 1, true
	}
	for r := 1; r < len(t); r++ {
		if t.heads(r, factors, order, at) {
			return r, true
		}
	}
	return 0, false
}

// heads reports whether row r begins with the levels at of the leading factors.
func (t Table) heads(r int, factors []Factor, order *[maxFactors]uint8, at *tuple) bool {
	lead := len(factors) - 1
	if len(t[r]) < lead {
		return false
	}
	for c := range lead {
		f := order[c]
		if t[r][c] != factors[f].Scale.Levels[at[f]].ID {
			return false
		}
	}
	return true
}
