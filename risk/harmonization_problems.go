package risk

import (
	"fmt"
	"maps"
	"slices"
)

// Problems lists what forbids to read ratings in common terms: common scales or
// a matrix that are not complete, a method that is not among those given or is
// mapped twice, a level without a common one, a word that is on no scale, and
// levels whose order is turned. Paths point into the harmonization.
func (h Harmonization) Problems(ms Methods) []Problem {
	var ps problems
	h.common(&ps)
	for i, m := range h.Methods {
		path := fmt.Sprintf("/methods/%d", i)
		method, err := ms.Find(m.Method.String())
		if err != nil || m.Method.Version == "" {
			ps.add(Problem{
				Code: codeMapped, Path: path + "/method", Message: "method is not known, or named without its version",
				Found: m.Method.String(), Expected: oneOf(refs(ms)),
			})
			continue
		}
		if slices.IndexFunc(h.Methods, func(o Mapping) bool { return o.Method == m.Method }) < i {
			ps.add(Problem{Code: codeMapped, Path: path + "/method", Message: "method is mapped already", Found: m.Method.String()})
		}
		h.mapping(&ps, path, m, method)
	}
	return ps
}

func refs(ms Methods) []string {
	list := make([]string, len(ms))
	for i, m := range ms {
		list[i] = m.Ref().String()
	}
	return list
}

// common judges the common scales and the matrix on them.
func (h Harmonization) common(ps *problems) {
	x := h.Common
	usable := ps.scale("/common/levels", Scale{Levels: x.Levels})
	if len(x.Likelihood.Levels)+len(x.Consequence.Levels)+len(x.Cells) == 0 {
		return
	}
	usable = ps.scale("/common/likelihood/levels", x.Likelihood) && usable
	usable = ps.scale("/common/consequence/levels", x.Consequence) && usable
	if !usable {
		return
	}
	if got, want := len(x.Cells), len(x.Likelihood.Levels); got != want {
		ps.add(Problem{
			Code: codeCommon, Path: "/common/cells", Message: "common matrix has not one row for each likelihood",
			Found: fmt.Sprint(got), Expected: fmt.Sprint(want),
		})
		return
	}
	for i, row := range x.Cells {
		path := fmt.Sprintf("/common/cells/%d", i)
		if got, want := len(row), len(x.Consequence.Levels); got != want {
			ps.add(Problem{
				Code: codeCommon, Path: path, Message: "row has not one cell for each consequence",
				Found: fmt.Sprint(got), Expected: fmt.Sprint(want),
			})
		}
		for j, id := range row {
			if find(x.Levels, id) < 0 {
				ps.add(Problem{
					Code: codeCommon, Path: fmt.Sprintf("%s/%d", path, j), Message: "cell is not a common level",
					Found: id, Expected: oneOf(words(x.Levels)), Hint: levelHint(x.Levels, id),
				})
			}
		}
	}
}

// mapping judges the mapping of one method.
func (h Harmonization) mapping(ps *problems, path string, m Mapping, method Method) {
	ps.mapped(path+"/levels", m.Levels, method.Levels, h.Common.Levels)
	for _, c := range []struct {
		member string
		role   Role
		words  map[string]string
		to     Scale
	}{
		{"likelihood", Likelihood, m.Likelihood, h.Common.Likelihood},
		{"consequence", Consequence, m.Consequence, h.Common.Consequence},
	} {
		if len(c.words) == 0 {
			continue
		}
		from, ok := method.Coordinate(c.role)
		if !ok || len(c.to.Levels) == 0 {
			ps.add(Problem{
				Code: codeNoCoordinate, Path: path + "/" + c.member,
				Message: fmt.Sprintf("%s is mapped, which method %s or the common scale has not", c.member, clip(method.Ref().String())),
			})
			continue
		}
		ps.mapped(path+"/"+c.member, c.words, from.Scale.Levels, c.to.Levels)
	}
}

// mapped judges one mapping of levels: complete, on both scales, in order.
func (ps *problems) mapped(path string, mapping map[string]string, from, to []Level) {
	highest, below := -1, ""
	for _, l := range from {
		id, ok := mapping[l.ID]
		rank := find(to, id)
		switch {
		case !ok:
			ps.add(Problem{Code: codeUnmapped, Path: path, Message: "level has no common level", Expected: clip(l.ID) + ": one of the common levels"})
		case rank < 0:
			ps.add(Problem{
				Code: codeMappedLevel, Path: member(path, l.ID), Message: "level is not a common one",
				Found: id, Expected: oneOf(words(to)), Hint: levelHint(to, id),
			})
		case rank < highest:
			ps.add(Problem{
				Code: codeTurned, Path: member(path, l.ID), Message: "a higher level of the method has a lower common level than " + clip(below),
				Found: id, Expected: clip(to[highest].ID) + " or above",
			})
		default:
			highest, below = rank, l.ID
		}
	}
	for _, id := range slices.Sorted(maps.Keys(mapping)) {
		if find(from, id) < 0 {
			ps.add(Problem{
				Code: codeMappedLevel, Path: member(path, id), Message: "method has no such level",
				Found: id, Expected: oneOf(words(from)), Hint: levelHint(from, id),
			})
		}
	}
}

// Advice lists the cells of the methods' matrices whose level means another
// common level than the cell of the common matrix that they are mapped to: a
// risk stands there on a color that is not its level. It is mostly a mapping too
// coarse, and never a reason to refuse one. A harmonization with problems gets no
// advice.
func (h Harmonization) Advice(ms Methods) []Problem {
	if len(h.Problems(ms)) > 0 || len(h.Common.Cells) == 0 {
		return nil
	}
	var ps problems
	for i, m := range h.Methods {
		method, _ := ms.Find(m.Method.String()) // Problems has found it
		x, ok := method.Matrix()
		if !ok || len(m.Likelihood) == 0 || len(m.Consequence) == 0 {
			continue
		}
		for l, row := range x.Cells {
			for c, id := range row {
				likelihood, consequence := x.Likelihood.Levels[l].ID, x.Consequence.Levels[c].ID
				if at, _ := h.Common.At(m.Likelihood[likelihood], m.Consequence[consequence]); at != m.Levels[id] {
					ps.add(Problem{
						Code: codeOffColor, Path: fmt.Sprintf("/methods/%d", i),
						Message:  fmt.Sprintf("%s × %s is another level than its cell of the common matrix", clip(likelihood), clip(consequence)),
						Found:    at,
						Expected: clip(m.Levels[id]) + ", which " + clip(id) + " means",
					})
				}
			}
		}
	}
	return ps
}
