package report

import (
	"fmt"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/plot"
)

// HeatMaps returns a heat map for each method by which open risks are rated at
// the date of the view, in the order of the methods' references. Only methods
// of likelihood and consequence have one; a risk whose level is that of its
// parts, or whose coordinates are not known, is not on it.
func HeatMaps(v *isms.View) []plot.HeatMap {
	var maps []*heatMap
	r := reader{v}
	for _, rk := range r.risks() {
		rated := v.RateRisk(rk, isms.Current)
		if rk.StateAt(v.At()) != isms.Open || rated.Use == nil || rated.From != rk.ID {
			continue
		}
		if m := mapOf(&maps, rated.Use.Method); m != nil {
			m.add(rk, rated, v.RateRisk(rk, isms.Residual))
		}
	}
	list := make([]plot.HeatMap, len(maps))
	for i, m := range maps {
		list[i] = m.HeatMap
	}
	return list
}

// heatMap is a picture being filled, with the matrix it stands on.
type heatMap struct {
	plot.HeatMap
	method risk.MethodRef
	matrix risk.Matrix
}

// mapOf returns the map of a method, beginning it where there is none; nil for
// a method without a matrix.
func mapOf(maps *[]*heatMap, m risk.Method) *heatMap {
	for _, h := range *maps {
		if h.method == m.Ref() {
			return h
		}
	}
	matrix, ok := m.Matrix()
	if !ok {
		return nil
	}
	h := &heatMap{method: m.Ref(), matrix: matrix}
	h.Title, h.Description = "Risk heat map", m.Title
	h.Rows = axis("Likelihood", matrix.Likelihood)
	h.Columns = axis("Consequence", matrix.Consequence)
	for _, l := range matrix.Levels {
		h.Levels = append(h.Levels, plot.Level{Label: label(l)})
	}
	for _, row := range matrix.Cells {
		ranks := make([]int, len(row))
		for j, level := range row {
			ranks[j], _ = m.Rank(level)
		}
		h.Cells = append(h.Cells, ranks)
	}
	*maps = append(*maps, h)
	return h
}

func axis(title string, s risk.Scale) plot.Axis {
	a := plot.Axis{Title: title}
	if s.Title != "" {
		a.Title = s.Title
	}
	for _, l := range s.Levels {
		a.Labels = append(a.Labels, label(l))
	}
	return a
}

func label(l risk.Level) string {
	if l.Label != "" {
		return l.Label
	}
	return l.ID
}

func (h *heatMap) add(r isms.Risk, current, residual isms.Rated) {
	at, ok := h.position(current)
	if !ok {
		return
	}
	item := plot.Item{ID: string(r.ID), Label: r.Title, At: at}
	if to, ok := h.position(residual); ok {
		item.To = &to
	}
	h.Items = append(h.Items, item)
}

// position finds the cell of a rating by its coordinates.
func (h *heatMap) position(rated isms.Rated) (plot.Position, bool) {
	rating := rated.Rating()
	if rated.Recorded.Likelihood == "" || rated.Recorded.Consequence == "" {
		rating.Likelihood, rating.Consequence = rated.Computed.Likelihood, rated.Computed.Consequence
	}
	row, okRow := h.matrix.Likelihood.Rank(rating.Likelihood)
	column, okColumn := h.matrix.Consequence.Rank(rating.Consequence)
	return plot.Position{Row: row, Column: column}, okRow && okColumn && rating.Method == h.method
}

// HeatMap returns the heat maps as a document: each picture with what it says
// in words.
func HeatMap(v *isms.View) (docinfo.Document, error) {
	r := reader{v}
	d := r.document("heat-map", "Risk heat map")
	for i, m := range HeatMaps(v) {
		svg, err := m.SVG()
		if err != nil {
			return docinfo.Document{}, fmt.Errorf("report: heat map: %w", err)
		}
		text, err := m.Text()
		if err != nil {
			return docinfo.Document{}, fmt.Errorf("report: heat map: %w", err)
		}
		d.Blocks = append(d.Blocks, docinfo.Figure{ID: fmt.Sprintf("heat-map-%d", i+1), SVG: svg, Alt: text, Caption: m.Description})
	}
	if len(d.Blocks) == 0 {
		d.Blocks = append(d.Blocks, docinfo.Plain("No open risk is rated by a method of likelihood and consequence."))
	}
	return d, nil
}
