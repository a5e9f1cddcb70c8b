package transition_test

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/transition"
)

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []transition.Row
	}{
		{"comma", "id,status\nA.9.2.1,done\n", []transition.Row{{ID: "A.9.2.1", Status: "done", Line: 2, Column: 1}}},
		{"semicolon, mark, CRLF", "\ufeffid;status\r\nA.9.2.1;done\r\n", []transition.Row{{ID: "A.9.2.1", Status: "done", Line: 2, Column: 1}}},
		{"tab, no last line feed", "Status\tControl\ndone\tA.9.2.1", []transition.Row{{ID: "A.9.2.1", Status: "done", Line: 2, Column: 6}}},
		{"one column", "id\n9.2.1\n", []transition.Row{{ID: "9.2.1", Line: 2, Column: 1}}},
		{"separators within quotes", "\"a,b,c\";id\nx;9.2.1\n", []transition.Row{{ID: "9.2.1", Extra: map[string]string{"a,b,c": "x"}, Line: 2, Column: 3}}},
		{
			"all columns", "ID;Applicable;Status;Justification;Owner;Ticket\n 9.2.1 ;Yes;done;\"law; order\nand peace\";Ada;OPS-7\n9.2.2;not applicable;;;;\n",
			[]transition.Row{
				{ID: "9.2.1", Included: transition.Included, Status: "done", Justification: "law; order\nand peace", Owner: "Ada", Extra: map[string]string{"Ticket": "OPS-7"}, Line: 2, Column: 1},
				{ID: "9.2.2", Included: transition.Excluded, Line: 4, Column: 1},
			},
		},
		{"blank and short rows", "status;id\n;\n\ndone\n;9.2.1;\n", []transition.Row{{Status: "done", Line: 4, Column: 1}, {ID: "9.2.1", Line: 5, Column: 2}}},
		{"a column without a name", "id;;\n9.2.1;x;y\n", []transition.Row{{ID: "9.2.1", Extra: map[string]string{"column 2": "x", "column 3": "y"}, Line: 2, Column: 1}}},
		{"no rows", "id\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, problems, err := transition.Read(strings.NewReader(c.text))
			require.NoError(t, err)
			require.Empty(t, problems)
			require.Equal(t, c.want, rows)
		})
	}
}

func TestReadInclusion(t *testing.T) {
	rows, problems, err := transition.Read(strings.NewReader("id;included\n9.2.1;TRUE\n9.2.2;partly\n9.2.3;inclded\n"))
	require.NoError(t, err)
	require.Equal(t, []transition.Problem{
		{Code: "T008", Row: 2, Line: 3, Column: 7, Message: "inclusion is none", Found: "partly", Expected: "yes or no, included or excluded, or nothing"},
		{Code: "T008", Row: 3, Line: 4, Column: 7, Message: "inclusion is none", Found: "inclded", Expected: "yes or no, included or excluded, or nothing", Nearest: "included"},
	}, problems)
	require.Equal(t, transition.Row{ID: "9.2.2", Extra: map[string]string{"included": "partly"}, Line: 3, Column: 1}, rows[1])
	require.Equal(t, `3:7: inclusion is none: got "partly", want yes or no, included or excluded, or nothing (T008)`, problems[0].String())
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", "transition: CSV: got nothing, want a header with a column id"},
		{"no identifiers", "number;status\n", `transition: CSV: got the header "number, status", want a column id`},
		{"a column twice", "id;x;x\n", `transition: CSV: 1:6: got a second column "x", want each once`},
		{"two names of one", "id;Control\n", `transition: CSV: 1:4: got a second column "id", want each once`},
		{"a cell too many", "id;status\n9.2.1;done;x\n", `transition: CSV: 2:12: got a cell "x" beyond the header, want at most 2 cells`},
		{"a quote", "id;status\n9.2.1;do\"ne\n", `transition: CSV: parse error on line 2, column 9: bare " in non-quoted-field`},
		{"a quote in the header", "id;\"status\n", `transition: CSV: parse error on line 1, column 12: extraneous or missing " in quoted-field`},
		{"not UTF-8", "id;status\n9.2.1;erf\xfcllt\n", "transition: CSV: got bytes that are not UTF-8, want the file saved as CSV UTF-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, problems, err := transition.Read(strings.NewReader(c.text))
			require.EqualError(t, err, c.want)
			require.Empty(t, rows)
			require.Empty(t, problems)
		})
	}
	_, _, err := transition.Read(iotest.ErrReader(io.ErrUnexpectedEOF))
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
}
