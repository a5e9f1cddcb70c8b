package fit

import "math"

// newton goes from a point to the summit near it, by Newton's method with
// derivatives from differences. Coordinates are measured in standard errors, as
// far as they are known: there every likelihood looks about the same, and one
// width of differences is right for all.
func newton(f func([]float64) float64, from vertex, reach []float64) (top summit, ok bool) {
	k := len(from.at)
	top = summit{at: from.at, height: from.height}
	if math.IsInf(from.height, -1) {
		return top, false
	}
	frame := square(k) // columns are directions, soon of a standard error
	for i, r := range reach {
		frame[i][i] = float64(0.05 * r)
	}
	for top.steps = range mostSteps {
		slope, curve := derivatives(f, top.at, top.height, frame)
		root, definite := cholesky(negative(curve))
		if !definite {
			return top, false
		}
		step := root.solve(slope)
		top.left = math.Sqrt(max(dot(slope, step), 0))
		inverse := root.inverse()
		top.covariance = sandwich(frame, inverse)
		step = times(frame, step)
		noise := float64(0x1p-47 * math.Abs(top.height)) // of very many data
		if top.left < near+noise && top.steps > 2 {
			for i := range step { // too small to be seen in the height
				step[i] += top.at[i]
			}
			top.at, top.flat = step, wide(top.covariance)
			return top, !top.flat
		}
		next, rises := along(f, top, step)
		if !rises && top.left > 1e-5+float64(100*noise) {
			return top, false
		}
		if rises {
			top.at, top.height = next.at, next.height
		}
		frame = times2(frame, root.invertedTransposed())
	}
	return top, false
}

// wide tells whether a standard error is such that nothing is known.
func wide(covariance [][]float64) bool {
	for i := range covariance {
		if !(covariance[i][i] < widest*widest) {
			return true
		}
	}
	return false
}

// along goes a step, or as far as that rises.
func along(f func([]float64) float64, top summit, step []float64) (vertex, bool) {
	share := 1.0
	for range 30 {
		at := make([]float64, len(step))
		for i := range at {
			at[i] = top.at[i] + float64(share*step[i])
		}
		if height := f(at); height >= top.height {
			return vertex{at, height}, true
		}
		share = float64(share * 0.5)
	}
	return vertex{}, false
}

// width is that of the differences, in standard errors: the error of the
// formulas, of the order of its sixth power, is then as small as rounding.
const width = 0.05

// derivatives returns the first and second derivatives of f along the columns
// of a frame. A mixed one follows from that along the sum of two columns.
func derivatives(f func([]float64) float64, at []float64, height float64, frame [][]float64) (slope []float64, curve [][]float64) {
	k := len(at)
	slope, curve = make([]float64, k), square(k)
	for i := range k {
		slope[i], curve[i][i] = differences(f, at, height, column(frame, i))
	}
	for i := range k {
		for j := range i {
			both := column(frame, i)
			for r, x := range column(frame, j) {
				both[r] += x
			}
			_, c := differences(f, at, height, both)
			curve[i][j] = float64(0.5 * (c - curve[i][i] - curve[j][j]))
			curve[j][i] = curve[i][j]
		}
	}
	return slope, curve
}

// differences returns the first and the second derivative along a direction, by
// the central differences of sixth order (Fornberg, Mathematics of Computation
// 51, 1988, tables 1 and 2).
func differences(f func([]float64) float64, at []float64, height float64, direction []float64) (first, second float64) {
	value := func(t float64) float64 {
		x := make([]float64, len(at))
		for i := range x {
			x[i] = at[i] + float64(float64(t*width)*direction[i])
		}
		return f(x) - height
	}
	var up, down [3]float64
	for i := range up {
		up[i], down[i] = value(float64(i+1)), value(-float64(i+1))
	}
	first = float64(45*(up[0]-down[0])) - float64(9*(up[1]-down[1])) + (up[2] - down[2])
	second = float64(270*(up[0]+down[0])) - float64(27*(up[1]+down[1])) + float64(2*(up[2]+down[2]))
	return first / (60 * width), second / (180 * width * width)
}
