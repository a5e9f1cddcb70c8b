package risk

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// Problems lists everything that forbids rating with the method: parts that
// are missing, words that are used twice or could be read two ways, a table
// that lacks a cell or names no level, a formula that lacks a number or leaves
// the scale. A method without problems gives exactly one level for every
// combination of the levels of its factors, where each optional factor that a
// rule needs together with others is given with them. The order is that of the
// data.
//
// Limits: 32 factors, 31 steps, 100 levels a scale, 100,000 cells, 128 bytes an
// ID.
func (m Method) Problems() []Problem { return *m.checked().problems }

// checked goes through the whole method.
func (m *Method) checked() *checker {
	c := &checker{problems: &problems{}, m: m}
	c.reference("/id", "id of the method", m.ID)
	c.reference("/version", "version of the method", m.Version)
	if !c.count(m) {
		return c
	}
	c.spans = make([]span, len(m.Factors)+len(m.Steps))
	for i := range m.Factors {
		c.factor(i)
	}
	for i := range m.Steps {
		c.step(i)
	}
	if c.scale("/levels", Scale{Levels: m.Levels}) {
		c.rule(len(m.Steps))
	}
	c.unread()
	return c
}

func (ps *problems) reference(path, what, s string) {
	if plain(s) {
		return
	}
	fault := wordFault(s)
	if fault == "" {
		fault = `holds a space or "@"`
	}
	ps.add(Problem{Code: codeReference, Path: path, Message: what + " " + fault, Found: s})
}

// count reports whether there are factors, and few enough of everything.
func (ps *problems) count(m *Method) bool {
	switch {
	case len(m.Factors) == 0:
		ps.add(Problem{Code: codeNoFactor, Path: "/factors", Message: "method has no factor"})
	case len(m.Factors) > maxFactors:
		ps.add(Problem{
			Code: codeManyFactors, Path: "/factors", Message: "method has too many factors",
			Found: strconv.Itoa(len(m.Factors)), Expected: fmt.Sprintf("at most %d", maxFactors),
		})
	case len(m.Steps) > maxSteps:
		ps.add(Problem{
			Code: codeManySteps, Path: "/steps", Message: "method has too many steps",
			Found: strconv.Itoa(len(m.Steps)), Expected: fmt.Sprintf("at most %d", maxSteps),
		})
	default:
		return true
	}
	return false
}

// checker goes through a method in its order.
type checker struct {
	*problems

	m     *Method
	spans []span // of each value so far
}

// span is what is known of a value: whether rules can read its levels, the
// numbers that formulas can read, and whether it may be missing.
type span struct {
	usable   bool
	numbers  bool
	low      float64
	high     float64
	optional bool
}

func (c *checker) factor(i int) {
	f, path := c.m.Factors[i], fmt.Sprintf("/factors/%d", i)
	usable := c.valueID(path+"/id", i, f.ID)
	c.role(path+"/role", i, f.Role)
	usable = c.scale(path+"/scale/levels", f.Scale) && usable
	c.spans[i] = span{usable: usable, optional: f.Optional}
	if usable {
		c.spans[i].ofLevels(f.Scale.Levels)
	}
}

func (c *checker) step(i int) {
	s, path, at := c.m.Steps[i], fmt.Sprintf("/steps/%d", i), len(c.m.Factors)+i
	usable := c.valueID(path+"/id", at, s.ID)
	c.role(path+"/role", at, s.Role)
	if len(s.Scale.Levels) > 0 || s.Formula == 0 {
		usable = c.scale(path+"/scale/levels", s.Scale) && usable
	}
	if len(s.Of) == 0 {
		c.add(Problem{
			Code: codeOf, Path: path + "/of", Message: "step does not say what it reads",
			Expected: oneOf(c.ids(at)),
		})
		return
	}
	if usable {
		c.spans[at] = c.rule(i)
	}
}

// ofLevels takes the values of the levels, if all have one.
func (s *span) ofLevels(levels []Level) {
	s.low, s.high, s.numbers = math.Inf(1), math.Inf(-1), true
	for _, l := range levels {
		if l.Value == nil || !finite(l.Value) {
			s.numbers = false
			return
		}
		s.low, s.high = min(s.low, *l.Value), max(s.high, *l.Value)
	}
}

// ids lists the values before the one at this index.
func (c *checker) ids(before int) []string {
	list := make([]string, before)
	for i := range before {
		list[i] = c.m.valueID(uint8(i))
	}
	return list
}

