package yaml

import (
	"errors"
	"fmt"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/doc/yamldoc"
	"github.com/ismskit/ismskit/risk"
)

// DecodeTranslation reads one translation between two of the methods given:
// docs/comparing-methods.md has one. Errors are like those of [Decode].
func DecodeTranslation(name string, src []byte, ms risk.Methods) (risk.Translation, error) {
	return decode(name, src, func(t risk.Translation) []risk.Problem {
		from, noFrom := ms.Find(t.From.String())
		to, noTo := ms.Find(t.To.String())
		ps := t.Problems(from, to)
		for i := range ps {
			hint(&ps[i], "/from", noFrom)
			hint(&ps[i], "/to", noTo)
		}
		return ps
	})
}

// hint adds to a problem what may have been meant with a method that is not known.
func hint(p *risk.Problem, path string, err error) {
	if e, ok := errors.AsType[*risk.MethodError](err); ok && p.Path == path && e.Hint != "" {
		p.Hint = fmt.Sprintf("did you mean %q?", e.Hint)
	}
}

// DecodeHarmonization reads one harmonization of the methods given. Errors are
// like those of [Decode].
func DecodeHarmonization(name string, src []byte, ms risk.Methods) (risk.Harmonization, error) {
	return decode(name, src, func(h risk.Harmonization) []risk.Problem { return h.Problems(ms) })
}

// decode reads a value and asks it for its problems.
func decode[T any](name string, src []byte, problems func(T) []risk.Problem) (T, error) {
	root, faults := yamldoc.Parse(src)
	var v, none T
	if root != nil {
		root = root.Without("$schema") // by which editors find a schema
		faults = doc.Merge(faults, doc.Decode(root, &v, doc.Options{}))
	}
	ps := make(Problems, 0, len(faults))
	for _, f := range faults {
		ps = append(ps, Problem{
			Code: f.Code, Path: f.Path, Message: f.Message, Found: f.Found, Expected: f.Expected, Hint: f.Hint,
			File: name, Line: f.Line, Column: f.Column,
		})
	}
	if len(ps) == 0 {
		ps = located(name, root, problems(v))
	}
	if len(ps) > 0 {
		return none, ps
	}
	return v, nil
}
