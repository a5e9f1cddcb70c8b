// Package iso27005 has the examples of ISO/IEC 27005:2022 for rating risks: the
// qualitative matrix and the logarithmic scales of Annex A.
//
// # Qualitative
//
// [Scenario] and [Qualitative] are the matrix of Annex A, Table A.3: five levels
// of likelihood by five of consequence give five levels of risk.
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
// # Logarithmic
//
// [Exponents] and [Logarithmic] are the scales of Tables A.4 and A.5, in powers
// of ten:
//
//	likelihood            events in a decade      consequence    loss, units of money
//	5 every hour          87,660                  6              10^6
//	4 every 8 hours       10,957                  5              10^5
//	3 twice a week         1,044                  4              10^4
//	2 once a month           120                  3              10^3
//	1 once a year             10                  2              10^2
//	0 once a decade            1                  1              below 10^2
//
// The level of risk is the sum of both exponents, 1 to 11: about 10^n units of
// money are lost in a decade at level n. Sums of exponents are products of what
// they stand for, and so this sum means something, where a sum or product of the
// places in Table A.3 would not.
//
// The number that Table A.4 prints beside a likelihood is the exponent in some
// transcriptions, the exponent plus one in others. Stored and read is always the
// exponent; [Printing] shows it the other way. One transcription has 3 for once
// a month, which is a misprint by the events.
//
// # Identification, treatment, acceptance
//
// The standard describes two ways to identify risks (7.2.1, A.2.4, A.2.5), which
// may be combined: from events, beginning with risk sources, what they are after
// and the consequences for interested parties; and from assets, beginning with
// assets, threats and vulnerabilities. An isms.Risk holds both. Here are the
// categories of its examples, [ThreatCategory] and [VulnerabilityCategory].
//
// The treatment options (8.2) are isms.Option: avoid, modify, retain, share.
// Taking a risk for an opportunity is left out for information security (note to
// 3.2.7). Criteria for acceptance (6.4.2) are [risk.Criteria], with an authority
// for each level; what the risk owner accepted, and until when, is an
// isms.Acceptance.
//
// # Certainty
//
// Table A.3: the cells and the labels are from two independent public
// transcriptions of the standard, which agree in all of them. Tables A.4 and
// A.5: from public transcriptions, which agree in the exponents but for the
// misprint; "below" in the lowest consequence and the sum are from memory. The
// categories: from public lists; one of them has no "compromise of functions or
// services", and one has five natural threats. Nothing was compared with the
// standard itself. Annex A is informative, and the only annex: its tables are
// examples, and an organization that uses one has chosen it.
//
// Only words of the scales are given. What a level means to an organization
// is its own to write: copy the method, add meanings, give it an id and a
// version of its own.
//
// # What others do
//
// A text that goes round as a quick reference to the 2022 edition shows a matrix
// of products, against its own bands, and clauses that do not exist. Tools cite
// an Annex C of 2022, which it does not have.
package iso27005
