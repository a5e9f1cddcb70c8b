package ssvc_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/ssvc"
)

// Row 67 of the published table: exploited, on the internet, by hand, with very
// high impact.
func ExampleDecision() {
	p, err := ssvc.Decision{
		Exploitation: ssvc.ActiveExploitation,
		Exposure:     ssvc.OpenExposure,
		Automatable:  ssvc.NotAutomatable,
		HumanImpact:  ssvc.VeryHighImpact,
	}.Rate()
	fmt.Println(p == ssvc.Immediate, err)
	// Output: true <nil>
}

// The answers are one line of text.
func ExampleVulnerability() {
	var v ssvc.Vulnerability
	err := v.UnmarshalText([]byte("exploitation=public poc, exposure=open, automatable=yes, safety=critical, mission=degraded"))
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := v.Rate()
	if err != nil {
		fmt.Println(err)
		return
	}
	word, _ := p.MarshalText()
	fmt.Printf("%s\n", word)
	// Output: scheduled
}

// The example policy: a public proof of concept counts as exploited where
// exploitation is more likely than not.
func ExampleSignals() {
	e, err := ssvc.Signals{EPSS: 0.61, Maturity: ssvc.PublicPoC}.Exploitation()
	fmt.Println(e == ssvc.ActiveExploitation, err)
	// Output: true <nil>
}
