package cvss_test

import (
	"errors"
	"fmt"

	"github.com/ismskit/ismskit/risk/cvss"
)

// CVE-2020-14144: an administrator of a Git server may run commands.
func ExampleParse() {
	v, err := cvss.Parse("CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(v.Score())
	// Output: base 7.2 high
}

// Everything that is wrong is told at once, with its place.
func ExampleParse_errors() {
	_, err := cvss.Parse("CVSS:3.1/AV:Network/AC:L/PR:N/UI:N/S:U/C:H/I:H")
	if errs, ok := errors.AsType[cvss.VectorErrors](err); ok {
		for _, e := range errs {
			fmt.Printf("at %d, %s: %q, perhaps %q\n", e.Offset, e.What, e.Found, e.Hint)
		}
	}
	// Output:
	// at 12, value of AV (Attack Vector): "Network", perhaps "N"
	// at 46, metric A (Availability): "", perhaps ""
}

// What is published is mostly CVSS-B. One's own knowledge makes it another
// score, under another name.
func ExampleVector_Score() {
	v, err := cvss.Parse("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:U")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(v.Score())
	fmt.Println(v.Base().Score())
	// Output:
	// CVSS-BT 9.1 critical
	// CVSS-B 10.0 critical
}

func ExampleVector_Scores() {
	v, err := cvss.Parse("CVSS:3.1/AV:A/AC:H/PR:L/UI:N/S:C/C:H/I:L/A:L/E:F/RL:U/RC:R/CR:H/IR:M/AR:L/MAV:N/MAC:L/MPR:N/MUI:N/MS:C/MC:H/MI:H/MA:H")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range v.Scores() {
		fmt.Println(s)
	}
	// Output:
	// base 7.1 high
	// temporal 6.7 medium
	// environmental 9.4 critical
}

func ExampleVector_Explain() {
	v, err := cvss.Parse("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/MVI:L/AU:Y")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Explain())
	// Output:
	// CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/MVI:L/AU:Y
	// CVSS-BE 8.8 high
	// Attack Vector, AV:N: Network
	// Attack Complexity, AC:L: Low
	// Attack Requirements, AT:N: None
	// Privileges Required, PR:N: None
	// User Interaction, UI:N: None
	// Vulnerable System Confidentiality Impact, VC:H: High
	// Vulnerable System Integrity Impact, VI:H: High (replaced by MVI:L)
	// Vulnerable System Availability Impact, VA:H: High
	// Subsequent System Confidentiality Impact, SC:N: None
	// Subsequent System Integrity Impact, SI:N: None
	// Subsequent System Availability Impact, SA:N: None
	// Exploit Maturity, E:X: Not Defined (counts as Attacked)
	// Confidentiality Requirement, CR:X: Not Defined (counts as High)
	// Integrity Requirement, IR:X: Not Defined (counts as High)
	// Availability Requirement, AR:X: Not Defined (counts as High)
	// Modified Vulnerable System Integrity, MVI:L: Low (in place of VI:H)
	// Automatable, AU:Y: Yes (no part of the score)
}

// A severity is one input of a method of one's own once the organization has
// said what it stands for there. It is no likelihood.
func ExampleLevels() {
	weakness := cvss.Levels{None: "slight", Low: "slight", Medium: "open", High: "gaping", Critical: "gaping"}
	v, err := cvss.Parse("CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N")
	if err != nil {
		fmt.Println(err)
		return
	}
	level, err := weakness.Of(v.Score().Severity)
	inputs := map[string]string{"weakness": level, "threat": "often", "value": "high"} // risk.Inputs
	fmt.Println(inputs["weakness"], err)
	// Output: open <nil>
}
