package fair_test

import (
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/fair"
)

// TestDocs: each code is on the page with what it means and a tree that has it,
// the Go of the page is part of an example that runs, and its tests are there.
func TestDocs(t *testing.T) {
	read := func(name string) string {
		return strings.ReplaceAll(string(must(os.ReadFile(name))), "\r\n", "\n")
	}
	page := read("../../docs/quant/fair.md")
	listed := map[string]string{}
	for _, row := range regexp.MustCompile(`(?m)^\| (FT\d+) \| (.*?) \| (.*?) \|$`).FindAllStringSubmatch(page, -1) {
		listed[row[1]] = row[2]
		example, ok := strings.CutPrefix(row[3], "`")
		if !ok {
			continue
		}
		var tree fair.Tree
		require.NoError(t, json.Unmarshal([]byte(strings.TrimSuffix(example, "`")), &tree))
		_, err := tree.Scenario("s")
		ps, _ := errors.AsType[fair.Problems](err)
		require.NotEmpty(t, ps, row[1])
		require.Equal(t, row[1], ps[0].Code)
	}
	for _, c := range fair.Codes() {
		require.Equal(t, c.Means, listed[c.ID])
	}

	tests := ""
	for _, name := range must(os.ReadDir(".")) {
		if strings.HasSuffix(name.Name(), "_test.go") {
			tests += read(name.Name())
		}
	}
	for _, name := range []string{"fair", "coming-from-pyfair", "coming-from-riskquant", "coming-from-evaluator", "coming-from-a-spreadsheet"} {
		page := read("../../docs/quant/" + name + ".md")
		blocks := strings.Split(page, "```go\n")[1:]
		require.NotEmpty(t, blocks, name)
		for _, block := range blocks {
			block, _, _ = strings.Cut(block, "```\n")
			require.Contains(t, strings.ReplaceAll(tests, "\n\t", "\n"), block)
		}
		for _, held := range regexp.MustCompile("`((?:Test|Example_)\\w+)`").FindAllStringSubmatch(page, -1) {
			require.Contains(t, tests, "func "+held[1]+"(")
		}
	}
}
