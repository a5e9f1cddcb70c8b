package yaml_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk/methods"
)

// head is what a fragment of a page lacks to be a document.
const head = "id: acme\nschemaVersion: 1\n"

// fenced is a fenced block of a page: what stands behind its first fence, and
// between its fences.
type fenced struct{ info, text string }

func blocks(t *testing.T, page string) []fenced {
	t.Helper()
	src, err := os.ReadFile("../../docs/" + page)
	require.NoError(t, err)
	var all []fenced
	var open *fenced
	for line := range strings.Lines(strings.ReplaceAll(string(src), "\r\n", "\n")) {
		info, fence := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "```")
		switch {
		case fence && open == nil:
			open = &fenced{info: info}
		case fence:
			all, open = append(all, *open), nil
		case open != nil:
			open.text += line
		}
	}
	require.Nil(t, open, "%s: a block is not closed", page)
	return all
}

func read(src string) (isms.System, error) {
	return yaml.DecodeWith("isms.yaml", []byte(src), isms.ReadOptions{Methods: methods.All()})
}

// TestDocs holds that what the pages show of YAML is so. A block "yaml" is a
// whole document. A "yaml fragment" lacks the id of the System and what it
// refers to, and nothing else. A "yaml faulty" document has exactly the
// problems of the block that follows it. The "rows" are records of the last
// whole document, as a database keeps them.
func TestDocs(t *testing.T) {
	for _, page := range []string{"model.md", "problems.md", "schema.md", "yaml.md"} {
		t.Run(page, func(t *testing.T) {
			var last isms.System
			list := blocks(t, page)
			for i, b := range list {
				switch b.info {
				case "yaml":
					sys, err := read(b.text)
					require.NoError(t, err, b.text)
					last = sys
				case "yaml fragment":
					_, err := read(head + b.text)
					refersOnly(t, b.text, err)
				case "yaml faulty":
					_, err := read(b.text)
					require.Error(t, err, b.text)
					require.Less(t, i+1, len(list))
					require.Equal(t, list[i+1].text, err.Error()+"\n")
				case "rows":
					requireRows(t, last, b.text)
				}
			}
		})
	}
}

// refersOnly holds that nothing is wrong but references to what is not shown.
func refersOnly(t *testing.T, text string, err error) {
	t.Helper()
	ps, ok := errors.AsType[isms.Problems](err)
	require.True(t, ok || err == nil)
	for _, p := range ps {
		require.Equal(t, isms.CodeBroken, p.Code, "%s\n%s", text, p)
	}
}

func requireRows(t *testing.T, sys isms.System, rows string) {
	t.Helper()
	for row := range strings.Lines(rows) {
		i := strings.Index(row, " {")
		require.Positive(t, i, row)
		ref, err := isms.ParseRef(row[:i])
		require.NoError(t, err)
		r, err := sys.Get(ref)
		require.NoError(t, err)
		var long, short bytes.Buffer
		require.NoError(t, isms.EncodeRecord(&long, r))
		require.NoError(t, json.Compact(&short, long.Bytes()))
		require.Equal(t, strings.TrimSpace(short.String()), strings.TrimSpace(row[i+1:]))
	}
}

// TestDocsMessages holds the table of what one wrote and what one gets.
func TestDocsMessages(t *testing.T) {
	src, err := os.ReadFile("../../docs/yaml.md")
	require.NoError(t, err)
	rows := regexp.MustCompile("(?m)^\\| `(.*?)` \\| `(.*?)` \\|$").FindAllStringSubmatch(string(src), -1)
	require.Len(t, rows, 8)
	for _, row := range rows {
		_, err := read(head + strings.ReplaceAll(row[1], " ⏎ ", "\n") + "\n")
		ps, _ := errors.AsType[isms.Problems](err)
		require.Len(t, ps, 1, row[1])
		bare := isms.Problem{Code: ps[0].Code, Message: ps[0].Message, Hint: ps[0].Hint}
		require.Equal(t, row[2], bare.String())
	}
}
