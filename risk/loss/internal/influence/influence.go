// Package influence tells how much inputs matter to a figure, from trials in
// which both were drawn: Sobol's indices, rank correlation, and what it is worth
// to know an input before one decides.
package influence

import "math"

// Runs are what three runs of a model came to, trial by trial. A figure depends
// on inputs, all independent, and on chance besides, of which there may be none.
//
// Of [Runs.Indices], a run that is mixed has an input of B, all others of A, and
// the chance of C.
type Runs struct {
	A []float64 // inputs and chance of its own
	B []float64 // inputs and chance of its own
	C []float64 // the inputs of A, chance of its own
}

// Indices returns those of an input: the share of the variance of the figure that
// is gone on average once the input is known, and the share that is left once
// everything but the input, and chance, is.
//
//	first = Var(E[Y | X]) / Var(Y) = E[B (mixed - C)] / Var(Y)
//	total = E[Var(E[Y | all] | all but X)] / Var(Y) = ½ E[(A - mixed)² - (A - C)²] / Var(Y)
//
// The first is the estimator of Saltelli et al., Variance based sensitivity
// analysis of model output, Computer Physics Communications 181, 2010, the second
// that of Jansen, Analysis of variance designs for model output, Computer Physics
// Communications 117, 1999, less what is chance. Without chance C is A, and both
// are theirs.
func (r Runs) Indices(mixed []float64) (first, total float64) {
	mean, variance := r.moments()
	if variance == 0 {
		return 0, 0
	}
	covariance, squares := 0.0, 0.0
	for i, x := range mixed {
		covariance += float64((r.B[i] - mean) * (x - r.C[i]))
		squares += float64((r.A[i]-x)*(r.A[i]-x)) - float64((r.A[i]-r.C[i])*(r.A[i]-r.C[i]))
	}
	n := float64(len(mixed))
	return covariance / float64(n*variance), squares / float64(2*float64(n*variance))
}

// Chance returns the share of the variance that is left once all inputs are known:
// ½ E[(A - C)²] / Var(Y).
func (r Runs) Chance() float64 {
	_, variance := r.moments()
	if variance == 0 {
		return 0
	}
	squares := 0.0
	for i, x := range r.A {
		squares += float64((x - r.C[i]) * (x - r.C[i]))
	}
	return squares / float64(2*float64(float64(len(r.A))*variance))
}

// Part returns one of n parts of the trials.
func (r Runs) Part(i, n int) Runs { return Runs{part(r.A, i, n), part(r.B, i, n), part(r.C, i, n)} }

func part(xs []float64, i, n int) []float64 {
	size := len(xs) / n
	return xs[i*size : (i+1)*size]
}

// moments returns mean and variance of A and B together.
func (r Runs) moments() (mean, variance float64) {
	n := float64(2 * len(r.A))
	for i, x := range r.A {
		mean += x + r.B[i]
	}
	mean /= n
	for i, x := range r.A {
		variance += float64((x-mean)*(x-mean)) + float64((r.B[i]-mean)*(r.B[i]-mean))
	}
	if variance /= n; !(variance > 0) || math.IsInf(variance, 1) {
		return mean, 0
	}
	return mean, variance
}
