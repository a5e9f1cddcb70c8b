package isms

import (
	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/risk"
)

// Treatment is how risks are treated (clause 6.1.3 a and b): the option, and
// the controls chosen with what each is meant to do. It holds no level of its
// own: what it is expected to achieve is a residual assessment of the risk.
type Treatment struct {
	ID       TreatmentID     `json:"id" doc:"required"`
	Title    string          `json:"title,omitzero"`
	Formerly []TreatmentID   `json:"formerly,omitzero"`
	Risks    []RiskID        `json:"risks,omitzero"`
	Option   Option          `json:"option,omitzero"`
	Controls []ChosenControl `json:"controls,omitzero"`
	// Modeled are the controls of models of losses that stand for it.
	Modeled []Modeled `json:"modeled,omitzero"`
	// ShareWith is who takes a part of the risk, for the option share.
	ShareWith Ref `json:"shareWith,omitzero" kinds:"supplier,organization,unit"`
	// Reason says why this option, or how a risk is avoided; Decision who chose
	// it, and when.
	Reason   string   `json:"reason,omitzero"`
	Decision Decision `json:"decision,omitzero"`
	// From and Until bound the days on which the treatment is in force.
	From  Date       `json:"from,omitzero"`
	Until Date       `json:"until,omitzero"`
	X     Extensions `json:"x,omitzero"`
}

// InForce reports whether the treatment is in force at a day.
func (t Treatment) InForce(at Date) bool { return within(at, t.From, t.Until) }

// ChosenControl is a control determined to be necessary: a reference of a
// control set, or one of the organization's own controls.
type ChosenControl struct {
	Control annexa.ControlRef `json:"control,omitzero"`
	Own     ControlID         `json:"own,omitzero"`
	Effects []IntendedEffect  `json:"effects,omitzero"`
}

// IntendedEffect is what a chosen control is meant to do.
type IntendedEffect struct {
	// Risk is the risk whose scenario it acts on; none means each risk of the
	// treatment.
	Risk RiskID `json:"risk,omitzero"`
	// Threat is the threat it acts on; none means the whole scenario.
	Threat ThreatID `json:"threat,omitzero"`
	// On is what it lowers.
	On Target `json:"on,omitzero"`
	// Steps is by how many levels, on an ordinal scale.
	Steps int `json:"steps,omitzero" doc:"min=0,max=100"`
	// Reduces is by which share, between 0 and 1, on a scale with numbers.
	Reduces float64 `json:"reduces,omitzero" doc:"min=0,max=1"`
}

// Action is something to be done: a step of a treatment, or what is missing
// before a control is complete (clause 6.1.3 e).
type Action struct {
	ID       ActionID   `json:"id" doc:"required"`
	Title    string     `json:"title,omitzero"`
	Formerly []ActionID `json:"formerly,omitzero"`
	// For is what the action serves.
	For       []Ref  `json:"for,omitzero" kinds:"treatment,control,risk,requirement,objective,determination"`
	Owner     Party  `json:"owner,omitzero"`
	Resources string `json:"resources,omitzero"`
	Cost      Amount `json:"cost,omitzero"`
	Due       Date   `json:"due,omitzero"`
	Done      Date   `json:"done,omitzero"`
	// Evaluated says how its effect is evaluated.
	Evaluated string     `json:"evaluated,omitzero"`
	X         Extensions `json:"x,omitzero"`
}

// DoneAt reports whether the action is done at a day.
func (a Action) DoneAt(at Date) bool { return !a.Done.IsZero() && !a.Done.After(at) }

// TreatmentPlan is the risk treatment plan (clause 6.1.3 e), version by
// version, with the approvals of the risk owners (clause 6.1.3 f).
type TreatmentPlan struct {
	ID       PlanID        `json:"id" doc:"required"`
	Title    string        `json:"title,omitzero"`
	Formerly []PlanID      `json:"formerly,omitzero"`
	Scope    ScopeID       `json:"scope,omitzero"`
	Versions []PlanVersion `json:"versions,omitzero"`
	X        Extensions    `json:"x,omitzero"`
}

// PlanVersion is one version of the plan.
type PlanVersion struct {
	Number     string         `json:"number" doc:"required"`
	On         Date           `json:"on" doc:"required"`
	Treatments []TreatmentID  `json:"treatments,omitzero"`
	Approvals  []PlanApproval `json:"approvals,omitzero"`
}

// PlanApproval is a risk owner's approval of the plan for the risks named, or
// for all the owner's risks in the plan where none is named.
type PlanApproval struct {
	Decision Decision `json:"decision"`
	Risks    []RiskID `json:"risks,omitzero"`
}

// VersionAt returns the version of the plan at a day.
func (p TreatmentPlan) VersionAt(at Date) (PlanVersion, bool) {
	return lastAt(p.Versions, at, func(v PlanVersion) Date { return v.On })
}

// Acceptance is a risk owner's acceptance of a residual risk (clause 6.1.3 f).
// Acceptances are added, never changed.
type Acceptance struct {
	ID       AcceptanceID   `json:"id" doc:"required"`
	Formerly []AcceptanceID `json:"formerly,omitzero"`
	Risk     RiskID         `json:"risk" doc:"required"`
	// Rating is the rating that was accepted.
	Rating     risk.Rating `json:"rating,omitzero"`
	Decision   Decision    `json:"decision,omitzero"`
	Until      Date        `json:"until,omitzero"`
	Conditions []Condition `json:"conditions,omitzero"`
	X          Extensions  `json:"x,omitzero"`
}

// Condition is a condition of an acceptance, and the day on which it fell.
type Condition struct {
	Text string `json:"text" doc:"required"`
	Fell Date   `json:"fell,omitzero"`
}
