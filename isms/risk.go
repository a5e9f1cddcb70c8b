package isms

import (
	"slices"

	"github.com/ismskit/ismskit/risk"
)

// Risk is an information security risk (clause 6.1.2 c): an asset-based
// scenario (threats, weaknesses, assets) or an event in words, what it would
// do to which property, and everything about it that changes over time, dated.
type Risk struct {
	ID          RiskID   `json:"id" doc:"required"`
	Title       string   `json:"title,omitzero"`
	Formerly    []RiskID `json:"formerly,omitzero"`
	Description string   `json:"description,omitzero"`
	// Source is who or what could bring the event about.
	Source string `json:"source,omitzero"`
	// Event is the event in words, for an event-based risk.
	Event        string        `json:"event,omitzero"`
	Threats      []ThreatID    `json:"threats,omitzero"`
	Weaknesses   []WeaknessID  `json:"weaknesses,omitzero"`
	Assets       []AssetID     `json:"assets,omitzero"`
	Consequences []Consequence `json:"consequences,omitzero"`
	// Scopes are the scopes it belongs to; none means all.
	Scopes []ScopeID `json:"scopes,omitzero"`
	// PartOf is the risk of which this one is a part.
	PartOf RiskID `json:"partOf,omitzero"`
	// Combine is the rule by which the level of a risk with parts is found.
	Combine Combination `json:"combine,omitzero"`
	Owners  []Tenure    `json:"owners,omitzero"`
	Status  []RiskFact  `json:"status,omitzero"`
	// Modeled are the scenarios of models of losses that stand for it.
	Modeled     []Modeled    `json:"modeled,omitzero"`
	Assessments []Assessment `json:"assessments,omitzero"`
	X           Extensions   `json:"x,omitzero"`
}

// Consequence is what the risk would do: to which property of information
// (clause 6.1.2 c 1), and of what category the harm is (legal, financial,
// safety, the organization's own word).
type Consequence struct {
	Property    Property `json:"property,omitzero"`
	Category    string   `json:"category,omitzero"`
	Description string   `json:"description,omitzero"`
}

// RiskFact says what became of the risk on a day.
type RiskFact struct {
	Is     RiskState `json:"is" doc:"required"`
	Since  Date      `json:"since" doc:"required"`
	Reason string    `json:"reason,omitzero"`
}

// Assessment is the outcome of assessing a risk on a day, at one stage: the
// inputs as given and the rating they led to under the method named.
type Assessment struct {
	Stage Stage `json:"stage" doc:"required"`
	On    Date  `json:"on" doc:"required"`
	By    Party `json:"by,omitzero"`
	// Method names the method: the identifier of a RiskMethod of the System or,
	// where there is none, of a published method; "@" and a version may follow.
	// Without one, it is the version of the System's method in use on the day
	// of the assessment, or the only edition known of a published method.
	Method string `json:"method,omitzero"`
	// Inputs are the words given for the factors of the method.
	Inputs risk.Inputs `json:"inputs,omitzero"`
	// Parts are the consequences judged one by one, where they are: each with
	// inputs of its own, beside those that all share. The level is that of the
	// whole, by the aggregation that the method's version states.
	Parts []AssessedPart `json:"parts,omitzero"`
	// Rating is the rating as recorded then; not stated, it is computed.
	Rating risk.Rating `json:"rating,omitzero"`
	// Override is a level that a person set in place of the computed one.
	Override Override `json:"override,omitzero"`
	// Quantified is the outcome in money, beside the level or without one.
	Quantified Quantified `json:"quantified,omitzero"`
	// Presumes are the treatments that a residual assessment takes as carried out.
	Presumes []TreatmentID `json:"presumes,omitzero"`
	// Relies are the controls whose operation the assessment takes for granted.
	Relies []ControlID `json:"relies,omitzero"`
	Note   string      `json:"note,omitzero"`
}

// Judged reports whether there are inputs to rate.
func (a Assessment) Judged() bool { return len(a.Inputs) > 0 || len(a.Parts) > 0 }

// AssessedPart is one consequence of a risk, judged by itself (clauses 6.1.2 c 1
// and d 1): to a property of information, of a category of harm, or both.
type AssessedPart struct {
	Property Property `json:"property,omitzero"`
	Category string   `json:"category,omitzero"`
	// Inputs stand before those of the assessment: the consequence, and the
	// likelihood where each property has its own.
	Inputs risk.Inputs `json:"inputs,omitzero"`
}

// Override is a level set by a person instead of the computed one, with the
// decision and its reason.
type Override struct {
	Level    string   `json:"level,omitzero"`
	Decision Decision `json:"decision,omitzero"`
}

// StateAt returns the state of the risk at a day. A risk without any dated
// fact is open. Before its first fact a risk is not yet identified, which is 0,
// unless that fact closes it: what is closed on a day was open before.
func (r Risk) StateAt(at Date) RiskState {
	if f, ok := lastAt(r.Status, at, func(f RiskFact) Date { return f.Since }); ok {
		return f.Is
	}
	var first RiskFact
	for _, f := range r.Status {
		if first.Since.IsZero() || f.Since.Before(first.Since) && !f.Since.IsZero() {
			first = f
		}
	}
	if first.Is == Open && !first.Since.IsZero() {
		return 0
	}
	return Open
}

// OwnerAt returns the risk owner at a day (clause 6.1.2 c 2).
func (r Risk) OwnerAt(at Date) Party { return holder(r.Owners, at) }

// AssessmentAt returns the assessment of a stage that holds at a day.
func (r Risk) AssessmentAt(stage Stage, at Date) (Assessment, bool) {
	return lastAt(r.Assessments, at, func(a Assessment) Date {
		if a.Stage != stage {
			return Date{}
		}
		return a.On
	})
}

// In reports whether the risk belongs to a scope.
func (r Risk) In(scope ScopeID) bool { return inScope(r.Scopes, scope) }

// inScope reports whether a list of scopes, where none means all, has a scope;
// no scope asked for means the whole System.
func inScope(scopes []ScopeID, scope ScopeID) bool {
	if len(scopes) == 0 || scope == "" {
		return true
	}
	return slices.Contains(scopes, scope)
}

// AssessmentRound is a risk assessment carried out at a planned interval or
// after a significant change (clause 8.2): what led to it, which risks were
// assessed and which confirmed unchanged.
type AssessmentRound struct {
	ID           RoundID    `json:"id" doc:"required"`
	Title        string     `json:"title,omitzero"`
	Formerly     []RoundID  `json:"formerly,omitzero"`
	Trigger      string     `json:"trigger,omitzero"`
	On           Date       `json:"on,omitzero"`
	Participants []Party    `json:"participants,omitzero"`
	Assessed     []RiskID   `json:"assessed,omitzero"`
	Confirmed    []RiskID   `json:"confirmed,omitzero"`
	Conclusion   string     `json:"conclusion,omitzero"`
	Approval     Decision   `json:"approval,omitzero"`
	X            Extensions `json:"x,omitzero"`
}
