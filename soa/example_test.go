package soa_test

import (
	"bytes"
	"fmt"
	"log"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/soa"
)

// office is a small System: a risk whose treatment chooses an own control.
func office() isms.System {
	on, _ := isms.ParseDate("2026-03-01")
	mfa, _ := annexa.Parse("A.8.5")
	rooms, _ := annexa.Parse("A.7.6")
	board := isms.Party{Kind: isms.KindBody, ID: "board"}
	return isms.System{
		ID: "office", SchemaVersion: isms.SchemaVersion, Title: "Office",
		Bodies:     []isms.Body{{ID: "board", Title: "Board"}},
		Risks:      []isms.Risk{{ID: "R-1", Title: "A stolen password is used"}},
		Treatments: []isms.Treatment{{ID: "T-1", Option: isms.Modify, Risks: []isms.RiskID{"R-1"}, Controls: []isms.ChosenControl{{Own: "C-1"}}}},
		Controls: []isms.Control{{
			ID: "C-1", Title: "Hardware keys", Realizes: []isms.Realization{{Control: mfa}},
			States: []isms.ControlFact{{Is: isms.Partial, Since: on}},
		}},
		Actions: []isms.Action{{ID: "A-1", Title: "Order keys", For: []isms.Ref{{Kind: isms.KindControl, ID: "C-1"}}, Due: on.AddDays(90)}},
		Applicability: []isms.Applicability{
			{Control: mfa, Decisions: []isms.ApplicabilityDecision{{Is: isms.Included, Decision: isms.Decision{By: board, On: on, Reason: "Everything we do is behind a sign-in."}}}},
			{Control: rooms, Decisions: []isms.ApplicabilityDecision{{Is: isms.Excluded, Ground: isms.NotPresent, Decision: isms.Decision{By: board, On: on, Reason: "There are no secure areas."}}}},
		},
	}
}

// statementOf derives a statement; a program handles the errors.
func statementOf(sys isms.System, on string) soa.Statement {
	at, err := isms.ParseDate(on)
	if err != nil {
		log.Fatal(err)
	}
	view, err := isms.At(sys, at, methods.All())
	if err != nil {
		log.Fatal(err)
	}
	st, err := soa.Derive(view, soa.Options{})
	if err != nil {
		log.Fatal(err)
	}
	return st
}

func ExampleDerive() {
	at, err := isms.ParseDate("2026-04-01")
	if err != nil {
		log.Fatal(err)
	}
	view, err := isms.At(office(), at, methods.All()) // or isms.At(yourDatabase, …)
	if err != nil {
		log.Fatal(err)
	}
	st, err := soa.Derive(view, soa.Options{})
	if err != nil {
		log.Fatal(err)
	}
	t := st.Totals()
	fmt.Println(t.Controls, "controls:", t.Necessary, "necessary,", t.Excluded, "excluded,", t.Undecided, "undecided")
	fmt.Println("approved:", st.Approved())
	// Output:
	// 93 controls: 1 necessary, 1 excluded, 91 undecided
	// approved: false
}

func ExampleStatement_Why() {
	st := statementOf(office(), "2026-04-01")
	ref, _ := annexa.Parse("A.8.5")
	for _, d := range st.Why(ref) {
		fmt.Println(d)
	}
	// Output:
	// risk/R-1 → treatment/T-1 → control/C-1 → A.8.5
}

func ExampleStatement_Entry() {
	st := statementOf(office(), "2026-04-01")
	ref, _ := annexa.Parse("A.8.5")
	e, _ := st.Entry(ref)
	is, _ := e.Inclusion.MarshalText()
	status, _ := e.Status.MarshalText()
	fmt.Printf("%s %s: %s, %s\n", e.Ref(), e.Title, is, status)
	for _, r := range e.RealizedBy {
		fmt.Println("by", r.Control, r.Title)
	}
	for _, p := range e.Pending {
		fmt.Println("next:", p.Title, "by", p.Due)
	}
	// Output:
	// A.8.5 Secure authentication: included, partial
	// by C-1 Hardware keys
	// next: Order keys by 2026-05-30
}

// What an approver has to settle is a second result; the statement itself
// stays clean.
func ExampleReview() {
	for _, r := range soa.Review(statementOf(office(), "2026-06-01")) {
		if r.Code != "S001" { // 91 controls are undecided
			fmt.Println(r.Key(), "–", r.Message, r.About)
		}
	}
	// Output:
	// S008 A.8.5 – partial, and every action that has a day is overdue [action/A-1 due 2026-05-30]
}

