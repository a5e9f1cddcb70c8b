package overlay

import (
	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/internal/enum"
)

// A Report says what an overlay is worth today.
type Report struct {
	Language string `json:"language"`
	// Stale are the texts made for another revision of the guidance.
	Stale []Stale `json:"stale,omitzero"`
	// Unknown are the texts whose address does not exist.
	Unknown []Unknown `json:"unknown,omitzero"`
	// What of the 2022 edition the overlay covers: titles, short names and texts
	// of controls and clauses, and their guidance.
	Titles   Coverage `json:"titles"`
	Names    Coverage `json:"names"`
	Texts    Coverage `json:"texts"`
	Guidance Coverage `json:"guidance"`
}

// A Stale text was made for another revision than the one of today.
type Stale struct {
	Address  string `json:"address"`
	Revision int    `json:"revision"`     // for which it was made
	Today    int    `json:"today"`        // that the item has
	Was      string `json:"was,omitzero"` // our text then, "" where it was not kept
	Is       string `json:"is"`           // our text today
}

// An Unknown address is one that nothing has.
type Unknown struct {
	Address string `json:"address"`
	Nearest string `json:"nearest,omitzero"` // "" where nothing is near
}

// Coverage says how many of the addresses that there are have a text.
type Coverage struct {
	Has     int      `json:"has"`
	Of      int      `json:"of"`
	Missing []string `json:"missing,omitzero"`
}

// Check compares an overlay with the catalogue of today. A stale text counts as
// covered. Texts of other sets than Annex A 2022 are in no coverage, and those
// of sets that the catalogue has no table of cannot be unknown.
func (o Overlay) Check() Report {
	r := Report{Language: o.Language}
	has := make(map[string]bool, len(o.Texts))
	today := map[string]Text{}
	ours(func(t Text) { today[t.Address] = t })
	for _, t := range o.Texts {
		has[t.Address] = has[t.Address] || t.Text != ""
		now, known := today[t.Address]
		if !known { // of another set, perhaps
			now, known = at(t.Address)
		}
		switch {
		case !known:
			r.Unknown = append(r.Unknown, Unknown{t.Address, nearest(t.Address)})
		case t.stale(now):
			r.Stale = append(r.Stale, Stale{t.Address, t.Revision, now.Revision, t.Ours, now.Ours})
		}
	}
	ours(func(t Text) {
		c := r.coverage(t)
		if c.Of++; has[t.Address] {
			c.Has++
		} else {
			c.Missing = append(c.Missing, t.Address)
		}
	})
	return r
}

// stale reports whether a text was made for something else than what is there
// now: our text, or where that was not kept the revision, is another.
func (t Text) stale(now Text) bool {
	switch {
	case t.Text == "" || now.Ours == "" || t.Revision != 0 && t.Revision == now.Revision:
		return false
	case t.Ours != "":
		return t.Ours != now.Ours
	}
	return t.Revision != 0 && now.Revision != 0
}

func (r *Report) coverage(t Text) *Coverage {
	switch _, part := cut(t.Address); part {
	case partTitle:
		return &r.Titles
	case partName:
		return &r.Names
	case partText:
		return &r.Texts
	}
	return &r.Guidance
}

// nearest returns the address that was perhaps meant: of the same item, if there
// is such an item, else the same part of another.
func nearest(address string) string {
	name, part := cut(address)
	if itemOf(name).name == "" {
		near, found := nearestItem(name)
		if !found {
			return ""
		}
		name = near
		if _, ok := at(name + "/" + part); ok {
			return name + "/" + part
		}
	}
	var parts []string
	itemOf(name).parts(func(p string, _ Text) { parts = append(parts, p) })
	if near, ok := enum.Nearest(part, parts); ok {
		return name + "/" + near
	}
	return ""
}

func nearestItem(name string) (string, bool) {
	if ref, err := annexa.Parse(name); err == nil { // 5.7 for A.5.7
		return ref.String(), true
	}
	if ref, err := annexa.ParseClause(name); err == nil {
		return ref.String(), true
	}
	var names []string
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		names = append(names, c.Ref.String())
	}
	for c := range annexa.Clauses() {
		names = append(names, c.Ref.String())
	}
	return enum.Nearest(name, names)
}
