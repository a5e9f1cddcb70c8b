// Package shape says what the Go types of a System look like as JSON Schema:
// what the generator of jsonschema cannot see by itself, because the types are
// texts or their rules stand in tags.
package shape

import (
	"encoding"
	"encoding/json"
	"iter"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
)

// Patterns of the text forms. They are as strict as a pattern can be; a test
// holds them against the parsers.
const (
	id       = `[^\x00-\x1f\x7f-\x9f]`
	anyID    = `^` + id + `{1,128}$`
	date     = `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`
	n        = `[0-9]{1,7}`
	fromDay  = n + `D`
	fromWeek = `(` + n + `W(` + fromDay + `)?|` + fromDay + `)`
	fromMon  = `(` + n + `M` + fromWeek + `?|` + fromWeek + `)`
	duration = `^P(` + n + `Y` + fromMon + `?|` + fromMon + `)$`
	word     = `[a-z0-9][a-z0-9.-]{0,31}`
	set      = word + `:` + word
	inSet    = `[A-Za-z0-9][A-Za-z0-9._()-]{0,63}`
	annexA   = `(A\.)?(5\.([1-9]|[12][0-9]|3[0-7])|6\.[1-8]|7\.([1-9]|1[0-4])|8\.([1-9]|[12][0-9]|3[0-4]))`
	control  = `^(` + annexA + `|` + set + `/` + inSet + `)$`
	number   = `([4-9]|10)(\.[0-9]{1,2}){0,2}` // of a clause of ISO/IEC 27001:2022
	clause   = `^(` + set + `/` + inSet + `|` + number + `)( [a-z]\)?)?$`
	plain    = `[^@\s\x00-\x1f\x7f-\x9f]{1,128}`
	method   = `^` + plain + `(@` + plain + `)?$`
	currency = `^[A-Z]{3}$`
)

// Reflector returns the generator with our types explained to it.
func Reflector() *jsonschema.Reflector {
	return &jsonschema.Reflector{Mapper: text, Namer: name, ExpandedStruct: true}
}

// name tells the types of package risk from those of package isms.
func name(t reflect.Type) string {
	if strings.HasSuffix(t.PkgPath(), "/risk") {
		return "risk." + t.Name()
	}
	return t.Name()
}

// text returns the schema of the types that are one text, or whose values are
// free; nil for all others.
func text(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[isms.Date]():
		return &jsonschema.Schema{Type: "string", Format: "date", Pattern: date}
	case reflect.TypeFor[isms.Duration]():
		return &jsonschema.Schema{Type: "string", Pattern: duration}
	case reflect.TypeFor[isms.Ref]():
		return reference()
	case reflect.TypeFor[isms.Party]():
		return reference("organization", "unit", "body", "role", "person")
	case reflect.TypeFor[annexa.ControlRef]():
		return &jsonschema.Schema{Type: "string", Pattern: control}
	case reflect.TypeFor[annexa.ClauseRef]():
		return &jsonschema.Schema{Type: "string", Pattern: clause}
	case reflect.TypeFor[annexa.Set]():
		return &jsonschema.Schema{Type: "string", Pattern: "^" + set + "$"}
	case reflect.TypeFor[risk.MethodRef]():
		return &jsonschema.Schema{Type: "string", Pattern: method}
	case reflect.TypeFor[isms.Extensions]():
		return &jsonschema.Schema{Type: "object"}
	case reflect.TypeFor[json.RawMessage]():
		return jsonschema.TrueSchema
	}
	if t.Kind() == reflect.Uint8 {
		return &jsonschema.Schema{Type: "string", Enum: Words(t)}
	}
	if t.Kind() == reflect.String && strings.HasSuffix(t.Name(), "ID") && t.PkgPath() == reflect.TypeFor[isms.System]().PkgPath() {
		return &jsonschema.Schema{Type: "string", Pattern: anyID}
	}
	return nil
}

// reference returns the schema of a reference to records of some kinds, of all
// if none is given.
func reference(kinds ...string) *jsonschema.Schema {
	if len(kinds) == 0 {
		for k := range isms.Kinds() {
			if k != isms.KindSystem {
				kinds = append(kinds, k.String())
			}
		}
	}
	return &jsonschema.Schema{Type: "string", Pattern: "^(" + strings.Join(kinds, "|") + ")/" + id + "{1,128}$"}
}

// Words returns the words of an enumeration, found by asking each number.
func Words(t reflect.Type) []any {
	var words []any
	v := reflect.New(t).Elem()
	for n := uint64(1); n < 256; n++ {
		v.SetUint(n)
		m, ok := reflect.TypeAssert[encoding.TextMarshaler](v)
		if !ok {
			break
		}
		word, err := m.MarshalText()
		if err != nil {
			break
		}
		words = append(words, string(word))
	}
	return words
}

// Records returns the type names of the records and their kinds.
func Records() iter.Seq2[string, isms.Kind] {
	return func(yield func(string, isms.Kind) bool) {
		t := reflect.TypeFor[isms.System]()
		for field := range t.Fields() {
			if field.Type.Kind() != reflect.Slice {
				continue
			}
			elem := field.Type.Elem()
			r, ok := reflect.TypeAssert[isms.Record](reflect.Zero(elem))
			if ok && !yield(elem.Name(), r.Ref().Kind) {
				return
			}
		}
	}
}