// A frozen statement is compared with what the records say now.
func ExampleCompare() {
	var approved bytes.Buffer
	if err := soa.Write(&approved, statementOf(office(), "2026-04-01")); err != nil {
		log.Fatal(err)
	}

	sys := office()
	done, _ := isms.ParseDate("2026-05-20")
	sys.Controls[0].States = append(sys.Controls[0].States, isms.ControlFact{Is: isms.Implemented, Since: done})
	sys.Actions[0].Done = done
	next := statementOf(sys, "2026-06-01")

	prev, err := soa.Read(approved.Bytes())
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range soa.Compare(prev, next) {
		fmt.Printf("%s %s: %s → %s because %v\n", c.Control, c.Field, c.From, c.To, c.Because)
	}
	// Output:
	// A.8.5 status: partial → implemented because [control/C-1: partial → implemented]
	// A.8.5 planned actions: A-1 due 2026-05-30 →  because []
}

// A statement is approved by recording a version of the document that carries
// its digest.
func ExampleStatement_Approved() {
	sys := office()
	sys.ControlSets = []annexa.Set{"acme:1"} // a short set of one's own, so that nothing is undecided
	control, _ := annexa.Parse("acme:1/KEYS")
	sys.Controls[0].Realizes = []isms.Realization{{Control: control}}
	sys.Applicability[0].Control, sys.Applicability = control, sys.Applicability[:1]

	draft := statementOf(sys, "2026-04-01")
	on, _ := isms.ParseDate("2026-04-02")
	sys.Documents = []isms.Document{{ID: "D-1", Topic: isms.TopicStatement, Versions: []isms.DocumentVersion{{
		Number: "1", Digest: draft.Digest(), Approval: isms.Decision{By: isms.Party{Kind: isms.KindBody, ID: "board"}, On: on},
	}}}}
	fmt.Println(draft.Approved(), statementOf(sys, "2026-04-02").Approved())
	// Output:
	// false true
}

// Outside, the board is named that decides and approves, but no risk.
func ExampleStatement_External() {
	st := statementOf(office(), "2026-04-01")
	fmt.Println(len(st.Names), "names inside,", len(st.External().Names), "outside")
	fmt.Println(st.Digest() == st.External().Digest())
	// Output:
	// 3 names inside, 1 outside
	// true
}

func ExampleStatement_Document() {
	st := statementOf(office(), "2026-04-01")
	d := st.Document() // for html.Write, markdown.Write, csv.Write
	fmt.Println(d.Title, "–", d.Mark)
	for _, f := range d.Meta[:4] {
		fmt.Println(f.Name+":", f.Value)
	}
	// Output:
	// Statement of Applicability – DRAFT
	// Scope: the whole management system
	// As of: 2026-04-01
	// Version: draft, no version is in force
	// Necessary: 1 of 93 controls; 1 excluded, 91 undecided
}

func ExampleReviewDocument() {
	d := soa.ReviewDocument(statementOf(office(), "2026-04-01"))
	fmt.Println(d.Title)
	for _, title := range noticesIn(d) {
		fmt.Println(title)
	}
	// Output:
	// Review of the Statement of Applicability
	// 91 of 91 remarks to settle before approval
}

// A set that this library does not ship is handed over. It is then listed as
// Annex A is: each control once, with its title, undecided until somebody decides.
func ExampleOptions_catalogues() {
	acme := annexa.Catalogue{
		Set: "acme:1", Title: "Acme baseline",
		Controls: []annexa.CatalogueControl{{ID: "X-1", Title: "Sign-in with keys"}, {ID: "X-2", Title: "Approved regions only"}},
	}
	sys := isms.System{ID: "acme", SchemaVersion: isms.SchemaVersion, ControlSets: []annexa.Set{annexa.ISO27017v2015, acme.Set}}
	on, _ := isms.ParseDate("2026-03-01")
	view, err := isms.At(sys, on, methods.All())
	if err != nil {
		log.Fatal(err)
	}
	st, err := soa.Derive(view, soa.Options{Catalogues: []annexa.Catalogue{acme}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(st.Catalogue)
	fmt.Println(st.Totals().Undecided, "undecided; the last is", st.Entries[8].Ref(), st.Entries[8].Title)
	// Output:
	// ISO/IEC 27017:2015; Acme baseline (acme:1)
	// 9 undecided; the last is acme:1/X-2 Approved regions only
}
