// Package schema judges JSON Schemas and documents with a validator that is
// not ours. Only tests use it: what it says about the schemas that ismskit
// ships is held against what ismskit's own decoder says about the same
// documents.
package schema

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// A Schema is a compiled JSON Schema (draft 2020-12), or one of its
// definitions. It is safe for concurrent use.
type Schema struct {
	compiled *jsonschema.Schema
}

// place names the schema inside the compiler; nothing is ever fetched from it.
const place = "https://ismskit.invalid/schema.json"

// Compile reads a schema and proves it against its meta-schema. The pointer
// (RFC 6901) names the part to validate with: "" is the whole, "/$defs/Risk"
// one definition. Formats such as date are asserted, as a reader of the schema
// expects. A reference to another document is an error: nothing is fetched.
func Compile(src []byte, pointer string) (*Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		return nil, fmt.Errorf("schema: got a document that is not JSON: %w", err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	c.UseLoader(jsonschema.SchemeURLLoader{})
	if err := c.AddResource(place, doc); err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	compiled, err := c.Compile(place + "#" + pointer)
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	return &Schema{compiled}, nil
}

// A Fault is one reason why a document is refused.
type Fault struct {
	Path    string // JSON Pointer into the document, "" for the whole
	Keyword string // of the schema: "required", "enum" …; "" where the schema is false
	Message string
}

// Check returns why the schema refuses the document, sorted by path and
// keyword, or nothing. The error says that the document is not JSON at all.
func (s *Schema) Check(instance []byte) ([]Fault, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(instance))
	if err != nil {
		return nil, fmt.Errorf("schema: got a document that is not JSON: %w", err)
	}
	err = s.compiled.Validate(doc)
	refusal, ok := errors.AsType[*jsonschema.ValidationError](err)
	if !ok {
		return nil, err
	}
	faults := leaves(refusal)
	slices.SortFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Keyword, b.Keyword), cmp.Compare(a.Message, b.Message))
	})
	return faults, nil
}

// leaves returns the causes that have no cause of their own. The name of a
// member is judged as a document of its own, without a place: there the cause
// is the member, and no path is given, since the validator names any member of
// the object for it.
func leaves(e *jsonschema.ValidationError) []Fault {
	if name, ok := e.ErrorKind.(*kind.PropertyNames); ok {
		return []Fault{{"", "propertyNames", fmt.Sprintf("invalid property name '%s'", name.Property)}}
	}
	if len(e.Causes) == 0 {
		return []Fault{{pointer(e), keyword(e), e.DetailedOutput().Error.String()}}
	}
	var all []Fault
	for _, cause := range e.Causes {
		all = append(all, leaves(cause)...)
	}
	return all
}

func pointer(e *jsonschema.ValidationError) string {
	return e.DetailedOutput().InstanceLocation
}

// keyword returns the keyword that refuses; a schema that is false has none.
func keyword(e *jsonschema.ValidationError) string {
	if path := e.ErrorKind.KeywordPath(); len(path) > 0 {
		return path[0]
	}
	return ""
}
