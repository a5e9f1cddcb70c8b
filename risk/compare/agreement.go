package compare

import (
	"cmp"
	"math"
	"slices"
)

// Tau is Kendall's τ-b of two orders, with the counts of pairs that it is made
// of (M. G. Kendall, The treatment of ties in ranking problems, Biometrika 33,
// 1945): τ-b = (concordant − discordant) / √((pairs − tied in A)(pairs − tied in
// B)). It is -1 to 1.
type Tau struct {
	// Value is nil where it is not defined: fewer than two risks, or one order
	// that tells no two of them apart. 0 is a value like any other.
	Value *float64 `json:"value,omitzero"`
	Pairs int64    `json:"pairs"` // of risks: n(n−1)/2
	// Concordant pairs are in the same order under both methods, discordant ones
	// in the opposite. The other pairs are tied under one or both.
	Concordant int64 `json:"concordant"`
	Discordant int64 `json:"discordant"`
	TiedA      int64 `json:"tiedA"` // under A, whatever B says
	TiedB      int64 `json:"tiedB"`
	TiedBoth   int64 `json:"tiedBoth"`
}

// Rho is Spearman's ρ: the correlation of the mid-ranks, -1 to 1 (C. Spearman,
// The proof and measurement of association between two things, American Journal
// of Psychology 15, 1904). With ties this is not 1 − 6Σd²/(n(n²−1)).
type Rho struct {
	// Value is nil where it is not defined, as for [Tau].
	Value *float64 `json:"value,omitzero"`
}

// Agreement returns both figures for two lists of numbers, of which the i-th of
// each is about the same thing; only their orders count. Lists of unequal length
// count as far as the shorter one; a NaN is lower than any number.
func Agreement(a, b []float64) (Tau, Rho) {
	n := min(len(a), len(b))
	of := func(list []float64) []int64 {
		return ranks(n, func(i, j int) int { return cmp.Compare(list[i], list[j]) })
	}
	x, y := of(a), of(b)
	return kendall(x, y), spearman(x, y)
}

// ranks returns the mid-ranks of n things, doubled so that they are whole: the
// first is at 2.
func ranks(n int, compare func(i, j int) int) []int64 {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, compare)
	doubled := make([]int64, n)
	for from := 0; from < n; {
		to := from + 1
		for to < n && compare(order[from], order[to]) == 0 {
			to++
		}
		for _, i := range order[from:to] {
			doubled[i] = int64(from + 1 + to)
		}
		from = to
	}
	return doubled
}

// kendall counts the pairs in O(n log n), by merging (W. R. Knight, A computer
// method for calculating Kendall's tau with ungrouped data, Journal of the
// American Statistical Association 61, 1966): sorted by a, then b, the
// discordant pairs are the inversions of b.
func kendall(a, b []int64) Tau {
	n := len(a)
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(cmp.Compare(a[i], a[j]), cmp.Compare(b[i], b[j])) })
	t := Tau{Pairs: pairs(n)}
	t.TiedA = tied(n, func(i, j int) bool { return a[order[i]] == a[order[j]] })
	t.TiedBoth = tied(n, func(i, j int) bool { return a[order[i]] == a[order[j]] && b[order[i]] == b[order[j]] })
	byB := make([]int64, n)
	for k, i := range order {
		byB[k] = b[i]
	}
	t.Discordant = inversions(byB, make([]int64, n))
	t.TiedB = tied(n, func(i, j int) bool { return byB[i] == byB[j] })
	t.Concordant = t.Pairs - t.TiedA - t.TiedB + t.TiedBoth - t.Discordant
	if x, y := float64(t.Pairs-t.TiedA), float64(t.Pairs-t.TiedB); x > 0 && y > 0 {
		value := float64(t.Concordant-t.Discordant) / math.Sqrt(float64(x*y))
		t.Value = &value
	}
	return t
}

func pairs(n int) int64 { return int64(n) * int64(n-1) / 2 }

// tied counts the pairs within runs of equal neighbors.
func tied(n int, same func(i, j int) bool) int64 {
	var sum int64
	for from := 0; from < n; {
		to := from + 1
		for to < n && same(from, to) {
			to++
		}
		sum += pairs(to - from)
		from = to
	}
	return sum
}

// inversions sorts the list and counts the pairs that stood in the wrong order.
func inversions(list, spare []int64) int64 {
	n := len(list)
	if n < 2 {
		return 0
	}
	low, high := list[:n/2], list[n/2:]
	count := inversions(low, spare[:n/2]) + inversions(high, spare[n/2:])
	merged := spare[:0]
	for len(low) > 0 && len(high) > 0 {
		if low[0] <= high[0] {
			merged, low = append(merged, low[0]), low[1:]
			continue
		}
		count += int64(len(low))
		merged, high = append(merged, high[0]), high[1:]
	}
	merged = append(append(merged, low...), high...)
	copy(list, merged)
	return count
}

// spearman correlates doubled ranks, whose mean is n+1. The sums are whole
// numbers below n³, exact up to two million things.
func spearman(a, b []int64) Rho {
	mean := int64(len(a)) + 1
	var both, x, y int64
	for i := range a {
		p, q := a[i]-mean, b[i]-mean
		both, x, y = both+p*q, x+p*p, y+q*q
	}
	if x == 0 || y == 0 {
		return Rho{}
	}
	value := float64(both) / math.Sqrt(float64(float64(x)*float64(y)))
	return Rho{Value: &value}
}
