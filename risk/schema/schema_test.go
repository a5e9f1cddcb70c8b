package schema_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/schema"
)

// document is what these tests look at in a schema.
type document struct {
	ID         string                     `json:"$id"`
	Properties map[string]json.RawMessage `json:"properties"`
	Defs       map[string]document        `json:"$defs"`
}

// TestMembers: each type has the members of its Go type, and no others.
func TestMembers(t *testing.T) {
	var s document
	require.NoError(t, json.Unmarshal([]byte(schema.Method()), &s))
	require.Equal(t, schema.ID, s.ID)
	delete(s.Properties, "$schema")
	s.Defs["risk.Method"] = s
	for _, typ := range []reflect.Type{
		reflect.TypeFor[risk.Method](), reflect.TypeFor[risk.Factor](), reflect.TypeFor[risk.Step](),
		reflect.TypeFor[risk.Scale](), reflect.TypeFor[risk.Level](),
	} {
		var want []string
		for f := range typ.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			want = append(want, name)
		}
		slices.Sort(want)
		require.Equal(t, want, slices.Sorted(maps.Keys(s.Defs[typ.String()].Properties)), typ)
	}
}

// The schema is one text for any validator of draft 2020-12.
func ExampleMethod() {
	var s struct {
		ID string `json:"$id"`
	}
	if err := json.Unmarshal([]byte(schema.Method()), &s); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.ID)
	// Output: urn:ismskit:risk-method:1
}
