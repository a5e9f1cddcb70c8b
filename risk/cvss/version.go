package cvss

// Version is a version of CVSS. The zero value means that none is stated.
type Version uint8

// The versions that are read. Scores of one say nothing about scores of the
// other.
const (
	V31 Version = iota + 1 // 3.1, June 2019
	V40                    // 4.0, November 2023
)

var versionWords = words{"", "3.1", "4.0"}

// MarshalText returns "3.1" or "4.0".
func (v Version) MarshalText() ([]byte, error) { return versionWords.marshal("version", uint8(v)) }

// UnmarshalText reads what MarshalText writes.
func (v *Version) UnmarshalText(text []byte) error {
	n, err := versionWords.unmarshal("version", text)
	*v = Version(n)
	return err
}

// Group is a group of metrics. The zero value means that none is stated.
type Group uint8

// The groups of metrics.
const (
	Base          Group = iota + 1 // what is so everywhere and always
	Temporal                       // 3.1: what changes with time
	Threat                         // 4.0: what is known of exploitation
	Environmental                  // what is so here
	Supplemental                   // 4.0: what else is told; no part of the score
)

var groupWords = words{"", "base", "temporal", "threat", "environmental", "supplemental"}

// MarshalText returns the name of the group in lower case.
func (g Group) MarshalText() ([]byte, error) { return groupWords.marshal("group", uint8(g)) }

// UnmarshalText reads what MarshalText writes.
func (g *Group) UnmarshalText(text []byte) error {
	n, err := groupWords.unmarshal("group", text)
	*g = Group(n)
	return err
}
