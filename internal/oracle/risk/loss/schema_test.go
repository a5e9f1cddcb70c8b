package loss_test

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

	"github.com/ismskit/ismskit/risk/loss/file"
	"github.com/ismskit/ismskit/risk/loss/losstest"
	lossschema "github.com/ismskit/ismskit/risk/loss/schema"
	"github.com/ismskit/ismskit/risk/loss/yaml"
	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/oracle/schema"
)

func model(t *testing.T) *schema.Schema {
	t.Helper()
	s, err := schema.Compile([]byte(lossschema.Model()), "")
	require.NoError(t, err)
	return s
}

func accepts(t *testing.T, s *schema.Schema, doc []byte) {
	t.Helper()
	faults, err := s.Check(doc)
	require.NoError(t, err)
	require.Empty(t, faults, string(doc))
}

// TestSchemaAcceptsGeneratedModels: whatever a model can hold, in every field, as
// it is written to files and as encoding/json writes it.
func TestSchemaAcceptsGeneratedModels(t *testing.T) {
	s := model(t)
	for seed := range uint64(200) {
		m := losstest.Generate(rand.New(rand.NewPCG(seed, 4)))
		var b bytes.Buffer
		require.NoError(t, file.Encode(&b, m))
		accepts(t, s, b.Bytes())
		plain, err := json.Marshal(m)
		require.NoError(t, err)
		accepts(t, s, plain)
	}
}

// TestSchemaAcceptsExamples: every model that the repository ships.
func TestSchemaAcceptsExamples(t *testing.T) {
	s, n := model(t), 0
	for _, pattern := range []string{"../../../../examples/losscurve/*.yaml", "../../../../risk/loss/yaml/testdata/full.yaml"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, name := range files {
			src, err := os.ReadFile(name)
			require.NoError(t, err)
			n++
			m, err := yaml.Decode(filepath.Base(name), src)
			require.NoError(t, err)
			var b bytes.Buffer
			require.NoError(t, file.Encode(&b, m))
			accepts(t, s, b.Bytes())
		}
	}
	require.GreaterOrEqual(t, n, 4)
}

// TestSchemaAndDecoderRefuse: models of a wrong shape, refused by both.
func TestSchemaAndDecoderRefuse(t *testing.T) {
	s := model(t)
	for name, src := range map[string]string{
		"not an object":         `[]`,
		"unknown member":        `{"id": "m", "scenarios": [], "currancy": "EUR"}`,
		"no scenarios":          `{"id": "m"}`,
		"unknown frequency":     `{"id": "m", "scenarios": [{"id": "s", "frequency": {"poison": {"rate": 1}}, "severity": 1}]}`,
		"no frequency":          `{"id": "m", "scenarios": [{"id": "s", "frequency": {}, "severity": 1}]}`,
		"two frequencies":       `{"id": "m", "scenarios": [{"id": "s", "frequency": {"poisson": {"rate": 1}, "exactly": {"events": 1}}, "severity": 1}]}`,
		"frequency as a number": `{"id": "m", "scenarios": [{"id": "s", "frequency": 0.4, "severity": 1}]}`,
		"rate as a text":        `{"id": "m", "scenarios": [{"id": "s", "frequency": {"poisson": {"rate": "0.4"}}, "severity": 1}]}`,
		"severity as a word":    `{"id": "m", "scenarios": [{"id": "s", "frequency": {"exactly": {"events": 1}}, "severity": "large"}]}`,
		"severity as an object": `{"id": "m", "scenarios": [{"id": "s", "frequency": {"exactly": {"events": 1}}, "severity": {"uniform": {"min": 0}}}]}`,
		"half an event":         `{"id": "m", "scenarios": [{"id": "s", "frequency": {"exactly": {"events": 0.5}}, "severity": 1}]}`,
		"drawn each day":        `{"id": "m", "scenarios": [{"id": "s", "frequency": {"poisson": {"rate": {"per": "day", "dist": "uniform(min=0, max=1)"}}}, "severity": 1}]}`,
		"a function":            `{"id": "m", "scenarios": [{"id": "s", "own": {"name": "f"}}]}`,
		"link on severity":      `{"id": "m", "scenarios": [], "links": [{"on": "severity", "scenarios": ["a", "b"], "correlation": [[1, 0], [0, 1]]}]}`,
		"effect on annualLoss":  `{"id": "m", "scenarios": [], "controls": [{"id": "c", "effects": [{"scenario": "s", "on": "annualLoss", "reduces": 0.5}]}]}`,
		"a flat matrix":         `{"id": "m", "scenarios": [], "links": [{"on": "frequency", "scenarios": ["a", "b"], "correlation": [1, 0]}]}`,
		"fair and severity":     `{"id": "m", "scenarios": [{"id": "s", "fair": {"lef": 1, "primary": 5}, "frequency": {"exactly": {"events": 1}}, "severity": 1}]}`,
		"an unknown factor":     `{"id": "m", "scenarios": [{"id": "s", "fair": {"lef": 1, "primry": 5}}]}`,
		"a form as a list":      `{"id": "m", "scenarios": [{"id": "s", "fair": {"lef": 1, "primaryForms": [1]}}]}`,
		"null":                  `{"id": "m", "scenarios": null}`,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := file.Decode("m.json", []byte(src))
			require.Error(t, err, "the decoder")
			faults, err := s.Check([]byte(src))
			require.NoError(t, err)
			require.NotEmpty(t, faults, "the schema")
		})
	}
}

// TestSchemaRefusesWhatTheDecoderRefuses changes generated models at random
// places: whatever the decoder refuses for shape, the schema refuses.
func TestSchemaRefusesWhatTheDecoderRefuses(t *testing.T) {
	s := model(t)
	refused := 0
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 5))
		var b bytes.Buffer
		require.NoError(t, file.Encode(&b, losstest.Generate(r)))
		var doc any
		require.NoError(t, json.Unmarshal(b.Bytes(), &doc))
		changed, path := change(r, doc, "")
		src, err := json.Marshal(changed)
		require.NoError(t, err)
		if !refusedForShape(src) {
			continue
		}
		refused++
		faults, err := s.Check(src)
		require.NoError(t, err)
		require.NotEmpty(t, faults, "seed %d at %s: the decoder refuses it, the schema does not", seed, path)
	}
	require.Greater(t, refused, 200)
}

// refusedForShape reports whether decoding finds a fault of the text itself; the
// codes of those begin with D.
func refusedForShape(src []byte) bool {
	_, err := file.Decode("changed.json", src)
	ps, _ := errors.AsType[file.Problems](err)
	return slices.ContainsFunc(ps, func(p file.Problem) bool { return strings.HasPrefix(p.Code, "D") })
}

// change replaces one value somewhere below v.
func change(r *rand.Rand, v any, path string) (any, string) {
	wrong := []any{nil, true, 7.5, "no such word", []any{}, map[string]any{}, []any{"a"}, map[string]any{"b": 1.0}}
	switch v := v.(type) {
	case map[string]any:
		keys := slices.Sorted(maps.Keys(v))
		r.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		for _, key := range keys {
			if r.IntN(4) > 0 {
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
