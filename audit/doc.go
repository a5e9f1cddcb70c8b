// Package audit asks of the records of a management system what an auditor
// would ask, and lists the gaps.
//
//	view, err := isms.At(sys, on, methods.All())
//	st, err := soa.Derive(view, soa.Options{})
//	gaps, err := audit.Run(ctx, audit.Subject{View: view, Statement: st}, audit.Checks())
//	for _, g := range audit.Top(gaps, 10) {
//		fmt.Println(g)
//	}
//
// # Checks
//
// A [Check] is a value: a permanent code, the clause of ISO/IEC 27001:2022 that
// it serves, its documentation, and a function. [Checks] returns those of this
// package, for clauses 4 to 6.1.3; docs/audit.md lists them with exactly what
// triggers each, and what stays silent though it looks alike. A caller takes
// some of them, or adds its own:
//
//	own := audit.Check{
//		Code: "acme/untitled", Title: "Risk without a title", Severity: audit.Note,
//		Run: func(p *audit.Pass) {
//			for _, r := range p.View.System().Risks {
//				if r.Title == "" {
//					p.Report(audit.Gap{Record: r.Ref(), Field: "/title", Message: "The risk has no title."})
//				}
//			}
//		},
//	}
//
// A check reads dated facts as they stood on the day of the view: what is dated
// later changes nothing. It judges nothing that the records leave open, such as
// the level of a risk by a method that was not given.
//
// # Gaps
//
// A [Gap] names the record and the field in which it can be mended. There is one
// gap for each cause: a control that does not operate is one gap, with all risks
// whose rating counts on it. Its [Gap.Key] is the same tomorrow, so that a ticket
// is opened once. [Top] puts those first that matter most, [Document] makes the
// list a document.
//
// A [Severity] says what kind of objection it is, from records that refute each
// other to a note. It is never a grade: what is a nonconformity, and how grave,
// an auditor decides, who sees more than records. For the same reason an empty
// list says only that these checks found nothing in these records.
//
// # Graces
//
// The standard sets no days. Where a check waits, a field of [Graces] says how
// long; the zero value stands for the days that are stated there.
package audit
