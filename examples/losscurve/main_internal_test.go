package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/loss"
)

// said is what a run of the program came to.
type said struct {
	code           int
	stdout, stderr string
}

func command(ctx context.Context, args ...string) said {
	var stdout, stderr bytes.Buffer
	code := run(ctx, args, &stdout, &stderr)
	return said{code, stdout.String(), stderr.String()}
}

func TestOutputs(t *testing.T) {
	for name, args := range map[string][]string{
		"fair.txt":      {},
		"portfolio.txt": {"-model", "portfolio.yaml"},
		"hubbard.txt":   {"-model", "hubbard.yaml"},
		"hubbard.json":  {"-model", "hubbard.yaml", "-format", "json"},
		"heavy.txt":     {"-model", "testdata/heavy.yaml"},
		"apart.txt":     {"-model", "testdata/apart.json"},
	} {
		t.Run(name, func(t *testing.T) {
			args := append(args, "-trials", "65536")
			got := command(t.Context(), args...)
			require.Equal(t, said{0, got.stdout, ""}, got)
			golden.Equal(t, name, got.stdout)
			require.Equal(t, got, command(t.Context(), args...), "the same twice")
			for line := range strings.Lines(got.stdout) {
				require.True(t, len([]rune(line)) <= 81 || args[len(args)-3] == "json", line)
			}
		})
	}
}

// TestSampling: numbers may be drawn more evenly, and the answer says how.
func TestSampling(t *testing.T) {
	for _, how := range []string{"plain", "latinHypercube", "sobol"} {
		got := command(t.Context(), "-sampling", how, "-trials", "65536", "-format", "json")
		require.Equal(t, 0, got.code, got.stderr)
		require.Contains(t, got.stdout, `"sampling": "`+how+`"`)
	}
}

// TestReadme runs the commands of README.md.
func TestReadme(t *testing.T) {
	src, err := os.ReadFile("README.md")
	require.NoError(t, err)
	blocks := strings.Split(strings.ReplaceAll(string(src), "\r\n", "\n"), "\n```console\n$ go run . ")
	require.Len(t, blocks, 3)
	for _, block := range blocks[1:] {
		line, rest, _ := strings.Cut(block, "\n")
		want, _, _ := strings.Cut(rest, "```\n")
		t.Run(line, func(t *testing.T) {
			got := command(t.Context(), strings.Fields(line)...)
			begin, ok := strings.CutSuffix(want, "…\n")
			if !ok {
				require.Equal(t, want, got.stdout+got.stderr)
			}
			require.True(t, strings.HasPrefix(got.stdout+got.stderr, begin), got.stdout+got.stderr)
		})
	}
}

// TestPublished holds the ten rows to what was computed of them at a higher
// precision: see the vectors of package loss.
func TestPublished(t *testing.T) {
	var a answer
	got := command(t.Context(), "-model", "hubbard.yaml", "-format", "json", "-trials", "1048576")
	require.NoError(t, json.Unmarshal([]byte(got.stdout), &a))
	want := map[figureKey]float64{
		{"mean", 0}: 1695080.7295035366, {"sd", 0}: 8470831.45195901, {"P(0)", 0}: 0.6017373684953975,
		{"VaR", 0.75}: 710503.9765116532, {"VaR", 0.9}: 3923087.5273994324, {"VaR", 0.95}: 7765681.669656704,
		{"VaR", 0.99}: 26058967.736908954, {"VaR", 0.999}: 96023915.53925796,
	}
	for _, f := range a.Figures {
		x, ok := want[figureKey{f.Name, f.At}]
		if !ok {
			continue
		}
		delete(want, figureKey{f.Name, f.At})
		require.InEpsilon(t, x, f.Exact.Value, 1e-6, f.Name)
		require.Less(t, max(*f.Apart, -*f.Apart), 4.0, "%s %v", f.Name, f.At)
	}
	require.Empty(t, want)
}

type figureKey struct {
	name string
	at   float64
}

