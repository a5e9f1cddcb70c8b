package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/report"
	"github.com/ismskit/ismskit/risk/compare"
)

// said is what a run of the program came to.
type said struct {
	code           int
	stdout, stderr string
}

func command(args ...string) said {
	var stdout, stderr bytes.Buffer
	code := run(args, &stdout, &stderr)
	return said{code, stdout.String(), stderr.String()}
}

func TestOutputs(t *testing.T) {
	for name, args := range map[string][]string{
		"table.txt":        {},
		"table.csv":        {"-format", "csv"},
		"table.json":       {"-format", "json"},
		"compare.txt":      {"-compare", "own.yaml", "-translation", "to-own.yaml"},
		"compare.csv":      {"-compare", "own.yaml", "-translation", "to-own.yaml", "-format", "csv"},
		"both.txt":         {"-in", "testdata/both.csv", "-compare", "own.yaml"},
		"explain.txt":      {"-explain", "R-05", "-compare", "own.yaml", "-translation", "to-own.yaml"},
		"explain-left.txt": {"-explain", "R-06", "-compare", "own.yaml", "-translation", "to-own.yaml"},
		"check.txt":        {"-check"},
		"check-own.txt":    {"-check", "-method", "own.yaml"},
		"system.txt":       {"-in", "../quickstart/sample.yaml", "-at", "2026-11-21"},
		"system-own.txt":   {"-in", "../quickstart/sample.yaml", "-at", "2026-11-21", "-method", "own.yaml", "-translation", "to-own.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			got := command(args...)
			require.Equal(t, said{0, got.stdout, ""}, got)
			golden.Equal(t, name, strings.ReplaceAll(got.stdout, "\r\n", "\n"))
			require.Equal(t, got, command(args...), "the same twice")
		})
	}
}

func TestHTML(t *testing.T) {
	got := command("-format", "html")
	require.Equal(t, said{0, got.stdout, ""}, got)
	require.Contains(t, got.stdout, "Ransomware encrypts the file servers")
	got = command("-format", "html", "-compare", "own.yaml", "-translation", "to-own.yaml")
	require.Equal(t, said{0, got.stdout, ""}, got)
	require.Contains(t, got.stdout, "Slope chart of 10 risks")
	got = command("-format", "json", "-compare", "own.yaml", "-translation", "to-own.yaml")
	require.Equal(t, said{0, got.stdout, ""}, got)
	require.Contains(t, got.stdout, `"concordant": 23`)
	require.Contains(t, command("-list").stdout, "owasp/")
}

// TestSlope is the picture of docs/comparing-methods.md.
func TestSlope(t *testing.T) {
	opt, err := parse([]string{"-compare", "own.yaml", "-translation", "to-own.yaml"}, os.Stderr)
	require.NoError(t, err)
	j, err := load(opt)
	require.NoError(t, err)
	c, err := compare.Methods(j.register, j.method, j.other, j.translations...)
	require.NoError(t, err)
	d, err := report.Comparison(c, j.method, j.other)
	require.NoError(t, err)
	for _, block := range d.Blocks {
		if f, ok := block.(docinfo.Figure); ok {
			golden.Equal(t, "slope.svg", f.SVG)
		}
	}
}

// TestFormsOfCSV are files that spreadsheets write, all of the sample.
func TestFormsOfCSV(t *testing.T) {
	want := command()
	plain := string(sample)
	for name, text := range map[string]string{
		"a byte order mark": "\uFEFF" + plain,
		"CRLF":              strings.ReplaceAll(plain, "\n", "\r\n"),
		"semicolons":        strings.ReplaceAll(plain, ",", ";"),
		"tabs":              strings.ReplaceAll(plain, ",", "\t"),
		"quotes":            strings.ReplaceAll(strings.ReplaceAll(plain, ",", `","`), "R-", `R-`),
		"no last line feed": strings.TrimSuffix(plain, "\n"),
		"spaces":            strings.ReplaceAll(plain, ",", " , "),
		"all of these":      "\uFEFF" + strings.ReplaceAll(strings.ReplaceAll(plain, ",", " ; "), "\n", "\r\n"),
		"factors by method": strings.Replace(plain, ",likelihood,", ",iso27005/qualitative:likelihood,", 1),
		"the order is free": strings.Replace(plain, "id,title", "ID,Title", 1),
	} {
		t.Run(name, func(t *testing.T) {
			if name == "quotes" {
				var lines []string
				for line := range strings.SplitSeq(strings.TrimSpace(plain), "\n") {
					lines = append(lines, `"`+strings.ReplaceAll(line, ",", `","`)+`"`)
				}
				text = strings.Join(lines, "\n")
			}
			in := filepath.Join(t.TempDir(), "sample.csv")
			require.NoError(t, os.WriteFile(in, []byte(text), 0o600))
			got := command("-in", in)
			got.stdout = strings.Replace(got.stdout, in, "sample.csv", 1)
			require.Equal(t, want, got)
		})
	}
}

