// Package points makes uniform numbers that fill their range more evenly than
// independent ones do, so that a mean over them has less error. They are words of
// 64 bits, as those of package streams are, and take their place:
//
//	points.Latin(&words, key, block)            // a block of 4,096 trials
//
//	s, err := points.NewSobol(2, key, 7)        // dimension 2, replicate 7
//	s.Fill(words, index)                        // trials index, index+1, …
//
// As with streams, what is drawn for a variable depends on its name alone. A key
// is for one kind of draws: a variable whose words come from here has no other
// use for its streams.
//
// # Latin hypercube
//
// The words of a block are one in each of 4,096 intervals of equal length, in
// random order, and random inside (McKay, Beckman, Conover, A comparison of three
// methods for selecting values of input variables, Technometrics 21, 1979). Each
// word is uniform; blocks are independent, and so are variables. What a mean
// owes to one variable at a time is nearly without error; what it owes to several
// together has that of independent draws.
//
// # Scrambled Sobol sequence
//
// The first 2^m points of the sequence have one in each of the 2^m intervals of
// equal length, in every dimension, and so have any 2^m points that follow a
// multiple of 2^m; boxes of several dimensions are filled as evenly as initial
// numbers allow. These are by Joe and Kuo, Constructing Sobol sequences with
// better two-dimensional projections, SIAM Journal on Scientific Computing 30,
// 2008 (data/joekuo.tsv), and best in the first dimensions: they are for what
// matters most. The order is that of the index, not of its Gray code.
//
// The points are scrambled by a random lower triangular matrix and a random shift,
// both of bits (Matoušek, On the L2-discrepancy for anchored boxes, Journal of
// Complexity 14, 1998). Then each word is uniform over all 64 bits, and two words
// are as in a nested uniform scramble (Owen 1995): equal up to the bit in which
// the points first differ, different in it, independent after it. As a variance
// knows pairs only, that of a mean is the same as with Owen's scramble (Owen,
// Variance with alternative scramblings of digital nets, ACM Transactions on
// Modeling and Computer Simulation 13, 2003): it falls nearly as N^-3 for smooth
// functions, and faster than N^-1 for any of finite variance. And a point costs one
// exclusive or.
//
// Replicates are independent scrambles of the same points. The error of a mean is
// known from the spread of the means of [Replicates], by Student's t with one
// degree of freedom less, which is as good as any interval that is known
// (L'Ecuyer, Nakayama, Owen, Tuffin, Confidence intervals for randomized
// quasi-Monte Carlo estimators, Winter Simulation Conference 2023).
package points

//go:generate go run ./internal/gen
