package report

import (
	"slices"
	"strings"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// riskCell says what a risk is called, and what it is about.
func (r *reader) riskCell(e *entry) docinfo.Cell {
	note := []string{r.scenario(e.Risk)}
	if e.PartOf != "" {
		note = append(note, "Part of "+string(e.PartOf))
	}
	if closed, ok := r.closing(e); ok {
		note = append(note, joined(": ", "Closed on "+closed.Since.String(), closed.Reason))
	}
	return docinfo.Cell{Text: e.Title, Note: joined("\n", note...)}
}

// closing returns the fact that closed a risk: the latest by the date.
func (r *reader) closing(e *entry) (last isms.RiskFact, ok bool) {
	for _, f := range e.Status {
		if !f.Since.IsZero() && !f.Since.After(r.at) && !f.Since.Before(last.Since) {
			last, ok = f, true
		}
	}
	return last, ok && !e.open
}

// scenario says what a risk is about: the event in words, or which threat uses
// which weakness; then the assets.
func (r *reader) scenario(rk isms.Risk) string {
	event := rk.Event
	if blank(event) {
		threats := r.titles(isms.KindThreat, texts(rk.Threats))
		event = joined(" through ", seen(threats, rk.Source), r.titles(isms.KindWeakness, texts(rk.Weaknesses)))
	}
	return seen(joined(" → ", event, r.titles(isms.KindAsset, texts(rk.Assets))), rk.Description)
}

// titles lists what records of a kind are called.
func (r *reader) titles(kind isms.Kind, ids []string) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = seen(r.v.Title(isms.Ref{Kind: kind, ID: id}), id)
	}
	return strings.Join(list, ", ")
}

// scopeCell lists the scopes of a risk; without any it belongs to all.
func (r *reader) scopeCell(e *entry) docinfo.Cell {
	if len(e.Scopes) == 0 {
		return docinfo.Cell{Text: "all"}
	}
	var c docinfo.Cell
	for _, id := range e.Scopes {
		c.Items = append(c.Items, docinfo.Plain(r.titles(isms.KindScope, []string{string(id)})))
	}
	return c
}

// harms and options are the words by which a reader chooses, in their order.
var (
	harms   = []string{"confidentiality", "integrity", "availability"}
	options = []string{"modify", "share", "avoid", "retain"}
)

// harmsCell lists the properties of information that a risk harms, and in what
// way.
func harmsCell(e *entry) docinfo.Cell {
	var words, how []string
	for _, q := range e.Consequences {
		words = append(words, word(q.Property))
		how = append(how, joined(": ", q.Category, q.Description))
	}
	slices.SortStableFunc(words, func(a, b string) int { return slices.Index(harms, a) - slices.Index(harms, b) })
	words = slices.DeleteFunc(slices.Compact(words), blank)
	return docinfo.Cell{Items: items(words), Note: joined("; ", how...)}
}
