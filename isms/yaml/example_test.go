package yaml_test

import (
	"fmt"
	"os"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/yaml"
)

// An ISMS as a person types it. A control that is named by a reference
// realizes it; what looks like a number stays as typed.
func ExampleDecode() {
	sys, err := yaml.Decode("acme.yaml", []byte(`
id: acme
schemaVersion: 1
title: Acme Cloud
controls:
  - id: A.5.10 # acceptable use
    states: [{is: implemented, since: 2025-03-01}]
requirements:
  - {id: R-7, citation: 5.10, controls: [5.10]}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(sys.Controls[0].References()[0].Control, sys.Requirements[0].Citation)
	// Output:
	// A.5.10 5.10
}

// Every mistake is reported at once, at its line and column.
func ExampleDecode_problems() {
	_, err := yaml.Decode("acme.yaml", []byte(`
id: acme
schemaVersion: 1
risks:
  - id: R-1
    titel: Fire
    partOf: R-2
`))
	fmt.Println(err)
	// Output:
	// acme.yaml:6:5: risk/R-1/titel: unknown member "titel" (D022); did you mean "title"?
	// acme.yaml:7:13: risk/R-1/partOf: there is no risk of this identifier: got "R-2", want the identifier of one that exists (V004)
}

// Quotes stand only where a scalar needs them.
func ExampleEncode() {
	sys := isms.System{
		ID: "acme", SchemaVersion: isms.SchemaVersion,
		Issues: []isms.Issue{{ID: "I-1", Title: "yes: we sell abroad", Nature: isms.External}},
		Risks:  []isms.Risk{{ID: "R-1", Title: "Fire"}},
	}
	if err := yaml.Encode(os.Stdout, sys); err != nil {
		fmt.Println(err)
	}
	// Output:
	// id: acme
	// schemaVersion: 1
	// issues:
	//   - id: I-1
	//     title: "yes: we sell abroad"
	//     nature: external
	// risks:
	//   - id: R-1
	//     title: Fire
}
