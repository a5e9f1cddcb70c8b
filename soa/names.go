package soa

import "github.com/ismskit/ismskit/isms"

// namesIn collects the titles of the records that the statement refers to
// without giving their titles in place.
func namesIn(v *isms.View, st Statement) map[isms.Ref]string {
	names := make(map[isms.Ref]string)
	collect := func(refs ...isms.Ref) {
		for _, ref := range refs {
			if _, done := names[ref]; done {
				continue
			}
			if title := v.Title(ref); title != ref.ID { // which stands for a title that is not stated
				names[ref] = title
			}
		}
	}
	collect(st.Approval.By.Ref(), st.Approval.For.Ref())
	for _, e := range st.Entries {
		collect(e.refs()...)
	}
	if len(names) == 0 {
		return nil
	}
	return names
}

// refs lists the records that an entry refers to by reference.
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
