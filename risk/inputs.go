package risk

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Inputs holds what was judged: for each factor ID the ID or the label of a
// level of its scale, as given.
type Inputs map[string]string

// What can be wrong with an input; the cause of an [InputError].
var (
	ErrMissingFactor = errors.New("factor is missing")
	ErrUnknownFactor = errors.New("factor is not of this method")
	ErrUnknownLevel  = errors.New("level is not on the scale")
)

// InputError says what is wrong with one input.
type InputError struct {
	Method   MethodRef
	Factor   string   // ID of the factor
	Found    string   // the word given, "" where the factor is missing
	Expected []string // IDs of the levels, or of the factors for ErrUnknownFactor
	Hint     string   // the nearest word where one is near, else ""
	Err      error    // ErrMissingFactor, ErrUnknownFactor or ErrUnknownLevel
}

func (e *InputError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "risk: method %s: factor %q: ", e.Method, clip(e.Factor))
	switch {
	case errors.Is(e.Err, ErrMissingFactor):
		b.WriteString("is missing, want ")
	case errors.Is(e.Err, ErrUnknownFactor):
		b.WriteString("is not of this method, want ")
	default:
		fmt.Fprintf(&b, "got %q, want ", clip(e.Found))
	}
	b.WriteString(oneOf(e.Expected))
	if e.Hint != "" {
		fmt.Fprintf(&b, "; did you mean %q?", e.Hint)
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *InputError) Unwrap() error { return e.Err }

// InputErrors lists everything that is wrong with the inputs of one rating:
// factors in the order of the method, then unknown ones by ID. It is the error
// of [Method.Rate] and [Method.Explain] for bad inputs.
type InputErrors []*InputError

func (es InputErrors) Error() string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the single errors to errors.Is and errors.As.
func (es InputErrors) Unwrap() []error {
	errs := make([]error, len(es))
	for i, e := range es {
		errs[i] = e
	}
	return errs
}

// inputErrors finds everything wrong with in; nil where nothing is.
func (m Method) inputErrors(in Inputs) InputErrors {
	var errs InputErrors
	known := make([]string, len(m.Factors))
	for i, f := range m.Factors {
		known[i] = f.ID
		if f.Optional && in[f.ID] == "" {
			continue
		}
		if e := f.inputError(in[f.ID]); e != nil {
			e.Method = m.Ref()
			errs = append(errs, e)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(in)) {
		if slices.Contains(known, id) {
			continue
		}
		errs = append(errs, &InputError{
			Method: m.Ref(), Factor: id, Found: in[id], Expected: known, Hint: nearest(id, known), Err: ErrUnknownFactor,
		})
	}
	return errs
}

// missing names the factors that the i-th rule lacks.
func (m *Method) missing(at *figures, i int) error {
	var errs InputErrors
	var seen uint64
	m.lacks(i, at, &seen, &errs)
	if len(errs) == 0 {
		return m.malformed(m.rulePath(i)+"/of", "names a value that is never given")
	}
	return errs
}

// lacks collects the factors that are missing behind the i-th rule. A step
// that is missing lacks all that it reads, so following the steps ends at
// factors.
func (m *Method) lacks(i int, at *figures, seen *uint64, errs *InputErrors) {
	var ops operands
	if !m.operands(i, m.rule(i).Of, &ops) {
		return
	}
	for _, v := range ops.list[:ops.n] {
		if (at.given|*seen)&(1<<v) != 0 {
			continue
		}
		*seen |= 1 << v
		if s := int(v) - len(m.Factors); s >= 0 {
			m.lacks(s, at, seen, errs)
			continue
		}
		e := m.Factors[v].inputError("")
		e.Method = m.Ref()
		*errs = append(*errs, e)
	}
}

// inputError judges the word given for f.
func (f Factor) inputError(word string) *InputError {
	if read(f.Scale.Levels, word) >= 0 {
		return nil
	}
	e := &InputError{Factor: f.ID, Found: word, Expected: words(f.Scale.Levels), Err: ErrUnknownLevel}
	if word == "" {
		e.Err = ErrMissingFactor
		return e
	}
	candidates := slices.Clone(e.Expected)
	for _, l := range f.Scale.Levels {
		candidates = append(candidates, l.Label)
	}
	e.Hint = nearest(word, candidates)
	return e
}
