package owasp

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Method returns the method "owasp/risk-rating@036a366". Each call returns a
// value of its own.
func Method() risk.Method {
	m := risk.Method{
		ID: "owasp/risk-rating", Version: "036a366", Title: "OWASP Risk Rating Methodology",
		Source: "OWASP/www-community, pages/OWASP_Risk_Rating_Methodology.md at commit 036a366",
		Steps: []risk.Step{
			step("likelihood", "Likelihood", risk.Likelihood, risk.Mean, ids(threatAgent, technical)...),
			step("technical", "Technical impact", 0, risk.Mean, ids(technical, business)...),
			step("business", "Business impact", 0, risk.Mean, ids(business, all)...),
			step("impact", "Impact: business where known, else technical", risk.Consequence, risk.First, "business", "technical"),
		},
		Of: []string{"impact", "likelihood"}, Levels: typed.Levels(severityWords[1:]),
	}
	scale := typed.Levels(levelWords[1:])
	m.Table = typed.Grid("impact", scale, scale, func(i, l int) string { return severityWords[severities[i][l]] })
	for i, f := range factors {
		m.Factors = append(m.Factors, risk.Factor{ID: f.id, Title: f.title, Optional: i >= technical, Scale: f.options.scale()})
	}
	return m
}

func step(id, title string, role risk.Role, f risk.Formula, of ...string) risk.Step {
	levels := typed.Levels(levelWords[1:])
	for i, from := range bands {
		levels[i].Min = new(float64(from))
	}
	levels[len(bands)-1].Max = new(float64(most))
	return risk.Step{ID: id, Title: title, Role: role, Of: of, Formula: f, Scale: risk.Scale{Levels: levels}}
}
