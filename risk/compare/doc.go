// Package compare puts the ratings of one register by two methods side by side:
// who changes places, how much the orders agree, and why a risk moved.
//
//	c, err := compare.Methods(register, iso27005.Qualitative(), own, translations...)
//	fmt.Println(c.Tau.Value, c.Movers(3))
//
// # What is compared
//
// Each method rates its own recorded inputs. Where a risk was judged for the
// other method alone, a declared [risk.Translation] puts its inputs in words of
// this one; nothing else does. A risk that cannot be rated by both is listed in
// [Comparison.Left] with the reason, and counts for nothing.
//
// Levels of different methods are never compared. What is compared are orders:
// each method ranks the risks, the highest at 1, those at one level apart by the
// score where the method has one ([risk.Method.Score]), and risks that it does
// not tell apart share the mean of their places (mid-ranks).
//
// # How much two orders agree
//
// [Tau] counts pairs of risks: those that both methods put in the same order,
// less those that they turn round. [Rho] compares ranks, and so weighs large
// moves more. Both are 1 where the orders are the same, -1 where one is the
// other turned round, about 0 where they have nothing to do with each other, and
// not defined where a method tells no two risks apart. They are computed from
// whole numbers: there is one rounding in the quotient and one in the root.
//
// A low figure does not say which method is right. It says that the choice of
// method decides which risks are treated first, and for which risks: these are
// the ones to talk about.
package compare
