package isms

import (
	"iter"
	"reflect"
	"slices"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/internal/doc"
)

// Record is one record of a System: a Risk, a Control, a Person, or the System
// itself without its records. The set of kinds is closed: all records are
// types of this package, held by value. A pointer to one is taken for it.
type Record interface {
	// Ref names the record.
	Ref() Ref
	record()
}

// byValue returns the record that a pointer points at, where a Source or a
// caller holds one: *Risk has the methods of Risk.
func byValue(r Record) Record {
	v := reflect.ValueOf(r)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		return r
	}
	if held, ok := reflect.TypeAssert[Record](v.Elem()); ok {
		return held
	}
	return r
}

// The references of all kinds of records.

func (s System) Ref() Ref               { return SystemRef }
func (r Organization) Ref() Ref         { return Ref{KindOrganization, string(r.ID)} }
func (r Unit) Ref() Ref                 { return Ref{KindUnit, string(r.ID)} }
func (r Site) Ref() Ref                 { return Ref{KindSite, string(r.ID)} }
func (r Body) Ref() Ref                 { return Ref{KindBody, string(r.ID)} }
func (r Person) Ref() Ref               { return Ref{KindPerson, string(r.ID)} }
func (r Role) Ref() Ref                 { return Ref{KindRole, string(r.ID)} }
func (r Issue) Ref() Ref                { return Ref{KindIssue, string(r.ID)} }
func (r Determination) Ref() Ref        { return Ref{KindDetermination, string(r.ID)} }
func (r InterestedParty) Ref() Ref      { return Ref{KindInterestedParty, string(r.ID)} }
func (r Requirement) Ref() Ref          { return Ref{KindRequirement, string(r.ID)} }
func (r Scope) Ref() Ref                { return Ref{KindScope, string(r.ID)} }
func (r Process) Ref() Ref              { return Ref{KindProcess, string(r.ID)} }
func (r Document) Ref() Ref             { return Ref{KindDocument, string(r.ID)} }
func (r RiskMethod) Ref() Ref           { return Ref{KindMethod, string(r.ID)} }
func (r ClassificationScheme) Ref() Ref { return Ref{KindClassificationScheme, string(r.ID)} }
func (r Asset) Ref() Ref                { return Ref{KindAsset, string(r.ID)} }
func (r Threat) Ref() Ref               { return Ref{KindThreat, string(r.ID)} }
func (r Weakness) Ref() Ref             { return Ref{KindWeakness, string(r.ID)} }
func (r Risk) Ref() Ref                 { return Ref{KindRisk, string(r.ID)} }
func (r AssessmentRound) Ref() Ref      { return Ref{KindRound, string(r.ID)} }
func (r Treatment) Ref() Ref            { return Ref{KindTreatment, string(r.ID)} }
func (r Action) Ref() Ref               { return Ref{KindAction, string(r.ID)} }
func (r TreatmentPlan) Ref() Ref        { return Ref{KindPlan, string(r.ID)} }
func (r Acceptance) Ref() Ref           { return Ref{KindAcceptance, string(r.ID)} }
func (r Control) Ref() Ref              { return Ref{KindControl, string(r.ID)} }
func (r Applicability) Ref() Ref        { return ApplicabilityRef(r.Scope, r.Control) }
func (r Evidence) Ref() Ref             { return Ref{KindEvidence, string(r.ID)} }
func (r Objective) Ref() Ref            { return Ref{KindObjective, string(r.ID)} }
func (r Supplier) Ref() Ref             { return Ref{KindSupplier, string(r.ID)} }

// SystemRef names the record of the System itself: its title, sets, phases.
var SystemRef = Ref{Kind: KindSystem}

// ApplicabilityRef names the decision on a reference in a scope: the control,
// after the scope and a space where one is named.
func ApplicabilityRef(scope ScopeID, control annexa.ControlRef) Ref {
	if scope == "" {
		return Ref{KindApplicability, control.String()}
	}
	return Ref{KindApplicability, string(scope) + " " + control.String()}
}

func (System) record()               {}
func (Organization) record()         {}
func (Unit) record()                 {}
func (Site) record()                 {}
func (Body) record()                 {}
func (Person) record()               {}
func (Role) record()                 {}
func (Issue) record()                {}
func (Determination) record()        {}
func (InterestedParty) record()      {}
func (Requirement) record()          {}
func (Scope) record()                {}
func (Process) record()              {}
func (Document) record()             {}
func (RiskMethod) record()           {}
func (ClassificationScheme) record() {}
func (Asset) record()                {}
func (Threat) record()               {}
func (Weakness) record()             {}
func (Risk) record()                 {}
func (AssessmentRound) record()      {}
func (Treatment) record()            {}
func (Action) record()               {}
func (TreatmentPlan) record()        {}
func (Acceptance) record()           {}
func (Control) record()              {}
func (Applicability) record()        {}
func (Evidence) record()             {}
func (Objective) record()            {}
func (Supplier) record()             {}

// table is what the library must know of a kind to hold its records.
type table struct {
	kind   Kind
	member string // the member of the document that lists the records
	all    func(*System) iter.Seq[Record]
	count  func(*System) int
	at     func(*System, int) Record
	add    func(*System, Record) bool // false for what is no record of the kind
	sort   func(*System)              // by identifier, leaving the list it came from as it was
	decode func(*doc.Node) (Record, []doc.Fault)
}

