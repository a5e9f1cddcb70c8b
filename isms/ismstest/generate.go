package ismstest

import (
	"encoding"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
)

// Generate makes a System of a few records of each kind that validates, from
// the numbers of r alone. Over some runs every field of every record is used,
// with texts that are hard on encodings. Its assessments use a method of the
// System itself, or one that nobody knows.
func Generate(r *rand.Rand) isms.System {
	g := &generator{Rand: r, count: make(map[isms.Kind]int)}
	for kind := range isms.Kinds() {
		g.count[kind] = 1 + g.IntN(3)
	}
	var sys isms.System
	g.fill(reflect.ValueOf(&sys).Elem(), reflect.StructField{})
	sys.ID, sys.SchemaVersion = "generated", isms.SchemaVersion
	g.repair(&sys)
	return sys
}

type generator struct {
	*rand.Rand
	count map[isms.Kind]int
}

// texts are hard on encodings: what YAML takes for something else, what JSON
// escapes, what editors and spreadsheets spoil.
var texts = []string{
	"plain words", "no", "5.10", "010", "1.10", "null", "~", "true", "2026-11-21", "1e3", "0x1F", "-", "- item", "? key",
	"a: b", "a #b", "#b", "'single'", `"double"`, `back\slash`, " leading", "trailing ", "two\nlines", "line\n", "\n", "tab\tin",
	"Zürich, 東京, مرحبا", "🔐 lock", "=1+1", "@name", "%PDF", "`tick`", "{brace", "[bracket", "*alias", "&anchor", "!tag", "|", ">",
	"a, b; c|d", "\u00a0\u2028\u2029\u0085", "<b>&amp;</b>", "é vs e\u0301", "---", "...", "key: {a: [1, 2]}", "\ufeffmark",
}

func (g *generator) text() string { return texts[g.IntN(len(texts))] }

func (g *generator) id(kind isms.Kind) string { return g.idOf(kind, g.IntN(g.count[kind])) }

// idOf returns the identifier of the i-th record of a kind.
func (g *generator) idOf(kind isms.Kind, i int) string {
	if kind == isms.KindControl && i == 0 {
		return "A.5.17" // an identifier that is itself a reference
	}
	if kind == isms.KindMethod {
		return "house/" + strconv.Itoa(i) // stands before "@" in an assessment
	}
	return fmt.Sprintf("%s/%d é", kind, i)
}

func (g *generator) date() isms.Date {
	d, _ := isms.NewDate(2024+g.IntN(4), 1+g.IntN(12), 1+g.IntN(28))
	return d
}

// kindOf returns the kind that a type of identifiers names.
func kindOf(t reflect.Type) (isms.Kind, bool) {
	name, ok := strings.CutSuffix(t.Name(), "ID")
	if !ok || t.Kind() != reflect.String {
		return 0, false
	}
	words := map[string]string{"InterestedParty": "interested-party", "ClassificationScheme": "classification-scheme"}
	word := words[name]
	if word == "" {
		word = strings.ToLower(name)
	}
	var kind isms.Kind
	err := kind.UnmarshalText([]byte(word))
	return kind, err == nil
}

// fill gives v a value that its type and tags allow.
//
//nolint:funlen // one case for each type that is a text or has rules of its own
func (g *generator) fill(v reflect.Value, sf reflect.StructField) {
	switch p := v.Addr().Interface().(type) {
	case *isms.Date:
		*p = g.date()
		return
	case *isms.Duration:
		*p = []isms.Duration{isms.Months(1 + g.IntN(30)), isms.Days(1 + g.IntN(40))}[g.IntN(2)]
		return
	case *isms.Ref:
		*p = g.ref(sf.Tag.Get("kinds"))
		return
	case *isms.Party:
		*p = isms.Party(g.ref("organization,unit,body,role,person"))
		return
	case *annexa.ControlRef:
		*p = []annexa.ControlRef{{Set: annexa.ISO27001v2022, ID: "A.5.10"}, {Set: annexa.ISO27001v2022, ID: "A.8.1"}, {Set: "acme:1", ID: "X-7"}}[g.IntN(3)]
		return
	case *annexa.ClauseRef:
		*p, _ = annexa.ParseClause([]string{"6.1.3", "9.1", "iso9001:2015/7.5"}[g.IntN(3)])
		return
	case *annexa.Set:
		*p = []annexa.Set{annexa.ISO27001v2022, "acme:1"}[g.IntN(2)]
		return
	case *isms.Extensions:
		*p = isms.Extensions{"acme/" + g.text(): json.RawMessage(`{"a":[1,2.50,null,"é"],"b":"5.10"}`), "n": json.RawMessage("5.10")}
		return
	case *isms.Amount:
		*p = isms.Amount{Value: float64(g.IntN(1e6)) / 4, Currency: []string{"", "EUR", "CHF"}[g.IntN(3)]}
		return
	case *risk.Inputs:
		*p = risk.Inputs{"likelihood": Levels[g.IntN(3)], "consequence": Levels[g.IntN(3)]}
		return
	case *risk.Method:
		*p = Method("", "")
		return
	case *risk.Scale:
		*p = scale()
		return
	case *risk.Criteria:
		for _, l := range Levels {
			p.Levels = append(p.Levels, risk.LevelCriterion{Level: l, Acceptable: l == Levels[0], Authority: g.text()})
		}
		return
	case *risk.Aggregation:
		*p = risk.Aggregation{Escalations: []risk.Escalation{{Count: 1 + g.IntN(4), At: Levels[g.IntN(2)], Gives: Levels[2]}}}
		return
	case *isms.CommonLevel:
		*p = isms.CommonLevel{Level: Levels[g.IntN(3)], Common: g.text()}
		return
	case *risk.Rating:
		*p = risk.Rating{Level: Levels[g.IntN(3)], Likelihood: Levels[g.IntN(3)]}
		return
	}
	g.fillKind(v, sf)
}

