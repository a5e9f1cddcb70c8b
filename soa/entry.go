package soa

import (
	"cmp"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

// Entry is what the statement says of one control.
type Entry struct {
	// Control is the reference; zero for an own control, which Own names.
	Control annexa.ControlRef `json:"control,omitzero"`
	Own     isms.ControlID    `json:"own,omitzero"`
	Title   string            `json:"title,omitzero"`
	// Group is the heading of a control of a catalogue that was given to Derive,
	// for print; package annexa knows those of its own.
	Group string `json:"group,omitzero"`
	// Inclusion says whether the control is necessary; 0 is undecided. What no
	// set was compared for, an own control among them, is included by the very
	// determination that it is necessary (6.1.3 b).
	Inclusion isms.Inclusion `json:"inclusion,omitzero"`
	// Basis and Reason are the recorded justification for inclusion, Ground and
	// Reason that for exclusion, Decision who decided and when.
	Basis    []string      `json:"basis,omitzero"`
	Ground   isms.Ground   `json:"ground,omitzero"`
	Reason   string        `json:"reason,omitzero"`
	Decision isms.Decision `json:"decision,omitzero"` // without its reason, which is Reason
	// Drivers are what the records make it necessary for: derived, not decided.
	Drivers []isms.Driver `json:"drivers,omitzero"`
	// Status is derived from the own controls that realize it, see Status.
	Status     Status        `json:"status,omitzero"`
	RealizedBy []Realization `json:"realizedBy,omitzero"`
	// Pending are the actions not done, for what is not yet implemented: of the
	// own controls that realize it, and of the treatments and requirements that
	// drive it; the first due first.
	Pending []Pending `json:"pending,omitzero"`
}

// Ref names the entry in one word: the reference, "A.5.7", or the own control,
// "control/C-01".
func (e Entry) Ref() string {
	if e.Control.IsZero() {
		return isms.Ref{Kind: isms.KindControl, ID: string(e.Own)}.String()
	}
	return e.Control.String()
}

// Theme returns the heading under which the entry stands: the theme of Annex A
// of 2022, the clause of 2013, edition and heading of another set of package
// annexa, title and heading of a catalogue, the name of any other set, or "Own
// controls".
func (e Entry) Theme() string {
	if e.Control.IsZero() {
		return "Own controls"
	}
	if c, ok := annexa.Lookup(e.Control); ok && c.Theme != 0 {
		return c.Theme.String() + " controls"
	}
	set := e.Control.Set
	clause, _, ok := annexa.Headings(e.Control)
	if !ok {
		return cmp.Or(e.Group, string(set))
	}
	heading := strings.TrimSpace(clause.ID + " " + clause.Title)
	if d, _ := annexa.Describe(set); set != annexa.ISO27001v2013 {
		heading = d.Edition + ", " + heading
	}
	return heading
}

// Realization is one of the organization's own controls that realizes the
// entry's reference in the scope, as it stands at the date.
type Realization struct {
	Control isms.ControlID `json:"control" doc:"required"`
	Title   string         `json:"title,omitzero"`
	How     string         `json:"how,omitzero"`
	Owner   isms.Party     `json:"owner,omitzero"`
	Extent  isms.Extent    `json:"extent,omitzero"`
	// State is the state since the day Since.
	State isms.ControlState `json:"state,omitzero"`
	Since isms.Date         `json:"since,omitzero"`
	// Operating: implemented, and not found ineffective by its latest test.
	Operating bool `json:"operating,omitzero"`
	// Provision says by whom it is provided, Theirs and Ours which part is the
	// provider's and which the organization's.
	Provision isms.Provider `json:"provision,omitzero"`
	Provider  isms.Ref      `json:"provider,omitzero"`
	Theirs    string        `json:"theirs,omitzero"`
	Ours      string        `json:"ours,omitzero"`
	// Evidence is the evidence that may be relied on at the date.
	Evidence []isms.EvidenceID `json:"evidence,omitzero"`
}

// Pending is an action not done at the date.
type Pending struct {
	Action isms.ActionID `json:"action" doc:"required"`
	Title  string        `json:"title,omitzero"`
	Owner  isms.Party    `json:"owner,omitzero"`
	Due    isms.Date     `json:"due,omitzero"`
}