func (c *checker) valueID(path string, i int, id string) bool {
	what, code, twice := "factor", codeFactorID, codeFactorTwice
	if i >= len(c.m.Factors) {
		what, code, twice = "step", codeStepID, codeStepTwice
	}
	if fault := wordFault(id); fault != "" {
		c.add(Problem{Code: code, Path: path, Message: "id of the " + what + " " + fault, Found: id})
		return false
	}
	if slices.Contains(c.ids(i), id) {
		other := "factor"
		if i > len(c.m.Factors) && !slices.Contains(c.ids(len(c.m.Factors)), id) {
			other = "step"
		}
		c.add(Problem{Code: twice, Path: path, Message: "id is that of another " + other, Found: id})
		return false
	}
	return true
}

func (c *checker) role(path string, i int, r Role) {
	text, err := r.MarshalText()
	if err != nil {
		c.add(Problem{
			Code: codeRole, Path: path, Message: "role is not known",
			Found: strconv.Itoa(int(r)), Expected: oneOf(roleWords[1:]),
		})
		return
	}
	for before := range i {
		if r == 0 || c.m.valueRole(uint8(before)) != r {
			continue
		}
		other := "factor"
		if before >= len(c.m.Factors) {
			other = "step"
		}
		c.add(Problem{
			Code: codeRoleTwice, Path: path, Message: "role is that of another " + other,
			Found: string(text), Hint: "a rating has one coordinate for each role",
		})
		return
	}
}

// scale reports whether there are levels, few enough and each with an ID.
func (ps *problems) scale(path string, s Scale) (usable bool) {
	switch n := len(s.Levels); {
	case n == 0:
		ps.add(Problem{Code: codeNoLevel, Path: path, Message: "scale has no level"})
		return false
	case n > maxLevels:
		ps.add(Problem{
			Code: codeManyLevels, Path: path, Message: "scale has too many levels",
			Found: strconv.Itoa(n), Expected: fmt.Sprintf("at most %d", maxLevels),
		})
		return false
	}
	usable = true
	for i, l := range s.Levels {
		at := fmt.Sprintf("%s/%d", path, i)
		usable = ps.levelID(at+"/id", l.ID, s.Levels[:i]) && usable
		ps.label(at+"/label", i, s.Levels)
		ps.bounds(at, i, s.Levels)
	}
	return usable
}

func (ps *problems) levelID(path, id string, before []Level) bool {
	if fault := wordFault(id); fault != "" {
		ps.add(Problem{Code: codeLevelID, Path: path, Message: "id of the level " + fault, Found: id})
		return false
	}
	if find(before, id) >= 0 {
		ps.add(Problem{Code: codeLevelTwice, Path: path, Message: "id is that of another level of the scale", Found: id})
		return false
	}
	return true
}

// label finds a label that is a word of another level, so that an input could
// mean either. Two equal labels are one problem, at the second.
func (ps *problems) label(path string, i int, levels []Level) {
	label := levels[i].Label
	if label == "" || label == levels[i].ID {
		return
	}
	for j, l := range levels {
		if j != i && l.ID == label || j < i && l.Label == label {
			ps.add(Problem{
				Code: codeAmbiguous, Path: path, Message: "label is a word of another level", Found: label,
				Hint: fmt.Sprintf("level %q is called so too", clip(l.ID)),
			})
			return
		}
	}
}

func (ps *problems) bounds(path string, i int, levels []Level) {
	low, high := levels[i].Min, levels[i].Max
	switch {
	case !finite(levels[i].Value):
		ps.add(Problem{Code: codeValue, Path: path + "/value", Message: "value of the level is not a finite number"})
	case !finite(low), !finite(high):
		ps.add(Problem{Code: codeBounds, Path: path, Message: "bounds of the level are not finite numbers"})
	case low != nil && high != nil && *low > *high:
		ps.add(Problem{
			Code: codeBounds, Path: path + "/max", Message: "upper bound is below the lower bound",
			Found: number(*high), Expected: "at least " + number(*low),
		})
	case i > 0:
		ps.overlap(path, levels[i-1], levels[i])
	}
}

// overlap compares the bounds of two neighbors; they may touch.
func (ps *problems) overlap(path string, below, l Level) {
	switch {
	case l.Min != nil && below.Max != nil && *l.Min < *below.Max:
		ps.add(Problem{
			Code: codeBounds, Path: path + "/min", Message: "level begins within the level below",
			Found: number(*l.Min), Expected: "at least " + number(*below.Max),
		})
	case l.Min != nil && below.Min != nil && *l.Min < *below.Min:
		ps.add(Problem{
			Code: codeBounds, Path: path + "/min", Message: "level begins below the level below",
			Found: number(*l.Min), Expected: "at least " + number(*below.Min),
		})
	case l.Max != nil && below.Max != nil && *l.Max < *below.Max:
		ps.add(Problem{
			Code: codeBounds, Path: path + "/max", Message: "level ends within the level below",
			Found: number(*l.Max), Expected: "at least " + number(*below.Max),
		})
	}
}

func finite(x *float64) bool { return x == nil || !math.IsNaN(*x) && !math.IsInf(*x, 0) }

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
