package risk

// Table is the rule of a method as a grid of words, as one would draw it. The
// first row is the heading. Where the rule reads n values, factors or steps,
// the first n-1 columns are for n-1 of them: the heading has the value's ID,
// each row below the ID of one of its levels. The other columns are for the
// levels of the remaining value, whose IDs stand in the heading; their cells
// are IDs of levels of the result.
//
//	likelihood  minor  major  severe
//	rare        low    low    medium
//	likely      low    high   high
//
// Every combination of levels has exactly one cell. Because rows and columns
// carry their words, their order is free: highest first is as good as lowest
// first.
type Table [][]string

// lookup is a table with the levels of the values that it reads.
type lookup struct {
	m     *Method
	table Table
	of    *operands
	at    *figures
	order [maxValues]uint8 // the value of each leading column, the remaining one last
}

// cell returns the place of the cell for the levels that are at, or ok false
// where the table has none. It allocates nothing.
func (l *lookup) cell() (row, column int, ok bool) {
	lead := l.of.n - 1
	if lead < 0 || len(l.table) == 0 || len(l.table[0]) <= lead || !l.arrange() {
		return 0, 0, false
	}
	last := l.order[lead]
	column, ok = l.column(l.m.levels(last), int(l.at.level[last]))
	if !ok {
		return 0, 0, false
	}
	row, ok = l.row()
	return row, column, ok && column < len(l.table[row])
}

// arrange finds the value of each leading column and, last, the one that is
// left for the heading.
func (l *lookup) arrange() bool {
	lead := l.of.n - 1
	var used uint64
	for c := range lead {
		i := l.of.find(l.m, l.table[0][c], c)
		if i < 0 || used&(1<<i) != 0 {
			return false
		}
		used |= 1 << i
		l.order[c] = l.of.list[i]
	}
	for i := range l.of.n {
		if used&(1<<i) == 0 {
			l.order[lead] = l.of.list[i]
		}
	}
	return true
}

// column finds the column of level i in the heading: first where it stands
// when the levels are in order, then anywhere.
func (l *lookup) column(levels []Level, i int) (int, bool) {
	lead, id := l.of.n-1, levels[i].ID
	heading := l.table[0]
	if c := lead + i; c < len(heading) && same(heading[c], id) {
		return c, true
	}
	for c := lead; c < len(heading); c++ {
		if same(heading[c], id) {
			return c, true
		}
	}
	return 0, false
}

// row finds the row of the levels of the leading values: first where it stands
// when the rows are in order, then anywhere.
func (l *lookup) row() (int, bool) {
	r := 0
	for c := range l.of.n - 1 {
		v := l.order[c]
		r = r*len(l.m.levels(v)) + int(l.at.level[v])
		if r >= len(l.table) {
			break
		}
	}
	if r+1 < len(l.table) && l.heads(r+1) {
		return r + 1, true
	}
	for r := 1; r < len(l.table); r++ {
		if l.heads(r) {
			return r, true
		}
	}
	return 0, false
}

// heads reports whether row r begins with the levels of the leading values.
func (l *lookup) heads(r int) bool {
	lead := l.of.n - 1
	if len(l.table[r]) < lead {
		return false
	}
	for c := range lead {
		v := l.order[c]
		if !same(l.table[r][c], l.m.levels(v)[l.at.level[v]].ID) {
			return false
		}
	}
	return true
}
