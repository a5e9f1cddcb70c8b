package risk

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
)

// ErrMalformed is the error of a method that cannot rate inputs that name its
// levels: a table has no cell for them, a cell names no level, a formula lacks
// a number. [Method.Problems] says what is wrong with it.
var ErrMalformed = errors.New("method is malformed")

// Rate gives the rating of the inputs. Each factor that is not optional needs a
// word that is the ID or the label of a level of its scale, and there may be no
// further inputs; otherwise the error is an [InputErrors] that names them all.
// It allocates nothing when it succeeds.
//
// Rate trusts the method: call [Method.Problems] once before, or, for a register
// of many risks, [Method.Prepare], which also rates faster. For a malformed
// method the error is [ErrMalformed] or the rating the one its rules give; it
// never panics.
func (m Method) Rate(in Inputs) (Rating, error) {
	var at figures
	result, err := m.rate(in, &at, nil)
	if err != nil {
		return Rating{}, err
	}
	return m.rating(&at, result), nil
}

// Score returns the number that the level of risk was read from, where the last
// rule is a formula; ok is false where it is a table. Within one version of a
// method scores order the risks of one level; they mean nothing across methods.
// Errors are those of [Method.Rate].
func (m Method) Score(in Inputs) (score float64, ok bool, err error) {
	var at figures
	result, err := m.rate(in, &at, nil)
	return result.number, err == nil && m.Formula != 0, err
}

// outcome is what a rule gives.
type outcome struct {
	level  int // index of the level, -1 for none
	number float64
	given  bool
}

// rate derives all steps and then the level of risk. Where trace is not nil it
// collects the reasons.
func (m *Method) rate(in Inputs, at *figures, trace *[]Reason) (outcome, error) {
	if !m.read(in, at) {
		return outcome{}, m.refuse(in)
	}
	for i := range m.Steps {
		out, err := m.derive(i, &m.Steps[i], at, trace)
		if err != nil {
			return outcome{}, err
		}
		if !out.given {
			continue
		}
		bit := uint64(1) << (len(m.Factors) + i)
		at.given |= bit
		at.number[i] = out.number
		if out.level >= 0 {
			at.put(len(m.Factors)+i, out.level)
		}
	}
	last := m.last()
	out, err := m.derive(len(m.Steps), &last, at, trace)
	switch {
	case err != nil:
		return outcome{}, err
	case !out.given:
		return outcome{}, m.missing(at, len(m.Steps))
	case out.level < 0:
		return outcome{}, m.malformed("/levels", "has no level")
	}
	return out, nil
}

// rating puts the result together with the coordinates.
func (m *Method) rating(at *figures, result outcome) Rating {
	rating := Rating{Method: m.Ref(), Level: m.Levels[result.level].ID}
	for i := range m.Factors {
		if m.Factors[i].Role != 0 {
			m.coordinate(&rating, m.Factors[i].Role, uint8(i), at)
		}
	}
	for i := range m.Steps {
		if m.Steps[i].Role != 0 {
			m.coordinate(&rating, m.Steps[i].Role, uint8(len(m.Factors)+i), at) //nolint:gosec // below maxValues
		}
	}
	return rating
}

func (m *Method) coordinate(rating *Rating, role Role, value uint8, at *figures) {
	if at.leveled&(1<<value) == 0 {
		return
	}
	id := m.levels(value)[at.level[value]].ID
	if role == Likelihood {
		rating.Likelihood = id
	} else {
		rating.Consequence = id
	}
}

// derive applies the i-th rule, which is r.
func (m *Method) derive(i int, r *Step, at *figures, trace *[]Reason) (outcome, error) {
	var ops operands
	if !m.operands(i, r.Of, &ops) {
		return outcome{}, m.malformed(m.rulePath(i)+"/of", "does not name the values that the rule reads")
	}
	given := 0
	for k := range ops.n {
		if at.given&(1<<ops.list[k]) != 0 {
			given++
		}
	}
	switch {
	case given == 0:
		return outcome{}, nil
	case given < ops.n && !r.Formula.partial():
		return outcome{}, m.missing(at, i)
	case r.Formula != 0:
		return m.compute(i, r, &ops, at, trace)
	}
	return m.lookUp(i, r, &ops, at, trace)
}

// lookUp applies the i-th rule, a table.
func (m *Method) lookUp(i int, r *Step, ops *operands, at *figures, trace *[]Reason) (outcome, error) {
	for k := range ops.n {
		if v := ops.list[k]; at.leveled&(1<<v) == 0 {
			return outcome{}, m.malformed(m.rulePath(i)+"/of/"+strconv.Itoa(k), "names a value that has no levels")
		}
	}
	l := lookup{m: m, table: r.Table, of: ops, at: at}
	row, column, ok := l.cell()
	if !ok {
		return outcome{}, m.malformed(m.rulePath(i)+"/table", "has no cell for the inputs")
	}
	level := find(r.Scale.Levels, r.Table[row][column])
	if level < 0 || level >= maxLevels {
		return outcome{}, m.malformed(fmt.Sprintf("%s/table/%d/%d", m.rulePath(i), row, column),
			fmt.Sprintf("got %q, want %s", clip(r.Table[row][column]), oneOf(words(r.Scale.Levels))))
	}
	if trace != nil {
		*trace = append(*trace, m.cellReason(i, r, ops.n-1, row, column))
	}
	return outcome{level: level, given: true}, nil
}

// malformed says which part of the method cannot be followed.
func (m *Method) malformed(path, what string) error {
	return fmt.Errorf("risk: %w: %s: %s: %s", ErrMalformed, cmp.Or(m.Ref().String(), "no id"), path, what)
}

// read finds the level of each factor; false where an input is missing,
// unknown or too many.
func (m *Method) read(in Inputs, at *figures) bool {
	if len(m.Factors) > maxFactors || len(m.Steps) > maxSteps {
		return false
	}
	n := 0
	for i := range m.Factors {
		f := &m.Factors[i]
		word, has := in[f.ID]
		if has {
			n++
		}
		if word == "" && f.Optional {
			continue
		}
		level := read(f.Scale.Levels, word)
		if level < 0 || level >= maxLevels {
			return false
		}
		at.given |= 1 << i
		at.put(i, level)
	}
	return n == len(in)
}

// refuse says why read found nothing.
func (m *Method) refuse(in Inputs) error {
	if errs := m.inputErrors(in); len(errs) > 0 {
		return errs
	}
	return fmt.Errorf("risk: %w: %s: want at most %d factors with ids of their own, %d levels each, and %d steps",
		ErrMalformed, cmp.Or(m.Ref().String(), "no id"), maxFactors, maxLevels, maxSteps)
}
