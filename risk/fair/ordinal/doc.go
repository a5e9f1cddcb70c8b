// Package ordinal has the qualitative tables that go round under the name of
// FAIR, Factor Analysis of Information Risk: five levels from VL to VH instead
// of quantities.
//
// FAIR is a quantitative method, and in no publication of The Open Group did we
// see these tables. Use them for a first look, or to read assessments that were
// made with them; for a decision about money use quantities.
//
// # Tables
//
// Rows are the first factor named, columns the second:
//
//	threat event frequency
//	contact frequency \ probability of action
//	    VL  L   M   H   VH
//	VL  VL  VL  VL  L   M
//	L   VL  VL  L   M   H
//	M   VL  L   M   H   VH
//	H   L   M   H   VH  VH
//	VH  M   H   VH  VH  VH
//
//	vulnerability
//	threat capability \ resistance strength
//	    VL  L   M   H   VH
//	VL  M   L   VL  VL  VL
//	L   H   M   L   VL  VL
//	M   VH  H   M   L   VL
//	H   VH  VH  H   M   L
//	VH  VH  VH  VH  H   M
//
//	loss event frequency
//	threat event frequency \ vulnerability
//	    VL  L   M   H   VH
//	VL  VL  VL  VL  VL  VL
//	L   VL  VL  L   L   L
//	M   VL  L   M   M   M
//	H   L   M   H   H   H
//	VH  M   H   VH  VH  VH
//
//	secondary loss event frequency
//	primary LEF \ secondary loss probability
//	    VL  L   M   H   VH
//	VL  VL  VL  VL  L   M
//	L   VL  VL  L   M   H
//	M   VL  L   M   H   VH
//	H   L   M   H   VH  VH
//	VH  M   H   VH  VH  VH
//
//	risk (primary or secondary)
//	loss magnitude \ loss event frequency
//	    VL  L   M   H   VH
//	VL  VL  VL  VL  L   M
//	L   VL  VL  L   M   H
//	M   VL  L   M   H   VH
//	H   L   M   H   VH  VH
//	VH  M   H   VH  VH  VH
//
//	overall risk
//	secondary risk \ primary risk
//	    VL  L   M   H   VH
//	VL  VL  L   M   H   VH
//	L   L   L   M   H   VH
//	M   M   M   M   H   VH
//	H   H   H   H   H   VH
//	VH  VH  VH  VH  VH  VH
//
//	residual of a factor
//	inherent level \ control level
//	    VL  L   M   H   VH
//	VL  VL  VL  VL  VL  VL
//	L   L   L   VL  VL  VL
//	M   M   M   L   L   VL
//	H   H   H   M   L   VL
//	VH  VH  H   M   L   VL
//
// All but the last are arithmetic on the places 0 to 4 of row r and column c,
// kept within 0 to 4: r+c−2; for vulnerability 2+r−c; for loss event frequency
// r+c−2, but r at the most; for overall risk the higher of both. So a threat
// event can be no rarer than the loss it leads to. The last is a table only.
//
// # Scales
//
//	              VL        L             M             H            VH
//	frequency     < 0.1     0.1–1         1–10          10–100       > 100 per year
//	probability   0–10 %    10–30 %       30–70 %       70–90 %      90–100 %
//	loss          < 10,000  10,000–       100,000–      1,000,000–   10,000,000 USD and more
//	resistance    against the weakest 2 %, the weakest 16 %, the average,
//	              all but the strongest 16 %, all but the strongest 2 %
//	              of the threat population
//
// To which of two levels their boundary belongs is not said for frequency and
// probability. An organization replaces the amounts by its own: take the
// method, change its scale, give it an id of your own.
//
// # Use
//
// [Primary] takes a value at the highest level of the tree that has data: a loss
// event frequency as such, or threat event frequency and vulnerability, or what
// these are made of. [Overall] adds secondary loss, what others do because of
// the loss. [Residual] is what controls leave of one factor. Each table is also a
// function by itself: [ThreatEventFrequency], [Vulnerability],
// [LossEventFrequency], [SecondaryLossEventFrequency], [Risk], [OverallRisk].
//
// # Certainty
//
// Treat this as the weakest source in this library. Every table was read in the
// code of one public application (of which copies exist), in nothing that FAIR's
// authors published. Vulnerability and loss event frequency equal those of the
// Basic Risk Assessment Guide of 2006 as remembered; its text could not be read.
// That guide had, as remembered, six bands of magnitude and four levels of risk,
// which are not here. The residual table stands in no standard at all. The words
// for threat capability mirror those for resistance, from memory. The two ends of
// the scale of loss agree with an example in O-RA 2.0.1.
//
// # What other tools do
//
// They show the product of two such levels as money, or average levels. A level
// stands for a range over a factor of ten: two scenarios at one level can differ
// by a hundred in expected loss, and one at M can exceed one at H.
//
//nolint:dupword // a table says a word twice
package ordinal
