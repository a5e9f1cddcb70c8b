package transition

import "github.com/ismskit/ismskit/annexa"

// A Report says of every row where it went, and of every control of 2022 what it
// comes from.
type Report struct {
	Rows     []Placement         `json:"rows"`             // one for each row given, in their order
	Controls []Control           `json:"controls"`         // all 93, in the order of the standard
	Missing  []annexa.ControlRef `json:"missing,omitzero"` // the controls of 2013 that no row names, in the order of the standard
	Problems []Problem           `json:"problems,omitzero"`
}

// Count returns how many controls of 2022 have the outcome.
func (r Report) Count(o Outcome) int {
	n := 0
	for _, c := range r.Controls {
		if c.Outcome == o {
			n++
		}
	}
	return n
}

// A Placement says where one row went. Without Old and To it went nowhere, and
// the report has a problem with its number.
type Placement struct {
	Given Row                 `json:"given"`
	Old   annexa.ControlRef   `json:"old,omitzero"`  // the control of 2013 that it names
	Kind  annexa.Kind         `json:"kind,omitzero"` // of the correspondence
	To    []annexa.ControlRef `json:"to,omitzero"`   // of 2022: one, or two where the kind is split
}

// A Control is a control of 2022 with what the old rows say about it.
type Control struct {
	Ref     annexa.ControlRef `json:"ref"`
	Outcome Outcome           `json:"outcome"`

	// What all rows say; empty where they differ, and where a predecessor has no
	// row.
	Included Inclusion `json:"included,omitzero"`
	Status   string    `json:"status,omitzero"`
	Owner    string    `json:"owner,omitzero"`

	From      []Origin            `json:"from,omitzero"`      // its rows, in the order of 2013
	Missing   []annexa.ControlRef `json:"missing,omitzero"`   // its predecessors that no row names
	Conflicts []Conflict          `json:"conflicts,omitzero"` // in the order inclusion, status, justification, owner
}

// An Origin is a row that a control comes from.
type Origin struct {
	Row   int               `json:"row"` // its number, from 1
	Old   annexa.ControlRef `json:"old"`
	Kind  annexa.Kind       `json:"kind"`
	Given Row               `json:"given"`
}

// A Conflict is a field in which the rows of one control differ. A row that says
// nothing differs from one that says something.
type Conflict struct {
	Field string `json:"field"` // of the rows: included, status, justification, owner
	Said  []Said `json:"said"`  // two or more, in the order of 2013
}

// Said is what one or more rows say, and the controls of 2013 that they name.
type Said struct {
	Text string              `json:"text"` // "" where they say nothing
	By   []annexa.ControlRef `json:"by"`
}
