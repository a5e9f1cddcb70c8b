package isms_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

// fingerprint is everything that a view derives, a line for each result,
// sorted: the results of every function of a record, or of a fact within one,
// that asks for a day, and of every function of the view itself. Two views with
// the same fingerprint cannot be told apart by what is built on them.
func fingerprint(tb testing.TB, v *isms.View) []string {
	tb.Helper()
	p := printer{View: v, at: reflect.ValueOf(v.At())}
	sys := v.System()
	for _, c := range sys.Controls {
		p.cadences = append(p.cadences, c.Cadence)
	}
	for kind := range isms.Kinds() {
		for r, err := range v.All(kind) {
			require.NoError(tb, err)
			if kind == isms.KindSystem {
				r = isms.System{Phases: sys.Phases}
			}
			p.value(r.Ref().String(), reflect.ValueOf(r))
		}
	}
	for _, s := range append([]isms.Scope{{}}, sys.Scopes...) {
		p.scope(s.ID)
	}
	p.controls(sys)
	p.risks(sys)
	p.parties(sys)
	slices.Sort(p.lines)
	return p.lines
}

type printer struct {
	*isms.View

	at       reflect.Value
	cadences []isms.Duration
	lines    []string
}

func (p *printer) line(what string, values ...any) {
	text, err := json.Marshal(values)
	if err != nil {
		panic(err) // the records hold nothing that has no text
	}
	p.lines = append(p.lines, what+" = "+string(text))
}

// value asks a value and whatever it holds everything that can be asked for a
// day, by reflection: what is added to the model is asked too.
func (p *printer) value(what string, v reflect.Value) {
	switch v.Kind() { //nolint:exhaustive // the others hold no facts
	case reflect.Slice:
		for i := range v.Len() {
			p.fact(what, v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[isms.Date]() {
			return
		}
		p.ask(what, v)
		for i := range v.NumField() {
			p.value(what+"."+v.Type().Field(i).Name, v.Field(i))
		}
	}
}

// fact is value for an element of a list. Its place in the list is no result,
// so its content stands for it.
func (p *printer) fact(what string, v reflect.Value) {
	if v.Kind() != reflect.Struct {
		return
	}
	text, err := json.Marshal(v.Interface())
	if err != nil {
		panic(err)
	}
	p.value(what+string(text), v)
}

// ask calls the methods whose last argument is a day.
func (p *printer) ask(what string, v reflect.Value) {
	for i := range v.NumMethod() {
		name, m := v.Type().Method(i).Name, v.Method(i)
		args := m.Type().NumIn()
		if args == 0 || m.Type().In(args-1) != p.at.Type() || name == "Erased" || reflect.TypeFor[isms.Duration]() == v.Type() {
			continue
		}
		for _, first := range p.first(m.Type()) {
			in := append(slices.Clone(first), p.at)
			p.line(fmt.Sprint(what, " ", name, " ", first), results(m.Call(in))...)
		}
	}
}

// first are the values to try for the arguments before the day.
func (p *printer) first(m reflect.Type) [][]reflect.Value {
	if m.NumIn() == 1 {
		return [][]reflect.Value{nil}
	}
	var in [][]reflect.Value
	switch m.In(0) {
	case reflect.TypeFor[isms.Stage]():
		for _, stage := range []isms.Stage{isms.Inherent, isms.Current, isms.Residual} {
			in = append(in, []reflect.Value{reflect.ValueOf(stage)})
		}
	case reflect.TypeFor[isms.Duration]():
		for _, cadence := range p.cadences {
			in = append(in, []reflect.Value{reflect.ValueOf(cadence)})
		}
	default:
		panic("say how to ask for " + m.String())
	}
	return in
}

// results are the values that a method returned. Members of a scope have no
// order.
func results(out []reflect.Value) []any {
	values := make([]any, len(out))
	for i, o := range out {
		values[i] = o.Interface()
		if refs, ok := values[i].([]isms.Ref); ok {
			refs = slices.Clone(refs)
			slices.SortFunc(refs, isms.Ref.Compare)
			values[i] = refs
		}
	}
	return values
}

func (p *printer) scope(scope isms.ScopeID) {
	for _, line := range drivers(p.View, scope) {
		p.line(fmt.Sprintf("drivers in %q", scope), line)
	}
	for _, ref := range []annexa.ControlRef{ref("A.5.10"), ref("A.5.17"), ref("A.8.1"), {Set: "acme:1", ID: "X-7"}} {
		d, ok := p.Applicability(scope, ref)
		p.line(fmt.Sprintf("applicability of %s in %q", ref, scope), d, ok)
		for _, c := range p.Realizers(ref, scope) {
			p.line(fmt.Sprintf("realizer of %s in %q", ref, scope), c.ID)
		}
	}
}

func (p *printer) controls(sys isms.System) {
	for _, c := range sys.Controls {
		what := "control " + string(c.ID)
		p.line(what, p.Supported(c))
		for _, e := range p.EvidenceOf(c.ID) {
			p.line(what+" evidence", e.ID)
		}
		for _, a := range p.ActionsFor(c.Ref()) {
			p.line(what+" action", a.ID)
		}
	}
}

func (p *printer) risks(sys isms.System) {
	for _, r := range sys.Risks {
		for _, stage := range []isms.Stage{isms.Inherent, isms.Current, isms.Residual} {
			rated := p.RateRisk(r, stage)
			criterion, ok := rated.Criterion()
			what := fmt.Sprintf("risk %s rated %d", r.ID, stage)
			p.line(what, rated.Level, rated.Rank, rated.From, rated.Rating(), rated.Label(), rated.Overridden, criterion, ok)
			if rated.Use != nil {
				p.line(what+" authority", p.AuthorityFor(criterion.Authority, rated.Use.Version, r))
			}
		}
	}
}

func (p *printer) parties(sys isms.System) {
	var parties []isms.Party
	for _, who := range sys.Persons {
		parties = append(parties, isms.Party(who.Ref()))
	}
	for _, role := range sys.Roles {
		for _, who := range append(parties, isms.Party(role.Ref())) {
			p.line(fmt.Sprintf("%s as %s", who, role.Ref()), p.ActsAs(who, isms.Party(role.Ref())))
		}
	}
}
