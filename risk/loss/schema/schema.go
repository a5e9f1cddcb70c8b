// Package schema holds the JSON Schema (2020-12) of a loss model as a file: for
// editors that complete and check what people type, and for products that take
// models in.
//
// The schema is generated from the Go types and their comments, so both say the
// same. It refuses what is wrong with the shape of a model: unknown members, a
// frequency that is none, texts where numbers belong. What a distribution says in
// its text form, ranges of numbers and what refers to what is for package
// risk/loss/file to find.
package schema

import _ "embed"

//go:generate go run ./internal/gen

// ID is the identifier of the schema.
const ID = "urn:ismskit:loss-model:1"

//go:embed model.schema.json
var text string

// Model returns the schema of a loss model.
func Model() string { return text }
