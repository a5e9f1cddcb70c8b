package risk

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// rule checks the i-th rule and returns what is known of the value it gives.
func (c *checker) rule(i int) span {
	r, path := c.m.rule(i), c.m.rulePath(i)
	ops, ok := c.of(path+"/of", i, r.Of)
	if !ok {
		return span{}
	}
	switch {
	case r.Formula != 0 && r.Table != nil:
		c.add(Problem{
			Code: codeTwoRules, Path: path + "/formula", Message: "rule has a table and a formula",
			Expected: "one of them",
		})
		return span{}
	case r.Formula != 0:
		return c.formula(path, r, &ops)
	}
	return c.lookUp(path, r, &ops)
}

// of finds the values that the i-th rule reads, and reports whether all are
// there and usable.
func (c *checker) of(path string, i int, of []string) (ops operands, ok bool) {
	if of == nil {
		c.m.unread(i, &ops)
	}
	ok = true
	known := c.ids(len(c.m.Factors) + i)
	for k, id := range of {
		at := slices.Index(known, id)
		if at < 0 {
			ok = false
			c.add(Problem{
				Code: codeOf, Path: fmt.Sprintf("%s/%d", path, k), Message: "rule reads no such factor or earlier step",
				Found: id, Expected: oneOf(known), Hint: didYouMean(id, known),
			})
			continue
		}
		if slices.Index(of, id) < k {
			ok = false
			c.add(Problem{Code: codeOfTwice, Path: fmt.Sprintf("%s/%d", path, k), Message: "rule reads the value already", Found: id})
			continue
		}
		ops.add(at)
	}
	if ops.n == 0 && ok {
		ok = false
		c.add(Problem{Code: codeOf, Path: path, Message: "rule reads nothing", Expected: oneOf(known)})
	}
	for _, v := range ops.list[:ops.n] {
		ok = ok && c.spans[v].usable
	}
	return ops, ok
}

// unread reports the factors and steps that no rule reads. A last rule without
// names reads what is left.
func (c *checker) unread() {
	for i, id := range c.ids(len(c.spans)) {
		if c.m.Of == nil || slices.Contains(c.m.Of, id) || c.m.isRead(id) {
			continue
		}
		path, what := fmt.Sprintf("/factors/%d", i), "factor"
		if s := i - len(c.m.Factors); s >= 0 {
			path, what = fmt.Sprintf("/steps/%d", s), "step"
		}
		c.add(Problem{Code: codeUnread, Path: path, Message: "no rule reads the " + what, Found: id})
	}
}

// lookUp checks a rule that is a table.
func (c *checker) lookUp(path string, r *Step, ops *operands) span {
	c.weightless(path, r)
	result := span{usable: true}
	axes := make([]axis, ops.n)
	for k, v := range ops.list[:ops.n] {
		axes[k] = axis{what: "factor", id: c.m.valueID(v), levels: c.m.levels(v)}
		if int(v) >= len(c.m.Factors) {
			axes[k].what = "step"
		}
		if len(axes[k].levels) == 0 {
			c.add(Problem{
				Code: codeNoLevel, Path: fmt.Sprintf("/steps/%d/scale/levels", int(v)-len(c.m.Factors)),
				Message: "step has no levels, which the table at " + path + "/table reads",
			})
			return span{}
		}
		result.optional = result.optional || c.spans[v].optional
	}
	c.table(path+"/table", axes, r)
	result.ofLevels(r.Scale.Levels)
	return result
}

// weightless reports weights of a rule that takes none.
func (c *checker) weightless(path string, r *Step) {
	if r.Weights != nil {
		c.add(Problem{
			Code: codeWeights, Path: path + "/weights", Message: "rule takes no weights",
			Expected: "weights with the formula sum or mean only",
		})
	}
}

