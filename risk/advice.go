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
	s := m.spread()
	s.unreachable(&ps)
	for i := range m.Factors {
		s.falls(&ps, i)
	}
	return ps
}

// spread is a table in the order of the scales: the combination with index
// Σ level·stride has rank rank, in the cell at.
type spread struct {
	m      Method
	stride []int
	rank   []int
	at     [][2]int
}

// spread lays out the table of a method without problems.
func (m Method) spread() spread {
	s := spread{m: m, stride: make([]int, len(m.Factors))}
	n := 1
	for i, f := range m.Factors {
		s.stride[i] = n
		n *= len(f.Scale.Levels)
	}
	s.rank, s.at = make([]int, n), make([][2]int, n)
	var order [maxFactors]uint8
	m.Table.order(m.Factors, &order)
	lead := len(m.Factors) - 1
	for r, row := range m.Table[1:] {
		head := 0
		for c := range lead {
			head += s.part(order[c], row[c])
		}
		for c := lead; c < len(row); c++ {
			k := head + s.part(order[lead], m.Table[0][c])
			s.rank[k], s.at[k] = find(m.Levels, row[c]), [2]int{r + 1, c}
		}
	}
	return s
}

// part returns what a level of a factor adds to the index.
func (s spread) part(factor uint8, level string) int {
	return find(s.m.Factors[factor].Scale.Levels, level) * s.stride[factor]
}

// level returns the level of factor i in combination k.
func (s spread) level(k, i int) int { return k / s.stride[i] % len(s.m.Factors[i].Scale.Levels) }

func (s spread) unreachable(ps *problems) {
	reached := make([]bool, len(s.m.Levels))
	for _, rank := range s.rank {
		reached[rank] = true
	}
	for i, l := range s.m.Levels {
		if !reached[i] {
			ps.add(Problem{
				Code: codeUnreachable, Path: fmt.Sprintf("/levels/%d", i),
				Message: "no combination of levels gives this level of risk", Found: l.ID,
			})
		}
	}
}

// falls names the cells where factor i goes against its direction.
func (s spread) falls(ps *problems, i int) {
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
	f := s.m.Factors[i]
	down := f.Role == 0 && falls > rises // more of this factor is less risk
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

// fall describes the cell of combination k, where factor i has this level and
// the next lower one gives the rank below.
func (s spread) fall(k, i, level, below int) Problem {
	levels, verb := s.m.Factors[i].Scale.Levels, "falls"
	if s.rank[k] > below {
		verb = "rises against the other cells"
	}
	return Problem{
		Code: codeFalls, Path: fmt.Sprintf("/table/%d/%d", s.at[k][0], s.at[k][1]),
		Message: fmt.Sprintf("level of risk %s where factor %q goes from %s to %s",
			verb, clip(s.m.Factors[i].ID), clip(levels[level-1].ID), clip(levels[level].ID)),
		Found: s.m.Levels[s.rank[k]].ID, Hint: fmt.Sprintf("it was %s", clip(s.m.Levels[below].ID)),
	}
}
