package page

import (
	"html/template"
	"strings"

	"github.com/ismskit/ismskit/annexa"
)

// An item is an entry beside the others of its page.
type item struct {
	Entry

	facets    []facet
	known     map[string]string // titles by identifier, of the entries of this page
	ambiguous bool              // another entry has the same title
}

// Title is the title, told from the same title of another entry.
func (i item) Title() string {
	if i.ambiguous && i.Name() != "" && i.Name() != i.Entry.Title() {
		return i.Entry.Title() + ": " + strings.ToLower(i.Name()[:1]) + i.Name()[1:]
	}
	return i.Entry.Title()
}

// Short is our short name, where the title does not say it already.
func (i item) Short() string {
	if i.ambiguous || strings.EqualFold(i.Name(), i.Entry.Title()) {
		return ""
	}
	return i.Name()
}

// Kind says what it is.
func (i item) Kind() string {
	if i.Clause.Ref.IsZero() {
		return strings.TrimSuffix(i.Group(), "s")
	}
	return i.Group()
}

// Tokens are the values by which the entry is filtered, as the script knows them.
func (i item) Tokens() string {
	var all []string
	for _, f := range i.facets {
		for _, v := range f.Values {
			if f.has(i.Entry, v.bit) {
				all = append(all, v.Token)
			}
		}
	}
	return strings.Join(all, " ")
}

// Facts are the attributes of the entry.
func (i item) Facts() []facet {
	var all []facet
	for _, f := range i.facets {
		own := facet{Title: f.Title}
		for _, v := range f.Values {
			if f.has(i.Entry, v.bit) {
				own.Values = append(own.Values, v)
			}
		}
		if own.Values != nil && f.attribute != annexa.ByTheme {
			all = append(all, own)
		}
	}
	return all
}

// An other is an entry that is referred to; without link where the page has none.
type other struct {
	ID, Title string
	Link      template.URL
}

// Needs are the items that have to work for this one.
func (i item) Needs() []other { return i.others(i.Guidance.DependsOn) }

// Needed are the items that depend on this one.
func (i item) Needed() []other { return i.others(i.NeededBy) }

func (i item) others(ids []string) []other {
	var all []other
	for _, id := range ids {
		o := other{ID: id}
		if title, ok := i.known[id]; ok {
			o.Title, o.Link = title, at(id)
		}
		all = append(all, o)
	}
	return all
}
