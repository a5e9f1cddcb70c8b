package yamldoc

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/doc/doctest"
)

// decode fills a T from a tree.
func decode[T any](tb testing.TB, root *doc.Node, faults []doc.Fault) (v T) {
	tb.Helper()
	require.Empty(tb, faults)
	require.Empty(tb, doc.Decode(root, &v, doc.Options{}))
	return v
}

// write gives a value as JSON and as YAML.
func write(tb testing.TB, v any) (inJSON, inYAML []byte) {
	tb.Helper()
	root, err := doc.Encode(v)
	require.NoError(tb, err)
	var j, y bytes.Buffer
	require.NoError(tb, doc.WriteJSON(&j, root))
	require.NoError(tb, Write(&y, root))
	return j.Bytes(), y.Bytes()
}

// roundTrip fails unless a value comes back from JSON and from YAML, by the
// library and by the simple reader, and is then written as before.
func roundTrip[T any](tb testing.TB, want T) {
	tb.Helper()
	inJSON, inYAML := write(tb, want)

	root, faults := doc.ParseJSON(inJSON)
	fromJSON := decode[T](tb, root, faults)
	require.Equal(tb, want, fromJSON, "%s", inJSON)

	require.Empty(tb, readable(inYAML), "%s", inYAML)
	root, faults = parseAny(inYAML)
	fromYAML := decode[T](tb, root, faults)
	require.Equal(tb, want, fromYAML, "%s", inYAML)
	if simple, ok := parseSimple(inYAML); ok {
		require.Equal(tb, root, simple, "%s", inYAML)
	}

	againJSON, againYAML := write(tb, fromYAML)
	require.True(tb, bytes.Equal(inJSON, againJSON), "%s", againJSON)
	require.True(tb, bytes.Equal(inYAML, againYAML), "%s", againYAML)
	require.True(tb, json.Valid(inJSON))
	othersAgree(tb, inJSON, inYAML)
}

// othersAgree fails unless a reader that guesses the types of scalars, as most
// do, takes the same things for texts in both documents.
func othersAgree(tb testing.TB, inJSON, inYAML []byte) {
	tb.Helper()
	var fromJSON, fromYAML any
	d := json.NewDecoder(bytes.NewReader(inJSON))
	d.UseNumber() // 1e400 is a number too
	require.NoError(tb, d.Decode(&fromJSON))
	require.NoError(tb, yaml.Load(inYAML, &fromYAML), "%s", inYAML)
	require.Equal(tb, texts(fromJSON, fromJSON), texts(fromYAML, fromJSON), "%s", inYAML)
}

// texts is v with one word for what is no text in the pattern: 1e400 may well
// be read as one.
func texts(v, pattern any) any {
	switch pattern := pattern.(type) {
	case map[string]any:
		members, _ := v.(map[string]any)
		all := make(map[string]any, len(members))
		for name := range members {
			all[name] = texts(members[name], pattern[name])
		}
		return all
	case []any:
		elements, _ := v.([]any)
		all := make([]any, len(elements))
		for i := range elements {
			all[i] = texts(elements[i], pattern[min(i, len(pattern)-1)])
		}
		return all
	case string:
		return v
	default:
		return "no text"
	}
}

func TestRoundTripOfTexts(t *testing.T) {
	for _, text := range doctest.Texts {
		both := []string{}
		roundTrip(t, text)
		roundTrip(t, []string{text, text})
		roundTrip(t, [][]string{{text}, {text, "a"}})
		roundTrip(t, map[string]string{text: text, text + "a": text})
		roundTrip(t, []map[string]string{{text: text}, {"a": text, text: "b"}})
		roundTrip(t, map[string]json.RawMessage{"x": doc.AppendQuoted(nil, text)})
		for _, second := range doctest.Texts {
			if len(text)+len(second) < 20 {
				both = append(both, text+second, text+"\n"+second+"\n", text+" "+second)
			}
		}
		roundTrip(t, both)
	}
}

func TestRoundTripOfGenerated(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		data := make([]byte, random.IntN(400))
		for i := range data {
			data[i] = byte(random.Uint32())
		}
		roundTrip(t, doctest.Generate(data))
	}
}

// TestGeneratorFillsEverything holds the generator to its name.
func TestGeneratorFillsEverything(t *testing.T) {
	random, seen := rand.New(rand.NewPCG(3, 4)), map[string]bool{}
	for range 2000 {
		data := make([]byte, 200)
		for i := range data {
			data[i] = byte(random.Uint32())
		}
		root, err := doc.Encode(doctest.Generate(data))
		require.NoError(t, err)
		for i := range root.Items {
			seen[root.Items[i].Name] = true
		}
	}
	require.Len(t, seen, 21)
}

func FuzzRoundTrip(f *testing.F) {
	random := rand.New(rand.NewPCG(5, 6))
	for n := range 20 {
		data := make([]byte, n*20)
		for i := range data {
			data[i] = byte(random.Uint32())
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { roundTrip(t, doctest.Generate(data)) })
}
