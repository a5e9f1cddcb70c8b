package risk

// Matrix is the last rule of a method that reads exactly the two coordinates,
// likelihood and consequence, put in the order of their scales: what a heat map
// is drawn on.
type Matrix struct {
	Likelihood  Scale      `json:"likelihood,omitzero"`
	Consequence Scale      `json:"consequence,omitzero"`
	Levels      []Level    `json:"levels,omitzero"` // of risk, lowest first
	Cells       [][]string `json:"cells,omitzero"`  // Cells[l][c]: level of risk at likelihood l and consequence c
}

// Matrix returns the matrix of the method; ok is false where the last rule
// reads other values than likelihood and consequence, or numbers that are finer
// than their levels, and where the method has problems.
func (m Method) Matrix() (x Matrix, ok bool) {
	var ops operands
	last := len(m.Steps)
	if len(m.Problems()) > 0 || !m.operands(last, m.Of, &ops) || ops.n != 2 {
		return Matrix{}, false
	}
	l, c := ops.list[0], ops.list[1]
	if m.valueRole(l) == Consequence {
		l, c = c, l
	}
	if m.valueRole(l) != Likelihood || m.valueRole(c) != Consequence || m.Formula != 0 && (m.numbered(l) || m.numbered(c)) {
		return Matrix{}, false
	}
	likelihood, _ := m.Coordinate(Likelihood)
	consequence, _ := m.Coordinate(Consequence)
	x = Matrix{Likelihood: likelihood.Scale, Consequence: consequence.Scale, Levels: m.Levels}
	at := figures{given: 1<<l | 1<<c, leveled: 1<<l | 1<<c}
	for i := range likelihood.Scale.Levels {
		row := make([]string, 0, len(consequence.Scale.Levels))
		for j := range consequence.Scale.Levels {
			at.level[l], at.level[c] = uint8(i), uint8(j)
			out, err := m.derive(last, m.rule(last), &at, nil)
			if err != nil {
				return Matrix{}, false
			}
			row = append(row, m.Levels[out.level].ID)
		}
		x.Cells = append(x.Cells, row)
	}
	return x, true
}

// valueRole returns the role of value i.
func (m *Method) valueRole(i uint8) Role {
	if int(i) < len(m.Factors) {
		return m.Factors[i].Role
	}
	return m.Steps[int(i)-len(m.Factors)].Role
}

// numbered reports whether value i is a number that formulas read unrounded.
func (m *Method) numbered(i uint8) bool {
	return int(i) >= len(m.Factors) && m.Steps[int(i)-len(m.Factors)].Formula != 0
}

// At returns the level of risk at two levels, given by their IDs.
func (x Matrix) At(likelihood, consequence string) (level string, ok bool) {
	l, c := find(x.Likelihood.Levels, likelihood), find(x.Consequence.Levels, consequence)
	if l < 0 || c < 0 || l >= len(x.Cells) || c >= len(x.Cells[l]) {
		return "", false
	}
	return x.Cells[l][c], true
}
