package risk

// Step is a value that a method derives on the way to the level of risk: an
// overall likelihood from two judgements, the mean of a group of factors.
type Step struct {
	ID    string `json:"id,omitzero"`
	Title string `json:"title,omitzero"`
	// Role declares the step that is a coordinate of the rating.
	Role Role `json:"role,omitzero"`
	// Of names the factors and earlier steps that the step reads.
	Of []string `json:"of,omitzero"`
	// The rule is either Table, whose cells are levels of Scale, or Formula,
	// which gives a number. Where Scale has levels the number is also put on
	// it by their Min; tables then read the level, formulas the number itself.
	Table   Table   `json:"table,omitzero"`
	Formula Formula `json:"formula,omitzero"`
	// Weights has one number for each of Of, for [Sum] and [Mean]. Nil is 1 for
	// each.
	Weights []float64 `json:"weights,omitzero"`
	Scale   Scale     `json:"scale,omitzero"`
}
