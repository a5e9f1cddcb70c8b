// Package schema holds the JSON Schema (2020-12) of the documents and records
// of package isms: for editors that complete and check what people type, and
// for products that check what comes in before they store it.
//
// The schema is generated from the Go types, their tags and comments, so both
// say the same. It refuses whatever is wrong with the shape of a document.
// What it cannot see, and the decoder and isms.Validate do, is listed in
// docs/schema.md: identifiers used twice, references to records that do not
// exist, levels that are not on the scale of a method.
package schema

import (
	_ "embed"

	"github.com/ismskit/ismskit/isms"
)

//go:generate go run ./internal/gen

// ID is the identifier of the schema; the number is isms.SchemaVersion.
const ID = "urn:ismskit:isms:1"

//go:embed isms.schema.json
var text string

// System returns the schema of a document that holds a whole System.
func System() string { return text }

// Record returns the identifier of the schema of one record of a kind, within
// the document that System returns: "urn:ismskit:isms:1#/$defs/Risk". It is ""
// for no kind.
func Record(kind isms.Kind) string {
	name, ok := names[kind]
	if !ok {
		return ""
	}
	return ID + "#/$defs/" + name
}
