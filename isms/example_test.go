package isms_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/methods"
)

// on reads a day that the example itself has written.
func on(s string) isms.Date {
	d, err := isms.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// A product's rows become records, and the records a view. What cannot be
// computed with is a list of problems, each with what to do about it.
func ExampleAt() {
	rows := []struct{ Key, Name, Likelihood, Impact, Control string }{
		{"1017", "Ransomware on the file server", "4", "5", "A.8.13"},
		{"1018", "Laptop lost on a journey", "3", "often", "A.7.9"},
	}
	today := on("2026-11-21")
	sys := isms.System{ID: "tenant-7", SchemaVersion: isms.SchemaVersion, Title: "Acme Cloud"}
	for _, r := range rows {
		ref, err := annexa.Parse(r.Control)
		if err != nil {
			fmt.Println(err)
			continue
		}
		sys.Risks = append(sys.Risks, isms.Risk{
			ID: isms.RiskID(r.Key), Title: r.Name,
			Assessments: []isms.Assessment{{
				Stage: isms.Current, On: today, Method: "iso27005/qualitative",
				Inputs: risk.Inputs{"likelihood": r.Likelihood, "consequence": r.Impact},
			}},
			X: isms.Extensions{"acme/ticket": []byte(`"42"`)},
		})
		sys.Treatments = append(sys.Treatments, isms.Treatment{
			ID: isms.TreatmentID("T-" + r.Key), Option: isms.Modify,
			Risks: []isms.RiskID{isms.RiskID(r.Key)}, Controls: []isms.ChosenControl{{Control: ref}},
		})
	}
	_, err := isms.At(sys, today, methods.All())
	if ps, ok := errors.AsType[isms.Problems](err); ok {
		for _, p := range ps {
			fmt.Printf("%s clause %s %s%s: got %q, want %s\n", p.Code, p.Clause, p.Record, p.Path, p.Found, p.Expected)
		}
	}

	sys.Risks[1].Assessments[0].Inputs["consequence"] = "2"
	view, err := isms.At(sys, today, methods.All())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range view.System().Risks {
		fmt.Println(r.Ref(), view.RateRisk(r, isms.Current).Label())
	}
	// Output:
	// V013 clause 6.1.2 risk/1018/assessments/0/inputs/consequence: got "often", want one of 1, 2, 3, 4, 5
	// risk/1017 very high
	// risk/1018 low
}

// A file is read whole or not at all: the error lists every mistake, each at
// its line and column.
func ExampleDecode() {
	src := []byte(`{
  "id": "acme",
  "schemaVersion": 1,
  "risks": [
    {"id": "R-1", "title": "Ransomware", "owners": [{"who": "role/ciso"}]},
    {"id": "R-2", "titel": "Fire", "assessments": [{"stage": "currant", "on": "2026-11-31"}]}
  ]
}`)
	_, err := isms.Decode("acme.json", src)
	fmt.Println(err)
	// Output:
	// acme.json:5:61: risk/R-1/owners/0/who: there is no role of this identifier: got "ciso", want the identifier of one that exists (V004)
	// acme.json:6:19: risk/R-2/titel: unknown member "titel" (D022); did you mean "title"?
	// acme.json:6:62: risk/R-2/assessments/0/stage: stage of an assessment: got "currant", want one of inherent, current, residual (D025); did you mean "current"?
	// acme.json:6:79: risk/R-2/assessments/0/on: date: got "2026-11-31", want a day that the calendar has (D025)
}

// What is written is canonical: the same records give the same bytes.
func ExampleEncode() {
	sys := isms.System{
		ID: "acme", SchemaVersion: isms.SchemaVersion,
		Controls: []isms.Control{{ID: "A.8.13", States: []isms.ControlFact{{Is: isms.Implemented, Since: on("2025-03-01")}}}},
	}
	if err := isms.Encode(os.Stdout, sys); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "id": "acme",
	//   "schemaVersion": 1,
	//   "controls": [
	//     {
	//       "id": "A.8.13",
	//       "states": [
	//         {
	//           "is": "implemented",
	//           "since": "2025-03-01"
	//         }
	//       ]
	//     }
	//   ]
	// }
}

// A record travels alone too, as in the row of a table.
func ExampleDecodeRecord() {
	row := []byte(`{"id": "R-1", "title": "Ransomware", "x": {"acme/ticket": "42"}}`)
	r, err := isms.DecodeRecord(isms.KindRisk, row)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Ref(), isms.TitleOf(r))
	var b bytes.Buffer
	fmt.Println(isms.EncodeRecord(&b, r), strings.Join(strings.Fields(b.String()), " "))
	// Output:
	// risk/R-1 Ransomware
	// <nil> { "id": "R-1", "title": "Ransomware", "x": { "acme/ticket": "42" } }
}

