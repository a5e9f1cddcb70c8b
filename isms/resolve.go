package isms

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/ismskit/ismskit/risk"
)

// MethodInUse is a risk method as an assessment used it: the method itself and,
// where the System has a RiskMethod for it, that record's version with its
// criteria and authorities.
type MethodInUse struct {
	Method  risk.Method
	ID      MethodID // of the RiskMethod, "" for a published method used directly
	Version MethodVersion
}

// inUse is a method in use that rates. Prepared is nil where there are few risks
// to rate, and for a method with problems.
type inUse struct {
	MethodInUse

	prepared *risk.Prepared
}

// resolver finds the methods that assessments name. It keeps what it found.
type resolver struct {
	mu      sync.Mutex // guards the maps
	get     func(Ref) (Record, error)
	methods risk.Methods
	many    bool              // risks to rate: methods are worth preparing
	known   map[string]*inUse // by name, version and first day
	unknown map[string]error
	records map[string]*RiskMethod
}

func newResolver(get func(Ref) (Record, error), methods risk.Methods) *resolver {
	return &resolver{
		get: get, methods: methods,
		known: make(map[string]*inUse), unknown: make(map[string]error), records: make(map[string]*RiskMethod),
	}
}

// errNoVersion is wrapped where the System has the method but not the version.
var errNoVersion = errors.New("no such version of the method")

// find returns the method that a name means for an assessment of a day. The
// error wraps risk.ErrUnknownMethod where nobody has it, errNoVersion where
// the System's record lacks the version.
func (r *resolver) find(name string, on Date) (*inUse, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	id, number, _ := strings.Cut(name, "@")
	rec, err := r.record(id)
	if err != nil {
		return nil, err
	}
	if rec == nil {
		return r.published(name)
	}
	v, ok := rec.VersionAt(on)
	if number != "" {
		v, ok = rec.version(number)
	}
	if !ok {
		return nil, fmt.Errorf("%w: got %q on %s, want one of the versions of %s", errNoVersion, name, on, rec.Ref())
	}
	return r.version(rec, v)
}

// record returns the System's method of an identifier, nil if it has none.
func (r *resolver) record(id string) (*RiskMethod, error) {
	if m, ok := r.records[id]; ok {
		return m, nil
	}
	var found *RiskMethod
	rec, err := r.get(Ref{KindMethod, id})
	switch m, ok := rec.(RiskMethod); {
	case err != nil && !errors.Is(err, ErrNotFound):
		return nil, err
	case err == nil && ok:
		found = &m
	}
	r.records[id] = found
	return found, nil
}

func (r *resolver) published(name string) (*inUse, error) {
	if u, ok := r.known[name]; ok {
		return u, nil
	}
	if err, ok := r.unknown[name]; ok {
		return nil, err
	}
	m, err := r.methods.Find(name)
	if err != nil {
		r.unknown[name] = err
		return nil, err
	}
	u := &inUse{MethodInUse: MethodInUse{Method: m}}
	r.prepare(u)
	r.known[name] = u
	return u, nil
}

func (r *resolver) version(rec *RiskMethod, v MethodVersion) (*inUse, error) {
	key := string(rec.ID) + "@" + v.Number + " " + v.From.String()
	if u, ok := r.known[key]; ok {
		return u, nil
	}
	u := &inUse{MethodInUse: MethodInUse{Method: v.method(rec.ID), ID: rec.ID, Version: v}}
	if v.Published != "" {
		p, err := r.published(v.Published)
		if err != nil {
			return nil, err
		}
		u.Method, u.prepared = p.Method, p.prepared
	} else {
		r.prepare(u)
	}
	r.known[key] = u
	return u, nil
}

// prepare makes a method ready where that pays. One that has problems rates as
// it is.
func (r *resolver) prepare(u *inUse) {
	if r.many {
		u.prepared, _ = u.Method.Prepare()
	}
}

// method returns the organization's own method with identifier and version
// from the record where it states none.
func (v MethodVersion) method(id MethodID) risk.Method {
	m := v.Own
	if m.ID == "" {
		m.ID = string(id)
	}
	if m.Version == "" {
		m.Version = v.Number
	}
	return m
}

// version returns the version of a number.
func (m RiskMethod) version(number string) (MethodVersion, bool) {
	for _, v := range m.Versions {
		if v.Number == number {
			return v, true
		}
	}
	return MethodVersion{}, false
}

// findPublished returns a published method by its reference.
func (r *resolver) findPublished(name string) (*inUse, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.published(name)
}
