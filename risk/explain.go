package risk

import (
	"fmt"
	"slices"
)

// Explanation says how a method came to a rating, in terms from which the
// level can be recomputed with the method at hand.
type Explanation struct {
	Rating   Rating    `json:"rating,omitzero"`
	Readings []Reading `json:"readings,omitzero"` // one a factor that is given, in the order of the method
	Reasons  []Reason  `json:"reasons,omitzero"`  // steps from the readings to the level
}

// Reading says which level the word given for a factor names.
type Reading struct {
	Factor string `json:"factor,omitzero"` // ID of the factor
	Given  string `json:"given,omitzero"`  // the word as given
	Level  string `json:"level,omitzero"`  // ID of the level
}

// Reason is one look into a table, or one use of a formula.
type Reason struct {
	// Path is the JSON Pointer of the cell or of the formula in the method:
	// /table/3/2, /steps/0/formula.
	Path string `json:"path,omitzero"`
	Step string `json:"step,omitzero"` // ID of the step; "" for the level of risk
	// Row are the levels that head the row of the cell, Column the one that
	// heads the column.
	Row    []string `json:"row,omitzero"`
	Column string   `json:"column,omitzero"`
	// Formula was applied to Terms and gave Number, which is nil for a table.
	Formula Formula  `json:"formula,omitzero"`
	Terms   []Term   `json:"terms,omitzero"`
	Number  *float64 `json:"number,omitzero"`
	// Value is the level in the cell, or the one that Number is at; "" for a
	// step without levels.
	Value string `json:"value,omitzero"`
}

// Term is a number that went into a formula.
type Term struct {
	Of     string  `json:"of,omitzero"`    // ID of the factor or step
	Level  string  `json:"level,omitzero"` // ID of its level, "" where it has none
	Number float64 `json:"number"`
	Weight float64 `json:"weight"`
}

// Explain rates like [Method.Rate], with the same errors, and gives the reasons.
func (m Method) Explain(in Inputs) (Explanation, error) {
	var at figures
	reasons := make([]Reason, 0, len(m.Steps)+1)
	result, err := m.rate(in, &at, &reasons)
	if err != nil {
		return Explanation{}, err
	}
	e := Explanation{Rating: m.rating(&at, result), Reasons: reasons}
	for _, f := range m.Factors {
		if level, ok := f.Scale.Read(in[f.ID]); ok {
			e.Readings = append(e.Readings, Reading{Factor: f.ID, Given: in[f.ID], Level: level.ID})
		}
	}
	return e, nil
}

func (m *Method) cellReason(i int, r *Step, lead, row, column int) Reason {
	return Reason{
		Path: fmt.Sprintf("%s/table/%d/%d", m.rulePath(i), row, column), Step: r.ID,
		Row: slices.Clone(r.Table[row][:lead]), Column: r.Table[0][column], Value: r.Table[row][column],
	}
}

func (m *Method) formulaReason(i int, r *Step, ops *operands, at *figures, out outcome) Reason {
	reason := Reason{Path: m.rulePath(i) + "/formula", Step: r.ID, Formula: r.Formula, Number: &out.number}
	if out.level >= 0 {
		reason.Value = r.Scale.Levels[out.level].ID
	}
	for k := range ops.n {
		v := ops.list[k]
		if at.given&(1<<v) == 0 {
			continue
		}
		x, _ := m.number(v, at)
		term := Term{Of: m.valueID(v), Number: x, Weight: r.weight(k)}
		if at.leveled&(1<<v) != 0 {
			term.Level = m.levels(v)[at.level[v]].ID
		}
		reason.Terms = append(reason.Terms, term)
	}
	return reason
}
