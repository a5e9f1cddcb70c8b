package iso27005

import "github.com/ismskit/ismskit/internal/enum"

// ThreatCategory is a category of the examples of threats in Annex A. The
// examples themselves are the standard's text.
type ThreatCategory uint8

// The categories of threats, with the number of examples in the standard.
const (
	PhysicalThreat        ThreatCategory = iota + 1 // "physical": 6
	NaturalThreat                                   // "natural": 6
	InfrastructureFailure                           // "infrastructure failures": 8
	TechnicalFailure                                // "technical failures": 3
	HumanAction                                     // "human actions": 26
	Compromise                                      // "compromise of functions or services": 4
	OrganizationalThreat                            // "organizational threats": 4
)

var threatWords = enum.Words{
	"", "physical", "natural", "infrastructure failures", "technical failures", "human actions",
	"compromise of functions or services", "organizational threats",
}

// MarshalText returns the word, "" where none is stated.
func (c ThreatCategory) MarshalText() ([]byte, error) {
	return threatWords.Marshal("iso27005: category of threats", uint8(c))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (c *ThreatCategory) UnmarshalText(text []byte) (err error) {
	*(*uint8)(c), err = threatWords.Unmarshal("iso27005: category of threats", text)
	return err
}

// VulnerabilityCategory is a category of the examples of vulnerabilities in
// Annex A.
type VulnerabilityCategory uint8

// The categories of vulnerabilities.
const (
	HardwareVulnerability     VulnerabilityCategory = iota + 1 // "hardware"
	SoftwareVulnerability                                      // "software"
	NetworkVulnerability                                       // "network"
	PersonnelVulnerability                                     // "personnel"
	SiteVulnerability                                          // "site"
	OrganizationVulnerability                                  // "organization"
)

var vulnerabilityWords = enum.Words{"", "hardware", "software", "network", "personnel", "site", "organization"}

// MarshalText returns the word, "" where none is stated.
func (c VulnerabilityCategory) MarshalText() ([]byte, error) {
	return vulnerabilityWords.Marshal("iso27005: category of vulnerabilities", uint8(c))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (c *VulnerabilityCategory) UnmarshalText(text []byte) (err error) {
	*(*uint8)(c), err = vulnerabilityWords.Unmarshal("iso27005: category of vulnerabilities", text)
	return err
}
