// Package crosswalk tells which requirements of other frameworks stand beside
// those of ISO/IEC 27001:2022, as their publishers say: NIST CSF 2.0, NIST SP
// 800-53 Rev. 5, NIS 2 (Implementing Regulation (EU) 2024/2690), the GDPR by way
// of ISO/IEC 27701:2019, HIPAA by way of SP 800-53. It also reckons with them,
// and with crosswalks of one's own: invert, compose, coverage.
//
//	touched := crosswalk.CSF().ByStatement(included)
//	fmt.Println(len(touched.Touched), "subcategories to look at;", touched.Untouched, "are not spoken of")
//
// # What a pair says
//
// A [Pair] has two ends, a [Relation], and who states it. The relation says how
// the requirements stand to each other as sets of what has to be done: equal,
// subset, superset, intersects; or only that they are related, or that nothing is
// known.
//
// The publishers of the five crosswalks state nothing but references. So all
// their pairs are [Related], and none carries a confidence. From such a pair
// follows where to look. It does not follow that who meets one end meets the
// other, in part or in whole.
//
// # Reckoning
//
// [Map.Invert] reads a crosswalk from the other side. [Map.Compose] joins two,
// and every pair of the result names its hops. Which relation it has is what is
// true in every case, and often that is nothing: of three sets the first may
// intersect the second, and the second the third, with the first and the third
// having nothing in common. The tests try every relation on all sets over a small
// universe.
//
// [Map.Coverage] sorts requirements into covered, touched, untouched and
// unmapped. Only a pair that is equal or subset covers. [Coverage.Bounds] gives
// the numbers between which the truth lies, as far as the map goes.
//
// [Map.ByStatement] answers for a Statement of Applicability what of a framework
// it touches, and [Map.OfAnnexA] answers the reverse.
//
// # One's own crosswalks
//
// A [Map] is a slice: write one, or read it from JSON. Where its source states
// relations and confidence, state them; the same functions then tell more.
//
//	[{"from": "acme:1/X-7", "to": "A.5.7", "relation": "subset", "source": "our reading, 2026-03"}]
//
// # Provenance and terms
//
// [Tables] tells for each crosswalk its publisher, version, license, notice, how
// sure this transcription is, and the SHA-256 of the reviewed file. Sources,
// corrections and what was not verified are in data/README.md. Whoever passes on
// the pairs of [NIS2] or [GDPR] passes on the notice with them.
//
// # Leaving tables out
//
// A distributor who would rather not ship a crosswalk builds with its tag, and
// the crosswalk is empty: annexa_nocsf20, annexa_nosp80053r5, annexa_nonis2,
// annexa_nogdpr, annexa_nohipaa. The file table_NAME.go may then be deleted, and
// data/NAME.tsv too if the tables are not generated anew. A program that does not
// call the function of a crosswalk does not link its table.
//
// # Compatibility
//
// Names of frameworks, texts of references and words of relations are permanent.
// A correction of a fact is not a breaking change; it is in the change log, and
// the table's digest shows it.
package crosswalk

//go:generate go run ./internal/gen
