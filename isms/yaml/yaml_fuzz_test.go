package yaml_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"reflect"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/isms/yaml"
)

func FuzzDecodeYAML(f *testing.F) {
	for _, text := range []string{
		"", "{}", "id: acme\nschemaVersion: 1\n", "# nothing\n", "id: acme\nschemaVersion: 1\n---\nid: b\n",
		"id: 5.10\nschemaVersion: 1\ntitle: no\nrisks:\n- id: 010\n- {id: R-2, partOf: 010}\n",
		"id: &a acme\nschemaVersion: 1\ntitle: *a\n", "id: !!str 5\nschemaVersion: 1\nx: {a: null, b: ~, c: 0x1F, d: .inf}\n",
		"id: acme\nschemaVersion: 1\ntitle: |\n  two\n  lines\nlanguage: >-\n  folded\n  text\n",
		"id: acme\r\nschemaVersion: 1\r\napplicability:\r\n  - control: 5.10 # unquoted\r\n",
		"id: acme\nschemaVersion: 1\n<<: {title: a}\n", "? id\n: acme\n", "\ufeffid: \"\\x41\"\nschemaVersion: 1\n",
	} {
		f.Add([]byte(text))
	}
	faults, err := os.ReadFile("../testdata/faults.yaml")
	require.NoError(f, err)
	f.Add(faults)
	for seed := range uint64(2) {
		var b bytes.Buffer
		require.NoError(f, yaml.Encode(&b, ismstest.Generate(rand.New(rand.NewPCG(seed, 9)))))
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		sys, err := yaml.Decode("fuzz.yaml", src)
		if err != nil {
			require.True(t, reflect.ValueOf(sys).IsZero())
			refused(t, err)
			return
		}
		var inYAML, inJSON, again bytes.Buffer
		require.NoError(t, yaml.Encode(&inYAML, sys))
		fromYAML, err := yaml.Decode("again.yaml", inYAML.Bytes())
		require.NoError(t, err)
		require.Equal(t, sys, fromYAML)
		require.NoError(t, isms.Encode(&inJSON, sys))
		fromJSON, err := isms.Decode("again.json", inJSON.Bytes())
		require.NoError(t, err)
		require.Equal(t, sys, fromJSON)
		require.NoError(t, yaml.Encode(&again, fromJSON))
		require.Equal(t, inYAML.String(), again.String())
	})
}

// refused holds that an error is all problems, each with its place in the text.
func refused(t *testing.T, err error) {
	t.Helper()
	ps, ok := errors.AsType[isms.Problems](err)
	require.True(t, ok, "%v", err)
	require.NotEmpty(t, ps)
	for _, p := range ps {
		require.NotEmpty(t, p.Code)
		require.NotEmpty(t, p.Message)
		require.True(t, utf8.ValidString(p.String()), "%q", p.String())
		require.Positive(t, p.Line, p)
		require.Positive(t, p.Column, p)
	}
}
