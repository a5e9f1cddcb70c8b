// Package report writes what the records say as documents for people: the risk
// register, the risk treatment plan (ISO/IEC 27001:2022, 6.1.3 e and f) and the
// heat map. Each is a docinfo.Document, which the encoders of package docinfo
// turn into HTML, Markdown or CSV.
//
//	for _, d := range []docinfo.Document{report.Register(view), report.TreatmentPlan(view)} {
//		err := html.Write(w, d)
//	}
//
// # As of a date
//
// Everything is seen as of the date of the view: who owned a risk then, which
// assessment held, which treatments were in force, what had been accepted and
// approved. What happened later changes nothing. Titles and other texts without
// a date are those of today.
//
// # Levels
//
// A level is printed as it holds: the one that a person set, else the recorded
// one, else the one that the method makes of the inputs; the note beneath says so
// where they differ. Risks of one method stand together, under its name where
// there are several: levels of different methods are not compared, and share no
// heat map, before the organization has approved which of them mean the same
// (isms.Harmonization). What cannot be rated here, because the method was not given,
// is printed as it was recorded.
//
// # Two methods on one register
//
// [Comparison] writes what package risk/compare found of two methods: how far
// their orders agree, and why the risks move that move most. [Judged] takes the
// register from a view.
//
// # Controls by attribute
//
// [Attributes] needs no records: it writes a view of Annex A, such as the
// controls by operational capability, as a document.
//
// # From 2013 to 2022
//
// [Transition] needs none either: it writes what package transition made of an
// old statement, every row and every control of it.
//
// # What the documents leave to others
//
// They print the records and what follows from them by counting and comparing
// days and levels. Whether an auditor would object is asked by package audit,
// why a control is necessary by package soa.
package report
