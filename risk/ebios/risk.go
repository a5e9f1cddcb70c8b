package ebios

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Risk places a risk scenario in the matrix of severity and likelihood
// (workshop 5).
type Risk struct {
	Severity   Severity   // of the strategic scenario, G1 to G4
	Likelihood Likelihood // of its operational scenario, V1 to V4
}

// matrix is the level of risk by likelihood V1 to V4 and severity G1 to G4.
var matrix = [4][4]Level{
	{Low, Low, Low, Medium},
	{Low, Low, Medium, Medium},
	{Medium, Medium, High, High},
	{Medium, High, High, High},
}

// Rate gives the level of risk. What is not stated, and G5 and V0, which this
// matrix does not have, are [risk.InputErrors].
func (x Risk) Rate() (Level, error) {
	if x.Severity < G1 || x.Severity > G4 || x.Likelihood < V1 || x.Likelihood > V4 {
		return 0, typed.Refuse(RiskMatrix(), x.Inputs())
	}
	return matrix[x.Likelihood-V1][x.Severity-G1], nil
}

// Inputs returns what is stated as inputs of [RiskMatrix].
func (x Risk) Inputs() risk.Inputs {
	in := risk.Inputs{}
	put(in, "severity", severityWords, uint8(x.Severity))
	put(in, "likelihood", likelihoodWords, uint8(x.Likelihood))
	return in
}

// Explain rates, with the reasons.
func (x Risk) Explain() (risk.Explanation, error) { return RiskMatrix().Explain(x.Inputs()) }

// MarshalText returns "likelihood=V3, severity=G2", or the error of Rate.
func (x Risk) MarshalText() ([]byte, error) { return typed.Marshal(RiskMatrix(), x.Inputs()) }

// UnmarshalText reads that text. What Rate would refuse is an error.
func (x *Risk) UnmarshalText(text []byte) error {
	ranks, err := typed.Ranks(RiskMatrix(), text)
	if err == nil {
		x.Severity, x.Likelihood = G1+Severity(ranks[0]), V1+Likelihood(ranks[1]) //nolint:gosec // ranks are 0 to 3
	}
	return err
}

// RiskMatrix returns the method "ebios/risk@2024": the 4×4 matrix of workshop
// 5. It is the one in common use; the method leaves it to the organization.
// Each call returns a value of its own.
func RiskMatrix() risk.Method {
	severities := typed.Levels(severityWords[G1:G5], severityLabels[:]...)
	likelihoods := typed.Levels(likelihoodWords[V1:], likelihoodLabels[1:]...)
	return risk.Method{
		ID:      "ebios/risk",
		Version: version,
		Title:   "EBIOS Risk Manager, matrix of severity and likelihood",
		Source:  "EBIOS Risk Manager, workshop 5; the cells from two public transcriptions that agree, since the guide leaves them to the organization",
		Factors: []risk.Factor{
			{ID: "severity", Title: "Severity", Role: risk.Consequence, Scale: risk.Scale{Levels: severities}},
			{ID: "likelihood", Title: "Likelihood", Role: risk.Likelihood, Scale: risk.Scale{Levels: likelihoods}},
		},
		Levels: []risk.Level{
			{ID: "low", Meaning: "acceptable as it is"},
			{ID: "medium", Meaning: "tolerable under control"},
			{ID: "high", Meaning: "unacceptable"},
		},
		Table: typed.Grid("likelihood", likelihoods, severities, func(l, s int) string { return levelWords[matrix[l][s]] }),
	}
}
