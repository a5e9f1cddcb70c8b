package cvss

import (
	gocvss31 "github.com/pandatix/go-cvss/31"
	gocvss40 "github.com/pandatix/go-cvss/40"
)

// Vector is a vector of CVSS: a value for each metric that somebody judged. It
// is a value, to be compared with ==. The zero Vector states nothing and has no
// score; every other comes from [Parse] or UnmarshalText, and is valid.
type Vector struct {
	version Version
	v31     gocvss31.CVSS31
	v40     gocvss40.CVSS40
}

// Version returns the version of CVSS that the vector is of, 0 for the zero
// Vector.
func (v Vector) Version() Version { return v.version }

// String returns the vector in canonical form: metrics in the order of the
// specification, those that are not defined left out. The zero Vector is "".
func (v Vector) String() string {
	switch v.version {
	case V31:
		return v.v31.Vector()
	case V40:
		return v.v40.Vector()
	}
	return ""
}

// MarshalText returns the vector as String does.
func (v Vector) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads a vector as [Parse] does; the empty text is the zero
// Vector.
func (v *Vector) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*v = Vector{}
		return nil
	}
	parsed, err := Parse(string(text))
	*v = parsed
	return err
}

// IsZero tells whether the vector states nothing, so that omitzero leaves it
// out.
func (v Vector) IsZero() bool { return v == Vector{} }

// Base returns the vector without what is known of time, threat and place: its
// base metrics alone. In 4.0 that is how to compare with published scores,
// which are mostly CVSS-B.
func (v Vector) Base() Vector {
	return v.only(func(m metric) bool { return m.group == Base })
}

// only returns the vector with the metrics that are kept; base metrics are.
func (v Vector) only(keep func(m metric) bool) Vector {
	for _, m := range tables[v.version] {
		if !keep(m) {
			v = v.with(m.id, undefined.id)
		}
	}
	return v
}

// get returns the value of a metric of the vector's version.
func (v Vector) get(id string) string {
	var value string
	switch v.version {
	case V31:
		value, _ = v.v31.Get(id)
	case V40:
		value, _ = v.v40.Get(id)
	}
	return value
}

// with returns the vector with another value of a metric of its version.
func (v Vector) with(id, value string) Vector {
	switch v.version {
	case V31:
		_ = v.v31.Set(id, value)
	case V40:
		_ = v.v40.Set(id, value)
	}
	return v
}

// states tells whether the vector defines a metric of the group.
func (v Vector) states(g Group) bool {
	for _, m := range tables[v.version] {
		if m.group == g && v.get(m.id) != undefined.id {
			return true
		}
	}
	return false
}
