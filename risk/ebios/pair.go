package ebios

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Pair is a risk source with its target objective (SR/OV, workshop 2). The
// method keeps three to six pairs, the most pertinent ones.
type Pair struct {
	Motivation Plus // of the source to reach the objective
	Resources  Plus // of the source: money, skills, time
}

// pertinence is by resources and motivation, + to +++.
var pertinence = [3][3]Level{
	{Low, Low, Medium},
	{Low, Medium, High},
	{Medium, High, High},
}

// Rate gives the pertinence of the pair. What is not stated is a
// [risk.InputErrors].
func (x Pair) Rate() (Level, error) {
	if x.Motivation < Plus1 || x.Motivation > Plus3 || x.Resources < Plus1 || x.Resources > Plus3 {
		return 0, typed.Refuse(Pertinence(), x.Inputs())
	}
	return pertinence[x.Resources-Plus1][x.Motivation-Plus1], nil
}

// Inputs returns what is stated as inputs of [Pertinence].
func (x Pair) Inputs() risk.Inputs {
	in := risk.Inputs{}
	put(in, "motivation", plusWords, uint8(x.Motivation))
	put(in, "resources", plusWords, uint8(x.Resources))
	return in
}

// Explain rates, with the reasons.
func (x Pair) Explain() (risk.Explanation, error) { return Pertinence().Explain(x.Inputs()) }

// MarshalText returns "motivation=++, resources=+", or the error of Rate.
func (x Pair) MarshalText() ([]byte, error) { return typed.Marshal(Pertinence(), x.Inputs()) }

// UnmarshalText reads that text. What Rate would refuse is an error.
func (x *Pair) UnmarshalText(text []byte) error {
	return typed.Unmarshal(Pertinence(), text, (*uint8)(&x.Motivation), (*uint8)(&x.Resources))
}

// Pertinence returns the method "ebios/pertinence@2024" of workshop 2. Its
// levels are of pertinence, not of risk. Each call returns a value of its own.
func Pertinence() risk.Method {
	steps := typed.Levels(plusWords[Plus1:])
	return risk.Method{
		ID:      "ebios/pertinence",
		Version: version,
		Title:   "EBIOS Risk Manager, pertinence of a risk source and its target objective",
		Source:  "EBIOS Risk Manager, workshop 2 and its method sheet",
		Factors: []risk.Factor{
			{ID: "motivation", Title: "Motivation", Scale: risk.Scale{Levels: steps}},
			{ID: "resources", Title: "Resources", Scale: risk.Scale{Levels: typed.Levels(plusWords[Plus1:])}},
		},
		Levels: typed.Levels(levelWords[Low:]),
		Table:  typed.Grid("resources", steps, steps, func(r, m int) string { return levelWords[pertinence[r][m]] }),
	}
}
