package ismskit_test

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/soa"
)

//go:embed readme_test.go
var source string

// readme is the program of the README.
func readme(ctx context.Context, w io.Writer, src []byte, on isms.Date) error {
	// README
	sys, err := yaml.DecodeWith("isms.yaml", src, isms.ReadOptions{Methods: methods.All()})
	if err != nil {
		return err // every problem of the file, each with line and column
	}
	view, err := isms.At(sys, on, methods.All()) // or isms.At(yourDatabase, …): same results
	if err != nil {
		return err
	}
	statement, err := soa.Derive(view, soa.Options{})
	if err != nil {
		return err
	}
	gaps, err := audit.Run(ctx, audit.Subject{View: view, Statement: statement}, audit.Checks())
	if err != nil {
		return err
	}
	for _, gap := range audit.Top(gaps, 10) {
		fmt.Println(gap)
	}
	return html.Write(w, statement.Document())
	// end of README
}

func TestReadmeShowsWhatRuns(t *testing.T) {
	text, err := os.ReadFile("README.md")
	require.NoError(t, err)
	_, block, ok := strings.Cut(string(text), "```go\n")
	require.True(t, ok)
	block, _, ok = strings.Cut(block, "```")
	require.True(t, ok)
	_, region, ok := strings.Cut(source, "\t// README\n")
	require.True(t, ok)
	region, _, ok = strings.Cut(region, "\t// end of README\n")
	require.True(t, ok)
	require.Equal(t, strings.ReplaceAll("\n"+region, "\n\t", "\n")[1:], block)

	on, err := isms.ParseDate("2026-11-21")
	require.NoError(t, err)
	var page bytes.Buffer
	require.NoError(t, readme(t.Context(), &page, []byte("{id: acme, schemaVersion: 1, title: Acme}"), on))
	require.Contains(t, page.String(), "A.8.34")
}
