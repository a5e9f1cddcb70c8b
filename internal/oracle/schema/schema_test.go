package schema_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/oracle/schema"
)

// register uses what the schemas of ismskit use: closed objects, words, dates,
// maps keyed by words, references to definitions, any JSON value.
const register = `{
	"$schema": "https://json-schema.org/draft/2020-12/schema",
	"$ref": "#/$defs/Register",
	"$defs": {
		"Register": {
			"type": "object",
			"properties": {"risks": {"type": "array", "items": {"$ref": "#/$defs/Risk"}}, "x": {"$ref": "#/$defs/Any"}},
			"required": ["risks"],
			"additionalProperties": false
		},
		"Risk": {
			"type": "object",
			"properties": {
				"id": {"type": "string", "minLength": 1, "maxLength": 8},
				"option": {"enum": ["modify", "retain"]},
				"on": {"type": "string", "format": "date"},
				"values": {"type": "object", "propertyNames": {"enum": ["low", "high"]}, "additionalProperties": {"type": "number"}}
			},
			"required": ["id"],
			"additionalProperties": false
		},
		"Any": {"type": "object", "additionalProperties": true}
	}
}`

func TestCheck(t *testing.T) {
	tests := map[string]struct {
		part, doc string
		want      []schema.Fault
	}{
		"accepted":                 {"", `{"risks":[{"id":"R-1","option":"modify","on":"2026-11-21","values":{"low":1}}],"x":{"a":[null]}}`, nil},
		"a part by itself":         {"/$defs/Risk", `{"id":"R-1"}`, nil},
		"missing":                  {"", `{}`, []schema.Fault{{"", "required", "missing property 'risks'"}}},
		"unknown member":           {"/$defs/Risk", `{"id":"R-1","owner":"A"}`, []schema.Fault{{"", "additionalProperties", "additional properties 'owner' not allowed"}}},
		"unknown word":             {"", `{"risks":[{"id":"R-1","option":"accept"}]}`, []schema.Fault{{"/risks/0/option", "enum", "value must be one of 'modify', 'retain'"}}},
		"unknown word as a name":   {"/$defs/Risk", `{"id":"R-1","values":{"huge":1}}`, []schema.Fault{{"", "propertyNames", "invalid property name 'huge'"}}},
		"another kind":             {"/$defs/Risk", `{"id":1}`, []schema.Fault{{"/id", "type", "got number, want string"}}},
		"not a day of the year":    {"/$defs/Risk", `{"id":"R-1","on":"2026-02-29"}`, []schema.Fault{{"/on", "format", "'2026-02-29' is not valid date: parsing time \"2026-02-29\": day out of range"}}},
		"a date with a time":       {"/$defs/Risk", `{"id":"R-1","on":"2026-02-28T00:00:00Z"}`, []schema.Fault{{"/on", "format", "'2026-02-28T00:00:00Z' is not valid date: parsing time \"2026-02-28T00:00:00Z\": extra text: \"T00:00:00Z\""}}},
		"every fault, in order":    {"", `{"risks":[{},{"id":""}],"y/z":1}`, []schema.Fault{{"", "additionalProperties", "additional properties 'y/z' not allowed"}, {"/risks/0", "required", "missing property 'id'"}, {"/risks/1/id", "minLength", "minLength: got 0, want 1"}}},
		"code points, not bytes":   {"/$defs/Risk", `{"id":"ÄÖÜäöüßé"}`, nil},
		"longer than code points":  {"/$defs/Risk", `{"id":"ÄÖÜäöüßéx"}`, []schema.Fault{{"/id", "maxLength", "maxLength: got 9, want 8"}}},
		"a number as big as it is": {"/$defs/Risk", `{"id":"R-1","values":{"low":1e400}}`, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s, err := schema.Compile([]byte(register), test.part)
			require.NoError(t, err)
			got, err := s.Check([]byte(test.doc))
			require.NoError(t, err)
			require.Equal(t, test.want, got)
		})
	}
}

func TestCheckIsAboutJSON(t *testing.T) {
	s, err := schema.Compile([]byte(register), "")
	require.NoError(t, err)
	for _, doc := range []string{"", "{", `{"risks":[]} {}`} {
		_, err := s.Check([]byte(doc))
		require.ErrorContains(t, err, "not JSON", doc)
	}
}

func TestCompileRefuses(t *testing.T) {
	tests := map[string]struct{ src, part, want string }{
		"not JSON":               {"{", "", "not JSON"},
		"not a schema":           {`{"type":"risk"}`, "", "is not valid against metaschema"},
		"no such part":           {register, "/$defs/Asset", "not found"},
		"a reference to nothing": {`{"$ref":"#/$defs/Risk"}`, "", "not found"},
		"another document":       {`{"$ref":"https://example.org/schema.json"}`, "", "no URLLoader"},
		"a file":                 {`{"$ref":"file:///schema.json"}`, "", "no URLLoader"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := schema.Compile([]byte(test.src), test.part)
			require.ErrorContains(t, err, test.want)
		})
	}
}