// A form is checked before it is saved: as if it were among the other records,
// of which only those are read that it names.
func ExampleValidateRecord() {
	store := isms.System{
		ID: "acme", SchemaVersion: isms.SchemaVersion,
		Roles: []isms.Role{{ID: "ciso"}},
	}
	form := isms.Risk{ID: "R-1", Owners: []isms.Tenure{{Who: isms.Party{Kind: isms.KindRole, ID: "cso"}}}}
	err := isms.ValidateRecord(store, form, methods.All())
	if ps, ok := errors.AsType[isms.Problems](err); ok {
		fmt.Println(ps[0].Path, ps[0].Message)
	}
	form.Owners[0].Who.ID = "ciso"
	fmt.Println(isms.ValidateRecord(store, form, methods.All()))
	// Output:
	// /owners/0/who there is no role of this identifier: got "cso", want the identifier of one that exists
	// <nil>
}

// What would the statement of applicability lose if this risk were closed?
func ExampleWith() {
	backup := annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A.8.13"}
	today := isms.System{
		ID: "acme", SchemaVersion: isms.SchemaVersion,
		Risks:      []isms.Risk{{ID: "R-1", Title: "Ransomware"}},
		Treatments: []isms.Treatment{{ID: "T-1", Option: isms.Modify, Risks: []isms.RiskID{"R-1"}, Controls: []isms.ChosenControl{{Control: backup}}}},
	}
	closed := today.Risks[0]
	closed.Status = []isms.RiskFact{{Is: isms.Closed, Since: on("2026-11-21")}}
	for _, src := range []isms.Source{today, isms.With(today, closed)} {
		view, err := isms.At(src, on("2026-11-21"), methods.All())
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(view.Drivers("").References[backup])
	}
	// Output:
	// [risk/R-1 → treatment/T-1 → A.8.13]
	// []
}

// What would break if a record were deleted?
func ExampleWithout() {
	sys := isms.System{
		ID: "acme", SchemaVersion: isms.SchemaVersion,
		Persons: []isms.Person{{ID: "jo"}},
		Roles:   []isms.Role{{ID: "ciso", Holders: []isms.Tenure{{Who: isms.Party{Kind: isms.KindPerson, ID: "jo"}}}}},
	}
	fmt.Println(isms.Validate(isms.Without(sys, isms.Ref{Kind: isms.KindPerson, ID: "jo"}), nil))
	// Output:
	// role/ciso/holders/0/who: there is no person of this identifier: got "jo", want the identifier of one that exists (V004)
}

// Drivers are found in the records: from the risk over its treatment, and from
// the requirement, to what they make necessary.
func ExampleView_Drivers() {
	ref := func(id string) annexa.ControlRef { return annexa.ControlRef{Set: annexa.ISO27001v2022, ID: id} }
	view, err := isms.At(isms.System{
		ID: "acme", SchemaVersion: isms.SchemaVersion,
		Risks:        []isms.Risk{{ID: "R-1", Title: "Stolen passwords"}},
		Controls:     []isms.Control{{ID: "mfa", Realizes: []isms.Realization{{Control: ref("A.5.17"), Extent: isms.Part}, {Control: ref("A.8.5")}}}},
		Treatments:   []isms.Treatment{{ID: "T-1", Option: isms.Modify, Risks: []isms.RiskID{"R-1"}, Controls: []isms.ChosenControl{{Own: "mfa"}}}},
		Requirements: []isms.Requirement{{ID: "Q-1", Title: "Customer contract", Kind: isms.Contractual, Controls: []annexa.ControlRef{ref("A.8.5")}}},
	}, on("2026-11-21"), methods.All())
	if err != nil {
		fmt.Println(err)
		return
	}
	drivers := view.Drivers("")
	for _, id := range []string{"A.5.17", "A.8.5"} {
		for _, d := range drivers.References[ref(id)] {
			fmt.Println(d)
		}
	}
	// Output:
	// risk/R-1 → treatment/T-1 → control/mfa → A.5.17
	// risk/R-1 → treatment/T-1 → control/mfa → A.8.5
	// requirement/Q-1 → A.8.5
}

