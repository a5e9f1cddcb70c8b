package isms_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/isms/yaml"
)

// decoders are the two ways a text comes in.
var decoders = map[string]func(string, []byte) (isms.System, error){
	"faults.json": isms.Decode,
	"faults.yaml": yaml.Decode,
}

func problems(t *testing.T, err error) isms.Problems {
	t.Helper()
	ps, ok := errors.AsType[isms.Problems](err)
	require.True(t, ok, "got %v, want isms.Problems", err)
	return ps
}

func TestTwentyFaults(t *testing.T) {
	for name, decode := range decoders {
		t.Run(name, func(t *testing.T) {
			src, err := os.ReadFile("testdata/" + name)
			require.NoError(t, err)
			sys, err := decode(name, src)
			ps := problems(t, err)
			require.Equal(t, isms.System{}, sys)
			golden.Equal(t, name+".problems", ps.Error()+"\n")
			require.Len(t, ps, 20)
			codes := make(map[string]bool)
			for _, p := range ps {
				codes[p.Code+p.Message] = true
			}
			require.Len(t, codes, 20, "each fault is another one")
		})
	}
}

// at returns the text that begins at a position, to the end of its line.
func at(t *testing.T, src []byte, p isms.Problem) string {
	t.Helper()
	lines := strings.Split(strings.ReplaceAll(string(src), "\r\n", "\n"), "\n")
	require.LessOrEqual(t, p.Line, len(lines))
	line := []rune(lines[p.Line-1])
	require.LessOrEqual(t, p.Column-1, len(line))
	return strings.TrimSpace(string(line[p.Column-1:]))
}

func TestFaultsAreFoundWhereTheyStand(t *testing.T) {
	reindented := func(src []byte) []byte {
		var b bytes.Buffer
		require.NoError(t, json.Indent(&b, src, "   ", "\t"))
		return b.Bytes()
	}
	flatter := func(src []byte) []byte { // lists begin where their key does, after a line of comment
		return append([]byte("# äöü\n"), bytes.ReplaceAll(src, []byte("\n  "), []byte("\n"))...)
	}
	crlf := func(src []byte) []byte { return bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n")) }
	bom := func(src []byte) []byte { return append([]byte("\ufeff"), src...) }
	cases := map[string]struct {
		file    string
		changed func([]byte) []byte
	}{
		"JSON with CRLF":   {"faults.json", crlf},
		"JSON with a BOM":  {"faults.json", bom},
		"JSON re-indented": {"faults.json", reindented},
		"YAML with CRLF":   {"faults.yaml", crlf},
		"YAML with a BOM":  {"faults.yaml", bom},
		"YAML re-indented": {"faults.yaml", flatter},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			src, err := os.ReadFile("testdata/" + c.file)
			require.NoError(t, err)
			_, err = decoders[c.file](c.file, src)
			want := problems(t, err)
			changed := c.changed(src)
			_, err = decoders[c.file](c.file, changed)
			got := problems(t, err)
			require.Len(t, got, len(want))
			for i := range got {
				text, original := at(t, changed, got[i]), at(t, src, want[i])
				// A value that goes on for lines is cut at another place.
				require.True(t, strings.HasPrefix(original, text) || strings.HasPrefix(text, original), "%s: %q, was %q", got[i], text, original)
				got[i].Line, got[i].Column, want[i].Line, want[i].Column = 0, 0, 0, 0
				got[i].Message, _, _ = strings.Cut(got[i].Message, ", first in line")
				want[i].Message, _, _ = strings.Cut(want[i].Message, ", first in line")
			}
			require.Equal(t, want, got)
		})
	}
}

// TestWhatFollowsFromAFaultIsNotReported: one mistake is one problem.
func TestWhatFollowsFromAFaultIsNotReported(t *testing.T) {
	const head = `{"id": "acme", "schemaVersion": 1, `
	for name, c := range map[string]struct{ src, want string }{
		"an identifier is a number, and named elsewhere": {
			head + `"risks": [{"id": 5}], "treatments": [{"id": "T-1", "risks": ["5"]}]}`, "D021",
		},
		"another risk is named elsewhere": {
			head + `"risks": [{"id": 5}], "treatments": [{"id": "T-1", "risks": ["6"]}]}`, "D021 V004",
		},
		"a required word is none":  {head + `"risks": [{"id": "R-1", "assessments": [{"stage": "now", "on": "2026-01-01"}]}]}`, "D025"},
		"a required record is not": {head + `"risks": [{"id": "R-1", "owners": [{"who": 5}]}]}`, "D021"},
		"a record is a text":       {head + `"risks": ["R-1"]}`, "D021"},
		"the records are a text":   {head + `"risks": "R-1"}`, "D021"},
		"the document is a list":   {`[]`, "D021"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := isms.Decode("a.json", []byte(c.src))
			var got []string
			for _, p := range problems(t, err) {
				got = append(got, p.Code)
			}
			require.Equal(t, c.want, strings.Join(got, " "))
		})
	}
}

