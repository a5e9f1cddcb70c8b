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
		item, ok := guidance.Of(c.Ref)
		oursOf(c.Ref.String(), c.Title, c.ShortName, item, ok, do)
	}
	for c := range annexa.Clauses() {
		item, ok := guidance.OfClause(c.Ref)
		oursOf(c.Ref.String(), c.Title, c.ShortName, item, ok, do)
	}
}

func oursOf(ref, title, name string, item guidance.Item, ok bool, do func(t Text)) {
	do(Text{Address: ref + "/" + partTitle, Ours: title})
	do(Text{Address: ref + "/" + partName, Ours: name})
	do(Text{Address: ref + "/" + partText})
	if !ok {
		return
	}
	each(&item, func(part string, text *string) {
		if *text != "" {
			do(Text{Address: ref + "/" + part, Revision: item.Revision, Ours: *text})
		}
	})
}
