package cvss

import (
	"fmt"
	"strings"
)

// Metric is one metric of a vector in words.
type Metric struct {
	Group Group  `json:"group,omitzero"`
	ID    string `json:"id,omitzero"`    // "AV"
	Name  string `json:"name,omitzero"`  // "Attack Vector"
	Value string `json:"value,omitzero"` // "N"; "X" where it is not stated
	Word  string `json:"word,omitzero"`  // "Network"
	Note  string `json:"note,omitzero"`  // what the value does other than stand for itself, "" mostly
}

// Explanation is a vector with its scores and with what it states in words.
type Explanation struct {
	Vector  Vector   `json:"vector,omitzero"`
	Version Version  `json:"version,omitzero"`
	Scores  []Score  `json:"scores,omitzero"`
	Metrics []Metric `json:"metrics,omitzero"`
}

// Explain returns what the vector states, in the order of the specification.
// Metrics that are not stated are in the list if they count as something all
// the same: in 4.0 a vector without E is scored as if the vulnerability was
// being attacked.
func (v Vector) Explain() Explanation {
	e := Explanation{Vector: v, Version: v.version, Scores: v.Scores()}
	for _, m := range tables[v.version] {
		id := v.get(m.id)
		if id == undefined.id && m.absent == "" {
			continue
		}
		e.Metrics = append(e.Metrics, Metric{Group: m.group, ID: m.id, Name: m.name, Value: id, Word: m.word(id), Note: v.note(m, id)})
	}
	return e
}

// note says what a value does to the score besides standing for itself.
func (v Vector) note(m metric, id string) string {
	switch {
	case id == undefined.id:
		return "counts as " + m.word(m.absent)
	case m.of != "":
		return "in place of " + m.of + ":" + v.get(m.of)
	case m.group == Supplemental:
		return "no part of the score"
	case m.group != Base:
		return ""
	}
	for _, other := range tables[v.version] {
		if by := v.get(other.id); other.of == m.id && by != undefined.id {
			return v.scoreReplaced() + "replaced by " + other.id + ":" + by
		}
	}
	return ""
}

// scoreReplaced names the score in which modified metrics replace the others,
// where there are several.
func (v Vector) scoreReplaced() string {
	if v.version == V31 {
		return "in the environmental score "
	}
	return ""
}

// String returns the explanation as lines: the vector, its scores, and each
// metric.
func (e Explanation) String() string {
	var b strings.Builder
	fmt.Fprintln(&b, e.Vector)
	for _, s := range e.Scores {
		fmt.Fprintln(&b, s)
	}
	for _, m := range e.Metrics {
		fmt.Fprintf(&b, "%s, %s:%s: %s", m.Name, m.ID, m.Value, m.Word)
		if m.Note != "" {
			fmt.Fprintf(&b, " (%s)", m.Note)
		}
		fmt.Fprintln(&b)
	}
	return b.String()
}
