package soa

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

// content is what a statement says, apart from when and by which library it
// was said: the text under an approver's name. Digest is computed from it, and
// Compare compares it, so a statement has another digest exactly when Compare
// finds a change. Members stand in the order of their names, as RFC 8785 asks,
// and entries in the order of their texts, bytewise.
type content struct {
	Entries        []entryContent `json:"entries"`
	Form           string         `json:"form"`
	Scope          isms.ScopeID   `json:"scope,omitzero"`
	ScopeStatement string         `json:"scopeStatement,omitzero"`
	Sets           []annexa.Set   `json:"sets,omitzero"`
	System         isms.SystemID  `json:"system,omitzero"`
}

// entryContent is the part of an entry that is content: not its title, which
// the catalogue or the realization has, nor who decided and when.
type entryContent struct {
	Basis      []string             `json:"basis,omitzero"`
	Control    annexa.ControlRef    `json:"control,omitzero"`
	Drivers    [][]isms.Ref         `json:"drivers,omitzero"`
	Ground     isms.Ground          `json:"ground,omitzero"`
	Inclusion  isms.Inclusion       `json:"inclusion,omitzero"`
	Own        isms.ControlID       `json:"own,omitzero"`
	Pending    []pendingContent     `json:"pending,omitzero"`
	RealizedBy []realizationContent `json:"realizedBy,omitzero"`
	Reason     string               `json:"reason,omitzero"`
	Status     Status               `json:"status,omitzero"`
}

// pendingContent leaves out who owns the action.
type pendingContent struct {
	Action isms.ActionID `json:"action"`
	Due    isms.Date     `json:"due,omitzero"`
	Title  string        `json:"title,omitzero"`
}

// realizationContent leaves out evidence, tests, the owner, and since when the
// control is in its state.
type realizationContent struct {
	Control   isms.ControlID    `json:"control"`
	Extent    isms.Extent       `json:"extent,omitzero"`
	How       string            `json:"how,omitzero"`
	Ours      string            `json:"ours,omitzero"`
	Provider  isms.Ref          `json:"provider,omitzero"`
	Provision isms.Provider     `json:"provision,omitzero"`
	State     isms.ControlState `json:"state,omitzero"`
	Theirs    string            `json:"theirs,omitzero"`
	Title     string            `json:"title,omitzero"`
}

// contentForm names the form of content; another form has another name.
const contentForm = "ismskit statement of applicability 1"

func (s Statement) content() content {
	c := content{
		Form: contentForm, System: s.System, Scope: s.Scope, ScopeStatement: s.ScopeStatement, Sets: s.Sets,
		Entries: make([]entryContent, len(s.Entries)),
	}
	for i, e := range s.Entries {
		c.Entries[i] = e.content()
	}
	slices.SortStableFunc(c.Entries, func(a, b entryContent) int {
		return cmp.Or(cmp.Compare(a.Control.String(), b.Control.String()), cmp.Compare(a.Own, b.Own))
	})
	return c
}

func (e Entry) content() entryContent {
	c := entryContent{
		Control: e.Control, Own: e.Own, Inclusion: e.Inclusion, Ground: e.Ground, Reason: e.Reason, Status: e.Status,
		Basis: append([]string(nil), e.Basis...), // none and an empty list are the same
	}
	for _, d := range e.Drivers {
		c.Drivers = append(c.Drivers, d.Path)
	}
	for _, r := range e.RealizedBy {
		c.RealizedBy = append(c.RealizedBy, r.content())
	}
	for _, p := range e.Pending {
		c.Pending = append(c.Pending, p.content())
	}
	return c
}

func (r Realization) content() realizationContent {
	return realizationContent{
		Control: r.Control, Title: r.Title, How: r.How, Extent: r.Extent, State: r.State,
		Provision: r.Provision, Provider: r.Provider, Theirs: r.Theirs, Ours: r.Ours,
	}
}

func (p Pending) content() pendingContent {
	return pendingContent{Action: p.Action, Due: p.Due, Title: p.Title}
}

// same reports whether two parts of contents are equal.
func same(a, b any) bool { return reflect.DeepEqual(a, b) }