func TestBadCSV(t *testing.T) {
	const head = "id,title,likelihood,consequence\n"
	for name, c := range map[string]struct{ text, want string }{
		"empty":               {"", "1:1: the file is empty; want a heading with the column id, then a line for each risk"},
		"a mark alone":        {"\uFEFF", "1:1: the file is empty; want a heading with the column id, then a line for each risk"},
		"a heading alone":     {head, "1:1: no risk stands below the heading"},
		"no identifiers":      {"title,likelihood,consequence\na,1,1\n", "1:1: no column has the identifiers: got title, likelihood, consequence, want one called id"},
		"a factor is missing": {"id,title,likelihood\nR-1,a,1\n", `1:1: no column has consequence, which method iso27005/qualitative@2022 asks: got id, title, likelihood`},
		"a column twice":      {"id,likelihood,consequence,likelihood\nR-1,1,1,1\n", `1:27: column "likelihood" is there already, as number 2`},
		"a risk twice":        {head + "R-1,a,1,1\nR-2,b,1,1\nR-1,c,1,1\n", `4:1: risk "R-1" is there already, in line 2`},
		"no identifier":       {head + ",a,1,1\n", "2:1: the risk has no identifier"},
		"off the scale":       {head + "R-1,a,1,1\nR-2,b,6,1\n", `3:7: |factor "likelihood": got "6", want one of 1, 2, 3, 4, 5`},
		"a slip":              {head + "R-1,\"a\nb\",likly,1\n", `3:4: |did you mean "likely"?`},
		"an input is missing": {head + "R-1,a,1,\n", `2:9: |factor "consequence": is missing`},
		"a short line":        {head + "R-1,a,1\n", "2:1: got 3 fields, want 4 as in the heading"},
		"a long line":         {head + "R-1,a,1,1,\n", "2:1: got 5 fields, want 4 as in the heading"},
		"a quote is open":     {head + "R-1,\"a,1,1\n", "2:12: |extraneous or missing"},
		"a quote within":      {head + "R-1,a\"b,1,1\n", "2:6: |bare"},
		"Latin-1":             {head + "R-1,B\xe4r,1,1\n", "2:6: not UTF-8; save the file as UTF-8"},
		"two faults":          {head + "R-1,a,0,9\n", "2:7: |2:9: "},
	} {
		t.Run(name, func(t *testing.T) {
			in := filepath.Join(t.TempDir(), "bad.csv")
			require.NoError(t, os.WriteFile(in, []byte(c.text), 0o600))
			got := command("-in", in)
			require.Equal(t, said{1, "", got.stderr}, got)
			place, words, _ := strings.Cut(c.want, "|")
			require.Contains(t, got.stderr, in+":"+place)
			require.Contains(t, got.stderr, words)
			require.True(t, strings.HasSuffix(got.stderr, "\nrate: nothing was written\n"))
		})
	}
}

// TestHugeCSV: many lines are rated, many faults are cut off, too much is refused.
func TestHugeCSV(t *testing.T) {
	var good, bad strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&good, "R-%d,%d,%d\n", i, 1+i%5, 1+i/5%5)
		fmt.Fprintf(&bad, "R-%d,9,1\n", i)
	}
	const head = "id,likelihood,consequence\n"
	in := filepath.Join(t.TempDir(), "huge.csv")
	require.NoError(t, os.WriteFile(in, []byte(head+good.String()), 0o600))
	got := command("-in", in)
	require.Equal(t, said{0, got.stdout, ""}, got)
	require.Equal(t, 50_002, strings.Count(got.stdout, "\n"))

	require.NoError(t, os.WriteFile(in, []byte(head+bad.String()), 0o600))
	got = command("-in", in)
	require.Equal(t, said{1, "", got.stderr}, got)
	require.Equal(t, 22, strings.Count(got.stderr, "\n"))
	require.Contains(t, got.stderr, "and 49980 more\n")

	f, err := os.Create(in)
	require.NoError(t, err)
	require.NoError(t, f.Truncate(largest+1))
	require.NoError(t, f.Close())
	got = command("-in", in)
	require.Equal(t, said{1, "", got.stderr}, got)
	require.Contains(t, got.stderr, "has more than the 64 MiB that are read")
}

