package isms_test

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk/methods"
)

// documents are what the fuzzing of the decoder begins with.
var documents = []string{
	``, `{}`, `[]`, `null`, `{"id": "acme", "schemaVersion": 1}`, `{"id": "acme", "schemaVersion": 2}`,
	`{"id":"a","schemaVersion":1,"risks":[{"id":"R","partOf":"R"},{"id":"R"}],"x":{"a/b":[1e400,null,{"c":"\u0000"}]}}`,
	`{"id":"a","schemaVersion":1,"methods":[{"id":"m","versions":[{"number":"1","from":"2026-01-01","published":"iso27005/qualitative@2022"}]}],` +
		`"risks":[{"id":"R","assessments":[{"stage":"current","on":"2026-02-01","method":"m","inputs":{"likelihood":"4","consequence":"2"}}]}]}`,
	`{"id":"a","schemaVersion":1,"applicability":[{"control":"5.10"},{"control":"A.5.10"}],"currency":"EUR","phases":[{"is":"operating","since":"2026-02-29"}]}`,
	`{"id":"a","schemaVersion":1,"assets":[{"id":"x","valuations":[{"on":"2026-01-01","own":{"é":"low","":""}}],"dependsOn":[{"on":"x","degree":-0}]}]}`,
}

func FuzzDecodeJSON(f *testing.F) {
	for _, text := range documents {
		f.Add([]byte(text))
	}
	faults, err := os.ReadFile("testdata/faults.json")
	require.NoError(f, err)
	f.Add(faults)
	for seed := range uint64(2) {
		var b bytes.Buffer
		require.NoError(f, isms.Encode(&b, generated(seed)))
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		sys, err := isms.DecodeWith("fuzz.json", src, isms.ReadOptions{Methods: methods.All()})
		if err != nil {
			require.True(t, reflect.ValueOf(sys).IsZero())
			refused(t, err)
			return
		}
		var first, second bytes.Buffer
		require.NoError(t, isms.Encode(&first, sys))
		again, err := isms.Decode("again.json", first.Bytes())
		require.NoError(t, err)
		require.Equal(t, sys, again)
		require.NoError(t, isms.Encode(&second, again))
		require.Equal(t, first.String(), second.String())
		_, err = isms.At(sys, date(t, "2026-11-21"), methods.All())
		require.NoError(t, err, "what was read can be computed with")
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

func FuzzDecodeRecord(f *testing.F) {
	sys := generated(1)
	for kind := range isms.Kinds() {
		for r, err := range sys.All(kind) {
			require.NoError(f, err)
			var b bytes.Buffer
			require.NoError(f, isms.EncodeRecord(&b, r))
			f.Add(uint8(kind), b.Bytes())
		}
		f.Add(uint8(kind), []byte(`{"id": 5, "x": {"a": nul}}`))
	}
	f.Add(uint8(0), []byte(`{}`))
	f.Add(uint8(99), []byte(`{}`))
	f.Fuzz(func(t *testing.T, kind uint8, src []byte) {
		r, err := isms.DecodeRecord(isms.Kind(kind), src)
		if err != nil {
			require.Nil(t, r)
			if 0 < kind && kind <= uint8(isms.KindSupplier) {
				refused(t, err)
			}
			return
		}
		require.Equal(t, isms.Kind(kind), r.Ref().Kind)
		var first bytes.Buffer
		require.NoError(t, isms.EncodeRecord(&first, r))
		again, err := isms.DecodeRecord(isms.Kind(kind), first.Bytes())
		require.NoError(t, err)
		require.Equal(t, r, again)
		alone := isms.ValidateRecord(sys, r, methods.All())
		if alone != nil {
			require.NotEmpty(t, problems(t, alone))
		}
		require.Equal(t, slowLinks(reflect.ValueOf(r), ""), collected(r))
	})
}

func collected(r isms.Record) (links []isms.Link) {
	for l := range isms.Links(r) {
		links = append(links, l)
	}
	return links
}
