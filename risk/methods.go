package risk

import (
	"errors"
	"fmt"
	"strings"
)

// Methods is a list of methods, each version by itself. Callers put together
// the one they use; nothing registers itself.
type Methods []Method

// Why [Methods.Find] found no method; the cause of a [MethodError].
var (
	ErrUnknownMethod   = errors.New("method is not listed")
	ErrAmbiguousMethod = errors.New("reference names several methods")
)

// MethodError says why a reference names no method of a list.
type MethodError struct {
	Ref string // the reference as given
	// Expected are the references that would have been understood: those of the
	// same id, else of the same family ("owasp/"), else all.
	Expected []string
	Hint     string // the nearest of them where one is near, else ""
	Err      error  // ErrUnknownMethod or ErrAmbiguousMethod
}

func (e *MethodError) Error() string {
	s := fmt.Sprintf("risk: %v: got %q, want %s", e.Err, clip(e.Ref), oneOf(e.Expected))
	if len(e.Expected) == 0 {
		s += ": the list is empty"
	}
	if e.Hint != "" {
		s += fmt.Sprintf("; did you mean %q?", e.Hint)
	}
	return s
}

// Unwrap returns the cause.
func (e *MethodError) Unwrap() error { return e.Err }

// Find returns the method that ref names: "id@version", or the id alone where
// exactly one version is listed. Otherwise the error is a [*MethodError] with
// the cause [ErrUnknownMethod] or [ErrAmbiguousMethod].
func (ms Methods) Find(ref string) (Method, error) {
	id, version, exact := strings.Cut(ref, "@")
	family, _, _ := strings.Cut(id, "/")
	var found Method
	var same, kin, all, words []string
	n := 0
	for _, m := range ms {
		all, words = append(all, m.Ref().String()), append(words, m.ID, m.Ref().String())
		if strings.HasPrefix(m.ID, family+"/") {
			kin = append(kin, m.Ref().String())
		}
		if m.ID != id || id == "" {
			continue
		}
		same = append(same, m.Ref().String())
		if !exact || m.Version == version {
			found, n = m, n+1
		}
	}
	switch {
	case n == 1:
		return found, nil
	case n > 1:
		return Method{}, &MethodError{Ref: ref, Expected: same, Err: ErrAmbiguousMethod}
	case len(same) > 0:
		all, words = same, same
	case len(kin) > 0:
		all = kin
	}
	return Method{}, &MethodError{Ref: ref, Expected: all, Hint: nearest(ref, words), Err: ErrUnknownMethod}
}
