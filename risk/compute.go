package risk

import "math"

// partial reports whether the formula takes the values that are given and does
// without the others.
func (f Formula) partial() bool { return f == Maximum || f == Minimum || f == First }

// compute applies the i-th rule, a formula.
func (m *Method) compute(i int, r *Step, ops *operands, at *figures, trace *[]Reason) (outcome, error) {
	total := fold{formula: r.Formula}
	for k := range ops.n {
		v := ops.list[k]
		if at.given&(1<<v) == 0 {
			continue
		}
		x, ok := m.number(v, at)
		if !ok {
			return outcome{}, m.malformed(m.rulePath(i)+"/formula", "reads a level without value: "+clip(m.valueID(v)))
		}
		total.add(x, r.weight(k))
	}
	x := total.result()
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return outcome{}, m.malformed(m.rulePath(i)+"/formula", "gives no finite number")
	}
	out := outcome{level: -1, number: x, given: true}
	if len(r.Scale.Levels) > 0 {
		if out.level = band(r.Scale.Levels, x); out.level < 0 {
			return outcome{}, m.malformed(m.rulePath(i)+"/formula", "gives "+number(x)+", which is not on the scale")
		}
	}
	if trace != nil {
		*trace = append(*trace, m.formulaReason(i, r, ops, at, out))
	}
	return out, nil
}

// number returns what a formula reads of value v: what the formula of a step
// gave, else the value of the level.
func (m *Method) number(v uint8, at *figures) (float64, bool) {
	if s := int(v) - len(m.Factors); s >= 0 && m.Steps[s].Formula != 0 {
		return at.number[s], true
	}
	if at.leveled&(1<<v) == 0 {
		return 0, false
	}
	value := m.levels(v)[at.level[v]].Value
	if value == nil {
		return 0, false
	}
	return *value, true
}

// fold applies a formula to one number after the other.
type fold struct {
	formula Formula
	n       int
	acc     float64
	weights float64
}

// add takes the next number. Products are rounded before they are added, so
// that every platform gives the same.
func (t *fold) add(x, weight float64) {
	t.n++
	switch {
	case t.formula == Sum || t.formula == Mean:
		t.acc += float64(weight * x)
		t.weights += weight
	case t.n == 1:
		t.acc = x
	case t.formula == Product:
		t.acc *= x
	case t.formula == Maximum && x > t.acc, t.formula == Minimum && x < t.acc:
		t.acc = x
	case t.formula == Quotient:
		t.acc /= x
	}
}

// result returns what the formula gives, no number where it cannot.
func (t *fold) result() float64 {
	switch {
	case t.formula == Mean:
		return t.acc / t.weights
	case t.formula == Quotient && t.n != 2, t.formula > First:
		return math.NaN()
	}
	return t.acc
}

// band returns the index of the level that x is at: the highest whose Min it
// reaches; -1 where it is below the lowest or above the Max of the top level.
func band(levels []Level, x float64) int {
	if math.IsNaN(x) {
		return -1
	}
	top := len(levels) - 1
	if high := levels[top].Max; high != nil && x > *high {
		return -1
	}
	for i := top; i >= 0; i-- {
		if low := levels[i].Min; low != nil && x >= *low || low == nil && i == 0 {
			return i
		}
	}
	return -1
}

// At returns the level of the scale that the number x is at: the highest whose
// Min it reaches. The lowest level may leave Min open. ok is false where x is
// below the lowest Min, above the Max of the top level, or no number.
func (s Scale) At(x float64) (l Level, ok bool) {
	if len(s.Levels) == 0 {
		return Level{}, false
	}
	i := band(s.Levels, x)
	if i < 0 {
		return Level{}, false
	}
	return s.Levels[i], true
}
