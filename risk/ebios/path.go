package ebios

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Path is what an operating mode comes to at its last action: the cumulated
// probability and the cumulated difficulty (workshop 4, advanced method).
type Path struct {
	Probability Probability
	Difficulty  Difficulty
}

// likelihood is by probability and difficulty, 0 to 4.
var likelihood = [5][5]Likelihood{
	{V1, V1, V1, V0, V0},
	{V2, V2, V2, V1, V0},
	{V3, V3, V2, V2, V1},
	{V4, V3, V3, V2, V1},
	{V4, V4, V3, V2, V1},
}

// Rate gives the likelihood of the operating mode. What is not stated is a
// [risk.InputErrors].
func (x Path) Rate() (Likelihood, error) {
	if x.Probability < P0 || x.Probability > P4 || x.Difficulty < D0 || x.Difficulty > D4 {
		return 0, typed.Refuse(AdvancedLikelihood(), x.Inputs())
	}
	return likelihood[x.Probability-P0][x.Difficulty-D0], nil
}

// Inputs returns what is stated as inputs of [AdvancedLikelihood].
func (x Path) Inputs() risk.Inputs {
	in := risk.Inputs{}
	put(in, "probability", probabilityWords, uint8(x.Probability))
	put(in, "difficulty", difficultyWords, uint8(x.Difficulty))
	return in
}

// Explain rates, with the reasons.
func (x Path) Explain() (risk.Explanation, error) { return AdvancedLikelihood().Explain(x.Inputs()) }

// MarshalText returns "difficulty=2, probability=3", or the error of Rate.
func (x Path) MarshalText() ([]byte, error) { return typed.Marshal(AdvancedLikelihood(), x.Inputs()) }

// UnmarshalText reads that text. What Rate would refuse is an error.
func (x *Path) UnmarshalText(text []byte) error {
	return typed.Unmarshal(AdvancedLikelihood(), text, (*uint8)(&x.Probability), (*uint8)(&x.Difficulty))
}

// AdvancedLikelihood returns the method "ebios/likelihood@2024": the table of
// the advanced method of workshop 4. Its levels are of likelihood, not of risk,
// and fall as the difficulty rises. Each call returns a value of its own.
func AdvancedLikelihood() risk.Method {
	probabilities := typed.Levels(probabilityWords[P0:], probabilityLabels[:]...)
	difficulties := typed.Levels(difficultyWords[D0:], difficultyLabels[:]...)
	return risk.Method{
		ID:      "ebios/likelihood",
		Version: version,
		Title:   "EBIOS Risk Manager, likelihood of an operating mode, advanced method",
		Source:  "EBIOS Risk Manager, workshop 4 and its method sheet",
		Factors: []risk.Factor{
			{ID: "probability", Title: "Cumulated probability of success", Scale: risk.Scale{Levels: probabilities}},
			{ID: "difficulty", Title: "Cumulated technical difficulty", Scale: risk.Scale{Levels: difficulties}},
		},
		Levels: typed.Levels(likelihoodWords[V0:], likelihoodLabels[:]...),
		Table: typed.Grid("probability", probabilities, difficulties, func(p, d int) string {
			return likelihoodWords[likelihood[p][d]]
		}),
	}
}
