package isms

// Modeled names what stands for a record in a model of losses: for a risk a
// scenario, for a treatment a control of the model. Models are documents of
// their own, outside the System.
type Modeled struct {
	Model string `json:"model" doc:"required"`
	Name  string `json:"name" doc:"required"`
}

// Quantified is the outcome in money of an assessment by a model of losses:
// figures of the loss of the risk, with what they were computed from, so that
// anybody can compute them again (clauses 6.1.2 b and d).
type Quantified struct {
	Figures []LossFigure `json:"figures,omitzero"`
	Source  Provenance   `json:"source,omitzero"`
}

// LossFigure is one figure of a loss: a value that is expected, or known,
// to be between Low and High.
type LossFigure struct {
	// Measure says which: the words of the loss engine are expectedLoss,
	// valueAtRisk and tailValueAtRisk; an organization may have more.
	Measure string `json:"measure" doc:"required"`
	// At is the probability of a measure of the tail, between 0 and 1.
	At     float64 `json:"at,omitzero" doc:"min=0,max=1"`
	Amount Amount  `json:"amount,omitzero"`
	Low    float64 `json:"low,omitzero"`
	High   float64 `json:"high,omitzero"`
	// Basis says what Low and High are, in the words of the engine: exact, bound,
	// estimate, sampled.
	Basis string `json:"basis,omitzero"`
}

// Provenance says what figures were computed from, and how.
type Provenance struct {
	Model     string   `json:"model,omitzero"`     // its id
	Digest    string   `json:"digest,omitzero"`    // SHA-256 of the model, and of the controls that act
	Controls  []string `json:"controls,omitzero"`  // of the model, that act
	Algorithm string   `json:"algorithm,omitzero"` // another name when any figure changes
	Seed      uint64   `json:"seed,omitzero"`      // of a simulation
	Trials    int      `json:"trials,omitzero" doc:"min=0"`
}
