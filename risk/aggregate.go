package risk

import (
	"errors"
	"fmt"
)

// Aggregation says how the level of a whole follows from those of its parts: the
// consequences of one risk, or the risks that a larger one is put together
// from. The zero value takes the highest. An organization that wants many parts
// at one level to count for more says so in Escalations.
//
// What is accepted is a part or the whole, never one through the other.
type Aggregation struct {
	// Escalations may raise the level above the highest of the parts: of those
	// that hold the one that gives the highest level does. None lowers it.
	Escalations []Escalation `json:"escalations,omitzero"`
}

// Escalation says that Count parts or more at the level At or above it make the
// whole Gives.
type Escalation struct {
	Count int    `json:"count,omitzero"`
	At    string `json:"at,omitzero"`
	Gives string `json:"gives,omitzero"`
}

// Aggregate is the level of a whole, and why.
type Aggregate struct {
	Level string `json:"level,omitzero"`
	// Of are the places of the parts that decided.
	Of []int `json:"of,omitzero"`
	// Escalation is the one that raised the level, zero where the highest part
	// decided.
	Escalation Escalation `json:"escalation,omitzero"`
}

// ErrNoParts is the error of a whole without parts.
var ErrNoParts = errors.New("there are no parts")

// Problems lists what is wrong with an aggregation for the levels of a method.
func (a Aggregation) Problems(m Method) []Problem {
	var ps problems
	for i, e := range a.Escalations {
		path := fmt.Sprintf("/escalations/%d", i)
		if e.Count < 1 {
			ps.add(Problem{Code: codeEscalation, Path: path + "/count", Message: "count is not usable", Found: fmt.Sprint(e.Count), Expected: "at least 1"})
		}
		for _, at := range []struct{ member, level string }{{"at", e.At}, {"gives", e.Gives}} {
			if find(m.Levels, at.level) < 0 {
				ps.add(Problem{
					Code: codeEscalation, Path: path + "/" + at.member, Message: "method has no such level of risk",
					Found: at.level, Expected: oneOf(words(m.Levels)), Hint: levelHint(m.Levels, at.level),
				})
			}
		}
		if at, gives := find(m.Levels, e.At), find(m.Levels, e.Gives); at >= 0 && gives >= 0 && gives <= at {
			ps.add(Problem{
				Code: codeEscalation, Path: path + "/gives", Message: "escalation does not raise the level",
				Found: e.Gives, Expected: "one above " + clip(e.At),
			})
		}
	}
	return ps
}

// Aggregate returns the level of the whole whose parts have these ratings. All
// have to be ratings of the method; a rating of another one, or without a
// level of it, is an error that names its place.
func (m Method) Aggregate(parts []Rating, a Aggregation) (Aggregate, error) {
	if len(parts) == 0 {
		return Aggregate{}, fmt.Errorf("risk: aggregate: %w", ErrNoParts)
	}
	if ps := a.Problems(m); len(ps) > 0 {
		return Aggregate{}, fmt.Errorf("risk: aggregate: %s", ps[0])
	}
	ranks := make([]int, len(parts))
	highest := 0
	for i, r := range parts {
		rank := find(m.Levels, r.Level)
		if r.Method != m.Ref() || rank < 0 {
			return Aggregate{}, fmt.Errorf("risk: aggregate: part %d: got level %q of method %s, want a level of %s", i, clip(r.Level), r.Method, m.Ref())
		}
		ranks[i], highest = rank, max(highest, rank)
	}
	whole := Aggregate{Level: m.Levels[highest].ID, Of: atLeast(ranks, highest)}
	for _, e := range a.Escalations {
		of, gives := atLeast(ranks, find(m.Levels, e.At)), find(m.Levels, e.Gives)
		if len(of) >= e.Count && gives > highest {
			highest, whole = gives, Aggregate{Level: e.Gives, Of: of, Escalation: e}
		}
	}
	return whole, nil
}

// atLeast returns the places of the ranks that are not below one.
func atLeast(ranks []int, rank int) []int {
	var of []int
	for i, r := range ranks {
		if r >= rank {
			of = append(of, i)
		}
	}
	return of
}
