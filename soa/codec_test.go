package soa_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/soa"
)

func written(t testing.TB, st soa.Statement) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, soa.Write(&b, st))
	return b.String()
}

func TestRoundTrip(t *testing.T) {
	for _, st := range []soa.Statement{
		derive(t, sample(), at), derive(t, sample(), at).External(), derive(t, approve(t, decided(), "4", at), at), derive(t, small(), at), oneEntryRead(),
	} {
		text := written(t, st)
		got, err := soa.Read([]byte(text))
		require.NoError(t, err)
		require.Equal(t, st, got)
		require.Equal(t, text, written(t, got))
	}
}

// oneEntryRead has every field, and is what Read allows: an entry of one
// control.
func oneEntryRead() soa.Statement {
	st := oneEntry()
	st.Original, st.Entries[0].Own = "sha256:00", ""
	return st
}

func TestReadRefuses(t *testing.T) {
	const head = `{"system":"s","at":"2026-11-21","entries":`
	for name, c := range map[string]struct{ text, want string }{
		"nothing":               {"", "statement:1:1: "},
		"no JSON":               {"{", "statement:1:"},
		"an unknown member":     {`{"system":"s","at":"2026-11-21","entries":[],"statement":1}`, "/statement"},
		"no date":               {`{"system":"s","at":"","entries":[]}`, "/at: the statement is of no date"},
		"no entries":            {`{"system":"s","at":"2026-11-21"}`, "entries"},
		"an entry of nothing":   {head + `[{"title":"x"}]}`, "/entries/0: an entry is of a reference or of an own control"},
		"an entry of both":      {head + `[{"control":"A.5.1","own":"C"}]}`, "/entries/0: an entry is of a reference or of an own control"},
		"an identifier of 129":  {head + `[{"own":"` + strings.Repeat("x", 129) + `"}]}`, "/entries/0/own: this identifies nothing"},
		"a control twice":       {head + `[{"control":"A.5.1"},{"control":"5.1"}]}`, "/entries/1: another entry is of this control"},
		"a control that is not": {head + `[{"control":"A.5.99"}]}`, "/entries/0/control"},
		"an unknown status":     {head + `[{"control":"A.5.1","status":"done"}]}`, "/entries/0/status"},
		"a driver of nothing":   {head + `[{"control":"A.5.1","drivers":[{"path":[]}]}]}`, "/entries/0/drivers/0/path: a driver has no path"},
		"a name of nothing":     {`{"system":"s","at":"2026-11-21","entries":[],"names":{"x":"y"}}`, "/names/x"},
		"null":                  {"null", "statement:1:1"},
	} {
		t.Run(name, func(t *testing.T) {
			st, err := soa.Read([]byte(c.text))
			require.ErrorContains(t, err, c.want)
			require.Equal(t, soa.Statement{}, st)
			ps, ok := errors.AsType[isms.Problems](err)
			require.True(t, ok)
			for _, p := range ps {
				require.NotEmpty(t, p.Code)
				require.Positive(t, p.Line)
				require.Positive(t, p.Column)
			}
		})
	}
}

func TestReadReportsEverything(t *testing.T) {
	_, err := soa.Read([]byte("{\n  \"system\": 5,\n  \"at\": \"2026-13-01\",\n  \"entries\": [\n    {\"control\": 5.1, \"x\": {}}\n  ]\n}\n"))
	ps, ok := errors.AsType[isms.Problems](err)
	require.True(t, ok)
	var at []string
	for _, p := range ps {
		at = append(at, strings.Split(p.String(), ": ")[0])
	}
	require.Equal(t, []string{"statement:2:13", "statement:3:9", "statement:5:17", "statement:5:22"}, at)
}

func TestWriteFails(t *testing.T) {
	require.ErrorContains(t, soa.Write(failing{}, derive(t, small(), at)), "soa: write: disk full")
	require.ErrorContains(t, soa.Write(failing{}, soa.Statement{System: "\xff"}), "soa: write: ")
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }
