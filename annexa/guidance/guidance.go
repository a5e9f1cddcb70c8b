package guidance

import (
	"iter"
	"strings"

	"github.com/ismskit/ismskit/annexa"
)

//go:generate go run ./internal/gen

// All returns every item: the controls in the order of Annex A, then the
// clauses in theirs. Items share their lists: they must not be changed.
func All() iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for i := range items {
			if !yield(items[i]) {
				return
			}
		}
	}
}

// Of returns the guidance for a control of Annex A 2022.
func Of(ref annexa.ControlRef) (Item, bool) {
	if ref.Set != annexa.ISO27001v2022 {
		return Item{}, false
	}
	return find(ref.ID)
}

// OfClause returns the guidance for a clause of ISO/IEC 27001:2022. A clause
// that is a heading alone has none; its parts do.
func OfClause(ref annexa.ClauseRef) (Item, bool) {
	if ref.Standard != "iso27001" || ref.Edition != "2022" {
		return Item{}, false
	}
	return find(ref.Number)
}

func find(name string) (Item, bool) {
	for i := range items {
		if items[i].Item == name {
			return items[i], true
		}
	}
	return Item{}, false
}

// Text returns the text at a permanent address: an item, a slash and the ID of
// one of its parts, "A.8.13/S2". It is the step, what the evidence must show,
// the question, the pitfall, or what the metric measures.
func Text(address string) (string, bool) {
	name, part, _ := strings.Cut(address, "/")
	item, ok := find(name)
	if !ok {
		return "", false
	}
	for id, text := range item.parts() {
		if id == part {
			return text, true
		}
	}
	return "", false
}

// Addresses returns the permanent address of every part of the item, with its
// text.
func (i Item) Addresses() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for id, text := range i.parts() {
			if !yield(i.Item+"/"+id, text) {
				return
			}
		}
	}
}

// parts yields the ID and the text of each step, piece of evidence, question,
// pitfall and metric.
func (i Item) parts() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		_ = each(i.Steps, func(p Step) bool { return yield(p.ID, p.Text) }) &&
			each(i.Evidence, func(p Evidence) bool { return yield(p.ID, p.Shows) }) &&
			each(i.Questions, func(p Question) bool { return yield(p.ID, p.Text) }) &&
			each(i.Pitfalls, func(p Pitfall) bool { return yield(p.ID, p.Text) }) &&
			each(i.Metrics, func(p Metric) bool { return yield(p.ID, p.What) })
	}
}

// each goes through a list as long as the function wants more.
func each[T any](list []T, more func(T) bool) bool {
	for _, p := range list {
		if !more(p) {
			return false
		}
	}
	return true
}
