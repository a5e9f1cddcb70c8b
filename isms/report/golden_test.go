package report_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms/docinfo/csv"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/isms/report"
)

func TestGoldenMarkdown(t *testing.T) {
	for _, d := range documents(t, viewAt(t, sample(t), at)) {
		t.Run(d.Name, func(t *testing.T) {
			var b bytes.Buffer
			require.NoError(t, markdown.Write(&b, d))
			golden.Equal(t, d.Name+".md", b.Bytes())
		})
	}
}

func TestGoldenCSV(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, csv.Write(&b, report.Register(viewAt(t, sample(t), at)), csv.Options{}))
	golden.Equal(t, "risk-register.crlf.csv", b.Bytes())
}
