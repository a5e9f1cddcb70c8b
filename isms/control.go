package isms

import "github.com/ismskit/ismskit/annexa"

// Control is a control that the organization operates (clause 6.1.3 b), its own
// thing beside the reference controls of a control set: "multi-factor
// authentication everywhere" realizes A.5.17 in part and A.8.5 fully.
//
// A control whose identifier is itself a reference ("A.5.17") and that states
// no realization realizes that reference, fully.
type Control struct {
	ID       ControlID   `json:"id" doc:"required"`
	Title    string      `json:"title,omitzero"`
	Formerly []ControlID `json:"formerly,omitzero"`
	// How says what is done.
	How      string        `json:"how,omitzero"`
	Realizes []Realization `json:"realizes,omitzero"`
	Where    Where         `json:"where,omitzero"`
	Owner    Party         `json:"owner,omitzero"`
	// Cadence is how often the control is performed or its evidence collected.
	Cadence   Duration      `json:"cadence,omitzero"`
	Provision Provision     `json:"provision,omitzero"`
	States    []ControlFact `json:"states,omitzero"`
	Tests     []ControlTest `json:"tests,omitzero"`
	X         Extensions    `json:"x,omitzero"`
}

// Realization says that a control realizes a reference, fully or in part.
type Realization struct {
	Control annexa.ControlRef `json:"control" doc:"required"`
	// Extent is Full where it is not stated.
	Extent Extent `json:"extent,omitzero"`
}

// Where says in which scopes, units and sites and for which assets a control
// operates; what is not stated does not bound.
type Where struct {
	Scopes []ScopeID `json:"scopes,omitzero"`
	Units  []UnitID  `json:"units,omitzero"`
	Sites  []SiteID  `json:"sites,omitzero"`
	Assets []AssetID `json:"assets,omitzero"`
}

// Provision says by whom a control is provided.
type Provision struct {
	// Is is Own where it is not stated.
	Is       Provider `json:"is,omitzero"`
	Provider Ref      `json:"provider,omitzero" kinds:"supplier,organization,unit"`
	// Theirs and Ours are the provider's part and the organization's.
	Theirs string `json:"theirs,omitzero"`
	Ours   string `json:"ours,omitzero"`
	// Assurance is what the organization relies on for the provider's part.
	Assurance []Ref `json:"assurance,omitzero" kinds:"document,evidence"`
}

// ControlFact says what state a control came into on a day.
type ControlFact struct {
	Is    ControlState `json:"is" doc:"required"`
	Since Date         `json:"since" doc:"required"`
	Note  string       `json:"note,omitzero"`
}

// ControlTest is a test of a control: of its design, or of its operation.
type ControlTest struct {
	On       Date         `json:"on" doc:"required"`
	Of       TestObject   `json:"of,omitzero"`
	Result   TestResult   `json:"result" doc:"required"`
	By       Party        `json:"by,omitzero"`
	Evidence []EvidenceID `json:"evidence,omitzero"`
	Note     string       `json:"note,omitzero"`
}

// References returns what the control realizes: as stated or, where nothing is
// and the identifier is itself a reference, that reference fully.
func (c Control) References() []Realization {
	if len(c.Realizes) > 0 {
		return c.Realizes
	}
	if ref, err := annexa.Parse(string(c.ID)); err == nil {
		return []Realization{{Control: ref, Extent: Full}}
	}
	return nil
}

// StateAt returns the state of the control at a day; 0 before its first fact.
func (c Control) StateAt(at Date) ControlState {
	f, _ := lastAt(c.States, at, func(f ControlFact) Date { return f.Since })
	return f.Is
}

// TestAt returns the latest test by a day.
func (c Control) TestAt(at Date) (ControlTest, bool) {
	return lastAt(c.Tests, at, func(t ControlTest) Date { return t.On })
}

// OperatingAt reports whether the control operates at a day: it is implemented
// then, and neither the latest test of its design nor the latest one of its
// operation by then found it ineffective. A test that does not say what it
// looked at counts as one of both.
func (c Control) OperatingAt(at Date) bool {
	return c.StateAt(at) == Implemented && !c.failed(Design, at) && !c.failed(Operation, at)
}

// failed reports whether the latest test of an object found it ineffective.
func (c Control) failed(of TestObject, at Date) bool {
	t, _ := lastAt(c.Tests, at, func(t ControlTest) Date {
		if t.Of != of && t.Of != 0 {
			return Date{}
		}
		return t.On
	})
	return t.Result == Ineffective
}

// In reports whether the control operates in a scope.
func (c Control) In(scope ScopeID) bool { return inScope(c.Where.Scopes, scope) }
