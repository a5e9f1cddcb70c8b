package owasp_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/owasp"
)

// The example of the publication. By technical impact alone the severity is
// high; the business impact is known and low, and so is the overall severity.
func ExampleAssessment() {
	x := owasp.Assessment{
		ThreatAgent:   owasp.ThreatAgent{SkillLevel: 5, Motive: 2, Opportunity: 7, Size: 1},
		Vulnerability: owasp.Vulnerability{EaseOfDiscovery: 3, EaseOfExploit: 6, Awareness: 9, IntrusionDetection: 2},
		Technical: &owasp.TechnicalImpact{
			LossOfConfidentiality: 9, LossOfIntegrity: 7, LossOfAvailability: 5, LossOfAccountability: 8,
		},
		Business: &owasp.BusinessImpact{FinancialDamage: 1, ReputationDamage: 2, NonCompliance: 1, PrivacyViolation: 5},
	}
	r, err := x.Rate()
	if err != nil {
		fmt.Println(err)
		return
	}
	technical, _ := r.TechnicalSeverity.MarshalText()
	overall, _ := r.Severity.MarshalText()
	fmt.Println("likelihood", r.Likelihood.Score)
	fmt.Println("technical impact", r.Technical.Score, "severity", string(technical))
	fmt.Println("business impact", r.Business.Score, "severity", string(overall))
	// Output:
	// likelihood 4.375
	// technical impact 7.25 severity high
	// business impact 2.25 severity low
}

// An organization for which the skill of the attacker counts twice.
func ExampleWeighted() {
	m, err := owasp.Weighted("acme/web-risks", "2026-1", owasp.Weights{"skill-level": 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	x := owasp.Assessment{
		ThreatAgent:   owasp.ThreatAgent{SkillLevel: 9, Motive: 2, Opportunity: 7, Size: 1},
		Vulnerability: owasp.Vulnerability{EaseOfDiscovery: 3, EaseOfExploit: 6, Awareness: 9, IntrusionDetection: 8},
		Business:      &owasp.BusinessImpact{FinancialDamage: 1, ReputationDamage: 2, NonCompliance: 1, PrivacyViolation: 5},
	}
	weighted, err := m.Rate(x.Inputs())
	if err != nil {
		fmt.Println(err)
		return
	}
	published, err := x.Rate()
	if err != nil {
		fmt.Println(err)
		return
	}
	severity, _ := published.Severity.MarshalText()
	fmt.Println("published", string(severity))
	fmt.Println(weighted.Method, weighted.Level)
	// Output:
	// published low
	// acme/web-risks@2026-1 medium
}

func ExamplePaybackYears() {
	years, err := owasp.PaybackYears(100_000, 2_000)
	fmt.Println(years, err)
	// Output: 50 <nil>
}
