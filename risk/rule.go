package risk

import (
	"slices"
	"strconv"
)

// Limits of a method: its factors and steps together are its values.
const (
	maxFactors = 32
	maxSteps   = 31
	maxValues  = maxFactors + maxSteps // fewer than the bits of a uint64
)

// figures holds what is known of the values of a method during one rating.
type figures struct {
	level   [maxValues]uint8  // index of the level, where leveled
	number  [maxSteps]float64 // what the formula of a step gave
	given   uint64            // the values that are not missing
	leveled uint64
	moves   *moves // what controls do, nil for nothing
}

// moves are by how many levels values are lowered, and how far at most.
type moves struct {
	down, floor [maxValues]uint8
}

// put sets the level of a value, lowered where controls act on it.
func (at *figures) put(v, level int) {
	if m := at.moves; m != nil {
		if floor := min(int(m.floor[v]), level); level-int(m.down[v]) > floor {
			level -= int(m.down[v])
		} else if m.down[v] > 0 {
			level = floor
		}
	}
	at.level[v] = uint8(level) //nolint:gosec // below maxLevels
	at.leveled |= 1 << v
}

// operands are the values that a rule reads, by their index in the method.
type operands struct {
	list [maxValues]uint8
	n    int
}

func (o *operands) add(i int) {
	o.list[o.n] = uint8(i) //nolint:gosec // below maxValues
	o.n++
}

// find returns the place among the operands of the value with this ID, looking
// first at the place where it should be; -1 where there is none.
func (o *operands) find(m *Method, id string, guess int) int {
	if guess < o.n && same(m.valueID(o.list[guess]), id) {
		return guess
	}
	for i := range o.n {
		if same(m.valueID(o.list[i]), id) {
			return i
		}
	}
	return -1
}

// rule returns the i-th rule of the method: step i, and after all steps the last
// rule as if it were a step without ID.
func (m *Method) rule(i int) *Step {
	if i < len(m.Steps) {
		return &m.Steps[i]
	}
	last := m.last()
	return &last
}

func (m *Method) last() Step {
	return Step{Of: m.Of, Table: m.Table, Formula: m.Formula, Weights: m.Weights, Scale: Scale{Levels: m.Levels}}
}

// same is a == b: most words that are compared differ in length or in their
// first letter, which is cheaper to see than to call for.
func same(a, b string) bool {
	return len(a) == len(b) && (len(a) == 0 || a[0] == b[0] && (len(a) == 1 || a == b))
}

// rulePath is the JSON Pointer of what the i-th rule is a part of.
func (m *Method) rulePath(i int) string {
	if i < len(m.Steps) {
		return "/steps/" + strconv.Itoa(i)
	}
	return ""
}

// weight returns the weight of the i-th of the values that the rule reads.
func (s *Step) weight(i int) float64 {
	if i < len(s.Weights) {
		return s.Weights[i]
	}
	return 1
}

// valueID returns the ID of value i: the factors come first, then the steps.
func (m *Method) valueID(i uint8) string {
	if int(i) < len(m.Factors) {
		return m.Factors[i].ID
	}
	return m.Steps[int(i)-len(m.Factors)].ID
}

// valueIDs lists the IDs of all factors and steps.
func (m *Method) valueIDs() []string {
	ids := make([]string, len(m.Factors)+len(m.Steps))
	for i := range ids {
		ids[i] = m.valueID(uint8(i))
	}
	return ids
}

// levels returns the levels of value i.
func (m *Method) levels(i uint8) []Level {
	if int(i) < len(m.Factors) {
		return m.Factors[i].Scale.Levels
	}
	return m.Steps[int(i)-len(m.Factors)].Scale.Levels
}

// value returns the index of the value with this ID among the factors and the
// first steps, looking first from the guess on; -1 where there is none.
func (m *Method) value(id string, steps, guess int) int {
	n := len(m.Factors) + steps
	for i := guess; i < n; i++ {
		if same(m.valueID(uint8(i)), id) { //nolint:gosec // below maxValues
			return i
		}
	}
	for i := range min(guess, n) {
		if same(m.valueID(uint8(i)), id) {
			return i
		}
	}
	return -1
}

// operands finds the values that the i-th rule reads; false where it names one
// that is not there, or one twice.
func (m *Method) operands(i int, of []string, ops *operands) bool {
	if of == nil {
		m.unread(i, ops)
		return ops.n > 0
	}
	var seen uint64
	next := 0
	for _, id := range of {
		at := m.value(id, i, next)
		if at < 0 || seen&(1<<at) != 0 {
			return false
		}
		seen |= 1 << at
		next = at + 1
		ops.add(at)
	}
	return ops.n > 0
}

// unread finds what a rule without names reads: all values before it that no
// step reads.
func (m *Method) unread(i int, ops *operands) {
	for v := range len(m.Factors) + i {
		if !m.isRead(m.valueID(uint8(v))) {
			ops.add(v)
		}
	}
}

func (m *Method) isRead(id string) bool {
	for i := range m.Steps {
		if slices.Contains(m.Steps[i].Of, id) {
			return true
		}
	}
	return false
}
