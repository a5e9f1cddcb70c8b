package owasp

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Score is what a factor is given, a whole number from 0 to 9. 0 is a score
// like the others: in a Go literal a factor that is not named has it. The text
// form has no such default and wants every factor of a group.
type Score uint8

// ThreatAgent describes the group that attacks; of several take the worst.
type ThreatAgent struct {
	SkillLevel  Score
	Motive      Score
	Opportunity Score
	Size        Score
}

// Vulnerability describes what is attacked, for this threat agent.
type Vulnerability struct {
	EaseOfDiscovery    Score
	EaseOfExploit      Score
	Awareness          Score
	IntrusionDetection Score
}

// TechnicalImpact describes what an exploit would do to the system.
type TechnicalImpact struct {
	LossOfConfidentiality Score
	LossOfIntegrity       Score
	LossOfAvailability    Score
	LossOfAccountability  Score
}

// BusinessImpact describes what an exploit would do to the organization.
type BusinessImpact struct {
	FinancialDamage  Score
	ReputationDamage Score
	NonCompliance    Score
	PrivacyViolation Score
}

// Assessment is the assessment of one risk. At least one of the impacts is
// needed. They are pointers because all scores 0 is an impact and none is not.
type Assessment struct {
	ThreatAgent   ThreatAgent
	Vulnerability Vulnerability
	Technical     *TechnicalImpact // nil: not judged
	Business      *BusinessImpact  // nil: nothing is known of the business
}

// Mean is the mean of some scores and its level.
type Mean struct {
	Score float64 // 0 to 9, not rounded
	Level Level   // 0 where nothing was judged
}

// Rating is what an assessment comes to.
type Rating struct {
	Likelihood Mean // of the threat agent and the vulnerability
	Technical  Mean
	Business   Mean

	TechnicalSeverity Severity // by technical impact, 0 where that was not judged
	BusinessSeverity  Severity // by business impact, 0 where that was not judged
	Severity          Severity // the overall one: by business impact, else by technical impact
}

// Rate gives the means, their levels, and the severities. A score above 9, and
// an assessment without impact, are refused with the [risk.InputErrors] of
// [Method].
func (x Assessment) Rate() (r Rating, err error) {
	agent, vulnerability := x.ThreatAgent.tally(), x.Vulnerability.tally()
	top := max(agent.top, vulnerability.top)
	r.Likelihood = mean(agent.sum+vulnerability.sum, 8)
	if x.Technical != nil {
		t := x.Technical.tally()
		top = max(top, t.top)
		r.Technical = mean(t.sum, 4)
		r.TechnicalSeverity = severities[r.Technical.Level-1][r.Likelihood.Level-1]
		r.Severity = r.TechnicalSeverity
	}
	if x.Business != nil {
		t := x.Business.tally()
		top = max(top, t.top)
		r.Business = mean(t.sum, 4)
		r.BusinessSeverity = severities[r.Business.Level-1][r.Likelihood.Level-1]
		r.Severity = r.BusinessSeverity
	}
	if top > most || r.Severity == 0 {
		return Rating{}, typed.Refuse(Method(), x.Inputs())
	}
	return r, nil
}

// mean returns the mean of n scores, 4 or 8: their sum divided by it is exact.
func mean(sum, n uint) Mean {
	m := Mean{Score: float64(sum) / float64(n), Level: LevelLow}
	if sum >= bands[1]*n {
		m.Level = LevelMedium
	}
	if sum >= bands[2]*n {
		m.Level = LevelHigh
	}
	return m
}

// tally is the sum of four scores, and the greatest of them.
type tally struct {
	sum uint
	top Score
}

func tallyOf(a, b, c, d Score) tally {
	return tally{sum: uint(a) + uint(b) + uint(c) + uint(d), top: max(a, b, c, d)}
}

func (g *ThreatAgent) tally() tally {
	return tallyOf(g.SkillLevel, g.Motive, g.Opportunity, g.Size)
}

func (g *Vulnerability) tally() tally {
	return tallyOf(g.EaseOfDiscovery, g.EaseOfExploit, g.Awareness, g.IntrusionDetection)
}

func (g *TechnicalImpact) tally() tally {
	return tallyOf(g.LossOfConfidentiality, g.LossOfIntegrity, g.LossOfAvailability, g.LossOfAccountability)
}

func (g *BusinessImpact) tally() tally {
	return tallyOf(g.FinancialDamage, g.ReputationDamage, g.NonCompliance, g.PrivacyViolation)
}

// Explain rates by [Method] and gives the reasons.
func (x Assessment) Explain() (risk.Explanation, error) { return Method().Explain(x.Inputs()) }
