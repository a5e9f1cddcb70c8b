package risk

import (
	"cmp"
	"fmt"
)

// Prepared is a method made ready to rate many risks: words are hashed, tables
// laid out by the places of levels, so that a rating costs little more than
// looking up its inputs. [Method.Prepare] makes it. Rating does not change it, so
// several goroutines may use it.
type Prepared struct {
	method  Method // says what is wrong with inputs
	factors []question
	rules   []prog   // of the steps, then the last one
	levels  []string // of risk
	roles   [Consequence + 1]coordinate
}

// question is a factor made ready.
type question struct {
	id       string
	optional bool
	words    lexicon
}

// coordinate is the value that gives a coordinate of the rating.
type coordinate struct {
	value  uint8
	levels []string // nil where no value does, or it is a number without levels
}

// Prepare makes the method ready to rate many risks, which pays from some
// hundred ratings on: it goes through the whole method, and the error is
// [ErrMalformed] with the first of its Problems. Do not change the method
// afterwards.
func (m Method) Prepare() (*Prepared, error) {
	if ps := m.Problems(); len(ps) > 0 {
		return nil, fmt.Errorf("risk: %w: %s: %s", ErrMalformed, cmp.Or(m.Ref().String(), "no id"), ps[0])
	}
	p := &Prepared{
		method: m, factors: make([]question, len(m.Factors)), rules: make([]prog, len(m.Steps)+1), levels: words(m.Levels),
	}
	for i, f := range m.Factors {
		p.factors[i] = question{f.ID, f.Optional, newLexicon(f.Scale.Levels)}
	}
	for i := range p.rules {
		p.rules[i] = m.prog(i)
	}
	for v := range uint8(len(m.Factors) + len(m.Steps)) { //nolint:gosec // at most maxValues
		if r := m.valueRole(v); r != 0 {
			p.roles[r] = coordinate{v, words(m.levels(v))}
		}
	}
	return p, nil
}

// Rate gives the rating of the inputs: the same as [Method.Rate], with the same
// errors. It allocates nothing when it succeeds.
func (p *Prepared) Rate(in Inputs) (Rating, error) {
	var at known
	if !p.read(in, &at) {
		return p.method.Rate(in)
	}
	last := p.derive(&at)
	if !last.given {
		return p.method.Rate(in)
	}
	return Rating{
		Method:      p.method.Ref(),
		Likelihood:  p.roles[Likelihood].level(&at),
		Consequence: p.roles[Consequence].level(&at),
		Level:       p.levels[last.level],
	}, nil
}

// read finds the level of each factor; false where an input is missing, unknown
// or too many.
func (p *Prepared) read(in Inputs, at *known) bool {
	n := 0
	for i := range p.factors {
		f := &p.factors[i]
		word, has := in[f.id]
		if has {
			n++
		}
		if word == "" && f.optional {
			continue
		}
		level := f.words.find(word)
		if level < 0 {
			return false
		}
		at[i] = slot{level: uint8(level), given: true} //nolint:gosec // below maxLevels
	}
	return n == len(in)
}

// derive applies all rules and returns what the last one gives.
func (p *Prepared) derive(at *known) (last slot) {
	for i := range p.rules {
		g := &p.rules[i]
		all := g.start()
		for k := range g.of {
			o := &g.of[k]
			all.add(o, &at[o.value])
		}
		last = g.result(&all)
		at[len(p.factors)+i] = last
	}
	return last
}

// level returns the level of the value, "" where there is none.
func (c *coordinate) level(at *known) string {
	if len(c.levels) == 0 || !at[c.value].given {
		return ""
	}
	return c.levels[at[c.value].level]
}
