package bsi200

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// IDs of the factors of [Matrix] and [MatrixChapter9].
const (
	FactorFrequency = "frequency"
	FactorDamage    = "damage"
)

// matrix has the risk of each damage (row) and frequency (column).
var matrix = [4][4]Risk{
	{Low, Low, Low, Low},
	{Low, Low, Medium, High},
	{Medium, Medium, High, VeryHigh},
	{Medium, High, VeryHigh, VeryHigh},
}

// Hazard is what is judged of a hazard (Gefährdung) to one target object: how
// often it is expected, and how great the damage is then. It is judged with the
// safeguards in place or planned; see [Treated] for before and after.
type Hazard struct {
	Frequency Frequency
	Damage    Damage
}

// Rate returns the category of risk by the matrix of chapter 5. It fails where
// one of the two is not stated or not on its scale, with an error that names
// it: a [risk.InputErrors].
func (h Hazard) Rate() (Risk, error) {
	f, d := h.Frequency-1, h.Damage-1 // what is not stated wraps round to 255
	if int(d) >= len(matrix) || int(f) >= len(matrix[d]) {
		return 0, typed.Refuse(Matrix(), h.Inputs())
	}
	return matrix[d][f], nil
}

// Inputs returns the inputs of [Matrix]. What is not stated is left out.
func (h Hazard) Inputs() risk.Inputs {
	return typed.Inputs(
		typed.Value{Factor: FactorFrequency, Words: frequencyWords, Number: uint8(h.Frequency)},
		typed.Value{Factor: FactorDamage, Words: damageWords, Number: uint8(h.Damage)},
	)
}

// Explain rates with the reasons that [Matrix] gives.
func (h Hazard) Explain() (risk.Explanation, error) { return Matrix().Explain(h.Inputs()) }

// MarshalText returns the judgement in one line: "damage=begrenzt,
// frequency=häufig". It fails as Rate does.
func (h Hazard) MarshalText() ([]byte, error) { return typed.Marshal(Matrix(), h.Inputs()) }

// UnmarshalText reads it back; English words are understood too.
func (h *Hazard) UnmarshalText(text []byte) error {
	return typed.Unmarshal(Matrix(), text, (*uint8)(&h.Frequency), (*uint8)(&h.Damage))
}

// Matrix returns the method "bsi200/matrix@1.0": the matrix of BSI-Standard
// 200-3, chapter 5. Each call returns a value of its own.
func Matrix() risk.Method {
	frequencies := typed.Levels(frequencyWords[1:], frequencyLabels...)
	for i, bound := range [...]float64{0.2, 1, 12} { // events a year
		frequencies[i].Max, frequencies[i+1].Min = new(bound), new(bound)
	}
	damages := typed.Levels(damageWords[1:], damageLabels...)
	return risk.Method{
		ID:      "bsi200/matrix",
		Version: "1.0",
		Title:   "BSI-Standard 200-3, risk matrix",
		Source:  "BSI-Standard 200-3, Risikoanalyse auf der Basis von IT-Grundschutz, chapter 5, read in the PDF of the BSI",
		Factors: []risk.Factor{
			{
				ID: FactorFrequency, Title: "Eintrittshäufigkeit (frequency)", Role: risk.Likelihood,
				Scale: risk.Scale{Unit: "events per year", Levels: frequencies},
			},
			{ID: FactorDamage, Title: "Schadenshöhe (damage)", Role: risk.Consequence, Scale: risk.Scale{Levels: damages}},
		},
		Levels: typed.Levels(riskWords[1:], riskLabels...),
		Table: typed.Grid(FactorDamage, damages, frequencies, func(r, c int) string {
			return riskWords[matrix[r][c]]
		}),
	}
}
