package nist80030

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Rating is what both paths come to.
type Rating struct {
	Likelihood Level // overall, by Table G-5
	Risk       Level // by Table I-2
}

// rate combines three levels that are known to be valid.
func rate(lead, adverseImpact, impact Level) Rating {
	overall := overallLikelihood[lead-1][adverseImpact-1]
	return Rating{Likelihood: overall, Risk: levelOfRisk[overall-1][impact-1]}
}

func inputs(lead string, likelihood, adverseImpact, impact Level) risk.Inputs {
	return typed.Inputs(
		typed.Value{Factor: lead, Words: levelWords, Number: uint8(likelihood)},
		typed.Value{Factor: "adverse-impact", Words: levelWords, Number: uint8(adverseImpact)},
		typed.Value{Factor: "impact", Words: levelWords, Number: uint8(impact)},
	)
}
