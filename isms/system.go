package isms

import "github.com/ismskit/ismskit/annexa"

// SchemaVersion is the version of the documents this library writes and reads.
const SchemaVersion = 1

// System is one information security management system, the whole of it: a
// tenant of a product, a file of a person. Its records refer to each other by
// identifier, never by Go pointer.
type System struct {
	// ID never changes: every derived UUID lies in its name space.
	ID SystemID `json:"id" doc:"required"`
	// SchemaVersion is the version of the document's form: SchemaVersion.
	SchemaVersion int    `json:"schemaVersion" doc:"required"`
	Title         string `json:"title,omitzero"`
	// Language is the language of the texts, as BCP 47 writes it: "en", "de-CH".
	Language string `json:"language,omitzero"`
	// Currency is the ISO 4217 code of amounts that state none.
	Currency string `json:"currency,omitzero"`
	// Standards are the standards in force; none means ISO/IEC 27001:2022.
	Standards []Standard `json:"standards,omitzero"`
	// ControlSets are the sets that the necessary controls are compared with
	// (clause 6.1.3 c); none means Annex A of 2022.
	ControlSets []annexa.Set `json:"controlSets,omitzero"`
	Phases      []Phase      `json:"phases,omitzero"`

	Organizations         []Organization         `json:"organizations,omitzero"`
	Units                 []Unit                 `json:"units,omitzero"`
	Sites                 []Site                 `json:"sites,omitzero"`
	Bodies                []Body                 `json:"bodies,omitzero"`
	Persons               []Person               `json:"persons,omitzero"`
	Roles                 []Role                 `json:"roles,omitzero"`
	Issues                []Issue                `json:"issues,omitzero"`
	Determinations        []Determination        `json:"determinations,omitzero"`
	InterestedParties     []InterestedParty      `json:"interestedParties,omitzero"`
	Requirements          []Requirement          `json:"requirements,omitzero"`
	Scopes                []Scope                `json:"scopes,omitzero"`
	Processes             []Process              `json:"processes,omitzero"`
	Documents             []Document             `json:"documents,omitzero"`
	Methods               []RiskMethod           `json:"methods,omitzero"`
	ClassificationSchemes []ClassificationScheme `json:"classificationSchemes,omitzero"`
	Assets                []Asset                `json:"assets,omitzero"`
	Threats               []Threat               `json:"threats,omitzero"`
	Weaknesses            []Weakness             `json:"weaknesses,omitzero"`
	Risks                 []Risk                 `json:"risks,omitzero"`
	Rounds                []AssessmentRound      `json:"rounds,omitzero"`
	Treatments            []Treatment            `json:"treatments,omitzero"`
	Actions               []Action               `json:"actions,omitzero"`
	Plans                 []TreatmentPlan        `json:"plans,omitzero"`
	Acceptances           []Acceptance           `json:"acceptances,omitzero"`
	Controls              []Control              `json:"controls,omitzero"`
	Applicability         []Applicability        `json:"applicability,omitzero"`
	Evidence              []Evidence             `json:"evidence,omitzero"`
	Objectives            []Objective            `json:"objectives,omitzero"`
	Suppliers             []Supplier             `json:"suppliers,omitzero"`

	X Extensions `json:"x,omitzero"`
}

// Phase says that the management system entered a phase on a day: preparing,
// operating, certified.
type Phase struct {
	Is    PhaseState `json:"is" doc:"required"`
	Since Date       `json:"since" doc:"required"`
}

// PhaseAt returns the phase at a day, 0 before the first.
func (s System) PhaseAt(at Date) PhaseState {
	p, _ := lastAt(s.Phases, at, func(p Phase) Date { return p.Since })
	return p.Is
}

// Compared returns the control sets that necessary controls are compared with:
// those stated, else Annex A of ISO/IEC 27001:2022.
func (s System) Compared() []annexa.Set {
	if len(s.ControlSets) > 0 {
		return s.ControlSets
	}
	return []annexa.Set{annexa.ISO27001v2022}
}

// header returns the System without its records.
func (s System) header() System {
	return System{
		ID: s.ID, SchemaVersion: s.SchemaVersion, Title: s.Title, Language: s.Language, Currency: s.Currency,
		Standards: s.Standards, ControlSets: s.ControlSets, Phases: s.Phases, X: s.X,
	}
}
