package isms_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/yaml"
)

// spoiled changes a value somewhere below v, in one of the ways in which people
// and programs do.
func spoiled(r *rand.Rand, v any) any {
	switch v := v.(type) {
	case map[string]any:
		names := slices.Sorted(maps.Keys(v))
		if len(names) == 0 || r.IntN(12) == 0 {
			v[wrongName(r)] = wrong(r)
			return v
		}
		name := names[r.IntN(len(names))]
		switch r.IntN(12) {
		case 0:
			delete(v, name)
		case 1:
			v[wrongName(r)] = v[name]
			delete(v, name)
		default:
			v[name] = spoiled(r, v[name])
		}
		return v
	case []any:
		if len(v) == 0 || r.IntN(12) == 0 {
			return append(v, wrong(r))
		}
		i := r.IntN(len(v))
		switch r.IntN(12) {
		case 0:
			return append(v, v[i])
		case 1:
			return slices.Delete(v, i, i+1)
		}
		v[i] = spoiled(r, v[i])
		return v
	}
	return wrong(r)
}

func wrongName(r *rand.Rand) string {
	return []string{"id", "title", "titel", "x", "since", "a/b~c", "", "é"}[r.IntN(8)]
}

func wrong(r *rand.Rand) any {
	values := []any{
		nil, true, 7.5, -1, 1e300, "", "no such word", "2026-02-30", "2026-02-28", "role/role/0 é", "person/nobody", "role/", "A.5.1", "A.9.9",
		"current", "P1M", "house/0", "low",
		[]any{},
		map[string]any{},
		[]any{"a"},
		map[string]any{"b": 1.0},
		"two\nlines\u2028", "generated",
	}
	return values[r.IntN(len(values))]
}

// TestChangedDocumentsAreReadOrRefused: what is left of a document after some
// changes is read whole, and then written and read the same, or refused, with a
// place for every reason. JSON is YAML too, so one text serves both decoders.
func TestChangedDocumentsAreReadOrRefused(t *testing.T) {
	read := map[string]int{}
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 31))
		var b bytes.Buffer
		require.NoError(t, isms.Encode(&b, generated(seed%20)))
		var doc any
		require.NoError(t, json.Unmarshal(b.Bytes(), &doc))
		for range 1 + r.IntN(4) {
			doc = spoiled(r, doc)
		}
		src, err := json.MarshalIndent(doc, "", " ")
		require.NoError(t, err)
		src = bytes.ReplaceAll(src, []byte("\u0085"), []byte(`\u0085`)) // a line break, for YAML
		for name, decode := range map[string]func(string, []byte) (isms.System, error){"JSON": isms.Decode, "YAML": yaml.Decode} {
			sys, err := decode(name, src)
			if err != nil {
				require.True(t, reflect.ValueOf(sys).IsZero())
				refused(t, err)
				continue
			}
			read[name]++
			var first, second bytes.Buffer
			require.NoError(t, isms.Encode(&first, sys))
			again, err := isms.Decode(name, first.Bytes())
			require.NoError(t, err)
			require.NoError(t, isms.Encode(&second, again))
			require.Equal(t, first.String(), second.String(), "%s, seed %d", name, seed)
		}
	}
	require.NotZero(t, read["JSON"])
	require.GreaterOrEqual(t, read["YAML"], read["JSON"], "it takes a number for a text")
	require.Less(t, read["YAML"], 50)
}
