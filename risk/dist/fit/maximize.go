package fit

import (
	"math"
	"slices"
)

// impossible is the height of a point where there is nothing.
var impossible = math.Inf(-1)

// A summit is where a search ended.
type summit struct {
	at          []float64
	height      float64
	covariance  [][]float64 // the inverse of minus the second derivatives
	left        float64     // how far Newton's next step would go, in standard errors
	evaluations int
	steps       int
	flat        bool
}

const (
	mostEvaluations = 1200
	mostSteps       = 40
	near            = 1e-7 // in standard errors
	widest          = 10   // standard error of a logarithm from which the data tell nothing
)

// maximize looks for the highest point of f: by the simplex of Nelder and Mead
// from each start (Computer Journal 7, 1965), which needs nothing but values,
// then by Newton's method from the best. It is not ok where that does not end
// on a summit.
func maximize(f func([]float64) float64, starts [][]float64, reach []float64) (top summit, ok bool) {
	count := 0
	counted := func(x []float64) float64 {
		if count++; count > mostEvaluations {
			return impossible // and so every search ends
		}
		return f(x)
	}
	var best vertex
	for i, start := range starts {
		if v := climb(counted, start, reach); i == 0 || v.height > best.height {
			best = v
		}
	}
	for round := range 4 {
		top, ok = newton(counted, best, reach)
		top.evaluations = min(count, mostEvaluations)
		if ok || math.IsInf(best.height, -1) || count > mostEvaluations {
			return top, ok
		}
		if top.height > best.height {
			best = vertex{top.at, top.height}
		}
		closer := slices.Clone(reach)
		for i := range closer {
			closer[i] = float64(closer[i] * [...]float64{0.1, 1, 0.01, 1}[round])
		}
		best = climb(counted, best.at, closer)
	}
	return top, false
}

// A vertex is a point of a simplex.
type vertex struct {
	at     []float64
	height float64
}

// climb moves a simplex uphill until its vertices are about equally high.
func climb(f func([]float64) float64, start, reach []float64) vertex {
	simplex := []vertex{{start, f(start)}}
	for i := range start {
		at := slices.Clone(start)
		at[i] += reach[i]
		simplex = append(simplex, vertex{at, f(at)})
	}
	for range 150 * len(start) {
		slices.SortStableFunc(simplex, func(a, b vertex) int { return compare(b.height, a.height) })
		best, worst := simplex[0], simplex[len(start)]
		if best.height-worst.height < 1e-6 {
			break
		}
		simplex = moved(f, simplex)
	}
	slices.SortStableFunc(simplex, func(a, b vertex) int { return compare(b.height, a.height) })
	return simplex[0]
}

// moved returns the simplex, ordered from its highest vertex, after one step.
func moved(f func([]float64) float64, simplex []vertex) []vertex {
	last := len(simplex) - 1
	center := make([]float64, last)
	for _, v := range simplex[:last] {
		for i, x := range v.at {
			center[i] += x / float64(last)
		}
	}
	worst := simplex[last]
	try := func(t float64) vertex {
		at := make([]float64, last)
		for i := range at {
			at[i] = center[i] + float64(t*(center[i]-worst.at[i]))
		}
		return vertex{at, f(at)}
	}
	reflected := try(1)
	switch {
	case reflected.height > simplex[0].height:
		if expanded := try(2); expanded.height > reflected.height {
			reflected = expanded
		}
		simplex[last] = reflected
	case reflected.height > simplex[last-1].height:
		simplex[last] = reflected
	default:
		t := -0.5
		if reflected.height > worst.height {
			t = 0.5
		}
		if contracted := try(t); contracted.height > max(worst.height, reflected.height) {
			simplex[last] = contracted
		} else {
			shrink(f, simplex)
		}
	}
	return simplex
}

// shrink moves all vertices halfway to the highest.
func shrink(f func([]float64) float64, simplex []vertex) {
	for k := range simplex[1:] {
		at := make([]float64, len(simplex[0].at))
		for i := range at {
			at[i] = float64(0.5 * (simplex[0].at[i] + simplex[k+1].at[i]))
		}
		simplex[k+1] = vertex{at, f(at)}
	}
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
