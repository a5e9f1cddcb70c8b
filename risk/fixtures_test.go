//nolint:dupword // a table says a word twice
package risk_test

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/risk"
)

// levels makes levels of words "id" or "id=label".
func levels(words string) []risk.Level {
	var list []risk.Level
	for word := range strings.FieldsSeq(words) {
		id, label, _ := strings.Cut(word, "=")
		list = append(list, risk.Level{ID: id, Label: label})
	}
	return list
}

// table makes a table of lines of words.
func table(lines ...string) risk.Table {
	var t risk.Table
	for _, line := range lines {
		t = append(t, strings.Fields(line))
	}
	return t
}

// office is a matrix of 2 × 3, result in three levels.
func office() risk.Method {
	return risk.Method{
		ID: "acme/office", Version: "3", Title: "Office", Source: "board decision 2026-4",
		Factors: []risk.Factor{
			{ID: "likelihood", Role: risk.Likelihood, Scale: risk.Scale{Levels: levels("rare=Rare likely=Likely")}},
			{ID: "harm", Role: risk.Consequence, Scale: risk.Scale{Levels: levels("minor major=Major severe")}},
		},
		Levels: levels("green=Low amber=Medium red=High"),
		Table: table(
			"likelihood minor major severe",
			"rare       green green amber",
			"likely     green red   red",
		),
	}
}

// plant has three factors, none of them a coordinate; more guard is less risk.
func plant() risk.Method {
	return risk.Method{
		ID: "acme/plant", Version: "1",
		Factors: []risk.Factor{
			{ID: "value", Scale: risk.Scale{Levels: levels("low high")}},
			{ID: "threat", Scale: risk.Scale{Levels: levels("rare often")}},
			{ID: "guard", Scale: risk.Scale{Levels: levels("none some good")}},
		},
		Levels: levels("1 2 3"),
		Table: table(
			"value threat none some good",
			"low   rare   2    1    1",
			"low   often  2    2    1",
			"high  rare   3    2    1",
			"high  often  3    3    2",
		),
	}
}

// tuples yields the inputs for every combination of levels.
func tuples(m risk.Method) iter.Seq[risk.Inputs] {
	return func(yield func(risk.Inputs) bool) {
		at := make([]int, len(m.Factors))
		for {
			in := risk.Inputs{}
			for i, f := range m.Factors {
				in[f.ID] = f.Scale.Levels[at[i]].ID
			}
			if !yield(in) {
				return
			}
			i := 0
			for ; i < len(at); i++ {
				at[i] = (at[i] + 1) % len(m.Factors[i].Scale.Levels)
				if at[i] > 0 {
					break
				}
			}
			if i == len(at) {
				return
			}
		}
	}
}

// key writes inputs in the order of their factors' names.
func key(in risk.Inputs) string { return fmt.Sprint(map[string]string(in)) }

// textbook reads a table as its definition says, without any cleverness: each
// cell belongs to the levels that head its row and its column. It judges Rate.
func textbook(m risk.Method) map[string]string {
	cells, lead := map[string]string{}, len(m.Factors)-1
	heading := m.Table[0]
	var rest string
	for _, f := range m.Factors {
		if !slices.Contains(heading[:lead], f.ID) {
			rest = f.ID
		}
	}
	for _, row := range m.Table[1:] {
		for c := lead; c < len(row); c++ {
			in := risk.Inputs{rest: heading[c]}
			for i := range lead {
				in[heading[i]] = row[i]
			}
			cells[key(in)] = row[c]
		}
	}
	return cells
}

// random makes a method without problems, its table in any order.
func random(r *rand.Rand) risk.Method {
	m := risk.Method{ID: "random/" + strconv.Itoa(r.IntN(100)), Version: strconv.Itoa(r.IntN(9)), Title: "t", Source: "s"}
	for i := range 1 + r.IntN(4) {
		f := risk.Factor{ID: fmt.Sprintf("f%d", i), Title: "t", Scale: randomScale(r)}
		f.Role = risk.Role(i)
		if i > 2 {
			f.Role = 0
		}
		m.Factors = append(m.Factors, f)
	}
	m.Levels = randomScale(r).Levels
	fill(r, &m)
	return m
}

// randomScale makes a scale of 1 to 6 levels; the same words come in many.
func randomScale(r *rand.Rand) risk.Scale {
	s := risk.Scale{ID: "s", Title: "t", Unit: "EUR"}
	names := r.Perm(8)
	low := 0.0
	for i := range 1 + r.IntN(6) {
		high := low + float64(r.IntN(3))
		l := risk.Level{ID: fmt.Sprintf("v%d", names[i]), Meaning: "m", Min: new(low), Max: new(high)}
		if r.IntN(2) == 0 {
			l.Label = fmt.Sprintf("label %d", names[i])
		}
		s.Levels = append(s.Levels, l)
		low = high
	}
	return s
}

// fill gives m a complete table of random cells in random order.
func fill(r *rand.Rand, m *risk.Method) {
	order := r.Perm(len(m.Factors))
	lead, last := order[:len(order)-1], m.Factors[order[len(order)-1]]
	heading := []string{}
	for _, i := range lead {
		heading = append(heading, m.Factors[i].ID)
	}
	for _, i := range r.Perm(len(last.Scale.Levels)) {
		heading = append(heading, last.Scale.Levels[i].ID)
	}
	heads := [][]string{{}}
	for _, i := range lead {
		var longer [][]string
		for _, head := range heads {
			for _, l := range m.Factors[i].Scale.Levels {
				longer = append(longer, append(slices.Clone(head), l.ID))
			}
		}
		heads = longer
	}
	m.Table = risk.Table{heading}
	for _, i := range r.Perm(len(heads)) {
		row := heads[i]
		for range last.Scale.Levels {
			row = append(row, m.Levels[r.IntN(len(m.Levels))].ID)
		}
		m.Table = append(m.Table, row)
	}
}

// shuffled returns m with its factors, rows and columns in another order, and
// other factors leading the table.
func shuffled(r *rand.Rand, m risk.Method) risk.Method {
	cells := textbook(m)
	m.Factors = slices.Clone(m.Factors)
	r.Shuffle(len(m.Factors), func(i, j int) { m.Factors[i], m.Factors[j] = m.Factors[j], m.Factors[i] })
	fill(r, &m)
	lead := len(m.Factors) - 1
	heading := m.Table[0]
	for _, row := range m.Table[1:] {
		for c := lead; c < len(row); c++ {
			in := risk.Inputs{}
			for _, f := range m.Factors {
				in[f.ID] = heading[c]
			}
			for i := range lead {
				in[heading[i]] = row[i]
			}
			row[c] = cells[key(in)]
		}
	}
	return m
}
