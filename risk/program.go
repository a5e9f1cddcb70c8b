package risk

import (
	"math"
	"slices"
)

// program is a method without problems made ready to rate many combinations of
// inputs: words have become indices, tables dense. Combinations are gone
// through with the last factor fastest, so that most of each rule stands as it
// was.
type program struct {
	m       *Method
	options []int      // of each factor: its levels, and being left out
	rules   []prog     // of the steps, then the last one
	parts   [][]partly // of each rule: what it has put together before each value
	after   [][]redo   // what to do again when factors from i on have changed
	at      [maxFactors]int
	slots   known
}

// redo is a rule to apply again from its k-th value on.
type redo struct{ rule, from int }

// slot is what is known of a value. A value that is missing is not given; one
// whose rule lacks some of its values is refused, and all that read it are.
type slot struct {
	number  float64
	level   uint8
	given   bool
	refused bool
}

// known holds what is known of each value, and of what the last rule gives.
type known [maxValues + 1]slot

// prog is one rule.
type prog struct {
	of      []operand
	table   []uint8
	formula Formula
	mins    []float64 // where its levels begin; nil for a step without levels
}

// operand is a value that a rule reads.
type operand struct {
	value  uint8
	levels int // how many it has
	stride int // in the table
	weight float64
	values []float64 // for a formula, by level; nil where it reads a number
}

// partly is what a rule has put together of its first values.
type partly struct {
	fold    fold
	index   int
	given   int
	refused bool
}

// refused is the rank of inputs that lack a factor.
const refused = math.MaxUint8

func (m *Method) program() *program {
	p := &program{m: m, after: make([][]redo, len(m.Factors))}
	for i := range m.Factors {
		n := len(m.Factors[i].Scale.Levels)
		if m.Factors[i].Optional {
			n++
		}
		p.options = append(p.options, n)
	}
	last := make([]int, len(m.Factors)+len(m.Steps)+1) // of the factors behind each value
	for i := range m.Factors {
		last[i] = i
	}
	for i := range len(m.Steps) + 1 {
		g := m.prog(i)
		for _, o := range g.of {
			last[len(m.Factors)+i] = max(last[len(m.Factors)+i], last[o.value])
		}
		for f := range m.Factors {
			if k := slices.IndexFunc(g.of, func(o operand) bool { return last[o.value] >= f }); k >= 0 {
				p.after[f] = append(p.after[f], redo{i, k})
			}
		}
		parts := make([]partly, len(g.of)+1)
		parts[0] = g.start()
		p.rules, p.parts = append(p.rules, g), append(p.parts, parts)
	}
	for f := range p.options {
		p.set(f, 0)
	}
	p.apply(0)
	return p
}

func (m *Method) prog(i int) prog {
	r := m.rule(i)
	var ops operands
	m.operands(i, r.Of, &ops)
	g := prog{of: make([]operand, ops.n), formula: r.Formula}
	stride := 1
	for k, v := range ops.list[:ops.n] {
		levels := len(m.levels(v))
		g.of[k] = operand{value: v, levels: levels, stride: stride, weight: r.weight(k)}
		if r.Formula != 0 {
			g.of[k].values = m.valuesOf(v)
		}
		stride *= max(1, levels)
	}
	if r.Formula == 0 {
		g.table = m.dense(i, r)
		return g
	}
	for _, l := range r.Scale.Levels {
		low := math.Inf(-1)
		if l.Min != nil {
			low = *l.Min
		}
		g.mins = append(g.mins, low)
	}
	return g
}

// valuesOf lists the numbers of the levels of value v; nil where formulas read
// the number that it is.
func (m *Method) valuesOf(v uint8) []float64 {
	if m.numbered(v) {
		return nil
	}
	list := make([]float64, 0, len(m.levels(v)))
	for _, l := range m.levels(v) {
		x := math.NaN()
		if l.Value != nil {
			x = *l.Value
		}
		list = append(list, x)
	}
	return list
}

// dense lays out a table by the indices of levels, the first value fastest.
func (m *Method) dense(i int, r *Step) []uint8 {
	s := m.spread(i, r)
	table := make([]uint8, len(s.rank))
	for k, rank := range s.rank {
		table[k] = uint8(rank) //nolint:gosec // below maxLevels
	}
	return table
}

// tuples returns how many combinations of inputs there are, or ok false where
// they are more than most.
func (p *program) tuples(most int) (n int, ok bool) {
	n = 1
	for _, k := range p.options {
		if n > most/k {
			return 0, false
		}
		n *= k
	}
	return n, true
}

// set puts factor f to an option.
func (p *program) set(f, option int) {
	p.at[f] = option
	p.slots[f] = slot{}
	if option < len(p.m.Factors[f].Scale.Levels) {
		p.slots[f] = slot{level: uint8(option), given: true} //nolint:gosec // below maxLevels
	}
}

// next goes on to the next combination.
func (p *program) next() {
	for f, n := range slices.Backward(p.options) {
		if p.at[f]+1 < n {
			p.set(f, p.at[f]+1)
			p.apply(f)
			return
		}
		p.set(f, 0)
	}
}

// apply applies again what the factors from f on bear on.
func (p *program) apply(f int) {
	for _, r := range p.after[f] {
		p.slots[len(p.m.Factors)+r.rule] = p.rules[r.rule].apply(&p.slots, p.parts[r.rule], r.from)
	}
}

// rank returns the rank of the level of risk, refused where a factor is
// missing.
func (p *program) rank() uint8 {
	s := &p.slots[len(p.m.Factors)+len(p.m.Steps)]
	if !s.given {
		return refused
	}
	return s.level
}

// inputs returns the combination as words.
func (p *program) inputs() Inputs {
	in := Inputs{}
	for f := range p.options {
		if levels := p.m.Factors[f].Scale.Levels; p.at[f] < len(levels) {
			in[p.m.Factors[f].ID] = levels[p.at[f]].ID
		}
	}
	return in
}

// start is what the rule has put together before its first value.
func (g *prog) start() partly { return partly{fold: fold{formula: g.formula}} }

// apply applies the rule from its k-th value on.
func (g *prog) apply(at *known, parts []partly, k int) slot {
	for ; k < len(g.of); k++ {
		o := &g.of[k]
		parts[k+1] = parts[k]
		parts[k+1].add(o, &at[o.value])
	}
	return g.result(&parts[len(g.of)])
}

// add puts the next value to a part.
func (p *partly) add(o *operand, s *slot) {
	switch {
	case !s.given:
		p.refused = p.refused || s.refused
		return
	case p.fold.formula == 0:
		p.index += int(s.level) * o.stride
	case o.values == nil:
		p.fold.add(s.number, o.weight)
	default:
		p.fold.add(o.values[s.level], o.weight)
	}
	p.given++
}

// result is what the rule gives for all its values.
func (g *prog) result(all *partly) slot {
	switch {
	case all.refused, all.given > 0 && all.given < len(g.of) && !g.formula.partial():
		return slot{refused: true}
	case all.given == 0:
		return slot{}
	case g.formula == 0:
		return slot{level: g.table[all.index], given: true}
	}
	x := all.fold.result()
	return slot{level: g.band(x), number: x, given: true}
}

// band returns the index of the level that x is at, 0 where there are none.
func (g *prog) band(x float64) uint8 {
	for i := len(g.mins) - 1; i > 0; i-- {
		if x >= g.mins[i] {
			return uint8(i) //nolint:gosec // below maxLevels
		}
	}
	return 0
}
