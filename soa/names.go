package soa

import (
	"iter"

	"github.com/ismskit/ismskit/isms"
)

// namesIn collects the titles of the records that the statement refers to.
func namesIn(v *isms.View, st Statement) map[isms.Ref]string {
	var names map[isms.Ref]string
	for ref := range st.refs() {
		if _, done := names[ref]; done || ref.IsZero() {
			continue
		}
		if title := v.Title(ref); title != ref.ID {
			if names == nil {
				names = make(map[isms.Ref]string)
			}
			names[ref] = title
		}
	}
	return names
}

// refs yields the records that the statement refers to without giving their
// titles in place.
func (s Statement) refs() iter.Seq[isms.Ref] {
	return func(yield func(isms.Ref) bool) {
		if !yield(s.Approval.By.Ref()) || !yield(s.Approval.For.Ref()) {
			return
		}
		for _, e := range s.Entries {
			for _, ref := range e.refs() {
				if !yield(ref) {
					return
				}
			}
		}
	}
}

func (e Entry) refs() []isms.Ref {
	refs := []isms.Ref{e.Decision.By.Ref(), e.Decision.For.Ref(), e.Decision.Record}
	for _, d := range e.Drivers {
		refs = append(refs, d.Path...)
	}
	for _, r := range e.RealizedBy {
		refs = append(refs, r.Owner.Ref(), r.Provider)
		for _, id := range r.Evidence {
			refs = append(refs, isms.Ref{Kind: isms.KindEvidence, ID: string(id)})
		}
	}
	for _, p := range e.Pending {
		refs = append(refs, p.Owner.Ref())
	}
	return refs
}
