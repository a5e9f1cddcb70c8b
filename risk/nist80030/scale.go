package nist80030

import (
	"slices"

	"github.com/ismskit/ismskit/risk"
)

// meanings say when to choose a level, from very low to very high.
type meanings [levels]string

// The scales in our own words; the package comment says how certain each is.
var (
	capability = meanings{ // Table D-3
		"very limited resources/expertise",
		"limited resources/expertise",
		"moderate resources/expertise; multiple attacks",
		"sophisticated, significant resources; multiple coordinated attacks",
		"very sophisticated, well resourced, creates own opportunities; continuous, coordinated attacks",
	}
	intent = meanings{ // Table D-4
		"usurp, disrupt or deface resources, without concern about detection",
		"actively obtain critical or sensitive information or usurp/disrupt resources, without concern about detection",
		"obtain or modify specific critical or sensitive information, or usurp/disrupt resources from a foothold; concerned about detection in long attacks; willing to impede aspects of the mission",
		"undermine or impede critical aspects, or get into position for it, by keeping a presence; very concerned about detection, above all while preparing",
		"undermine, severely impede or destroy a core mission or business function, programme or enterprise by exploiting a presence inside; cares about disclosure only as far as it would stop the goals",
	}
	targeting = meanings{ // Table D-5
		"may or may not target any specific organization or class",
		"uses public information to target a class of high-value organizations or information; takes opportunities in that class",
		"uses public information; persistently targets specific high-value organizations (key positions), programmes or information",
		"uses reconnaissance; persistently targets a specific organization, its high-value or mission-critical information, supporting employees or key positions",
		"uses information from reconnaissance and attacks; persistently targets a specific organization, function or programme: high-value information, resources, supply flows, specific employees, suppliers, partners",
	}
	effects = meanings{ // Table D-6
		"minimal, few if any",
		"limited, some resources, none critical",
		"wide-ranging, significant portion, some critical",
		"extensive, most resources, many critical",
		"sweeping, almost all resources",
	}
	severity = meanings{ // Table F-2
		"not of concern; control fully implemented, assessed and effective",
		"minor concern, effectiveness could be improved; control fully implemented and somewhat effective",
		"moderate concern; control partially implemented and somewhat effective",
		"high concern; control planned but not implemented, compensating controls at least minimally effective",
		"exposed and exploitable with severe impact possible; control not implemented and not planned, or none identifiable",
	}
	pervasiveness = meanings{ // Table F-5
		"applies to few",
		"applies to some",
		"applies to many",
		"applies to most",
		"applies to all",
	}
	initiation = meanings{ // Table G-2
		"highly unlikely",
		"unlikely",
		"somewhat likely",
		"highly likely",
		"almost certain to initiate",
	}
	occurrence = meanings{ // Table G-3
		"highly unlikely, <1 per 10 yr",
		"unlikely, <1/yr but >1 per 10 yr",
		"somewhat likely, 1-10/yr",
		"highly likely, 10-100/yr",
		"almost certain, >100/yr",
	}
	adverseImpact = meanings{} // Table G-4: the words of the levels say it
	impact        = meanings{  // Table H-3
		"a negligible adverse effect",
		"a limited adverse effect",
		"a serious adverse effect",
		"a severe or catastrophic adverse effect",
		"multiple severe or catastrophic adverse effects",
	}
)

// relevance is Table E-4, which has words of its own.
var relevance = [...]risk.Level{
	{ID: "not-applicable", Label: "not applicable"},
	{ID: "possible", Meaning: "described by a somewhat credible source"},
	{ID: "predicted", Meaning: "predicted by a trusted source"},
	{ID: "anticipated", Meaning: "reported by a trusted source"},
	{ID: "expected", Meaning: "seen by peers/partners"},
	{ID: "confirmed", Meaning: "seen by the organization"},
}

// Scales returns every scale of the publication that this package has, by
// table. ID is the number of the table, and Min, Max and Value of a level are
// those of its semi-quantitative columns. Each call returns a list of its own.
//
// The methods read G-2 to G-5, H-3 and I-2. The others are for those who judge
// the likelihoods and record what they saw.
func Scales() []risk.Scale {
	return []risk.Scale{
		capability.scale("D-3", "Capability of the adversary"),
		intent.scale("D-4", "Intent of the adversary"),
		targeting.scale("D-5", "Targeting by the adversary"),
		effects.scale("D-6", "Range of effects, non-adversarial"),
		{ID: "E-4", Title: "Relevance of the threat event", Levels: slices.Clone(relevance[:])},
		severity.scale("F-2", "Severity of the vulnerability"),
		pervasiveness.scale("F-5", "Pervasiveness of the predisposing condition"),
		initiation.scale("G-2", "Likelihood of initiation, adversarial"),
		occurrence.scale("G-3", "Likelihood of occurrence, non-adversarial"),
		adverseImpact.scale("G-4", "Likelihood that the event results in adverse impact"),
		meanings{}.scale("G-5", "Overall likelihood"),
		impact.scale("H-3", "Impact"),
		meanings{}.scale("I-2", "Level of risk"),
	}
}

// scale returns the five levels with these meanings.
func (m meanings) scale(table, title string) risk.Scale {
	s := risk.Scale{ID: table, Title: title, Levels: make([]risk.Level, levels)}
	for i, b := range bins {
		s.Levels[i] = risk.Level{
			ID: levelWords[i+1], Label: levelLabels[i], Meaning: m[i],
			Value: new(float64(b.value)), Min: new(float64(b.from)), Max: new(float64(b.to)),
		}
	}
	return s
}
