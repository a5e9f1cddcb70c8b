package risk

// Matrix is the table of a method that has exactly two factors, likelihood and
// consequence, put in the order of their scales: what a heat map is drawn on.
type Matrix struct {
	Likelihood  Scale      `json:"likelihood,omitzero"`
	Consequence Scale      `json:"consequence,omitzero"`
	Levels      []Level    `json:"levels,omitzero"` // of risk, lowest first
	Cells       [][]string `json:"cells,omitzero"`  // Cells[l][c]: level of risk at likelihood l and consequence c
}

// Matrix returns the matrix of the method; ok is false where the method has
// other factors than likelihood and consequence, or has problems.
func (m Method) Matrix() (x Matrix, ok bool) {
	likelihood, haveLikelihood := m.Coordinate(Likelihood)
	consequence, haveConsequence := m.Coordinate(Consequence)
	if !haveLikelihood || !haveConsequence || len(m.Factors) != 2 || len(m.Problems()) > 0 {
		return Matrix{}, false
	}
	x = Matrix{Likelihood: likelihood.Scale, Consequence: consequence.Scale, Levels: m.Levels}
	for _, l := range likelihood.Scale.Levels {
		row := make([]string, 0, len(consequence.Scale.Levels))
		for _, c := range consequence.Scale.Levels {
			r, err := m.Rate(Inputs{likelihood.ID: l.ID, consequence.ID: c.ID})
			if err != nil {
				return Matrix{}, false
			}
			row = append(row, r.Level)
		}
		x.Cells = append(x.Cells, row)
	}
	return x, true
}

// At returns the level of risk at two levels, given by their IDs.
func (x Matrix) At(likelihood, consequence string) (level string, ok bool) {
	l, c := find(x.Likelihood.Levels, likelihood), find(x.Consequence.Levels, consequence)
	if l < 0 || c < 0 || l >= len(x.Cells) || c >= len(x.Cells[l]) {
		return "", false
	}
	return x.Cells[l][c], true
}
