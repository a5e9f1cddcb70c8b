package dist

import (
	"math"
	"slices"
)

// A moved is a distribution whose values are mapped by an increasing function:
// what [Shifted] and [Scaled] have in common. The function is rounded, so that
// its inverse may miss an atom or an end by the last bit; the points where that
// matters are kept with their images.
type moved struct {
	base           Dist
	points, images []float64
}

// newMoved returns the error about a parameter that leaves no distribution.
func newMoved(dist string, base Dist, value float64, image func(x float64) float64) (moved, error) {
	m := moved{base: base}
	low, high := base.Support()
	for _, a := range atoms(base) {
		m.points = append(m.points, a.At)
	}
	for _, x := range slices.Concat(kinks(base), []float64{low, high}) {
		if finite(x) {
			m.points = append(m.points, x)
		}
	}
	slices.Sort(m.points)
	m.points = slices.Compact(m.points)
	for _, x := range m.points {
		m.images = append(m.images, image(x))
	}
	median := image(base.Quantile(0.5))
	return m, check(dist,
		condition{"by", value, !slices.ContainsFunc(m.images, not(finite)) && finite(median), "a number that keeps the distribution finite"},
		condition{"by", value, low == high || image(low) < image(high), "a number that does not make all values the same"})
}

func not(f func(float64) bool) func(float64) bool { return func(x float64) bool { return !f(x) } }

// back returns the guess of what x is the image of, on the right side of the
// points.
func (m moved) back(x, guess float64) float64 {
	if math.IsNaN(x) {
		return x
	}
	i, found := slices.BinarySearch(m.images, x)
	if found {
		for i+1 < len(m.images) && m.images[i+1] == x {
			i++
		}
		return max(guess, m.points[i])
	}
	if i > 0 {
		guess = max(guess, m.points[i-1])
	}
	if i < len(m.points) && guess >= m.points[i] {
		guess = math.Nextafter(m.points[i], math.Inf(-1))
	}
	return guess
}

// atoms returns those of the base, moved.
func (m moved) atoms(image func(x float64) float64) []Atom {
	all := atoms(m.base)
	for i := range all {
		all[i].At = image(all[i].At)
	}
	return merged(all)
}

// merged joins neighboring atoms at the same place.
func merged(all []Atom) []Atom {
	var kept []Atom
	for _, a := range all {
		if last := len(kept) - 1; last >= 0 && kept[last].At == a.At {
			kept[last].P += a.P
			continue
		}
		kept = append(kept, a)
	}
	return kept
}

// kinks returns those of the base, moved.
func (m moved) kinks(image func(x float64) float64) []float64 {
	all := kinks(m.base)
	for i := range all {
		all[i] = image(all[i])
	}
	low, high := m.base.Support()
	return inside(all, image(low), image(high))
}
