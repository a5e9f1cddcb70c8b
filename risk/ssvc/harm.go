package ssvc

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Harm is what exploitation of a vulnerability would do.
type Harm struct {
	Safety  Safety
	Mission Mission
}

// Rate returns the human impact of both. It fails where one of them is not
// stated or not on its scale, with a [risk.InputErrors] that names each.
func (h Harm) Rate() (HumanImpact, error) {
	s, m := h.Safety-1, h.Mission-1 // what is not stated wraps round to 255
	if int(s) >= len(humanImpact) || int(m) >= len(humanImpact[0]) {
		return 0, typed.Refuse(HumanImpacts(), h.Inputs())
	}
	return humanImpact[s][m], nil
}

// Inputs returns the inputs of [HumanImpacts]. What is not stated is left out.
func (h Harm) Inputs() risk.Inputs {
	return typed.Inputs(
		typed.Value{Factor: FactorSafety, Words: safetyWords, Number: uint8(h.Safety)},
		typed.Value{Factor: FactorMission, Words: missionWords, Number: uint8(h.Mission)},
	)
}

// Explain rates with the reasons that [HumanImpacts] gives.
func (h Harm) Explain() (risk.Explanation, error) { return HumanImpacts().Explain(h.Inputs()) }

// MarshalText returns both in one line. It fails as Rate does.
func (h Harm) MarshalText() ([]byte, error) { return typed.Marshal(HumanImpacts(), h.Inputs()) }

// UnmarshalText reads them back.
func (h *Harm) UnmarshalText(text []byte) error {
	return typed.Unmarshal(HumanImpacts(), text, (*uint8)(&h.Safety), (*uint8)(&h.Mission))
}

// HumanImpacts returns the method "ssvc/human-impact@1.0.0": the table that
// joins safety and mission impact. Its levels are levels of impact, which
// [Deployer] reads; they are no levels of risk. Each call returns a value of
// its own.
func HumanImpacts() risk.Method {
	return risk.Method{
		ID:      "ssvc/human-impact",
		Version: "1.0.0",
		Title:   "SSVC, human impact",
		Source:  "CERT/CC SSVC, human_impact_1_0_0.csv, commit e3b00a2",
		Factors: harms(),
		Levels:  impactScale().Levels,
		Table:   humanImpactTable(),
	}
}

// harms returns the factors that say what exploitation would do.
func harms() []risk.Factor {
	return []risk.Factor{
		{ID: FactorSafety, Title: "Safety impact", Scale: risk.Scale{Levels: typed.Levels(safetyWords[1:])}},
		{ID: FactorMission, Title: "Mission impact", Scale: risk.Scale{Levels: typed.Levels(missionWords[1:])}},
	}
}

// humanImpactTable draws the array as a table.
func humanImpactTable() risk.Table {
	f := harms()
	return typed.Grid(FactorSafety, f[0].Scale.Levels, f[1].Scale.Levels, func(r, c int) string {
		return humanImpactWords[humanImpact[r][c]]
	})
}
