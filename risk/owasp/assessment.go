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
	agent, vulnerability := x.ThreatAgent.scores(), x.Vulnerability.scores()
	bad := agent.bad() | vulnerability.bad()
	r.Likelihood = mean(agent.sum()+vulnerability.sum(), 8)
	if x.Technical != nil {
		s := x.Technical.scores()
		bad |= s.bad()
		r.Technical = mean(s.sum(), 4)
		r.TechnicalSeverity = severities[r.Technical.Level-1][r.Likelihood.Level-1]
		r.Severity = r.TechnicalSeverity
	}
	if x.Business != nil {
		s := x.Business.scores()
		bad |= s.bad()
		r.Business = mean(s.sum(), 4)
		r.BusinessSeverity = severities[r.Business.Level-1][r.Likelihood.Level-1]
		r.Severity = r.BusinessSeverity
	}
	if bad != 0 || r.Severity == 0 {
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

// scores are the four scores of a group, a byte each, which are checked and
// added all at once.
type scores uint32

func pack(a, b, c, d Score) scores {
	return scores(a) | scores(b)<<8 | scores(c)<<16 | scores(d)<<24
}

// bad has a bit where a score is above 9: a byte of more than 15 has one in its
// upper half, and one of 10 to 15 gets it when 6 is added.
func (s scores) bad() scores { return (s | (s + 0x06060606)) & 0xF0F0F0F0 }

// sum adds the bytes of scores that are not bad: the product has it in its
// highest byte.
func (s scores) sum() uint { return uint(s * 0x01010101 >> 24) }

func (g *ThreatAgent) scores() scores {
	return pack(g.SkillLevel, g.Motive, g.Opportunity, g.Size)
}

func (g *Vulnerability) scores() scores {
	return pack(g.EaseOfDiscovery, g.EaseOfExploit, g.Awareness, g.IntrusionDetection)
}

func (g *TechnicalImpact) scores() scores {
	return pack(g.LossOfConfidentiality, g.LossOfIntegrity, g.LossOfAvailability, g.LossOfAccountability)
}

func (g *BusinessImpact) scores() scores {
	return pack(g.FinancialDamage, g.ReputationDamage, g.NonCompliance, g.PrivacyViolation)
}

// Explain rates by [Method] and gives the reasons.
func (x Assessment) Explain() (risk.Explanation, error) { return Method().Explain(x.Inputs()) }
