package isms

import (
	"encoding/json"
)

// Decision records that something was approved, accepted, determined or
// excluded: who decided, for whom, when and why. It is one value wherever the
// standard asks for a decision. The zero Decision is a decision nobody has
// recorded.
type Decision struct {
	// By is the party that decided.
	By Party `json:"by,omitzero"`
	// For is the party on whose behalf By decided, where it acted for another.
	For Party `json:"for,omitzero"`
	// On is the day of the decision. Without it the decision counts on no day.
	On Date `json:"on,omitzero"`
	// Reason says why it was decided so.
	Reason string `json:"reason,omitzero"`
	// Authority says by what right: a word of the risk criteria, a mandate.
	Authority string `json:"authority,omitzero"`
	// Record is the record that shows the decision: a document, a piece of evidence.
	Record Ref `json:"record,omitzero" kinds:"document,evidence,round"`
}

// InForce reports whether the decision was taken by somebody on or before at.
func (d Decision) InForce(at Date) bool {
	return !d.By.IsZero() && !d.On.IsZero() && !d.On.After(at)
}

// IsZero reports whether no decision is recorded.
func (d Decision) IsZero() bool { return d == Decision{} }

// Tenure says that a party holds something, a role or a duty of ownership,
// from one day until another, both included. A bound that is not stated does
// not bound.
type Tenure struct {
	Who    Party `json:"who" doc:"required"`
	Deputy bool  `json:"deputy,omitzero"`
	From   Date  `json:"from,omitzero"`
	Until  Date  `json:"until,omitzero"`
}

// holder returns who holds at a day, leaving out deputies: of several the one
// with the latest From, of equals the last in the list.
func holder(tenures []Tenure, at Date) Party {
	var who Party
	var since Date
	for _, t := range tenures {
		if !t.Deputy && within(at, t.From, t.Until) && !t.From.Before(since) {
			who, since = t.Who, t.From
		}
	}
	return who
}

// Amount is a sum of money. Losses and costs are estimates, not book-keeping:
// a float64 with an ISO 4217 code beside it, the System's currency where none
// is stated. Amounts of different currencies are never added.
type Amount struct {
	Value    float64 `json:"value"`
	Currency string  `json:"currency,omitzero"`
}

// Extensions holds what a product adds to a record, by name, as JSON it alone
// understands. Names carry the product's own prefix, as in "acme/ticket".
// Nothing here is read by this library, and nothing of it is lost.
type Extensions map[string]json.RawMessage

// lastAt returns the fact that holds at a day: the one with the latest date
// not after it, of equals the last in the list. The list need not be sorted.
func lastAt[T any](facts []T, at Date, date func(T) Date) (T, bool) {
	var found T
	var since Date
	ok := false
	for _, f := range facts {
		if d := date(f); !d.IsZero() && !d.After(at) && !d.Before(since) {
			found, since, ok = f, d, true
		}
	}
	return found, ok
}

// Standard names a standard in force for the System, with its edition and
// amendments: {iso27001 2022 [1:2024]}.
type Standard struct {
	Name       string   `json:"name" doc:"required"`
	Edition    string   `json:"edition,omitzero"`
	Amendments []string `json:"amendments,omitzero"`
}
