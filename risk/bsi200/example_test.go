package bsi200_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/bsi200"
)

// The worked example of BSI-Standard 200-3: eavesdropping (G 0.15) on the
// virtualization server S1.
func ExampleHazard() {
	h := bsi200.Hazard{Frequency: bsi200.Rarely, Damage: bsi200.Substantial}
	r, err := h.Rate()
	if err != nil {
		fmt.Println(err)
		return
	}
	word, _ := r.MarshalText()
	fmt.Printf("%s %v\n", word, r == bsi200.Medium)
	// Output: mittel true
}

// A judgement is one line of text, in German; English words are understood.
func ExampleHazard_UnmarshalText() {
	var h bsi200.Hazard
	if err := h.UnmarshalText([]byte("frequency=often, damage=substantial")); err != nil {
		fmt.Println(err)
		return
	}
	text, err := h.MarshalText()
	fmt.Println(string(text), err)
	// Output: damage=beträchtlich, frequency=häufig <nil>
}

// A risk before and after a measure.
func ExampleTreated() {
	c, err := bsi200.Treated{
		Before:    bsi200.Hazard{Frequency: bsi200.Often, Damage: bsi200.Substantial},
		Treatment: bsi200.Reduce,
		After:     bsi200.Hazard{Frequency: bsi200.Rarely, Damage: bsi200.Limited},
	}.Rate()
	fmt.Println(c.Before == bsi200.High, c.After == bsi200.Low, err)
	// Output: true true <nil>
}

// Three applications of normal need on one server: the maximum principle gives
// it a normal need, a person finds that together they need more.
func ExampleDetermine() {
	need := bsi200.Needs{Confidentiality: bsi200.NormalNeed, Integrity: bsi200.NormalNeed, Availability: bsi200.NormalNeed}
	all, err := bsi200.Determine([]bsi200.Object{
		{ID: "mail", Own: need, On: []string{"server"}},
		{ID: "files", Own: need, On: []string{"server"}},
		{ID: "calendar", Own: need, On: []string{"server"}},
		{ID: "server", Overrides: []bsi200.Override{{
			Property: bsi200.Availability, Effect: bsi200.Cumulation, Need: bsi200.HighNeed,
			Reason: "when it fails the whole office stands still", By: "information security officer",
		}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	server := all[3]
	needs, _ := server.Needs.Availability.MarshalText()
	computed, _ := server.Computed.Availability.MarshalText()
	fmt.Printf("%s, computed %s from %s\n", needs, computed, server.From.Availability)
	// Output: hoch, computed normal from mail
}