func (g *generator) fillKind(v reflect.Value, sf reflect.StructField) {
	if kind, ok := kindOf(v.Type()); ok {
		v.SetString(g.id(kind))
		return
	}
	switch v.Kind() { //nolint:exhaustive // the records have no others, and would fail the test of fields
	case reflect.String:
		v.SetString(g.text())
	case reflect.Bool:
		v.SetBool(g.IntN(2) == 0)
	case reflect.Int:
		v.SetInt(int64(1 + g.IntN(50)))
	case reflect.Float64:
		v.SetFloat(float64(1+g.IntN(99)) / 100)
	case reflect.Uint64:
		v.SetUint(g.Uint64())
	case reflect.Uint8:
		v.SetUint(uint64(1 + g.IntN(words(v.Type())))) //nolint:gosec // small
	case reflect.Map:
		v.Set(reflect.ValueOf(map[string]string{"own " + g.text(): Levels[g.IntN(3)]}))
	case reflect.Slice:
		g.fillSlice(v, sf)
	case reflect.Struct:
		g.fillStruct(v)
	}
}

func (g *generator) fillStruct(v reflect.Value) {
	for i := range v.NumField() {
		sf := v.Type().Field(i)
		required := strings.Contains(sf.Tag.Get("doc"), "required") || isTable(sf.Type)
		if !required && g.IntN(4) == 0 {
			continue
		}
		g.fill(v.Field(i), sf)
	}
	if d, ok := reflect.TypeAssert[*isms.Decision](v.Addr()); ok {
		d.On = g.date()
	}
	from, until := v.FieldByName("From"), v.FieldByName("Until")
	if from.IsValid() && until.IsValid() && from.Type() == reflect.TypeFor[isms.Date]() {
		a, b := from.Interface().(isms.Date), until.Interface().(isms.Date) //nolint:forcetypeassert // just looked
		if !b.IsZero() && b.Before(a) {
			from.Set(reflect.ValueOf(b))
			until.Set(reflect.ValueOf(a))
		}
	}
}

func (g *generator) fillSlice(v reflect.Value, sf reflect.StructField) {
	n := 1 + g.IntN(2)
	kind, isRecord := recordKind(v.Type().Elem())
	if isRecord {
		n = g.count[kind]
	}
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i := range n {
		g.fill(v.Index(i), sf)
		if id := idField(v.Index(i)); isRecord && id.IsValid() {
			id.SetString(g.idOf(kind, i))
		}
	}
}

// recordKind returns the kind of the records of a type.
func recordKind(t reflect.Type) (isms.Kind, bool) {
	r, ok := reflect.TypeAssert[isms.Record](reflect.Zero(t))
	if !ok {
		return 0, false
	}
	return r.Ref().Kind, true
}

// isTable reports whether a field lists records.
func isTable(t reflect.Type) bool {
	if t.Kind() != reflect.Slice {
		return false
	}
	_, ok := recordKind(t.Elem())
	return ok
}

func idField(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Struct {
		return reflect.Value{}
	}
	return v.FieldByName("ID")
}

