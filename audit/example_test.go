package audit_test

import (
	"context"
	"fmt"
	"os"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/soa"
)

const small = `
id: acme
schemaVersion: 1
roles:
  - {id: cto, responsibilities: [runs the platform], holders: [{who: person/bob, until: 2026-03-31}]}
persons: [{id: bob}]
issues: [{id: I-1, title: All staff work remotely, nature: internal}]
scopes: [{id: S, statement: Development and operation of the Acme service}]
risks:
  - id: R-1
    title: Loss of the database
    consequences: [{property: availability}]
    owners: [{who: role/cto}]
    status: [{is: open, since: 2026-01-15}]
    assessments:
      - {stage: current, on: 2026-01-20, method: iso27005/qualitative, inputs: {likelihood: likely, consequence: critical}}
`

// look derives the statement of the small System and returns what is checked.
func look() (audit.Subject, error) {
	sys, err := yaml.Decode("acme.yaml", []byte(small))
	if err != nil {
		return audit.Subject{}, err
	}
	on, err := isms.ParseDate("2026-06-30")
	if err != nil {
		return audit.Subject{}, err
	}
	view, err := isms.At(sys, on, methods.All())
	if err != nil {
		return audit.Subject{}, err
	}
	st, err := soa.Derive(view, soa.Options{})
	return audit.Subject{View: view, Statement: st}, err
}

// What matters most comes first: severity, the worst risk touched, days overdue.
func ExampleRun() {
	subject, err := look()
	if err != nil {
		fmt.Println(err)
		return
	}
	gaps, err := audit.Run(context.Background(), subject, audit.Checks())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range audit.Top(gaps, 3) {
		fmt.Println(g)
	}
	// Output:
	// gap: role/cto/holders: Nobody holds the role, and this rests on it: risk/R-1. (authority-vacant, clause 5.3)
	// gap: system/determinations: Whether climate change is a relevant issue has not been determined. (climate-undetermined, clause 4.1)
	// gap: system/methods: No risk method with acceptance criteria is in use. (criteria-incomplete, clause 6.1.2 a)
}

// A check of one's own is a value like the others.
func ExampleCheck() {
	unsourced := audit.Check{
		Code:     "acme/unsourced",
		Clause:   annexa.ClauseRef{Standard: "iso27001", Edition: "2022", Number: "6.1.2 c"},
		Title:    "Risk without a source",
		Severity: audit.Note,
		Doc:      "# Risk without a source\n\n## What to do\n\nSay who or what could bring it about.\n",
		Run: func(p *audit.Pass) {
			for _, r := range p.View.System().Risks {
				if r.Source == "" {
					p.Report(audit.Gap{Record: r.Ref(), Field: "/source", Message: "Nobody says who or what could bring it about."})
				}
			}
		},
	}
	subject, err := look()
	if err != nil {
		fmt.Println(err)
		return
	}
	gaps, err := audit.Run(context.Background(), subject, []audit.Check{unsourced})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range gaps {
		fmt.Println(g.Key())
		fmt.Println(g.Remedy)
		fmt.Println(g.Worst.Risk, "is", g.Worst.Level)
	}
	// Output:
	// acme/unsourced risk/R-1/source
	// Say who or what could bring it about.
	// R-1 is high
}

// The documentation of a check is one text for page, tool and reader.
func ExampleChecks() {
	for _, c := range audit.Checks() {
		if c.Clause.Number == "5.3" {
			fmt.Println(c.Code, "–", c.Title)
			fmt.Println(c.Remedy())
		}
	}
	// Output:
	// authority-vacant – Authority vacant
	// Assign the role to somebody, with the day from which it holds, or move its duties to another role.
}

// A grace is a field; the others keep the days that are stated.
func ExampleGraces() {
	subject, err := look()
	if err != nil {
		fmt.Println(err)
		return
	}
	subject.Graces = audit.Graces{Assess: 90, Evidence: -1}
	gaps, err := audit.Run(context.Background(), subject, audit.Checks())
	fmt.Println(len(gaps), err)
	// Output:
	// 6 <nil>
}

// A gap list is a document like any other; an encoder writes it.
func ExampleDocument() {
	d := audit.Document(nil)
	d.Subtitle = "Acme, as of 2026-06-30"
	if err := markdown.Write(os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Gap list
	//
	// Acme, as of 2026-06-30
	//
	// - **Gaps**: 0
	// - **Contradiction**: 0
	// - **Gap**: 0
	// - **Weak**: 0
	// - **Note**: 0
	//
	// What an auditor would object to in these records, by clause of ISO/IEC 27001:2022. It is computed from the records alone: it grades nothing as a nonconformity, and what it does not list is not thereby fulfilled.
	//
	// - **contradiction**: the records refute each other
	// - **gap**: the records lack what the clause asks for
	// - **weak**: the records hold it, and an auditor would ask
	// - **note**: worth a look
	//
	// **Gaps**
	//
	// The checks found nothing in these records.
}
