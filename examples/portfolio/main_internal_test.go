package main

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/browser"
	"github.com/ismskit/ismskit/internal/golden"
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

// sample runs the program once for all tests that read its report.
var sample = sync.OnceValues(func() (said, string) {
	dir, err := os.MkdirTemp("", "portfolio")
	if err != nil {
		return said{stderr: err.Error()}, ""
	}
	defer func() { _ = os.RemoveAll(dir) }()
	name := filepath.Join(dir, "report.html")
	got := command(context.Background(), "-o", name, "-trials", "65536")
	got.stdout = strings.ReplaceAll(got.stdout, name, "report.html")
	text, err := os.ReadFile(name)
	if err != nil {
		got.stderr += err.Error()
	}
	return got, string(text)
})

// TestReport holds the report to what was read and approved.
func TestReport(t *testing.T) {
	got, report := sample()
	require.Equal(t, said{0, got.stdout, ""}, got)
	golden.Equal(t, "sample.txt", got.stdout)
	golden.Equal(t, "report.html", report)
	for _, bad := range []string{"<no value>", "NaN", "Inf", "ZgotmplZ", "<script"} {
		require.NotContains(t, report, bad)
	}
}

// TestOnScreenAndPaper: two pages A4, nothing wider than the window, text that
// can be read in light and dark, nothing loaded.
func TestOnScreenAndPaper(t *testing.T) {
	_, report := sample()
	name := filepath.Join(t.TempDir(), "report.html")
	require.NoError(t, os.WriteFile(name, []byte(report), 0o600))
	address := (&url.URL{Scheme: "file", Path: filepath.ToSlash(name)}).String()
	b := browser.New(t)
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int{1200, 390} {
			b.Open(address, width, 900, scheme)
			require.Equal(t, "true", b.Eval("document.documentElement.scrollWidth <= innerWidth"))
			ratio, where := b.LowestContrast("main")
			require.GreaterOrEqual(t, ratio, 4.5, "%s %s", scheme, where)
		}
	}
	require.Empty(t, b.Complaints)
	require.Empty(t, b.Fetched)
	pages := browser.Pages(t, b.PDF())
	require.Len(t, pages, 2)
	require.Contains(t, pages[0], "Which risks it comes from")
	require.Contains(t, pages[0], "SHA-256")
	require.Contains(t, pages[1], "How sure are we?")
	require.Contains(t, pages[1], "Improve first.")
}

// changed writes the sample with a text replaced, and returns the arguments that
// read it.
func changed(t *testing.T, file, before, after string) []string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"isms.yaml", "model.yaml"} {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		if name == file {
			require.Contains(t, string(text), before)
			text = []byte(strings.ReplaceAll(string(text), before, after))
		}
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), text, 0o600))
	}
	return []string{
		"-system", filepath.Join(dir, "isms.yaml"), "-model", filepath.Join(dir, "model.yaml"), "-at", sampleDate,
		"-trials", "65536", "-o", filepath.Join(dir, "report.html"),
	}
}

func TestBadFiles(t *testing.T) {
	for name, c := range map[string]struct{ file, before, after, want string }{
		"unknown scenario": {"isms.yaml", "name: ransomware}", "name: ransomwear}", `risk/R-01/modeled/0/name: got "ransomwear", want a scenario of the model "nordhaven-2027": "ransomware", "plant stop", "payment fraud", "customer data", "design theft", "cloud outage", "erp failure", "faulty update", "lost devices", "insider" (Q002); did you mean "ransomware"?`},
		"another model":    {"model.yaml", "id: nordhaven-2027", "id: nordhaven-2028", `risk/R-01/modeled/0/model: got "nordhaven-2027", want "nordhaven-2028", the id of the model (Q001)`},
		"another currency": {"model.yaml", "currency: EUR", "currency: USD", "system/currency: got EUR, want USD"},
		"a fault of form":  {"model.yaml", "severity: pert(min=15e3, mode=60e3, max=450e3)", "severity: pert(min=15e3, mode=6e3, max=450e3)", "model.yaml:41:15: /scenarios/5/severity"},
		"tolerance":        {"isms.yaml", "probability: 0.04", "probability: 0.4", "portfolio: /x/portfolio/tolerance: tolerance: "},
		"no risk left":     {"isms.yaml", "model: nordhaven-2027, name", "model: nordhaven-2026, name", "Q001"},
	} {
		t.Run(name, func(t *testing.T) {
			args := changed(t, c.file, c.before, c.after)
			got := command(t.Context(), args...)
			require.Equal(t, said{1, "", got.stderr}, got)
			require.Contains(t, got.stderr, c.want)
			require.True(t, strings.HasSuffix(got.stderr, "portfolio: nothing was written\n"), got.stderr)
			require.NoFileExists(t, args[len(args)-1])
		})
	}
	got := command(t.Context(), "-system", "nothing.yaml", "-model", "none.yaml")
	require.Equal(t, 1, got.code)
	require.Regexp(t, `(?s)nothing\.yaml.*none\.yaml`, got.stderr)
}

