package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A pair is one row of correspondences.tsv: rows of the two sets.
type pair struct{ old, new int }

func correspondences(s sheets) ([]file, error) {
	olds, news := s["controls2013"].ids(), s["controls2022"].ids()
	src := s.begin("correspondences")
	src.open("The pairs in the order of 2013: rows of controls2013 and controls2022.", "pairs", "pair")
	var pairs []pair
	for _, row := range s["correspondences"].rows {
		p := pair{old: slices.Index(olds, row[0]), new: slices.Index(news, row[1])}
		if p.old < 0 || p.new < 0 {
			return nil, fmt.Errorf("gen: correspondences.tsv: got %q and %q, want controls of both sets", row[0], row[1])
		}
		pairs = append(pairs, p)
		kind, _, _ := strings.Cut(row[2], "+")
		src.line("{old: %d, new: %d, kind: %s}, // %s → %s", p.old, p.new, identifier(kind), row[0], row[1])
	}
	src.end()
	if !slices.IsSortedFunc(pairs, func(a, b pair) int { return cmp.Or(a.old-b.old, a.new-b.new) }) {
		return nil, fmt.Errorf("gen: correspondences.tsv: want pairs in the order of 2013, then of 2022")
	}
	old := func(p pair) int { return p.old }
	src.numbers("Where the pairs of each row of controls2013 begin in pairs; the next row is their end.",
		"pairsOfOld", starts(pairs, old, len(olds)))

	order := make([]int, len(pairs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return pairs[a].new - pairs[b].new })
	src.numbers("The pairs in the order of 2022.", "pairsByNew", order)
	src.numbers("Where the pairs of each row of controls2022 begin in pairsByNew.",
		"pairsOfNew", starts(pairs, func(p pair) int { return p.new }, len(news)))
	return finish(src, noCorrespondences(s, len(olds), len(news)))
}

// noCorrespondences writes empty tables in the place of the others.
func noCorrespondences(s sheets, olds, news int) *source {
	without := s.beginLeftOut("correspondences")
	without.line("\n// No correspondences.")
	without.line("var (")
	without.line("pairs [0]pair")
	without.line("pairsOfOld [%d]uint8", olds+1)
	without.line("pairsByNew [0]uint8")
	without.line("pairsOfNew [%d]uint8", news+1)
	without.close()
	return without
}

// starts returns, for each of n rows and for the end, how many pairs belong to
// the rows before it.
func starts(pairs []pair, row func(pair) int, n int) []int {
	at := make([]int, n+1)
	for _, p := range pairs {
		at[row(p)+1]++
	}
	for i := range n {
		at[i+1] += at[i]
	}
	return at
}
