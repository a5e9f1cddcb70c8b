package shape

import (
	"strings"

	"github.com/invopop/jsonschema"
)

// Part returns the schema of one definition as a document of its own, with the
// definitions that it needs.
func Part(whole *jsonschema.Schema, name string) *jsonschema.Schema {
	part := *whole.Definitions[name]
	part.Version = whole.Version
	part.ID = "urn:ismskit:risk-method:1"
	part.Title = "ismskit: a method of rating risks"
	properties := jsonschema.NewProperties()
	properties.Set("$schema", &jsonschema.Schema{Type: "string"}) // editors find the schema by it
	for p := part.Properties.Oldest(); p != nil; p = p.Next() {
		properties.Set(p.Key, p.Value)
	}
	part.Properties = properties
	part.Definitions = jsonschema.Definitions{}
	need(part.Definitions, whole.Definitions, &part)
	return &part
}

// need adds the definitions that a schema refers to, and those that these do.
func need(into, from jsonschema.Definitions, s *jsonschema.Schema) {
	if s == nil {
		return
	}
	if name, ok := strings.CutPrefix(s.Ref, "#/$defs/"); ok && into[name] == nil {
		into[name] = from[name]
		need(into, from, from[name])
	}
	need(into, from, s.Items)
	need(into, from, s.AdditionalProperties)
	if s.Properties == nil {
		return
	}
	for p := s.Properties.Oldest(); p != nil; p = p.Next() {
		need(into, from, p.Value)
	}
}
