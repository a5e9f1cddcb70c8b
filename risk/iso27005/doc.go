// Package iso27005 has the risk assessment example of ISO/IEC 27005:2022 as a
// method.
//
// # Qualitative
//
// [Qualitative] is the matrix of Annex A, Table A.3: five levels of likelihood
// by five of consequence give five levels of risk.
//
//	likelihood \ consequence   1 minor    2 significant  3 serious  4 critical  5 catastrophic
//	5 almost certain           medium     high           high       very high   very high
//	4 very likely              low        medium         high       high        very high
//	3 likely                   low        low            medium     high        high
//	2 rather unlikely          very low   low            low        medium      medium
//	1 unlikely                 very low   very low       low        low         low
//
// It is neither a product nor a sum of the two numbers, and not symmetric: an
// almost certain minor event is a medium risk, an unlikely catastrophe a low
// one. Tools that compute it get cells wrong.
//
// # Certainty
//
// The cells and the labels are from two independent public transcriptions of
// the standard, which agree in all of them; they were not compared with the
// standard itself. Annex A is informative: the table is an example, and an
// organization that uses it has chosen it.
//
// Only words of the scales are given. What a level means to an organization
// is its own to write: copy the method, add meanings, give it an id and a
// version of its own.
package iso27005
