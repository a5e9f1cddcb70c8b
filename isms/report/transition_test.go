//go:build !annexa_nocorrespondences && !annexa_notitles

package report_test

import (
	"bytes"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/transition"
	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/csv"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/isms/report"
)

// moved carries a list over, with what was wrong with the file.
func moved(t testing.TB, list io.Reader) transition.Report {
	t.Helper()
	rows, problems, err := transition.Read(list)
	require.NoError(t, err)
	r := transition.Migrate(rows)
	r.Problems = append(problems, r.Problems...)
	return r
}

// statement2013 has a row for each of the 114 controls.
func statement2013() io.Reader {
	var b strings.Builder
	b.WriteString("id,included,status,owner\n")
	for c := range annexa.Controls(annexa.ISO27001v2013) {
		b.WriteString(c.Ref.ID + ",yes,done,Ada\n")
	}
	return strings.NewReader(b.String())
}

// everywhere writes the document with every encoder, and each table as CSV.
func everywhere(t testing.TB, d docinfo.Document) {
	t.Helper()
	require.NoError(t, html.Write(io.Discard, d))
	require.NoError(t, markdown.Write(io.Discard, d))
	for id := range tables(d.Blocks) {
		require.NoError(t, csv.Write(io.Discard, d, csv.Options{Table: id}))
	}
}

func TestTransitionOfAWholeStatement(t *testing.T) {
	d := report.Transition(moved(t, statement2013()))
	everywhere(t, d)
	all := tables(d.Blocks)
	require.Equal(t, []int{93, 114, 11, 0, 0, 0}, []int{
		len(all["controls"].Rows), len(all["rows"].Rows), len(all["new"].Rows),
		len(all["conflicts"].Rows), len(all["missing"].Rows), len(all["problems"].Rows),
	})
	pairs, totals := 0, map[string]string{}
	for _, row := range all["rows"].Rows {
		pairs += len(row.Cells[2].Items)
	}
	for _, row := range all["outcomes"].Rows {
		totals[row.Cells[0].Text] = row.Cells[1].Text
	}
	require.Equal(t, 115, pairs)
	require.Equal(t, map[string]string{"carried": "58", "merged": "24", "conflicting": "0", "incomplete": "0", "absent": "0", "undecided": "11"}, totals)
	require.Equal(t, "A.5.36 Compliance with policies, rules and standards for information security", cell(t, d, "rows", "row/114", "to").Items[0].String())
	require.Equal(t, docinfo.Cell{Text: "merged"}, cell(t, d, "controls", "A.8.8", "outcome"))
}

func TestTransitionOfNothing(t *testing.T) {
	everywhere(t, report.Transition(transition.Report{}))
	d := report.Transition(transition.Migrate(nil))
	everywhere(t, d)
	require.Len(t, tables(d.Blocks)["missing"].Rows, 114)
	require.Equal(t, docinfo.Cell{Text: "undecided", Tone: docinfo.Attention}, cell(t, d, "controls", "A.5.7", "outcome"))
}

func TestTransitionGolden(t *testing.T) {
	list, err := os.Open("testdata/old-statement.csv")
	require.NoError(t, err)
	defer func() { require.NoError(t, list.Close()) }()
	var b bytes.Buffer
	require.NoError(t, markdown.Write(&b, report.Transition(moved(t, list))))
	golden.Equal(t, "transition-2013-2022.md", b.Bytes())
}

// FuzzTransition holds that whatever list was read becomes a document that can be
// written, with every row in it.
func FuzzTransition(f *testing.F) {
	for _, text := range []string{
		"id;status\nA.9.2.1;done\n", "id,included,status,justification,owner,x\nA.10.1.1,perhaps,a,<b>,c,=1\nA.10.1.2,no,,|,\nA.10.1.2,no,,\x00,\n",
		"id\nA.9.2\n2001-02-09\n9.2.7\n \n,", "status\tid\n\"a\nb\"\t18.2.3", "id,\u202e\nA.5.1.1,\u202e",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 {
			return
		}
		rows, problems, err := transition.Read(strings.NewReader(text))
		if err != nil {
			return
		}
		r := transition.MigratePart(rows)
		r.Problems = append(problems, r.Problems...)
		d := report.Transition(r)
		everywhere(t, d)
		for i, row := range rows {
			if row.Status != "" {
				require.Equal(t, row.Status, cell(t, d, "rows", "row/"+strconv.Itoa(i+1), "status").Text)
			}
		}
	})
}
