package soa

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/isms/docinfo"
)

// ReviewDocument returns the review of a statement as a document: what blocks
// its approval, then everything else, each with its code and what to do. It is
// for the organization itself.
func ReviewDocument(s Statement) docinfo.Document {
	remarks := Review(s)
	blocking := 0
	for _, r := range remarks {
		if r.Blocks {
			blocking++
		}
	}
	d := docinfo.Document{
		Name: "statement-of-applicability-review", Title: "Review of the Statement of Applicability", Subtitle: s.subject(), Language: "en",
		Footer: s.footer(s.Approved()),
	}
	for _, f := range [][2]string{
		{"As of", s.At.String()}, {"Reviewed", s.version(s.Approved())}, {"Digest", s.Digest()}, {"Derived by", s.Library},
	} {
		if f[1] != "" {
			d.Meta = append(d.Meta, docinfo.Field{Name: f[0], Value: docinfo.Plain(f[1])})
		}
	}
	d.Blocks = []docinfo.Block{verdict(blocking, len(remarks)), remarkTable(s, remarks)}
	return d
}

// verdict says whether an approval is possible.
func verdict(blocking, all int) docinfo.Notice {
	switch {
	case blocking > 0:
		return docinfo.Notice{
			Tone: docinfo.Bad, Title: strconv.Itoa(blocking) + " of " + count(all, "remark") + " to settle before approval",
			Text: docinfo.Plain("Until then the statement is a draft, whatever version is recorded."),
		}
	case all > 0:
		return docinfo.Notice{
			Tone: docinfo.Attention, Title: count(all, "remark") + ", none of which stands in the way of approval",
			Text: docinfo.Plain("They are what an auditor would ask about."),
		}
	}
	return docinfo.Notice{
		Tone: docinfo.Good, Title: "No remark",
		Text: docinfo.Plain("None of the rules found anything. They read what is recorded, not what is done."),
	}
}

func remarkTable(s Statement, remarks []Remark) docinfo.Table {
	titles := make(map[string]string)
	for _, r := range rules {
		titles[r.Code] = r.Title
	}
	named := make(map[string]Entry, len(s.Entries))
	for _, e := range s.Entries {
		named[e.Ref()] = e
	}
	t := docinfo.Table{
		ID: "remarks", Caption: "Remarks", GroupTitle: "Approval", Empty: "Nothing to remark.",
		Columns: []docinfo.Column{
			{ID: "control", Title: "Control", NoteTitle: "Title", RowHeader: true, Width: 20},
			{ID: "rule", Title: "Rule", NoteTitle: "Code", Facet: true, Width: 16},
			{ID: "remark", Title: "Remark", NoteTitle: "What to do", Width: 34},
			{ID: "about", Title: "Shown by", Width: 30},
		},
	}
	for _, r := range remarks {
		about := make([]docinfo.Text, len(r.About))
		for i, text := range r.About {
			about[i] = docinfo.Plain(text)
		}
		t.Rows = append(t.Rows, docinfo.Row{ID: r.Key(), Group: group(r), Cells: []docinfo.Cell{
			named[r.entry().Ref()].heading(),
			{Text: titles[r.Code], Note: r.Code},
			{Text: upper(r.Message) + ".", Note: upper(r.Hint) + "."},
			{Items: about},
		}})
	}
	slices.SortStableFunc(t.Rows, func(a, b docinfo.Row) int { return cmp.Compare(b.Group, a.Group) })
	return t
}

// group is the heading under which a remark stands; those that block come
// first.
func group(r Remark) string {
	if r.Blocks {
		return "To settle before approval"
	}
	return "For the approver to know"
}
