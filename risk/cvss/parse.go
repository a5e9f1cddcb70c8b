package cvss

import (
	"fmt"
	"slices"
	"strings"

	gocvss31 "github.com/pandatix/go-cvss/31"
	gocvss40 "github.com/pandatix/go-cvss/40"
)

// maxBytes is more than twice what the longest vector has.
const maxBytes = 1024

// Parse reads a vector such as
//
//	CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
//	CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:P
//
// It returns everything that is wrong with it at once, as [VectorErrors]; then
// the Vector is the zero one. What is no vector of either version, or is longer
// than any can be, is told as such and not looked into.
func Parse(vector string) (Vector, error) {
	label, metrics, some := strings.Cut(vector, "/")
	version := versionOf(label)
	switch {
	case version == 0:
		return Vector{}, VectorErrors{labelError(label)}
	case len(vector) > maxBytes:
		return Vector{}, VectorErrors{{
			Offset: maxBytes, What: "vector", Found: fmt.Sprintf("%d bytes", len(vector)), Want: fmt.Sprintf("at most %d", maxBytes),
		}}
	}
	r := reading{version: version, table: tables[version], at: len(label) + 1}
	if some {
		for part := range strings.SplitSeq(metrics, "/") {
			r.part(part)
		}
	}
	r.missing(len(vector))
	canonical := r.canonical()
	if len(r.errs) == 0 && r.misplaced != nil && version == V40 { // in 3.1 any order is right
		r.misplaced.Hint = canonical
		r.errs = VectorErrors{r.misplaced}
	}
	if len(r.errs) > 0 {
		return Vector{}, r.errs
	}
	return read(version, canonical)
}

// versionOf returns the version of a label such as "CVSS:3.1", 0 for others.
func versionOf(label string) Version {
	name, ok := strings.CutPrefix(label, "CVSS:")
	if !ok || name == "" {
		return 0
	}
	return Version(max(0, slices.Index(versionWords, name))) //nolint:gosec // there are three
}

// read has the library that scores read a vector that was found to be right.
func read(version Version, canonical string) (Vector, error) {
	v := Vector{version: version}
	switch version {
	case V31:
		parsed, err := gocvss31.ParseVector(canonical)
		if err != nil {
			return Vector{}, fmt.Errorf("cvss: %s: %w", canonical, err)
		}
		v.v31 = *parsed
	case V40:
		parsed, err := gocvss40.ParseVector(canonical)
		if err != nil {
			return Vector{}, fmt.Errorf("cvss: %s: %w", canonical, err)
		}
		v.v40 = *parsed
	}
	return v, nil
}

// A reading is how far a vector has been read.
type reading struct {
	version   Version
	table     []metric
	at        int               // offset of the part that comes next
	found     [mostMetrics]cell // by row of the table
	last      int               // row of the part before
	misplaced *VectorError      // the first part that should stand before the one before it
	errs      VectorErrors
}

// mostMetrics is how many metrics a version has at most.
const mostMetrics = 32

// A cell is what a vector has in a row of the table.
type cell struct {
	value string
	read  bool
}

// part reads what stands between two slashes.
func (r *reading) part(part string) {
	at := r.at
	r.at += len(part) + 1
	id, value, both := strings.Cut(part, ":")
	row := slices.IndexFunc(r.table, func(m metric) bool { return m.id == id })
	switch {
	case !both:
		r.refuse(VectorError{Offset: at, What: "metric", Found: part, Want: "a metric and its value, such as AV:N"})
	case row < 0:
		r.refuse(r.unknown(at, id))
	case r.found[row].read:
		r.refuse(VectorError{
			Offset: at, What: "metric " + id, Metric: id, Found: part, Want: "it once: " + id + ":" + clip(r.found[row].value) + " stands before",
		})
	default:
		r.found[row] = cell{value, true} // also a wrong one, so that it is not called missing
		if m := r.table[row]; !m.has(value) {
			r.refuse(m.valueError(at+len(id)+1, value))
		}
		if row < r.last && r.misplaced == nil {
			r.misplaced = &VectorError{
				Offset: at, What: "metric " + id, Metric: id, Found: id + " after " + r.table[r.last].id, Want: "the order of the specification",
			}
		}
		r.last = row
	}
}

func (r *reading) refuse(e VectorError) { r.errs = append(r.errs, &e) }

// missing notes the base metrics that the vector does not have.
func (r *reading) missing(end int) {
	for row, m := range r.table {
		if m.group == Base && !r.found[row].read {
			r.refuse(VectorError{
				Offset: end, What: "metric " + m.id + " (" + m.name + ")", Metric: m.id, Want: m.id + ":" + strings.Join(m.ids(), ", "+m.id+":"),
			})
		}
	}
}

// canonical writes what was read in the order of the specification.
func (r *reading) canonical() string {
	b := make([]byte, 0, 256)
	b = append(b, "CVSS:"+versionWords[r.version]...)
	for row, m := range r.table {
		if c := r.found[row]; c.read && c.value != undefined.id {
			b = append(b, '/')
			b = append(b, m.id...)
			b = append(b, ':')
			b = append(b, c.value...)
		}
	}
	return string(b)
}
