package ordinal

import "github.com/ismskit/ismskit/risk"

// IDs of the steps. What is derived has a step of its own beside the one that
// takes it or what was stated.
const (
	StepThreatEvents    = "threat-events"
	StepVulnerable      = "vulnerable"
	StepLossEvents      = "loss-events"
	StepPrimaryRisk     = "primary-risk"
	StepSecondaryEvents = "secondary-loss-events"
	StepSecondaryRisk   = "secondary-risk"

	derivedFrom = "-derived" // what is derived, before what was stated is preferred
)

// version counts the editions of these tables here; the source has none.
const version = "1"

const source = "Qualitative FAIR tables as the code of one public application has them; vulnerability and loss event frequency " +
	"agree with FAIR's Basic Risk Assessment Guide of 2006 as remembered. Not read in any publication of The Open Group"

// PrimaryRisk returns the method "fair/ordinal@1". Each call returns a value of
// its own.
func PrimaryRisk() risk.Method {
	lef := derived()
	return risk.Method{
		ID:      "fair/ordinal",
		Version: version,
		Title:   "FAIR, ordinal tables",
		Source:  source,
		Factors: factors(),
		Steps:   steps(),
		Levels:  ranks(),
		Of:      []string{FactorLoss, StepLossEvents},
		Table:   risks.draw(magnitude(), lef, FactorLoss),
	}
}

// OverallRisks returns the method "fair/ordinal-secondary@1": [PrimaryRisk] with
// the reaction of others. Each call returns a value of its own.
func OverallRisks() risk.Method {
	step := func(id, title string, t table, row, column string) risk.Step {
		return risk.Step{
			ID: id, Title: title, Of: []string{row, column}, Table: t.draw(derived(), derived(), row), Scale: derived(),
		}
	}
	return risk.Method{
		ID:      "fair/ordinal-secondary",
		Version: version,
		Title:   "FAIR, ordinal tables with secondary loss",
		Source:  source,
		Factors: append(factors(),
			risk.Factor{ID: FactorSecondaryLikely, Title: "Probability of secondary loss, given a primary one", Scale: probability()},
			risk.Factor{ID: FactorSecondaryMagnitude, Title: "Secondary loss magnitude", Scale: magnitude()}),
		Steps: append(steps(),
			step(StepPrimaryRisk, "Primary risk", risks, FactorLoss, StepLossEvents),
			step(StepSecondaryEvents, "Secondary loss event frequency", secondaryEvents, StepLossEvents, FactorSecondaryLikely),
			step(StepSecondaryRisk, "Secondary risk", risks, FactorSecondaryMagnitude, StepSecondaryEvents)),
		Levels: ranks(),
		Of:     []string{StepSecondaryRisk, StepPrimaryRisk},
		Table:  overall.draw(derived(), derived(), StepSecondaryRisk),
	}
}

// ResidualFactor returns the method "fair/ordinal-residual@1": what controls
// leave of one factor. Its levels are those of the factor, not of risk. Each
// call returns a value of its own.
func ResidualFactor() risk.Method {
	return risk.Method{
		ID:      "fair/ordinal-residual",
		Version: version,
		Title:   "FAIR, what controls leave of a factor",
		Source:  "The code of one public application; in no standard",
		Factors: []risk.Factor{
			{ID: FactorInherent, Title: "The factor without controls", Scale: plain()},
			{ID: FactorControl, Title: "Strength of the controls", Scale: plain()},
		},
		Levels: ranks(),
		Table:  residual.draw(plain(), plain(), FactorInherent),
	}
}

// factors returns those of the primary risk.
func factors() []risk.Factor {
	may := func(id, title string, s risk.Scale) risk.Factor {
		return risk.Factor{ID: id, Title: title, Optional: true, Scale: s}
	}
	return []risk.Factor{
		may(FactorContact, "Contact frequency", frequency()),
		may(FactorAction, "Probability of action", probability()),
		may(FactorThreatEvents, "Threat event frequency, unless derived", frequency()),
		may(FactorCapability, "Threat capability", capability()),
		may(FactorResistance, "Resistance strength", resistance()),
		may(FactorVulnerability, "Vulnerability, unless derived", plain()),
		may(FactorLossEvents, "Loss event frequency, unless derived", frequency()),
		{ID: FactorLoss, Title: "Primary loss magnitude", Role: risk.Consequence, Scale: magnitude()},
	}
}

// steps returns those that lead to the loss event frequency.
func steps() []risk.Step {
	all := make([]risk.Step, 0, 9)
	add := func(id, title string, role risk.Role, t table, row, column, stated string) {
		all = append(all,
			risk.Step{
				ID: id + derivedFrom, Title: title + ", derived", Of: []string{row, column},
				Table: t.draw(derived(), derived(), row), Scale: derived(),
			},
			risk.Step{ID: id, Title: title, Role: role, Of: []string{stated, id + derivedFrom}, Formula: risk.First, Scale: derived()})
	}
	add(StepThreatEvents, "Threat event frequency", 0, threatEvents, FactorContact, FactorAction, FactorThreatEvents)
	add(StepVulnerable, "Vulnerability", 0, vulnerability, FactorCapability, FactorResistance, FactorVulnerability)
	add(StepLossEvents, "Loss event frequency", risk.Likelihood, lossEvents, StepThreatEvents, StepVulnerable, FactorLossEvents)
	return all
}
