package schema_test

import (
	"encoding/json"
	"fmt"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/schema"
)

// The schema is one text for any validator of draft 2020-12.
func ExampleSystem() {
	var s struct {
		ID       string   `json:"$id"`
		Required []string `json:"required"`
	}
	if err := json.Unmarshal([]byte(schema.System()), &s); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.ID, s.Required)
	// Output:
	// urn:ismskit:isms:1 [id schemaVersion]
}

// One record has its part of it.
func ExampleRecord() {
	fmt.Println(schema.Record(isms.KindRisk))
	// Output:
	// urn:ismskit:isms:1#/$defs/Risk
}
