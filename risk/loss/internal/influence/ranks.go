package influence

import (
	"cmp"
	"math"
	"slices"
)

// Order returns the places of values in ascending order; of equal ones the
// earlier is first.
func Order(xs []float64) []int {
	places := make([]int, len(xs))
	for i := range places {
		places[i] = i
	}
	slices.SortFunc(places, func(a, b int) int {
		return cmp.Or(cmp.Compare(xs[a], xs[b]), cmp.Compare(a, b))
	})
	return places
}

// Ranks returns the ranks of values, from 1. Equal ones share the mean of theirs.
func Ranks(xs []float64) []float64 {
	ranks, order := make([]float64, len(xs)), Order(xs)
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && xs[order[to]] == xs[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			ranks[i] = float64(0.5 * float64(from+to+1))
		}
		from = to
	}
	return ranks
}

// Spearman returns the rank correlation of two variables: Pearson's of their
// ranks, from -1 to 1. It is 0 if one has a single value (Spearman, The proof and
// measurement of association between two things, American Journal of Psychology
// 15, 1904).
func Spearman(xs, ys []float64) float64 {
	a, b := Ranks(xs), Ranks(ys)
	mean := float64(0.5 * float64(len(xs)+1))
	xy, xx, yy := 0.0, 0.0, 0.0
	for i, x := range a {
		x -= mean
		y := b[i] - mean
		xy += float64(x * y)
		xx += float64(x * x)
		yy += float64(y * y)
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return max(min(xy/math.Sqrt(float64(xx*yy)), 1), -1)
}
