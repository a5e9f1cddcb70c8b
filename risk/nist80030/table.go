package nist80030

// grid is a table of two factors: by the level of the row and of the column,
// each from very low to very high.
type grid [levels][levels]Level

var (
	// overallLikelihood is Table G-5: rows initiation or occurrence, columns
	// that the event results in adverse impact.
	overallLikelihood = grid{
		{VeryLow, VeryLow, Low, Low, Low},
		{VeryLow, Low, Low, Moderate, Moderate},
		{Low, Low, Moderate, Moderate, High},
		{Low, Moderate, Moderate, High, VeryHigh},
		{Low, Moderate, High, VeryHigh, VeryHigh},
	}
	// levelOfRisk is Table I-2: rows overall likelihood, columns impact.
	levelOfRisk = grid{
		{VeryLow, VeryLow, VeryLow, Low, Low},
		{VeryLow, Low, Low, Low, Moderate},
		{VeryLow, Low, Moderate, Moderate, High},
		{VeryLow, Low, Moderate, High, VeryHigh},
		{VeryLow, Low, Moderate, High, VeryHigh},
	}
)
