// Package soa derives the Statement of Applicability (ISO/IEC 27001:2022,
// clause 6.1.3 d) from the records of a management system: which controls are
// necessary in a scope, why, how far they are implemented, and why the others
// are excluded.
//
//	view, err := isms.At(sys, on, methods.All())
//	st, err := soa.Derive(view, soa.Options{})
//	err = html.Write(w, st.Document())
//
// # What a statement says
//
// A [Statement] is of one scope as of one date. It has an [Entry] for each
// control of the sets compared with, the 93 of Annex A first of all, those of
// ISO/IEC 27017 or of an own set that Options hands over as well, then for
// what is necessary from elsewhere: references of other sets, and the
// organization's own controls that realize none of the references listed.
//
// Each entry keeps apart what was decided and what was derived. Inclusion,
// Basis, Ground, Reason and Decision are as somebody recorded them; without a
// decision by the date the entry is undecided. Drivers, Status, RealizedBy and
// Pending follow from the records: an open risk in the scope, over its
// treatment in force, or a requirement in force, to the control, and from the
// control to those of the organization that realize it. [Statement.Why] returns
// the paths. [Status] prints the rule of the status.
//
// # Draft and approval
//
// A statement is a draft, and says so on every page, until a version of the
// document is recorded that carries its digest:
//
//	Document{Topic: isms.TopicStatement, Versions: {Number: "3", Digest: st.Digest(), Approval: …}}
//
// From then on [Statement.Approved] holds, and version, day and approver are
// printed, until the content changes. The passing of days does not change it,
// nor do evidence, owners, or a newer library: see [Statement.Digest].
//
// # What is wrong with it
//
// The statement is clean. What an approver has to settle or should know is the
// result of [Review], a list of remarks with permanent codes, and a document
// of its own, [ReviewDocument]. Undecided entries and entries without any
// reason block approval, never a draft.
//
// # Frozen statements
//
// A statement is plain data. [Write] freezes it as JSON, [Read] gives it back,
// and [Compare] says what another one says differently, and why:
//
//	prev, err := soa.Read(approved)
//	for _, c := range soa.Compare(prev, next) {
//		fmt.Println(c) // A.8.28 necessary: excluded → included because decided on …
//	}
//
// A statement derived for a day past is a reconstruction from today's records,
// and says so when Options.Today is given. What was issued then is in the
// frozen one.
//
// # For outside
//
// [Statement.External] gives the edition for customers: the same, without
// titles of risks, evidence and persons.
//
// # What it does not say
//
// No output judges. That a control is implemented is what the records say, and
// whether the statement is right is for those to say who approve and audit it.
//
// # Compatibility
//
// Codes of rules, words of enumerations, names of fields of changes, and the
// form over which a digest is computed are permanent. [Edition] is printed on
// every statement and changes when a rule of derivation does.
package soa
