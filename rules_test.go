package ismskit_test

import (
	"go/parser"
	"go/token"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// These tests are about the tests of the whole: a rule that can no longer see
// an offense passes for ever.

func parse(t *testing.T, name, src string) goFile {
	t.Helper()
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, name, src, parser.ParseComments|parser.SkipObjectResolution)
	require.NoError(t, err)
	return goFile{File: parsed, set: set, path: name}
}

func TestArrowsSeeOffences(t *testing.T) {
	f := parse(t, "risk/x.go", `package risk
import (
	"time"
	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/internal/enum"
	model "github.com/ismskit/ismskit/isms"
	_ "github.com/ismskit/ismskit/soa"
)
type t struct { at time.Time; of annexa.ControlRef; w enum.Words }
var _, _ = annexa.Lookup, model.System{}
`)
	tab := table{rows: []row{
		{left: []string{"risk"}, right: []string{"annexa.ControlRef"}},
		{left: []string{"internal/enum"}, words: "leaf"},
	}}
	got := tab.arrows(tab.rows[0], f)
	slices.Sort(got)
	require.Equal(t, []string{
		"risk/x.go:10: risk uses annexa.Lookup",
		"risk/x.go:10: risk uses isms.System",
		"risk/x.go:7: risk uses soa.",
	}, got)
}

func TestPuritySeesOffences(t *testing.T) {
	f := parse(t, "risk/x.go", `package risk
import (
	clock "time"
	"net/http"
	"net/url"
)
var _, _, _ = clock.Now, clock.UTC, url.Parse
func f() { http.Get("") }
`)
	got := touches(f, []string{"time.Now", "net", "net/http/..."})
	slices.Sort(got)
	require.Equal(t, []string{"risk/x.go:7: time.Now", "risk/x.go:8: net/http.Get"}, got)
}

func TestNoGlobalStateSeesOffences(t *testing.T) {
	f := parse(t, "risk/x.go", `package risk
var table = []int{1}
var cache = map[string]int{}
var count struct{ n int }
var seen sync.Map
func init() {}
func reads() int { table := table[0]; table = 2; return table + len(cache) }
func writes() *int { table[0] = 2; delete(cache, ""); count.n++; return &count.n }
`)
	variables := packageVariables("risk", []goFile{f})
	var got []string
	for _, decl := range f.Decls {
		got = append(got, state(f, decl, variables)...)
	}
	require.Equal(t, []string{
		"risk/x.go: seen",
		"risk/x.go:6: init",
		"risk/x.go:8: writes to table",
		"risk/x.go:8: writes to cache",
		"risk/x.go:8: writes to count",
		"risk/x.go:8: writes to count",
	}, got)
}

func TestElsewhereSeesOffences(t *testing.T) {
	for text, want := range map[string]bool{
		"see " + "/home/" + "someone/notes":     true,
		`dir := "` + "/tmp/" + `x"`:             true,
		"http://" + "proxy.corp/mod":            true,
		"https://" + "localhost:8080/":          true,
		"https://example.org/home/x":            false,
		"docs/home/page":                        false,
		"https://proxy.example.org/corporation": false,
	} {
		require.Equal(t, want, elsewhere.MatchString(text), text)
	}
}
