package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/soa"
)

// expected reads a list of testdata: on each line a code and what it is about,
// then a colon and why.
func expected(t *testing.T, name string) []string {
	t.Helper()
	src, err := os.ReadFile(name)
	require.NoError(t, err)
	var list []string
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		gap, why, found := strings.Cut(line, ": ")
		require.True(t, found && why != "", "%s: %q does not say why", name, line)
		list = append(list, gap)
	}
	return list
}

func ofSample(t *testing.T) analysis {
	t.Helper()
	opt, err := parse(nil, os.Stderr)
	require.NoError(t, err)
	view, err := load(opt)
	require.NoError(t, err)
	a, err := analyze(t.Context(), view, opt)
	require.NoError(t, err)
	return a
}

// TestGaps compares both ways: each gap that was left on purpose is found, and
// nothing else is.
func TestGaps(t *testing.T) {
	var found []string
	for _, g := range ofSample(t).gaps {
		found = append(found, g.Code+" "+g.Record.String())
	}
	require.ElementsMatch(t, expected(t, "testdata/gaps.txt"), found)
}

// TestRemarks does the same for the review of the statement.
func TestRemarks(t *testing.T) {
	var found []string
	for _, r := range soa.Review(ofSample(t).statement) {
		found = append(found, r.Key())
	}
	require.ElementsMatch(t, expected(t, "testdata/remarks.txt"), found)
}
