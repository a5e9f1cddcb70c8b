// Package typed joins the typed inputs of a published method with the same
// method as data: errors, text and tables come from one place.
package typed

import (
	"fmt"

	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/risk"
)

// Refuse returns why m does not rate these inputs. A typed Rate that finds a
// value off its scale asks here, so that both say the same about it.
func Refuse(m risk.Method, in risk.Inputs) error {
	if _, err := m.Rate(in); err != nil {
		return err
	}
	return fmt.Errorf("risk: method %s: got %q, want inputs it does not rate", m.Ref(), in.Text())
}

// Marshal returns the text form of inputs that m rates.
func Marshal(m risk.Method, in risk.Inputs) ([]byte, error) {
	if _, err := m.Rate(in); err != nil {
		return nil, err
	}
	return []byte(in.Text()), nil
}

// Ranks reads inputs in their text form. For each factor of m it returns the
// place of the level on its scale, from 0; -1 where an optional factor is not
// given. What m would not rate is an error.
func Ranks(m risk.Method, text []byte) ([]int, error) {
	in, err := risk.ParseInputs(string(text))
	if err != nil {
		return nil, err
	}
	if _, err := m.Rate(in); err != nil {
		return nil, err
	}
	ranks := make([]int, len(m.Factors))
	for i, f := range m.Factors {
		ranks[i] = -1
		if level, ok := f.Scale.Read(in[f.ID]); ok {
			ranks[i], _ = f.Scale.Rank(level.ID)
		}
	}
	return ranks, nil
}

// Unmarshal is [Ranks] for enumerations whose values, from 1, are the levels of
// the factors: it sets one for each factor of m, in their order. Where it fails
// it sets none.
func Unmarshal(m risk.Method, text []byte, values ...*uint8) error {
	ranks, err := Ranks(m, text)
	if err != nil {
		return err
	}
	if len(values) != len(ranks) {
		return fmt.Errorf("risk: method %s: got %d values, want %d", m.Ref(), len(values), len(ranks))
	}
	for i, rank := range ranks {
		*values[i] = uint8(rank + 1) //nolint:gosec // a scale has at most 100 levels
	}
	return nil
}

// Levels returns levels with these ids and, where there are any, labels.
func Levels(ids []string, labels ...string) []risk.Level {
	levels := make([]risk.Level, len(ids))
	for i, id := range ids {
		levels[i].ID = id
		if i < len(labels) {
			levels[i].Label = labels[i]
		}
	}
	return levels
}

// Grid draws a table of two factors; cell gives its words by the places of both
// levels.
func Grid(row string, rows, columns []risk.Level, cell func(row, column int) string) risk.Table {
	t := risk.Table{append(make([]string, 0, len(columns)+1), row)}
	for _, c := range columns {
		t[0] = append(t[0], c.ID)
	}
	for r := range rows {
		line := append(make([]string, 0, len(columns)+1), rows[r].ID)
		for c := range columns {
			line = append(line, cell(r, c))
		}
		t = append(t, line)
	}
	return t
}

// Value is one typed input: an enumeration whose words are the ids of the
// levels of a factor.
type Value struct {
	Factor string
	Words  enum.Words
	Number uint8 // 0 is not stated
}

// Inputs returns the words of typed values. One that is not stated is left out;
// for one that the enumeration does not have its number stands, which no method
// reads.
func Inputs(values ...Value) risk.Inputs {
	in := make(risk.Inputs, len(values))
	for _, v := range values {
		switch word, err := v.Words.Marshal("", v.Number); {
		case err != nil:
			in[v.Factor] = fmt.Sprintf("number %d", v.Number)
		case len(word) > 0:
			in[v.Factor] = string(word)
		}
	}
	return in
}
