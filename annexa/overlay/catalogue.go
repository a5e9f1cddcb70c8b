package overlay

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/guidance"
)

// A Catalogue is the catalogue with overlays laid over it. The zero value is
// ours alone. It is not changed by anything, and safe for concurrent use.
type Catalogue struct {
	laid map[string]Laid // by address
}

// Laid is the text that stands at an address.
type Laid struct {
	Text     string
	Language string // of the overlay; "en" where it is ours
	Ours     bool   // no overlay has a text here
	Stale    bool   // made for another revision of the guidance
}

// Lay lays overlays over the catalogue: for each address the text in the first
// of the wanted languages that one of them has, see the package comment. Without
// wanted languages the first overlay that has a text has the word, whichever its
// language. The errors are tags that are not well-formed, and what
// [Overlay.Validate] finds.
func Lay(wanted []string, overlays ...Overlay) (Catalogue, error) {
	var tags []string
	for _, w := range wanted {
		tag, err := language(w)
		if err != nil {
			return Catalogue{}, err
		}
		tags = append(tags, lookup(tag)...)
	}
	c := Catalogue{laid: map[string]Laid{}}
	for _, o := range overlays {
		if ps := o.Validate(); len(ps) > 0 {
			return Catalogue{}, ps
		}
	}
	if len(wanted) == 0 {
		for _, o := range overlays {
			c.lay(o)
		}
	}
	for _, tag := range tags {
		for _, o := range overlays {
			if has, _ := language(o.Language); has == tag {
				c.lay(o)
			}
		}
	}
	return c, nil
}

// lay adds the texts of a valid overlay where there is none yet.
func (c Catalogue) lay(o Overlay) {
	tag, _ := language(o.Language)
	stale := o.stale()
	for _, t := range o.Texts {
		if _, taken := c.laid[t.Address]; !taken && t.Text != "" {
			c.laid[t.Address] = Laid{Text: t.Text, Language: tag, Stale: stale[t.Address]}
		}
	}
}

// Text returns what stands at an address. It is false where nothing does: the
// text of a control that no overlay has, or an address that does not exist.
func (c Catalogue) Text(address string) (Laid, bool) {
	if l, ok := c.laid[address]; ok {
		return l, true
	}
	t, ok := at(address)
	if !ok || t.Ours == "" {
		return Laid{}, false
	}
	return Laid{Text: t.Ours, Language: "en", Ours: true}, true
}

// Title returns the title of a control: laid over, else ours, else our short
// name. It is "" for a control that neither the catalogue nor an overlay has.
func (c Catalogue) Title(ref annexa.ControlRef) string {
	control, _ := c.Control(ref)
	return cmp.Or(control.Title, control.ShortName)
}

// Control is [annexa.Lookup] with title and short name laid over. A title that is
// laid over stands for both wordings, of ISO/IEC 27001 and of 27002. A control
// of a set that the catalogue has no table of is found if an overlay names it.
func (c Catalogue) Control(ref annexa.ControlRef) (annexa.Control, bool) {
	control, ok := annexa.Lookup(ref)
	item := ref.String()
	if l, laid := c.laid[item+"/"+partTitle]; laid {
		control.Ref, control.Title, ok = ref, l.Text, true
		if control.Title27002 != "" {
			control.Title27002 = l.Text
		}
	}
	if l, laid := c.laid[item+"/"+partName]; laid {
		control.Ref, control.ShortName, ok = ref, l.Text, true
	}
	return control, ok
}

// Clause is [annexa.LookupClause] with title and short name laid over.
func (c Catalogue) Clause(ref annexa.ClauseRef) (annexa.Clause, bool) {
	clause, ok := annexa.LookupClause(ref)
	if !ok {
		return clause, false
	}
	item := clause.Ref.String()
	clause.Title = cmp.Or(c.laid[item+"/"+partTitle].Text, clause.Title)
	clause.ShortName = cmp.Or(c.laid[item+"/"+partName].Text, clause.ShortName)
	return clause, true
}

// Item returns a guidance item with the texts that are laid over it.
func (c Catalogue) Item(item guidance.Item) guidance.Item {
	if len(c.laid) == 0 {
		return item
	}
	item = own(item)
	each(&item, func(part string, text *string) {
		*text = cmp.Or(c.laid[item.Item+"/"+part].Text, *text)
	})
	return item
}

// All goes through every address that has a text, laid over or ours: the controls
// and then the clauses of the 2022 edition, each with its guidance; after that
// what is laid over other sets, in the order of the addresses.
func (c Catalogue) All() iter.Seq2[string, string] {
	return func(yield func(address, text string) bool) {
		elsewhere := maps.Clone(c.laid)
		more := true
		ours(func(t Text) {
			delete(elsewhere, t.Address)
			text := cmp.Or(c.laid[t.Address].Text, t.Ours)
			more = more && (text == "" || yield(t.Address, text))
		})
		for _, address := range slices.Sorted(maps.Keys(elsewhere)) {
			if _, exists := at(address); exists && more {
				more = yield(address, elsewhere[address].Text)
			}
		}
	}
}
