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

	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/loss/schema"
)

// document is what these tests look at in a schema.
type document struct {
	Schema     string                     `json:"$schema"`
	ID         string                     `json:"$id"`
	Properties map[string]json.RawMessage `json:"properties"`
	Required   []string                   `json:"required"`
	Defs       map[string]document        `json:"$defs"`
	OneOf      []document                 `json:"oneOf"`
}

// TestMembers: each type has the members of its Go type, and no others; what is
// required is among them.
func TestMembers(t *testing.T) {
	var s document
	require.NoError(t, json.Unmarshal([]byte(schema.Model()), &s))
	require.Equal(t, "https://json-schema.org/draft/2020-12/schema", s.Schema)
	require.Equal(t, schema.ID, s.ID)
	delete(s.Properties, "$schema")
	s.Defs["Model"], s.Defs["Uncertain"] = s, s.Defs["Uncertain"].OneOf[1]
	types := []reflect.Type{
		reflect.TypeFor[loss.Model](), reflect.TypeFor[loss.Scenario](), reflect.TypeFor[loss.Stage](), reflect.TypeFor[loss.Uncertain](),
		reflect.TypeFor[loss.Link](), reflect.TypeFor[loss.Cause](), reflect.TypeFor[loss.Hit](), reflect.TypeFor[loss.Layer](),
		reflect.TypeFor[loss.Control](), reflect.TypeFor[loss.Effect](),
		reflect.TypeFor[loss.Poisson](), reflect.TypeFor[loss.NegativeBinomial](), reflect.TypeFor[loss.Binomial](),
		reflect.TypeFor[loss.Bernoulli](), reflect.TypeFor[loss.Exactly](), reflect.TypeFor[loss.Multiplied](),
		reflect.TypeFor[fair.Tree](), reflect.TypeFor[fair.Secondary](), reflect.TypeFor[fair.Forms](),
	}
	for _, typ := range types {
		var want []string
		for f := range typ.Fields() {
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "own" { // a function is not in a file
				want = append(want, name)
			}
		}
		if typ == reflect.TypeFor[loss.Scenario]() {
			want = append(want, "fair", "fairProduct")
		}
		def := s.Defs[typ.Name()]
		require.ElementsMatch(t, want, slices.Collect(maps.Keys(def.Properties)), typ)
		require.Subset(t, want, def.Required, typ)
	}
	require.Len(t, s.Defs, len(types)+2, "these, Distribution and Frequency")
}

// The schema is one text for any validator of draft 2020-12.
func ExampleModel() {
	var s struct {
		ID string `json:"$id"`
	}
	if err := json.Unmarshal([]byte(schema.Model()), &s); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.ID)
	// Output: urn:ismskit:loss-model:1
}
