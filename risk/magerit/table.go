package magerit

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

const source = "MAGERIT version 3, Libro III, 2.1, pages 6 and 7, as public code that cites the pages has it"

// Tables returns the method "magerit/tables@3": impact from value and
// degradation, risk from impact and probability. Each call returns a value of
// its own.
func Tables() risk.Method {
	degradations := typed.Levels(degradationWords[Degradation1:])
	for i, part := range [...]float64{0.01, 0.1, 1} {
		degradations[i].Value = new(part)
	}
	return risk.Method{
		ID:      "magerit/tables",
		Version: version,
		Title:   "MAGERIT, analysis by tables",
		Source:  source,
		Factors: []risk.Factor{
			{ID: "value", Title: "Value of the asset", Scale: scale()},
			{ID: "degradation", Title: "Degradation of the asset", Scale: risk.Scale{Levels: degradations}},
			{ID: "probability", Title: "Probability of the threat", Role: risk.Likelihood, Scale: scale()},
		},
		Steps: []risk.Step{{
			ID: "impact", Title: "Impact", Role: risk.Consequence, Scale: scale(),
			Of: []string{"value", "degradation"},
			Table: typed.Grid("value", scale().Levels, degradations, func(v, d int) string {
				return levelWords[impact[v][d]]
			}),
		}},
		Of:     []string{"impact", "probability"},
		Levels: scale().Levels,
		Table:  riskTable(),
	}
}

// RiskTable returns the method "magerit/risk@3": risk from impact and
// probability, for impacts that were found otherwise than by the table of
// impact. Each call returns a value of its own.
func RiskTable() risk.Method {
	return risk.Method{
		ID:      "magerit/risk",
		Version: version,
		Title:   "MAGERIT, table of risk",
		Source:  source,
		Factors: []risk.Factor{
			{ID: "impact", Title: "Impact", Role: risk.Consequence, Scale: scale()},
			{ID: "probability", Title: "Probability of the threat", Role: risk.Likelihood, Scale: scale()},
		},
		Levels: scale().Levels,
		Table:  riskTable(),
	}
}

func scale() risk.Scale {
	return risk.Scale{Levels: typed.Levels(levelWords[VeryLow:], levelLabels[:]...)}
}

func riskTable() risk.Table {
	return typed.Grid("impact", scale().Levels, scale().Levels, func(i, p int) string { return levelWords[level[i][p]] })
}
