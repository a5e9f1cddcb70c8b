package risk

import (
	"fmt"
	"strings"
	"unicode"
)

// MethodRef names one version of a method. Its text is "id@version"; the text
// of a reference without version is the id alone.
type MethodRef struct {
	ID, Version string
}

// ParseMethodRef reads "id@version" or "id". Neither part may be empty or hold
// a space, a control character or a further "@".
func ParseMethodRef(s string) (MethodRef, error) {
	id, version, found := strings.Cut(s, "@")
	if !plain(id) || found && !plain(version) {
		return MethodRef{}, fmt.Errorf("risk: method reference: got %q, want id@version", clip(s))
	}
	return MethodRef{ID: id, Version: version}, nil
}

// String returns the text form.
func (r MethodRef) String() string {
	if r.Version == "" {
		return r.ID
	}
	return r.ID + "@" + r.Version
}

// MarshalText returns the text form, "" for the zero value.
func (r MethodRef) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the text form.
func (r *MethodRef) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*r = MethodRef{}
		return nil
	}
	ref, err := ParseMethodRef(string(text))
	if err == nil {
		*r = ref
	}
	return err
}

// Rating is what a method makes of its inputs: the level of risk, and the
// coordinates of the risk where the method declares them (ISO/IEC 27001:2022,
// 6.1.2 d). All are IDs of levels of the method and version named, and mean
// nothing without it. Ratings are comparable values: == asks for the same
// rating, [Method.Compare] for the order.
type Rating struct {
	Method      MethodRef `json:"method,omitzero"`
	Likelihood  string    `json:"likelihood,omitzero"`
	Consequence string    `json:"consequence,omitzero"`
	Level       string    `json:"level,omitzero"`
}

// plain reports whether s may be part of a reference: not empty, without
// spaces, control characters and "@".
func plain(s string) bool {
	return wordFault(s) == "" && !strings.Contains(s, "@") && !strings.ContainsFunc(s, unicode.IsSpace)
}
