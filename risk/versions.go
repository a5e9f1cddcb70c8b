package risk

import (
	"fmt"
	"slices"
)

// CheckVersions examines whether two versions of a method put risks in the same
// order: that of no two combinations of inputs the old version rates one lower
// and the new one higher. Otherwise assessments made under the two cannot be
// compared (ISO/IEC 27001:2022, 6.1.2 b), and those of the old one are to be
// rated again. Levels of equal rank in either version do not count.
//
// Both have to read factors of the same IDs. What is compared are inputs that
// both accept; where there are more than 1,000,000 a sample is, that is always
// the same.
func CheckVersions(old, next Method) Finding {
	f := Finding{Property: OrderKept, Verdict: NotProved, By: ByStructure}
	for _, m := range []Method{old, next} {
		if ps := m.Problems(); len(ps) > 0 {
			f.Message = fmt.Sprintf("method %s has problems, the first is %s", m.Ref(), ps[0])
			return f
		}
	}
	if a, b := factorIDs(old), factorIDs(next); !slices.Equal(a, b) {
		f.Message = fmt.Sprintf("versions do not read the same factors: %s has %s, %s has %s", old.Ref(), oneOf(a), next.Ref(), oneOf(b))
		return f
	}
	v := versions{old: old.program(), next: next.program()}
	v.align()
	return v.compare(f)
}

func factorIDs(m Method) []string {
	list := make([]string, len(m.Factors))
	for i, f := range m.Factors {
		list[i] = f.ID
	}
	slices.Sort(list)
	return list
}

// versions rates the same inputs by two methods.
type versions struct {
	old, next *program
	factor    []int   // of the new version, by factor of the old one
	option    [][]int // of it, by option of the old one; -1 where it has none
}

func (v *versions) align() {
	for _, f := range v.old.m.Factors {
		at := slices.IndexFunc(v.next.m.Factors, func(g Factor) bool { return g.ID == f.ID })
		to := v.next.m.Factors[at]
		options := make([]int, 0, len(f.Scale.Levels)+1)
		for _, l := range f.Scale.Levels {
			options = append(options, find(to.Scale.Levels, l.ID))
		}
		if f.Optional {
			without := -1
			if to.Optional {
				without = len(to.Scale.Levels)
			}
			options = append(options, without)
		}
		v.factor, v.option = append(v.factor, at), append(v.option, options)
	}
}

// ranks rates the combination that the old version is at; ok is false where
// one of the two does not accept it.
func (v *versions) ranks() (old, next uint8, ok bool) {
	for f, option := range v.old.at[:len(v.factor)] {
		to := v.option[f][option]
		if to < 0 {
			return 0, 0, false
		}
		v.next.set(v.factor[f], to)
	}
	v.next.apply(0)
	old, next = v.old.rank(), v.next.rank()
	return old, next, old != refused && next != refused
}

// extremes are the lowest and the highest new rank of one old rank.
type extremes struct {
	seen          bool
	lowest        uint8
	highest       uint8
	atLow, atHigh Inputs
}

func (e *extremes) note(rank uint8, p *program) {
	if !e.seen || rank < e.lowest {
		e.lowest, e.atLow = rank, p.inputs()
	}
	if !e.seen || rank > e.highest {
		e.highest, e.atHigh = rank, p.inputs()
	}
	e.seen = true
}

func (v *versions) compare(f Finding) Finding {
	const most = 1_000_000
	n, all := v.old.tuples(most)
	f.By, f.Verdict = ByExhaustion, Proved
	var r draws
	if !all {
		n, f.By, f.Verdict = sampled, BySample, NotProved
	}
	seen := make([]extremes, len(v.old.m.Levels))
	for k := range n {
		switch {
		case !all:
			for i, options := range v.old.options {
				v.old.set(i, r.below(options))
			}
			v.old.apply(0)
		case k > 0:
			v.old.next()
		}
		if old, next, ok := v.ranks(); ok {
			f.Tuples++
			seen[old].note(next, v.old)
		}
	}
	f.Message = fmt.Sprintf("no two risks change places between %s and %s", v.old.m.Ref(), v.next.m.Ref())
	v.swapped(&f, seen)
	return f
}

// swapped looks for two risks that change places.
func (v *versions) swapped(f *Finding, seen []extremes) {
	for j := range seen {
		for i := range j {
			if !seen[i].seen || !seen[j].seen || seen[i].highest <= seen[j].lowest {
				continue
			}
			levels, to := v.old.m.Levels, v.next.m.Levels
			f.Verdict, f.Example = Refuted, []Inputs{seen[i].atHigh, seen[j].atLow}
			f.Message = fmt.Sprintf("two risks change places: %s goes from %s to %s, %s from %s to %s",
				clip(seen[i].atHigh.Text()), clip(levels[i].ID), clip(to[seen[i].highest].ID),
				clip(seen[j].atLow.Text()), clip(levels[j].ID), clip(to[seen[j].lowest].ID))
			return
		}
	}
}