func TestScalarsArriveAsTyped(t *testing.T) {
	const src = `
id: acme
schemaVersion: 1
title: 010
language: no
requirements:
  - {id: 5.10, citation: 1.10, jurisdiction: no, controls: [5.10, A.5.1]}
  - {id: 010, title: 0x1F, kind: 1e3}
applicability:
  - {control: 5.10}
x: {acme/number: 5.10, acme/octal: 010, acme/word: no, acme/quoted: "5.10", acme/nothing: null}
`
	sys, err := yaml.Decode("typed.yaml", []byte(src))
	require.NoError(t, err)
	require.Equal(t, "010", sys.Title)
	require.Equal(t, "no", sys.Language)
	require.Equal(t, isms.RequirementID("5.10"), sys.Requirements[0].ID)
	require.Equal(t, "1.10", sys.Requirements[0].Citation)
	require.Equal(t, "no", sys.Requirements[0].Jurisdiction)
	require.Equal(t, "A.5.10", sys.Requirements[0].Controls[0].ID)
	require.Equal(t, isms.RequirementID("010"), sys.Requirements[1].ID)
	require.Equal(t, "0x1F", sys.Requirements[1].Title)
	require.Equal(t, "1e3", sys.Requirements[1].Kind)
	require.Equal(t, "A.5.10", sys.Applicability[0].Control.ID)
	want := map[string]string{"acme/number": "5.10", "acme/octal": `"010"`, "acme/word": `"no"`, "acme/quoted": `"5.10"`, "acme/nothing": "null"}
	for name, raw := range want {
		require.Equal(t, raw, string(sys.X[name]), name)
	}

	var first, second bytes.Buffer
	require.NoError(t, yaml.Encode(&first, sys))
	again, err := yaml.Decode("again.yaml", first.Bytes())
	require.NoError(t, err)
	require.Equal(t, sys, again)
	require.NoError(t, isms.Encode(&second, again))
	fromJSON, err := isms.Decode("again.json", second.Bytes())
	require.NoError(t, err)
	require.Equal(t, sys, fromJSON)
}

func TestDecodeIsTheInverseOfEncode(t *testing.T) {
	for name, codec := range map[string]struct {
		encode func(io.Writer, isms.System) error
		decode func(string, []byte) (isms.System, error)
	}{"JSON": {isms.Encode, isms.Decode}, "YAML": {yaml.Encode, yaml.Decode}} {
		for seed := range uint64(30) {
			sys := ismstest.Generate(rand.New(rand.NewPCG(seed, 3)))
			var first, second bytes.Buffer
			require.NoError(t, codec.encode(&first, sys))
			got, err := codec.decode(name, first.Bytes())
			require.NoError(t, err)
			require.Equal(t, compacted(sys), compacted(got), "%s, seed %d", name, seed)
			require.NoError(t, codec.encode(&second, got))
			require.Equal(t, first.String(), second.String(), "%s, seed %d: the form is canonical", name, seed)
		}
	}
}

// TestEncodeFails: what cannot be read back is not written, and an error of the
// writer is returned.
func TestEncodeFails(t *testing.T) {
	for name, encode := range map[string]func(io.Writer, isms.System) error{"JSON": isms.Encode, "YAML": yaml.Encode} {
		for field, spoil := range map[string]func(*isms.System){
			"treatments/0/option":  func(s *isms.System) { s.Treatments[0].Option = 99 },
			"persons/0/name":       func(s *isms.System) { s.Persons[0].Name = "\xff" },
			"actions/0/cost/value": func(s *isms.System) { s.Actions[0].Cost.Value = math.Inf(1) },
			"x/acme~1id":           func(s *isms.System) { s.X = isms.Extensions{"acme/id": []byte("{")} },
		} {
			sys := small(t)
			spoil(&sys)
			var b bytes.Buffer
			require.ErrorContains(t, encode(&b, sys), "/"+field, name)
			require.Zero(t, b.Len(), "nothing half-written")
		}
		require.ErrorIs(t, encode(full{}, small(t)), errDisk, name)
	}
}

// full is a writer to a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errDisk }

// compacted returns the System with the JSON of every extension compacted: its
// layout is not kept. It goes by way of encoding/json, which knows nothing of
// our codec.
func compacted(sys isms.System) string {
	raw, err := json.Marshal(sys)
	if err != nil {
		return err.Error()
	}
	return string(raw)
}

