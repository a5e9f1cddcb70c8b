//go:build mutation

package audit_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestMutants changes the checks, one place at a time, and asks whether their
// tests notice: a condition is negated, a conjunct or a disjunct dropped, a day
// or a number of days shifted by one.
//
//	go test -tags mutation -run TestMutants -timeout 60m -v ./audit
//
// All changes are compiled into one test binary, which an environment variable
// turns into one mutant after another.
func TestMutants(t *testing.T) {
	dir, files := t.TempDir(), map[string]string{}
	var all []mutant
	sources, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") || slices.Contains([]string{"doc.go", "document.go", "severity.go"}, name) {
			continue
		}
		src, err := os.ReadFile(name)
		require.NoError(t, err)
		m := mutator{src: src, first: len(all) + 1, set: token.NewFileSet()}
		files[name] = filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(files[name], m.mutate(t, name), 0o600))
		all = append(all, m.found...)
	}
	files["zz_mutant.go"] = filepath.Join(dir, "zz_mutant.go")
	require.NoError(t, os.WriteFile(files["zz_mutant.go"], []byte(switchboard), 0o600))

	require.NoError(t, os.CopyFS(filepath.Join(dir, "house", "audit"), os.DirFS(".")))
	require.NoError(t, os.CopyFS(filepath.Join(dir, "house", "docs"), os.DirFS("../docs")))
	binary := build(t, dir, files)
	t.Logf("%d mutants", len(all))
	require.NoError(t, execute(t.Context(), binary, 0), "the tests pass without a change")
	alive := survivors(t, binary, all)
	t.Logf("%d mutants, %d found, %d alive", len(all), len(all)-len(alive), len(alive))
	var unknown []string
	for _, m := range alive {
		if equivalent[m] == "" {
			unknown = append(unknown, m)
		}
	}
	require.Empty(t, unknown)
}

// survivors runs the mutants, as many at a time as there are processors, and
// returns those that the tests do not notice.
func survivors(t *testing.T, binary string, all []mutant) []string {
	t.Helper()
	next, alive := make(chan int), make([]bool, len(all))
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				alive[i] = execute(t.Context(), binary, i+1) == nil
			}
		})
	}
	for i := range all {
		next <- i
	}
	close(next)
	workers.Wait()
	var list []string
	for i, m := range all {
		if alive[i] {
			list = append(list, m.String())
			t.Log("alive: " + m.String())
		}
	}
	return list
}

// switchboard is what the changed sources call.
const switchboard = `package audit

import (
	"os"
	"strconv"
)

var active = func() int { n, _ := strconv.Atoi(os.Getenv("MUTANT")); return n }()

func mutantNot(id int, v bool) bool { return v != (active == id) }

func mutantIs(id int, v, forced bool) bool {
	if active == id {
		return forced
	}
	return v
}

func mutantDay[D interface{ AddDays(int) D }](id int, d D, by int) D {
	if active == id {
		return d.AddDays(by)
	}
	return d
}

func mutantInt(id, n, by int) int {
	if active == id {
		return n + by
	}
	return n
}
`

// mutant is one change: where, in which words, at which of several places that
// read the same.
type mutant struct {
	function, text, change string

	nth int
}

func (m mutant) String() string {
	return fmt.Sprintf("%s: %s (%d): %s", m.function, m.text, m.nth, m.change)
}

// mutator collects the changes of one file.
type mutator struct {
	src   []byte
	set   *token.FileSet
	first int
	found []mutant

	function string
	open     map[int]string // what is put before an offset
	shut     map[int]string // and after
}

func (m *mutator) mutate(t *testing.T, name string) []byte {
	t.Helper()
	file, err := parser.ParseFile(m.set, name, m.src, parser.SkipObjectResolution)
	require.NoError(t, err)
	m.open, m.shut = map[int]string{}, map[int]string{}
	for _, decl := range file.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok {
			m.function = fn.Name.Name
			ast.Inspect(fn, m.visit)
		}
	}
	var b bytes.Buffer
	for i := range len(m.src) + 1 {
		b.WriteString(m.shut[i] + m.open[i])
		if i < len(m.src) {
			b.WriteByte(m.src[i])
		}
	}
	return b.Bytes()
}

