package loss

import (
	"errors"
	"fmt"

	"github.com/ismskit/ismskit/risk/dist"
)

// sound adds the distributions that no constructor made: zero values, and those
// that cannot be asked anything. Nothing else may be asked of a model with one.
func (ps *problems) sound(m Model) bool {
	before := len(ps.all)
	for i, s := range m.Scenarios {
		path := fmt.Sprintf("/scenarios/%d", i)
		ps.made(path+"/severity", s.Severity)
		for j, t := range s.Then {
			ps.made(fmt.Sprintf("%s/then/%d/severity", path, j), t.Severity)
		}
		if f, ok := s.Frequency.(Multiplied); ok {
			ps.made(path+"/frequency/capability", f.Capability)
			ps.made(path+"/frequency/resistance", f.Resistance)
		}
	}
	for _, u := range append(m.parameters(), m.reductions()...) {
		ps.made(u.path+"/dist", u.Dist)
	}
	return len(ps.all) == before
}

// made adds a fault if a distribution is none.
func (ps *problems) made(path string, d dist.Dist) {
	if why := unmade(d); why != "" {
		ps.add(codeSeverity, path, why, "a distribution that a constructor made")
	}
}

// unmade returns what is wrong with a distribution, "" if nothing is, and for
// none.
func unmade(d dist.Dist) (why string) {
	switch d.(type) {
	case nil, notANumber:
		return ""
	}
	defer func() {
		if recover() != nil {
			why = fmt.Sprintf("a %T that has no value", d)
		}
	}()
	_, _ = d.Support()
	_ = d.Quantile(0.5)
	_, err := dist.Parse(d.String())
	if _, refused := errors.AsType[*dist.ParamError](err); refused {
		return d.String()
	}
	return ""
}
