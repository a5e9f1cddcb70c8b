package risk

import "fmt"

// Advice lists what is unusual in a method without being wrong: a level of
// risk that no combination gives, and cells where the level falls although a
// factor rises. A slip of the pen in a table mostly shows here. A method with
// problems gets no advice.
//
// For a factor with a role any fall is named. Another factor may well lower
// the risk, as the strength of a defense does; for it the cells are named that
// go against what most do.
func (m Method) Advice() []Problem {
	if len(m.Problems()) > 0 {
		return nil
	}
	var ps problems
	for i := range len(m.Steps) + 1 {
		r := m.rule(i)
		if r.Formula != 0 {
			continue
		}
		s := m.spread(i, r)
		s.unreachable(&ps)
		for k := range s.of.n {
			s.falls(&ps, k)
		}
	}
	return ps
}

// spread is a table in the order of the scales: the combination with index
// Σ level·stride has rank rank, in the cell at.
type spread struct {
	m      *Method
	path   string // of what the rule is a part of
	of     operands
	levels []Level // that the table gives
	stride []int
	rank   []int
	at     [][2]int
}

// spread lays out the table of the i-th rule of a method without problems.
func (m *Method) spread(i int, r *Step) spread {
	s := spread{m: m, path: m.rulePath(i), levels: r.Scale.Levels}
	m.operands(i, r.Of, &s.of)
	n := 1
	for k := range s.of.n {
		s.stride = append(s.stride, n)
		n *= len(s.axis(k))
	}
	s.rank, s.at = make([]int, n), make([][2]int, n)
	l := lookup{m: m, table: r.Table, of: &s.of}
	l.arrange()
	lead := s.of.n - 1
	for y, row := range r.Table[1:] {
		head := 0
		for c := range lead {
			head += s.part(l.order[c], row[c])
		}
		for c := lead; c < len(row); c++ {
			k := head + s.part(l.order[lead], r.Table[0][c])
			s.rank[k], s.at[k] = find(r.Scale.Levels, row[c]), [2]int{y + 1, c}
		}
	}
	return s
}

// axis returns the levels of the k-th value that the table reads.
func (s *spread) axis(k int) []Level { return s.m.levels(s.of.list[k]) }

// part returns what a level of a value adds to the index.
func (s *spread) part(value uint8, level string) int {
	k := s.of.find(s.m, s.m.valueID(value), 0)
	return find(s.axis(k), level) * s.stride[k]
}

// level returns the level of the i-th value in combination k.
func (s *spread) level(k, i int) int { return k / s.stride[i] % len(s.axis(i)) }

func (s *spread) unreachable(ps *problems) {
	path, what := "/levels", "level of risk"
	if s.path != "" {
		path, what = s.path+"/scale/levels", "level of the step"
	}
	reached := make([]bool, len(s.levels))
	for _, rank := range s.rank {
		reached[rank] = true
	}
	for i, l := range s.levels {
		if !reached[i] {
			ps.add(Problem{
				Code: codeUnreachable, Path: fmt.Sprintf("%s/%d", path, i),
				Message: "no combination of levels gives this " + what, Found: l.ID,
			})
		}
	}
}

// falls names the cells where the i-th value goes against its direction.
func (s *spread) falls(ps *problems, i int) {
	rises, falls := 0, 0
	for k, rank := range s.rank {
		if s.level(k, i) == 0 {
			continue
		}
		switch below := s.rank[k-s.stride[i]]; {
		case rank > below:
			rises++
		case rank < below:
			falls++
		}
	}
	down := s.m.valueRole(s.of.list[i]) == 0 && falls > rises // more of it is less risk
	if down && rises == 0 || !down && falls == 0 {
		return
	}
	for k, rank := range s.rank {
		if level := s.level(k, i); level > 0 {
			below := s.rank[k-s.stride[i]]
			if down && rank > below || !down && rank < below {
				ps.add(s.fall(k, i, level, below))
			}
		}
	}
}

// fall describes the cell of combination k, where the i-th value has this level and
// the next lower one gives the rank below.
func (s *spread) fall(k, i, level, below int) Problem {
	levels, verb, what := s.axis(i), "falls", "level of risk"
	if s.rank[k] > below {
		verb = "rises against the other cells"
	}
	if s.path != "" {
		what = "level of the step"
	}
	value := "factor"
	if int(s.of.list[i]) >= len(s.m.Factors) {
		value = "step"
	}
	return Problem{
		Code: codeFalls, Path: fmt.Sprintf("%s/table/%d/%d", s.path, s.at[k][0], s.at[k][1]),
		Message: fmt.Sprintf("%s %s where %s %q goes from %s to %s", what, verb, value,
			clip(s.m.valueID(s.of.list[i])), clip(levels[level-1].ID), clip(levels[level].ID)),
		Found: s.levels[s.rank[k]].ID, Hint: fmt.Sprintf("it was %s", clip(s.levels[below].ID)),
	}
}
