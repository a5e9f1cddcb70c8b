// Package risk_test holds the schema of a risk method against a validator of
// another project, and against the decoder.
package risk_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/ismskit/ismskit/risk/methods"
	riskschema "github.com/ismskit/ismskit/risk/schema"
	"github.com/ismskit/ismskit/risk/yaml"
	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/oracle/schema"
)

// TestPublished: every published method is a document of the schema.
func TestPublished(t *testing.T) {
	s, err := schema.Compile([]byte(riskschema.Method()), "")
	require.NoError(t, err)
	for _, m := range methods.All() {
		src, err := json.Marshal(m)
		require.NoError(t, err)
		faults, err := s.Check(src)
		require.NoError(t, err)
		require.Empty(t, faults, m.Ref())
	}
}

// TestOwn: so is the method of one's own that an example ships.
func TestOwn(t *testing.T) {
	s, err := schema.Compile([]byte(riskschema.Method()), "")
	require.NoError(t, err)
	src, err := os.ReadFile("../../../examples/rate/own.yaml")
	require.NoError(t, err)
	m, err := yaml.Decode("own.yaml", src)
	require.NoError(t, err)
	src, err = json.Marshal(m)
	require.NoError(t, err)
	faults, err := s.Check(src)
	require.NoError(t, err)
	require.Empty(t, faults)
}

// TestShape: what the decoder refuses for its shape the schema refuses too. Only
// a number where text belongs is fine in YAML, where 1 is a word that was typed.
func TestShape(t *testing.T) {
	s, err := schema.Compile([]byte(riskschema.Method()), "")
	require.NoError(t, err)
	for name, src := range map[string]string{
		"unknown member":           `{"id": "a", "tint": "red"}`,
		"unknown member of factor": `{"factors": [{"id": "a", "rule": "sum"}]}`,
		"text for number":          `{"levels": [{"id": "a", "value": "1"}]}`,
		"text for list":            `{"factors": "likelihood"}`,
		"list for text":            `{"title": []}`,
		"unknown role":             `{"factors": [{"id": "a", "role": "harm"}]}`,
		"unknown formula":          `{"formula": "median"}`,
		"formula of a step":        `{"steps": [{"id": "a", "formula": "Sum"}]}`,
		"weights in words":         `{"weights": ["1"]}`,
		"optional in words":        `{"factors": [{"id": "a", "optional": "yes"}]}`,
		"table of texts":           `{"table": ["a"]}`,
		"of in one word":           `{"of": "a"}`,
		"scale as a list":          `{"factors": [{"id": "a", "scale": []}]}`,
		"not an object":            `[]`,
	} {
		t.Run(name, func(t *testing.T) {
			faults, err := s.Check([]byte(src))
			require.NoError(t, err)
			require.NotEmpty(t, faults)
			_, err = yaml.Decode("method.yaml", []byte(src))
			require.Error(t, err)
			require.Contains(t, err.Error(), "(D", "a fault of the shape, not of the content")
		})
	}
}
