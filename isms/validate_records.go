package isms

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/risk"
)

func (c *checker) system(s System) {
	if s.SchemaVersion != SchemaVersion && s.SchemaVersion != 0 {
		c.add(CodeSchema, "/schemaVersion", message{
			text: "this library does not know the form of the document", found: strconv.Itoa(s.SchemaVersion), expected: strconv.Itoa(SchemaVersion),
		})
	}
	if s.Currency != "" && !isCurrency(s.Currency) {
		c.add(CodeCurrency, "/currency", currencyMessage(s.Currency))
	}
}

func (c *checker) riskMethod(m RiskMethod) {
	seen := make(map[string]bool)
	for i, v := range m.Versions {
		path := "/versions/" + strconv.Itoa(i)
		if seen[v.Number] && v.Number != "" {
			c.add(CodeTwice, path+"/number", message{text: "another version has this number", found: v.Number, expected: "one that is used once"})
		}
		seen[v.Number] = true
		c.methodVersion(m.ID, v, path)
	}
}

func (c *checker) methodVersion(id MethodID, v MethodVersion, path string) {
	own := len(v.Own.Factors) > 0 || len(v.Own.Levels) > 0 || v.Own.ID != ""
	if own == (v.Published != "") {
		c.add(CodeMethod, path+"/published", message{
			text: "a version is either a published method or the organization's own", expected: "one of published and own",
		})
		return
	}
	use := MethodInUse{Method: v.method(id)}
	if own {
		if ps := use.Method.Problems(); len(ps) > 0 {
			c.adopt(ps, path+"/own")
			return
		}
	} else {
		found, err := c.methods.findPublished(v.Published)
		if err != nil {
			c.unknown(path+"/published", v.Published, err)
			return
		}
		use = found.MethodInUse
	}
	for i, l := range v.Criteria.Levels {
		c.level(use.Method, l.Level, path+"/criteria/levels/"+strconv.Itoa(i)+"/level")
	}
	c.adopt(v.Aggregation.Problems(use.Method), path+"/aggregation")
	c.harmonization(use, v, path+"/harmonization")
}

// adopt takes over what package risk found in a method or its criteria.
func (c *checker) adopt(ps []risk.Problem, path string) {
	for _, p := range ps {
		c.add(CodeMethod, path+p.Path, message{text: p.Message + " (" + p.Code + ")", found: p.Found, expected: p.Expected, hint: p.Hint})
	}
}

// unknown notes a method that was not given: a notice where nobody here has
// it, a problem where the name itself cannot be one or is ambiguous.
func (c *checker) unknown(path, name string, err error) {
	switch {
	case errors.Is(err, errNoVersion):
		c.add(CodeMethodRef, path, message{text: "the System's method has no such version on that day", found: name, expected: "a version of it"})
	case errors.Is(err, risk.ErrUnknownMethod):
		if _, bad := risk.ParseMethodRef(name); bad != nil {
			c.add(CodeMethodRef, path, message{text: "this names no method", found: name, expected: "the identifier of a method, or id@version"})
			return
		}
		if c.noted[name] {
			return
		}
		c.noted[name] = true
		m := message{text: "the method is not known here; inputs and recorded ratings are kept as they are", found: name}
		var unknown *risk.MethodError
		if errors.As(err, &unknown) && unknown.Hint != "" {
			m.hint = fmt.Sprintf("did you mean %q?", unknown.Hint)
		}
		c.notices = append(c.notices, c.problem(NoticeUnknownMethod, path, m))
	case errors.Is(err, risk.ErrAmbiguousMethod):
		c.add(CodeMethodRef, path, message{text: "several editions of the method are known", found: name, expected: "id@version"})
	default:
		c.failed = errors.Join(c.failed, err)
	}
}

func (c *checker) risk(r Risk) {
	for i, a := range r.Assessments {
		if a.Method == "" || a.On.IsZero() {
			continue
		}
		path := "/assessments/" + strconv.Itoa(i)
		use, err := c.methods.find(a.Method, a.On)
		if err != nil {
			c.unknown(path+"/method", a.Method, err)
			continue
		}
		c.judged(use, a, path)
		if a.Rating.Method == use.Method.Ref() || a.Rating.Method.ID == "" {
			c.level(use.Method, a.Rating.Level, path+"/rating/level")
		}
		c.level(use.Method, a.Override.Level, path+"/override/level")
	}
}

// judged checks the inputs of an assessment, or of each of its parts beside
// those that all share.
func (c *checker) judged(use *inUse, a Assessment, path string) {
	if len(a.Parts) == 0 {
		c.inputs(use, a.Inputs, path+"/inputs")
	}
	for i, p := range a.Parts {
		c.inputs(use, p.with(a.Inputs), path+"/parts/"+strconv.Itoa(i)+"/inputs")
	}
}

// inputs checks that the method can rate the inputs; none at all is a risk
// not yet rated.
func (c *checker) inputs(use *inUse, in risk.Inputs, path string) {
	if len(in) == 0 || len(use.Method.Factors) == 0 {
		return
	}
	_, err := use.rateInputs(in)
	if err == nil {
		return
	}
	var several risk.InputErrors
	if !errors.As(err, &several) {
		c.add(CodeInput, path, message{text: err.Error()})
		return
	}
	for _, e := range several {
		c.add(CodeInput, path+string(appendToken(nil, e.Factor)), inputMessage(e))
	}
}

func (c *checker) level(m risk.Method, level, path string) {
	if _, ok := m.Rank(level); ok || level == "" || len(m.Levels) == 0 {
		return
	}
	words := make([]string, len(m.Levels))
	for i, l := range m.Levels {
		words[i] = l.ID
	}
	c.add(CodeLevel, path, message{text: "this is no level of " + m.Ref().String(), found: level, expected: "one of " + strings.Join(words, ", ")})
}

func (c *checker) asset(a Asset) {
	for i, v := range a.Valuations {
		if v.Scheme == "" {
			continue
		}
		r, err := c.get(Ref{KindClassificationScheme, string(v.Scheme)})
		scheme, ok := r.(ClassificationScheme)
		if err != nil || !ok {
			continue // a broken reference, reported where it stands
		}
		path := "/valuations/" + strconv.Itoa(i)
		c.value(scheme, v.Confidentiality, path+"/confidentiality")
		c.value(scheme, v.Integrity, path+"/integrity")
		c.value(scheme, v.Availability, path+"/availability")
		for name, level := range v.Own {
			c.value(scheme, level, path+"/own"+string(appendToken(nil, name)))
		}
	}
}

func (c *checker) value(s ClassificationScheme, level, path string) {
	if level == "" {
		return
	}
	if _, ok := s.Scale.Read(level); !ok {
		c.add(CodeLevel, path, message{text: "this is no level of " + s.Ref().String(), found: level, expected: "a level of the scheme"})
	}
}

func (c *checker) acceptance(a Acceptance) {
	if a.Rating.Method.ID == "" {
		return
	}
	if use, err := c.methods.find(a.Rating.Method.String(), a.Decision.On); err == nil {
		c.level(use.Method, a.Rating.Level, "/rating/level")
	}
}

// inputMessage says what is wrong with one input.
func inputMessage(e *risk.InputError) message {
	m := message{text: e.Err.Error(), found: e.Found, expected: "one of " + strings.Join(e.Expected, ", ")}
	if e.Hint != "" {
		m.hint = fmt.Sprintf("did you mean %q?", e.Hint)
	}
	return m
}
