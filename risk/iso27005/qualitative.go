package iso27005

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// IDs of the factors of both methods.
const (
	Likelihood  = "likelihood"
	Consequence = "consequence"
)

// Levels of likelihood. The standard numbers them; inputs may have the number
// or the label.
const (
	Unlikely       = "1"
	RatherUnlikely = "2"
	Likely         = "3"
	VeryLikely     = "4"
	AlmostCertain  = "5"
)

// Levels of consequence.
const (
	Minor        = "1"
	Significant  = "2"
	Serious      = "3"
	Critical     = "4"
	Catastrophic = "5"
)

// Levels of risk.
const (
	VeryLow  = "very-low"
	Low      = "low"
	Medium   = "medium"
	High     = "high"
	VeryHigh = "very-high"
)

// qualitative has the level of each likelihood (row) and consequence (column).
var qualitative = [5][5]string{
	{VeryLow, VeryLow, Low, Low, Low},
	{VeryLow, Low, Low, Medium, Medium},
	{Low, Low, Medium, High, High},
	{Low, Medium, High, High, VeryHigh},
	{Medium, High, High, VeryHigh, VeryHigh},
}

// Qualitative returns the method "iso27005/qualitative@2022": the example of a
// qualitative matrix, ISO/IEC 27005:2022, Annex A, Table A.3. The package
// comment says how certain it is. Each call returns a value of its own.
func Qualitative() risk.Method {
	likelihoods := typed.Levels([]string{Unlikely, RatherUnlikely, Likely, VeryLikely, AlmostCertain},
		"unlikely", "rather unlikely", "likely", "very likely", "almost certain")
	consequences := typed.Levels([]string{Minor, Significant, Serious, Critical, Catastrophic},
		"minor", "significant", "serious", "critical", "catastrophic")
	return risk.Method{
		ID:      "iso27005/qualitative",
		Version: "2022",
		Title:   "ISO/IEC 27005:2022, qualitative example",
		Source:  "ISO/IEC 27005:2022, Annex A, Table A.3, from two public transcriptions that agree",
		Factors: []risk.Factor{
			{ID: Likelihood, Title: "Likelihood", Role: risk.Likelihood, Scale: risk.Scale{Levels: likelihoods}},
			{ID: Consequence, Title: "Consequence", Role: risk.Consequence, Scale: risk.Scale{Levels: consequences}},
		},
		Levels: typed.Levels([]string{VeryLow, Low, Medium, High, VeryHigh}, "very low", "low", "medium", "high", "very high"),
		Table: typed.Grid(Likelihood, likelihoods, consequences, func(r, c int) string {
			return qualitative[r][c]
		}),
	}
}
