package ismstest

import "github.com/ismskit/ismskit/risk"

// Levels are the levels of every scale in what Generate makes, lowest first.
var Levels = [3]string{"low", "medium", "high"}

func scale() risk.Scale {
	s := risk.Scale{ID: "three", Title: "Three levels"}
	for _, l := range Levels {
		s.Levels = append(s.Levels, risk.Level{ID: l})
	}
	return s
}

// Method returns a small method of likelihood and consequence, three levels
// each, whose level is the higher of both.
func Method(id, version string) risk.Method {
	m := risk.Method{
		ID: id, Version: version, Title: "The higher of both", Source: "made for tests",
		Factors: []risk.Factor{
			{ID: "likelihood", Role: risk.Likelihood, Scale: scale()},
			{ID: "consequence", Role: risk.Consequence, Scale: scale()},
		},
		Levels: scale().Levels,
		Table:  risk.Table{{"likelihood", Levels[0], Levels[1], Levels[2]}},
	}
	for i, l := range Levels {
		row := []string{l}
		for j := range Levels {
			row = append(row, Levels[max(i, j)])
		}
		m.Table = append(m.Table, row)
	}
	return m
}
