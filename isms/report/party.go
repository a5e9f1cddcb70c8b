package report

import (
	"slices"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// party names a party: what it is called, else its identifier, as for a person
// whose data were erased.
func (r *reader) party(p isms.Party) string {
	if p.IsZero() {
		return ""
	}
	return seen(r.v.Title(p.Ref()), p.ID)
}

// ownerCell names the owner of a risk and, for a role, who holds it.
func (r *reader) ownerCell(e *entry) docinfo.Cell {
	switch {
	case !e.owner.IsZero():
		return docinfo.Cell{Text: r.party(e.owner), Note: r.holder(e.owner)}
	case !e.open:
		return docinfo.Cell{}
	}
	return docinfo.Cell{Text: "nobody", Tone: docinfo.Attention}
}

// owner returns who owns a risk on a day: its owner, else that of the risk it
// is a part of.
func (r *reader) owner(rk isms.Risk, day isms.Date) isms.Party {
	for rk := range r.chain(rk.ID) {
		if who := rk.OwnerAt(day); !who.IsZero() {
			return who
		}
	}
	return isms.Party{}
}

// holder says who holds a role at the date. Nothing is said of a role whose
// holders nobody records.
func (r *reader) holder(p isms.Party) string {
	role, ok := isms.Find[isms.Role](r.v, p.Ref())
	if !ok || len(role.Holders) == 0 {
		return ""
	}
	return seen(r.party(role.HolderAt(r.at)), "vacant")
}

// decider names who took a decision, and for whom.
func (r *reader) decider(d isms.Decision) string {
	return joined(" ", r.party(d.By), phrase("for", r.party(d.For)))
}

// decidedAs reports whether a decision was taken by a party, for it, by who
// held that role on the day, or by the role that it held.
func (r *reader) decidedAs(d isms.Decision, as isms.Party) bool {
	return !as.IsZero() && (d.By == as || d.For == as || r.held(d.By, as, d.On) || r.held(as, d.By, d.On))
}

// held reports whether a party held a role on a day, as holder or deputy.
func (r *reader) held(who, role isms.Party, day isms.Date) bool {
	rec, _ := isms.Find[isms.Role](r.v, role.Ref())
	return slices.ContainsFunc(rec.Holders, func(t isms.Tenure) bool {
		return t.Who == who && !day.Before(t.From) && (t.Until.IsZero() || !day.After(t.Until))
	})
}
