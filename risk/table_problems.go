package risk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// axis is a value that a table reads.
type axis struct {
	what   string // "factor" or "step"
	id     string
	levels []Level
}

// grid checks a table whose values can be read.
type grid struct {
	*problems

	path   string
	axes   []axis
	table  Table
	levels []Level // what the cells may name
	result string  // what these are called
	lead   int     // leading columns
	order  []int   // axis of each leading column, -1 where the heading names none
	last   int     // axis of the other columns, -1 where that is not known
	rows   []int   // for each combination of the leading axes its row, 0 for none; nil where not all are known
	wrong  []int   // problems that leave a combination without a row
}

// table finds every problem of the table of a rule.
func (ps *problems) table(path string, axes []axis, r *Step) {
	g := &grid{
		problems: ps, path: path, axes: axes, table: r.Table, levels: r.Scale.Levels,
		result: "level of risk", lead: len(axes) - 1,
	}
	if r.ID != "" {
		g.result = "level of the step"
	}
	if !g.size() {
		return
	}
	g.heading()
	g.columns()
	for r := 1; r < len(g.table); r++ {
		g.row(r)
	}
	g.missingRows()
}

// axis returns the index of the axis with this ID.
func (g *grid) axis(id string) int {
	return slices.IndexFunc(g.axes, func(a axis) bool { return a.id == id })
}

// name names an axis in a message.
func (g *grid) name(i int) string { return fmt.Sprintf("%s %q", g.axes[i].what, clip(g.axes[i].id)) }

// size reports whether the table has a heading and is not too large.
func (g *grid) size() bool {
	cells := 1
	for _, a := range g.axes {
		cells *= len(a.levels) // at most maxCells * maxLevels
		if cells > maxCells {
			g.add(Problem{
				Code: codeLargeTable, Path: g.path, Message: "factors have too many combinations of levels",
				Expected: fmt.Sprintf("at most %d", maxCells),
			})
			return false
		}
	}
	switch t := g.table; {
	case len(t) == 0:
		g.add(Problem{
			Code: codeNoTable, Path: g.path, Message: "table is missing",
			Expected: "a row of headings, then the rows",
		})
		return false
	case len(t[0]) <= g.lead:
		g.add(Problem{
			Code: codeNoTable, Path: g.path + "/0", Message: "heading has too few words", Found: strconv.Itoa(len(t[0])),
			Expected: fmt.Sprintf("%d for factors, then one for each level of the other factor", g.lead),
		})
		return false
	}
	return true
}

// heading finds the factor of each column.
func (g *grid) heading() {
	var free []string // factors that no column has been for
	for _, a := range g.axes {
		free = append(free, a.id)
	}
	for c, word := range g.table[0][:g.lead] {
		i := slices.Index(free, word)
		if i < 0 {
			g.order = append(g.order, -1)
			g.add(Problem{
				Code: codeHeadFactor, Path: fmt.Sprintf("%s/0/%d", g.path, c), Message: "heading names no further factor",
				Found: word, Expected: oneOf(free), Hint: didYouMean(word, free),
			})
			continue
		}
		g.order = append(g.order, g.axis(word))
		free = slices.Delete(free, i, i+1)
	}
	g.last = -1
	if len(free) > 1 {
		return
	}
	g.last = g.axis(free[0])
	n := 1
	for _, i := range g.order {
		n *= len(g.axes[i].levels)
	}
	g.rows = make([]int, n)
}

// columns checks the headings of the other columns.
func (g *grid) columns() {
	if g.last < 0 {
		return
	}
	levels := g.axes[g.last].levels
	seen, wrong := make([]bool, len(levels)), 0
	for c, word := range g.table[0][g.lead:] {
		path := fmt.Sprintf("%s/0/%d", g.path, g.lead+c)
		switch i := find(levels, word); {
		case i < 0:
			wrong++
			g.add(Problem{
				Code: codeHeadLevel, Path: path, Found: word, Expected: oneOf(words(levels)), Hint: levelHint(levels, word),
				Message: fmt.Sprintf("heading is not a level of %s", g.name(g.last)),
			})
		case seen[i]:
			wrong++
			g.add(Problem{Code: codeColumnTwice, Path: path, Message: "level has a column already", Found: word})
		default:
			seen[i] = true
		}
	}
	g.missingColumns(levels, seen, wrong)
}

