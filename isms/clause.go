package isms

import "github.com/ismskit/ismskit/annexa"

// kindClauses are the clauses of ISO/IEC 27001:2022 that ask for the records of
// a kind; kinds that serve all clauses have none.
var kindClauses = [...]string{
	KindRole: "5.3", KindIssue: "4.1", KindDetermination: "4.1", KindInterestedParty: "4.2", KindRequirement: "4.2",
	KindScope: "4.3", KindProcess: "4.4", KindDocument: "7.5", KindMethod: "6.1.2", KindClassificationScheme: "6.1.2",
	KindAsset: "6.1.2", KindThreat: "6.1.2", KindWeakness: "6.1.2", KindRisk: "6.1.2", KindRound: "8.2",
	KindTreatment: "6.1.3", KindAction: "6.1.3", KindPlan: "6.1.3", KindAcceptance: "6.1.3", KindControl: "6.1.3",
	KindApplicability: "6.1.3", KindEvidence: "9.1", KindObjective: "6.2", KindSupplier: "8.1",
}

// clauseOf returns the clause that asks for records of a kind.
func clauseOf(k Kind) annexa.ClauseRef {
	if int(k) >= len(kindClauses) || kindClauses[k] == "" {
		return annexa.ClauseRef{}
	}
	return annexa.ClauseRef{Standard: "iso27001", Edition: "2022", Number: kindClauses[k]}
}
