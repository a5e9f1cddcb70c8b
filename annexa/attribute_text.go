package annexa

import (
	"fmt"
	"iter"
	"math/bits"
	"strings"

	"github.com/ismskit/ismskit/internal/enum"
)

// The words of the attributes, as ISO/IEC 27002:2022 prints them after "#". The
// word of bit n stands at index n+1.
var (
	controlTypes = [...]string{"", "Preventive", "Detective", "Corrective"}
	properties   = [...]string{"", "Confidentiality", "Integrity", "Availability"}
	concepts     = [...]string{"", "Identify", "Protect", "Detect", "Respond", "Recover"}
	capabilities = [...]string{
		"", "Governance", "Asset_management", "Information_protection", "Human_resource_security", "Physical_security",
		"System_and_network_security", "Application_security", "Secure_configuration", "Identity_and_access_management",
		"Threat_and_vulnerability_management", "Continuity", "Supplier_relationships_security", "Legal_and_compliance",
		"Information_security_event_management", "Information_security_assurance",
	}
	domains = [...]string{"", "Governance_and_Ecosystem", "Protection", "Defence", "Resilience"}
)

// Has reports whether every value of others is in the set.
func (s ControlType) Has(others ControlType) bool { return s&others == others }

// Has reports whether every value of others is in the set.
func (s Property) Has(others Property) bool { return s&others == others }

// Has reports whether every value of others is in the set.
func (s Concept) Has(others Concept) bool { return s&others == others }

// Has reports whether every value of others is in the set.
func (s Capability) Has(others Capability) bool { return s&others == others }

// Has reports whether every value of others is in the set.
func (s Domain) Has(others Domain) bool { return s&others == others }

// All iterates over the values in the set.
func (s ControlType) All() iter.Seq[ControlType] { return single(s) }

// All iterates over the values in the set.
func (s Property) All() iter.Seq[Property] { return single(s) }

// All iterates over the values in the set.
func (s Concept) All() iter.Seq[Concept] { return single(s) }

// All iterates over the values in the set.
func (s Capability) All() iter.Seq[Capability] { return single(s) }

// All iterates over the values in the set.
func (s Domain) All() iter.Seq[Domain] { return single(s) }

// String returns the words of the set, joined by ";".
func (s ControlType) String() string { return join(controlTypes[:], s) }

// String returns the words of the set, joined by ";".
func (s Property) String() string { return join(properties[:], s) }

// String returns the words of the set, joined by ";".
func (s Concept) String() string { return join(concepts[:], s) }

// String returns the words of the set, joined by ";".
func (s Capability) String() string { return join(capabilities[:], s) }

// String returns the words of the set, joined by ";".
func (s Domain) String() string { return join(domains[:], s) }

// MarshalText returns the words of the set: "Preventive;Corrective".
func (s ControlType) MarshalText() ([]byte, error) {
	return marshal("control type", controlTypes[:], s)
}

// MarshalText returns the words of the set: "Confidentiality;Integrity".
func (s Property) MarshalText() ([]byte, error) {
	return marshal("property", properties[:], s)
}

// MarshalText returns the words of the set: "Identify;Protect".
func (s Concept) MarshalText() ([]byte, error) {
	return marshal("cybersecurity concept", concepts[:], s)
}

// MarshalText returns the words of the set: "Governance;Asset_management".
func (s Capability) MarshalText() ([]byte, error) {
	return marshal("operational capability", capabilities[:], s)
}

// MarshalText returns the words of the set: "Governance_and_Ecosystem;Defence".
func (s Domain) MarshalText() ([]byte, error) {
	return marshal("security domain", domains[:], s)
}

// UnmarshalText reads words joined by ";", in any order and any case, with or
// without "#" before and spaces around each.
func (s *ControlType) UnmarshalText(text []byte) error {
	return unmarshal("control type", controlTypes[:], text, s)
}

// UnmarshalText reads what that of [ControlType] reads.
func (s *Property) UnmarshalText(text []byte) error {
	return unmarshal("property", properties[:], text, s)
}

// UnmarshalText reads what that of [ControlType] reads.
func (s *Concept) UnmarshalText(text []byte) error {
	return unmarshal("cybersecurity concept", concepts[:], text, s)
}

// UnmarshalText reads what that of [ControlType] reads.
func (s *Capability) UnmarshalText(text []byte) error {
	return unmarshal("operational capability", capabilities[:], text, s)
}

// UnmarshalText reads what that of [ControlType] reads. The standard's two ways
// to write Governance_and_Ecosystem are one value.
func (s *Domain) UnmarshalText(text []byte) error {
	return unmarshal("security domain", domains[:], text, s)
}

// bitSet is what the five sets have in common.
type bitSet interface{ ~uint8 | ~uint16 }

// single iterates over the bits of a set, lowest first.
func single[S bitSet](s S) iter.Seq[S] {
	return func(yield func(S) bool) {
		for rest := s; rest != 0; rest &= rest - 1 {
			if !yield(rest & -rest) {
				return
			}
		}
	}
}

// join returns the words of the bits that have one.
func join[S bitSet](words []string, s S) string {
	var text strings.Builder
	for one := range single(s) {
		n := bits.TrailingZeros16(uint16(one)) + 1
		if n >= len(words) {
			break
		}
		if text.Len() > 0 {
			text.WriteByte(';')
		}
		text.WriteString(words[n])
	}
	return text.String()
}

func marshal[S bitSet](what string, words []string, s S) ([]byte, error) {
	if s>>(len(words)-1) != 0 {
		return nil, fmt.Errorf("annexa: %s: got the bits %#x, want none above %#x", what, uint16(s), 1<<(len(words)-1)-1)
	}
	return []byte(join(words, s)), nil
}

func unmarshal[S bitSet](what string, words []string, text []byte, s *S) error {
	if len(text) == 0 {
		*s = 0
		return nil
	}
	var all S
	for word := range strings.SplitSeq(string(text), ";") {
		word = strings.TrimPrefix(strings.TrimSpace(word), "#")
		n, err := enum.Words(words).Unmarshal("annexa: "+what, []byte(canonical(words, word)))
		if err != nil {
			return err
		}
		if n == 0 {
			return fmt.Errorf("annexa: %s: got %q, want a word before and after each %q", what, clip(string(text)), ";")
		}
		all |= 1 << (n - 1)
	}
	*s = all
	return nil
}

// canonical returns the word that differs from the given one in case only: the
// standard itself prints "Identity_and_Access_Management" at 7.2, and
// "Governance_and_ecosystem" beside "Governance_and_Ecosystem".
func canonical(words []string, word string) string {
	for _, w := range words {
		if strings.EqualFold(w, word) {
			return w
		}
	}
	return word
}
