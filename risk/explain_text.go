package risk

import (
	"fmt"
	"strings"
)

// Text returns the explanation in words, a line for each reading and reason,
// each ended by a line feed. Numbers are printed in full, so that whoever has the
// method can follow by hand.
func (e Explanation) Text() string {
	var b strings.Builder
	for _, r := range e.Readings {
		fmt.Fprintln(&b, r)
	}
	for _, r := range e.Reasons {
		fmt.Fprintln(&b, r)
	}
	return b.String()
}

// String returns the reading in one line: `likelihood: "often" is level 5`.
func (r Reading) String() string {
	if r.Given == r.Level {
		return r.Factor + ": " + r.Level
	}
	return fmt.Sprintf("%s: %q is level %s", r.Factor, r.Given, r.Level)
}

// String returns the reason in one line, with its place in the method: "level of
// risk: row likely, column minor of the table: high (/table/2/1)".
func (r Reason) String() string {
	what := r.Step
	if what == "" {
		what = "level of risk"
	}
	if r.Formula == 0 {
		return fmt.Sprintf("%s: %s of the table: %s (%s)", what, r.cell(), r.Value, r.Path)
	}
	gives := ""
	if r.Value != "" {
		gives = ", which is " + r.Value
	}
	return fmt.Sprintf("%s: %s%s (%s)", what, r.sum(), gives, r.Path)
}

func (r Reason) cell() string {
	if len(r.Row) == 0 {
		return "column " + r.Column
	}
	return "row " + strings.Join(r.Row, ", ") + ", column " + r.Column
}

// sum writes a formula with its numbers: "sum of skill 4 and motive 6 × 2 = 16".
func (r Reason) sum() string {
	terms := make([]string, len(r.Terms))
	for i, t := range r.Terms {
		terms[i] = t.String()
	}
	word, _ := r.Formula.MarshalText() // a reason has a formula that has a word
	s := string(word) + " of " + strings.Join(terms, ", ")
	if r.Number != nil {
		s += " = " + number(*r.Number)
	}
	return s
}

// String returns the term as it stands in a sum: the value, its level where that
// is another word, its number, and its weight where that is not 1.
func (t Term) String() string {
	s := t.Of
	if t.Level != "" && t.Level != number(t.Number) {
		s += " " + t.Level
	}
	s += " " + number(t.Number)
	if t.Weight != 1 {
		s += " × " + number(t.Weight)
	}
	return s
}