// formula checks a rule that is a formula.
func (c *checker) formula(path string, r *Step, ops *operands) span {
	if int(r.Formula) >= len(formulaWords) {
		c.add(Problem{
			Code: codeFormula, Path: path + "/formula", Message: "formula is not known",
			Found: strconv.Itoa(int(r.Formula)), Expected: oneOf(formulaWords[1:]),
		})
		return span{}
	}
	ok := c.weights(path+"/weights", r, ops.n)
	for _, v := range ops.list[:ops.n] {
		ok = c.numbers(v, path) && ok
	}
	if r.Formula == Quotient && ops.n != 2 {
		ok = false
		c.add(Problem{
			Code: codeQuotient, Path: path + "/of", Message: "a quotient is of two values",
			Found: strconv.Itoa(ops.n), Expected: "2",
		})
	}
	if !ok {
		return span{}
	}
	result := c.reach(r, ops)
	if r.Formula == Quotient {
		if by := c.spans[ops.list[1]]; by.low <= 0 && by.high >= 0 {
			c.add(Problem{
				Code: codeQuotient, Path: path + "/of/1", Message: "the value to divide by may be 0",
				Found: c.m.valueID(ops.list[1]), Expected: "values above 0",
			})
			return span{}
		}
	}
	return c.onScale(path, r, result)
}

// weights reports whether the weights fit the rule.
func (c *checker) weights(path string, r *Step, n int) bool {
	if r.Weights == nil {
		return true
	}
	if r.Formula != Sum && r.Formula != Mean {
		c.weightless(path[:len(path)-len("/weights")], r)
		return false
	}
	if len(r.Weights) != n || r.Of == nil {
		c.add(Problem{
			Code: codeWeights, Path: path, Message: "weights are not one for each value that the rule names",
			Found: strconv.Itoa(len(r.Weights)), Expected: strconv.Itoa(len(r.Of)),
		})
		return false
	}
	total := 0.0
	for i, w := range r.Weights {
		if !finite(&w) || r.Formula == Mean && w < 0 {
			c.add(Problem{
				Code: codeWeights, Path: fmt.Sprintf("%s/%d", path, i), Message: "weight is not usable",
				Found: number(w), Expected: "a finite number, for a mean not below 0",
			})
			return false
		}
		total += w
	}
	if r.Formula == Mean && (total == 0 || math.IsInf(total, 0)) {
		c.add(Problem{Code: codeWeights, Path: path, Message: "sum of the weights is not usable", Found: number(total), Expected: "above 0"})
		return false
	}
	return true
}

// numbers reports whether a formula can read value v.
func (c *checker) numbers(v uint8, path string) bool {
	if c.spans[v].numbers {
		return true
	}
	at := fmt.Sprintf("/factors/%d", v)
	if s := int(v) - len(c.m.Factors); s >= 0 {
		at = fmt.Sprintf("/steps/%d", s)
	}
	for i, l := range c.m.levels(v) {
		if l.Value == nil {
			c.add(Problem{
				Code: codeValue, Path: fmt.Sprintf("%s/scale/levels/%d/value", at, i),
				Message: "level has no value, which the formula at " + path + "/formula reads", Expected: "a number",
			})
		}
	}
	c.spans[v].numbers = true // say it once
	return false
}

// onScale checks that what a formula gives is on the scale of its levels.
func (c *checker) onScale(path string, r *Step, s span) span {
	if math.IsInf(s.low, 0) || math.IsInf(s.high, 0) || math.IsNaN(s.low) || math.IsNaN(s.high) {
		c.add(Problem{Code: codeOffScale, Path: path + "/formula", Message: "formula can give a number that is not finite"})
		return span{}
	}
	if len(r.Scale.Levels) == 0 {
		return s
	}
	levels := path + "/levels"
	if path != "" {
		levels = path + "/scale/levels"
	}
	for i, l := range r.Scale.Levels {
		if i > 0 && l.Min == nil {
			c.add(Problem{
				Code: codeNoMin, Path: fmt.Sprintf("%s/%d/min", levels, i),
				Message: "level does not say from which number on it holds", Expected: "the lowest number at this level",
			})
			return span{}
		}
	}
	lowest, top := r.Scale.Levels[0], r.Scale.Levels[len(r.Scale.Levels)-1]
	if lowest.Min != nil && s.low < *lowest.Min {
		c.add(Problem{
			Code: codeOffScale, Path: levels + "/0/min", Message: "formula can give a number below the lowest level",
			Found: number(*lowest.Min), Expected: "at most " + number(s.low) + ", or no min",
		})
	}
	if top.Max != nil && s.high > *top.Max {
		c.add(Problem{
			Code: codeOffScale, Path: fmt.Sprintf("%s/%d/max", levels, len(r.Scale.Levels)-1),
			Message: "formula can give a number above the top level",
			Found:   number(*top.Max), Expected: "at least " + number(s.high) + ", or no max",
		})
	}
	return s
}
