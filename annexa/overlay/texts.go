package overlay

import (
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/guidance"
)

// The parts that every control and clause has.
const (
	partTitle = "title"
	partName  = "name"
	partText  = "text"
)

// each goes through every text of an item that a person wrote, in the order of
// the item. What it is given may be written to in a copy (see own).
func each(item *guidance.Item, do func(part string, text *string)) {
	do("why", &item.Why)
	for i := range item.Steps {
		s := &item.Steps[i]
		do(s.ID, &s.Text)
		do(s.ID+"/trigger", &s.Trigger)
	}
	for i := range item.Evidence {
		e := &item.Evidence[i]
		do(e.ID, &e.Shows)
		do(e.ID+"/population", &e.Population)
		do(e.ID+"/sample", &e.Sample)
	}
	for i := range item.Questions {
		q := &item.Questions[i]
		do(q.ID, &q.Text)
		do(q.ID+"/poor", &q.Poor)
	}
	for i := range item.Pitfalls {
		do(item.Pitfalls[i].ID, &item.Pitfalls[i].Text)
	}
	for i := range item.Metrics {
		m := &item.Metrics[i]
		do(m.ID, &m.What)
		do(m.ID+"/unit", &m.Unit)
	}
	do("owner", &item.Owner)
	for i := range item.Documents {
		do("documents/"+strconv.Itoa(i+1), &item.Documents[i])
	}
	rest(item, do)
}

// rest is each for what has no list.
func rest(item *guidance.Item, do func(part string, text *string)) {
	do("cloud/iaas/provider", &item.Cloud.IaaS.Provider)
	do("cloud/iaas/customer", &item.Cloud.IaaS.Customer)
	do("cloud/paas/provider", &item.Cloud.PaaS.Provider)
	do("cloud/paas/customer", &item.Cloud.PaaS.Customer)
	do("cloud/saas/provider", &item.Cloud.SaaS.Provider)
	do("cloud/saas/customer", &item.Cloud.SaaS.Customer)
	do("leaveOut/credible", &item.LeaveOut.Credible)
	do("leaveOut/doubtful", &item.LeaveOut.Doubtful)
	do("leaveOut/mention", &item.LeaveOut.Mention)
	do("effect/against", &item.Effect.Against)
	do("sizes/small/note", &item.Sizes.Small.Note)
	do("sizes/medium/note", &item.Sizes.Medium.Note)
	do("sizes/large/note", &item.Sizes.Large.Note)
}

// own returns an item that shares none of the lists that hold texts.
func own(item guidance.Item) guidance.Item {
	item.Steps = slices.Clone(item.Steps)
	item.Evidence = slices.Clone(item.Evidence)
	item.Questions = slices.Clone(item.Questions)
	item.Pitfalls = slices.Clone(item.Pitfalls)
	item.Metrics = slices.Clone(item.Metrics)
	item.Documents = slices.Clone(item.Documents)
	return item
}

// ours goes through every address of the 2022 edition with our text: controls
// and then clauses, each with its guidance. Where we have no text, which we
// never have of a standard, it is "".
func ours(do func(t Text)) {
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		itemOf(c.Ref.String()).each(do)
	}
	for c := range annexa.Clauses() {
		itemOf(c.Ref.String()).each(do)
	}
}

// entry is what we have of one control or clause.
type entry struct {
	name, title, short string
	item               guidance.Item // zero where there is none
}

// itemOf returns what we have of a control or clause by its canonical name; the
// zero entry for any other name.
func itemOf(name string) entry {
	if ref, err := annexa.Parse(name); err == nil && ref.String() == name {
		c, _ := annexa.Lookup(ref)
		item, _ := guidance.Of(ref)
		return entry{name, c.Title, c.ShortName, item}
	}
	ref, err := annexa.ParseClause(name)
	if err != nil || ref.String() != name {
		return entry{}
	}
	c, _ := annexa.LookupClause(ref)
	if c.Ref != ref { // a lettered item, or another standard: we have no words for it
		return entry{name: name}
	}
	item, _ := guidance.OfClause(ref)
	return entry{name, c.Title, c.ShortName, item}
}

// each goes through the texts of an entry.
func (e entry) each(do func(t Text)) {
	e.parts(func(part string, t Text) {
		t.Address = e.name + "/" + part
		do(t)
	})
}

// parts goes through the texts of an entry by their parts.
func (e entry) parts(do func(part string, t Text)) {
	do(partTitle, Text{Ours: e.title})
	do(partName, Text{Ours: e.short})
	do(partText, Text{})
	each(&e.item, func(part string, text *string) {
		if *text != "" {
			do(part, Text{Revision: e.item.Revision, Ours: *text})
		}
	})
}

// at returns our text at an address, with its revision.
func at(address string) (Text, bool) {
	name, part := cut(address)
	e := itemOf(name)
	if e.name == "" {
		return Text{}, false
	}
	var found Text
	e.parts(func(p string, t Text) {
		if p == part {
			found, found.Address = t, address
		}
	})
	return found, found.Address != ""
}
