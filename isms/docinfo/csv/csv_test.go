package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/csv"
	"github.com/ismskit/ismskit/isms/docinfo/internal/sample"
)

func write(t *testing.T, d docinfo.Document, o csv.Options) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, csv.Write(&b, d, o))
	return b.String()
}

func TestWriteGolden(t *testing.T) {
	golden.Equal(t, "statement.crlf.csv", write(t, sample.Statement(), csv.Options{Table: "soa"}))
}

// one gives a document with one table of two columns.
func one(rows ...docinfo.Row) docinfo.Document {
	return docinfo.Document{Name: "d", Title: "D", Blocks: []docinfo.Block{docinfo.Table{
		ID: "t", Caption: "T", Columns: []docinfo.Column{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}}, Rows: rows,
	}}}
}

func TestWrite(t *testing.T) {
	grouped := docinfo.Document{Name: "d", Title: "D", Mark: "DRAFT", Blocks: []docinfo.Block{
		docinfo.Section{Title: "S", Blocks: []docinfo.Block{docinfo.Table{
			ID: "t", Caption: "T", GroupTitle: "Theme",
			Columns: []docinfo.Column{{ID: "a", Title: "A", NoteTitle: "Reason"}, {ID: "b", Title: "B"}},
			Rows: []docinfo.Row{
				{Group: "g1", Cells: []docinfo.Cell{{Text: "x"}, {}}},
				{Group: "=g2", Cells: []docinfo.Cell{{Text: "y", Note: "why"}, {}}},
			},
		}}},
	}}
	cells := one(
		docinfo.Row{Cells: []docinfo.Cell{{Text: "a,b \"c\"\r\nd\re"}, {Items: []docinfo.Text{docinfo.Plain("x; y"), docinfo.Link(`z\`, "https://example.org")}}}},
		docinfo.Row{Cells: []docinfo.Cell{{Text: "=1+1", Tone: docinfo.Bad}, {Text: "one", Items: []docinfo.Text{docinfo.Plain("=two")}, Note: "@n"}}},
	)
	for _, c := range []struct {
		name    string
		doc     docinfo.Document
		options csv.Options
		want    string
	}{
		{"no rows", one(), csv.Options{}, "\uFEFFA,B\r\n"},
		{"no rows, semicolon, no mark of order", one(), csv.Options{Comma: ';', NoBOM: true, Table: "t"}, "A;B\r\n"},
		{"groups, notes and mark", grouped, csv.Options{NoBOM: true}, "Theme,A,Reason,B,DRAFT\r\ng1,x,,,DRAFT\r\n'=g2,y,why,,DRAFT\r\n"},
		{"signs", cells, csv.Options{NoBOM: true}, "A,B,B (note)\r\n\"a,b \"\"c\"\"\r\nd\r\ne\",x\\; y; z\\\\,\r\n'=1+1,one; '=two,'@n\r\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, write(t, c.doc, c.options))
		})
	}
}

func TestWriteRefuses(t *testing.T) {
	none := docinfo.Document{Name: "d", Title: "D"}
	several := sample.Statement()
	for _, c := range []struct {
		name    string
		doc     docinfo.Document
		options csv.Options
		want    string
	}{
		{"no table", none, csv.Options{}, "docinfo/csv: table: got a document without tables, want one"},
		{"several tables", several, csv.Options{}, "docinfo/csv: table: got no ID, want one of soa, waived"},
		{"another table", several, csv.Options{Table: "waive"}, `docinfo/csv: table: got "waive", want one of soa, waived; did you mean "waived"?`},
		{"no separator", several, csv.Options{Table: "soa", Comma: '\n'}, "docinfo/csv: csv: invalid field or comment delimiter"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			require.EqualError(t, csv.Write(&b, c.doc, c.options), c.want)
			require.Zero(t, b.Len())
		})
	}
	_, ok := errors.AsType[docinfo.Problems](csv.Write(&bytes.Buffer{}, docinfo.Document{}, csv.Options{}))
	require.True(t, ok)
	require.ErrorIs(t, csv.Write(broken{}, several, csv.Options{Table: "soa"}), errBroken)
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestEscape(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"plain", "plain"},
		{"=1+1", "'=1+1"},
		{"  =1+1", "  '=1+1"},
		{"+49 30 1234", "'+49 30 1234"},
		{"-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "'\t'=1"},
		{"\r=1", "\n'=1"},
		{"＝1+1", "'＝1+1"},
		{"-12", "-12"},
		{"-12.5", "-12.5"},
		{"-12,5", "-12,5"},
		{"+3 ", "+3 "},
		{"-5%", "-5%"},
		{"-", "-"},
		{"--", "'--"},
		{"-.5", "'-.5"},
		{"-1.2e3", "'-1.2e3"},
		{"a; =1", "a; '=1"},
		{"a;-1", "a;-1"},
		{`a"=1`, `a"'=1`},
		{"a\n=1", "a\n'=1"},
		{"a = b - c", "a = b - c"},
		{"sign-in, e-mail", "sign-in, e-mail"},
		{"'tis", "'tis"},
		{"'=1", "''=1"},
		{"'-1", "''-1"},
		{"a\x00b\xff\u0085", "a\uFFFDb\uFFFD\uFFFD"},
	} {
		require.Equal(t, c.want, csv.Escape(c.text), "%q", c.text)
	}
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", []string{""}},
		{"a", []string{"a"}},
		{"a; b", []string{"a", "b"}},
		{`a\; b; c\\`, []string{"a; b", `c\`}},
		{"a;b", []string{"a;b"}},
		{`a\`, []string{`a\`}},
		{"; ", []string{"", ""}},
	} {
		require.Equal(t, c.want, csv.Split(c.text), "%q", c.text)
	}
}

// read reads a file back as a program would.
func read(t *testing.T, file string, comma rune) [][]string {
	t.Helper()
	r := stdcsv.NewReader(strings.NewReader(strings.TrimPrefix(file, "\uFEFF")))
	r.Comma = comma
	lines, err := r.ReadAll()
	require.NoError(t, err)
	return lines
}