// The level of a risk is that of the method and version that its assessment
// names, at the date of the view.
func ExampleView_RateRisk() {
	assessed := func(day, likelihood string) isms.Assessment {
		return isms.Assessment{
			Stage: isms.Current, On: on(day), Method: "iso27005/qualitative@2022",
			Inputs: risk.Inputs{"likelihood": likelihood, "consequence": "serious"},
		}
	}
	sys := isms.System{
		ID: "acme", SchemaVersion: isms.SchemaVersion,
		Risks: []isms.Risk{{ID: "R-1", Assessments: []isms.Assessment{assessed("2025-03-01", "very likely"), assessed("2026-03-01", "unlikely")}}},
	}
	for _, day := range []string{"2025-02-28", "2025-03-01", "2026-03-01"} {
		view, err := isms.At(sys, on(day), methods.All())
		if err != nil {
			fmt.Println(err)
			return
		}
		rated := view.RateRisk(sys.Risks[0], isms.Current)
		fmt.Printf("%s %q %d\n", day, rated.Label(), rated.Rank)
	}
	// Output:
	// 2025-02-28 "" -1
	// 2025-03-01 "high" 3
	// 2026-03-01 "low" 1
}

// A control operates while it is implemented and its latest test did not find
// it ineffective.
func ExampleControl_OperatingAt() {
	backup := isms.Control{
		ID:     "A.8.13",
		States: []isms.ControlFact{{Is: isms.Planned, Since: on("2025-01-10")}, {Is: isms.Implemented, Since: on("2025-03-01")}},
		Tests: []isms.ControlTest{
			{On: on("2026-02-01"), Of: isms.Operation, Result: isms.Ineffective, Note: "nothing could be restored"},
			{On: on("2026-02-20"), Of: isms.Operation, Result: isms.Effective},
		},
	}
	for _, day := range []string{"2025-02-28", "2025-03-01", "2026-02-01", "2026-02-20"} {
		fmt.Println(day, backup.OperatingAt(on(day)))
	}
	// Output:
	// 2025-02-28 false
	// 2025-03-01 true
	// 2026-02-01 false
	// 2026-02-20 true
}

// Evidence may be relied on for one cadence of the control after the last day
// that it speaks for.
func ExampleEvidence_Supports() {
	quarterly := isms.Months(3)
	export := isms.Evidence{ID: "E-1", CollectedOn: on("2026-07-02"), From: on("2026-04-01"), Until: on("2026-06-30")}
	fmt.Println("until", export.ReliedUntilFor(quarterly))
	for _, day := range []string{"2026-07-01", "2026-07-02", "2026-09-30", "2026-10-01"} {
		fmt.Println(day, export.Supports(quarterly, on(day)))
	}
	// Output:
	// until 2026-09-30
	// 2026-07-01 false
	// 2026-07-02 true
	// 2026-09-30 true
	// 2026-10-01 false
}

// The state of a document follows from its versions.
func ExampleDocument_StateAt() {
	policy := isms.Document{
		ID: "policy", ReviewEvery: isms.Months(12),
		Versions: []isms.DocumentVersion{
			{Number: "1.0", Approval: isms.Decision{By: isms.Party{Kind: isms.KindRole, ID: "ceo"}, On: on("2024-02-29")}},
			{Number: "2.0"}, // nobody has approved it yet
		},
	}
	for _, day := range []string{"2024-02-28", "2024-02-29", "2025-02-28", "2025-03-01"} {
		state, _ := policy.StateAt(on(day)).MarshalText()
		v, _ := policy.VersionAt(on(day))
		fmt.Printf("%s %s %q\n", day, state, v.Number)
	}
	// Output:
	// 2024-02-28 draft ""
	// 2024-02-29 in use "1.0"
	// 2025-02-28 in use "1.0"
	// 2025-03-01 review due "1.0"
}

