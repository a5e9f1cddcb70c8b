package ismskit_test

import (
	"cmp"
	"errors"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/token"
	"go/types"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// portable lists the packages whose results have the same bits on every
// platform. Where it cannot be seen in the source, .ci/run looks at the code
// that the compiler makes for arm64, and digests in the tests at the results.
var portable = []string{"internal/mathx", "internal/fft", "risk/dist", "risk/dist/fit", "risk/elicit", "risk/tolerance", "risk/loss", "risk/loss/internal/streams", "risk/loss/internal/copula", "risk/loss/internal/counts", "risk/loss/internal/exactsum", "risk/loss/internal/histogram", "risk/loss/internal/order", "risk/loss/internal/quantile", "risk/loss/internal/points", "risk/loss/internal/choose", "risk/loss/internal/rearrange", "risk/loss/internal/shapley", "risk/loss/internal/influence", "risk/fair", "risk/plot"}

// exactMath is what package math computes exactly, by its own definition: a
// result that has only one right value, and bits.
var exactMath = []string{
	"Abs", "Ceil", "Copysign", "FMA", "Floor", "Max", "Min", "Round", "RoundToEven", "Signbit", "Sqrt", "Trunc",
	"Float32bits", "Float32frombits", "Float64bits", "Float64frombits", "Frexp", "Inf", "IsInf", "IsNaN", "Ldexp",
	"Modf", "NaN", "Nextafter",
}

// TestPortableMath finds functions of package math that differ between
// platforms; its constants may be used.
func TestPortableMath(t *testing.T) {
	all, constants := packages(t), mathConstants(t)
	var offenses []string
	for _, pkg := range portable {
		for _, f := range all[pkg] {
			offenses = append(offenses, inexactMath(f, constants)...)
		}
	}
	require.Empty(t, offenses, "package mathx has it, with the same bits everywhere")
}

// mathConstants returns the names of the constants of package math.
func mathConstants(t *testing.T) []string {
	t.Helper()
	std, err := importer.ForCompiler(token.NewFileSet(), "source", nil).Import("math")
	require.NoError(t, err)
	return slices.DeleteFunc(std.Scope().Names(), func(name string) bool {
		_, constant := std.Scope().Lookup(name).(*types.Const)
		return !constant
	})
}

// inexactMath lists where f uses what is not exact.
func inexactMath(f goFile, constants []string) []string {
	var found []string
	for _, u := range f.uses() {
		exact := slices.Contains(exactMath, u.name) || slices.Contains(constants, u.name)
		if u.pkg == "math/cmplx" || u.pkg == "math" && !exact {
			found = append(found, u.at+": "+u.pkg+"."+u.name)
		}
	}
	return found
}

// TestPortableProducts finds products that a compiler may fuse with a sum: in
// x*y + z the product is not rounded on arm64, and it is on amd64, unless it
// stands in a conversion, float64(x*y) + z. As this holds across statements and
// through calls that are inlined, every product has to be converted that is not
// itself multiplied, divided or compared. A quotient by a power of two is a
// product to the compiler. Products of complex numbers are fused inside,
// whatever stands around them: mathx.MulC.
func TestPortableProducts(t *testing.T) {
	all := packages(t)
	checked := &checker{files: all, done: map[string]*types.Package{}, types: map[ast.Expr]types.TypeAndValue{}}
	var offenses []string
	for _, pkg := range portable {
		if len(all[pkg]) == 0 {
			continue
		}
		_, err := checked.Import(modulePath + "/" + pkg)
		require.NoError(t, err)
		for _, f := range all[pkg] {
			offenses = append(offenses, products(f, checked.types)...)
		}
	}
	require.Empty(t, offenses, "write float64(x*y), or mathx.MulC(x, y)")
}

// A checker finds the types of expressions, of our packages from their source.
// What they use of the standard library, package math apart, has no type: no
// product of it is judged.
type checker struct {
	files map[string][]goFile
	done  map[string]*types.Package
	types map[ast.Expr]types.TypeAndValue
}

func (c *checker) Import(name string) (*types.Package, error) {
	if done := c.done[name]; done != nil {
		return done, nil
	}
	pkg, ours := strings.CutPrefix(name, modulePath+"/")
	switch {
	case name == "math":
		std, err := importer.ForCompiler(token.NewFileSet(), "source", nil).Import(name)
		c.done[name] = std
		return std, err
	case !ours:
		return nil, errors.New(name + " is not looked into")
	case len(c.files[pkg]) == 0:
		return nil, errors.New(name + " has no files")
	}
	parsed := make([]*ast.File, len(c.files[pkg]))
	for i, f := range c.files[pkg] {
		parsed[i] = f.File
	}
	config := types.Config{Importer: c, Error: func(error) {}}
	info := types.Info{Types: c.types}
	c.done[name], _ = config.Check(name, c.files[pkg][0].set, parsed, &info) // errors are for the compiler to tell
	return c.done[name], nil
}

// products lists the products in f that are not rounded where they stand.
func products(f goFile, known map[ast.Expr]types.TypeAndValue) []string {
	var found []string
	var above []ast.Node
	ast.Inspect(f.File, func(n ast.Node) bool {
		if n == nil {
			above = above[:len(above)-1]
			return true
		}
		switch n := n.(type) {
		case *ast.BinaryExpr:
			found = append(found, product(f, n, above, known)...)
		case *ast.AssignStmt:
			if n.Tok == token.MUL_ASSIGN && info(known, n.Lhs[0])&types.IsFloat != 0 {
				found = append(found, f.at(n)+": *=")
			}
		}
		above = append(above, n)
		return true
	})
	return found
}

// product returns where n stands if it is a product, or a quotient of complex
// numbers, that is not rounded.
func product(f goFile, n *ast.BinaryExpr, above []ast.Node, known map[ast.Expr]types.TypeAndValue) []string {
	kind := cmp.Or(info(known, n.X), info(known, n.Y))
	switch {
	case known[n].Value != nil || n.Op != token.MUL && n.Op != token.QUO:
		return nil
	case kind&types.IsComplex != 0:
		return []string{f.at(n) + ": complex " + n.Op.String()}
	case kind&types.IsFloat == 0 || n.Op == token.QUO && !powerOfTwo(known[n.Y].Value) || rounded(above, known):
		return nil
	}
	return []string{f.at(n) + ": unrounded product"}
}

// powerOfTwo tells whether a constant is one, or the negative of one.
func powerOfTwo(value constant.Value) bool {
	if value == nil {
		return false
	}
	f, _ := constant.Float64Val(constant.ToFloat(value))
	fraction, _ := math.Frexp(math.Abs(f))
	return fraction == 0.5
}

// rounded tells whether an expression is converted, or used in a way that is
// never fused. Above are the nodes that it is in.
func rounded(above []ast.Node, known map[ast.Expr]types.TypeAndValue) bool {
	for _, n := range slices.Backward(above) {
		switch n := n.(type) {
		case *ast.ParenExpr:
			continue
		case *ast.UnaryExpr:
			continue
		case *ast.CallExpr:
			return known[n.Fun].IsType()
		case *ast.BinaryExpr:
			return n.Op != token.ADD && n.Op != token.SUB
		}
		return false
	}
	return false
}

// info returns what kind of number an expression is, as far as is known.
func info(known map[ast.Expr]types.TypeAndValue, e ast.Expr) types.BasicInfo {
	if t := known[e].Type; t != nil {
		if basic, ok := t.Underlying().(*types.Basic); ok {
			return basic.Info()
		}
	}
	return 0
}

func TestPortableSeesOffences(t *testing.T) {
	f := parse(t, "risk/dist/x.go", `package dist
import "math"
const two = 2.0 * math.Pi
type money float64
func f(x, y float64, n int, z complex128, m money) float64 {
	a := x * y
	a *= x
	n *= 2
	b := float64(x*y) + float64(-(x * y)) + float64(n*n) + two*math.Pi
	c := x*y/3 - 1/(x*y)
	if x*y < 2 || math.Exp(x) < math.Sqrt(x) { return x * y }
	_ = z * z
	_ = float64(m*m) + float64(m)*2
	_ = x/2 - y/3 + float64(x/4) + y/c
	return g(math.FMA(x, y, 2*x)) + x*y
}
func g(x float64) float64 { return x }
`)
	checked := &checker{
		files: map[string][]goFile{"risk/dist": {f}},
		done:  map[string]*types.Package{},
		types: map[ast.Expr]types.TypeAndValue{},
	}
	_, err := checked.Import(modulePath + "/risk/dist")
	require.NoError(t, err)
	require.Equal(t, []string{
		"risk/dist/x.go:6: unrounded product",
		"risk/dist/x.go:7: *=",
		"risk/dist/x.go:11: unrounded product",
		"risk/dist/x.go:12: complex *",
		"risk/dist/x.go:13: unrounded product",
		"risk/dist/x.go:14: unrounded product",
		"risk/dist/x.go:15: unrounded product",
		"risk/dist/x.go:15: unrounded product",
	}, products(f, checked.types))
	require.Equal(t, []string{"risk/dist/x.go:11: math.Exp"}, inexactMath(f, mathConstants(t)))
}
