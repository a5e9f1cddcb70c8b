// Package golden compares what a test got with a file that was reviewed.
//
//	golden.Equal(t, "register.html", got) // testdata/register.html
//
// Run the test with -update to write the files, and read the difference
// before committing it.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// Equal fails the test unless got is the content of testdata/name. Line
// endings of the file count as line feeds, so a checkout on Windows passes.
func Equal[T ~string | ~[]byte](t testing.TB, name string, got T) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name))
	if *update {
		write(t, path, []byte(got))
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("golden: got %v, want the file; run the test with -update to write it", err)
	}
	if !bytes.Contains([]byte(got), []byte("\r")) {
		want = bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))
	}
	if line, g, w, ok := differ([]byte(got), want); ok {
		t.Fatalf("golden: %s:%d: got %q, want %q; if the new text is right, run the test with -update", path, line, g, w)
	}
}

func write(t testing.TB, path string, got []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatalf("golden: %v", err)
	}
	if err := os.WriteFile(path, got, 0o644); err != nil {
		t.Fatalf("golden: %v", err)
	}
}

// differ returns the first line, from 1, at which the two texts part.
func differ(got, want []byte) (line int, g, w string, ok bool) {
	if bytes.Equal(got, want) {
		return 0, "", "", false
	}
	gs, ws := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range max(len(gs), len(ws)) {
		g, w = at(gs, i), at(ws, i)
		if g != w || i >= min(len(gs), len(ws)) {
			return i + 1, g, w, true
		}
	}
	return 0, "", "", false
}

func at(lines [][]byte, i int) string {
	if i < len(lines) {
		return string(lines[i])
	}
	return "(end of file)"
}
