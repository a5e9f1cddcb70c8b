package cvss

import (
	"fmt"
	"slices"
	"strings"
)

// VectorError says what is wrong with a vector at one place.
type VectorError struct {
	Offset int    // of the byte where it is wrong, from 0; the length of the vector where something is missing
	What   string // "version", "metric AV", "value of AV (Attack Vector)"
	Metric string // abbreviation of the metric, "" where it is none
	Found  string // what stands there, "" where something is missing
	Want   string // what may stand there
	Hint   string // what was probably meant, "" where that is not known
}

func (e *VectorError) Error() string {
	found := "nothing"
	if e.Found != "" {
		found = fmt.Sprintf("%q", clip(e.Found))
	}
	s := fmt.Sprintf("cvss: offset %d: %s: got %s, want %s", e.Offset, e.What, found, e.Want)
	if e.Hint != "" {
		s += fmt.Sprintf("; did you mean %q?", e.Hint)
	}
	return s
}

// VectorErrors lists everything that is wrong with a vector, from its
// beginning to its end.
type VectorErrors []*VectorError

func (es VectorErrors) Error() string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the single errors to errors.Is and errors.As.
func (es VectorErrors) Unwrap() []error {
	errs := make([]error, len(es))
	for i, e := range es {
		errs[i] = e
	}
	return errs
}

// labelError says that a vector begins with no label of a version.
func labelError(label string) *VectorError {
	e := &VectorError{What: "version", Found: label, Want: "CVSS:3.1 or CVSS:4.0"}
	name, labeled := strings.CutPrefix(strings.ToUpper(label), "CVSS:")
	switch {
	case labeled && slices.Contains(versionWords[1:], name):
		e.Hint = "CVSS:" + name
	case labeled && strings.HasPrefix(name, "3.0"):
		e.Want += "; 3.0 has other formulas and is not read as 3.1"
	case !labeled:
		e.Want += " before the metrics; a vector without a version is one of CVSS 2, which is another scale, or has lost its beginning"
	}
	return e
}

// unknown says that the version has no such metric.
func (r *reading) unknown(at int, id string) VectorError {
	ids := make([]string, len(r.table))
	for i, m := range r.table {
		ids[i] = m.id
	}
	e := VectorError{Offset: at, What: "metric", Found: id, Want: oneOf(ids), Hint: nearest(id, ids)}
	for version, other := range tables {
		if version != r.version && slices.ContainsFunc(other, func(m metric) bool { return m.id == id }) {
			e.Want, e.Hint = "a metric of "+versionWords[r.version]+"; this is one of "+versionWords[version], ""
		}
	}
	return e
}

// valueError says that the metric has no such value. Who wrote the word gets
// its abbreviation.
func (m metric) valueError(at int, found string) VectorError {
	e := VectorError{
		Offset: at, What: "value of " + m.id + " (" + m.name + ")", Metric: m.id,
		Found: found, Want: oneOf(m.ids()), Hint: nearest(found, m.ids()),
	}
	for _, v := range m.values {
		if strings.EqualFold(v.word, found) {
			e.Hint = v.id
		}
	}
	return e
}
