package audit

// Checks returns the checks of this package in the order of the clauses they
// serve. The list is the caller's to shorten, extend and sort.
func Checks() []Check {
	return []Check{
		check("climate-undetermined", "4.1", Missing, climateUndetermined),
		check("issues-one-sided", "4.1", Missing, issuesOneSided),
		check("requirement-undecided", "4.2 c", Missing, requirementUndecided),
		check("requirement-unserved", "4.2 c", Missing, requirementUnserved),
		check("scope-undefined", "4.3", Missing, scopeUndefined),
		check("interface-unhandled", "4.3 c", Weak, interfaceUnhandled),
		check("policy-unapproved", "5.2", Missing, policyUnapproved),
		check("authority-vacant", "5.3", Missing, authorityVacant),

		check("criteria-incomplete", "6.1.2 a", Missing, criteriaIncomplete),
		check("rating-not-reproducible", "6.1.2 b", Contradiction, ratingNotReproducible),
		check("risk-unowned", "6.1.2 c", Missing, riskUnowned),
		check("risk-without-property", "6.1.2 c", Missing, riskWithoutProperty),
		check("risk-unassessed", "6.1.2 d", Missing, riskUnassessed),
		check("credit-unfounded", "6.1.2 d", Contradiction, creditUnfounded),

		check("risk-untreated", "6.1.3 a", Missing, riskUntreated),
		check("option-empty", "6.1.3 a", Missing, optionEmpty),
		check("exclusion-contradicted", "6.1.3 c", Contradiction, exclusionContradicted),
		check("reference-undecided", "6.1.3 c", Missing, referenceUndecided),
		check("reason-missing", "6.1.3 d", Missing, reasonMissing),
		check("excluded-but-operated", "6.1.3 d", Contradiction, excludedButOperated),
		check("implemented-but-unsupported", "6.1.3 d", Missing, implementedButUnsupported),
		check("unfinished-without-plan", "6.1.3 e", Missing, unfinishedWithoutPlan),
		check("residual-above-current", "6.1.3 f", Contradiction, residualAbove),
		check("residual-unexplained", "6.1.3 f", Missing, residualUnexplained),
		check("plan-unapproved", "6.1.3 f", Missing, planUnapproved),
		check("acceptance-missing", "6.1.3 f", Missing, acceptanceMissing),
		check("acceptance-without-authority", "6.1.3 f", Contradiction, acceptanceWithoutAuthority),
		check("acceptance-expired", "6.1.3 f", Missing, acceptanceExpired),
		check("acceptance-outgrown", "6.1.3 f", Contradiction, acceptanceOutgrown),
		check("acceptance-owner-changed", "6.1.3 f", Note, acceptanceOwnerChanged),
	}
}