// missingColumns reports the levels without column, unless as many headings
// were wrong: then these are the cause.
func (g *grid) missingColumns(levels []Level, seen []bool, wrong int) {
	var missing []string
	for i, l := range levels {
		if !seen[i] {
			missing = append(missing, l.ID)
		}
	}
	if len(missing) <= wrong {
		return
	}
	for _, id := range missing {
		g.add(Problem{
			Code: codeNoColumn, Path: g.path + "/0", Expected: clip(id),
			Message: fmt.Sprintf("level of %s has no column", g.name(g.last)),
		})
	}
}

// row checks row r: its length, the levels that head it, its cells.
func (g *grid) row(r int) {
	row, width := g.table[r], len(g.table[0])
	path := fmt.Sprintf("%s/%d", g.path, r)
	if len(row) != width {
		code, message := codeShortRow, "row has fewer words than the heading"
		if len(row) > width {
			code, message = codeLongRow, "row has more words than the heading"
		}
		if len(row) < g.lead {
			g.wrong = append(g.wrong, len(*g.problems))
		}
		g.add(Problem{Code: code, Path: path, Message: message, Found: strconv.Itoa(len(row)), Expected: strconv.Itoa(width)})
	}
	g.rowHead(path, r, row[:min(g.lead, len(row))])
	for c := g.lead; c < min(len(row), width); c++ {
		if find(g.levels, row[c]) >= 0 {
			continue
		}
		g.add(Problem{
			Code: codeCell, Path: fmt.Sprintf("%s/%d", path, c), Message: g.place(row, c) + " is not a " + g.result,
			Found: row[c], Expected: oneOf(words(g.levels)), Hint: levelHint(g.levels, row[c]),
		})
	}
}

// place names a cell by its row and column, as a person would look for it.
func (g *grid) place(row []string, c int) string {
	return "cell of " + clip(strings.Join(append(slices.Clone(row[:g.lead]), g.table[0][c]), ", "))
}

// rowHead finds the combination that the row is for.
func (g *grid) rowHead(path string, r int, head []string) {
	at, known := 0, len(head) == g.lead
	for c, word := range head {
		i := g.order[c]
		if i < 0 {
			known = false
			continue
		}
		levels := g.axes[i].levels
		level := find(levels, word)
		if level < 0 {
			known = false
			g.wrong = append(g.wrong, len(*g.problems))
			g.add(Problem{
				Code: codeRowLevel, Path: fmt.Sprintf("%s/%d", path, c), Found: word,
				Message:  fmt.Sprintf("row is not for a level of %s", g.name(i)),
				Expected: oneOf(words(levels)), Hint: levelHint(levels, word),
			})
		}
		at = at*len(levels) + max(level, 0)
	}
	if !known {
		return
	}
	if first := g.rows[at]; first > 0 {
		g.wrong = append(g.wrong, len(*g.problems))
		g.add(Problem{
			Code: codeRowTwice, Path: path, Message: "levels have a row already",
			Found: strings.Join(head, ", "), Hint: fmt.Sprintf("the other is %s/%d", g.path, first),
		})
		return
	}
	g.rows[at] = r
}

// missingRows reports the combinations without row, unless as many rows were
// wrong: then these are the cause and get a hint.
func (g *grid) missingRows() {
	if g.rows == nil {
		return
	}
	var missing []string
	for at, row := range g.rows {
		if row == 0 {
			missing = append(missing, g.combination(at))
		}
	}
	if len(missing) <= len(g.wrong) {
		g.hint(missing)
		return
	}
	const most = 20
	for i, head := range missing {
		p := Problem{Code: codeNoRow, Path: g.path, Message: "combination of levels has no row", Expected: head}
		if i == most {
			p.Message, p.Expected = fmt.Sprintf("%d further combinations of levels have no row", len(missing)-most), ""
			g.add(p)
			return
		}
		g.add(p)
	}
}

// combination names the levels of a combination of the leading factors.
func (g *grid) combination(at int) string {
	head := make([]string, g.lead)
	for c := g.lead - 1; c >= 0; c-- {
		levels := g.axes[g.order[c]].levels
		head[c] = clip(levels[at%len(levels)].ID)
		at /= len(levels)
	}
	return strings.Join(head, ", ")
}

// hint adds the missing row to the wrong rows that say nothing better.
func (g *grid) hint(missing []string) {
	if len(missing) != 1 {
		return
	}
	for _, i := range g.wrong {
		if p := &(*g.problems)[i]; p.Code == codeRowTwice || p.Hint == "" {
			p.Hint = strings.TrimPrefix(p.Hint+"; none is for "+missing[0], "; ")
		}
	}
}
