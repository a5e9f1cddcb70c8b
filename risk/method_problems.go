package risk

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// Problems lists everything that forbids rating with the method: parts that
// are missing, words that are used twice or could be read two ways, a table
// that lacks a cell or names no level. A method without problems gives exactly
// one level for every combination of the levels of its factors. The order is
// that of the data.
//
// Limits: 32 factors, 100 levels a scale, 100,000 cells, 128 bytes an ID.
func (m Method) Problems() []Problem {
	var ps problems
	ps.reference("/id", "id of the method", m.ID)
	ps.reference("/version", "version of the method", m.Version)
	usable := ps.factors(m.Factors)
	usable = ps.scale("/levels", Scale{Levels: m.Levels}) && usable
	if usable {
		ps.table(m)
	}
	return ps
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

// factors reports whether a table over the factors can be read.
func (ps *problems) factors(factors []Factor) (usable bool) {
	switch n := len(factors); {
	case n == 0:
		ps.add(Problem{Code: codeNoFactor, Path: "/factors", Message: "method has no factor"})
		return false
	case n > maxFactors:
		ps.add(Problem{
			Code: codeManyFactors, Path: "/factors", Message: "method has too many factors",
			Found: strconv.Itoa(n), Expected: fmt.Sprintf("at most %d", maxFactors),
		})
		return false
	}
	usable = true
	for i, f := range factors {
		path := fmt.Sprintf("/factors/%d", i)
		usable = ps.factorID(path+"/id", f.ID, factors[:i]) && usable
		ps.role(path+"/role", f.Role, factors[:i])
		usable = ps.scale(path+"/scale/levels", f.Scale) && usable
	}
	return usable
}

func (ps *problems) factorID(path, id string, before []Factor) bool {
	if fault := wordFault(id); fault != "" {
		ps.add(Problem{Code: codeFactorID, Path: path, Message: "id of the factor " + fault, Found: id})
		return false
	}
	if slices.ContainsFunc(before, func(f Factor) bool { return f.ID == id }) {
		ps.add(Problem{Code: codeFactorTwice, Path: path, Message: "id is that of another factor", Found: id})
		return false
	}
	return true
}

func (ps *problems) role(path string, r Role, before []Factor) {
	text, err := r.MarshalText()
	switch {
	case err != nil:
		ps.add(Problem{
			Code: codeRole, Path: path, Message: "role is not known",
			Found: strconv.Itoa(int(r)), Expected: oneOf(roleWords[1:]),
		})
	case r != 0 && slices.ContainsFunc(before, func(f Factor) bool { return f.Role == r }):
		ps.add(Problem{
			Code: codeRoleTwice, Path: path, Message: "role is that of another factor",
			Found: string(text), Hint: "a rating has one coordinate for each role",
		})
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
