package annexa

import (
	"fmt"
	"strings"
)

// A Set names a set of reference controls together with its edition, as
// "name:edition". The edition is part of the name because the same identifier
// means different controls in different editions: A.5.1 of 2013 is a heading,
// A.5.1 of 2022 is a control.
//
// An organization's own set has a name of the same form, such as "acme:1".
type Set string

// The sets that this package has tables for; [Sets] says more of each.
const (
	ISO27001v2022 Set = "iso27001:2022" // ISO/IEC 27001:2022, Annex A: 93 controls
	ISO27001v2013 Set = "iso27001:2013" // ISO/IEC 27001:2013, Annex A: 114 controls
	ISO27017v2015 Set = "iso27017:2015" // ISO/IEC 27017:2015: the 7 CLD controls of cloud services
	ISO27018v2019 Set = "iso27018:2019" // ISO/IEC 27018:2019, Annex A: 25 controls of processors of PII in public clouds
	ISO27018v2025 Set = "iso27018:2025" // ISO/IEC 27018:2025, Annex A: the same 25
	ISO27701v2025 Set = "iso27701:2025" // ISO/IEC 27701:2025, Annex A: 31, 18 and 29 controls of privacy
)

// The earlier editions that correspondences name. There are no tables of them:
// any identifier is taken.
const (
	ISO27018v2014 Set = "iso27018:2014" // ISO/IEC 27018:2014, Annex A
	ISO27701v2019 Set = "iso27701:2019" // ISO/IEC 27701:2019: clauses, "7.2.2"
)

// ParseSet reads the name of a set: two parts of lower-case letters, digits,
// "." and "-", joined by ":". It may be a set that this package does not know.
func ParseSet(s string) (Set, error) {
	name, edition, _ := strings.Cut(s, ":")
	if !isName(name) || !isName(edition) {
		return "", fmt.Errorf("annexa: control set: got %q, want name:edition in lower case, such as %q", clip(s), ISO27001v2022)
	}
	return Set(s), nil
}

// ControlRef names one reference control. It is small, comparable and fit for
// the key of a map. The zero value means not stated.
//
// A reference is a name, not a promise that this package has a table for it:
// those of an organization's own set, or of a standard not shipped here, are as
// good as any other.
type ControlRef struct {
	Set Set    // the set and its edition
	ID  string // the identifier within the set, such as "A.5.7"
}

// Parse reads a control reference. It accepts
//
//   - "A.5.7" and "5.7": bare identifiers name one of the 93 controls of
//     ISO/IEC 27001:2022,
//   - "iso27001:2013/A.9.2.1", "iso27017:2015/CLD.6.3.1": set, edition and
//     identifier. Where this package has the table of the set, the control must
//     be in it (and "A." may be left out in the two editions of ISO/IEC 27001),
//   - "acme:1/X-7": for any other set, an identifier of at most 64 ASCII letters,
//     digits and ".", "-", "_", "(", ")", beginning with a letter or a digit.
//
// Nothing is trimmed or repaired: "A.5.07", "a.5.7" and "A.5.38" are errors. A
// spreadsheet or a YAML reader that turned 5.10 into the number 5.1 has lost
// what no parser can restore: keep identifiers as text.
func Parse(s string) (ControlRef, error) {
	set, id := ISO27001v2022, s
	if name, rest, qualified := strings.Cut(s, "/"); qualified {
		var err error
		if set, err = ParseSet(name); err != nil {
			return ControlRef{}, err
		}
		id = rest
	}
	if !isID(id) {
		return ControlRef{}, fmt.Errorf("annexa: control reference: got %q, want an identifier such as %q or %q", clip(s), "A.5.7", "acme:1/X-7")
	}
	known := of(set)
	if known == none {
		return ControlRef{set, id}, nil
	}
	i, ok := known.row(id)
	if !ok && isAnnexA(set) {
		i, ok = known.rowOf(id)
	}
	if !ok {
		return ControlRef{}, fmt.Errorf("annexa: control reference: got %q, want one of the %d controls of %s%s", clip(s), len(known.controls()), set, hint(set, id))
	}
	return known.controls()[i].Ref, nil
}

// isAnnexA reports whether a set is Annex A of ISO/IEC 27001, whose identifiers
// people write without "A.".
func isAnnexA(set Set) bool { return set == ISO27001v2022 || set == ISO27001v2013 }

// hint returns what to say about an identifier that a set does not have: the one
// that differs in case, leading zeros, the prefix or its dot, or that the other
// edition of Annex A has it.
func hint(set Set, id string) string {
	known := of(set)
	prefix := strings.TrimSuffix(indexes[known].prefix, ".")
	bare := strings.TrimPrefix(strings.ToUpper(id), prefix)
	parts := strings.Split(strings.TrimPrefix(bare, "."), ".") // of "A5.7" as of "A.5.7"
	for i, part := range parts {
		parts[i] = strings.TrimLeft(part, "0")
	}
	number := strings.Join(parts, ".")
	if i, ok := known.rowOf(number); ok {
		return fmt.Sprintf("; did you mean %q?", known.controls()[i].Ref)
	}
	for _, other := range []Set{ISO27001v2022, ISO27001v2013} {
		if _, ok := of(other).rowOf(number); ok && isAnnexA(set) {
			return fmt.Sprintf("; %s has it: write \"%s/A.%s\"", other, other, number)
		}
	}
	return ""
}

// String returns the canonical text: the identifier alone for the 2022 set,
// "set/identifier" for all others, "" for the zero value.
func (r ControlRef) String() string {
	if r.Set == ISO27001v2022 || r.IsZero() {
		return r.ID
	}
	return string(r.Set) + "/" + r.ID
}

// IsZero reports whether no control is stated.
func (r ControlRef) IsZero() bool { return r == ControlRef{} }

// MarshalText returns the canonical text. A reference that [Parse] would not
// read back is an error, so that nothing is written that cannot be read.
func (r ControlRef) MarshalText() ([]byte, error) {
	if r.IsZero() {
		return nil, nil
	}
	text := r.String()
	back, err := Parse(text)
	if err != nil {
		return nil, err
	}
	if back != r {
		return nil, fmt.Errorf("annexa: control reference: got %+v, want its canonical form %+v", r, back)
	}
	return []byte(text), nil
}

// UnmarshalText reads what [Parse] reads; the empty text gives the zero value.
func (r *ControlRef) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*r = ControlRef{}
		return nil
	}
	ref, err := Parse(string(text))
	if err == nil {
		*r = ref
	}
	return err
}

// Compare orders references: the 2022 set first, then the other sets by name;
// within a set by identifier in natural order, so 5.2 comes before 5.10.
// The result is -1, 0 or +1; it is 0 only for equal references.
func (r ControlRef) Compare(other ControlRef) int {
	switch {
	case r.Set == other.Set:
		return natural(r.ID, other.ID)
	case r.Set == ISO27001v2022:
		return -1
	case other.Set == ISO27001v2022:
		return 1
	}
	return natural(string(r.Set), string(other.Set))
}