func TestANewerFormIsRefusedFirst(t *testing.T) {
	_, err := isms.Decode("new.json", []byte(`{"id": "acme", "schemaVersion": 2, "somethingNew": [], "title": 5}`))
	require.Equal(t, isms.Problems{{
		Code: isms.CodeSchema, Record: isms.SystemRef, Path: "/schemaVersion",
		Message: "the document has the form 2, this library reads up to 1", Found: "2", Expected: "1",
		Hint: "use a newer version of the library", File: "new.json", Line: 1, Column: 33,
	}}, problems(t, err))
}

func TestUnknownMembersAreKeptOnRequest(t *testing.T) {
	src := []byte(`{"id": "acme", "schemaVersion": 1, "somethingNew": [1, "a"], "risks": [{"id": "R-1", "mood": "5.10"}]}`)
	sys, err := isms.DecodeWith("new.json", src, isms.ReadOptions{KeepUnknown: true})
	require.NoError(t, err)
	require.JSONEq(t, `[1, "a"]`, string(sys.X["unknown/somethingNew"]))
	require.JSONEq(t, `"5.10"`, string(sys.Risks[0].X["unknown/mood"]))
	_, err = isms.Decode("new.json", src)
	require.Len(t, problems(t, err), 2)
}

// TestANewerFormIsKeptOnRequest: it is read, passed on as it was, and not
// computed with.
func TestANewerFormIsKeptOnRequest(t *testing.T) {
	src := `{
  "id": "acme",
  "schemaVersion": 2,
  "x": {
    "unknown/somethingNew": [
      "a"
    ]
  }
}
`
	sys, err := isms.DecodeWith("new.json", []byte(`{"id": "acme", "schemaVersion": 2, "somethingNew": ["a"]}`), isms.ReadOptions{KeepUnknown: true})
	require.NoError(t, err)
	require.Equal(t, 2, sys.SchemaVersion)
	var b bytes.Buffer
	require.NoError(t, isms.Encode(&b, sys))
	require.Equal(t, src, b.String())
	want := []string{"V017 system/schemaVersion"}
	require.Equal(t, want, []string{problems(t, isms.Validate(sys, nil))[0].Key()})
	_, err = isms.At(sys, date(t, "2026-11-21"), nil)
	require.Equal(t, want, []string{problems(t, err)[0].Key()})
	_, err = isms.DecodeWith("old.json", []byte(`{"id": "acme", "schemaVersion": -1}`), isms.ReadOptions{KeepUnknown: true})
	require.Equal(t, want, []string{problems(t, err)[0].Key()})
}

func TestRecordsByThemselves(t *testing.T) {
	sys := ismstest.Generate(rand.New(rand.NewPCG(7, 7)))
	for kind := range isms.Kinds() {
		for r, err := range sys.All(kind) {
			require.NoError(t, err)
			var b bytes.Buffer
			require.NoError(t, isms.EncodeRecord(&b, r))
			got, err := isms.DecodeRecord(kind, b.Bytes())
			require.NoError(t, err)
			require.Equal(t, r.Ref(), got.Ref())
			var again bytes.Buffer
			require.NoError(t, isms.EncodeRecord(&again, got))
			require.Equal(t, b.String(), again.String())
		}
	}
	_, err := isms.DecodeRecord(isms.KindRisk, []byte(`{"id": 5}`))
	require.EqualError(t, err, `1:8: /id: got the number 5, want a text (D021); put it in double quotes: "5"`)
	_, err = isms.DecodeRecord(isms.KindRisk, nil)
	require.EqualError(t, err, "1:1: the document is empty (D001)")
	head, err := isms.DecodeRecord(isms.KindSystem, []byte(`{"id": "acme", "schemaVersion": 1, "risks": [{"id": "R-1"}]}`))
	require.NoError(t, err)
	require.Equal(t, isms.System{ID: "acme", SchemaVersion: 1}, head, "the System itself, without its records")
	_, err = isms.DecodeRecord(isms.Kind(99), []byte(`{}`))
	require.Error(t, err)
}

func TestTheSchemaOfAnEditorIsPassedOver(t *testing.T) {
	const src = `{"$schema": "isms.schema.json", "id": "acme", "schemaVersion": 1}`
	sys, err := isms.Decode("acme.json", []byte(src))
	require.NoError(t, err)
	require.Equal(t, isms.System{ID: "acme", SchemaVersion: 1}, sys)
	sys, err = yaml.Decode("acme.yaml", []byte(src))
	require.NoError(t, err)
	require.Equal(t, isms.System{ID: "acme", SchemaVersion: 1}, sys)
}

func TestWhatFollowsFromAFaultIsNotReportedToo(t *testing.T) {
	const src = `{"id": "acme", "schemaVersion": 1, "applicability": [
		{"control": "A.5.1", "decisions": [{"is": "included", "decision": {"on": "21.11.2026"}}]}]}`
	_, err := isms.Decode("acme.json", []byte(src))
	require.Len(t, problems(t, err), 1)
}
