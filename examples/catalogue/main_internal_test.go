//go:build !annexa_notitles && !annexa_noattributes && !annexa_nocorrespondences

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/page"
	"github.com/ismskit/ismskit/internal/golden"
)

// said is what a run of the program came to.
type said struct {
	code           int
	stdout, stderr string
}

func called(args ...string) said {
	var stdout, stderr bytes.Buffer
	code := run(args, &stdout, &stderr)
	return said{code, stdout.String(), stderr.String()}
}

func TestAnswers(t *testing.T) {
	for name, args := range map[string]string{
		"help":             "help",
		"show-control":     "show A.8.13",
		"show-clause":      "show 9.2.2",
		"show-part":        "show A.8.13/Q1 9.2.2/E1",
		"show-narrow":      "show -width 48 A.7.4",
		"list-filtered":    "list -type detective -theme technological,physical",
		"list-capability":  "list -capability identity_and_access_management -new=false",
		"list-new":         "list -new",
		"view":             "view -by concept -theme people",
		"search":           "search -n 3 laptop stolen",
		"crosswalk":        "crosswalk csf2 A.5.15 PR.AA-05 9.2",
		"crosswalk-nis2":   "crosswalk nis2 11.1",
		"2013":             "2013 A.9.2.1 A.5.15 18.2.3",
		"export-markdown":  "export -format markdown A.8.13",
		"export-csv-items": "export -format csv-items -type corrective",
	} {
		t.Run(name, func(t *testing.T) {
			got := called(strings.Fields(args)...)
			require.Equal(t, said{0, got.stdout, ""}, got)
			golden.Equal(t, name+".txt", strings.ReplaceAll(got.stdout, "\r\n", "\n"))
		})
	}
}

// Whatever is shown fits the width.
func TestWidth(t *testing.T) {
	var all []string
	for _, e := range page.Entries((&call{}).laid) {
		all = append(all, e.ID())
	}
	for _, most := range []int{40, 80, 120} {
		got := called(append([]string{"show", "-width", strconv.Itoa(most)}, all...)...)
		require.Zero(t, got.code)
		for line := range strings.Lines(got.stdout) {
			line = strings.TrimSuffix(line, "\n")
			require.Equal(t, strings.TrimRight(line, " "), line)
			require.LessOrEqual(t, utf8.RuneCountInString(line), most, line)
		}
	}
}

func TestWholeCatalogue(t *testing.T) {
	got := called("list")
	require.Contains(t, got.stdout, "123 items")
	require.Equal(t, 115, strings.Count(called("2013").stdout, "→"))
	for framework, least := range map[string]int{"csf2": 93, "sp800-53": 91, "nis2": 68, "gdpr": 1, "hipaa": 1} {
		require.GreaterOrEqual(t, strings.Count(called("crosswalk", framework).stdout, "\nA."), least-1, framework)
	}
}

func TestExports(t *testing.T) {
	var entries []page.Entry
	require.NoError(t, json.Unmarshal([]byte(called("export").stdout), &entries))
	require.Equal(t, page.Entries((&call{}).laid), entries, "JSON loses nothing")

	require.Equal(t, 1+2762, strings.Count(strings.TrimRight(called("export", "-format", "csv").stdout, "\r\n"), "\r\n")+1)

	out := filepath.Join(t.TempDir(), "catalogue.html")
	require.Equal(t, said{}, called("export", "-format", "html", "-o", out))
	src, err := os.ReadFile(out)
	require.NoError(t, err)
	require.Contains(t, string(src), `<li id="A.5.15/E2">`)
	require.Equal(t, said{}, called("export", "-format", "html", "-theme", "people", "-o", out), "again, over what is there")
	src, err = os.ReadFile(out)
	require.NoError(t, err)
	require.NotContains(t, string(src), `<li id="A.5.15/E2">`)
}

