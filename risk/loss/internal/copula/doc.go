// Package copula makes draws of several variables depend on each other, whatever
// their distributions are.
//
//	c, err := copula.Gaussian(correlation)        // or Student(correlation, 4)
//	for i := range scores {
//		c.Normals(scores[i], words)               // words of variable i, of its own stream
//	}
//	err = c.Correlate(scores, nil)
//	counts.Fill(numbers, scores[i])               // counts = c.Counts(table)
//
// A score is a draw of the copula's own marginal, normal or Student's t. It stands
// for the probability of less, so it can be turned into a draw of anything: a
// number of events by [Counts], any quantile by its word ([Copula.Words]), one of
// losses that have been drawn already by their order ([Ranks]).
//
// # Which streams
//
// Each variable has independent normal draws of its own, and its score is a sum of
// its own and of those before it, weighted by its row of the Cholesky factor. So a
// variable that is added at the end moves no other's draws, and one that is
// independent of all others has the draws that it has alone. The words may be
// those of a Latin hypercube or of a Sobol sequence.
//
// # Correlation
//
// The matrix is of the scores, not of what they are turned into, whose correlation
// is less in general: losses of lognormal distributions with σ = 1 under a Gaussian
// copula of 0.5 have 0.378. It has to be positive semidefinite, or no variables
// are so correlated; an error ([IndefiniteError]) names the eigenvalues and offers the
// nearest matrix that is (Higham, Computing the nearest correlation matrix, IMA
// Journal of Numerical Analysis 22, 2002). Correlations of 1 and -1, and other
// matrices that are singular, are as good as any: two variables of correlation 1
// have the same scores.
//
// # Tails
//
// Under a Gaussian copula with a correlation below 1 the probability of one
// variable's worst given another's worst goes to 0 as the worst gets rarer. Under
// Student's it does not: it is
//
//	2 T(-√((ν+1)(1-ρ)/(1+ρ)))
//
// in the limit, T the distribution function of Student's t of ν+1 degrees of
// freedom, also for ρ = 0 (Demarta, McNeil, The t copula and related copulas,
// International Statistical Review 73, 2005).
//
// # Same bits
//
// Sums are of rounded products in one order, and functions are of internal/mathx:
// scores have the same bits on every platform.
package copula
