package isms

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/internal/enum"
)

// Ref names a record of a System: its kind and its identifier, as in
// "risk/R-001". It stands wherever a link may point at several kinds, in
// findings and in paths. Refs are comparable; the zero Ref names nothing.
type Ref struct {
	Kind Kind
	ID   string
}

// ParseRef reads a reference such as "risk/R-001". The identifier is all that
// follows the first slash. The System itself is "system".
func ParseRef(s string) (Ref, error) {
	if s == SystemRef.String() {
		return SystemRef, nil
	}
	word, id, ok := strings.Cut(s, "/")
	var kind Kind
	if err := kind.UnmarshalText([]byte(word)); !ok || err != nil || kind <= KindSystem {
		hint := ""
		if near, slip := enum.Nearest(word, kindWords[KindOrganization:]); ok && slip {
			hint = fmt.Sprintf("; did you mean %q?", near+"/"+clip(id))
		}
		return Ref{}, fmt.Errorf("isms: reference: got %q, want kind/id as in risk/R-001%s", clip(s), hint)
	}
	if err := checkID(id); err != nil {
		return Ref{}, fmt.Errorf("isms: reference %q: %w", clip(s), err)
	}
	return Ref{kind, id}, nil
}

// String returns the reference as ParseRef reads it, and "" for the zero Ref.
func (r Ref) String() string {
	switch r {
	case Ref{}:
		return ""
	case SystemRef:
		return r.Kind.String()
	}
	return r.Kind.String() + "/" + r.ID
}

// MarshalText writes the reference as String does.
func (r Ref) MarshalText() ([]byte, error) {
	if int(r.Kind) >= len(kindWords) {
		return nil, fmt.Errorf("isms: reference: got the kind %d, want 1 to %d", r.Kind, len(kindWords)-1)
	}
	return []byte(r.String()), nil
}

// UnmarshalText reads a reference as ParseRef does; empty text is the zero Ref.
func (r *Ref) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*r = Ref{}
		return nil
	}
	ref, err := ParseRef(string(text))
	if err != nil {
		return err
	}
	*r = ref
	return nil
}

// IsZero reports whether the reference names nothing.
func (r Ref) IsZero() bool { return r == Ref{} }

// Compare orders references by kind, then byte by byte by identifier.
func (r Ref) Compare(other Ref) int {
	if r.Kind != other.Kind {
		return int(r.Kind) - int(other.Kind)
	}
	return strings.Compare(r.ID, other.ID)
}

// Party names whoever may own, approve, assess or provide: an organization,
// unit, body (a committee), role or person, as in "role/ciso".
type Party Ref

// partyKinds are the kinds that can be a party.
var partyKinds = []Kind{KindOrganization, KindUnit, KindBody, KindRole, KindPerson}

// Ref returns the reference of the party.
func (p Party) Ref() Ref { return Ref(p) }

// String returns the party's reference, and "" for the zero Party.
func (p Party) String() string { return Ref(p).String() }

// IsZero reports whether no party is named.
func (p Party) IsZero() bool { return p == Party{} }

// MarshalText writes the reference of the party.
func (p Party) MarshalText() ([]byte, error) { return Ref(p).MarshalText() }

// UnmarshalText reads the reference of an organization, unit, body, role or
// person.
func (p *Party) UnmarshalText(text []byte) error {
	var r Ref
	if err := r.UnmarshalText(text); err != nil {
		return err
	}
	if !r.IsZero() && !isPartyKind(r.Kind) {
		return fmt.Errorf("isms: party: got %q, want an organization, unit, body, role or person", clip(string(text)))
	}
	*p = Party(r)
	return nil
}

func isPartyKind(k Kind) bool { return slices.Contains(partyKinds, k) }
