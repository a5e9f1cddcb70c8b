package isms

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/risk"
)

// walk goes through the fields of a record by reflection: one description of
// the records, their types and tags, serves links and validation alike, so a
// field can be forgotten in neither.
type walk struct {
	path    []byte                       // of the field, a JSON Pointer
	link    func(Link)                   // is told every reference, unless nil
	problem func(code string, m message) // is told every fault, unless nil
}

// message is what is wrong with a field.
type message struct{ text, found, expected, hint string }

// step visits one value of a certain type.
type step func(w *walk, f *field, v reflect.Value)

// field is what a walk knows of one field of a struct.
type field struct {
	index    int
	name     string // "/" and the member's name
	required bool
	min, max float64
	kinds    []Kind // that a Ref may name; none means all
	own      bool   // the record's identifier, or a former one
	step     step
}

// plan is what a walk knows of a struct type.
type plan struct {
	fields      []field
	from, until int // indices of the bounds of an interval, -1 where there is none
}

// idKinds are the kinds that the types of identifiers name.
var idKinds = map[reflect.Type]Kind{
	reflect.TypeFor[OrganizationID]():         KindOrganization,
	reflect.TypeFor[UnitID]():                 KindUnit,
	reflect.TypeFor[SiteID]():                 KindSite,
	reflect.TypeFor[BodyID]():                 KindBody,
	reflect.TypeFor[PersonID]():               KindPerson,
	reflect.TypeFor[RoleID]():                 KindRole,
	reflect.TypeFor[IssueID]():                KindIssue,
	reflect.TypeFor[DeterminationID]():        KindDetermination,
	reflect.TypeFor[InterestedPartyID]():      KindInterestedParty,
	reflect.TypeFor[RequirementID]():          KindRequirement,
	reflect.TypeFor[ScopeID]():                KindScope,
	reflect.TypeFor[ProcessID]():              KindProcess,
	reflect.TypeFor[DocumentID]():             KindDocument,
	reflect.TypeFor[MethodID]():               KindMethod,
	reflect.TypeFor[ClassificationSchemeID](): KindClassificationScheme,
	reflect.TypeFor[AssetID]():                KindAsset,
	reflect.TypeFor[ThreatID]():               KindThreat,
	reflect.TypeFor[WeaknessID]():             KindWeakness,
	reflect.TypeFor[RiskID]():                 KindRisk,
	reflect.TypeFor[RoundID]():                KindRound,
	reflect.TypeFor[TreatmentID]():            KindTreatment,
	reflect.TypeFor[ActionID]():               KindAction,
	reflect.TypeFor[PlanID]():                 KindPlan,
	reflect.TypeFor[AcceptanceID]():           KindAcceptance,
	reflect.TypeFor[ControlID]():              KindControl,
	reflect.TypeFor[EvidenceID]():             KindEvidence,
	reflect.TypeFor[ObjectiveID]():            KindObjective,
	reflect.TypeFor[SupplierID]():             KindSupplier,
}

// plans caches the plan of each type; it holds facts about types, nothing else.
var plans sync.Map

func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan) //nolint:forcetypeassert // only plans are stored
	}
	p := &plan{from: -1, until: -1}
	for i := range t.NumField() {
		sf := t.Field(i)
		name, _, _ := strings.Cut(sf.Tag.Get("json"), ",")
		if !sf.IsExported() || name == "" || name == "-" {
			continue
		}
		f := fieldOf(sf, i, name)
		if sf.Type == reflect.TypeFor[Date]() && name == "from" {
			p.from = i
		}
		if sf.Type == reflect.TypeFor[Date]() && name == "until" {
			p.until = i
		}
		if f.step != nil || f.required {
			p.fields = append(p.fields, f)
		}
	}
	plans.Store(t, p)
	return p
}

func fieldOf(sf reflect.StructField, i int, name string) field {
	f := field{index: i, name: "/" + name, min: math.Inf(-1), max: math.Inf(1), own: name == "id" || name == "formerly"}
	for word := range strings.SplitSeq(sf.Tag.Get("doc"), ",") {
		key, value, _ := strings.Cut(word, "=")
		n, _ := strconv.ParseFloat(value, 64)
		switch key {
		case "required":
			f.required = true
		case "min":
			f.min = n
		case "max":
			f.max = n
		}
	}
	if tag := sf.Tag.Get("kinds"); tag != "" {
		for word := range strings.SplitSeq(tag, ",") {
			var k Kind
			_ = k.UnmarshalText([]byte(word)) // a test reads every tag
			f.kinds = append(f.kinds, k)
		}
	}
	f.step = stepOf(sf.Type)
	return f
}

// stepOf returns how values of a type are visited; nil where there is nothing
// to see.
func stepOf(t reflect.Type) step {
	switch t {
	case reflect.TypeFor[Ref](), reflect.TypeFor[Party]():
		return stepRef
	case reflect.TypeFor[annexa.ControlRef]():
		return stepControl
	case reflect.TypeFor[annexa.ClauseRef]():
		return stepClause
	case reflect.TypeFor[annexa.Set]():
		return stepSet
	case reflect.TypeFor[Extensions]():
		return stepExtensions
	case reflect.TypeFor[Amount]():
		return stepAmount
	case reflect.TypeFor[Date](), reflect.TypeFor[Duration](), reflect.TypeFor[risk.Method](),
		reflect.TypeFor[risk.Criteria](), reflect.TypeFor[risk.Scale](), reflect.TypeFor[risk.Rating]():
		return nil // well-formed by construction, or checked by package risk
	}
	if _, ok := idKinds[t]; ok {
		return stepID
	}
	switch t.Kind() { //nolint:exhaustive // the records have no others, a test sees to that
	case reflect.Uint8:
		return stepWord
	case reflect.String:
		return stepText
	case reflect.Int, reflect.Float64:
		return stepNumber
	case reflect.Map:
		return stepMap
	case reflect.Struct:
		return stepStruct
	case reflect.Slice:
		if inner := stepOf(t.Elem()); inner != nil {
			return func(w *walk, f *field, v reflect.Value) { stepSlice(w, f, v, inner) }
		}
	}
	return nil
}
