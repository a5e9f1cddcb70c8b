// Package risk holds what risk assessment methodologies share: methods as
// data, the scales they read, the ratings they give, and the criteria by which
// ratings are accepted.
//
// # Rating
//
// A [Method] has factors, each with a [Scale] of levels, and a [Table] that
// gives a level of risk for every combination of them. Inputs are words, by
// factor:
//
//	m := iso27005.Qualitative()
//	r, err := m.Rate(risk.Inputs{"likelihood": "very likely", "consequence": "3"})
//	// r.Level is "high"
//
// A word is the id of a level or its label, exactly as the scale has it. What
// is missing, unknown or too much is refused by name, in an [InputErrors];
// nothing is rounded to the nearest level.
//
// A [Rating] names the method and version that it is of. Its levels mean
// nothing without them, so [Method.Compare] orders ratings of one version of
// one method and no others. [Method.Explain] gives the rating with its
// reasons: how each word was read, and the cell that decided. [Method.Prepare]
// makes a method ready to rate thousands of risks.
//
// # Methods of one's own
//
// A method is data and needs no constructor. Written by hand it is a page of
// YAML, which package risk/yaml reads; the table looks as it would be drawn,
// so that it can be checked against the one that was approved:
//
//	table:
//	  - [likelihood, minor,  major,  severe ]
//	  - [rare,       low,    medium, high   ]
//	  - [likely,     medium, high,   extreme]
//
// [Method.Problems] finds every mistake in it, with the place of the cell: ask
// once, before the first rating. A method without problems has exactly one
// level for every combination of inputs. [Method.Advice] finds what is merely
// unusual, such as a level of risk that falls as the likelihood rises.
//
// # Criteria
//
// [Criteria] say which levels of risk are acceptable, and who may accept the
// others (ISO/IEC 27001:2022, 6.1.2 a 1). They stand beside the method: an
// organization decides them, and may decide them anew for the same method.
//
// # Several methods
//
// A [Translation] puts what was judged for one method in the words of another,
// as somebody declared it; package risk/compare then shows what both make of one
// register. A [Harmonization] is the decision that levels of several methods mean
// the same: only then do they have an order in common.
//
// # What the package keeps
//
// It has no state, reads no clock and no file, and starts no goroutine. No
// input makes it panic. Everything may be used by several goroutines as long
// as none changes it. [Method.Rate] allocates nothing when it succeeds. Codes of
// problems are permanent ([Codes]).
package risk