func TestBadModels(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"faults at their places": {
			"m.yaml", "id: m\ncurrency: EUR\nscenarios:\n  - id: s\n    frequency: {poisson: {rate: -1}}\n    severty: 5\n",
			"m.yaml:5:33: /scenarios/0/frequency/poisson/rate: got -1, want a rate from 0 to 1e6 events a year (LM006)\n" +
				"m.yaml:6:5: /scenarios/0/severty: unknown member \"severty\" (D022); did you mean \"severity\"?\n",
		},
		"JSON by its name": {"m.json", "{\n\"id\": 5, \"scenarios\": [{\"id\": \"s\", \"fair\": {\"lef\": 1, \"primary\": 2}}]}", "m.json:2:7: /id: got the number 5, want a text (D021); put it in double quotes: \"5\"\n"},
		"nothing":          {"m.yaml", "", "m.yaml:1:1: the document is empty (D001)\n"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			require.NoError(t, os.WriteFile(filepath.Join(dir, c.file), []byte(c.text), 0o600))
			got := command(t.Context(), "-model", filepath.Join(dir, c.file))
			require.Equal(t, 1, got.code)
			require.Empty(t, got.stdout)
			said := strings.ReplaceAll(got.stderr, dir+string(filepath.Separator), "")
			require.True(t, strings.HasPrefix(said, c.want), said)
			require.True(t, strings.HasSuffix(said, "losscurve: nothing was written\n"), said)
		})
	}
	got := command(t.Context(), "-model", "testdata/no such file.yaml")
	require.Equal(t, 1, got.code)
	require.Contains(t, got.stderr, "no such file")
}

func TestArguments(t *testing.T) {
	for want, args := range map[string][]string{
		"losscurve: got the argument \"model.yaml\", want flags alone; a model is given as -model model.yaml\n": {"model.yaml"},
		"losscurve: got the format \"csv\", want one of text, json\n":                                           {"-format", "csv"},
		"losscurve: got 0 trials, want 1 to 67108864\n":                                                         {"-trials", "0"},
	} {
		require.Equal(t, said{2, "", want}, command(t.Context(), args...))
	}
	require.Equal(t, 2, command(t.Context(), "-seed", "-1").code)
	require.Equal(t, 2, command(t.Context(), "-sampling", "random").code)
	help := command(t.Context(), "-help")
	require.Equal(t, 0, help.code)
	require.Contains(t, help.stderr, "-model file")
}

// TestInterrupted: who presses Ctrl-C waits for nothing, and nothing is written.
func TestInterrupted(t *testing.T) {
	const text = "losscurve: interrupted\nlosscurve: nothing was written\n"
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	start := time.Now()
	require.Equal(t, said{1, "", text}, command(ctx, "-model", "hubbard.yaml", "-trials", "16777216"))
	require.Less(t, time.Since(start), 5*time.Second)
	require.Equal(t, said{1, "", text}, command(ctx, "-model", "hubbard.yaml"))
}

// TestProgress: a line on a terminal, which goes when the work is done; nothing
// elsewhere.
func TestProgress(t *testing.T) {
	var b bytes.Buffer
	p := &progress{w: &b}
	say := p.of("drawing")
	say(1, 4)
	say(1, 4)
	say(4, 4)
	p.done()
	require.Equal(t, "\r\x1b[Kdrawing 25 %\r\x1b[Kdrawing 100 %\r\x1b[K", b.String())
	f, err := os.Create(filepath.Join(t.TempDir(), "stderr"))
	require.NoError(t, err)
	p = newProgress(f)
	require.Nil(t, p.of("drawing"))
	p.done()
	require.NoError(t, f.Close())
}

func TestNumbers(t *testing.T) {
	for want, c := range map[string]struct {
		u       unit
		x, half float64
	}{
		"1,704,700 ± 1,700":        {amounts, 1704744, 1712},
		"96,023,916 ± 5":           {amounts, 96023915.8, 5.2},
		"7,765,682":                {amounts, 7765681.7, 0.046},
		"59.90 % ± 0.38 %":         {percents, 0.59901, 0.0038},
		"60.17 %":                  {percents, 0.601737, 1e-12},
		"0":                        {amounts, 0, 0},
		"0.2500 ± 0.0012":          {amounts, 0.25, 0.0012},
		"2.5e+20 ± 3e+18":          {amounts, 2.5e20, 3e18},
		"101,000,000 ± 12,000,000": {amounts, 100999999, 12e6},
	} {
		e := estimateOf(c.x, c.half)
		require.Equal(t, want, c.u.estimate(&e))
	}
}

func estimateOf(x, half float64) loss.Estimate {
	return loss.Estimate{Value: x, Low: x - half, High: x + half, Basis: loss.Estimated}
}

// TestInfinite: what is infinite is said, not a number that JSON does not have.
func TestInfinite(t *testing.T) {
	var a answer
	got := command(t.Context(), "-model", "testdata/heavy.yaml", "-format", "json", "-trials", "4096")
	require.NoError(t, json.Unmarshal([]byte(got.stdout), &a), got.stderr)
	require.Equal(t, &loss.Estimate{Basis: loss.Refused, Reason: infinite}, a.Figures[0].Exact)
}
