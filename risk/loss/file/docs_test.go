package file_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/loss/file"
	"github.com/ismskit/ismskit/risk/loss/yaml"
)

func page(t *testing.T) string {
	t.Helper()
	src, err := os.ReadFile("../../../docs/quant/models.md")
	require.NoError(t, err)
	return strings.ReplaceAll(string(src), "\r\n", "\n")
}

// blocks returns what stands between fences with these words.
func blocks(t *testing.T, words string) []string {
	t.Helper()
	var all []string
	for _, part := range strings.Split(page(t), "\n```"+words+"\n")[1:] {
		block, _, _ := strings.Cut(part, "```\n")
		all = append(all, block)
	}
	require.NotEmpty(t, all, words)
	return all
}

func indented(text, by string) string {
	return by + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n"+by) + "\n"
}

// TestPageSnippets: each piece of YAML is what the page says it is.
func TestPageSnippets(t *testing.T) {
	read := func(src string) {
		_, err := yaml.Decode("page.yaml", []byte(src))
		require.NoError(t, err, src)
	}
	first := blocks(t, "yaml")[0]
	read(first)
	for line := range strings.Lines(blocks(t, "yaml severity")[0]) {
		read("id: m\nscenarios:\n  - id: s\n    frequency: {exactly: {events: 1}}\n    " + line)
	}
	for line := range strings.Lines(blocks(t, "yaml rate")[0]) {
		read("id: m\nscenarios:\n  - id: s\n    severity: 1\n    frequency:\n      poisson:\n        " + line)
	}
	fraud := blocks(t, "yaml scenario")[0]
	for _, s := range blocks(t, "yaml scenario") {
		read("id: m\nscenarios:\n  -\n" + indented(s, "    "))
	}
	for _, more := range blocks(t, "yaml together") {
		read(first + "  -\n" + indented(fraud, "    ") + more)
	}
	_, err := yaml.Decode("acme.yaml", []byte(blocks(t, "yaml bad")[0]))
	require.EqualError(t, err, strings.TrimRight(blocks(t, "text")[0], "\n"))
}

// TestPageMembers: the page names every member that a file can have.
func TestPageMembers(t *testing.T) {
	named := map[string]bool{}
	for _, m := range regexp.MustCompile("`([A-Za-z0-9$]+)`").FindAllStringSubmatch(page(t), -1) {
		named[m[1]] = true
	}
	for _, typ := range []reflect.Type{
		reflect.TypeFor[loss.Model](), reflect.TypeFor[loss.Scenario](), reflect.TypeFor[loss.Stage](), reflect.TypeFor[loss.Uncertain](),
		reflect.TypeFor[loss.Link](), reflect.TypeFor[loss.Cause](), reflect.TypeFor[loss.Hit](), reflect.TypeFor[loss.Layer](),
		reflect.TypeFor[loss.Control](), reflect.TypeFor[loss.Effect](),
		reflect.TypeFor[loss.Poisson](), reflect.TypeFor[loss.NegativeBinomial](), reflect.TypeFor[loss.Binomial](),
		reflect.TypeFor[loss.Bernoulli](), reflect.TypeFor[loss.Exactly](), reflect.TypeFor[loss.Multiplied](),
		reflect.TypeFor[fair.Tree](), reflect.TypeFor[fair.Secondary](), reflect.TypeFor[fair.Forms](),
	} {
		for f := range typ.Fields() {
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "own" {
				require.True(t, named[name], "%s: the page does not name %q", typ, name)
			}
		}
	}
}

// TestPageCodes: the page lists each code that exists and no other, and each
// example has the problem of its row.
func TestPageCodes(t *testing.T) {
	base, err := yaml.Decode("model.yaml", []byte(blocks(t, "yaml model")[0]))
	require.NoError(t, err)
	src, err := json.Marshal(base)
	require.NoError(t, err)

	rows := regexp.MustCompile("(?m)^\\| (L[MF][0-9]{3}) \\| (.*?) \\| `(.*?)` \\| .+ \\|$").FindAllStringSubmatch(page(t), -1)
	want := []string{}
	for _, c := range loss.Codes() {
		want = append(want, c.ID+" "+c.Means)
	}
	var got []string
	for _, row := range rows {
		if strings.HasPrefix(row[1], "LM") {
			got = append(got, row[1]+" "+row[2])
		}
		t.Run(row[1], func(t *testing.T) {
			var tree any
			require.NoError(t, json.Unmarshal(src, &tree))
			for change := range strings.SplitSeq(row[3], "; ") {
				pointer, text, ok := strings.Cut(change, ": ")
				require.True(t, ok)
				var to any
				if json.Unmarshal([]byte(text), &to) != nil {
					to = text
				}
				tree = replaced(t, tree, strings.Split(pointer, "/")[1:], to)
			}
			changed, err := json.Marshal(tree)
			require.NoError(t, err)
			_, err = file.Decode("model.json", changed)
			ps, _ := errors.AsType[file.Problems](err)
			require.True(t, slices.ContainsFunc(ps, func(p file.Problem) bool { return p.Code == row[1] }), "%s\n%v", changed, err)
		})
	}
	require.Equal(t, want, got)
	require.Equal(t, "LF001", rows[len(rows)-1][1])
}

// replaced returns the tree with another value at a path; a member that is not
// there is added.
func replaced(t *testing.T, tree any, path []string, to any) any {
	t.Helper()
	if len(path) == 0 {
		return to
	}
	switch v := tree.(type) {
	case map[string]any:
		v[path[0]] = replaced(t, v[path[0]], path[1:], to)
		return v
	case []any:
		i, err := strconv.Atoi(path[0])
		require.NoError(t, err)
		v[i] = replaced(t, v[i], path[1:], to)
		return v
	}
	require.FailNow(t, fmt.Sprintf("nothing at %v", path))
	return nil
}
