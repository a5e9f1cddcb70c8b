// Package isms_test holds the JSON Schema of package isms against its decoder,
// with a validator that is not ours.
package isms_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	ismsschema "github.com/ismskit/ismskit/isms/schema"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/oracle/schema"
)

func system(t *testing.T) *schema.Schema {
	t.Helper()
	s, err := schema.Compile([]byte(ismsschema.System()), "")
	require.NoError(t, err)
	return s
}

// TestSchemaAcceptsGeneratedSystems: whatever a System can hold, in every
// field, is a document of the schema, and each record one of its definition.
func TestSchemaAcceptsGeneratedSystems(t *testing.T) {
	whole := system(t)
	records := make(map[isms.Kind]*schema.Schema)
	for kind := range isms.Kinds() {
		if kind == isms.KindSystem {
			continue
		}
		_, pointer, ok := strings.Cut(ismsschema.Record(kind), "#")
		require.True(t, ok, kind)
		s, err := schema.Compile([]byte(ismsschema.System()), pointer)
		require.NoError(t, err)
		records[kind] = s
	}
	for seed := range uint64(40) {
		sys := ismstest.Generate(rand.New(rand.NewPCG(seed, 4)))
		var b bytes.Buffer
		require.NoError(t, isms.Encode(&b, sys))
		accepts(t, whole, b.Bytes())
		for kind, s := range records {
			for r, err := range sys.All(kind) {
				require.NoError(t, err)
				b.Reset()
				require.NoError(t, isms.EncodeRecord(&b, r))
				accepts(t, s, b.Bytes())
			}
		}
	}
}

func accepts(t *testing.T, s *schema.Schema, doc []byte) {
	t.Helper()
	faults, err := s.Check(doc)
	require.NoError(t, err)
	require.Empty(t, faults)
}

// TestSchemaAcceptsExamples: every ISMS that the repository ships.
func TestSchemaAcceptsExamples(t *testing.T) {
	whole, n := system(t), 0
	for _, pattern := range []string{"../../../examples/*/*.yaml", "../../../audit/testdata/clean/*.yaml"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, file := range files {
			src, err := os.ReadFile(file)
			require.NoError(t, err)
			if !bytes.Contains(src, []byte("schemaVersion:")) {
				continue // a method, a translation
			}
			n++
			sys, err := yaml.Decode(filepath.Base(file), src)
			require.NoError(t, err)
			var b bytes.Buffer
			require.NoError(t, isms.Encode(&b, sys))
			accepts(t, whole, b.Bytes())
		}
	}
	require.GreaterOrEqual(t, n, 4)
}

// TestSchemaAndDecoderRefuse: documents of a wrong shape, refused by both.
func TestSchemaAndDecoderRefuse(t *testing.T) {
	whole := system(t)
	files, err := filepath.Glob("../../../isms/schema/testdata/bad/*.json")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 60)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			require.NoError(t, err)
			_, err = isms.Decode(file, src)
			require.Error(t, err, "the decoder")
			faults, err := whole.Check(src)
			require.NoError(t, err)
			require.NotEmpty(t, faults, "the schema")
		})
	}
}

// TestSchemaRefusesWhatTheDecoderRefuses changes generated documents at random
// places: whatever the decoder refuses for shape, the schema refuses.
func TestSchemaRefusesWhatTheDecoderRefuses(t *testing.T) {
	whole := system(t)
	refused := 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 5))
		var b bytes.Buffer
		require.NoError(t, isms.Encode(&b, ismstest.Generate(r)))
		var doc any
		require.NoError(t, json.Unmarshal(b.Bytes(), &doc))
		changed, path := change(r, doc, "")
		src, err := json.Marshal(changed)
		require.NoError(t, err)
		if !refusedForShape(src) {
			continue
		}
		refused++
		faults, err := whole.Check(src)
		require.NoError(t, err)
		require.NotEmpty(t, faults, "seed %d at %s: the decoder refuses it, the schema does not", seed, path)
	}
	require.Greater(t, refused, 100)
}

// refusedForShape reports whether decoding finds a fault of the text itself;
// the codes of those begin with D.
func refusedForShape(src []byte) bool {
	_, err := isms.Decode("changed.json", src)
	ps, ok := errors.AsType[isms.Problems](err)
	if !ok {
		return false
	}
	for _, p := range ps {
		if strings.HasPrefix(p.Code, "D") {
			return true
		}
	}
	return false
}

// change replaces one value somewhere below v, outside of extensions.
func change(r *rand.Rand, v any, path string) (any, string) {
	wrong := []any{nil, true, 7.5, "no such word", []any{}, map[string]any{}, []any{"a"}, map[string]any{"b": 1.0}}
	switch v := v.(type) {
	case map[string]any:
		keys := slices.Sorted(maps.Keys(v))
		r.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		for _, key := range keys {
			if key != "x" && r.IntN(3) > 0 {
				v[key], path = change(r, v[key], path+"/"+key)
				return v, path
			}
		}
	case []any:
		if len(v) > 0 && r.IntN(8) > 0 {
			i := r.IntN(len(v))
			v[i], path = change(r, v[i], path)
			return v, path
		}
	}
	return wrong[r.IntN(len(wrong))], path
}
