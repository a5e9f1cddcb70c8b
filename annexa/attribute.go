package annexa

// Attributes are the five sets by which ISO/IEC 27002:2022 (4.2 and Annex A)
// classifies a control. Each is a set of bits: the constants below are sets of
// one, joined with |.
type Attributes struct {
	Types        ControlType `json:"controlTypes,omitzero"`
	Properties   Property    `json:"properties,omitzero"`
	Concepts     Concept     `json:"concepts,omitzero"`
	Capabilities Capability  `json:"capabilities,omitzero"`
	Domains      Domain      `json:"domains,omitzero"`
}

// AllAttributes returns the five sets with every value in them: 3, 3, 5, 15 and
// 4. A program that offers the values for choice ranges over them:
//
//	for c := range annexa.AllAttributes().Capabilities.All() { … }
func AllAttributes() Attributes {
	return Attributes{
		Types:        1<<(len(controlTypes)-1) - 1,
		Properties:   1<<(len(properties)-1) - 1,
		Concepts:     1<<(len(concepts)-1) - 1,
		Capabilities: 1<<(len(capabilities)-1) - 1,
		Domains:      1<<(len(domains)-1) - 1,
	}
}

// ControlType is a set of: when and how the control acts on the risk.
type ControlType uint8

// Before an event, at it, after it.
const (
	Preventive ControlType = 1 << iota
	Detective
	Corrective
)

// Property is a set of: which property of information the control preserves.
type Property uint8

// The properties of information security (ISO/IEC 27000).
const (
	Confidentiality Property = 1 << iota
	Integrity
	Availability
)

// Concept is a set of: which cybersecurity concept of ISO/IEC TS 27110 the
// control belongs to.
type Concept uint8

// The cybersecurity concepts.
const (
	Identify Concept = 1 << iota
	Protect
	Detect
	Respond
	Recover
)

// Capability is a set of: which operational capability the control is part of,
// as a practitioner sees it.
type Capability uint16

// The operational capabilities.
const (
	Governance Capability = 1 << iota
	AssetManagement
	InformationProtection
	HumanResourceSecurity
	PhysicalSecurity
	SystemAndNetworkSecurity
	ApplicationSecurity
	SecureConfiguration
	IdentityAndAccessManagement
	ThreatAndVulnerabilityManagement
	Continuity
	SupplierRelationshipsSecurity
	LegalAndCompliance
	InformationSecurityEventManagement
	InformationSecurityAssurance
)

// Domain is a set of: which security domain the control belongs to.
type Domain uint8

// The security domains.
const (
	GovernanceAndEcosystem Domain = 1 << iota
	Protection
	Defence
	Resilience
)
