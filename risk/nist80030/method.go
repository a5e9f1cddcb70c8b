package nist80030

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// AdversarialMethod returns the method "nist80030/adversarial@r1". Each call
// returns a value of its own.
func AdversarialMethod() risk.Method {
	return method("nist80030/adversarial", "NIST SP 800-30 Rev. 1, adversarial risk", "initiation", initiation.scale("G-2", "Likelihood of initiation"))
}

// NonAdversarialMethod returns the method "nist80030/non-adversarial@r1". Each
// call returns a value of its own.
func NonAdversarialMethod() risk.Method {
	return method("nist80030/non-adversarial", "NIST SP 800-30 Rev. 1, non-adversarial risk", "occurrence", occurrence.scale("G-3", "Likelihood of occurrence"))
}

// method returns one of the two, which differ in the likelihood that leads
// Table G-5.
func method(id, title, lead string, scale risk.Scale) risk.Method {
	adverse, harm := adverseImpact.scale("G-4", "Likelihood of adverse impact"), impact.scale("H-3", "Level of impact")
	overall, result := meanings{}.scale("G-5", "Overall likelihood"), meanings{}.scale("I-2", "Level of risk")
	return risk.Method{
		ID: id, Version: "r1", Title: title,
		Source: "NIST SP 800-30 Revision 1, Tables G-2 to G-5, H-3 and I-2, from public transcriptions",
		Factors: []risk.Factor{
			{ID: lead, Title: scale.Title, Scale: scale},
			{ID: "adverse-impact", Title: adverse.Title, Scale: adverse},
			{ID: "impact", Title: harm.Title, Role: risk.Consequence, Scale: harm},
		},
		Steps: []risk.Step{{
			ID: "likelihood", Title: overall.Title, Role: risk.Likelihood, Of: []string{lead, "adverse-impact"},
			Table: overallLikelihood.table(lead, overall.Levels), Scale: overall,
		}},
		Levels: result.Levels,
		Of:     []string{"likelihood", "impact"},
		Table:  levelOfRisk.table("likelihood", result.Levels),
	}
}

// table returns the grid as the table of a method, the rows led by the value
// with this id.
func (g grid) table(row string, scale []risk.Level) risk.Table {
	return typed.Grid(row, scale, scale, func(row, column int) string { return levelWords[g[row][column]] })
}
