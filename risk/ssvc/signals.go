package ssvc

import "fmt"

// Signals is what public sources say of the exploitation of a vulnerability.
type Signals struct {
	// KEV is whether it is in CISA's catalog of known exploited vulnerabilities.
	KEV bool `json:"kev,omitzero"`
	// EPSS is the probability, 0 to 1, of exploitation in the next 30 days that
	// the Exploit Prediction Scoring System states; not the percentile. Where
	// there is none, 0 changes nothing.
	EPSS float64 `json:"epss,omitzero"`
	// Maturity is what the exploit maturity (E) of CVSS says: unreported is
	// [NoExploitation], a proof of concept [PublicPoC], attacked
	// [ActiveExploitation].
	Maturity Exploitation `json:"maturity,omitzero"`
}

// Exploitation applies the example policy of the SSVC documentation ("Combining
// EPSS with other exploitation-related decision points"). It is an example of
// how an organization may decide, not a part of SSVC. The first rule that
// applies decides:
//
//	in KEV            active
//	EPSS > 0.90       active
//	EPSS 0.75–0.90    one step above the maturity
//	EPSS 0.55–0.75    a public proof of concept counts as active
//	else              the maturity
//
// The documentation leaves open what holds at exactly 0.55 and 0.75. Here both
// belong to the range that begins with them, the more cautious reading; 0.90
// belongs to the range that ends with it, because the rule above says greater.
// The SIG that publishes EPSS names no ranges at all, and warns of them.
//
// It fails where EPSS is not between 0 and 1, and where a rule needs the
// maturity and it is not stated.
func (s Signals) Exploitation() (Exploitation, error) {
	if !(s.EPSS >= 0 && s.EPSS <= 1) { // so that NaN is refused
		return 0, fmt.Errorf("ssvc: EPSS: got %v, want a probability from 0 to 1", s.EPSS)
	}
	if s.Maturity > ActiveExploitation {
		return 0, fmt.Errorf("ssvc: maturity: got the number %d, want none, public poc or active", s.Maturity)
	}
	switch {
	case s.KEV, s.EPSS > 0.90:
		return ActiveExploitation, nil
	case s.Maturity == 0:
		return 0, fmt.Errorf("ssvc: maturity: not stated, want none, public poc or active: not in KEV, and EPSS %v is not above 0.90", s.EPSS)
	case s.EPSS >= 0.75:
		return min(s.Maturity+1, ActiveExploitation), nil
	case s.EPSS >= 0.55 && s.Maturity == PublicPoC:
		return ActiveExploitation, nil
	}
	return s.Maturity, nil
}
