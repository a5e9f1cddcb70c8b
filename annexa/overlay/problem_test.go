package overlay_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/overlay"
)

// found returns the problems of an error in one line each, without the hints.
func found(err error) []string {
	var list []string
	ps, _ := err.(overlay.Problems) //nolint:errorlint // it is documented to be one
	for _, p := range ps {
		text, _, _ := strings.Cut(p.String(), ";")
		list = append(list, text)
	}
	return list
}

//nolint:misspell // it is one
func TestProblemsOfTSV(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"empty", "", []string{`1:1: the table is empty: got "", want a line with the names of the columns (D001)`}},
		{"blank", "\ufeff\r\n\n", []string{`1:1: the table is empty: got "", want a line with the names of the columns (D001)`}},
		{"not UTF-8", "address\tde\nA.5.7/name\tGer\xe4te\n", []string{`2:15: the table is not UTF-8: got "\"\\xe4\"", want UTF-8 (D004)`}},
		{"no language", "address\trevision\n", []string{`1:1: a column is missing: got "address, revision", want a column that is named by the language of the texts, such as de-AT (O006)`}},
		{"columns", "adress\tgerman\tde\tfr\tde\n", []string{
			`1:1: the column is not known: got "adress", want address, revision, ours or the tag of a language, such as de-AT (O006)`,
			`1:8: the column is not known: got "german", want address, revision, ours or the tag of a language, such as de-AT (O006)`,
			`1:18: a second column of this kind: got "fr", want each once, and one language (O006)`,
			`1:21: a second column of this kind: got "de", want each once, and one language (O006)`,
			`1:1: a column is missing: got "adress, german, de, fr, de", want a column address (O006)`,
		}},
		{"everything at once", strings.Join([]string{
			"address\trevision\tde",
			"A.5.7/name\t1\teins",
			"A.5.7\t\tzwei",
			"A.5.7/name\t\tdrei",
			"\t\tvier",
			"",
			"A.5.8/name\tx\tfünf\tsechs",
			"\"A.5.9/name\"\t-1\t\"a\"\"b\n\tc\"",
			"A.5.10/name\t\tb\x07l",
		}, "\n"), []string{
			`3:1: A.5.7: the address is none: got "A.5.7", want item and part, as in A.5.7/title or A.5.7/S1 (O002)`,
			`4:1: A.5.7/name: the address has a text already, number 1: got "A.5.7/name", want each address once (O003)`,
			`5:1: the address is none: got "", want item and part, as in A.5.7/title or A.5.7/S1 (O002)`,
			`7:12: A.5.8/name: the revision is none: got "x", want a whole number from 0 (O005)`,
			`7:19: A.5.8/name: a cell has no column: got "sechs", want cells below the names of columns (O007)`,
			`8:14: A.5.9/name: the revision is none: got "-1", want a whole number from 0 (O005)`,
			`10:14: A.5.10/name: a character cannot be printed: got "U+0007", want text, line feeds and tabs (O004)`,
		}},
		{"an open quote", "address\tde\nA.5.7/name\t\"eins\nA.5.8/name\tzwei\n", []string{`2:12: a quote is not closed: got "eins\nA.5.8/name\tzwei\n", want a quote at the end of the cell (O008)`}},
		{"a quoted beginning", "address\tde\nA.5.7/name\t\"ja\" ist arm\n", []string{`2:16: a quote ends before the cell: got " ist arm", want a tab or the end of the line (O008)`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o, err := overlay.ReadTSV([]byte(c.text))
			require.Zero(t, o)
			require.Equal(t, c.want, found(err))
		})
	}
}

func TestProblemsOfJSON(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"broken", `{"language": "de", "texts": [}`, []string{`1:30: got }, want a value (D002)`}},
		{"not an object", `[]`, []string{`1:1: got a list, want an object (D021)`}},
		{"everything at once", `{
  "language": "deutsch",
  "text": [],
  "texts": [
    {"address": "A.5.7/name", "revision": "1", "text": "eins"},
    {"address": "A.5.8", "text": "zwei"},
    {"text": "drei"},
    {"address": "A.5.9/name", "revision": -1, "text": "\u0007"}
  ]
}`, []string{
			`2:15: the language is none: got "deutsch", want a BCP 47 tag as in de or de-AT (O001)`,
			`3:3: unknown member "text" (D022)`,
			`5:43: A.5.7/name: got the text "1", want a whole number (D021)`,
			`6:17: A.5.8: the address is none: got "A.5.8", want item and part, as in A.5.7/title or A.5.7/S1 (O002)`,
			`7:5: member "address" is missing (D023)`,
			`8:43: A.5.9/name: the revision is none: got "-1", want a whole number from 0 (O005)`,
			`8:55: A.5.9/name: a character cannot be printed: got "U+0007", want text, line feeds and tabs (O004)`,
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o, err := overlay.ReadJSON([]byte(c.text))
			require.Zero(t, o)
			require.Equal(t, c.want, found(err))
		})
	}
}

// TestSpreadsheets reads what spreadsheets make of a table.
func TestSpreadsheets(t *testing.T) {
	want := overlay.Overlay{Language: "de", Texts: []overlay.Text{
		{Address: "A.5.7/name", Text: `Er sagt "nein".`},
		{Address: "A.5.8/name", Revision: 2, Text: "eins\nzwei"},
		{Address: "A.5.9/name"},
	}}
	for name, text := range map[string]string{
		"mark, CRLF, quotes as needed":    "\ufeffaddress\trevision\tde\r\nA.5.7/name\t\t\"Er sagt \"\"nein\"\".\"\r\nA.5.8/name\t2\t\"eins\r\nzwei\"\r\nA.5.9/name\t\t\r\n",
		"quotes as they are, short lines": "de\taddress\trevision\nEr sagt \"nein\".\tA.5.7/name\n\"eins\nzwei\"\tA.5.8/name\t2\n\n\t\t\n\tA.5.9/name",
		"spaces, a column too many":       " address\trevision \tDE\t\n A.5.7/name \t\tEr sagt \"nein\".\t\nA.5.8/name\t 2\t\"eins\nzwei\"\t\nA.5.9/name\n",
	} {
		t.Run(name, func(t *testing.T) {
			got, err := overlay.ReadTSV([]byte(text))
			require.NoError(t, err)
			require.Equal(t, want, got)
		})
	}
}

// TestWriteRefuses holds that nothing is written that would not be read.
func TestWriteRefuses(t *testing.T) {
	for _, o := range []overlay.Overlay{
		{Texts: []overlay.Text{}},
		{Language: "de", Texts: []overlay.Text{{Address: "x", Text: "y"}}},
		{Language: "de", Texts: []overlay.Text{{Address: "A.5.7/name", Text: "a\rb"}}},
		{Language: "de", Texts: []overlay.Text{{Address: "A.5.7/name", Text: "\xff"}}},
	} {
		var b strings.Builder
		require.Error(t, overlay.WriteJSON(&b, o))
		require.Error(t, overlay.WriteTSV(&b, o))
		require.Empty(t, b.String())
	}
}
