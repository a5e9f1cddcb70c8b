package doc_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/doc/doctest"
	"github.com/ismskit/ismskit/internal/golden"
)

func write(tb testing.TB, v any) string {
	tb.Helper()
	root, err := doc.Encode(v)
	require.NoError(tb, err)
	var b bytes.Buffer
	require.NoError(tb, doc.WriteJSON(&b, root))
	return b.String()
}

func TestEncode(t *testing.T) {
	five := 5
	v := kinds{
		ID: "1", Text: "<é\u2028\x01\"\\\n>", Bool: true, Int: -7, Uint: 65535, Float: 1e21, Float32: .1, Stage: doctest.Residual,
		Date: doctest.Date{Year: 2026, Month: 1, Day: 2}, Time: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC),
		Raw: json.RawMessage(` { "b" : [ 1.10, null ], "a": { } } `), Records: []inner{{A: "x"}}, Pointer: &five,
		Texts: map[string]string{"b": "2", "a": "1", "A": "0"}, Stages: map[doctest.Stage]inner{doctest.Current: {}, doctest.Inherent: {B: 1}},
		X: map[string]json.RawMessage{"acme/b": json.RawMessage(`"x"`), "acme/a": nil}, embedded: embedded{"p"},
	}
	golden.Equal(t, "encode.json", write(t, v))
}

// always says of itself that it is zero, whatever it holds.
type always struct{ A int }

func (*always) IsZero() bool { return true }

func TestEncodeOmitsZero(t *testing.T) {
	type record struct {
		Text    string            `json:"text,omitzero"`
		Float   float64           `json:"float,omitzero"`
		Nil     []int             `json:"nil,omitzero"`
		Empty   []int             `json:"empty,omitzero"`
		Map     map[string]string `json:"map,omitzero"`
		Struct  inner             `json:"struct,omitzero"`
		Method  always            `json:"method,omitzero"`
		Time    time.Time         `json:"time,omitzero"`
		Pointer *inner            `json:"pointer"`
	}
	root, err := doc.Encode(record{Empty: []int{}, Map: map[string]string{}, Method: always{1}})
	require.NoError(t, err)
	require.Len(t, root.Items, 2)
	require.Equal(t, "empty", root.Items[0].Name)
	require.Equal(t, "map", root.Items[1].Name)
}

func TestEncodeFloats(t *testing.T) {
	for want, f := range map[string]float64{
		"0": 0, "1": 1, "0.1": .1, "1.5": 1.5, "100000000000000000000": 1e20, "1e+21": 1e21, "0.000001": 1e-6, "1e-07": 1e-7,
		"1.7976931348623157e+308": math.MaxFloat64, "5e-324": math.SmallestNonzeroFloat64, "3.4028234663852886e+38": math.MaxFloat32,
	} {
		require.Equal(t, want+"\n", write(t, f))
	}
	require.Equal(t, "3.4028235e+38\n", write(t, float32(math.MaxFloat32)))
}

// broken does not marshal.
type broken int

func (broken) MarshalText() ([]byte, error) { return nil, errors.New("broken: got nothing, want more") }

// same marshals to one text whatever it is.
type same int

func (same) MarshalText() ([]byte, error)  { return []byte("same"), nil }
func (*same) UnmarshalText(_ []byte) error { return nil }

type onlyIn struct{}

func (*onlyIn) UnmarshalText(_ []byte) error { return nil }

func TestEncodeErrors(t *testing.T) {
	for name, c := range map[string]struct {
		v    any
		want string
	}{
		"nil":               {nil, "doc: encode: got nil, want a value"},
		"not a number":      {map[string][]float64{"a/b": {1, math.NaN()}}, "doc: encode: /a~1b/1: got NaN, want a finite number"},
		"infinite":          {math.Inf(-1), "doc: encode: got -Inf, want a finite number"},
		"text":              {inner{A: "a\xff"}, `doc: encode: /a: got "a\xff", want valid UTF-8`},
		"key":               {map[string]int{"\xff": 1}, `doc: encode: got "\xff", want valid UTF-8`},
		"word":              {[]broken{1}, "doc: encode: /0: broken: got nothing, want more"},
		"word of no number": {doctest.Stage(9), "doc: encode: doctest: stage: got the number 9, want 0 to 3"},
		"keys":              {map[same]int{1: 1, 2: 2}, "doc: encode: /same: got two keys with this text, want each once"},
		"only in":           {onlyIn{}, "doc: encode: doc_test.onlyIn cannot be written, it has no MarshalText"},
		"raw":               {map[string]json.RawMessage{"x": json.RawMessage(`{"a":}`)}, "doc: encode: /x: raw JSON at 1:6: got }, want a value"},
		"raw twice":         {json.RawMessage(`{"a":1,"a":2}`), `doc: encode: raw JSON at 1:8: member "a" is given twice, first in line 1`},
		"raw too deep":      {[]json.RawMessage{json.RawMessage(strings.Repeat("[", 100) + strings.Repeat("]", 100))}, "doc: encode: /0: got level 101, want at most 100 levels"},
		"nil element":       {[]*int{nil}, "doc: encode: /0: got a nil pointer, want a value"},
		"any":               {struct{ A any }{1}, "doc: encode: /A: interface {} has no place in a document"},
		"function":          {func() {}, "doc: encode: func() has no place in a document"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := doc.Encode(c.v)
			require.EqualError(t, err, c.want)
		})
	}
}

type failing struct{ after int }

func (f *failing) Write(b []byte) (int, error) {
	if f.after -= len(b); f.after < 0 {
		return 0, io.ErrShortWrite
	}
	return len(b), nil
}

func TestWriteJSONPassesErrorsOn(t *testing.T) {
	root, err := doc.Encode(doctest.Of(100))
	require.NoError(t, err)
	require.ErrorIs(t, doc.WriteJSON(&failing{after: 100}, root), io.ErrShortWrite)
	require.ErrorIs(t, doc.WriteJSON(&failing{after: 100_000}, root), io.ErrShortWrite)
}

func TestAt(t *testing.T) {
	root := parse(t, `{"risks": [{"id": "R-1", "a/b": {"~": 1, "": 2}}, [0, 1]], "": 3}`)
	for _, c := range []struct {
		pointer, want string
		exact         bool
	}{
		{"", "", true},
		{"/", "3", true},
		{"/risks/0/id", "R-1", true},
		{"/risks/0/a~1b/~0", "1", true},
		{"/risks/0/a~1b/", "2", true},
		{"/risks/1/1", "1", true},
		{"/risks/1/01", "[0,1]", false},
		{"/risks/1/+1", "[0,1]", false},
		{"/risks/1/-", "[0,1]", false},
		{"/risks/1/2", "[0,1]", false},
		{"/risks/1/99999999999999999999", "[0,1]", false},
		{"/risks/1/", "[0,1]", false},
		{"/risks/0/owner/name", `{"id":"R-1","a/b":{"~":1,"":2}}`, false},
		{"/risks/0/id/x", "R-1", false},
		{"risks", "", false},
	} {
		n, exact := root.At(c.pointer)
		require.Equal(t, c.exact, exact, c.pointer)
		switch {
		case c.want == "":
			require.Same(t, root, n, c.pointer)
		case n.Kind == doc.Array || n.Kind == doc.Object:
			require.Equal(t, c.want, string(doc.AppendCompact(nil, n)), c.pointer)
		default:
			require.Equal(t, c.want, n.Text, c.pointer)
		}
	}
}
