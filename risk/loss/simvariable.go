package loss

import (
	"fmt"
	"reflect"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/copula"
	tables "github.com/ismskit/ismskit/risk/loss/internal/quantile"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// A variable is something that is drawn once a trial, or once a block of trials.
type variable struct {
	known  float64 // its value, where there is no table
	table  *tables.Table
	once   bool
	shared bool // by its name
	words  words
}

// Words name the uniform numbers of a variable.
type words struct {
	key       streams.Key
	dimension int // of a Sobol sequence; -1 where it has none
}

// A maker makes a program. It keeps the first error.
type maker struct {
	program *program
	acting  []int // controls
	probe   *probe
	tables  map[dist.Dist]*tables.Table
	named   map[streams.Key]words
	copulas []*copula.Copula
	err     error
}

// key returns the name of a stream.
func (m *maker) key(scenario, variable string) streams.Key {
	n := streams.Name{Seed: m.program.options.Seed, Scenario: scenario, Variable: variable}
	if m.probe != nil {
		n.Seed = m.probe.seed(n)
	}
	return n.Key()
}

// words returns those of a variable: with the next dimension, or with that which
// the name has had before, as what is shared is drawn once.
func (m *maker) words(scenario, variable string) words {
	key := m.key(scenario, variable)
	w, ok := m.named[key]
	if !ok {
		w = words{key, m.program.dimensions}
		m.named[key] = w
		m.program.dimensions++
	}
	return w
}

// table returns the quantile table of a distribution. Equal distributions share
// one.
func (m *maker) table(d dist.Dist) *tables.Table {
	comparable := reflect.ValueOf(d).Comparable()
	if comparable && m.tables[d] != nil {
		return m.tables[d]
	}
	t, err := tables.Build(d)
	if err != nil && m.err == nil {
		m.err = fmt.Errorf("loss: simulation: %w", err)
	}
	if comparable {
		m.tables[d] = t
	}
	return t
}

func fixed(x float64) variable { return variable{known: x} }

// variable returns a parameter in a year, of a scenario or, if that is "", of the
// model. Its place is part of its name unless it has one.
func (m *maker) variable(u Uncertain, scenario, place string, year int) variable {
	if x, known := u.value(); known {
		return fixed(x)
	}
	v := variable{
		table: m.table(u.Dist), once: u.Per == Once, shared: u.Name != "",
		words: m.parameter(u, scenario, place, year),
	}
	return m.input(v, u, u.label(scenario, place), u.stream(scenario, place, year))
}

// parameter returns the words of one that is drawn once a trial, or once a block.
func (m *maker) parameter(u Uncertain, scenario, place string, year int) words {
	n := u.stream(scenario, place, year)
	return m.words(n.Scenario, n.Variable)
}

// stream returns the name of that of a parameter, without a seed.
func (u Uncertain) stream(scenario, place string, year int) streams.Name {
	switch once := u.Per == Once; {
	case once && u.Name != "":
		return streams.Name{Variable: "once/" + u.Name}
	case once:
		return streams.Name{Scenario: scenario, Variable: place}
	case u.Name != "":
		return streams.Name{Variable: fmt.Sprintf("parameter/%s/%d", u.Name, year)}
	}
	return streams.Name{Scenario: scenario, Variable: fmt.Sprintf("%s/%d", place, year)}
}

// probability returns one: of what is drawn for each event only the mean matters.
func (m *maker) probability(u Uncertain, scenario, place string, year int) variable {
	if u.Per == Event {
		return fixed(u.Dist.Mean())
	}
	return m.variable(u, scenario, place, year)
}

// isKnown tells whether a variable has one value that is known.
func (v variable) isKnown() bool { return v.table == nil }

// split returns the product of the known ones, and the others.
func split(all ...variable) (known float64, drawn []variable) {
	known = 1
	for _, v := range all {
		if v.isKnown() {
			known = float64(known * v.known)
		} else {
			drawn = append(drawn, v)
		}
	}
	return known, drawn
}
