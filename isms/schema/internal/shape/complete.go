package shape

import (
	"encoding/json"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"github.com/ismskit/ismskit/isms"
)

// Complete adds to a schema of a System what stands in the tags of our types:
// which members are required, the ranges of numbers, the kinds that a
// reference may name.
func Complete(s *jsonschema.Schema) {
	types := make(map[string]reflect.Type)
	collect(types, reflect.TypeFor[isms.System]())
	complete(s, reflect.TypeFor[isms.System]())
	// Editors find the schema by this member; the decoder passes over it.
	s.Properties.Set("$schema", &jsonschema.Schema{Type: "string"})
	for name, def := range s.Definitions {
		if t, ok := types[name]; ok {
			complete(def, t)
		}
	}
}

// collect finds the struct types below t by their names in the schema.
func collect(types map[string]reflect.Type, t reflect.Type) {
	switch t.Kind() { //nolint:exhaustive // the others hold no structs
	case reflect.Slice, reflect.Pointer:
		collect(types, t.Elem())
	case reflect.Struct:
		if _, seen := types[name(t)]; seen || text(t) != nil {
			return
		}
		types[name(t)] = t
		for field := range t.Fields() {
			if field.IsExported() {
				collect(types, field.Type)
			}
		}
	}
}

func complete(s *jsonschema.Schema, t reflect.Type) {
	s.Required = nil
	for f := range t.Fields() {
		member, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		p, ok := s.Properties.Get(member)
		if !ok {
			continue
		}
		for word := range strings.SplitSeq(f.Tag.Get("doc"), ",") {
			rule(s, p, member, word)
		}
		if kinds := f.Tag.Get("kinds"); kinds != "" {
			target := p
			if p.Items != nil {
				target = p.Items
			}
			target.Pattern = reference(strings.Split(kinds, ",")...).Pattern
		}
		if member == "currency" {
			p.Pattern = currency
		}
	}
}

func rule(s, p *jsonschema.Schema, member, word string) {
	key, value, _ := strings.Cut(word, "=")
	switch key {
	case "required":
		s.Required = append(s.Required, member)
	case "min":
		p.Minimum = json.Number(value)
	case "max":
		p.Maximum = json.Number(value)
	}
}
