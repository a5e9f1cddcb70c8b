package annexa_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A program is a small main package. All print by fmt, so that what is compared
// is the cost of the catalogue and not of what nearly every program has anyway.
const program = `package main

import (
	"fmt"
	"os"
%s)

func main() {
	name := os.Args[len(os.Args)-1]
	fmt.Println(name)
%s}
`

// build compiles a program that imports the packages of ours and ends with the
// statements, and returns the file.
func build(t *testing.T, imports []string, statements string, flags ...string) string {
	t.Helper()
	var list strings.Builder
	for _, name := range imports {
		fmt.Fprintf(&list, "\t%q\n", "github.com/ismskit/ismskit/"+name)
	}
	dir := t.TempDir()
	source, binary := filepath.Join(dir, "main.go"), filepath.Join(dir, "program.exe")
	require.NoError(t, os.WriteFile(source, fmt.Appendf(nil, program, list.String(), statements), 0o600))
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-o", binary}, flags...)
	run(t, "go", append(args, source)...)
	return binary
}

// run runs a command and returns what it wrote.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if name != "go" { // the compiler's own trace would stay in the build cache
		cmd.Env = append(cmd.Env, "GODEBUG=inittrace=1")
	}
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s %v: %s", name, args, out)
	return string(out)
}

// uses are programs by what they do with the catalogue, with the kilobytes that
// each may add to a program that has nothing of it. docs/performance.md says
// what was measured; the bounds leave some room for other compilers.
var uses = []struct {
	name       string
	imports    []string
	statements string
	most       int64
}{
	{"look-up", []string{"annexa"}, `
	ref, err := annexa.Parse(name)
	c, ok := annexa.Lookup(ref)
	fmt.Println(c.ShortName, ok, err)
`, 128},
	{"everything in annexa", []string{"annexa"}, `
	ref, err := annexa.Parse(name)
	clause, err2 := annexa.ParseClause(name)
	c, ok := annexa.Lookup(ref)
	k, ok2 := annexa.LookupClause(clause)
	fmt.Println(c, k, ok, ok2, err, err2, annexa.Count(c.Theme, c.Types))
	for p := range annexa.Predecessors(ref) {
		fmt.Println(p)
	}
	for table := range annexa.Tables() {
		fmt.Println(table)
	}
	fmt.Println(annexa.NewView(annexa.ByCapability))
	fmt.Println(annexa.LookupHarmonized(clause))
	for set := range annexa.Sets() {
		fmt.Println(set)
	}
`, 256},
	{"guidance", []string{"annexa", "annexa/guidance"}, `
	ref, err := annexa.Parse(name)
	item, ok := guidance.Of(ref)
	fmt.Println(item.Why, ok, err)
`, 1400},
	{"a crosswalk", []string{"annexa/crosswalk"}, `
	fmt.Println(len(crosswalk.CSF()))
`, 64},
	{"transition", []string{"annexa/transition"}, `
	rows, problems, err := transition.Read(os.Stdin)
	fmt.Println(transition.Migrate(rows), problems, err)
`, 256},
	{"search", []string{"annexa/search"}, `
	fmt.Println(search.Catalogue().Search(name, 5))
`, 1600},
	{"page", []string{"annexa/overlay", "annexa/page"}, `
	fmt.Println(page.Write(os.Stdout, page.Page{Entries: page.Entries(overlay.Catalogue{})}))
`, 6144},
}

// TestLinkedSize holds what a program grows by when it uses the catalogue.
func TestLinkedSize(t *testing.T) {
	if testing.Short() {
		t.Skip("NOT CHECKED: -short")
	}
	size := func(binary string) int64 {
		info, err := os.Stat(binary)
		require.NoError(t, err)
		return info.Size()
	}
	without := size(build(t, nil, "", "-ldflags=-s -w"))
	for _, u := range uses {
		more := size(build(t, u.imports, u.statements, "-ldflags=-s -w")) - without
		t.Logf("%s: %d KB", u.name, more>>10)
		require.LessOrEqual(t, more>>10, u.most, u.name)
	}
}

// TestImportCostsNothing holds that no package of the catalogue runs code, and
// so allocates nothing, before main does: the runtime lists the packages that
// have something to initialize.
func TestImportCostsNothing(t *testing.T) {
	for _, u := range uses {
		trace := run(t, build(t, u.imports, u.statements), "A.8.13")
		require.Contains(t, trace, "init runtime ", "%s: nothing was traced", u.name)
		require.NotRegexp(t, `init \S*ismskit/annexa`, trace, u.name)
	}
}

// TestGuidanceIsNotLinked holds that a program which looks identifiers up has
// nothing of the advice, of other frameworks, or of the tables it does not ask.
func TestGuidanceIsNotLinked(t *testing.T) {
	deps := run(t, "go", "list", "-deps", ".")
	require.Equal(t, []string{"github.com/ismskit/ismskit/internal/enum", "github.com/ismskit/ismskit/annexa"},
		regexp.MustCompile(`\S*ismskit/\S+`).FindAllString(deps, -1))

	lookup := run(t, "go", "tool", "nm", build(t, uses[0].imports, uses[0].statements))
	require.Contains(t, lookup, "annexa.indexes")
	for _, table := range []string{"guidance", "crosswalk", "transition", "annexa.clauses", "annexa.pairs", "annexa.editions", "annexa.harmonized", "annexa.tables"} {
		require.NotContains(t, lookup, table)
	}
	advice := run(t, "go", "tool", "nm", build(t, uses[2].imports, uses[2].statements))
	require.Contains(t, advice, "annexa/guidance.items", "what the test looks for would be seen")
}
