package owasp

import (
	"strconv"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Inputs returns the scores by factor of the method, without those of an impact
// that was not judged.
func (x Assessment) Inputs() risk.Inputs {
	in := make(risk.Inputs, all)
	for i, s := range places(&x) {
		if s != nil {
			in[factors[i].id] = strconv.Itoa(int(*s))
		}
	}
	return in
}

// MarshalText returns the inputs in one line, as [risk.Inputs.Text] does, ""
// for the zero value. What Rate refuses has no text.
func (x Assessment) MarshalText() ([]byte, error) {
	if x == (Assessment{}) {
		return nil, nil
	}
	return typed.Marshal(Method(), x.Inputs())
}

// UnmarshalText reads the text form, with every factor of the likelihood and of
// at least one impact. Words are scores or labels of options.
func (x *Assessment) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*x = Assessment{}
		return nil
	}
	ranks, err := typed.Ranks(Method(), text)
	if err != nil {
		return err
	}
	var read Assessment
	if ranks[technical] >= 0 {
		read.Technical = &TechnicalImpact{}
	}
	if ranks[business] >= 0 {
		read.Business = &BusinessImpact{}
	}
	for i, s := range places(&read) {
		if s != nil {
			*s = Score(ranks[i]) //nolint:gosec // the method reads 0 to 9
		}
	}
	*x = read
	return nil
}

// places returns where the score of each factor stands, nil where the impact
// was not judged.
func places(x *Assessment) [all]*Score {
	a, v := &x.ThreatAgent, &x.Vulnerability
	list := [all]*Score{
		&a.SkillLevel, &a.Motive, &a.Opportunity, &a.Size,
		&v.EaseOfDiscovery, &v.EaseOfExploit, &v.Awareness, &v.IntrusionDetection,
	}
	if t := x.Technical; t != nil {
		copy(list[technical:], []*Score{&t.LossOfConfidentiality, &t.LossOfIntegrity, &t.LossOfAvailability, &t.LossOfAccountability})
	}
	if b := x.Business; b != nil {
		copy(list[business:], []*Score{&b.FinancialDamage, &b.ReputationDamage, &b.NonCompliance, &b.PrivacyViolation})
	}
	return list
}
