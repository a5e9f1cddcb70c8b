package report

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/plot"
)

// HeatMaps returns a heat map for each method of likelihood and consequence by
// which an open risk is rated at the date of the view, in the order of the
// methods' references. Methods share one where it was approved, by that date,
// which of their levels mean the same. Its description names the open risks that are on no map,
// and those whose level is another than that of their cell. Texts are on one
// line each, as a picture asks.
func HeatMaps(v *isms.View) []plot.HeatMap {
	s := newReader(v).sheet()
	list := make([]plot.HeatMap, len(s.maps))
	for i, m := range s.maps {
		list[i] = m.HeatMap
	}
	return list
}

// sheet is the heat maps of a date, and the open risks that are on none.
type sheet struct {
	maps   []*heatMap
	absent []absence
}

// absence is an open risk that is on no heat map.
type absence struct {
	*entry

	reason string
}

// heatMap is a picture being filled, with the method and matrix that it shows.
type heatMap struct {
	plot.HeatMap

	method risk.Method
	matrix risk.Matrix
	ids    map[string]bool
	other  []string // risks whose level is another than that of their cell
	guests []string // methods whose risks stand here in terms of this one
}

// mostSteps is how many levels a picture can show on an axis.
const mostSteps = 12

func (r *reader) sheet() *sheet {
	s := &sheet{}
	known := make(map[footing]*heatMap)
	for _, e := range r.risks {
		if !e.open {
			continue
		}
		if reason := s.put(e, known); reason != "" {
			s.absent = append(s.absent, absence{e, reason})
		}
	}
	slices.SortStableFunc(s.maps, func(a, b *heatMap) int { return strings.Compare(a.method.Ref().String(), b.method.Ref().String()) })
	for _, m := range s.maps {
		m.describe(s.absent)
	}
	return s
}

// footing is where risks of a method in use stand: on the map of this one.
type footing struct {
	use *isms.MethodInUse
	on  risk.MethodRef
}

// put places a risk, or says why it cannot.
func (s *sheet) put(e *entry, known map[footing]*heatMap) string {
	l := e.levels[isms.Current]
	switch {
	case e.whole:
		return "its level is that of its parts"
	case l.From == "":
		return "not assessed"
	case l.Use == nil && l.of.Method == "":
		return "rated without a method"
	case l.Use == nil:
		return "method " + l.of.Method + " is not known here"
	}
	method, _ := l.place()
	m, done := known[footing{l.Use, method.Ref()}]
	if !done {
		m = s.mapOf(method)
		known[footing{l.Use, method.Ref()}] = m
	}
	if m == nil {
		return method.Ref().String() + " has no matrix of likelihood and consequence that a picture can show"
	}
	at, ok := m.position(l)
	if !ok {
		return "rated without likelihood and consequence"
	}
	m.add(e, at)
	return ""
}

// mapOf returns the map of a method, beginning it where there is none; nil
// where it cannot be drawn.
func (s *sheet) mapOf(m risk.Method) *heatMap {
	for _, h := range s.maps {
		if reflect.DeepEqual(h.method, m) { // two methods of one name may differ
			return h
		}
	}
	matrix, ok := m.Matrix()
	if !ok || max(len(matrix.Likelihood.Levels), len(matrix.Consequence.Levels), len(matrix.Levels)) > mostSteps {
		return nil
	}
	h := &heatMap{method: m, matrix: matrix, ids: make(map[string]bool)}
	h.Title = "Risk heat map"
	h.Rows, h.Columns = axis(m, risk.Likelihood, "Likelihood"), axis(m, risk.Consequence, "Consequence")
	for _, l := range matrix.Levels {
		h.Levels = append(h.Levels, plot.Level{Label: line(seen(l.Label, l.ID))})
	}
	for _, row := range matrix.Cells {
		ranks := make([]int, len(row))
		for j, level := range row {
			ranks[j], _ = m.Rank(level)
		}
		h.Cells = append(h.Cells, ranks)
	}
	s.maps = append(s.maps, h)
	return h
}

func axis(m risk.Method, role risk.Role, otherwise string) plot.Axis {
	f, _ := m.Coordinate(role)
	a := plot.Axis{Title: line(seen(f.Title, f.Scale.Title, otherwise))}
	for _, l := range f.Scale.Levels {
		a.Labels = append(a.Labels, line(seen(l.Label, l.ID)))
	}
	return a
}

// position finds the cell of a level by its coordinates.
func (h *heatMap) position(l level) (plot.Position, bool) {
	if l.Use == nil || l.IsZero() {
		return plot.Position{}, false
	}
	method, rating := l.place()
	if method.Ref() != h.method.Ref() || rating.Method != h.method.Ref() {
		return plot.Position{}, false
	}
	row, okRow := h.matrix.Likelihood.Rank(rating.Likelihood)
	column, okColumn := h.matrix.Consequence.Rank(rating.Consequence)
	return plot.Position{Row: row, Column: column}, okRow && okColumn
}

// add puts a risk on the map, with an arrow to where it is expected to go.
func (h *heatMap) add(e *entry, at plot.Position) {
	now, left := e.levels[isms.Current], e.levels[isms.Residual]
	item := plot.Item{ID: line(string(e.ID)), Label: line(e.Title), At: at}
	if h.ids[item.ID] { // two identifiers that only look the same
		item.ID, item.Label = "", joined(" ", item.ID, item.Label)
	}
	h.ids[item.ID] = true
	if guest := line(now.method); now.shared() && !slices.Contains(h.guests, guest) {
		h.guests = append(h.guests, guest)
	}
	if h.Levels[h.Cells[at.Row][at.Column]].Label != line(now.word()) {
		h.other = append(h.other, joined(" ", item.ID, "is", line(now.word())))
	}
	if to, ok := h.position(left); ok {
		item.To = &to
		at = to
	}
	if !left.IsZero() && h.Levels[h.Cells[at.Row][at.Column]].Label != line(left.word()) {
		h.other = append(h.other, joined(" ", item.ID, "is expected", line(left.word())))
	}
	h.Items = append(h.Items, item)
}

// describe says what the map shows, and what it cannot.
func (h *heatMap) describe(absent []absence) {
	list := []string{joined(", ", line(h.method.Title), line(h.method.Ref().String())) + "."}
	if len(h.guests) > 0 {
		list = append(list, "Risks rated by "+some(h.guests)+" stand here in terms of it, as was approved.")
	}
	if len(h.other) > 0 {
		list = append(list, "The level that holds is another than that of the cell: "+some(h.other)+".")
	}
	if len(absent) > 0 {
		ids := make([]string, len(absent))
		for i, a := range absent {
			ids[i] = line(string(a.ID))
		}
		list = append(list, count(len(absent), "open risk")+" on no map: "+some(ids)+".")
	}
	h.Description = strings.Join(list, " ")
}

// line sets a text on one line, without what a picture cannot hold.
func line(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune("\u2028\u2029\uFFFD\uFFFE\uFFFF", r) {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
