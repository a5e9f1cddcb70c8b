// Package tolerance compares what may be lost with what is tolerated: exceedance
// curve against exceedance curve.
//
//	tolerated, err := tolerance.New([]tolerance.Point{
//		{Loss: 100e3, Probability: 0.3}, {Loss: 1e6, Probability: 0.05}, {Loss: 10e6, Probability: 0.005},
//	})
//	today, err := tolerance.New(result.AEP())   // of package loss
//	c := tolerance.Compare(today, tolerated)
//	fmt.Println(c)
//
// A [Comparison] says where the risk is over the tolerance, where the two cross,
// and where it is the worst: by how much in probability, how many times, how much
// more money. [Share] says how likely that is when the curve itself is not known.
//
// # Between the points and beyond
//
// A curve is known at its points, the probability of losing more than each loss.
// What it is elsewhere is a rule of this package:
//
//   - Between two points the probability is a straight line over the logarithm
//     of the loss: what a ruler draws on a picture with a logarithmic axis of
//     losses, as package plot draws it.
//   - Beyond its last point a tolerance stays what it was there: what is not
//     tolerated of 10 million is not tolerated of 20. Say that nothing more is
//     tolerated by a last point of probability 0.
//   - Below its first point a tolerance says nothing, unless that point is of the
//     loss 0: then it holds up to the next.
//   - A risk is not known beyond its points, but that it never rises with the
//     loss. Where it could be over the tolerance there, the comparison says so,
//     as open.
//
// Points of the same loss are a step. The curves are those of any horizon, the
// same for both.
//
// # Errors
//
// What is no exceedance curve is refused by [New], in a [PointError] that names
// the point. Nothing panics. The same points give the same bits on every
// platform.
package tolerance