// tableOf describes the kind of T, whose records stand in one field of System.
func tableOf[T Record](kind Kind, member string, field func(*System) *[]T) table {
	return table{
		kind: kind, member: member,
		all: func(s *System) iter.Seq[Record] {
			return func(yield func(Record) bool) {
				for _, r := range *field(s) {
					if !yield(r) {
						return
					}
				}
			}
		},
		count: func(s *System) int { return len(*field(s)) },
		at:    func(s *System, i int) Record { return (*field(s))[i] },
		add: func(s *System, r Record) bool {
			t, ok := r.(T)
			if ok {
				list := field(s)
				*list = append(*list, t)
			}
			return ok
		},
		sort: func(s *System) {
			list := field(s)
			*list = slices.Clone(*list)
			slices.SortStableFunc(*list, func(a, b T) int { return a.Ref().Compare(b.Ref()) })
		},
		decode: func(root *doc.Node) (Record, []doc.Fault) {
			var r T
			faults := doc.Decode(root, &r, doc.Options{})
			return r, faults
		},
	}
}

// tables lists every kind but the System itself, in the order of the kinds.
var tables = []table{
	tableOf(KindOrganization, "organizations", func(s *System) *[]Organization { return &s.Organizations }),
	tableOf(KindUnit, "units", func(s *System) *[]Unit { return &s.Units }),
	tableOf(KindSite, "sites", func(s *System) *[]Site { return &s.Sites }),
	tableOf(KindBody, "bodies", func(s *System) *[]Body { return &s.Bodies }),
	tableOf(KindPerson, "persons", func(s *System) *[]Person { return &s.Persons }),
	tableOf(KindRole, "roles", func(s *System) *[]Role { return &s.Roles }),
	tableOf(KindIssue, "issues", func(s *System) *[]Issue { return &s.Issues }),
	tableOf(KindDetermination, "determinations", func(s *System) *[]Determination { return &s.Determinations }),
	tableOf(KindInterestedParty, "interestedParties", func(s *System) *[]InterestedParty { return &s.InterestedParties }),
	tableOf(KindRequirement, "requirements", func(s *System) *[]Requirement { return &s.Requirements }),
	tableOf(KindScope, "scopes", func(s *System) *[]Scope { return &s.Scopes }),
	tableOf(KindProcess, "processes", func(s *System) *[]Process { return &s.Processes }),
	tableOf(KindDocument, "documents", func(s *System) *[]Document { return &s.Documents }),
	tableOf(KindMethod, "methods", func(s *System) *[]RiskMethod { return &s.Methods }),
	tableOf(KindClassificationScheme, "classificationSchemes", func(s *System) *[]ClassificationScheme { return &s.ClassificationSchemes }),
	tableOf(KindAsset, "assets", func(s *System) *[]Asset { return &s.Assets }),
	tableOf(KindThreat, "threats", func(s *System) *[]Threat { return &s.Threats }),
	tableOf(KindWeakness, "weaknesses", func(s *System) *[]Weakness { return &s.Weaknesses }),
	tableOf(KindRisk, "risks", func(s *System) *[]Risk { return &s.Risks }),
	tableOf(KindRound, "rounds", func(s *System) *[]AssessmentRound { return &s.Rounds }),
	tableOf(KindTreatment, "treatments", func(s *System) *[]Treatment { return &s.Treatments }),
	tableOf(KindAction, "actions", func(s *System) *[]Action { return &s.Actions }),
	tableOf(KindPlan, "plans", func(s *System) *[]TreatmentPlan { return &s.Plans }),
	tableOf(KindAcceptance, "acceptances", func(s *System) *[]Acceptance { return &s.Acceptances }),
	tableOf(KindControl, "controls", func(s *System) *[]Control { return &s.Controls }),
	tableOf(KindApplicability, "applicability", func(s *System) *[]Applicability { return &s.Applicability }),
	tableOf(KindEvidence, "evidence", func(s *System) *[]Evidence { return &s.Evidence }),
	tableOf(KindObjective, "objectives", func(s *System) *[]Objective { return &s.Objectives }),
	tableOf(KindSupplier, "suppliers", func(s *System) *[]Supplier { return &s.Suppliers }),
}

// systemTable decodes the System itself, which stands in no table.
var systemTable = table{kind: KindSystem, decode: func(root *doc.Node) (Record, []doc.Fault) {
	var s System
	faults := doc.Decode(root, &s, doc.Options{})
	return s.header(), faults
}}

// tableFor returns the table of a kind; ok is false for the System itself.
func tableFor(kind Kind) (t table, ok bool) {
	i := int(kind) - int(KindOrganization)
	if i < 0 || i >= len(tables) {
		return table{}, false
	}
	return tables[i], true
}

// Kinds returns every kind of record, the System itself first.
func Kinds() iter.Seq[Kind] {
	return func(yield func(Kind) bool) {
		for k := KindSystem; int(k) < len(kindWords); k++ {
			if !yield(k) {
				return
			}
		}
	}
}
