package iso27005

import "github.com/ismskit/ismskit/risk"

// IDs of the factors of [Qualitative].
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

// Qualitative returns the method "iso27005/qualitative@2022": the example of a
// qualitative matrix, ISO/IEC 27005:2022, Annex A, Table A.3. The package
// comment says how certain it is. Each call returns a value of its own.
func Qualitative() risk.Method {
	return risk.Method{
		ID:      "iso27005/qualitative",
		Version: "2022",
		Title:   "ISO/IEC 27005:2022, qualitative example",
		Source:  "ISO/IEC 27005:2022, Annex A, Table A.3, from two public transcriptions that agree",
		Factors: []risk.Factor{
			{ID: Likelihood, Title: "Likelihood", Role: risk.Likelihood, Scale: risk.Scale{Levels: []risk.Level{
				{ID: Unlikely, Label: "unlikely"},
				{ID: RatherUnlikely, Label: "rather unlikely"},
				{ID: Likely, Label: "likely"},
				{ID: VeryLikely, Label: "very likely"},
				{ID: AlmostCertain, Label: "almost certain"},
			}}},
			{ID: Consequence, Title: "Consequence", Role: risk.Consequence, Scale: risk.Scale{Levels: []risk.Level{
				{ID: Minor, Label: "minor"},
				{ID: Significant, Label: "significant"},
				{ID: Serious, Label: "serious"},
				{ID: Critical, Label: "critical"},
				{ID: Catastrophic, Label: "catastrophic"},
			}}},
		},
		Levels: []risk.Level{
			{ID: VeryLow, Label: "very low"},
			{ID: Low, Label: "low"},
			{ID: Medium, Label: "medium"},
			{ID: High, Label: "high"},
			{ID: VeryHigh, Label: "very high"},
		},
		Table: risk.Table{
			{Likelihood, Minor, Significant, Serious, Critical, Catastrophic},
			{Unlikely, VeryLow, VeryLow, Low, Low, Low},
			{RatherUnlikely, VeryLow, Low, Low, Medium, Medium},
			{Likely, Low, Low, Medium, High, High},
			{VeryLikely, Low, Medium, High, High, VeryHigh},
			{AlmostCertain, Medium, High, High, VeryHigh, VeryHigh},
		},
	}
}
