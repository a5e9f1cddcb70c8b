// Package schema holds the JSON Schema (2020-12) of a risk method as a file of
// its own: for editors that complete and check what people type, and for
// products that take methods in.
//
// It refuses what is wrong with the shape of a method: unknown members, words
// that are no formula, numbers where text belongs. That a table is complete and
// names levels that exist is for risk.Method.Problems, which package risk/yaml
// asks.
package schema

import _ "embed"

// ID is the identifier of the schema.
const ID = "urn:ismskit:risk-method:1"

//go:embed method.schema.json
var text string

// Method returns the schema of a risk method.
func Method() string { return text }
