package ssvc

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// IDs of the factors of the methods.
const (
	FactorExploitation = "exploitation"
	FactorExposure     = "exposure"
	FactorAutomatable  = "automatable"
	FactorHumanImpact  = "human-impact" // a step of [Vulnerabilities]
	FactorSafety       = "safety"
	FactorMission      = "mission"
)

// Decision is what a deployer knows of a vulnerability in one of its systems.
type Decision struct {
	Exploitation Exploitation
	Exposure     Exposure
	Automatable  Automatable
	HumanImpact  HumanImpact
}

// Rate returns how soon to act. It fails where a decision point is not stated
// or not on its scale, with a [risk.InputErrors] that names each.
func (d Decision) Rate() (Priority, error) {
	// What is not stated wraps round to 255.
	e, x, a, h := d.Exploitation-1, d.Exposure-1, d.Automatable-1, d.HumanImpact-1
	if int(e) >= len(deployer) || int(x) >= len(deployer[0]) || int(a) >= len(deployer[0][0]) || int(h) >= len(deployer[0][0][0]) {
		return 0, typed.Refuse(Deployer(), d.Inputs())
	}
	return deployer[e][x][a][h], nil
}

// Inputs returns the inputs of [Deployer]. What is not stated is left out.
func (d Decision) Inputs() risk.Inputs {
	return typed.Inputs(
		typed.Value{Factor: FactorExploitation, Words: exploitationWords, Number: uint8(d.Exploitation)},
		typed.Value{Factor: FactorExposure, Words: exposureWords, Number: uint8(d.Exposure)},
		typed.Value{Factor: FactorAutomatable, Words: automatableWords, Number: uint8(d.Automatable)},
		typed.Value{Factor: FactorHumanImpact, Words: humanImpactWords, Number: uint8(d.HumanImpact)},
	)
}

// Explain rates with the reasons that [Deployer] gives.
func (d Decision) Explain() (risk.Explanation, error) { return Deployer().Explain(d.Inputs()) }

// MarshalText returns the decision points in one line. It fails as Rate does.
func (d Decision) MarshalText() ([]byte, error) { return typed.Marshal(Deployer(), d.Inputs()) }

// UnmarshalText reads them back.
func (d *Decision) UnmarshalText(text []byte) error {
	return typed.Unmarshal(Deployer(), text,
		(*uint8)(&d.Exploitation), (*uint8)(&d.Exposure), (*uint8)(&d.Automatable), (*uint8)(&d.HumanImpact))
}

// Deployer returns the method "ssvc/deployer@1.0.0": the decision table of who
// deploys what is vulnerable, Deployer Patch Application Priority 1.0.0. Each
// call returns a value of its own.
func Deployer() risk.Method {
	return risk.Method{
		ID:      "ssvc/deployer",
		Version: "1.0.0",
		Title:   "SSVC, deployer patch application priority",
		Source:  "CERT/CC SSVC, deployer_patch_application_priority_1_0_0.csv, commit e3b00a2",
		Factors: append(circumstances(),
			risk.Factor{ID: FactorHumanImpact, Title: "Human impact", Role: risk.Consequence, Scale: impactScale()}),
		Levels: typed.Levels(priorityWords[1:]),
		Table:  deployerTable(),
	}
}

// circumstances returns the factors that say how the vulnerability stands,
// without what it would do.
func circumstances() []risk.Factor {
	return []risk.Factor{
		{ID: FactorExploitation, Title: "Exploitation", Scale: risk.Scale{Levels: typed.Levels(exploitationWords[1:])}},
		{ID: FactorExposure, Title: "System exposure", Scale: risk.Scale{Levels: typed.Levels(exposureWords[1:])}},
		{ID: FactorAutomatable, Title: "Automatable", Scale: risk.Scale{Levels: typed.Levels(automatableWords[1:])}},
	}
}

func impactScale() risk.Scale { return risk.Scale{Levels: typed.Levels(humanImpactWords[1:])} }

// deployerTable draws the array as a table.
func deployerTable() risk.Table {
	t := risk.Table{append([]string{FactorExploitation, FactorExposure, FactorAutomatable}, humanImpactWords[1:]...)}
	for e := range deployer {
		for x := range deployer[e] {
			for a, priorities := range deployer[e][x] {
				row := []string{exploitationWords[e+1], exposureWords[x+1], automatableWords[a+1]}
				for _, p := range priorities {
					row = append(row, priorityWords[p])
				}
				t = append(t, row)
			}
		}
	}
	return t
}
