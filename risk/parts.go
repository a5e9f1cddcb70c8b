package risk

import (
	"fmt"
	"maps"
)

// Part is one consequence of a risk, judged by itself: to a property of
// information, of a category of harm, or both (ISO/IEC 27001:2022, 6.1.2 c 1
// and d 1).
type Part struct {
	Property string `json:"property,omitzero"` // "confidentiality"
	Category string `json:"category,omitzero"` // "legal"
	// Inputs are what is judged for this part: the consequence, and the
	// likelihood where each property has its own. They stand before the shared
	// ones.
	Inputs Inputs `json:"inputs,omitzero"`
}

// Breakdown is a risk rated by its parts.
type Breakdown struct {
	Parts   []Rating  `json:"parts,omitzero"`
	Overall Aggregate `json:"overall,omitzero"`
}

// RateParts rates each part with its own inputs before the shared ones, mostly
// one likelihood for all, and puts the whole together by the aggregation. An
// error names the part.
func (m Method) RateParts(shared Inputs, parts []Part, a Aggregation) (Breakdown, error) {
	var b Breakdown
	for i, p := range parts {
		in := make(Inputs, len(shared)+len(p.Inputs))
		maps.Copy(in, shared)
		maps.Copy(in, p.Inputs)
		r, err := m.Rate(in)
		if err != nil {
			return Breakdown{}, fmt.Errorf("risk: part %d (%s): %w", i, clip(p.name()), err)
		}
		b.Parts = append(b.Parts, r)
	}
	overall, err := m.Aggregate(b.Parts, a)
	if err != nil {
		return Breakdown{}, err
	}
	b.Overall = overall
	return b, nil
}

func (p Part) name() string {
	switch {
	case p.Property == "":
		return p.Category
	case p.Category == "":
		return p.Property
	}
	return p.Property + ", " + p.Category
}