// A role is held over time; what names the role keeps holding when the person
// changes.
func ExampleRole_HolderAt() {
	person := func(id string) isms.Party { return isms.Party{Kind: isms.KindPerson, ID: id} }
	ciso := isms.Role{ID: "ciso", Holders: []isms.Tenure{
		{Who: person("ann"), From: on("2024-01-01"), Until: on("2026-06-30")},
		{Who: person("bob"), From: on("2026-08-01")},
	}}
	for _, day := range []string{"2026-06-30", "2026-07-01", "2026-08-01"} {
		fmt.Printf("%s %q\n", day, ciso.HolderAt(on(day)))
	}
	// Output:
	// 2026-06-30 "person/ann"
	// 2026-07-01 ""
	// 2026-08-01 "person/bob"
}

// Whether a reference is necessary is decided over time. Before the first
// decision it is undecided.
func ExampleApplicability_DecisionAt() {
	yard := isms.Applicability{
		Control: annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A.7.12"},
		Decisions: []isms.ApplicabilityDecision{{
			Is: isms.Excluded, Ground: isms.NotPresent,
			Decision: isms.Decision{By: isms.Party{Kind: isms.KindRole, ID: "ciso"}, On: on("2026-03-01"), Reason: "no premises of our own since the move"},
		}},
	}
	_, decided := yard.DecisionAt(on("2026-02-28"))
	fmt.Println(decided)
	d, decided := yard.DecisionAt(on("2026-03-01"))
	fmt.Println(decided, d.Decision.Reason)
	// Output:
	// false
	// true no premises of our own since the move
}

// All that is personal stands in one record, and can be erased there.
func ExamplePerson_Erased() {
	jo := isms.Person{ID: "p-17", Name: "Jo Doe", Contact: "jo@example.org"}
	fmt.Printf("%q\n", isms.TitleOf(jo.Erased(on("2026-11-21"))))
	fmt.Println(jo.Erased(on("2026-11-21")).Ref())
	// Output:
	// ""
	// person/p-17
}

// A month that lacks the day ends on its last one.
func ExampleDuration_After() {
	monthly, err := isms.ParseDuration("P1M")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(monthly.After(on("2026-01-31")), monthly.After(on("2024-01-31")))
	// Output:
	// 2026-02-28 2024-02-29
}

// Links may name records of several kinds.
func ExampleParseRef() {
	ref, err := isms.ParseRef("risk/R-001")
	fmt.Println(ref.Kind, ref.ID, err)
	_, err = isms.ParseRef("rsik/R-001")
	fmt.Println(err)
	// Output:
	// risk R-001 <nil>
	// isms: reference: got "rsik/R-001", want kind/id as in risk/R-001; did you mean "risk/R-001"?
}

// What a record refers to, for a trace or before it is deleted.
func ExampleLinks() {
	t := isms.Treatment{
		ID: "T-1", Risks: []isms.RiskID{"R-1"}, Controls: []isms.ChosenControl{{Own: "mfa"}},
		ShareWith: isms.Ref{Kind: isms.KindSupplier, ID: "insurer"},
	}
	for link := range isms.Links(t) {
		fmt.Println(link.Path, link.To)
	}
	// Output:
	// /risks/0 risk/R-1
	// /controls/0/own control/mfa
	// /shareWith supplier/insurer
}

// Identifiers are the user's own; who has none takes a fresh one. The random
// bytes are given: crypto/rand.Reader in a program.
func ExampleNewID() {
	at := time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)
	id, err := isms.NewID(at, strings.NewReader("not random"))
	fmt.Println(id, err)
	// Output:
	// 01a1fd70-f1c0-7e6f-b420-72616e646f6d <nil>
}

// Formats that ask for UUIDs get the same one each time.
func ExampleUUID() {
	fmt.Println(isms.UUID("acme", isms.Ref{Kind: isms.KindRisk, ID: "R-001"}))
	// Output:
	// e907a447-ba37-54cc-a8aa-c729bbb715e3
}
