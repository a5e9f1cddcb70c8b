package bsi200

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// chapter9 has the risk of each damage (row) and frequency (column).
var chapter9 = [4][4]Grade{
	{Grade1, Grade1, Grade2, Grade2},
	{Grade1, Grade2, Grade2, Grade3},
	{Grade2, Grade2, Grade3, Grade4},
	{Grade2, Grade3, Grade4, Grade4},
}

// Graded is what is judged of a hazard under the matrix of chapter 9.
type Graded struct {
	Frequency Grade
	Damage    Grade
}

// Rate returns the risk by the matrix of chapter 9. It fails as [Hazard.Rate]
// does.
func (g Graded) Rate() (Grade, error) {
	f, d := g.Frequency-1, g.Damage-1 // what is not stated wraps round to 255
	if int(d) >= len(chapter9) || int(f) >= len(chapter9[d]) {
		return 0, typed.Refuse(MatrixChapter9(), g.Inputs())
	}
	return chapter9[d][f], nil
}

// Inputs returns the inputs of [MatrixChapter9]. What is not stated is left out.
func (g Graded) Inputs() risk.Inputs {
	return typed.Inputs(
		typed.Value{Factor: FactorFrequency, Words: gradeWords, Number: uint8(g.Frequency)},
		typed.Value{Factor: FactorDamage, Words: gradeWords, Number: uint8(g.Damage)},
	)
}

// Explain rates with the reasons that [MatrixChapter9] gives.
func (g Graded) Explain() (risk.Explanation, error) { return MatrixChapter9().Explain(g.Inputs()) }

// MarshalText returns the judgement in one line: "damage=hoch,
// frequency=niedrig". It fails as Rate does.
func (g Graded) MarshalText() ([]byte, error) { return typed.Marshal(MatrixChapter9(), g.Inputs()) }

// UnmarshalText reads it back; English words are understood too.
func (g *Graded) UnmarshalText(text []byte) error {
	return typed.Unmarshal(MatrixChapter9(), text, (*uint8)(&g.Frequency), (*uint8)(&g.Damage))
}

// MatrixChapter9 returns the method "bsi200/matrix-chapter-9@1.0": the other
// matrix that BSI-Standard 200-3 prints. Each call returns a value of its own.
func MatrixChapter9() risk.Method {
	grades := func() []risk.Level { return typed.Levels(gradeWords[1:], gradeLabels...) }
	return risk.Method{
		ID:      "bsi200/matrix-chapter-9",
		Version: "1.0",
		Title:   "BSI-Standard 200-3, alternative risk matrix",
		Source:  "BSI-Standard 200-3, Risikoanalyse auf der Basis von IT-Grundschutz, chapter 9, read in the PDF of the BSI",
		Factors: []risk.Factor{
			{ID: FactorFrequency, Title: "Häufigkeit (frequency)", Role: risk.Likelihood, Scale: risk.Scale{Levels: grades()}},
			{ID: FactorDamage, Title: "Schaden (damage)", Role: risk.Consequence, Scale: risk.Scale{Levels: grades()}},
		},
		Levels: grades(),
		Table: typed.Grid(FactorDamage, grades(), grades(), func(r, c int) string {
			return gradeWords[chapter9[r][c]]
		}),
	}
}
