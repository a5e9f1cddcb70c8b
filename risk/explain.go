package risk

import (
	"fmt"
	"slices"
)

// Explanation says how a method came to a rating, in terms from which the
// level can be recomputed with the method at hand.
type Explanation struct {
	Rating   Rating    `json:"rating,omitzero"`
	Readings []Reading `json:"readings,omitzero"` // one a factor, in the order of the method
	Reasons  []Reason  `json:"reasons,omitzero"`  // steps from the readings to the level
}

// Reading says which level the word given for a factor names.
type Reading struct {
	Factor string `json:"factor,omitzero"` // ID of the factor
	Given  string `json:"given,omitzero"`  // the word as given
	Level  string `json:"level,omitzero"`  // ID of the level
}

// Reason is one look into a table.
type Reason struct {
	Path   string   `json:"path,omitzero"`   // JSON Pointer of the cell in the method: /table/3/2
	Row    []string `json:"row,omitzero"`    // the levels that head the row
	Column string   `json:"column,omitzero"` // the level that heads the column
	Value  string   `json:"value,omitzero"`  // the level of risk in the cell
}

// Explain rates like [Method.Rate], with the same errors, and gives the reasons.
func (m Method) Explain(in Inputs) (Explanation, error) {
	rating, row, column, err := m.rate(in)
	if err != nil {
		return Explanation{}, err
	}
	e := Explanation{Rating: rating}
	for _, f := range m.Factors {
		level, _ := f.Scale.Read(in[f.ID])
		e.Readings = append(e.Readings, Reading{Factor: f.ID, Given: in[f.ID], Level: level.ID})
	}
	e.Reasons = []Reason{{
		Path:   fmt.Sprintf("/table/%d/%d", row, column),
		Row:    slices.Clone(m.Table[row][:len(m.Factors)-1]),
		Column: m.Table[0][column],
		Value:  m.Table[row][column],
	}}
	return e, nil
}
