package isms

import "github.com/ismskit/ismskit/risk"

// ClassificationScheme is the scale on which assets and information are
// valued, one scheme for all properties of a valuation: what consequences are judged by (clause
// 6.1.2 d 1).
type ClassificationScheme struct {
	ID       ClassificationSchemeID   `json:"id" doc:"required"`
	Title    string                   `json:"title,omitzero"`
	Formerly []ClassificationSchemeID `json:"formerly,omitzero"`
	Scale    risk.Scale               `json:"scale,omitzero"`
	X        Extensions               `json:"x,omitzero"`
}

// Asset is something of value to the organization: a primary asset
// (information, a business process) or a supporting one it rests on. Risks are
// identified at it (clause 6.1.2 c 1).
type Asset struct {
	ID          AssetID   `json:"id" doc:"required"`
	Title       string    `json:"title,omitzero"`
	Formerly    []AssetID `json:"formerly,omitzero"`
	Description string    `json:"description,omitzero"`
	Layer       Layer     `json:"layer,omitzero"`
	// Kind is information, process, software, hardware, network, people, site,
	// service or the organization's own word.
	Kind       string       `json:"kind,omitzero"`
	Owners     []Tenure     `json:"owners,omitzero"`
	Custodian  Party        `json:"custodian,omitzero"`
	Valuations []Valuation  `json:"valuations,omitzero"`
	DependsOn  []Dependency `json:"dependsOn,omitzero"`
	Supplier   SupplierID   `json:"supplier,omitzero"`
	Site       SiteID       `json:"site,omitzero"`
	Retention  Duration     `json:"retention,omitzero"`
	X          Extensions   `json:"x,omitzero"`
}

// Valuation is the value of an asset from a day on: levels of a classification
// scheme for confidentiality, integrity, availability and the organization's
// own properties.
type Valuation struct {
	On              Date                   `json:"on" doc:"required"`
	Scheme          ClassificationSchemeID `json:"scheme,omitzero"`
	Confidentiality string                 `json:"confidentiality,omitzero"`
	Integrity       string                 `json:"integrity,omitzero"`
	Availability    string                 `json:"availability,omitzero"`
	Own             map[string]string      `json:"own,omitzero"`
	By              Party                  `json:"by,omitzero"`
}

// Dependency says that an asset rests on another, and how much of its value
// does: Degree lies between 0 and 1, not stated means wholly.
type Dependency struct {
	On     AssetID `json:"on" doc:"required"`
	Degree float64 `json:"degree,omitzero" doc:"min=0,max=1"`
}

// OwnerAt returns the owner at a day.
func (a Asset) OwnerAt(at Date) Party { return holder(a.Owners, at) }

// ValuationAt returns the valuation that holds at a day.
func (a Asset) ValuationAt(at Date) (Valuation, bool) {
	return lastAt(a.Valuations, at, func(v Valuation) Date { return v.On })
}

// Threat is a potential cause of an incident, of the organization's catalogue:
// a part of the scenario of a risk (clause 6.1.2 c 1).
type Threat struct {
	ID          ThreatID   `json:"id" doc:"required"`
	Title       string     `json:"title,omitzero"`
	Formerly    []ThreatID `json:"formerly,omitzero"`
	Origin      Origin     `json:"origin,omitzero"`
	Category    string     `json:"category,omitzero"`
	Description string     `json:"description,omitzero"`
	X           Extensions `json:"x,omitzero"`
}

// Weakness is a kind of weakness that a threat can use, of the organization's
// catalogue (clause 6.1.2 c 1). A vulnerability found on a certain asset is
// another thing.
type Weakness struct {
	ID          WeaknessID   `json:"id" doc:"required"`
	Title       string       `json:"title,omitzero"`
	Formerly    []WeaknessID `json:"formerly,omitzero"`
	Category    string       `json:"category,omitzero"`
	Description string       `json:"description,omitzero"`
	X           Extensions   `json:"x,omitzero"`
}