func TestBadMethods(t *testing.T) {
	for name, args := range map[string][]string{
		"method.txt":      {"-method", "testdata/bad/method.yaml"},
		"translation.txt": {"-compare", "own.yaml", "-translation", "testdata/bad/translation.yaml"},
		"system.txt":      {"-in", "testdata/bad/system.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			got := command(args...)
			require.Equal(t, said{1, "", got.stderr}, got)
			golden.Equal(t, "bad/"+name, got.stderr)
		})
	}
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"help":            {[]string{"-h"}, 0, "-translation file"},
		"unknown flag":    {[]string{"-o", "x"}, 2, "flag provided but not defined: -o"},
		"an argument":     {[]string{"risks.csv"}, 2, "-in risks.csv"},
		"a format":        {[]string{"-format", "pdf"}, 2, `got the format "pdf", want one of table, csv, json, html`},
		"explain as csv":  {[]string{"-format", "csv", "-explain", "R-01"}, 2, "an explanation is text"},
		"no such file":    {[]string{"-in", "nothing.csv"}, 1, "nothing.csv"},
		"no such method":  {[]string{"-method", "iso27005/qualitativ"}, 1, `did you mean "iso27005/qualitative`},
		"no such risk":    {[]string{"-explain", "R-99"}, 1, `sample.csv: has no risk "R-99"`},
		"twice the same":  {[]string{"-compare", "iso27005/qualitative"}, 1, "twice"},
		"no method there": {[]string{"-method", "nothing.yaml"}, 1, "nothing.yaml"},
		"check of none":   {[]string{"-check", "-method", "nobody/has"}, 1, "nobody/has"},
	} {
		t.Run(name, func(t *testing.T) {
			got := command(c.args...)
			require.Equal(t, said{c.code, "", got.stderr}, got)
			require.Contains(t, got.stderr, c.says)
		})
	}
}

// broken cannot be written to.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestWriteFails(t *testing.T) {
	var stderr bytes.Buffer
	require.Equal(t, 1, run(nil, broken{}, &stderr))
	require.Equal(t, "rate: the disk is full\n", stderr.String())
}

// TestPages runs the commands of README.md and of the page about comparing: what
// follows each there is what it prints, or how that begins.
func TestPages(t *testing.T) {
	var pages string
	for _, name := range []string{"README.md", "../../docs/comparing-methods.md"} {
		src, err := os.ReadFile(name)
		require.NoError(t, err)
		pages += strings.ReplaceAll(string(src), "\r\n", "\n")
	}
	blocks := strings.Split(pages, "\n```console\n$ go run . ")
	require.Greater(t, len(blocks), 5)
	_, moved, _ := strings.Cut(pages, "\n```text\n")
	moved, _, _ = strings.Cut(moved, "```\n")
	require.Contains(t, command("-compare", "own.yaml", "-translation", "to-own.yaml").stdout, moved)
	for _, block := range blocks[1:] {
		line, rest, _ := strings.Cut(block, "\n")
		want, _, _ := strings.Cut(rest, "```\n")
		t.Run(line, func(t *testing.T) {
			got := command(strings.Fields(line)...)
			require.NotEqual(t, 2, got.code)
			begin, ok := strings.CutSuffix(want, "…\n")
			if !ok {
				require.Equal(t, want, got.stdout+got.stderr)
			}
			require.True(t, strings.HasPrefix(got.stdout+got.stderr, begin), got.stdout+got.stderr)
		})
	}
}

func FuzzReadCSV(f *testing.F) {
	f.Add(sample)
	f.Add([]byte("id;likelihood;consequence\r\nR-1;1;1\r\n"))
	f.Add([]byte("\uFEFFid,\"like\nlihood\"\n"))
	m, err := find("", published())
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, src []byte) {
		register, err := readCSV("x.csv", src, m)
		if err != nil {
			require.Regexp(t, `^x\.csv:\d+:\d+: `, err.Error())
			return
		}
		for _, r := range register {
			require.NotEmpty(t, r.ID)
			require.Len(t, r.Judged, 1)
			_, err := m.Rate(r.Judged[0].Inputs)
			require.NoError(t, err)
		}
	})
}
