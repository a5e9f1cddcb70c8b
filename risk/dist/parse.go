package dist

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/internal/enum"
)

// Parse reads the text form of a distribution:
//
//	pert(min=0.5, mode=2, max=12)
//	mixture(weights=[0.9, 0.1], of=[lognormal(mu=9, sigma=1), constant(value=1e6)])
//
// Parameters stand in any order, spaces and line breaks between anything. What
// String writes gives the same value again. The error is a [ParseError].
func Parse(text string) (Dist, error) {
	t, err := readTerm(text)
	if err != nil {
		return nil, err
	}
	return build(families, t)
}

// ParseCount reads the text form of a distribution of a number of events, such
// as "poisson(mean=3)". The error is a [ParseError].
func ParseCount(text string) (Count, error) {
	t, err := readTerm(text)
	if err != nil {
		return nil, err
	}
	return build(counts, t)
}

// ParseError says where a text is not that of a distribution.
type ParseError struct {
	At  int   // byte offset from 0
	Err error // what is wrong there; a *[ParamError] if a constructor refused
}

func (e *ParseError) Error() string {
	return fmt.Sprintf("dist: at byte %d: %s", e.At, strings.TrimPrefix(e.Err.Error(), "dist: "))
}

func (e *ParseError) Unwrap() error { return e.Err }

func parseError(at int, format string, args ...any) error {
	return &ParseError{At: at, Err: fmt.Errorf(format, args...)}
}

// build makes what the term says, of one of the families.
func build[D any](table []family[D], t term) (D, error) {
	var none D
	if t.kind != aCall {
		return none, parseError(t.at, "got %s, want a distribution, as in name(parameter=1)", t.kind)
	}
	i := slices.IndexFunc(table, func(f family[D]) bool { return f.name == t.name })
	if i < 0 {
		return none, parseError(t.at, "got %q, want %s", clip(t.name), oneOf(t.name, names(table)))
	}
	g, err := gather(t, table[i].params)
	if err != nil {
		return none, err
	}
	d, err := table[i].make(g)
	if err != nil {
		return none, &ParseError{At: t.find(err), Err: err}
	}
	return d, nil
}

// find returns where the parameter stands that a constructor refused.
func (t term) find(err error) int {
	refused, ok := errors.AsType[*ParamError](err)
	if !ok {
		return t.at
	}
	name, index, _ := strings.Cut(refused.Param, "/")
	for _, a := range t.arguments {
		if a.name != name {
			continue
		}
		if i, err := strconv.Atoi(index); err == nil && i >= 0 && i < len(a.value.list) {
			return a.value.list[i].at
		}
		return a.value.at
	}
	return t.at
}

// gather returns the arguments of a call that takes these parameters.
func gather(t term, params string) (given, error) {
	g := given{}
	wanted := parameters(params)
	for _, a := range t.arguments {
		i := slices.IndexFunc(wanted, func(p parameter) bool { return p.name == a.name })
		if i < 0 {
			return nil, parseError(a.at, "%s: got parameter %q, want %s", t.name, clip(a.name), oneOf(a.name, parameterNames(wanted)))
		}
		if g.has(a.name) {
			return nil, parseError(a.at, "%s: got %s twice, want it once", t.name, a.name)
		}
		value, err := wanted[i].read(a.value)
		if err != nil {
			return nil, err
		}
		g[a.name] = value
	}
	for _, p := range wanted {
		if !p.optional && !g.has(p.name) {
			return nil, parseError(t.at, "%s: got no %s, want %s", t.name, p.name, strings.Join(parameterNames(wanted), ", "))
		}
	}
	return g, nil
}

// A parameter is what a family says of one.
type parameter struct {
	name     string
	kind     string // "", list, dist, dists, count
	optional bool
}

func parameters(params string) []parameter {
	var ps []parameter
	for word := range strings.FieldsSeq(params) {
		word, optional := strings.CutSuffix(word, "?")
		name, kind, _ := strings.Cut(word, ":")
		ps = append(ps, parameter{name, kind, optional})
	}
	return ps
}

// read returns the value that the term has as this parameter.
func (p parameter) read(t term) (any, error) {
	switch p.kind {
	case "list":
		return each(p.name, t, func(e term) (float64, error) { return e.num, e.must(aNumber, p.name) })
	case "dist":
		return build(families, t)
	case "dists":
		return each(p.name, t, func(e term) (Dist, error) { return build(families, e) })
	case "count":
		return build(counts, t)
	}
	return t.num, t.must(aNumber, p.name)
}

// each reads the elements of a list.
func each[T any](name string, t term, read func(term) (T, error)) ([]T, error) {
	if err := t.must(aList, name); err != nil {
		return nil, err
	}
	values := make([]T, len(t.list))
	for i, e := range t.list {
		var err error
		if values[i], err = read(e); err != nil {
			return nil, err
		}
	}
	return values, nil
}

func (t term) must(want kind, name string) error {
	if t.kind != want {
		return parseError(t.at, "%s: got %s, want %s", name, t.kind, want)
	}
	return nil
}

// oneOf returns the word that was likely meant, or all of them.
func oneOf(word string, words []string) string {
	if near, ok := enum.Nearest(word, words); ok {
		return strconv.Quote(near)
	}
	return "one of " + strings.Join(words, ", ")
}

func names[D any](table []family[D]) []string {
	words := make([]string, len(table))
	for i, f := range table {
		words[i] = f.name
	}
	return words
}

func parameterNames(ps []parameter) []string {
	words := make([]string, len(ps))
	for i, p := range ps {
		words[i] = p.name
	}
	return words
}
