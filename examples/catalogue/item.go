package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/page"
)

// entry finds the entry of an item and the part of it that is named: "A.5.15",
// "A.5.15/E2". A bare number is a clause where there is one, else a control.
func (c *call) entry(item string) (page.Entry, string, error) {
	id, part, _ := strings.Cut(item, "/")
	candidates := []string{id, "A." + id}
	if _, err := annexa.ParseClause(id); err == nil {
		candidates = candidates[:1]
	}
	for _, name := range candidates {
		i := slices.IndexFunc(c.entries, func(e page.Entry) bool { return e.ID() == name })
		if i < 0 {
			continue
		}
		e := c.entries[i]
		if part != "" && !hasPart(e, part) {
			return e, "", fmt.Errorf("catalogue: got %q, want a part that %s has: %s", item, name, page.Runs(parts(e)))
		}
		return e, part, nil
	}
	return page.Entry{}, "", c.unknown(item, id)
}

// unknown is the error for an item that is none: it says where to look instead.
func (c *call) unknown(item, id string) error {
	want := fmt.Sprintf("catalogue: got %q, want a control such as A.5.15 or a clause such as 6.1.2; ", item)
	if clause, err := annexa.ParseClause(id); err == nil {
		return fmt.Errorf("catalogue: clause %s is a heading or an item of a list; guidance is with %s", clause, strings.Join(c.below(clause.Number), ", "))
	}
	if old, err := annexa.Parse(string(annexa.ISO27001v2013) + "/" + id); err == nil {
		return fmt.Errorf(want+"it is one of 2013: %q says what became of it", "catalogue 2013 "+old.ID)
	}
	all := make([]string, len(c.entries))
	for i, e := range c.entries {
		all[i] = e.ID()
	}
	near := nearest(id, all)
	if edits(strings.ToLower(id), strings.ToLower(near)) > 2 {
		return fmt.Errorf(want+"%q looks for words", "catalogue search "+id)
	}
	return fmt.Errorf(want+"the nearest is %s", near)
}

// below lists the clauses that stand under a heading, or above an item of a list.
func (c *call) below(number string) []string {
	var all []string
	for _, e := range c.entries {
		if n := e.Clause.Ref.Number; n != "" && (strings.HasPrefix(n, number+".") || strings.HasPrefix(number, n+" ")) {
			all = append(all, n)
		}
	}
	return all
}

// parts lists the identifiers of the parts of an entry.
func parts(e page.Entry) []string {
	var all []string
	for address := range e.Guidance.Addresses() {
		all = append(all, strings.TrimPrefix(address, e.Guidance.Item+"/"))
	}
	return all
}

func hasPart(e page.Entry, part string) bool { return slices.Contains(parts(e), part) }

// nearest returns the word that takes the fewest edits; of several the last,
// which for numbers beyond the end of a list is its end.
func nearest(word string, words []string) string {
	best, at := "", len(word)+64
	for _, w := range words {
		if d := edits(strings.ToLower(word), strings.ToLower(w)); d < at || d == at && len(w) == len(word) {
			best, at = w, d
		}
	}
	return best
}

// edits counts the letters to insert, delete or replace to make b of a.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := before
			if a[i] != b[j] {
				replaced++
			}
			before = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