func TestOverlay(t *testing.T) {
	file := filepath.Join(t.TempDir(), "own.json")
	require.NoError(t, os.WriteFile(file, []byte(`{"language": "en", "texts": [{"address": "A.5.7/text", "text": "Words of the licensee."}]}`), 0o600))
	got := called("show", "-overlay", file, "A.5.7")
	require.Zero(t, got.code, got.stderr)
	require.Contains(t, got.stdout, "IN THE WORDS OF THE STANDARD\n  Words of the licensee.")
}

func TestRefusals(t *testing.T) {
	folder := t.TempDir()
	bad := filepath.Join(folder, "bad.json")
	require.NoError(t, os.WriteFile(bad, []byte(`{"language": "en", "texts": [{"txet": "A.5.7/text"}]}`), 0o600))
	for name, c := range map[string]struct {
		args string
		code int
		says string
	}{
		"no such command":       {"nonsense", 2, "want one of show, list"},
		"unknown flag":          {"list -x", 2, "flag provided but not defined: -x"},
		"flag after argument":   {"show A.5.1 -width 90", 2, "want flags first"},
		"argument for list":     {"list A.5.1", 2, `got the argument "A.5.1"`},
		"nothing to show":       {"show", 2, "want ITEM…"},
		"too narrow":            {"show -width 20 A.5.1", 2, "want at least 40"},
		"no such value":         {"list -type preventative", 2, `did you mean "Preventive"?`},
		"no such theme":         {"list -theme tecnological", 1, `did you mean "Technological"?`},
		"no such attribute":     {"view -by none-such", 1, "want one of control-type"},
		"beyond the end":        {"show A.5.38", 1, "the nearest is A.5.37"},
		"another spelling":      {"show a.5.15", 1, "the nearest is A.5.15"},
		"of 2013":               {"show A.9.2.1", 1, `"catalogue 2013 A.9.2.1"`},
		"a word":                {"show backup", 1, `"catalogue search backup"`},
		"a heading":             {"show 7.5", 1, "guidance is with 7.5.1, 7.5.2, 7.5.3"},
		"no such part":          {"show A.5.15/E9", 1, "S1–S8, E1–E4, Q1–Q4"},
		"one of two is none":    {"show A.5.15 A.5.99", 1, `"A.5.99"`},
		"no word":               {"search xyzzy", 1, `"xyzzy"`},
		"no such framework":     {"crosswalk csf3", 1, "want one of csf2, sp800-53, nis2, gdpr, hipaa"},
		"not in the framework":  {"crosswalk csf2 PR.AA-99", 1, "the nearest is PR.AA-06"},
		"new in 2022":           {"2013 A.5.7", 1, "new in 2022"},
		"of neither edition":    {"2013 A.9.2.9", 1, "the nearest is A.9.2.6"},
		"no such format":        {"export -format yaml", 1, "want json, csv"},
		"filters and items":     {"export -new A.5.7", 1, "one or the other"},
		"a part alone":          {"export A.5.7/S1", 1, "want whole items"},
		"nothing meets":         {"export -theme people -concept recover", 1, "no control meets the filters"},
		"no such folder":        {"list -o " + filepath.Join(folder, "no", "file"), 1, "no"},
		"no such overlay":       {"list -overlay " + filepath.Join(folder, "none.json"), 1, "none.json"},
		"a bad overlay":         {"list -overlay " + bad, 1, "txet"},
		"a folder in the place": {"list -o " + folder, 1, filepath.Base(folder)},
	} {
		t.Run(name, func(t *testing.T) {
			got := called(strings.Fields(c.args)...)
			require.Equal(t, said{c.code, "", got.stderr}, got)
			require.Contains(t, got.stderr, c.says)
		})
	}
	list, err := os.ReadDir(filepath.Dir(folder))
	require.NoError(t, err)
	for _, f := range list {
		require.False(t, strings.HasSuffix(f.Name(), ".new"), "what was staged is gone")
	}
}

func TestHelp(t *testing.T) {
	require.Equal(t, called("help"), called())
	for _, c := range commands() {
		got := called(c.name, "-h")
		require.Equal(t, 0, got.code)
		require.Contains(t, got.stderr, c.about)
	}
}
