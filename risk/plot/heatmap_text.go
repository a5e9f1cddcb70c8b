package plot

import (
	"fmt"
	"slices"
	"strings"
)

// Table is a picture in words: a sentence or two, and rows of cells under a
// header.
type Table struct {
	Summary string
	Header  []string
	Rows    [][]string
}

// Table returns the text alternative of the picture for a document: what the
// picture says at a glance, and a row for each cell that holds a risk today
// or is expected to, the highest level first. The columns are the level, the
// two axes, how many risks, how many after treatment (where any risk has a
// residual rating), and which. Errors are those of [HeatMap.WriteSVG].
func (h HeatMap) Table() (Table, error) {
	if err := h.check(); err != nil {
		return Table{}, fmt.Errorf("plot: heat map: %w", err)
	}
	t := h.tally()
	table := Table{Summary: h.summary(t), Header: []string{"Level", h.rowsTitle(), h.columnsTitle(), "Risks"}}
	if t.rated > 0 {
		table.Header = append(table.Header, "After treatment")
	}
	table.Header = append(table.Header, "Which")
	for _, p := range h.occupied(t) {
		row := []string{h.level(h.rank(p)), h.rowLabel(p.Row), h.columnLabel(p.Column), fmt.Sprint(len(t.now[p]))}
		if t.rated > 0 {
			row = append(row, fmt.Sprint(len(t.then[p])))
		}
		table.Rows = append(table.Rows, append(row, strings.Join(h.which(t.now[p]), ", ")))
	}
	return table, nil
}

// Text returns the text alternative of the picture as plain text: title,
// summary, and the risks of each cell with where each is expected to go.
// Errors are those of [HeatMap.WriteSVG].
func (h HeatMap) Text() (string, error) {
	if err := h.check(); err != nil {
		return "", fmt.Errorf("plot: heat map: %w", err)
	}
	t := h.tally()
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n", h.name(), h.summary(t))
	for _, p := range h.occupied(t) {
		if len(t.now[p]) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n%s: %s\n", h.place(p), risks(len(t.now[p])))
		for _, i := range t.now[p] {
			fmt.Fprintf(&b, "- %s\n", h.line(h.Items[i]))
		}
	}
	return b.String(), nil
}

// line is a risk in words, with its move.
func (h HeatMap) line(item Item) string {
	words := strings.TrimSpace(item.ID + " " + item.Label)
	if words == "" {
		words = "a risk without id"
	}
	switch {
	case item.To == nil:
		return words
	case *item.To == item.At:
		return words + " → unchanged"
	}
	return words + " → " + h.place(*item.To)
}

// which names the risks: by id, by label where there is none, and the rest as
// a number.
func (h HeatMap) which(items []int) []string {
	var names []string
	nameless := 0
	for _, i := range items {
		switch item := h.Items[i]; {
		case item.ID != "":
			names = append(names, item.ID)
		case item.Label != "":
			names = append(names, item.Label)
		default:
			nameless++
		}
	}
	if nameless > 0 {
		names = append(names, fmt.Sprintf("%d without id", nameless))
	}
	return names
}

// summary says what the picture shows, for someone who does not see it.
func (h HeatMap) summary(t tally) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s on a matrix of %d × %d cells, %s by %s", risks(len(h.Items)),
		len(h.Rows.Labels), len(h.Columns.Labels), h.rowsTitle(), h.columnsTitle())
	if len(h.Items) == 0 {
		return b.String() + "."
	}
	fmt.Fprintf(&b, ": %s.", h.byLevel(t.levelNow))
	if p, n := fullest(h.occupied(t), t); n > 1 {
		fmt.Fprintf(&b, " The fullest cell is %s with %d.", h.place(p), n)
	}
	if t.rated > 0 {
		fmt.Fprintf(&b, " %s.", h.movement(t))
	}
	return b.String()
}

// movement is the summary's sentences on residual ratings.
func (h HeatMap) movement(t tally) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{
		{t.down, "to a lower level"}, {t.level, "within the same level"}, {t.rated - t.down - t.level, "to a higher level"},
	} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	s := fmt.Sprintf("A residual rating is stated for %d: %s. Expected after treatment: %s", t.rated, strings.Join(parts, ", "), h.byLevel(t.levelThen))
	if rest := len(h.Items) - t.rated; rest > 0 {
		s += fmt.Sprintf(", the %d without a residual rating counted where they are", rest)
	}
	return s
}

// byLevel lists the levels that hold a risk, the highest first.
func (h HeatMap) byLevel(counts []int) string {
	var parts []string
	for rank, n := range slices.Backward(counts) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, h.level(rank)))
		}
	}
	return strings.Join(parts, ", ")
}

// fullest returns the first of the cells with most risks today.
func fullest(cells []Position, t tally) (at Position, n int) {
	for _, p := range cells {
		if len(t.now[p]) > n {
			at, n = p, len(t.now[p])
		}
	}
	return at, n
}

func (h HeatMap) name() string {
	if h.Title != "" {
		return h.Title
	}
	return fmt.Sprintf("Risk heat map: %s by %s", h.rowsTitle(), h.columnsTitle())
}

func (h HeatMap) rowsTitle() string     { return named(h.Rows.Title, "likelihood") }
func (h HeatMap) columnsTitle() string  { return named(h.Columns.Title, "consequence") }
func (h HeatMap) rowLabel(i int) string { return named(h.Rows.Labels[i], fmt.Sprintf("row %d", i+1)) }

func (h HeatMap) columnLabel(i int) string {
	return named(h.Columns.Labels[i], fmt.Sprintf("column %d", i+1))
}

func (h HeatMap) level(rank int) string {
	return named(h.Levels[rank].Label, fmt.Sprintf("level %d", rank+1))
}

func (h HeatMap) place(p Position) string {
	return fmt.Sprintf("%s × %s (%s)", h.rowLabel(p.Row), h.columnLabel(p.Column), h.level(h.rank(p)))
}

// named returns the label, or what to call the thing where it has none.
func named(label, otherwise string) string {
	if strings.TrimSpace(label) == "" {
		return otherwise
	}
	return label
}

// risks counts them in words.
func risks(n int) string {
	if n == 1 {
		return "1 risk"
	}
	return fmt.Sprintf("%d risks", n)
}
