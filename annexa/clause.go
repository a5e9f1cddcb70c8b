package annexa

import (
	"iter"
	"slices"
	"strings"
)

// A Clause is one clause of ISO/IEC 27001:2022 between 4 and 10, at any of its
// three levels.
type Clause struct {
	Ref        ClauseRef `json:"ref"`
	ShortName  string    `json:"shortName"`           // one to five words of our own; always there
	Title      string    `json:"title,omitzero"`      // ISO's; "" where titles are left out
	Items      string    `json:"items,omitzero"`      // the letters of its list, "abcdef" for a) to f)
	Documented []string  `json:"documented,omitzero"` // the documented information that it asks for, in our words; a copy, the caller's to keep
	Form       string    `json:"form,omitzero"`       // what it asks about that: retained, available …
	Note       string    `json:"note,omitzero"`       // what changed, in 2022 or by Amd 1:2024
}

// A clause is a row of the generated table.
type clause struct {
	number, short, title, items string
	documented                  []string
	form, note                  string
}

// Clauses iterates over the 41 clauses 4 to 10 in the order of the standard, so
// 9.3.3 before 10.
func Clauses() iter.Seq[Clause] {
	return func(yield func(Clause) bool) {
		for i := range clauses {
			if !yield(clauseAt(i)) {
				return
			}
		}
	}
}

// LookupClause returns the clause that ref names; for a lettered item the clause
// whose list it is in. It is false for other standards and editions, and for
// what is not in the standard.
func LookupClause(ref ClauseRef) (Clause, bool) {
	i, ok := clauseRow(ref)
	if !ok {
		return Clause{}, false
	}
	return clauseAt(i), true
}

// clauseRow returns the row of the clause that ref, or its item, is in.
func clauseRow(ref ClauseRef) (int, bool) {
	if !ref.ours() {
		return 0, false
	}
	number, item, listed := strings.Cut(ref.Number, " ")
	i := int(slotsClauses[slot(number, factorClauses)])
	held := !listed || isItem(item) && strings.Contains(clauses[i].items, item)
	return i, clauses[i].number == number && held
}

func clauseAt(i int) Clause {
	c := clauses[i]
	return Clause{
		Ref:        ClauseRef{clauseStandard, clauseEdition, c.number},
		ShortName:  c.short,
		Title:      c.title,
		Items:      c.items,
		Documented: slices.Clone(c.documented),
		Form:       c.form,
		Note:       c.note,
	}
}