func (m *mutator) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.IfStmt:
		m.wrap(n.Cond, "mutantNot", "", "negated")
	case *ast.CaseClause:
		for _, e := range n.List {
			if isCondition(e) {
				m.wrap(e, "mutantNot", "", "negated")
			}
		}
	case *ast.ReturnStmt:
		for _, e := range n.Results {
			if isCondition(e) {
				m.wrap(e, "mutantNot", "", "negated")
			}
		}
	case *ast.BinaryExpr:
		switch n.Op { //nolint:exhaustive // the others decide nothing
		case token.LAND:
			m.wrap(n.X, "mutantIs", ", true", "dropped from a conjunction")
			m.wrap(n.Y, "mutantIs", ", true", "dropped from a conjunction")
		case token.LOR:
			m.wrap(n.X, "mutantIs", ", false", "dropped from a disjunction")
			m.wrap(n.Y, "mutantIs", ", false", "dropped from a disjunction")
		}
	case *ast.CallExpr:
		m.days(n)
	case *ast.SelectorExpr:
		if n.Sel.Name == "at" {
			m.wrap(n, "mutantDay", ", 1", "a day later")
			m.wrap(n, "mutantDay", ", -1", "a day earlier")
		}
	}
	return true
}

// days shifts what is compared with a day, and numbers of days.
func (m *mutator) days(call *ast.CallExpr) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	switch name {
	case "Before", "After":
		m.wrap(call.Args[0], "mutantDay", ", 1", "a day later")
		m.wrap(call.Args[0], "mutantDay", ", -1", "a day earlier")
	case "AddDays":
		m.wrap(call.Args[0], "mutantInt", ", 1", "one more")
		m.wrap(call.Args[0], "mutantInt", ", -1", "one less")
	case "orStated":
		m.wrap(call.Args[1], "mutantInt", ", 1", "one more")
		m.wrap(call.Args[1], "mutantInt", ", -1", "one less")
	}
}

// isCondition reports whether an expression is seen to be true or false.
func isCondition(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return slices.Contains([]token.Token{token.LAND, token.LOR, token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ}, e.Op)
	case *ast.UnaryExpr:
		return e.Op == token.NOT
	case *ast.ParenExpr:
		return isCondition(e.X)
	case *ast.CallExpr:
		name := ""
		switch f := e.Fun.(type) {
		case *ast.SelectorExpr:
			name = f.Sel.Name
		case *ast.Ident:
			name = f.Name
		}
		return slices.Contains([]string{"Before", "After", "ContainsFunc", "Contains", "IsZero", "InForce", "blank", "acts", "above", "says", "assured", "stands", "filled"}, name)
	}
	return false
}

// wrap puts a call around an expression.
func (m *mutator) wrap(e ast.Expr, call, more, change string) {
	from, to := m.set.Position(e.Pos()).Offset, m.set.Position(e.End()).Offset
	id := m.first + len(m.found)
	found := mutant{m.function, string(m.src[from:to]), change, 1}
	for _, other := range m.found {
		if other.function == found.function && other.text == found.text && other.change == found.change {
			found.nth++
		}
	}
	m.found = append(m.found, found)
	m.open[from] += fmt.Sprintf("%s(%d, ", call, id)
	m.shut[to] = more + ")" + m.shut[to]
}

// build compiles the tests with the changed files in place of the others.
func build(t *testing.T, dir string, files map[string]string) string {
	t.Helper()
	here, err := os.Getwd()
	require.NoError(t, err)
	replace := make(map[string]string)
	for name, changed := range files {
		replace[filepath.Join(here, name)] = changed
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "overlay.json"), overlay, 0o600))
	binary := filepath.Join(dir, "mutants.test")
	out, err := exec.CommandContext(t.Context(), "go", "test", "-c", "-vet=off", "-overlay", filepath.Join(dir, "overlay.json"), "-o", binary, ".").CombinedOutput()
	require.NoError(t, err, string(out))
	return binary
}

// execute runs the tests with one change made; the error says that they noticed.
func execute(ctx context.Context, binary string, id int) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary, "-test.failfast")
	cmd.Dir = filepath.Join(filepath.Dir(binary), "house", "audit") // a copy: nothing else is read
	cmd.Env = append(os.Environ(), fmt.Sprintf("MUTANT=%d", id))
	return cmd.Run() //nolint:wrapcheck // whether there is one is all that counts
}

// equivalent lists the mutants that no test can find, each with the reason.
var equivalent = map[string]string{
	"later: a (1): a day earlier":            "of two equal days either is the later",
	"lastHeld: at (1): a day later":          "who held the role until the day itself still holds it: it is not vacant",
	"authorityVacant: p.at (2): a day later": "the same, seen by the caller",
}