// ref returns a reference to a record of one of the kinds of a tag.
func (g *generator) ref(kinds string) isms.Ref {
	list := strings.Split(kinds, ",")
	var kind isms.Kind
	_ = kind.UnmarshalText([]byte(list[g.IntN(len(list))])) // the tags are tested
	return isms.Ref{Kind: kind, ID: g.id(kind)}
}

// words counts the words of an enumeration.
func words(t reflect.Type) int {
	n := 0
	for v := reflect.New(t).Elem(); n < 255; n++ {
		v.SetUint(uint64(n + 1))
		m, ok := reflect.TypeAssert[encoding.TextMarshaler](v)
		if !ok {
			return n
		}
		if _, err := m.MarshalText(); err != nil {
			return n
		}
	}
	return n
}

// repair makes true what no single field can know.
func (g *generator) repair(sys *isms.System) {
	sys.Currency = "EUR"
	for i := range sys.Organizations {
		sys.Organizations[i].Parent = ""
		if i > 0 {
			sys.Organizations[i].Parent = sys.Organizations[i-1].ID
		}
	}
	for i := range sys.Units {
		sys.Units[i].Parent = ""
		if i > 0 {
			sys.Units[i].Parent = sys.Units[i-1].ID
		}
	}
	for i := range sys.Scopes {
		sys.Scopes[i].Parent = ""
		if i > 0 {
			sys.Scopes[i].Parent = sys.Scopes[0].ID
		}
	}
	for i := range sys.Risks {
		sys.Risks[i].PartOf = ""
		if i > 0 {
			sys.Risks[i].PartOf = sys.Risks[i-1].ID
		}
	}
	g.repairMethods(sys)
	g.repairAssets(sys)
	seen := make(map[isms.Ref]bool)
	kept := sys.Applicability[:0]
	for _, a := range sys.Applicability {
		if !seen[a.Ref()] {
			kept = append(kept, a)
		}
		seen[a.Ref()] = true
	}
	sys.Applicability = kept
}

// unknown names a method that nobody has.
const unknown = "nobody/knows@7"

func (g *generator) repairMethods(sys *isms.System) {
	for i := range sys.Methods {
		m := &sys.Methods[i]
		if len(m.Versions) == 0 {
			m.Versions = make([]isms.MethodVersion, 1)
		}
		for j := range m.Versions {
			v := &m.Versions[j]
			v.Number = strconv.Itoa(j + 1)
			v.From, _ = isms.NewDate(2000+j, 1, 1)
			v.Own, v.Published = Method("", ""), ""
			if g.IntN(4) == 0 {
				v.Own, v.Published = risk.Method{}, unknown
			}
			g.repairHarmonization(sys, i, v)
		}
	}
	for i := range sys.Risks {
		for j := range sys.Risks[i].Assessments {
			a := &sys.Risks[i].Assessments[j]
			m := sys.Methods[g.IntN(len(sys.Methods))]
			if a.Override.Level != "" {
				a.Override.Level = Levels[g.IntN(3)]
			}
			a.Method = []string{string(m.ID), string(m.ID) + "@1", unknown, ""}[g.IntN(4)]
		}
	}
}

// repairHarmonization lets every method but the first be mapped to the first,
// level by level, where that is known.
func (g *generator) repairHarmonization(sys *isms.System, method int, v *isms.MethodVersion) {
	h := &v.Harmonization
	h.To, h.Likelihood, h.Consequence = "", nil, nil
	slices.SortFunc(h.Levels, func(a, b isms.CommonLevel) int { return strings.Compare(a.Level, b.Level) })
	h.Levels = slices.CompactFunc(h.Levels, func(a, b isms.CommonLevel) bool { return a.Level == b.Level })
	if method == 0 || sys.Methods[0].Versions[0].Published != "" || g.IntN(2) == 0 {
		return
	}
	same := make([]isms.CommonLevel, len(Levels))
	for i, l := range Levels {
		same[i] = isms.CommonLevel{Level: l, Common: l}
	}
	h.To, h.Levels = string(sys.Methods[0].ID)+"@1", same
	if g.IntN(2) == 0 {
		h.Likelihood, h.Consequence = same, same
	}
}

func (g *generator) repairAssets(sys *isms.System) {
	for i := range sys.ClassificationSchemes {
		sys.ClassificationSchemes[i].Scale = scale()
	}
	for i := range sys.Assets {
		for j := range sys.Assets[i].Valuations {
			v := &sys.Assets[i].Valuations[j]
			for _, p := range []*string{&v.Confidentiality, &v.Integrity, &v.Availability} {
				if *p != "" {
					*p = Levels[g.IntN(3)]
				}
			}
		}
	}
}
