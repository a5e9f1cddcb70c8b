//go:build !annexa_noattributes && !annexa_notitles

package report_test

import (
	"bytes"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/isms/report"
)

func TestAttributes(t *testing.T) {
	for by := annexa.ByControlType; by <= annexa.ByTheme; by++ {
		t.Run(by.String(), func(t *testing.T) {
			view, err := annexa.NewView(by)
			require.NoError(t, err)
			d := report.Attributes(view)
			require.NoError(t, d.Validate())
			all := tables(d.Blocks)
			sum := 0
			for i, row := range all["values"].Rows {
				require.Equal(t, strconv.Itoa(len(view.Groups[i].Controls)), row.Cells[1].Text)
				sum += len(view.Groups[i].Controls)
			}
			require.Len(t, all["values"].Rows, len(view.Groups))
			require.Len(t, all["controls"].Rows, sum)
			require.Equal(t, docinfo.Field{Name: "Controls", Value: docinfo.Plain("93")}, d.Meta[0])
		})
	}
}

func TestAttributesOfNothing(t *testing.T) {
	require.NoError(t, report.Attributes(annexa.View{}).Validate())
	view, err := annexa.NewView(annexa.ByConcept, annexa.People, annexa.Recover)
	require.NoError(t, err)
	d := report.Attributes(view)
	require.NoError(t, d.Validate())
	require.Empty(t, tables(d.Blocks)["controls"].Rows)
}

func TestAttributesGolden(t *testing.T) {
	view, err := annexa.NewView(annexa.ByCapability)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, markdown.Write(&b, report.Attributes(view)))
	golden.Equal(t, "controls-by-capability.md", b.Bytes())
}
