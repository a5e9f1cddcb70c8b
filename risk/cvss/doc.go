// Package cvss reads vectors of the Common Vulnerability Scoring System, 3.1
// and 4.0, scores them and says in words what they state.
//
//	v, err := cvss.Parse("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N")
//	s := v.Score() // CVSS-B 9.3 critical
//
// # Severity, not likelihood, not risk
//
// A score says how easily a vulnerability can be exploited and how bad that is
// for the systems concerned. It does not say how probable it is that somebody
// does, whether the system stands where anybody reaches it, or what its loss
// means to an organization; environmental metrics speak of the last two if
// somebody states them. A score is no input of a factor of likelihood, and no
// level of risk. Who wants it as one factor of a method of their own says which
// of their levels each severity stands for: [Levels].
//
// # What is read
//
// A [Vector] of 3.1 may have its metrics in any order, one of 4.0 only in that
// of the specification (4.0, section 7); the error names the vector that was
// meant. Case counts. Older versions are refused: they are other scales.
// Everything that is wrong is told at once, in [VectorErrors], each with its
// place and the nearest that is right.
//
// # Scores
//
// A vector of 3.1 has three scores, one of 4.0 one, under the name that says
// which groups of metrics went into it; see [Vector.Scores]. They are computed
// by github.com/pandatix/go-cvss, from version 0.6.4 on. Before 0.6.3 it scored
// vectors of 4.0 wrongly whose base impacts are all None and whose modified
// impacts are not, and the other way round (its issue 292): scores that such a
// version has stored are worth computing again.
//
// The specification of 4.0 does not say how a score is rounded that lies in the
// middle between two (FIRSTdotorg/cvss-resources, issue 3). Calculators differ
// by 0.1 there, and none of them is wrong.
//
// # Owner
//
// CVSS is owned by FIRST.Org, Inc. and used by permission. Who publishes a
// score publishes the vector with it: FIRST makes that a condition. Metrics,
// values and their names are those of the specification documents, 3.1 revision
// 1 and 4.0 version 1.2.
//
// # A module of its own
//
// The package is a Go module of its own, so that who imports the rest of the
// library inherits no requirement for it. It imports nothing of the library.
package cvss