func TestArguments(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"an argument":   {[]string{"isms.yaml"}, "portfolio: got the argument \"isms.yaml\", want flags alone; an ISMS is given as -system isms.yaml\n"},
		"one file":      {[]string{"-system", "isms.yaml"}, "portfolio: got one of -system and -model, want both: the records name what stands in the model\n"},
		"few trials":    {[]string{"-trials", "100"}, "portfolio: got 100 trials, want 65536 to 16777216: fewer say nothing of years in a hundred\n"},
		"no budget":     {[]string{"-budget", "0"}, "portfolio: got the budget 0, want an amount above 0\n"},
		"budget NaN":    {[]string{"-budget", "NaN"}, "portfolio: got the budget NaN, want an amount above 0\n"},
		"a debt":        {[]string{"-budget", "-5"}, "portfolio: got the budget -5, want an amount above 0\n"},
		"without limit": {[]string{"-budget", "+Inf"}, "portfolio: got the budget +Inf, want an amount above 0\n"},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, said{2, "", c.want}, command(t.Context(), c.args...)) })
	}
	require.Equal(t, 2, command(t.Context(), "-budget", "much").code)
	help := command(t.Context(), "-help")
	require.Equal(t, 0, help.code)
	require.Contains(t, help.stderr, "-model file")
}

// TestInterrupted: who presses Ctrl-C waits for nothing, and nothing is written.
func TestInterrupted(t *testing.T) {
	name := filepath.Join(t.TempDir(), "report.html")
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	start := time.Now()
	require.Equal(t, said{1, "", "portfolio: interrupted\nportfolio: nothing was written\n"}, command(ctx, "-o", name, "-trials", "16777216"))
	require.Less(t, time.Since(start), 10*time.Second)
	require.NoFileExists(t, name)
}

// TestLittle: a register without proposals, tolerance, insurance or anything that
// nobody knows has a report too.
func TestLittle(t *testing.T) {
	dir := t.TempDir()
	system, model, out := filepath.Join(dir, "isms.yaml"), filepath.Join(dir, "model.yaml"), filepath.Join(dir, "report.html")
	require.NoError(t, os.WriteFile(system, []byte("id: acme\nschemaVersion: 1\nrisks: [{id: R-1, modeled: [{model: m, name: fire}]}, {id: R-2}]\n"), 0o600))
	require.NoError(t, os.WriteFile(model, []byte("id: m\nyears: 3\nscenarios: [{id: fire, frequency: {poisson: {rate: 0.2}}, severity: exponential(mean=1e5)}]\n"), 0o600))
	got := command(t.Context(), "-system", system, "-model", model, "-trials", "65536", "-o", out)
	require.Equal(t, said{0, got.stdout, ""}, got)
	require.Contains(t, got.stdout, "over 3 years on average")
	report, err := os.ReadFile(out)
	require.NoError(t, err)
	require.Contains(t, string(report), "there is nothing to choose")
	require.Contains(t, string(report), "No scenario stands for R-2 (R-2).")

	// With a control that nobody can afford.
	text := "id: m\nscenarios: [{id: fire, frequency: {poisson: {rate: 0.2}}, severity: exponential(mean=1e5)}]\n" +
		"controls: [{id: sprinklers, cost: [5e4], effects: [{scenario: fire, on: severity, reduces: 0.9}]}]\n"
	require.NoError(t, os.WriteFile(model, []byte(text), 0o600))
	got = command(t.Context(), "-system", system, "-model", model, "-trials", "65536", "-budget", "10", "-o", out)
	require.Equal(t, said{0, got.stdout, ""}, got)
	report, err = os.ReadFile(out)
	require.NoError(t, err)
	require.Contains(t, string(report), "No control can be had for")
}

// TestMany: of many risks the largest are listed, and of many proposals the plans
// that are best for their costs.
func TestMany(t *testing.T) {
	var system, model, controls strings.Builder
	system.WriteString("id: acme\nschemaVersion: 1\nx: {portfolio/tolerance: {points: [{loss: 1e3, probability: 1}, {loss: 1e6, probability: 0.05}]}}\nrisks:\n")
	model.WriteString("id: m\ncurrency: EUR\nscenarios:\n")
	for i := range 14 {
		fmt.Fprintf(&system, "  - {id: R-%d, modeled: [{model: m, name: s%[1]d}]}\n", i)
		fmt.Fprintf(&model, "  - {id: s%d, frequency: {poisson: {rate: %d}}, severity: exponential(mean=5e4)}\n", i, i+1)
		if i < 9 {
			fmt.Fprintf(&controls, "  - {id: c%d, cost: [%d], effects: [{scenario: s%[1]d, on: severity, reduces: 0.5}]}\n", i, 1000*(i+3))
		}
	}
	dir := t.TempDir()
	for name, text := range map[string]string{"isms.yaml": system.String(), "model.yaml": model.String() + "controls:\n" + controls.String()} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	out := filepath.Join(dir, "report.html")
	got := command(t.Context(), "-system", filepath.Join(dir, "isms.yaml"), "-model", filepath.Join(dir, "model.yaml"), "-trials", "65536", "-budget", "30000", "-o", out)
	require.Equal(t, said{0, got.stdout, ""}, got)
	require.Contains(t, got.stdout, "stays more likely than is tolerated")
	report, err := os.ReadFile(out)
	require.NoError(t, err)
	require.Contains(t, string(report), "The register has 2 smaller risks more.")
	require.Contains(t, string(report), "chosen: best plan")
}

func TestWords(t *testing.T) {
	for want, got := range map[string]string{
		"540\u00a0k": money(543_210), "1.0\u00a0M": money(999_600), "0": money(0), "12": money(12.3), "−8.7\u00a0k": money(-8710), "?": money(1 / zero),
		"93\u00a0k": price(93_000), "119\u00a0k": price(119_000), "1.25\u00a0M": price(1.25e6), "100": price(100), "500\u00a0k": price(5e5),
		"34\u00a0%": percent(0.339), "0.50\u00a0%": percent(0.005), "a, b and c": listed([]string{"a", "b", "c"}), "1 risk": counted(1, "risk"), "1,048,576": grouped(1 << 20),
	} {
		require.Equal(t, want, got)
	}
}

var zero = 0.0
