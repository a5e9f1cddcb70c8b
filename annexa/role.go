package annexa

import "iter"

// Role is a set of: whom a control addresses. Those of Annex A of ISO/IEC 27001
// address every organization and have none. A control of the cloud is for the
// customer of a service, its provider or both; one of privacy is for who decides
// about the processing, who processes on behalf of others, or both.
type Role uint8

// The roles, in the words of ISO/IEC 17788 and ISO/IEC 29100.
const (
	CloudServiceCustomer Role = 1 << iota // ISO/IEC 27017
	CloudServiceProvider                  // ISO/IEC 27017
	PIIController                         // ISO/IEC 27701
	PIIProcessor                          // ISO/IEC 27701; every control of ISO/IEC 27018
)

var roles = [...]string{"", "Cloud_service_customer", "Cloud_service_provider", "PII_controller", "PII_processor"}

// Has reports whether every role of others is in the set.
func (s Role) Has(others Role) bool { return s&others == others }

// All iterates over the roles in the set.
func (s Role) All() iter.Seq[Role] { return single(s) }

// String returns the words of the set, joined by ";".
func (s Role) String() string { return join(roles[:], s) }

// MarshalText returns the words of the set: "Cloud_service_customer;Cloud_service_provider".
func (s Role) MarshalText() ([]byte, error) { return marshal("role", roles[:], s) }

// UnmarshalText reads what that of [ControlType] reads.
func (s *Role) UnmarshalText(text []byte) error { return unmarshal("role", roles[:], text, s) }
