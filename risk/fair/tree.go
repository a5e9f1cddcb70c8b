package fair

import (
	"encoding/json"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// Tree is the factors of a loss scenario. A tree is data: it is written and read
// as JSON, and means nothing before [Tree.Scenario] has checked it.
//
// Frequencies are per year and known, or drawn per year or once. Probabilities
// may be drawn per event as well, which is the same as their mean.
type Tree struct {
	Title string `json:"title,omitzero"`

	// LEF is the loss event frequency; else it is TEF × Vulnerability.
	LEF loss.Uncertain `json:"lef,omitzero"`

	// TEF is the threat event frequency; else it is ContactFrequency ×
	// ProbabilityOfAction.
	TEF                 loss.Uncertain `json:"tef,omitzero"`
	ContactFrequency    loss.Uncertain `json:"contactFrequency,omitzero"`
	ProbabilityOfAction loss.Uncertain `json:"probabilityOfAction,omitzero"` // that a contact becomes a threat event

	// Vulnerability is the probability that a threat event becomes a loss event;
	// else it is that TCap exceeds Resistance, both drawn for each threat event:
	// see the function [Vulnerability].
	Vulnerability loss.Uncertain `json:"vulnerability,omitzero"`
	TCap          dist.Dist      `json:"tCap,omitzero"`
	Resistance    dist.Dist      `json:"resistance,omitzero"`

	// Primary is the primary loss magnitude of an event; else it is the sum of its
	// forms, which are independent.
	Primary      dist.Dist `json:"primary,omitzero"`
	PrimaryForms Forms     `json:"primaryForms,omitzero"`

	// Secondary lists what secondary stakeholders may do, independently of each
	// other.
	Secondary []Secondary `json:"secondary,omitzero"`
}

// Secondary is a stream of secondary loss: customers who leave, a fine.
type Secondary struct {
	ID string `json:"id,omitzero"` // none is "secondary", of one stream

	// SLEF is the secondary loss event frequency: no rate, but the probability
	// that this follows, given a loss event.
	SLEF loss.Uncertain `json:"slef,omitzero"`

	// SLM is the secondary loss magnitude, if it follows; else it is the sum of its
	// forms, which come together or not at all.
	SLM   dist.Dist `json:"slm,omitzero"`
	Forms Forms     `json:"forms,omitzero"`
}

// The interfaces among the fields are written by holders that know how.
type (
	plainTree      Tree
	plainSecondary Secondary

	heldTree struct {
		*plainTree
		TCap       dist.Of `json:"tCap,omitzero"`
		Resistance dist.Of `json:"resistance,omitzero"`
		Primary    dist.Of `json:"primary,omitzero"`
	}
	heldSecondary struct {
		*plainSecondary
		SLM dist.Of `json:"slm,omitzero"`
	}
)

// MarshalJSON writes distributions in their text form.
func (t Tree) MarshalJSON() ([]byte, error) {
	plain := plainTree(t)
	return json.Marshal(heldTree{&plain, dist.Of{Dist: t.TCap}, dist.Of{Dist: t.Resistance}, dist.Of{Dist: t.Primary}}) //nolint:musttag // what it embeds has them
}

// UnmarshalJSON reads what MarshalJSON writes.
func (t *Tree) UnmarshalJSON(text []byte) error {
	var plain plainTree
	held := heldTree{plainTree: &plain}
	if err := json.Unmarshal(text, &held); err != nil { //nolint:musttag // what it embeds has them
		return err
	}
	plain.TCap, plain.Resistance, plain.Primary = held.TCap.Dist, held.Resistance.Dist, held.Primary.Dist
	*t = Tree(plain)
	return nil
}

// MarshalJSON writes distributions in their text form.
func (s Secondary) MarshalJSON() ([]byte, error) {
	plain := plainSecondary(s)
	return json.Marshal(heldSecondary{&plain, dist.Of{Dist: s.SLM}}) //nolint:musttag // what it embeds has them
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Secondary) UnmarshalJSON(text []byte) error {
	var plain plainSecondary
	held := heldSecondary{plainSecondary: &plain}
	if err := json.Unmarshal(text, &held); err != nil { //nolint:musttag // what it embeds has them
		return err
	}
	plain.SLM = held.SLM.Dist
	*s = Secondary(plain)
	return nil
}
